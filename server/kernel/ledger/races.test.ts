import { describe, expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import type { NewEntry } from '#kernel-contract/ledger';
import { closeMonth, findFaults, openAccount, openBook, post, readAccounts, readBook, reverse } from '#kernel/ledger';
import { testDatabase } from '#tests/database';

const { database, owner, pool } = await testDatabase();
const areaId = '0197b000-0000-7000-8000-000000000004';
const now = new Date('2026-07-05T02:00:00.000Z');
const bank = '0197b000-0000-7000-8001-000000000001';
const fees = '0197b000-0000-7000-8001-000000000002';

let books = 0;
async function newBook(funds = 0): Promise<string> {
  const bookId = `0197b000-0000-7000-8002-${String(++books).padStart(12, '0')}`;
  await database.transaction(now, async (tx) => {
    await openBook(tx, { areaId, id: bookId, unit: 'fen', name: '公共收益', openedMonth: 202606 });
    const account = { areaId, bookId, kind: 'asset' as const };
    await openAccount(tx, { ...account, id: bank, code: '1002', name: '银行存款', neverNegative: true });
    await openAccount(tx, { ...account, id: fees, code: '6001', name: '停车费', neverNegative: false });
    if (funds) await post(tx, entry(bookId, funds, { key: 'funds' }));
  });
  return bookId;
}
let keys = 0;
const entry = (bookId: string, amount: number, changes: Partial<NewEntry> = {}): NewEntry => ({
  ...{ areaId, bookId, key: `k${++keys}`, day: '2026-06-10', memo: '', ref: null },
  lines: [
    { accountId: bank, amount },
    { accountId: fees, amount: -amount },
  ],
  ...changes,
});
const told = <T>(work: Promise<T>): Promise<T | string> =>
  work.catch((error: unknown) => {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  });
const posted = (asked: NewEntry) => told(database.transaction(now, (tx) => post(tx, asked)));
const close = (bookId: string, name: string) =>
  told(
    database
      .transaction(now, (tx) => closeMonth(tx, { areaId, bookId, month: 202606, by: { id: name, name } }))
      .then(({ by }) => by.id),
  );
const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const balance = async (bookId: string): Promise<number | undefined> =>
  (await readAccounts(database, { areaId, bookId }))[0]?.balance;

describe('at the same moment', () => {
  test('twenty pay 30 of 100: three are paid, the others are told, and the account stands at 10', async () => {
    const bookId = await newBook(100);
    const results = await times(20, () => posted(entry(bookId, -30)));
    expect(results.filter((result) => typeof result === 'object')).toHaveLength(3);
    expect(results.filter((result) => result === 'ledger.below-zero')).toHaveLength(17);
    expect(await balance(bookId)).toBe(10);
  });

  test('control: who reads the balance first and pays then pays twice', async () => {
    await owner.query('create table naive_payments (amount int); insert into naive_payments values (30)');
    const stands = async (): Promise<number> =>
      (await owner.query('select sum(amount)::int as sum from naive_payments')).rows[0].sum;
    for (const sum of await Promise.all([stands(), stands()]))
      if (sum >= 30) await owner.query('insert into naive_payments values (-30)');
    expect(await stands()).toBe(-30);
    await owner.query('drop table naive_payments');
  });

  test('the same is posted twenty times under one key: one entry, and all get it', async () => {
    const bookId = await newBook();
    const asked = entry(bookId, 500);
    const results = await times(20, () => posted(asked));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await readBook(database, { areaId, bookId })).toMatchObject({ entries: 1 });
    expect(await balance(bookId)).toBe(500);
  });

  test('twenty different ones under one key: one stands, the others are refused', async () => {
    const bookId = await newBook();
    const results = await times(20, (index) => posted(entry(bookId, index + 1, { key: 'one' })));
    expect(results.filter((result) => result === 'ledger.key-used')).toHaveLength(19);
    expect((await readBook(database, { areaId, bookId })).entries).toBe(1);
  });

  test('an entry is taken back by twenty: once', async () => {
    const bookId = await newBook(100);
    const back = (index: number) =>
      told(
        database.transaction(now, (tx) =>
          reverse(tx, { areaId, bookId, seq: 1, key: `back-${index}`, day: '2026-07-01', memo: '' }),
        ),
      );
    const results = await times(20, back);
    expect(results.filter((result) => result === 'ledger.reversed-already')).toHaveLength(19);
    expect(await balance(bookId)).toBe(0);
  });

  test('N55: two close the month: one does, the other is told', async () => {
    const bookId = await newBook(100);
    const results = await Promise.all([close(bookId, 'one'), close(bookId, 'two')]);
    expect(results.filter((result) => result === 'ledger.month-closed')).toHaveLength(1);
    const { rows } = await owner.query('select by_id from closings where book_id = $1', [bookId]);
    expect(rows).toEqual([{ by_id: results.find((result) => result !== 'ledger.month-closed') }]);
  });

  test('some post and one closes: what is in the month is in its closing, what came later was refused', async () => {
    const bookId = await newBook();
    const posting = times(20, () => posted(entry(bookId, 1)));
    const [results] = await Promise.all([posting, close(bookId, 'one')]);
    const taken = results.filter((result) => typeof result === 'object').length;
    expect(results.filter((result) => result === 'ledger.month-closed')).toHaveLength(20 - taken);
    const { rows } = await owner.query('select balance from closing_lines where book_id = $1 and account_id = $2', [
      bookId,
      bank,
    ]);
    expect([Number(rows[0].balance), await balance(bookId)]).toEqual([taken, taken]);
  });

  test('nothing of all this has left a fault', async () => {
    expect(await findFaults(database, areaId)).toEqual([]);
  });
});

