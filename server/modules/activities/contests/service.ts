import { isSignedIn, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import type { ActivityDoors } from '../scope/service.ts';
import type * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { ContestRow, EntryRow } from './tables.ts';

type Which = { areaId: string; activityId: string };

const jurorRoles = ['community-secretary', 'community-worker', 'building-head', 'volunteer', 'grid-worker', 'expert'];

/** Who may be asked to judge: whoever holds a role in the community. */
export function listJurors(doors: ActivityDoors, input: { areaId: string }): { items: { id: string; name: string }[] } {
  const { id } = requireOwner(doors.tree, input.areaId);
  const holders = doors.roster.holders(jurorRoles, [id, ...doors.tree.below(id)]);
  const people = new Map(holders.map(({ userId, name }) => [userId, name]));
  return { items: [...people].map(([userId, name]) => ({ id: userId, name })) };
}

/** A contest with its works. Scores are a juror's own until the result stands. Refused when the activity takes no entries. */
export async function readContest(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { now: Date },
): Promise<wire.ContestPage> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const contest = (await store.readContest(reader, areaId, input.activityId)) ?? refuse(rules.contestUnknown);
  const [entries, scores] = await Promise.all([
    store.readEntries(reader, areaId, contest.activityId),
    store.readScores(reader, areaId, contest.activityId),
  ]);
  const stage = rules.stageOf(contest, input.now);
  const decides = doors.may(actor, 'activity.draft', areaId);
  const isJuror = contest.jurors.some(({ id }) => id === actor.id);
  const actions: wire.ContestPage['actions'] = [];
  if (decides && stage !== 'judged') actions.push('set');
  if (stage === 'open') actions.push('enter');
  if (isJuror && stage === 'judging') actions.push('score');
  if (decides && stage === 'judging') actions.push('close');
  const { activityId, title, summary, entriesUntil, criteria, honours } = contest;
  return {
    ...{ areaId, activityId, title, summary, entriesUntil, criteria, honours, stage, actions },
    stageName: rules.stageNames[stage],
    bands: contest.bands.map((name) => ({ name, entries: entries.filter(({ band }) => band === name).length })),
    jurors: contest.jurors.map(({ id, name }) => ({
      name,
      judged: scores.filter(({ jurorId }) => jurorId === id).length,
    })),
    jurorIds: decides ? contest.jurors.map(({ id }) => id) : [],
    entries: entries.map((entry) => toEntry(entry, scores, { actor, stage, decides, isJuror })),
  };
}

type Seen = { actor: Actor; stage: rules.Stage; decides: boolean; isJuror: boolean };

function toEntry(row: EntryRow, scores: store.ScoreRow[], seen: Seen): wire.Entry {
  const { actor, stage, decides, isJuror } = seen;
  const own = scores.filter(({ entryId }) => entryId === row.id);
  const { id, number, title, words, picture, band, signed, honour } = row;
  const totals = own.map(({ total }) => total);
  return {
    ...{ id, number, title, words, picture, band, signed, honour },
    mine: isSignedIn(actor) && row.userId === actor.id,
    myPoints: isJuror ? (own.find(({ jurorId }) => jurorId === actor.id)?.points ?? null) : null,
    meanTenths: stage === 'judged' ? rules.meanTenths(totals) : null,
    judged: decides || stage === 'judged' ? totals.length : null,
  };
}

/** Says how a contest takes entries and is judged. Refused for another kind of activity, and once its result stands. */
export async function setContest(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { contest: wire.ContestInput },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  if ((await store.readActivityKind(tx, areaId, input.activityId)) !== 'contest') refuse(rules.contestUnknown);
  const { jurorIds, ...contest } = input.contest;
  const known = listJurors(doors, { areaId }).items;
  const jurors = jurorIds.map((id) => known.find((one) => one.id === id) ?? refuse(rules.notJuror));
  const row: ContestRow = { ...contest, jurors, areaId, activityId: input.activityId, judgedAt: null };
  if (!(await store.putContest(tx, row))) refuseIf(rules.whyNotClose('judged', 0));
  audit(tx, actor, { areaId, act: 'contest.set', subject: `activity:${input.activityId}` });
}

/** Hands a work in. Refused once entries are closed, for an age band there is not, and a fourth of one person. */
export async function handIn(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { entry: wire.EntryInput },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  await store.holdContest(tx, areaId, input.activityId);
  const contest = (await store.readContest(tx, areaId, input.activityId)) ?? refuse(rules.contestUnknown);
  const entries = await store.readEntries(tx, areaId, contest.activityId);
  const mine = entries.filter(({ userId }) => userId === actor.id).length;
  refuseIf(rules.whyNotEnter(rules.stageOf(contest, tx.now), contest.bands, input.entry.band, mine));
  const id = tx.newId();
  const row = { ...input.entry, areaId, id, activityId: contest.activityId, userId: actor.id };
  await store.insertEntry(tx, { ...row, handedInAt: tx.now.toISOString() });
  await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: 'entry.hand-in', subject: `entry:${id}` });
  return id;
}

