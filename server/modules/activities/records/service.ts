import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { appendEntry, dropEntries } from '#kernel/search';
import { requireOwner } from '#modules/areas';
import { tell } from '#modules/messages';
import { readVenueCards } from '#modules/venues';
import { activityKindNames, type ActivityKind } from '../contract.ts';
import { changeSeats } from '../enrolment/service.ts';
import { takeActivity } from '../enrolment/store.ts';
import { holdVenues } from '../holding/service.ts';
import { remindAnew } from '../reminders/service.ts';
import { entryOf } from '../rules.ts';
import type { ActivityDoors } from '../scope/service.ts';
import type * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; activityId: string };
type Given = Which & { activity: wire.RecordInput };

function toLine(row: store.LineRow): wire.RecordLine {
  const kind = row.kind as ActivityKind;
  return { ...row, kind, kindName: activityKindNames[kind], stateName: rules.stateNames[row.state] };
}

const filterOf = ({ from, to, ...query }: wire.RecordQuery): store.RecordFilter => ({
  ...query,
  from: from ? shanghaiInstant(from) : null,
  to: to ? shanghaiInstant(addDays(to, 1)) : null,
});

/** Activities of a community in every state, what waits for a decision first. */
export async function listRecords(
  reader: Reader,
  doors: ActivityDoors,
  input: { areaId: string; query: wire.RecordQuery },
): Promise<wire.RecordList> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const { page, limit } = input.query;
  const filter = filterOf(input.query);
  const [rows, total] = await Promise.all([
    store.readLines(reader, id, filter, { limit, offset: (page - 1) * limit }),
    store.countLines(reader, id, filter),
  ]);
  return { items: rows.map(toLine), total };
}

/** The same list, all of it, for a sheet: 人 and 人次 in columns of their own. Source: X4. */
export async function* readEveryRecord(
  reader: Reader,
  doors: ActivityDoors,
  input: { areaId: string; query: wire.RecordQuery },
): AsyncGenerator<wire.RecordLine> {
  const { id } = requireOwner(doors.tree, input.areaId);
  for await (const row of store.readEveryLine(reader, id, filterOf(input.query))) yield toLine(row);
}

/** One activity in any state, what was decided on it, and what this actor may do now. Refused when there is none. */
export async function readRecord(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { now: Date },
): Promise<wire.RecordPage> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const row = (await store.readRecord(reader, areaId, input.activityId)) ?? refuse(rules.recordUnknown);
  const [sessions, decisions] = await Promise.all([
    store.readSessions(reader, areaId, row.id),
    store.readDecisions(reader, areaId, row.id),
  ]);
  const { createdBy: _by, waiting: _waiting, ...page } = row;
  return {
    ...page,
    ...toLine(row),
    sessions: sessions.map(({ position: _at, ...one }) => ({ ...one, reserved: one.bookingId !== null })),
    decisions: decisions.map((one) => ({
      ...one,
      act: one.act as wire.Decision['act'],
      actName: rules.decisionNames[one.act as wire.Decision['act']],
    })),
    actions: rules.actionsOf(row.state, Date.parse(row.endsAt) <= input.now.getTime(), rightsOf(actor, doors, areaId)),
  };
}

const rightsOf = (actor: Actor, doors: ActivityDoors, areaId: string): { drafts: boolean; approves: boolean } => ({
  drafts: doors.may(actor, 'activity.draft', areaId),
  approves: doors.may(actor, 'activity.approve', areaId),
});

/** Keeps a new draft: nothing of it is public. Refused when its sessions, ages or edition do not hold. Answers its id. */
export async function keepDraft(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: { areaId: string; activity: wire.RecordInput },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const id = tx.newId();
  await requireKept(tx, { ...input, areaId, activityId: id });
  const { sessions, ...activity } = input.activity;
  const points = await pointsOf(tx, areaId, input.activity);
  const row = { ...activity, ...spanOf(sessions), ...points(activity.venueId), areaId, id, createdBy: actor.id };
  if (!(await store.insertDraft(tx, row))) refuse(rules.editionTaken(activity.edition));
  await keepSessions(tx, { areaId, activityId: id, activity: input.activity }, points);
  audit(tx, actor, { areaId, act: 'activity.draft', subject: `activity:${id}` });
  return id;
}

