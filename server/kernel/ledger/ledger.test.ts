import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '#shared/refusal';
import { linkText } from '#shared/chain';
import { sha256 } from '#shared/digest';
import type { Entry, NewEntry } from '#kernel-contract/ledger';
import {
  closeMonth,
  closingContentOf,
  contentOf,
  findFaults,
  keepBook,
  openAccount,
  openBook,
  openingContentOf,
  post,
  readAccounts,
  readBook,
  readChain,
  readClosings,
  readEntries,
  reverse,
  sumsOf,
  type PastBook,
} from '#kernel/ledger';
import { testDatabase } from '#tests/database';

const { database } = await testDatabase();
const areaId = '0197b000-0000-7000-8000-000000000004';
const now = new Date('2026-07-05T02:00:00.000Z');
const treasurer = { id: 'committee', name: '沈玉兰' };

let books = 0;
const accountId = (book: number, account: number): string =>
  `0197b000-0000-7000-8${String(book).padStart(3, '0')}-${String(account).padStart(12, '0')}`;

/** A book with a bank, cash, parking fees and repairs, numbered 1 to 4. */
async function newBook() {
  const book = ++books;
  const bookId = accountId(book, 0);
  const id = (account: number): string => accountId(book, account);
  const accounts = [
    ['1002', '银行存款', 'asset', true],
    ['1001', '现金', 'asset', true],
    ['6001', '停车费', 'income', false],
    ['6601', '维修改造', 'expense', false],
  ] as const;
  await database.transaction(now, async (tx) => {
    await openBook(tx, { areaId, id: bookId, unit: 'fen', name: '香榭雅居公共收益', openedMonth: 202604 });
    for (const [index, [code, name, kind, neverNegative]] of accounts.entries())
      await openAccount(tx, { areaId, bookId, id: id(index + 1), code, name, kind, neverNegative });
  });
  return { bookId, id };
}

type Made = Awaited<ReturnType<typeof newBook>>;
let keys = 0;
const entry = ({ bookId, id }: Made, lines: [number, number][], changes: Partial<NewEntry> = {}): NewEntry => ({
  ...{ areaId, bookId, key: `voucher:${++keys}`, day: '2026-06-10', memo: '停车费', ref: '202606-001' },
  lines: lines.map(([account, amount]) => ({ accountId: id(account), amount })),
  ...changes,
});
const posted = (asked: NewEntry, at = now): Promise<Entry> => database.transaction(at, (tx) => post(tx, asked));
const close = (bookId: string, month: number, at = now) =>
  database.transaction(at, (tx) => closeMonth(tx, { areaId, bookId, month, by: treasurer }));
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusalError) return error.refusal.code;
      throw error;
    },
  );
const balances = async ({ bookId }: Made): Promise<Record<string, number>> =>
  Object.fromEntries((await readAccounts(database, { areaId, bookId })).map(({ code, balance }) => [code, balance]));