/** Takes one's own work back, until entries are closed. */
export async function takeBack(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { entryId: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const contest = (await store.readContest(tx, areaId, input.activityId)) ?? refuse(rules.contestUnknown);
  const isOpen = rules.stageOf(contest, tx.now) === 'open';
  const which = { areaId, id: input.entryId, userId: actor.id };
  if (!isOpen || !(await store.withdrawEntry(tx, which, tx.now))) refuse(rules.entryUnknown);
  audit(tx, actor, { areaId, act: 'entry.take-back', subject: `entry:${input.entryId}` });
}

/** A juror's points for a work, unseen by the others until the result. Refused to others, for one's own work, and outside judging. */
export async function scoreEntry(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { entryId: string; points: number[] },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  await store.holdContest(tx, areaId, input.activityId);
  const contest = (await store.readContest(tx, areaId, input.activityId)) ?? refuse(rules.contestUnknown);
  const entries = await store.readEntries(tx, areaId, contest.activityId);
  const entry = entries.find(({ id }) => id === input.entryId) ?? refuse(rules.entryUnknown);
  const judged = {
    stage: rules.stageOf(contest, tx.now),
    criteria: contest.criteria,
    isJuror: contest.jurors.some(({ id }) => id === actor.id),
    isAuthor: entry.userId === actor.id,
  };
  const { points } = input;
  refuseIf(rules.whyNotScore(judged, points));
  const total = points.reduce((sum, one) => sum + one, 0);
  const score = { entryId: entry.id, jurorId: actor.id, points, total };
  await store.putScore(tx, { ...score, areaId, activityId: contest.activityId, at: tx.now });
  audit(tx, actor, { areaId, act: 'entry.score', subject: `entry:${entry.id}` });
}

/** Lets the result stand: honours by band, and everybody who handed in is told. Refused while a score is missing. */
export async function giveResult(tx: Tx, actor: Actor, doors: ActivityDoors, input: Which): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  await store.holdContest(tx, areaId, input.activityId);
  const contest = (await store.readContest(tx, areaId, input.activityId)) ?? refuse(rules.contestUnknown);
  const [entries, scores] = await Promise.all([
    store.readEntries(tx, areaId, contest.activityId),
    store.readScores(tx, areaId, contest.activityId),
  ]);
  const due = entries.flatMap((entry) =>
    contest.jurors.filter(({ id }) => id !== entry.userId).map(({ id }) => `${entry.id}/${id}`),
  );
  const given = new Set(scores.map(({ entryId, jurorId }) => `${entryId}/${jurorId}`));
  refuseIf(rules.whyNotClose(rules.stageOf(contest, tx.now), due.filter((one) => !given.has(one)).length));
  const scored = entries.map(({ id, band, number }) => ({
    ...{ id, band, number },
    totals: scores.filter(({ entryId }) => entryId === id).map(({ total }) => total),
  }));
  const honours = [...rules.honoursOf(scored, contest.honours)].map(([id, honour]) => ({ id, honour }));
  await store.closeContest(tx, { areaId, activityId: contest.activityId }, honours, tx.now);
  await tell(tx, doors, {
    areaId,
    userIds: entries.map(({ userId }) => userId),
    kind: 'contest.judged',
    title: `评出来了：${contest.title}`,
    body: '您交的作品评好了，去看看展出的作品和名次。',
    link: `/contests/${areaId}/${contest.activityId}`,
    subject: `activity:${contest.activityId}`,
  });
  audit(tx, actor, { areaId, act: 'contest.result', subject: `activity:${contest.activityId}` });
}

export type PastContest = ContestRow & {
  entries: (Omit<EntryRow, 'areaId' | 'activityId' | 'withdrawnAt'> & {
    scores: { jurorId: string; points: number[] }[];
  })[];
};

/** Adds contests with their works and scores as they were: for records kept elsewhere. */
export function importContests(tx: Tx, contests: PastContest[]): void {
  for (const { entries, ...contest } of contests) {
    const key = { area_id: contest.areaId, activity_id: contest.activityId };
    const { criteria, bands, honours, jurors } = contest;
    const times = { entries_until: contest.entriesUntil, judged_at: contest.judgedAt };
    tx.append('contests', { ...key, criteria, bands, honours, jurors, ...times });
    for (const { scores, userId, handedInAt, ...entry } of entries) {
      tx.append('contest_entries', { ...key, ...entry, user_id: userId, handed_in_at: handedInAt });
      for (const { jurorId, points } of scores) {
        const total = points.reduce((sum, one) => sum + one, 0);
        const score = { entry_id: entry.id, juror_id: jurorId, points, total, at: handedInAt };
        tx.append('entry_scores', { ...key, ...score });
      }
    }
  }
}
