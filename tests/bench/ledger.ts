import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '#platform/database';
import { keepBook, openAccount, openBook, post, readEntries, sumsOf } from '#kernel/ledger';
import { findPrograms } from '../../cli/postgres-programs.mjs';
import { balanceText, postText } from '../../server/kernel/ledger/store.ts';

/**
 * The ledger beside TPC-B as pgbench does it, on the same server, 16 connections each, 50 branches beside 50 books. Both are sent by
 * pgbench, prepared, so that what is compared is the work of the database; the app's own driver is told beside it.
 */
const books = 50;
const connections = 16;
const seconds = Number(process.env.LIREN_BENCH_SECONDS ?? 3);
const rounds = Number(process.env.LIREN_BENCH_ROUNDS ?? 5);
const areaId = '0197c000-0000-7000-8009-000000000000';
const bookOf = (book: number): string => `0197c000-0000-7000-8009-${String(book).padStart(12, '0')}`;
const accountOf = (account: number): string => `0197c000-0000-7000-800a-${String(account).padStart(12, '0')}`;
const now = new Date('2026-07-05T02:00:00.000Z');
const accounts = [1, 2, 3, 4, 5, 6, 7, 8];

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function plantBooks(database: Database): Promise<void> {
  for (let book = 1; book <= books; book++)
    await database.transaction(now, async (tx) => {
      const bookId = bookOf(book);
      await openBook(tx, { areaId, id: bookId, unit: 'fen', name: `${book}`, openedMonth: 202606 });
      for (const account of accounts) {
        const one = { areaId, bookId, id: accountOf(account), code: `${account}`, name: `${account}` };
        await openAccount(tx, { ...one, kind: 'asset', neverNegative: account === 1 });
      }
    });
}

type Lines = readonly (readonly [account: number, amount: number])[];
const two: Lines = [
  [1, 100],
  [3, -100],
];
const four: Lines = [
  [1, 100],
  [3, -30],
  [4, -30],
  [5, -40],
];

const area = `'${areaId}'::uuid`;
const book = `('0197c000-0000-7000-8009-' || lpad((:book)::int::text, 12, '0'))::uuid`;

/** The statements of posting as a script of pgbench: begin, the turn, the entry and commit leave in one packet. */
function postScript(lines: Lines): string {
  const sums = lines.map((_, line) => lines.slice(0, line).reduce((sum, [, amount]) => sum + amount, 0));
  const values = [
    ...[area, book, `((:client_id)::int::text || '-' || (:key)::int::text)`],
    `array[${lines.map(([account]) => `'${accountOf(account)}'`).join()}]::uuid[]`,
    ...[`array[${lines.map(([, amount]) => amount).join()}]::bigint[]`, `array[${sums.join()}]::bigint[]`],
    // A colon before a letter is a variable to pgbench.
    `'{"at": "2026-07-05T02-00-00.000Z","book": "${bookOf(1)}","day": "2026-06-10","key": "voucher","lines": ['`,
    ...[`'],"memo": "停车费","ref": null,"reverses": null}'`, '202606', '10', `'2026-07-05'::timestamptz`],
    ...[`'停车费'`, 'null::text', 'null::int'],
  ];
  const written = postText
    .replace(/\$(\d+)/g, (_, number: string) => values[Number(number) - 1] ?? '')
    .replace(/\s*\n\s*/g, ' ');
  return `\\set book random(1, ${books})
\\set key random(1, 2000000000)
\\startpipeline
begin;
select id from books where area_id = ${area} and id = ${book} for no key update;
${written};
commit;
\\endpipeline
`;
}

const balanceScript = `\\set book random(1, ${books})
\\set account random(3, 5)
${balanceText
  .replace('$1', area)
  .replace('$2', book)
  .replace('$3', `('0197c000-0000-7000-800a-' || lpad((:account)::int::text, 12, '0'))::uuid`)};
`;
const byKeyScript = `\\set account random(1, 100000 * ${books})
select abalance from pgbench_accounts where aid = :account;
`;

type Runner = (script: string | null) => number;

/** Runs pgbench against the server at `url`: its own TPC-B script, or one of ours; answers transactions per second. */
function openRunner(url: string, program: string, folder: string): { run: Runner; fill(): void } {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url.replace('@/', '@localhost/'));
  const env = {
    ...process.env,
    ...{ PGHOST: searchParams.get('host') ?? hostname, PGPORT: searchParams.get('port') ?? (port || '5432') },
    ...{
      PGUSER: decodeURIComponent(username),
      PGPASSWORD: decodeURIComponent(password),
      PGDATABASE: pathname.slice(1),
    },
    PGOPTIONS: '-c plan_cache_mode=force_generic_plan',
  };
  const options: ExecFileSyncOptionsWithStringEncoding = { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const file = join(folder, 'script.sql');
  return {
    fill: () => void execFileSync(program, ['-i', '-q', '-s', String(books)], options),
    run(script) {
      if (script) writeFileSync(file, script);
      const load = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds)];
      const said = execFileSync(program, [...load, ...(script ? ['-f', file] : [])], options);
      return Number(/tps = ([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
    },
  };
}

/** Through the app's own driver, each posting a transaction of its own. */
async function driveApp(database: Database, lines: Lines): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let posted = 0;
  const one = async (connection: number): Promise<void> => {
    while (performance.now() < end) {
      const bookId = bookOf(1 + Math.floor(Math.random() * books));
      const entry = {
        areaId,
        bookId,
        key: `app-${connection}-${Math.random()}`,
        day: '2026-06-10',
        memo: '停车费',
        ref: null,
      };
      const moved = lines.map(([account, amount]) => ({ accountId: accountOf(account), amount }));
      await database.transaction(now, (tx) => post(tx, { ...entry, lines: moved }));
      posted += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)));
  return posted / seconds;
}