describe('posting', () => {
  test('moves every account of an entry at once, debits first, and answers what stands', async () => {
    const made = await newBook();
    const first = await posted(entry(made, [[3, -125000], [1, 125000]])); // prettier-ignore
    expect(first).toMatchObject({ seq: 1, month: 202606, closedThrough: 202603, reverses: null });
    expect(first.lines.map(({ code, amount }) => [code, amount])).toEqual([
      ['1002', 125000],
      ['6001', -125000],
    ]);
    await posted(entry(made, [[4, 80000], [1, -50000], [3, -30000]])); // prettier-ignore
    expect(await balances(made)).toEqual({ '1001': 0, '1002': 75000, '6001': -155000, '6601': 80000 });
    const read = await readEntries(database, { areaId, bookId: made.bookId, from: 202606, to: 202606, limit: 10 });
    expect(read[1]).toEqual(first);
  });

  test('the same under the same key is posted once; something else under it is refused', async () => {
    const made = await newBook();
    const asked = entry(made, [[1, 500], [3, -500]]); // prettier-ignore
    const first = await posted(asked);
    expect(await posted(asked, new Date('2026-07-06T02:00:00.000Z'))).toEqual(first);
    for (const changes of [
      { memo: '摊位费' },
      { ref: null },
      { day: '2026-06-11' },
      { lines: asked.lines.toReversed() },
    ])
      expect(await refusal(posted({ ...asked, ...changes }))).toBe('lines' in changes ? 'done' : 'ledger.key-used');
    const other = asked.lines.map(({ accountId: id, amount }) => ({ accountId: id, amount: amount * 2 }));
    expect(await refusal(posted({ ...asked, lines: other }))).toBe('ledger.key-used');
    expect((await readBook(database, { areaId, bookId: made.bookId })).entries).toBe(1);
  });

  test('what does not add up, is no amount, or names an account twice or of another book is refused, and nothing of it stays', async () => {
    const [made, other] = [await newBook(), await newBook()];
    const refused = (lines: [number, number][], changes: Partial<NewEntry> = {}) =>
      refusal(posted(entry(made, lines, changes)));
    expect(await refused([[1, 100], [3, -99]])).toBe('ledger.unbalanced'); // prettier-ignore
    expect(await refused([[1, 0.1 + 0.2], [3, -0.3]])).toBe('ledger.amount-unfit'); // prettier-ignore
    expect(await refused([[1, 0], [3, 0]])).toBe('ledger.amount-unfit'); // prettier-ignore
    expect(await refused([[1, 100]])).toBe('ledger.lines-count');
    expect(await refused([[1, 100], [1, -100]])).toBe('ledger.account-twice'); // prettier-ignore
    expect(await refused([[1, 100], [9, -100]])).toBe('ledger.account-unknown'); // prettier-ignore
    const mixed = [made.id(1), other.id(3)].map((id, index) => ({ accountId: id, amount: index ? -100 : 100 }));
    expect(await refused([], { lines: mixed })).toBe('ledger.account-unknown');
    expect(await refused([[1, 100], [3, -100]], { bookId: accountId(999, 0) })).toBe('ledger.book-unknown'); // prettier-ignore
    for (const day of ['2026-02-30', '2026-02-29', '2026-01-32', '2026-13-01', '2026-1-1'])
      expect(await refused([[1, 1], [3, -1]], { day }), day).toBe('ledger.day-unreal'); // prettier-ignore
    expect(await refused([[1, 1], [3, -1]], { memo: '\0' })).toBe('ledger.text-unfit'); // prettier-ignore
    expect(await readBook(database, { areaId, bookId: made.bookId })).toMatchObject({ entries: 0 });
    expect(await balances(made)).toEqual({ '1001': 0, '1002': 0, '6001': 0, '6601': 0 });
  });

  test('what no number holds exactly any more is refused with what to do, and nothing of it stays', async () => {
    const made = await newBook();
    const most = 10_000_000_000_000;
    const acts = Array.from({ length: 900 }, (_, at) => ({
      ...{ key: `past:${at}`, day: '2026-06-10', at: '2026-06-11T02:00:00.000Z', memo: '', ref: null },
      lines: [{ accountId: made.id(1), amount: most }, { accountId: made.id(3), amount: -most }], // prettier-ignore
    }));
    const bookId = accountId(++books, 0);
    const accounts = (['asset', 'income'] as const).map((kind, at) => ({
      ...{ id: made.id(at === 0 ? 1 : 3), code: `${at}`, name: kind, kind, neverNegative: at === 0 },
    }));
    const past: PastBook = {
      ...{ areaId, id: bookId, unit: 'points', name: '积分', openedMonth: 202604, accounts, acts },
      openedAt: '2026-04-01T02:00:00.000Z',
    };
    await database.transaction(now, async (tx) => keepBook(tx, past));
    expect(await refusal(posted({ ...entry(made, [[1, most], [3, -most]]), bookId }))).toBe('ledger.too-large'); // prettier-ignore
    expect((await readBook(database, { areaId, bookId })).entries).toBe(900);
    expect(await refusal(posted({ ...entry(made, [[1, 500], [3, -500]]), bookId }))).toBe('done'); // prettier-ignore
  });

  test('today is in, tomorrow is not: a day begins in Shanghai', async () => {
    const made = await newBook();
    const lines: [number, number][] = [[1, 1], [3, -1]]; // prettier-ignore
    const evening = new Date('2026-07-05T15:59:59.999Z');
    expect(await refusal(posted(entry(made, lines, { day: '2026-07-06' }), evening))).toBe('ledger.day-ahead');
    expect(await refusal(posted(entry(made, lines, { day: '2026-07-06' }), new Date(evening.getTime() + 1)))).toBe(
      'done',
    );
  });

  test('an account that must not is never below zero: to the last fen it is paid out, a fen more is not', async () => {
    const made = await newBook();
    await posted(entry(made, [[1, 1000], [3, -1000]])); // prettier-ignore
    const pay = (amount: number) => refusal(posted(entry(made, [[4, amount], [1, -amount]]))); // prettier-ignore
    expect([await pay(1001), await pay(1000), await pay(1)]).toEqual([
      'ledger.below-zero',
      'done',
      'ledger.below-zero',
    ]);
    expect((await balances(made))['1002']).toBe(0);
  });
});