describe('what the keys hold, and what comes in without them', () => {
  /** Writes what no statement of ours would, as the app's role; `without` drops constraints first. All is taken back. */
  async function attempt(without: readonly [table: string, constraint: string][], sql: (bookId: string) => string) {
    const bookId = await newBook(100);
    const client = await owner.connect();
    try {
      await client.query('begin');
      for (const [table, name] of without) await client.query(`alter table ${table} drop constraint ${name}`);
      await client.query('set local role liren_app');
      const result = await client.query(sql(bookId)).then(
        () => 'in',
        (error: { constraint?: string }) => error.constraint,
      );
      const query = async <Row extends object>(text: string, values?: unknown[]): Promise<Row[]> =>
        (await client.query(text, values)).rows;
      const faults = result === 'in' ? await findFaults({ query } as never, areaId) : [];
      return [result, ...new Set(faults.map(({ kind }) => kind))];
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
  const hash = (previous: string, seq: string, content: string): string =>
    `encode(sha256(convert_to(${previous} || E'\\n' || ${seq} || E'\\n' || ${content}, 'UTF8')), 'hex')`;
  /** An entry after the last, with the lines given as rows of (line, account, before, after, nth, stood, stands). */
  const written = (
    bookId: string,
    lines: [number, string, number, number, number, number, number][],
    through = 'closed_after',
  ) => `
    with last as (select seq, hash, closed_after from entries where book_id = '${bookId}' order by seq desc limit 1),
    entered as (insert into entries (area_id, book_id, seq, key, month, monthday, at, memo, lines, previous_hash, content_hash, hash, closed_through)
      select '${areaId}', '${bookId}', seq + 1, 'by hand', 202606, 1, '2026-07-05', '', ${lines.length}, hash, 'x',
        ${hash('hash', '(seq + 1)::text', "'x'")}, ${through} from last returning seq)
    insert into postings (area_id, book_id, seq, line, month, account_id, before, after, nth, stood, stands, floor)
    select '${areaId}', '${bookId}', seq, line, 202606, account_id::uuid, before, after, nth, stood, stands,
      case when account_id = '${bank}' then 0 else -9007199254740991 end
    from entered, (values ${lines.map((line) => `(${line.map((one) => (typeof one === 'string' ? `'${one}'` : one)).join(', ')})`).join(', ')})
      as l (line, account_id, before, after, nth, stood, stands)`;
  const sum = ['entries', 'entries_total_fkey'] as const;
  const unbalanced = (bookId: string) =>
    written(bookId, [
      [1, bank, 0, 50, 2, 100, 150],
      [2, fees, 50, 10, 2, -100, -140],
    ]);

  test('an entry that does not add up; the control without the key to its last line takes it, and it is found', async () => {
    expect(await attempt([], unbalanced)).toEqual(['entries_total_fkey']);
    expect(await attempt([[...sum]], unbalanced)).toEqual(['in', 'content', 'unbalanced']);
  });

  test('an entry without lines, lines without an entry, and a line more to an old entry', async () => {
    const without = (bookId: string) =>
      written(bookId, [[1, bank, 0, 5, 2, 100, 105]]).replace(/, 1, '2026-07-05', '', 1,/, ", 1, '2026-07-05', '', 2,");
    expect(await attempt([], without)).toEqual(['entries_total_fkey']);
    const line = (seq: number, no: number, before: number) => (bookId: string) => `
      insert into postings (area_id, book_id, seq, line, month, account_id, before, after, nth, stood, stands, floor)
      values ('${areaId}', '${bookId}', ${seq}, ${no}, 202606, '${bank}', ${before}, ${before + 5}, 2, 100, 105, 0)`;
    expect(await attempt([], line(9, 1, 0))).toEqual(['postings_entry_fkey']);
    expect(await attempt([['postings', 'postings_entry_fkey']], line(9, 1, 0))).toEqual(['in', 'unbalanced']);
    expect(await attempt([], line(1, 3, 0))).toEqual(['postings_sum_begins']);
    expect(await attempt([], line(1, 3, 7))).toEqual(['postings_sum_fkey']);
    const more = await attempt([['postings', 'postings_sum_begins']], line(1, 3, 0));
    expect(more).toEqual(['in', 'content', 'unbalanced']);
  });

  test('a balance that is not what the lines add up to, or below its floor', async () => {
    const wrong = (bookId: string) =>
      written(bookId, [
        [1, bank, 0, 50, 2, 900, 950],
        [2, fees, 50, 0, 2, -100, -150],
      ]);
    expect(await attempt([], wrong)).toEqual(['postings_balance_fkey']);
    expect(await attempt([['postings', 'postings_balance_fkey']], wrong)).toEqual(['in', 'balance', 'content']);
    const below = (bookId: string) =>
      written(bookId, [
        [1, fees, 0, 101, 2, -100, 1],
        [2, bank, 101, 0, 2, 100, -1],
      ]);
    expect(await attempt([], below)).toEqual(['postings_not_below_floor']);
    expect(await attempt([['postings', 'postings_not_below_floor']], below)).toEqual(['in', 'balance', 'content']);
  });

  test('an entry of a closed month, also one that does not know of the closing; a broken chain', async () => {
    const closing = (bookId: string) => `
      with last as (select seq, hash from entries where book_id = '${bookId}' order by seq desc limit 1),
      closed as (insert into closings (area_id, book_id, month, seq, follows, by_id, by_name)
        select '${areaId}', '${bookId}', 202606, seq + 1, 202605, 'x', 'x' from last)
      insert into entries (area_id, book_id, seq, key, month, at, memo, closes, previous_hash, content_hash, hash, closed_through)
      select '${areaId}', '${bookId}', seq + 1, 'closing', 202606, '2026-07-05', '', 202606, hash, 'x',
        ${hash('hash', '(seq + 1)::text', "'x'")}, 202605 from last`;
    const after = (bookId: string, through?: string) =>
      written(
        bookId,
        [
          [1, bank, 0, 50, 2, 100, 150],
          [2, fees, 50, 0, 2, -100, -150],
        ],
        through,
      );
    const closed = (bookId: string) => `${closing(bookId)}; ${after(bookId)}`;
    expect(await attempt([], closed)).toEqual(['entries_month_open']);
    const unaware = (bookId: string) => `${closing(bookId)}; ${after(bookId, '202605')}`;
    expect(await attempt([], unaware)).toEqual(['entries_chain_fkey']);
    const without = await attempt([['entries', 'entries_chain_fkey']], unaware);
    expect(without).toContain('closed-month');
    const forged = (bookId: string) => after(bookId).replace("|| 'x'", "|| 'y'");
    expect(await attempt([], forged)).toEqual(['entries_hash_chained']);
  });

  test('the role of the app may not drop a constraint', async () => {
    await expect(pool.query('alter table entries drop constraint entries_total_fkey')).rejects.toThrow('must be owner');
  });
});
