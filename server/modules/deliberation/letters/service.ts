import { isSignedIn, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, spotLabel, type AreaNode } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import { readOwnHousehold } from '#modules/people';
import { readDoors, type Door } from '#modules/people/doors';
import { scopeOf } from '#modules/people/scope';
import { shownName, whyNotText } from '../rules.ts';
import { requireTakingPart, takesPart, type DeliberationDoors } from '../scope/service.ts';
import type { Answering, Letter, LetterDoor, LetterPage, NewLetter, Question } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { LetterRow, QuestionRow } from './tables.ts';

type Which = { areaId: string; letterId: string };

const messageDoors = ({ matters }: DeliberationDoors) => ({ tree: matters.tree, roster: matters.directory });
const mayWrite = (doors: DeliberationDoors, actor: Actor, areaId: string): boolean =>
  doors.matters.may(actor, 'letter.write', areaId);

function toLetter(doors: DeliberationDoors, row: LetterRow): Letter {
  const { tree } = doors.matters;
  const buildings = row.buildingIds.flatMap((id) => tree.get(id) ?? []);
  const { id, areaId, title, sentAt } = row;
  const to = buildings.length === 0 ? '全社区各户' : buildings.map((node) => spotLabel(tree, node)).join('、');
  return { id, areaId, title, sentAt, to, state: row.state === 'sent' ? 'sent' : 'draft' };
}

/** Letters of a community, the latest first; drafts for who writes them. */
export async function listLetters(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string },
): Promise<{ items: Letter[] }> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  const rows = await store.readLetters(reader, id, mayWrite(doors, actor, id));
  return { items: rows.map((row) => toLetter(doors, row)) };
}

/** Doors of a letter within what somebody looks after; all of them for who writes letters, none for others. */
function doorsFor(actor: Actor, doors: DeliberationDoors, area: AreaNode, all: Door[]): Door[] {
  if (mayWrite(doors, actor, area.id)) return all;
  const { tree, may } = doors.matters;
  const scope = scopeOf(actor, { tree, may }, { areaId: area.id, can: 'people.read' });
  if (scope === null || scope === 'all') return scope === null ? [] : all;
  return all.filter(({ buildingId, gridId }) => scope.some((id) => id === buildingId || id === gridId));
}

function toQuestion(row: QuestionRow, seen: { userId: string; writes: boolean }): Question {
  const { id, question, askedAt, answer, answeredAt, published } = row;
  const isMine = row.askedBy === seen.userId;
  return { id, question, askedAt, answer, answeredAt, published, isMine, asker: seen.writes ? row.asker : '' };
}

type Standing = { isSent: boolean; writes: boolean; asks: boolean; hands: boolean };

function actsFor({ isSent, writes, asks, hands }: Standing): LetterPage['actions'] {
  const acts: LetterPage['actions'] = [];
  if (isSent && asks) acts.push('ask');
  if (writes) acts.push(isSent ? 'answer' : 'send');
  if (isSent && hands) acts.push('hand-over');
  return acts;
}

/**
 * One letter. Who lives in a household it was sent to has read it by opening it. Questions are seen by who asked and the desk, and
 * by everybody once published; which door was reached only by who hands letters over. Source: C29, X29.
 */