describe('taking back', () => {
  test('a reversal is the opposite, once, and both stay', async () => {
    const made = await newBook();
    const first = await posted(entry(made, [[1, 700], [3, -700]])); // prettier-ignore
    const back = (key: string, seq = first.seq, day = '2026-07-01') =>
      database.transaction(now, (tx) => reverse(tx, { areaId, bookId: made.bookId, seq, key, day, memo: '记错' }));
    const reversal = await back('r1');
    expect(reversal.lines.map(({ code, amount }) => [code, amount])).toEqual([
      ['6001', 700],
      ['1002', -700],
    ]);
    expect(await back('r1')).toEqual({ ...reversal });
    expect(await refusal(back('r2'))).toBe('ledger.reversed-already');
    expect(await refusal(back('r3', reversal.seq))).toBe('ledger.is-reversal');
    expect(await refusal(back('r4', 99))).toBe('ledger.entry-unknown');
    const both = await readEntries(database, { areaId, bookId: made.bookId, from: 202606, to: 202607, limit: 10 });
    expect(both.map(({ seq, reverses, reversedBy }) => [seq, reverses, reversedBy])).toEqual([
      [2, 1, null],
      [1, null, 2],
    ]);
    expect(await balances(made)).toMatchObject({ '1002': 0, '6001': 0 });
  });

  test('what has been spent since cannot be taken back', async () => {
    const made = await newBook();
    const first = await posted(entry(made, [[1, 700], [3, -700]])); // prettier-ignore
    await posted(entry(made, [[4, 1], [1, -1]])); // prettier-ignore
    const back = database.transaction(now, (tx) =>
      reverse(tx, { areaId, bookId: made.bookId, seq: first.seq, key: 'r', day: '2026-07-01', memo: '' }),
    );
    expect(await refusal(back)).toBe('ledger.below-zero');
  });
});

describe('closing', () => {
  test('months close in order, when they are over; nothing comes into a closed one, corrections into an open one', async () => {
    const made = await newBook();
    const first = await posted(entry(made, [[1, 700], [3, -700]])); // prettier-ignore
    await posted(entry(made, [[1, 11], [3, -11]], { day: '2026-07-01' })); // prettier-ignore
    expect(await refusal(close(made.bookId, 202606))).toBe('ledger.month-not-next');
    await close(made.bookId, 202604);
    await close(made.bookId, 202605);
    const lastMoment = new Date('2026-06-30T15:59:59.999Z');
    expect(await refusal(close(made.bookId, 202606, lastMoment))).toBe('ledger.month-not-over');
    const closing = await close(made.bookId, 202606, new Date(lastMoment.getTime() + 1));
    expect(closing.sums.map(({ code, debit, credit, balance }) => [code, debit, credit, balance])).toEqual([
      ['1001', 0, 0, 0],
      ['1002', 700, 0, 700],
      ['6001', 0, 700, -700],
      ['6601', 0, 0, 0],
    ]);
    expect(await refusal(close(made.bookId, 202606))).toBe('ledger.month-closed');
    const late = entry(made, [[1, 5], [3, -5]], { day: '2026-06-30' }); // prettier-ignore
    expect(await refusal(posted(late))).toBe('ledger.month-closed');
    expect(await refusal(posted({ ...late, day: '2026-07-01' }))).toBe('done');
    const back = (day: string) =>
      database.transaction(now, (tx) =>
        reverse(tx, { areaId, bookId: made.bookId, seq: first.seq, key: 'r', day, memo: '退款' }),
      );
    expect(await refusal(back('2026-06-30'))).toBe('ledger.month-closed');
    expect(await refusal(back('2026-07-02'))).toBe('done');
    expect(await refusal(database.transaction(now, (tx) =>
      reverse(tx, { areaId, bookId: made.bookId, seq: closing.seq, key: 'c', day: '2026-07-02', memo: '' }),
    ))).toBe('ledger.is-closing'); // prettier-ignore
    expect(await readClosings(database, { areaId, bookId: made.bookId, from: 202606, to: 202606 })).toEqual([closing]);
  });

  test('what stood before, moved in and stood after any stretch of months is the same from closed months as from open ones', async () => {
    const made = await newBook();
    for (const [day, amount] of [['2026-04-30', 5], ['2026-05-01', 70], ['2026-06-15', 300], ['2026-07-01', 1000]] as const) // prettier-ignore
      await posted(entry(made, [[1, amount], [3, -amount]], { day })); // prettier-ignore
    await posted(entry(made, [[4, 40], [1, -40]], { day: '2026-05-31' })); // prettier-ignore
    const stretches = [202604, 202605, 202606, 202607].flatMap((from) =>
      [202604, 202605, 202606, 202607].filter((to) => to >= from).map((to) => ({ from, to })),
    );
    const all = () => Promise.all(stretches.map((one) => sumsOf(database, { areaId, bookId: made.bookId, ...one })));
    const open = await all();
    const bank = ({ from, to }: { from: number; to: number }) =>
      open[stretches.findIndex((one) => one.from === from && one.to === to)]?.find(({ code }) => code === '1002');
    expect(bank({ from: 202605, to: 202606 })).toMatchObject({ opening: 5, debit: 370, credit: 40, closing: 335 });
    expect(bank({ from: 202607, to: 202607 })).toMatchObject({ opening: 335, debit: 1000, credit: 0, closing: 1335 });
    for (const month of [202604, 202605, 202606]) {
      await close(made.bookId, month);
      expect(await all()).toEqual(open);
    }
  });
});

