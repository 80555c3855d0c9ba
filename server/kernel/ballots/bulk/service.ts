import type { Tx } from '#platform/database';
import { lettersFrom } from '#shared/ids';
import { sha256 } from '../closing/service.ts';
import type { BallotRules, DeliveryWay, ElectorInput, PaperRule } from '../contract.ts';
import { appendDelivery } from '../desk/store.ts';
import { headOf, listedIn, writeOpening, writeRecord } from '../record/rules.ts';
import { choicesFor } from '../rules.ts';
import { appendElector, appendRecord } from '../store.ts';
import type { BallotRow } from '../tables.ts';
import * as store from './store.ts';

type Reading = { byId: string; byName: string; choices: readonly string[]; at: string };

export type PastElector = ElectorInput & {
  id: string;
  deliveries: readonly { id: string; way: DeliveryWay; at: string; byId: string; byName: string; note: string }[];
  vote: { way: 'phone' | 'paper'; choices: readonly string[]; at: string } | null;
  /** What people read from her paper. */
  readings: readonly Reading[];
};

export type PastBallot = {
  areaId: string;
  id: string;
  estateId: string | null;
  title: string;
  question: string;
  choices: readonly string[];
  electorate: readonly string[];
  rule: string;
  secret: boolean;
  changeable: boolean;
  paperRule: PaperRule;
  draftedBy: string;
  openedBy: string;
  draftedAt: string;
  openedAt: string;
  closesAt: string;
  /** Closed at its time, or still open. */
  closed: boolean;
  electors: readonly PastElector[];
};

/** Adds a ballot kept elsewhere, with everything that was cast; a closed one with its record. The same ballot gives the same record. */
export function importBallot(tx: Tx, { rules }: BallotRules, past: PastBallot): void {
  const rule = rules.get(past.rule);
  if (!rule) throw new Error(`the library has no rule ${past.rule}`);
  const { areaId, id, electors } = past;
  const which = { areaId, ballotId: id };
  const rows = electors.map((one, index) => rowOf(which, one, index));
  const { closed, choices, electorate, electors: _, ...told } = past;
  const opened = {
    ...{
      ...told,
      choices: choicesFor(choices),
      electorate: electorate.join(','),
      ruleName: rule.name,
      terms: rule.terms,
    },
    ...{ pick: 1, electors: rows.length, state: 'open' as const, matterId: null, step: null, proxiesMost: 1 },
    ...{ opensAt: null, closedAt: null, tally: null, outcome: null, recordHash: null, withdrawnReason: null },
  };
  const listed = listedIn(opened.electorate, rows);
  const openingHash = sha256(writeOpening(headOf(opened), listed));
  const ballot: BallotRow = { ...opened, openingHash };
  for (const row of rows) appendElector(tx, row);
  const cast = castOf(past);
  if (!closed) store.appendBallot(tx, ballot);
  else {
    const close = { closedAt: past.closesAt, opening: openingHash };
    const { text, record } = writeRecord(headOf(opened), listed, close, cast);
    const { tally } = record;
    const result = { tally, outcome: tally.outcome, recordHash: sha256(text), closedAt: past.closesAt };
    store.appendBallot(tx, { ...ballot, ...result, state: 'closed' });
    appendRecord(tx, { ...which, body: text });
  }
  for (const one of electors) appendCast(tx, past, one);
  if (past.secret) for (const slip of cast.slips) store.appendSecret(tx, which, slip);
}

const codeLetters = 8;

function rowOf(which: { areaId: string; ballotId: string }, one: PastElector, index: number) {
  const digest = sha256(`${one.id} code`);
  const bytes = Uint8Array.from({ length: codeLetters }, (__, at) =>
    Number.parseInt(digest.slice(at * 2, at * 2 + 2), 16),
  );
  const { id, ref, label, name, userId, buildingId, area } = one;
  return {
    ...{ ...which, id, number: index + 1, person: index + 1, ref, label, name, userId, buildingId, area },
    ...{ coOwners: [], code: lettersFrom(bytes, codeLetters) },
  };
}

const receiptOf = (one: PastElector): string => sha256(`${one.id} receipt`);

function castOf({ electors, secret }: PastBallot) {
  const cast = electors.flatMap((one, index) => (one.vote ? [{ one, vote: one.vote, number: index + 1 }] : []));
  return {
    excluded: [],
    tookPart: secret ? cast.map(({ number, vote }) => ({ number, way: vote.way })) : [],
    slips: secret
      ? cast
          .map(({ one, vote }) => ({ receipt: receiptOf(one), choices: vote.choices }))
          .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
      : [],
    votes: secret
      ? []
      : cast.map(({ one, vote, number }) => ({ ...vote, number, revision: 1, receipt: receiptOf(one) })),
  };
}

function appendCast(tx: Tx, past: PastBallot, one: PastElector): void {
  const { areaId, id: ballotId, secret } = past;
  for (const delivery of one.deliveries)
    appendDelivery(tx, { areaId, ballotId, electorId: one.id, proofFile: null, ...delivery });
  for (const reading of one.readings) store.appendEntry(tx, { areaId, ballotId }, { subject: one.id, ...reading });
  if (!one.vote) return;
  if (secret) return store.appendParticipation(tx, { areaId, ballotId }, one.id, one.vote.way);
  const by = { byId: one.readings.at(-1)?.byId ?? one.userId ?? past.draftedBy, byProxy: false };
  const choices = [...one.vote.choices];
  store.appendVote(tx, {
    ...{ areaId, ballotId, electorId: one.id, revision: 1, receipt: receiptOf(one), ...by },
    ...{ way: one.vote.way, at: one.vote.at, choices },
  });
}

/** Leaves to the worker what becomes of an open ballot. */
export function watchBallot(tx: Tx, past: PastBallot, kind: string): void {
  tx.append('jobs.deadlines', {
    ...{ id: tx.newId(), area_id: past.areaId, subject: past.id, kind, rule: 'close', token: 0, due_at: past.closesAt },
    ...{ attempts: 0, last_error: null },
  });
}
