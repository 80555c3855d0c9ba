import { isSignedIn, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { readShortCode, shortCode } from '#shared/short-codes';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { appendEntry, dropEntries } from '#kernel/search';
import { requireOwner, type AreaTree } from '#modules/areas';
import { tell } from '#modules/messages';
import type { ActivityList, ActivityPage, ActivityQuery, NewActivity } from './contract.ts';
import * as rules from './rules.ts';
import { agesName } from './enrolment/rules.ts';
import { readParty } from './enrolment/service.ts';
import { holdVenues } from './holding/service.ts';
import { readOwnRating, readRatingSum } from './ratings/service.ts';
import { minutesFrom } from './recommended/rules.ts';
import { readHomePoint } from './recommended/service.ts';
import { remindOf } from './reminders/service.ts';
import { selfOf, toActivity, type ActivityDoors } from './scope/service.ts';
import { insertSessions, readSessions, type SessionRecord } from './sessions/store.ts';
import * as store from './store.ts';

/** Activities of a community between two days, or from now on, the next first. */
export async function listActivities(
  reader: Reader,
  actor: Actor,
  doors: { tree: AreaTree },
  input: { areaId: string; query: ActivityQuery; now: Date },
): Promise<ActivityList> {
  const { from, to, cursor, limit } = input.query;
  const { id } = requireOwner(doors.tree, input.areaId);
  const rows = await store.readActivities(reader, id, {
    endsAfter: from ? shanghaiInstant(from) : input.now,
    startsBefore: to ? shanghaiInstant(addDays(to, 1)) : null,
    ...rules.filtersOf(input.query),
    after: cursor ?? null,
    limit: limit + 1,
    userId: selfOf(actor),
  });
  const items = rows.slice(0, limit).map((row) => toActivity(row, input.now));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One activity with its text for the group and what the actor may do. Refused when there is none or it was called off. */
export async function readActivity(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: { areaId: string; activityId: string; address: string; now: Date },
): Promise<ActivityPage> {
  const area = requireOwner(doors.tree, input.areaId);
  const row =
    (await store.readActivity(reader, area.id, input.activityId, selfOf(actor))) ?? refuse(rules.activityUnknown);
  const activity = toActivity(row, input.now);
  const shortPath = area.letters
    ? `/a/${shortCode(area.letters, activity.id)}`
    : `/activities/${area.id}/${activity.id}`;
  const which = { areaId: area.id, activityId: activity.id };
  const sessions = await readSessions(reader, area.id, activity.id);
  const own = isSignedIn(actor) ? await readOwnRating(reader, actor, which) : null;
  const actions: ActivityPage['actions'] = [];
  if (activity.state === 'open' && !activity.myState) actions.push('enrol');
  if (activity.state === 'full' && !activity.myState) actions.push('wait');
  if (activity.myState && rules.whyNotCancel(activity, input.now) === null) actions.push('cancel');
  if (own?.came) actions.push('rate');
  if (doors.may(actor, 'activity.publish', area.id)) actions.push('withdraw');
  return {
    ...activity,
    sessions,
    walkMinutes: isSignedIn(actor) ? minutesFrom(await readHomePoint(reader, actor, doors), activity) : null,
    rating: await readRatingSum(reader, which),
    own,
    party: isSignedIn(actor) ? await readParty(reader, actor, doors, row) : [],
    agesName: agesName(activity),
    areaName: area.name,
    shortPath,
    groupText: rules.groupText(activity, { areaName: area.name, url: input.address + shortPath }, input.now),
    actions,
  };
}

/** The activity a short public code names. Refused when there is none. */
export async function readActivityByCode(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: { code: string; address: string; now: Date },
): Promise<ActivityPage> {
  const named = readShortCode(input.code) ?? refuse(rules.activityUnknown);
  const area = doors.tree.byLetters(named.area) ?? refuse(rules.activityUnknown);
  const activityId = (await store.findByTail(reader, area.id, named.tail)) ?? refuse(rules.activityUnknown);
  return readActivity(reader, actor, doors, { ...input, areaId: area.id, activityId });
}

/**
 * Publishes an activity and holds its venues. Refused when it would be over, its building lies in another community, or a venue is
 * taken or closed then. Answers its id.
 */
export async function publishActivity(
  tx: Tx,
  actor: Actor,
  doors: Pick<ActivityDoors, 'tree' | 'may'>,
  input: { areaId: string; activity: NewActivity },
): Promise<string> {
  const { areaId, activity } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotPublish(activity, tx.now));
  if (activity.buildingId && !doors.tree.covers(areaId, activity.buildingId)) {
    refuse({
      code: 'activity.place-elsewhere',
      status: 422,
      zh: '选的楼栋不在这个社区里，请重新选。',
      en: 'The building does not lie in this community.',
      fields: { buildingId: '不在这个社区里' },
    });
  }
  const id = tx.newId();
  const after = await addActivity(tx, { ...activity, areaId, id, state: 'published', createdBy: actor.id });
  await holdVenues(tx, actor, doors, { areaId, activityId: id, title: activity.title, before: [], after });
  appendEntry(tx, rules.entryOf({ ...activity, areaId, id }));
  audit(tx, actor, { areaId, act: 'activity.publish', subject: `activity:${id}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
  return id;
}

type Added = NewActivity & {
  areaId: string;
  id: string;
  state: 'draft' | 'submitted' | 'published';
  createdBy: string;
};

/** Writes a new activity and its sessions down, in any state before it is held, and answers them. What it says must be right already. */
export async function addActivity(tx: Tx, added: Added): Promise<SessionRecord[]> {
  const { areaId, id, lng = null, lat = null, venueId = null } = added;
  const sessions = rules.sessionsOf(added).map((one, index) => ({
    ...{ areaId, id: tx.newId(), activityId: id, position: index + 1, startsAt: one.startsAt, endsAt: one.endsAt },
    ...{ place: one.place ?? added.place, venueId: one.venueId ?? venueId, bookingId: null, lng, lat, headcount: null },
  }));
  const publishedAt = added.state === 'published' ? tx.now.toISOString() : null;
  await store.insertActivity(tx, { ...rules.rowOf(added), ...rules.spanOf(sessions), publishedAt });
  await insertSessions(tx, sessions);
  if (added.state === 'published') remindOf(tx, areaId, sessions);
  return sessions;
}

/** How many activities begin in a period (`to` is exclusive) and how many seats are taken in them, as person-times 人次. */
export function countActivitiesBetween(
  reader: Reader,
  input: { areaIds: readonly string[]; from: Date; to: Date },
): Promise<{ activities: number; enrolments: number }> {
  return store.countBetween(reader, input.areaIds, input.from, input.to);
}

/** Calls an activity off, gives its venues back, and tells who was enrolled. */
export async function withdrawActivity(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: { areaId: string; activityId: string; reason: string },
): Promise<void> {
  const { areaId, activityId, reason } = input;
  requireOwner(doors.tree, areaId);
  const { title, userIds } =
    (await store.markWithdrawn(tx, areaId, activityId, tx.now)) ?? refuse(rules.activityUnknown);
  const before = await readSessions(tx, areaId, activityId);
  await holdVenues(tx, actor, doors, { areaId, activityId, title, before, after: [] });
  await dropEntries(tx, { areaId, kind: 'activity', id: activityId });
  await tell(tx, doors, {
    areaId,
    userIds,
    kind: 'activity.withdrawn',
    title: `活动取消：${title}`,
    body: `您报名的“${title}”取消了。原因：${reason}`,
    subject: `activity:${activityId}`,
    urgent: true,
  });
  audit(tx, actor, { areaId, act: 'activity.withdraw', subject: `activity:${activityId}`, detail: { reason } });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

export { cancelEnrolment, changeSeats, enrol, listMyEnrolments } from './enrolment/service.ts';
export {
  countComers,
  readActivityFacts,
  readActivityFigures,
  readSeriesNames,
  type ActivityFacts,
} from './facts/service.ts';
export { importActivities, importSeries, type PastActivity, type PastSession } from './imports/service.ts';
export { reminderCame, reminderKind, remindOf } from './reminders/service.ts';
export type { ActivityDoors } from './scope/service.ts';
export { moveSession } from './sessions/service.ts';
export { findActivities, indexActivities } from './find/service.ts';
export { countActivities, readAllActivities } from './store.ts';