export async function readLetterPage(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { address: string },
): Promise<LetterPage> {
  const { letterId, address } = input;
  const area = requireOwner(doors.matters.tree, input.areaId);
  const row = (await store.readLetter(tx, area.id, letterId)) ?? refuse(rules.letterUnknown);
  const writes = mayWrite(doors, actor, area.id);
  if (row.state === 'draft' && !writes) refuse(rules.letterUnknown);
  const userId = isSignedIn(actor) ? actor.id : '';
  const [all, reaches, questions, home] = await Promise.all([
    readDoors(tx, area.id, row.buildingIds),
    store.readReaches(tx, area.id, letterId),
    store.readQuestions(tx, { areaId: area.id, letterId, userId, all: writes }),
    isSignedIn(actor) ? readOwnHousehold(tx, actor, area.id) : null,
  ]);
  const known = new Map(reaches.map((reach) => [reach.householdId, reach]));
  const own = home && all.find(({ id }) => id === home.id);
  if (own && row.state === 'sent' && !known.has(own.id)) {
    const reach = {
      areaId: area.id,
      letterId,
      householdId: own.id,
      way: 'app',
      at: tx.now.toISOString(),
      byId: actor.id,
    };
    known.set(own.id, reach);
    tx.appendOnce('letter_reaches', {
      ...{ area_id: area.id, letter_id: letterId, household_id: own.id, way: 'app', at: reach.at, by_id: actor.id },
    });
  }
  const shown = (door: Door): LetterDoor => {
    const reach = known.get(door.id);
    return {
      householdId: door.id,
      label: door.label,
      way: (reach?.way as 'app' | 'door') ?? null,
      at: reach?.at ?? null,
    };
  };
  const ours = doorsFor(actor, doors, area, all);
  const isSent = row.state === 'sent';
  return {
    ...toLetter(doors, row),
    areaName: area.name,
    body: row.body,
    signed: row.signed,
    questions: questions.map((question) => toQuestion(question, { userId, writes })),
    reach: rules.reachOf(all.map(shown)),
    doors: isSent ? ours.map(shown) : [],
    address: `${address}/letters/${area.id}/${letterId}`,
    actions: actsFor({ isSent, writes, asks: takesPart(doors, actor, area.id), hands: ours.length > 0 }),
  };
}

/** Writes a letter; nobody else sees it until it is sent. Refused for a building of elsewhere. Answers its id. */
export async function writeLetter(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; letter: NewLetter },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.matters.tree, input.areaId);
  const { title, body, signed, buildingIds } = input.letter;
  refuseIf(whyNotText({ title, body, signed }));
  const nodes = buildingIds.map((id) => doors.matters.tree.get(id));
  if (nodes.some((node) => node?.level !== 'building' || node.ownerId !== areaId)) refuse(rules.buildingUnknown);
  const id = tx.newId();
  tx.append('letters', {
    ...{ area_id: areaId, id, title, body, signed, building_ids: buildingIds, state: 'draft' },
    ...{ written_by: actor.id, written_at: tx.now.toISOString() },
  });
  audit(tx, actor, { areaId, act: 'letter.write', subject: `letter:${id}` });
  return id;
}

/** Sends a letter, once: those of its households who have an account are told. */
export async function sendLetter(tx: Tx, actor: Actor, doors: DeliberationDoors, which: Which): Promise<void> {
  const { areaId, letterId } = which;
  requireOwner(doors.matters.tree, areaId);
  const row = (await store.readLetter(tx, areaId, letterId)) ?? refuse(rules.letterUnknown);
  if (!(await store.markSent(tx, { areaId, id: letterId, by: actor.id }))) refuse(rules.letterSent);
  const all = await readDoors(tx, areaId, row.buildingIds);
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: all.flatMap(({ userIds }) => userIds),
    except: [actor.id],
    kind: 'letter.sent',
    title: `给您家的一封信：${row.title}`,
    body: `${row.signed}写来的。有想问的，信后面可以问。`,
    link: `/letters/${areaId}/${letterId}`,
    subject: `letter:${letterId}`,
  });
  audit(tx, actor, { areaId, act: 'letter.send', subject: `letter:${letterId}`, detail: { households: all.length } });
}

