import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import { readRecord, tallyOf, verifyRecord } from '#shared/recount';
import type { ElectorInput } from '#kernel-contract/ballots';
import {
  castVote,
  closeBallot,
  draftBallot,
  loadBallotRules,
  openBallot,
  readBallot,
  readBody,
  sha256,
  type Draft,
} from '#kernel/ballots';
import { testDatabase } from '#tests/database';

const { database } = await testDatabase();
const rules = loadBallotRules(join(import.meta.dirname, '../../../library'));
const areaId = '0197b000-0000-7000-8000-000000000004';
const opens = new Date('2026-11-20T02:00:00.000Z');
const during = new Date('2026-11-21T02:00:00.000Z');
const closes = new Date('2026-11-24T16:00:00.000Z');

const draft: Draft = {
  ...{ areaId, matterId: null, step: null, estateId: null, title: '更换电梯', question: '是否同意？', choices: [] },
  ...{ electorate: ['owners'], rule: 'owners-double-majority', secret: false, changeable: false, paperRule: 'paper' },
  ...{ pick: 1, proxiesMost: 1, closesAt: closes.toISOString(), draftedBy: 'worker' },
};
const door = (index: number, more: Partial<ElectorInput> = {}): ElectorInput => ({
  ...{
    ref: `unit-${index}`,
    label: `3号楼${index}01`,
    name: '',
    userId: `owner-${index}`,
    buildingId: null,
    area: 9000,
  },
  ...more,
});
type Elector = { id: string; number: number; code: string };
type Opened = { ballotId: string; electors: Elector[] };

const open = async (changes: Partial<Draft>, inputs: ElectorInput[]): Promise<Opened> => {
  const ballotId = await database.transaction(opens, async (tx) => draftBallot(tx, rules, { ...draft, ...changes }));
  const { electors } = await database.transaction(opens, (tx) =>
    openBallot(tx, { areaId, ballotId, closesAt: null, openedBy: 'secretary', electors: inputs }),
  );
  return { ballotId, electors };
};
let nonces = 0;
const nonce = (): string => `nonce-${String(++nonces).padStart(16, '0')}`;
const cast = (ballotId: string, electorId: string, userId: string, choices: string[], at = during, with_ = nonce()) =>
  database.transaction(at, (tx) => castVote(tx, { areaId, ballotId, electorId, userId, choices, nonce: with_ }));
const close = (ballotId: string, at = closes) =>
  database.transaction(at, (tx) => closeBallot(tx, { areaId, ballotId }));
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    },
  );

describe('a ballot', () => {
  test('is cast, closed, recorded, and counted the same by anybody', async () => {
    const { ballotId, electors } = await open(
      {},
      [1, 2, 3].map((index) => door(index)),
    );
    const [one, two] = electors as unknown as [Elector, Elector, Elector];
    const receipt = await cast(ballotId, one.id, 'owner-1', ['yes'], during, 'nonce-of-number-one-1');
    expect(receipt.receipt).toBe(sha256('nonce-of-number-one-1'));
    expect(await cast(ballotId, one.id, 'owner-1', ['yes'], during, 'nonce-of-number-one-1')).toEqual(receipt);
    expect(await codeOf(cast(ballotId, one.id, 'owner-1', ['no']))).toBe('ballot.voted-already');
    expect(await codeOf(cast(ballotId, two.id, 'owner-1', ['no']))).toBe('ballot.not-elector');
    expect(await codeOf(cast(ballotId, two.id, 'owner-2', []))).toBe('ballot.nothing-chosen');
    expect(await codeOf(cast(ballotId, two.id, 'owner-2', ['maybe']))).toBe('ballot.choice-unknown');
    await cast(ballotId, two.id, 'owner-2', ['yes']);
    expect(await close(ballotId, during)).toBeNull();
    expect(await codeOf(cast(ballotId, electors[2]!.id, 'owner-3', ['yes'], closes))).toBe('ballot.closed');
    const closed = await close(ballotId);
    expect(closed?.tally.outcome).toBe('passed');
    expect(await codeOf(cast(ballotId, electors[2]!.id, 'owner-3', ['yes']))).toBe('ballot.closed');
    const row = await readBallot(database, areaId, ballotId);
    const text = (await readBody(database, areaId, ballotId)) ?? '';
    expect(sha256(text)).toBe(row?.recordHash);
    expect(tallyOf(readRecord(text))).toEqual(row?.tally);
    expect(await verifyRecord(text, row?.recordHash ?? '', sha256)).toMatchObject({ ok: true, reasons: [] });
  });

  test('secret: who took part and what was chosen stand apart', async () => {
    const { ballotId, electors } = await open(
      { secret: true, electorate: ['residents'], rule: 'majority-of-members' },
      [1, 2, 3].map((index) => door(index)),
    );
    for (const [index, { id }] of electors.entries())
      await cast(ballotId, id, `owner-${index + 1}`, [index === 2 ? 'no' : 'yes']);
    expect(await codeOf(cast(ballotId, electors[0]!.id, 'owner-1', ['no']))).toBe('ballot.voted-already');
    const closed = await close(ballotId);
    expect(closed?.tally.choices[0]).toEqual({ id: 'yes', number: 2, area: 0 });
    expect(closed?.tally.outcome).toBe('passed');
  });
});
