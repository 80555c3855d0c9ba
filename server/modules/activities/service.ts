import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { readShortCode, shortCode } from '#shared/short-codes';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { appendEntry, dropEntries } from '#kernel/search';
import { requireOwner, type AreaTree } from '#modules/areas';
import { noteUserArea, readUserAreas, tell, type MessageDoors } from '#modules/messages';
import {
  activityKindNames,
  type Activity,
  type ActivityList,
  type ActivityPage,
  type ActivityQuery,
  type NewActivity,
} from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type ActivityDoors = MessageDoors & { may(actor: Actor, capability: string, areaId: string): boolean };

function toActivity(row: store.ActivityRecord, now: Date): Activity {
  const kind = row.kind as Activity['kind'];
  const seatsLeft = row.seats === null ? null : Math.max(0, row.seats - row.enrolled);
  return {
    ...row,
    kind,
    kindName: activityKindNames[kind],
    seatsLeft,
    state: rules.stateOf(row, now),
    stateName: rules.stateName(row, now),
  };
}

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
    after: cursor ?? null,
    limit: limit + 1,
    userId: actor.id,
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
  const row = (await store.readActivity(reader, area.id, input.activityId, actor.id)) ?? refuse(rules.activityUnknown);
  const activity = toActivity(row, input.now);
  const shortPath = area.letters
    ? `/a/${shortCode(area.letters, activity.id)}`
    : `/activities/${area.id}/${activity.id}`;
  const actions: ActivityPage['actions'] = [];
  if (activity.state === 'open' && !activity.mine) actions.push('enrol');
  if (activity.mine && rules.whyNotCancel(activity, input.now) === null) actions.push('cancel');
  if (doors.may(actor, 'activity.publish', area.id)) actions.push('withdraw');
  return {
    ...activity,
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

/** Publishes an activity. Refused when it would be over, or its building lies in another community. Answers its id. */
export async function publishActivity(
  tx: Tx,
  actor: Actor,
  doors: { tree: AreaTree },
  input: { areaId: string; activity: NewActivity },
): Promise<string> {
  const { areaId, activity } = input;
  requireOwner(doors.tree, areaId);
  refuseIf(rules.whyNotPublish(activity, tx.now));
  const { buildingId = null, picture = null, seats = null } = activity;
  if (buildingId && !doors.tree.covers(areaId, buildingId)) {
    refuse({
      code: 'activity.place-elsewhere',
      status: 422,
      zh: '选的楼栋不在这个社区里，请重新选。',
      en: 'The building does not lie in this community.',
      fields: { buildingId: '不在这个社区里' },
    });
  }
  const id = tx.newId();
  await store.insertActivity(tx, { ...activity, areaId, id, buildingId, picture, seats }, tx.now);
  appendEntry(tx, rules.entryOf({ ...activity, areaId, id }));
  audit(tx, actor, { areaId, act: 'activity.publish', subject: `activity:${id}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
  return id;
}

type Which = { areaId: string; activityId: string };

/** Enrols the actor. Twice is once. Refused when full (exact under any race), begun, over, or no enrolment is needed. */
export async function enrol(tx: Tx, actor: Actor, doors: { tree: AreaTree }, input: Which): Promise<void> {
  const { areaId, activityId } = input;
  requireOwner(doors.tree, areaId);
  const activity = (await store.readActivity(tx, areaId, activityId, actor.id)) ?? refuse(rules.activityUnknown);
  if (activity.mine) return;
  refuseIf(rules.whyNotEnrol(activity, tx.now));
  if (!(await store.insertEnrolment(tx, { ...input, userId: actor.id }, tx.now))) return;
  if (!(await store.takeSeat(tx, areaId, activityId, tx.now))) refuse(rules.activityFull);
  await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: 'activity.enrol', subject: `activity:${activityId}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** Gives the actor's seat back; without one nothing happens. Refused once the activity has begun. */
export async function cancelEnrolment(tx: Tx, actor: Actor, doors: { tree: AreaTree }, input: Which): Promise<void> {
  const { areaId, activityId } = input;
  requireOwner(doors.tree, areaId);
  const activity = (await store.readActivity(tx, areaId, activityId, actor.id)) ?? refuse(rules.activityUnknown);
  refuseIf(rules.whyNotCancel(activity, tx.now));
  if (!(await store.giveSeatBack(tx, { ...input, userId: actor.id }))) return;
  audit(tx, actor, { areaId, act: 'activity.cancel', subject: `activity:${activityId}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** What the actor is enrolled in, in every area, the next first. */
export async function listMyEnrolments(reader: Reader, actor: Actor, now: Date): Promise<ActivityList> {
  const rows = await store.readEnrolled(reader, await readUserAreas(reader, actor), actor.id, now);
  return { items: rows.map((row) => toActivity(row, now)), next: null };
}

/** How many activities begin in a period (`to` is exclusive) and how many seats are taken in them, as person-times 人次. */
export function countActivitiesBetween(
  reader: Reader,
  input: { areaIds: readonly string[]; from: Date; to: Date },
): Promise<{ activities: number; enrolments: number }> {
  return store.countBetween(reader, input.areaIds, input.from, input.to);
}

/** Calls an activity off, and tells who was enrolled. */
export async function withdrawActivity(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { reason: string },
): Promise<void> {
  const { areaId, activityId, reason } = input;
  requireOwner(doors.tree, areaId);
  const { title, userIds } =
    (await store.markWithdrawn(tx, areaId, activityId, tx.now)) ?? refuse(rules.activityUnknown);
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

export type PastActivity = Omit<store.ActivityRecord, 'enrolled' | 'mine'> & {
  publishedAt: string;
  enrolled: { userId: string; at: string }[];
};

/** Adds activities of the past with those who enrolled: for records kept elsewhere. */
export function importActivities(tx: Tx, activities: PastActivity[]): void {
  for (const one of activities) {
    const { areaId, buildingId, startsAt, endsAt, publishedAt, enrolled, ...activity } = one;
    appendEntry(tx, rules.entryOf(one));
    tx.append('activities', {
      ...activity,
      area_id: areaId,
      building_id: buildingId,
      starts_at: startsAt,
      ends_at: endsAt,
      published_at: publishedAt,
      enrolled: enrolled.length,
    });
    for (const { userId, at } of enrolled) {
      tx.append('enrolments', { area_id: areaId, activity_id: activity.id, user_id: userId, enrolled_at: at });
    }
  }
}

export { findActivities, indexActivities } from './find/service.ts';
export { countActivities, readAllActivities } from './store.ts';
