import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import type { ElectorInput } from '#kernel-contract/ballots';
import {
  castVote,
  closeBallot,
  draftBallot,
  enterPaper,
  loadBallotRules,
  makeSlips,
  openBallot,
  takeSlip,
  type Draft,
} from '#kernel/ballots';
import { testDatabase } from '#tests/database';

const { database, pool, owner } = await testDatabase();
const rules = loadBallotRules(join(import.meta.dirname, '../../../library'));
const areaId = '0197b000-0000-7000-8000-000000000004';
const opens = new Date('2026-11-20T02:00:00.000Z');
const during = new Date('2026-11-21T02:00:00.000Z');
const closes = new Date('2026-11-24T16:00:00.000Z');
const draft: Draft = {
  ...{ areaId, matterId: null, step: null, estateId: null, title: '更换电梯', question: '', choices: [] },
  ...{ electorate: ['owners'], rule: 'owners-double-majority', secret: false, changeable: false, paperRule: 'paper' },
  ...{ pick: 1, proxiesMost: 1, closesAt: closes.toISOString(), draftedBy: 'worker' },
};
const voters = (count: number): ElectorInput[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ ref: `unit-${index}`, label: `${index} 号`, name: '', userId: `owner-${index}`, buildingId: null, area: 9000 },
  }));
const open = async (changes: Partial<Draft>, count: number) => {
  const ballotId = await database.transaction(opens, (tx) => draftBallot(tx, rules, { ...draft, ...changes }));
  const { electors } = await database.transaction(opens, (tx) =>
    openBallot(tx, { areaId, ballotId, closesAt: null, openedBy: 'secretary', electors: voters(count) }),
  );
  return { ballotId, electors };
};
let nonces = 0;
const cast = (ballotId: string, electorId: string, userId: string, choice = 'yes', at = during) =>
  database
    .transaction(at, (tx) =>
      castVote(tx, {
        areaId,
        ballotId,
        electorId,
        userId,
        choices: [choice],
        nonce: `nonce-${String(++nonces).padStart(16, '0')}`,
      }),
    )
    .then(() => 'cast')
    .catch((error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    });
const close = (ballotId: string) => database.transaction(closes, (tx) => closeBallot(tx, { areaId, ballotId }));
const secret = { secret: true, electorate: ['residents'], rule: 'majority-of-members' };

describe('R5: one elector, one vote', () => {
  // 500 for the whole proof; a dozen each time.
  const people = Number(process.env.LIREN_BALLOT_VOTERS ?? 12);
  const duplicates = 20;
  test('every voter sends twenty at once: at most one counts each, also when votes may be changed', async () => {
    for (const changes of [{}, { changeable: true }, secret]) {
      const { ballotId, electors } = await open(changes, people);
      const all = electors.flatMap(({ id, ref }) =>
        Array.from({ length: duplicates }, (_, index) =>
          cast(ballotId, id, `owner-${ref.slice(5)}`, index % 2 ? 'yes' : 'no'),
        ),
      );
      const results = await Promise.all(all);
      expect(results.filter((result) => result === 'cast').length).toBeGreaterThanOrEqual(people);
      const closed = await close(ballotId);
      expect(closed?.tally.tookPart.number).toBe(people);
      expect(closed?.tally.choices.reduce((sum, { number }) => sum + number, 0)).toBe(people);
    }
  });
  test('the control without the key counts twice', async () => {
    await owner.query('create table naive_votes (elector int, choice text)');
    const hasVoted = async (): Promise<boolean> =>
      (await owner.query('select from naive_votes where elector = 1')).rows.length > 0;
    for (const voted of await Promise.all([hasVoted(), hasVoted()]))
      if (!voted) await owner.query(`insert into naive_votes values (1, 'yes')`);
    const { rows } = await owner.query('select count(*)::int as votes from naive_votes');
    await owner.query('drop table naive_votes');
    expect(rows[0].votes).toBe(2);
  });
});

describe('R5: a closed ballot takes no vote', () => {
  /** A vote that is written and not committed yet, while the ballot is being closed. */
  const closingMeanwhile = async (held: boolean) => {
    const { ballotId, electors } = await open({}, 3);
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (held) await client.query('select from ballots where area_id = $1 and id = $2 for share', [areaId, ballotId]);
      await client.query(
        `insert into votes (area_id, ballot_id, elector_id, way, revision, choices, receipt, at, by_id, by_proxy)
         values ($1, $2, $3, 'phone', 1, '{yes}', 'receipt', $4, 'owner-0', false)`,
        [areaId, ballotId, electors[0]?.id, during],
      );
      const closing = close(ballotId);
      if (held) await waiting();
      else await closing;
      await client.query('commit');
      const closed = await closing;
      const { rows } = await owner.query('select count(*)::int as votes from votes where ballot_id = $1', [ballotId]);
      return { counted: closed?.tally.tookPart.number, kept: rows[0].votes };
    } finally {
      client.release();
    }
  };
  const waiting = async (): Promise<void> => {
    for (;;) {
      const { rows } = await owner.query(
        `select count(*)::int as waiting from pg_locks where not granted and locktype in ('transactionid', 'tuple')
           and pid in (select pid from pg_stat_activity where datname = current_database())`,
      );
      if (rows[0].waiting > 0) return;
    }
  };
  test('who was voting is counted: closing waits for it; the control without the lock loses the vote', async () => {
    expect(await closingMeanwhile(true)).toEqual({ counted: 1, kept: 1 });
    expect(await closingMeanwhile(false)).toEqual({ counted: 0, kept: 1 });
  });
  test('votes and closing at once: what was cast is what is counted; afterwards 0 are taken, also with the clock moved back', async () => {
    const { ballotId, electors } = await open({}, 30);
    const voting = electors.map(({ id, ref }) => cast(ballotId, id, `owner-${ref.slice(5)}`));
    const [closed, ...results] = await Promise.all([close(ballotId), ...voting]);
    const taken = results.filter((result) => result === 'cast').length;
    expect(closed?.tally.tookPart.number).toBe(taken);
    expect(results.filter((result) => result === 'ballot.closed').length).toBe(30 - taken);
    for (const at of [during, closes, opens])
      expect(await cast(ballotId, electors[0]?.id ?? '', 'owner-0', 'yes', at)).toBe('ballot.closed');
    expect(await close(ballotId)).toBeNull();
  });
  test('a vote after the time and before the closing job is refused; one millisecond before it is taken', async () => {
    const { ballotId, electors } = await open({}, 2);
    const [one, two] = electors;
    expect(await cast(ballotId, one?.id ?? '', 'owner-0', 'yes', closes)).toBe('ballot.closed');
    expect(await cast(ballotId, two?.id ?? '', 'owner-1', 'yes', new Date(closes.getTime() - 1))).toBe('cast');
  });
});