function spanOf(sessions: wire.RecordSessionInput[]): { startsAt: string; endsAt: string } {
  const ends = sessions.map((one) => Date.parse(one.endsAt));
  const startsAt = rules.sortSessions(sessions)[0]?.startsAt ?? '';
  return { startsAt, endsAt: new Date(Math.max(...ends)).toISOString() };
}

async function requireKept(tx: Tx, { areaId, activityId, activity }: Given): Promise<void> {
  refuseIf(rules.whyNotKept(activity));
  if (!activity.seriesId) return;
  const kind = (await store.readSeriesKind(tx, areaId, activity.seriesId)) ?? refuse(rules.recordUnknown);
  const year = rules.yearOf(spanOf(activity.sessions).startsAt);
  const span = { from: shanghaiInstant(`${year}-01-01`), to: shanghaiInstant(`${year + 1}-01-01`), except: activityId };
  refuseIf(rules.whyNotEdition(kind, activity.edition, await store.readEditions(tx, areaId, activity.seriesId, span)));
}

type Points = (venueId: string | null) => store.Point;

/** Where the venues of an activity lie. Refused when one of them is not of this community. */
async function pointsOf(tx: Tx, areaId: string, activity: wire.RecordInput): Promise<Points> {
  const ids = [activity.venueId, ...activity.sessions.map(({ venueId }) => venueId)].filter((id) => id !== null);
  const cards = ids.length === 0 ? [] : await readVenueCards(tx, areaId, ids);
  if (ids.some((id) => !cards.some((card) => card.id === id))) refuse(rules.venueElsewhere);
  return (venueId) => {
    const card = cards.find(({ id }) => id === venueId);
    return { lng: card?.lng ?? null, lat: card?.lat ?? null };
  };
}

/** Sessions named by their ids stay the same sessions, with who came to them; those no longer named are withdrawn. */
async function keepSessions(tx: Tx, { areaId, activityId, activity }: Given, points: Points): Promise<void> {
  const standing = await store.readSessions(tx, areaId, activityId);
  let last = await store.readLastPosition(tx, areaId, activityId);
  const kept: store.KeptSession[] = [];
  const added: store.KeptSession[] = [];
  for (const session of rules.sortSessions(activity.sessions)) {
    const known = standing.find((one) => one.id === session.id);
    const place = session.place || activity.place;
    const venueId = session.venueId ?? (session.place ? null : activity.venueId);
    const row = { startsAt: session.startsAt, endsAt: session.endsAt, place, venueId, ...points(venueId) };
    if (known) kept.push({ ...row, id: known.id, position: known.position });
    else added.push({ ...row, id: tx.newId(), position: (last += 1) });
  }
  const gone = standing.filter((one) => !kept.some(({ id }) => id === one.id)).map(({ id }) => id);
  await store.withdrawSessions(tx, areaId, gone, tx.now);
  await store.updateSessions(tx, areaId, kept);
  await store.insertSessions(tx, areaId, activityId, added);
}

/**
 * Writes an activity anew: a draft by who drafts, what waits or is public by who approves. When the time or place of a
 * public one changes, its venues are held anew and everybody enrolled is told; who waits gets seats that are added. Refused in
 * another state, when somebody has moved it meanwhile, below the seats that are taken, and when a venue is taken or closed then.
 */
export async function saveRecord(tx: Tx, actor: Actor, doors: ActivityDoors, input: Given): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const given = { ...input, areaId };
  const row = await requireAction(tx, actor, doors, given, 'save');
  await requireKept(tx, given);
  const { sessions, ...activity } = input.activity;
  if (row.state === 'published') await requireStanding(tx, actor, doors, given);
  const before = await store.readSessions(tx, areaId, row.id);
  const points = await pointsOf(tx, areaId, input.activity);
  const kept = { ...activity, ...spanOf(sessions), ...points(activity.venueId), areaId, id: row.id };
  const done = await store.updateRecord(tx, kept, row.state);
  if (done === 'edition-taken') refuse(rules.editionTaken(activity.edition));
  if (done === 'moved') refuse(rules.notNow(row.state));
  await keepSessions(tx, given, points);
  audit(tx, actor, { areaId, act: 'activity.save', subject: `activity:${row.id}` });
  if (row.state !== 'published') return;
  await store.insertDecision(tx, decision(given, actor, 'changed', ''));
  await dropEntries(tx, { areaId, kind: 'activity', id: row.id });
  appendEntry(tx, entryOf(kept));
  const after = await store.readSessions(tx, areaId, row.id);
  await holdVenues(tx, actor, doors, { areaId, activityId: row.id, title: activity.title, before, after });
  await remindAnew(tx, areaId, after);
  await tellChange(tx, doors, { ...given, title: activity.title, before, after });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** Holds what is public until the commit, and gives it its seats: who waits gets the new ones in the same act. */