describe('the chain', () => {
  test('hashes made by the database are those plain code computes of the same words', async () => {
    const made = await newBook();
    const words = ['停车费', '引号"和\\反斜杠', '换行\n与\t制表', '𠮷祥\u007f\u0001', '', '</script>\u2028'];
    for (const memo of words) await posted(entry(made, [[1, 7], [3, -7]], { memo, ref: memo || null, key: `k${memo}` })); // prettier-ignore
    await close(made.bookId, 202604);
    const [closing] = await readClosings(database, { areaId, bookId: made.bookId, from: 202604, to: 202604 });
    const links = await readChain(database, { areaId, bookId: made.bookId, fromSeq: 0, limit: 100 });
    expect(links).toHaveLength(words.length + 2);
    let previous = '0'.repeat(64);
    for (const link of links) {
      const contents = {
        opening: () => openingContentOf({ id: made.bookId, unit: 'fen', openedMonth: 202604, at: link.at }),
        entry: () => contentOf(made.bookId, link),
        closing: () => (closing ? closingContentOf(made.bookId, closing) : ''),
      };
      const content = contents[link.kind]();
      expect(link.contentHash).toBe(sha256(content));
      expect(link.hash).toBe(
        createHash('sha256').update(`${previous}\n${link.seq}\n${link.contentHash}`).digest('hex'),
      );
      expect(link.hash).toBe(sha256(linkText(link.previousHash, link.seq, link.contentHash)));
      expect(JSON.stringify(JSON.parse(content))).toBe(content);
      expect(Object.keys(JSON.parse(content))).toEqual(Object.keys(JSON.parse(content)).sort());
      previous = link.hash;
    }
    expect((await readBook(database, { areaId, bookId: made.bookId })).head).toBe(previous);
  });

  test('whatever is posted, taken back and closed by chance leaves sums, balances and hashes plain code agrees with', async () => {
    const amounts = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 3 });
    const acts = fc.array(fc.tuple(amounts, fc.integer({ min: 4, max: 7 }), fc.boolean()), {
      minLength: 5,
      maxLength: 12,
    });
    const plays = fc.asyncProperty(acts, async (all) => {
      const made = await newBook();
      const which = { areaId, bookId: made.bookId };
      const codes = ['1002', '1001', '6001', '6601'];
      const plain = new Map(codes.map((code) => [code, 0]));
      let [closed, seq] = [202603, 0];
      for (const [given, month, isClosing] of all) {
        if (isClosing && closed < 202606) {
          await close(made.bookId, ++closed);
          seq += 1;
          continue;
        }
        const lines = [...given, -given.reduce((sum, amount) => sum + amount, 0)];
        const asked = lines
          .map((amount, index): [number, number] => [index + 1, amount])
          .filter(([, amount]) => amount);
        const fits = asked.length >= 2 && 202600 + month > closed;
        const enough = asked.every(
          ([account, amount]) => account > 2 || (plain.get(codes[account - 1] ?? '') ?? 0) + amount >= 0,
        );
        const said = await refusal(posted(entry(made, asked, { day: `2026-0${month}-03` })));
        expect(said === 'done').toBe(fits && enough);
        if (said !== 'done') continue;
        seq += 1;
        for (const [account, amount] of asked)
          plain.set(codes[account - 1] ?? '', (plain.get(codes[account - 1] ?? '') ?? 0) + amount);
      }
      expect(await balances(made)).toEqual(Object.fromEntries(plain));
      expect(await readBook(database, which)).toMatchObject({ entries: seq, closedThrough: closed });
      const sums = await sumsOf(database, { ...which, from: 202604, to: 202607 });
      expect(sums.reduce((sum, { closing }) => sum + closing, 0)).toBe(0);
      expect(sums.map(({ code, closing }) => [code, closing]).sort()).toEqual([...plain].sort());
    });
    await fc.assert(plays, { numRuns: 8, seed: 6 });
    expect(await findFaults(database, areaId)).toEqual([]);
  });
});

