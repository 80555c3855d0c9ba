import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import * as kernel from '#kernel/ballots';
import type { BallotRules, ElectorInput } from '#kernel-contract/ballots';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { Roster } from '#modules/messages';
import type {
  BallotList,
  BallotQuery,
  BallotSummary,
  BallotWords,
  ElectorateCount,
  NewBallot,
  VoteReceipt,
} from './contract.ts';
import * as rules from './rules.ts';

export type ElectorsAsked = { areaId: string; estateId: string | null; electorate: readonly string[]; now: Date };

export type BallotDoors = {
  tree: AreaTree;
  roster: Roster;
  may(actor: Actor, capability: string, areaId: string): boolean;
  rules: BallotRules;
  /** What bodies are called: `owners-committee` → 业主委员会. */
  bodies: Record<string, string>;
  /** Who is entitled as of now. */
  electorsOf(reader: Reader, asked: ElectorsAsked): Promise<ElectorInput[]>;
};

type Which = { areaId: string; ballotId: string };

export function capabilitiesOf(actor: Actor, doors: BallotDoors, areaId: string) {
  const can = (capability: string): boolean => doors.may(actor, capability, areaId);
  return { manage: can('ballot.manage'), open: can('ballot.open'), paper: can('ballot.paper') };
}

export function summaryOf(ballot: kernel.ListedBallot, doors: BallotDoors, now: Date): BallotSummary {
  const { areaId, id, title, question, state, secret, estateId, ruleName, outcome, matterId } = ballot;
  const { opensAt, openedAt, closesAt, closedAt } = ballot;
  const counts = ballot.terms.by.includes('area');
  return {
    ...{ areaId, id, title, question, state, secret, estateId, ruleName, outcome, matterId },
    ...{ opensAt, openedAt, closesAt, closedAt },
    ...rules.wordsOf(ballot, now),
    electorateName: rules.electorateName(ballot.electorate, doors),
    estateName: estateId ? (doors.tree.get(estateId)?.name ?? '') : '',
    turnout:
      state === 'open' || state === 'closed'
        ? { number: ballot.number, of: ballot.of, area: counts ? ballot.area : 0, areaOf: counts ? ballot.areaOf : 0 }
        : null,
    mine: { electors: ballot.mineElectors, voted: ballot.mineVoted },
  };
}

/** The ballots of an area, those that close last first. Drafts only for who prepares them; never a result before closing. */
export async function listBallots(
  reader: Reader,
  actor: Actor,
  doors: BallotDoors,
  input: { areaId: string; query: BallotQuery; now: Date },
): Promise<BallotList> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { state, matterId, cursor, limit } = input.query;
  const can = capabilitiesOf(actor, doors, areaId);
  const rows = await kernel.readBallots(reader, {
    areaId,
    userId: isSignedIn(actor) ? actor.id : '',
    states: rules.statesOf(state, can.manage || can.open),
    matterId: matterId ?? null,
    mine: state === 'mine',
    after: cursor ? readPlace(cursor) : null,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map((row) => summaryOf(row, doors, input.now)),
    nextCursor: last ? writeCursor([last.closesAt ?? 'infinity', last.id]) : null,
    can,
  };
}

const readPlace = (cursor: string): kernel.BallotPlace =>
  readCursor(cursor, ([closesAt, id]: [string, string]) =>
    (closesAt === 'infinity' || !Number.isNaN(Date.parse(closesAt))) && /^[0-9a-f-]{36}$/.test(id)
      ? { closesAt, id }
      : null,
  );

/** What a new ballot may be made of: rules, electorates, estates. */
export function readWords(doors: BallotDoors, areaId: string): BallotWords {
  const owner = requireOwner(doors.tree, areaId);
  const named = [...doors.rules.electorates].map(([id, name]) => ({ id, name }));
  const bodies = Object.entries(doors.bodies).map(([id, name]) => ({ id: `body:${id}`, name }));
  return {
    rules: [...doors.rules.rules.values()].map(({ id, name, terms, legal }) => ({
      ...{ id, name, legal, sentences: kernel.ruleSentences(terms) },
      byArea: terms.by.includes('area'),
    })),
    electorates: [...named, ...bodies].map((one) => ({ ...one, atLeast: doors.rules.floors.get(one.id) ?? null })),
    estates: doors.tree.under(owner.id, 'estate').map(({ id, name }) => ({ id, name })),
  };
}