/** Notes that a letter was handed over at a door, or takes that back. Refused for a door somebody does not look after. */
export async function handOver(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { householdId: string; done: boolean },
): Promise<void> {
  const { letterId, householdId, done } = input;
  const area = requireOwner(doors.matters.tree, input.areaId);
  const row = (await store.readLetter(tx, area.id, letterId)) ?? refuse(rules.letterUnknown);
  if (row.state !== 'sent') refuse(rules.letterUnknown);
  const ours = doorsFor(actor, doors, area, await readDoors(tx, area.id, row.buildingIds));
  if (!ours.some(({ id }) => id === householdId)) refuse(rules.doorNotYours);
  const which = { areaId: area.id, letterId, householdId };
  if (done) await store.insertReach(tx, { ...which, way: 'door', byId: actor.id });
  else await store.deleteDoorReach(tx, which);
  const act = done ? 'letter.hand-over' : 'letter.hand-over-undo';
  audit(tx, actor, { areaId: area.id, act, subject: `letter:${letterId}`, detail: { householdId } });
}

/** Asks back; only who asked and the desk see it until the desk publishes it with its answer. */
export async function askQuestion(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { question: string },
): Promise<string> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const { letterId, question } = input;
  refuseIf(whyNotText({ question }));
  const row = (await store.readLetter(tx, areaId, letterId)) ?? refuse(rules.letterUnknown);
  if (row.state !== 'sent') refuse(rules.letterUnknown);
  const id = tx.newId();
  tx.append('letter_questions', {
    ...{ area_id: areaId, id, letter_id: letterId, question, asked_by: actor.id, asker: shownName(actor.name, null) },
    ...{ asked_at: tx.now.toISOString(), published: false },
  });
  await noteUserArea(tx, { areaId, userId: actor.id });
  await tell(tx, messageDoors(doors), {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`],
    except: [actor.id],
    kind: 'letter.asked',
    title: `信后面有人问：${row.title}`,
    body: question.slice(0, 80),
    link: `/desk/letters?open=${letterId}`,
    subject: `letter:${letterId}`,
  });
  audit(tx, actor, { areaId, act: 'letter.ask', subject: `letter:${letterId}` });
  return id;
}

/** Answers a question; published, everybody reads both without a name. */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { questionId: string; said: Answering },
): Promise<void> {
  const { areaId, letterId, questionId, said } = input;
  requireOwner(doors.matters.tree, areaId);
  const written = { ...said, by: actor.id };
  const answered = await store.answerQuestion(tx, { areaId, letterId, id: questionId }, written);
  const row = answered ?? refuse(rules.questionUnknown);
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: [row.askedBy],
    except: [actor.id],
    kind: 'letter.answered',
    title: '您问的，社区回了',
    body: said.answer.slice(0, 120),
    link: `/letters/${areaId}/${letterId}`,
    subject: `letter:${letterId}`,
  });
  const detail = { published: said.publish };
  audit(tx, actor, { areaId, act: 'letter.answer', subject: `letter:${letterId}`, detail });
}

export type PastLetter = Omit<LetterRow, 'writtenAt'> & {
  reaches: { householdId: string; way: 'app' | 'door'; at: string; byId: string }[];
  questions: Omit<QuestionRow, 'areaId' | 'letterId'>[];
};

/** Adds letters of the past: for records kept elsewhere. */
export function importLetters(tx: Tx, past: PastLetter[]): void {
  for (const letter of past) {
    const { areaId: area_id, id: letter_id } = letter;
    tx.append('letters', {
      ...{ area_id, id: letter_id, title: letter.title, body: letter.body, signed: letter.signed },
      ...{ building_ids: letter.buildingIds, state: letter.state, written_by: letter.writtenBy },
      ...{ written_at: letter.sentAt, sent_by: letter.sentBy, sent_at: letter.sentAt },
    });
    for (const { householdId: household_id, way, at, byId: by_id } of letter.reaches)
      tx.append('letter_reaches', { area_id, letter_id, household_id, way, at, by_id });
    for (const one of letter.questions)
      tx.append('letter_questions', {
        ...{ area_id, id: one.id, letter_id, question: one.question, asked_by: one.askedBy, asker: one.asker },
        ...{ asked_at: one.askedAt, answer: one.answer, answered_by: one.answeredBy, answered_at: one.answeredAt },
        published: one.published,
      });
  }
}