async function requireStanding(tx: Tx, actor: Actor, doors: ActivityDoors, given: Given): Promise<void> {
  const { areaId, activityId, activity } = given;
  refuseIf(rules.whyNotReady(activity.sessions, activity.officer, tx.now));
  const held = (await takeActivity(tx, areaId, activityId, actor.id)) ?? refuse(rules.notNow('withdrawn'));
  if (activity.seats !== held.seats) await changeSeats(tx, actor, doors, { areaId, activityId, seats: activity.seats });
}

type Changed = Which & { title: string; before: store.SessionRow[]; after: store.SessionRow[] };

async function tellChange(tx: Tx, doors: ActivityDoors, changed: Changed): Promise<void> {
  const { areaId, activityId, title, before, after } = changed;
  const body = rules.changeTold(title, before, after, tx.now);
  if (body === null) return;
  await tell(tx, doors, {
    areaId,
    userIds: await store.readEnrolledUsers(tx, areaId, activityId),
    kind: 'activity.changed',
    title: `活动改时间地点：${title}`,
    body,
    link: `/activities/${areaId}/${activityId}`,
    subject: `activity:${activityId}`,
    urgent: true,
  });
}

const decision = ({ areaId, activityId }: Which, actor: Actor, act: wire.Decision['act'], reason: string) => ({
  areaId,
  activityId,
  act,
  byId: actor.id,
  byName: actor.name,
  reason,
});

async function requireAction(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  { areaId, activityId }: Which,
  action: wire.RecordAction,
): Promise<store.RecordRow> {
  const row = (await store.readRecord(tx, areaId, activityId)) ?? refuse(rules.recordUnknown);
  const isOver = Date.parse(row.endsAt) <= tx.now.getTime();
  if (!rules.actionsOf(row.state, isOver, rightsOf(actor, doors, areaId)).includes(action)) {
    refuse(rules.notNow(row.state));
  }
  return row;
}

/** Puts a draft before those who approve, and tells them. Refused without a person in charge, and when it would be over. */
export async function submitDraft(tx: Tx, actor: Actor, doors: ActivityDoors, input: Which): Promise<void> {
  const which = { ...input, areaId: requireOwner(doors.tree, input.areaId).id };
  const row = await requireAction(tx, actor, doors, which, 'submit');
  refuseIf(rules.whyNotReady(await store.readSessions(tx, which.areaId, row.id), row.officer, tx.now));
  await move(tx, actor, which, { from: 'draft', to: 'submitted', act: 'submitted', reason: '' });
  await tell(tx, doors, {
    areaId: which.areaId,
    actorKeys: [`role:community-secretary@${which.areaId}`],
    except: [actor.id],
    kind: 'activity.submitted',
    title: `等您审核：${row.title}`,
    body: `${actor.name}起草了“${row.title}”，您看过同意以后居民才看得到。`,
    link: `/desk/activities/${which.areaId}/${row.id}`,
    subject: `activity:${row.id}`,
  });
}

/** Takes back what was put forward, to change it. Refused once it was decided. */
export async function recallDraft(tx: Tx, actor: Actor, doors: ActivityDoors, input: Which): Promise<void> {
  const which = { ...input, areaId: requireOwner(doors.tree, input.areaId).id };
  await requireAction(tx, actor, doors, which, 'recall');
  await move(tx, actor, which, { from: 'submitted', to: 'draft', act: 'recalled', reason: '' });
}