describe('papers read at once', () => {
  test('two readers at the same moment make one vote', async () => {
    const { ballotId, electors } = await open({}, 8);
    const read = (code: string, by: string) =>
      database.transaction(during, (tx) =>
        enterPaper(tx, { areaId, ballotId, code, choices: ['yes'], by: { id: by, name: by } }),
      );
    await Promise.all(electors.flatMap(({ code }) => [read(code, 'one'), read(code, 'two')]));
    expect((await close(ballotId))?.tally.choices[0]?.number).toBe(8);
  });
  test('slips: no more are entered than were taken, and a slip is nobody’s', async () => {
    const { ballotId, electors } = await open(secret, 4);
    const codes = await database.transaction(during, (tx) => makeSlips(tx, { areaId, ballotId, count: 3 }));
    const take = (index: number) =>
      database.transaction(during, (tx) => takeSlip(tx, { areaId, ballotId, electorId: electors[index]?.id ?? '' }));
    await take(0);
    await expect(take(0)).rejects.toMatchObject({ refusal: { code: 'ballot.slip-taken' } });
    expect(await cast(ballotId, electors[0]?.id ?? '', 'owner-0')).toBe('ballot.voted-already');
    const read = (code: string, by: string) =>
      database.transaction(during, (tx) =>
        enterPaper(tx, { areaId, ballotId, code, choices: ['no'], by: { id: by, name: by } }),
      );
    await read(codes[0] ?? '', 'one');
    expect(await read(codes[0] ?? '', 'two')).toBe('done');
    await read(codes[1] ?? '', 'one');
    await expect(read(codes[1] ?? '', 'two')).rejects.toMatchObject({ refusal: { code: 'ballot.slips-too-many' } });
    expect((await close(ballotId))?.tally).toMatchObject({ tookPart: { number: 1 }, outcome: 'failed' });
  });
});

describe('what the database itself holds', () => {
  const refused = (sql: string): Promise<string> =>
    pool.query(sql).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  test('the role of the app can neither change nor delete a vote, nor what was asked', async () => {
    for (const table of ['votes', 'secret_votes', 'participations', 'paper_entries', 'deliveries', 'ballot_records']) {
      expect(await refused(`delete from ${table}`)).toBe('42501');
      expect(await refused(`update ${table} set area_id = area_id`)).toBe('42501');
    }
    for (const column of ['rule', 'choices', 'secret', 'terms', 'electorate', 'pick'])
      expect(await refused(`update ballots set ${column} = ${column}`)).toBe('42501');
    expect(await refused('update electors set area = area')).toBe('42501');
  });
  test('no ballot is closed early, nor shows a result while it is open', async () => {
    const { ballotId } = await open({}, 2);
    const set = (to: string) => refused(`update ballots set ${to} where id = '${ballotId}'`);
    const whole = `tally = '{}', outcome = 'passed', record_hash = 'x'`;
    expect(await set(`state = 'closed', closed_at = '2026-11-24T15:59:59Z', ${whole}`)).toBe('23514');
    expect(await set(`outcome = 'passed'`)).toBe('23514');
  });
  test('R7: nothing in the tables joins a secret vote to a person: no elector, no time, no order', async () => {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select column_name as name, data_type as type from information_schema.columns where table_name = 'secret_votes'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(['area_id', 'ballot_id', 'choices', 'receipt']);
    const { rows: taking } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'participations'`,
    );
    expect(taking.map(({ name }) => name).sort()).toEqual(['area_id', 'ballot_id', 'elector_id', 'way']);
    const { ballotId, electors } = await open(secret, 12);
    for (const { id, ref } of electors) await cast(ballotId, id, `owner-${ref.slice(5)}`);
    const dump = await owner.query<{ line: string }>(
      `select s::text as line from secret_votes s where ballot_id = $1`,
      [ballotId],
    );
    for (const { id, code, userId } of electors)
      for (const { line } of dump.rows) for (const known of [id, code, userId ?? '']) expect(line).not.toContain(known);
    const record = await close(ballotId);
    expect(record?.tally.tookPart.number).toBe(12);
    const { rows: bodies } = await owner.query<{ body: string }>(
      'select body from ballot_records where ballot_id = $1',
      [ballotId],
    );
    const receipts = [...(bodies[0]?.body ?? '').matchAll(/^\["slip","([0-9a-f]{64})"/gm)].map(
      ([, receipt]) => receipt ?? '',
    );
    expect(receipts).toEqual([...receipts].sort());
  });
});