test('the role of the app can neither change nor delete what was posted or closed', async () => {
  const refused = (sql: string): Promise<string> =>
    database.pool.query(sql).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  for (const table of ['entries', 'postings', 'closings', 'closing_lines']) {
    expect(await refused(`delete from ${table}`)).toBe('42501');
    expect(await refused(`update ${table} set area_id = area_id`)).toBe('42501');
  }
  for (const table of ['books', 'ledger_accounts']) expect(await refused(`delete from ${table}`)).toBe('42501');
  expect(await refused(`update ledger_accounts set name = name`)).toBe('42501');
  for (const column of ['unit', 'opened_month', 'opens_after'])
    expect(await refused(`update books set ${column} = ${column}`)).toBe('42501');
});

test('a book kept elsewhere comes in with the hashes it would have got here, one by one', async () => {
  const made = await newBook();
  const acts = [
    entry(made, [[1, 900], [3, -900]], { day: '2026-04-02', key: 'a', memo: '“摊位”' }), // prettier-ignore
    entry(made, [[4, 250], [1, -250]], { day: '2026-05-02', key: 'b', ref: null }), // prettier-ignore
  ];
  for (const act of acts) await posted(act);
  const which = { areaId, bookId: made.bookId };
  await database.transaction(now, (tx) => reverse(tx, { ...which, seq: 2, key: 'c', day: '2026-05-03', memo: '退回' }));
  await close(made.bookId, 202604);
  await posted(entry(made, [[1, 1], [3, -1]], { key: 'd' })); // prettier-ignore
  const links = await readChain(database, { ...which, fromSeq: 0, limit: 100 });
  const closings = await readClosings(database, { ...which, from: 202604, to: 202604 });
  const [one, two, three, , five] = links.slice(1) as [Entry, Entry, Entry, Entry, Entry];
  const otherArea = '0197b000-0000-7000-8000-000000000005';
  const past = {
    ...{ areaId: otherArea, id: made.bookId, unit: 'fen' as const, name: '搬来的账', openedMonth: 202604 },
    openedAt: now.toISOString(),
    accounts: await readAccounts(database, which),
    acts: [one, two, { ...three, reverses: 'b' }, { closes: 202604, at: now.toISOString(), by: treasurer }, five],
  } as PastBook;
  await database.transaction(now, async (tx) => keepBook(tx, past));
  const there = { ...which, areaId: otherArea };
  expect(await readChain(database, { ...there, fromSeq: 0, limit: 100 })).toEqual(links);
  expect(await readClosings(database, { ...there, from: 202604, to: 202604 })).toEqual(closings);
  expect(await readAccounts(database, there)).toEqual(await readAccounts(database, which));
  expect(await findFaults(database, otherArea)).toEqual([]);
  const later = entry(made, [[1, 2], [3, -2]], { areaId: otherArea }); // prettier-ignore
  expect(await posted(later)).toMatchObject({ seq: links.length });
});