/** Sends back what was put forward, with a reason that its drafter is told. */
export async function returnDraft(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { reason: string },
): Promise<void> {
  const which = { ...input, areaId: requireOwner(doors.tree, input.areaId).id };
  const row = await requireAction(tx, actor, doors, which, 'return');
  await move(tx, actor, which, { from: 'submitted', to: 'draft', act: 'returned', reason: input.reason });
  await tellDrafter(tx, doors, row, actor, {
    kind: 'activity.returned',
    title: `退回修改：${row.title}`,
    body: `${actor.name}看了“${row.title}”，请改一改：${input.reason}`,
  });
}

/**
 * Makes an activity public and holds its venues. Refused to who may not approve, without a person in charge, when it would be over,
 * and when a venue is taken or closed then.
 */
export async function approveDraft(tx: Tx, actor: Actor, doors: ActivityDoors, input: Which): Promise<void> {
  const which = { ...input, areaId: requireOwner(doors.tree, input.areaId).id };
  const row = await requireAction(tx, actor, doors, which, 'approve');
  await move(tx, actor, which, { from: row.state, to: 'published', act: 'approved', reason: '' });
  const after = await store.readSessions(tx, which.areaId, row.id);
  refuseIf(rules.whyNotReady(after, row.officer, tx.now));
  await holdVenues(tx, actor, doors, { ...which, title: row.title, before: [], after });
  await remindAnew(tx, which.areaId, after);
  appendEntry(tx, entryOf(row));
  tx.signal(liveChannel, liveMessage(`area:${which.areaId}`, { kind: 'activity' }));
  await tellDrafter(tx, doors, row, actor, {
    kind: 'activity.approved',
    title: `审核通过：${row.title}`,
    body: `“${row.title}”已经发布，居民看得到了。`,
  });
}

async function tellDrafter(
  tx: Tx,
  doors: ActivityDoors,
  row: store.RecordRow,
  actor: Actor,
  said: { kind: string; title: string; body: string },
): Promise<void> {
  const link = `/desk/activities/${row.areaId}/${row.id}`;
  const to = { areaId: row.areaId, userIds: [row.createdBy], except: [actor.id], link, subject: `activity:${row.id}` };
  await tell(tx, doors, { ...to, ...said });
}

type Move = {
  from: wire.RecordState;
  to: 'draft' | 'submitted' | 'published';
  act: wire.Decision['act'];
  reason: string;
};

async function move(tx: Tx, actor: Actor, which: Which, { from, to, act, reason }: Move): Promise<void> {
  const publishedAt = to === 'published' ? tx.now : null;
  if (!(await store.moveState(tx, which.areaId, which.activityId, { from: [from], to, publishedAt }))) {
    refuse(rules.notNow(from));
  }
  await store.insertDecision(tx, decision(which, actor, act, reason));
  audit(tx, actor, { areaId: which.areaId, act: `activity.${act}`, subject: `activity:${which.activityId}` });
}

/** Throws a draft away. Refused once it was put forward. */
export async function discardDraft(tx: Tx, actor: Actor, doors: ActivityDoors, input: Which): Promise<void> {
  const which = { ...input, areaId: requireOwner(doors.tree, input.areaId).id };
  const row = await requireAction(tx, actor, doors, which, 'discard');
  if (!(await store.discardDraft(tx, which.areaId, row.id, tx.now))) refuse(rules.notNow(row.state));
  audit(tx, actor, { areaId: which.areaId, act: 'activity.discard', subject: `activity:${row.id}` });
}

/** How far a year is with its five large activities and fifteen of broad participation. Source: B37, X9, N15, N18. */
export async function readYearFigures(
  reader: Reader,
  doors: ActivityDoors,
  input: { areaId: string; year: number; now: Date },
): Promise<wire.YearFigures> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const { year, now } = input;
  const from = shanghaiInstant(`${year}-01-01`);
  const row = await store.readQuotas(reader, id, { from, to: shanghaiInstant(`${year + 1}-01-01`), now });
  return {
    year,
    large: { held: row.largeHeld, planned: row.largePlanned, needed: rules.largeNeeded },
    broad: { held: row.broadHeld, planned: row.broadPlanned, needed: rules.broadNeeded },
    waiting: row.waiting,
  };
}
