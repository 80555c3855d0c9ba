import { sha256 } from '#shared/digest';
import { refuse, refuseIf } from '#shared/refusal';
import { dayMs } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import type { ClosedAs, Draft, Person, Which } from './contract.ts';
import * as refusals from './refusals/rules.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { ObjectionRow, PublicityRow } from './tables.ts';

export type { ObjectionRow, PublicityRow } from './tables.ts';

/** The kind of deadline at which the days of a notice are over. */
export const publicityDeadline = 'publicity';

/** Drafts a notice: nobody sees it before it is posted. Answers its id. */
export async function draftPublicity(
  tx: Tx,
  by: Person,
  input: { areaId: string; draft: Draft; matter?: { id: string; step: string }; replaces?: string },
): Promise<string> {
  const { areaId, draft, matter = null, replaces = null } = input;
  const id = tx.newId();
  await store.insertDraft(tx, { areaId, id, draft, by, matter, replaces });
  return id;
}

async function take(tx: Tx, which: Which): Promise<PublicityRow> {
  return (await store.takeOne(tx, which)) ?? refuse(refusals.publicityUnknown);
}

/** Changes a draft; who changes it is its drafter from then on. Refused for what a matter has shown, and once it was checked. */
export async function changeDraft(tx: Tx, by: Person, input: Which & { draft: Draft }): Promise<void> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotChange(row, input.draft));
  await store.updateDraft(tx, input, input.draft, by);
}

/** Says that a draft is right. Refused for who drafted it. */
export async function checkPublicity(tx: Tx, by: Person, input: Which): Promise<PublicityRow> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotCheck(row, by));
  await store.markChecked(tx, input, by);
  return row;
}

/** Gives a draft back to be changed, with the reason. */
export async function returnPublicity(tx: Tx, by: Person, input: Which & { reason: string }): Promise<PublicityRow> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotReturn(row, by));
  await store.markReturned(tx, input, input.reason);
  return row;
}

type Approval = Which & {
  /** Whether they may check as well, and so do both in one press. */
  checks: boolean;
  areaName: string;
  /** Digests of the pictures that hang, in order. */
  pictures: string[];
};

/**
 * Approves a notice and posts it at once: its days are counted from tomorrow, and what hangs is kept word for word with its
 * hash. Refused for who drafted it, and unchecked. Source: N54, DESIGN 6.
 */
export async function approvePublicity(tx: Tx, by: Person, input: Approval): Promise<PublicityRow> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotApprove(row, by, input.checks));
  const postedAt = tx.now.toISOString();
  const { closesAt } = rules.periodOf(postedAt, row.days);
  const text = rules.openingText(row, { areaName: input.areaName, pictures: input.pictures, postedAt });
  const hash = sha256(text);
  await store.markPosted(tx, input, { by, closesAt, hash });
  await keep(tx, row, { act: 'opening', text, hash });
  store.appendDeadline(tx, input, { kind: publicityDeadline, rule: 'close', at: closesAt });
  return { ...row, state: 'open', postedAt, closesAt, openingHash: hash, approvedBy: by.id };
}

function keep(
  tx: Tx,
  { areaId, id }: Which,
  seen: { act: 'opening' | 'closing'; text: string; hash: string },
): Promise<void> {
  return store.insertSnapshot(tx, { areaId, id: tx.newId(), publicityId: id, at: tx.now.toISOString(), ...seen });
}

/** Puts an end to a notice, with the text and the hash of how it ended where it was posted. */
async function close(tx: Tx, row: PublicityRow, as: ClosedAs, reason = ''): Promise<void> {
  let hash: string | null = null;
  if (row.openingHash !== null) {
    const { id, openingHash } = row;
    const objections = await store.readObjections(tx, row);
    const closedAt = tx.now.toISOString();
    const text = rules.closingText({ id, openingHash, outcome: as, closedAt, reason, objections });
    hash = sha256(text);
    await keep(tx, row, { act: 'closing', text, hash });
  }
  await store.markClosed(tx, row, { as, hash, reason });
}

/** Takes a notice down, with the reason; one that hung stays readable with it. A correction is posted anew, with whole days. */
export async function withdrawPublicity(tx: Tx, input: Which & { reason: string }): Promise<PublicityRow> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotWithdraw(row));
  await close(tx, row, 'withdrawn', input.reason);
  return row;
}