function tell(name: string, ratios: number[], least: number, rates: string): boolean {
  const ratio = median(ratios);
  const ok = ratio >= least;
  console.log(
    `${name.padEnd(18)} ${ratio.toFixed(2)}  ≥ ${least}  ${ok ? 'holds' : 'MISSED'}  [${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}]  ${rates}`,
  );
  return ok;
}

const entriesAYear = 5000;
const pageBook = bookOf(999);
const pageRatioMost = 2;

/** A year of a fund with many entries, closed month by month but for the last. */
async function plantYear(database: Database): Promise<void> {
  const made = Array.from({ length: entriesAYear }, (_, index) => {
    const month = 1 + Math.floor((index * 12) / entriesAYear);
    const day = `2025-${String(month).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const lines = [
      { accountId: accountOf(1), amount: 100 },
      { accountId: accountOf(2 + (index % 7)), amount: -100 },
    ];
    return { key: `${index}`, day, at: `${day}T10:00:00.000Z`, memo: '停车费', ref: null, lines, month };
  });
  const acts = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const closing = { closes: 202500 + month, at: `2025-${String(month + 1).padStart(2, '0')}-05T02:00:00.000Z` };
    const posted = made.filter((one) => one.month === month);
    return month < 12 ? [...posted, { ...closing, by: { id: 'x', name: 'x' } }] : posted;
  });
  const kept = accounts.map((account) => ({ id: accountOf(account), code: `${account}`, name: `${account}` }));
  await database.transaction(now, async (tx) =>
    keepBook(tx, {
      ...{ areaId, id: pageBook, unit: 'fen', name: '一年', openedMonth: 202501, openedAt: '2025-01-01T01:00:00.000Z' },
      accounts: kept.map((one) => ({ ...one, kind: 'asset', neverNegative: false })),
      acts,
    }),
  );
}

/** What a page of the public accounts asks for: the sums by account and the newest entries. */
async function measurePage(database: Database): Promise<boolean> {
  const page = async (from: number, to: number): Promise<number> => {
    const began = performance.now();
    const which = { areaId, bookId: pageBook, from, to };
    await Promise.all([sumsOf(database, which), readEntries(database, { ...which, limit: 50 })]);
    return performance.now() - began;
  };
  const [months, years]: [number[], number[]] = [[], []];
  for (let round = 0; round < 60; round++) {
    const [month, year] = [await page(202506, 202506), await page(202501, 202512)];
    if (round >= 20) {
      months.push(month);
      years.push(year);
    }
  }
  const [month, year] = [median(months), median(years)];
  const ok = year <= pageRatioMost * month;
  console.log(
    `account page       ${(year / month).toFixed(2)}  ≤ ${pageRatioMost}  ${ok ? 'holds' : 'MISSED'}  a year of ${entriesAYear} entries ${year.toFixed(1)} ms beside a month ${month.toFixed(1)} ms`,
  );
  return ok;
}

/** Postings of 2 and 4 lines beside TPC-B, a balance beside a row by its key, a page of a year beside one of a month. */
export async function measureLedger(url: string): Promise<boolean> {
  const programs = findPrograms('15');
  if (!programs) {
    console.log('ledger             not measured: pgbench of PostgreSQL 15 is not installed');
    return true;
  }
  const folder = mkdtempSync(join(tmpdir(), 'liren-pgbench-'));
  const owner = new pg.Client({ connectionString: url });
  const database = openDatabase({ url, max: connections });
  try {
    await owner.connect();
    await plantBooks(database);
    const { run, fill } = openRunner(url, join(programs, 'pgbench'), folder);
    fill();
    run(postScript(two));
    run(postScript(four));
    await plantYear(database);
    await owner.query('vacuum analyze');
    const found = { tpcb: [], two: [], four: [], app: [], balance: [], byKey: [] } as Record<string, number[]>;
    for (let round = 0; round < rounds; round++) {
      found.tpcb?.push(run(null));
      found.two?.push(run(postScript(two)));
      found.four?.push(run(postScript(four)));
      found.app?.push(await driveApp(database, two));
      found.byKey?.push(run(byKeyScript));
      found.balance?.push(run(balanceScript));
    }
    const ratios = (name: string, floor: string): number[] =>
      (found[name] ?? []).map((rate, round) => rate / (found[floor]?.[round] ?? Number.NaN));
    const rates = (name: string, floor: string): string =>
      `${median(found[name] ?? []).toFixed(0)}/s beside ${median(found[floor] ?? []).toFixed(0)}/s`;
    const held = [
      tell('posting, 2 lines', ratios('two', 'tpcb'), 0.7, rates('two', 'tpcb')),
      tell('posting, 4 lines', ratios('four', 'tpcb'), 0.7, rates('four', 'tpcb')),
      tell('balance', ratios('balance', 'byKey'), 0.7, rates('balance', 'byKey')),
      await measurePage(database),
    ];
    console.log(`                   through the app's driver, 2 lines: ${rates('app', 'tpcb')}`);
    return held.every(Boolean);
  } finally {
    await database.close();
    await owner.end().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}