/** How many an electorate would find if the ballot opened now. Refused for an estate that lies elsewhere. */
export async function countElectorate(
  reader: Reader,
  doors: BallotDoors,
  input: { areaId: string; electorate: string; estateId: string | null; now: Date },
): Promise<ElectorateCount> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { estateId, now } = input;
  if (estateId !== null && doors.tree.ownerOf(estateId) !== areaId) refuse(estateElsewhere);
  const found = await doors.electorsOf(reader, { areaId, estateId, electorate: input.electorate.split(','), now });
  return {
    electors: found.length,
    persons: new Set(found.map(({ person, ref }) => person ?? `door:${ref}`)).size,
    area: found.reduce((sum, { area }) => sum + area, 0),
    byPhone: found.filter(({ userId }) => userId !== null).length,
  };
}

/** Drafts a ballot of a community. Refused as the kernel does, and for an estate that lies elsewhere. */
export async function draftBallot(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: { areaId: string; ballot: NewBallot },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { electorate, estateId = null, matterId = null, closesAt = null, ...rest } = input.ballot;
  if (estateId !== null && doors.tree.ownerOf(estateId) !== areaId) refuse(estateElsewhere);
  const id = await kernel.draftBallot(tx, doors.rules, {
    ...rest,
    ...{ areaId, matterId, step: null, estateId, closesAt, draftedBy: actor.id, electorate: electorate.split(',') },
  });
  changed(tx, actor, { areaId, ballotId: id, act: 'ballot.draft' });
  return id;
}

const estateElsewhere = {
  code: 'ballot.estate-elsewhere',
  status: 422,
  zh: '这个小区不在本社区，请从列表里选一个。',
  en: 'This estate lies in another community.',
  fields: { estateId: '请从列表里选' },
} as const;

/** Opens a draft with everybody who is entitled at this moment. */
export async function openBallot(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { closesAt: string | null; estateId?: string | undefined },
): Promise<{ closesAt: string; ballot: kernel.BallotRow }> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const ballot = (await kernel.readBallot(tx, areaId, input.ballotId)) ?? refuse(kernel.ballotUnknown);
  const estateId = ballot.estateId ?? input.estateId ?? null;
  if (estateId !== null && doors.tree.ownerOf(estateId) !== areaId) refuse(estateElsewhere);
  const asked = { areaId, estateId, electorate: ballot.electorate.split(','), now: tx.now };
  const electors = await doors.electorsOf(tx, asked);
  const { closesAt } = await kernel.openBallot(tx, { ...input, areaId, estateId, openedBy: actor.id, electors });
  changed(tx, actor, { areaId, ballotId: ballot.id, act: 'ballot.open', detail: { electors: electors.length } });
  return { closesAt, ballot };
}

export async function withdrawBallot(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { reason: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  await kernel.withdrawBallot(tx, { ...input, areaId });
  changed(tx, actor, { areaId, ballotId: input.ballotId, act: 'ballot.withdraw' });
}

/**
 * Casts a vote of the one who asks, and answers the receipt. What was chosen leaves this function for the kernel alone: neither the
 * audit nor a message nor a stored answer knows it.
 */
export async function castVote(
  tx: Tx,
  actor: Actor,
  doors: BallotDoors,
  input: Which & { elector: string; choices: string[]; nonce: string },
): Promise<VoteReceipt> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { ballotId, elector: electorId, choices, nonce } = input;
  const receipt = await kernel.castVote(tx, { areaId, ballotId, electorId, userId: actor.id, choices, nonce });
  // Open pages are not told: that somebody votes at this moment is nobody's.
  audit(tx, actor, { areaId, act: 'ballot.vote', subject: `ballot:${ballotId}` });
  return receipt;
}

export function changed(
  tx: Tx,
  actor: Actor,
  { areaId, ballotId, act, detail = {} }: Which & { act: string; detail?: Record<string, unknown> },
): void {
  audit(tx, actor, { areaId, act, subject: `ballot:${ballotId}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'ballot' }));
}

/** The public record as it was hashed. Refused until the ballot is closed. */
export async function readRecordText(reader: Reader, doors: BallotDoors, input: Which): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const ballot = await kernel.readBallot(reader, areaId, input.ballotId);
  if (!ballot || ballot.state === 'draft' || ballot.state === 'withdrawn') return refuse(kernel.ballotUnknown);
  return (await kernel.readBody(reader, areaId, ballot.id)) ?? refuse(recordNotYet);
}

const recordNotYet = {
  code: 'ballot.record-not-yet',
  status: 409,
  zh: '表决还没有结束，记录要等截止后才公布。',
  en: 'The record is published when the ballot has closed.',
} as const;