const wordsPlace = (id: string, number: number): string => `objections/${id}/${number}/words_sealed`;
const namePlace = (id: string, number: number): string => `objections/${id}/${number}/name_sealed`;

/**
 * Takes an objection, sealed. Refused before posting, from 24:00 of the last day on, and while the same person waits for an
 * answer. Answers its number. Source: N54.
 */
export async function object(
  tx: Tx,
  doors: { sealer: Sealer },
  by: Person,
  input: Which & { words: string; pictures: string[] },
): Promise<number> {
  const row = await take(tx, input);
  refuseIf(rules.whyNotObject(row, tx.now));
  const number = row.objections + 1;
  const taken = await store.insertObjection(tx, {
    ...{ areaId: row.areaId, publicityId: row.id, number, closesAt: row.closesAt, userId: by.id },
    nameSealed: doors.sealer.seal(namePlace(row.id, number), by.name),
    wordsSealed: doors.sealer.seal(wordsPlace(row.id, number), input.words),
    pictures: input.pictures,
  });
  if (!taken) refuse(refusals.waitsForAnswer);
  return number;
}

export type Answered = { row: PublicityRow; userId: string; closed: 'clear' | 'upheld' | null };

/**
 * Answers an objection with reasons. Upheld it ends the publicity at once; the last answer after the days are over ends it
 * clear. Refused twice, and for who objected.
 */
export async function answerObjection(
  tx: Tx,
  by: Person,
  input: Which & { number: number; words: string; upheld: boolean },
): Promise<Answered> {
  const row = await take(tx, input);
  if (row.postedAt === null) refuse(refusals.notPosted);
  const objections = await store.readObjections(tx, input);
  const objection = objections.find(({ number }) => number === input.number) ?? refuse(refusals.objectionUnknown);
  refuseIf(rules.whyNotAnswer(objection, by));
  await store.answerOne(tx, input, { words: input.words, upheld: input.upheld, by });
  const { userId } = objection;
  const left = { ...row, openObjections: row.openObjections - 1 };
  if (row.state !== 'open') return { row: left, userId, closed: null };
  const closed = input.upheld ? 'upheld' : rules.whyNotClear(left, tx.now) === null ? 'clear' : null;
  if (closed) await close(tx, left, closed);
  return { row: left, userId, closed };
}

/**
 * The worker's: the days of a notice are over. It is clear, or waits until every objection has its answer and is looked at
 * again every day; before its time nothing happens. Source: N54.
 */
export async function closeDue(tx: Tx, input: Which): Promise<{ row: PublicityRow; closed: 'clear' | null } | null> {
  const row = await store.takeOne(tx, input);
  if (!row || row.state !== 'open' || row.closesAt === null) return null;
  if (!rules.isOver(row, tx.now)) {
    store.appendDeadline(tx, input, { kind: publicityDeadline, rule: 'close', at: row.closesAt });
    return null;
  }
  if (row.endedAt === null) await store.markEnded(tx, input);
  if (rules.whyNotClear(row, tx.now) === null) {
    await close(tx, row, 'clear');
    return { row, closed: 'clear' };
  }
  const again = new Date(tx.now.getTime() + dayMs).toISOString();
  store.appendDeadline(tx, input, { kind: publicityDeadline, rule: 'unanswered', at: again });
  return { row, closed: null };
}

/** A notice that was posted. Refused when there is none, or it does not hang yet: for everybody that is the same. */
export async function readPublicity(reader: Reader, input: Which): Promise<PublicityRow> {
  const row = await store.readOne(reader, input);
  return row && rules.isPublic(row) ? row : refuse(refusals.publicityUnknown);
}

/** A notice in whatever state, for those who draft, check and approve. */
export async function readAnyPublicity(reader: Reader, input: Which): Promise<PublicityRow> {
  return (await store.readOne(reader, input)) ?? refuse(refusals.publicityUnknown);
}

export type Objection = Omit<ObjectionRow, 'wordsSealed' | 'nameSealed'> & { words: string; name: string };

/** Every objection to a notice with its words: for who answers, and each for who wrote it. */
export async function readObjections(
  reader: Reader,
  { sealer }: { sealer: Sealer },
  which: Which,
): Promise<Objection[]> {
  return (await store.readObjections(reader, which)).map(({ wordsSealed, nameSealed, ...row }) => ({
    ...row,
    words: sealer.open(wordsPlace(row.publicityId, row.number), wordsSealed),
    name: sealer.open(namePlace(row.publicityId, row.number), nameSealed),
  }));
}

/** Adds photos of the board on which a notice hangs. Refused before it is posted. */
export async function proveBoard(tx: Tx, by: Person, input: Which & { fileIds: readonly string[] }): Promise<void> {
  await readPublicity(tx, input);
  await store.insertProofs(tx, input, { fileIds: [...new Set(input.fileIds)], by });
}

export type PastObjection = Pick<
  ObjectionRow,
  'at' | 'userId' | 'answer' | 'upheld' | 'answeredBy' | 'answeredName'
> & {
  answeredAt: string | null;
  name: string;
  words: string;
};

export type PastPublicity = Omit<
  PublicityRow,
  'closesAt' | 'openingHash' | 'closingHash' | 'endedAt' | 'objections' | 'openObjections'
> & {
  areaName: string;
  /** Digests of its pictures. */
  digests: string[];
  said: PastObjection[];
  proofs: { fileId: string; at: string; byId: string; byName: string }[];
};

/** Adds notices of the past as they hung, with the texts and hashes of then: for records kept elsewhere. */
export function importPublicities(tx: Tx, doors: { sealer: Sealer }, list: readonly PastPublicity[]): void {
  for (const past of list) importOne(tx, doors, past);
}

function importOne(tx: Tx, { sealer }: { sealer: Sealer }, past: PastPublicity): void {
  const { areaName, digests, said, proofs, ...row } = past;
  const { areaId, id, postedAt, closedAt } = row;
  const closesAt = postedAt && rules.periodOf(postedAt, row.days).closesAt;
  const opening = postedAt && rules.openingText(row, { areaName, pictures: digests, postedAt });
  const openingHash = opening ? sha256(opening) : null;
  const numbered = said.map((one, at) => ({ ...one, number: at + 1 }));
  const end = { id, openingHash: openingHash ?? '', closedAt: closedAt ?? '', reason: row.withdrawnReason };
  const outcome = row.state as ClosedAs;
  const closing = openingHash && closedAt ? rules.closingText({ ...end, outcome, objections: numbered }) : null;
  store.appendPublicity(tx, {
    ...row,
    ...{ closesAt, openingHash, closingHash: closing && sha256(closing) },
    endedAt: row.state === 'clear' ? closedAt : null,
    objections: said.length,
    openObjections: said.filter(({ answeredAt }) => answeredAt === null).length,
  });
  const seen = { areaId, publicityId: id };
  if (opening && postedAt)
    store.appendSnapshot(tx, {
      ...seen,
      id: tx.newId(),
      at: postedAt,
      act: 'opening',
      text: opening,
      hash: sha256(opening),
    });
  if (closing && closedAt)
    store.appendSnapshot(tx, {
      ...seen,
      id: tx.newId(),
      at: closedAt,
      act: 'closing',
      text: closing,
      hash: sha256(closing),
    });
  for (const { name, words, ...one } of numbered)
    store.appendObjection(tx, {
      ...one,
      ...seen,
      closesAt: closesAt ?? '',
      pictures: [],
      nameSealed: sealer.seal(namePlace(id, one.number), name),
      wordsSealed: sealer.seal(wordsPlace(id, one.number), words),
    });
  for (const proof of proofs) store.appendProof(tx, { ...seen, ...proof });
  if (row.state === 'open' && closesAt)
    store.appendDeadline(tx, { areaId, id }, { kind: publicityDeadline, rule: 'close', at: closesAt });
}

export {
  readAlive,
  readAllPosted,
  countOpen,
  findPosted,
  readOfMatter,
  readPosted,
  readProofs,
  readProven,
  readSnapshot,
  readSomePosted,
  readSuccessor,
} from './store.ts';
export { daysLeft, isAlive, isAsPosted, isOver, periodOf, shortHash, whyNotObject } from './rules.ts';
export { whyNotApprove, whyNotCheck, whyNotReturn, whyNotWithdraw } from './rules.ts';
