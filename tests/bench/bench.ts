import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';
import { castShot, measureTurnout, plantBallots } from './ballots.ts';
import { bookShot, measureAvailability, plantBookings } from './bookings.ts';
import { measureLedger } from './ledger.ts';
import { finding, prepare, type Community, type Data } from './data.ts';
import { load, type Shot } from './load.ts';

/**
 * `npm run bench`: what the app costs beside a plain node:http + pg floor that writes and reads the same rows, measured
 * in turns in one run. Prints the median of the ratios, the CPU of app and database per request, the memory of the idle
 * app, and how long it takes from starting on existing data to the first answer.
 *
 * LIREN_BENCH_MATTERS, LIREN_BENCH_SECONDS, LIREN_BENCH_ROUNDS make it smaller; LIREN_BENCH_ONLY=create,list picks,
 * and so do LIREN_BENCH_ONLY=book,availability and LIREN_BENCH_ONLY=ledger with LIREN_BENCH_MATTERS=1000.
 */
const matters = Number(process.env.LIREN_BENCH_MATTERS ?? 100_000);
const seconds = Number(process.env.LIREN_BENCH_SECONDS ?? 3);
const rounds = Number(process.env.LIREN_BENCH_ROUNDS ?? 5);
const only = process.env.LIREN_BENCH_ONLY?.split(',');
const connections = 16;
/** Few, so that what is measured is the answer and not the queue before it. */
const searchConnections = 2;
/** A folder for CPU profiles of both servers. */
const profile = process.env.LIREN_BENCH_PROFILE;
const areaCount = Math.max(1, Math.min(200, Math.round(matters / 500)));

type Side = 'floor' | 'app';
type Scenario = { name: string; floorRatio: number; shot(side: Side): Shot };
type Server = {
  child: ChildProcess;
  port: number;
  used(): Promise<{ cpuMs: number; memoryBytes: number }>;
  startMs: number;
};

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

function scenarios(data: Data): Scenario[] {
  const supply = { floor: data.supply.filter((_, i) => i % 2 === 0), app: data.supply.filter((_, i) => i % 2 === 1) };
  const byId = new Map(data.communities.map((one) => [one.id, one]));
  const path = (one: Community): string => `/api/v1/areas/${one.id}/matters`;
  const told = (one: Community): string[] => [one.gridWorker.id, one.worker.id];
  return [
    {
      name: 'create',
      floorRatio: 0.5,
      shot: (side) => {
        const at = pick(data.communities);
        const building = pick(at.buildings);
        const known = {
          prefix: `${at.code}-2026-`,
          hash: data.hash,
          state: data.states['report'],
          reporter: at.resident.id,
          waits: [`role:grid-worker@${at.grid}`, `role:community-worker@${at.id}`],
          told: told(at),
          building,
          ...at,
        };
        const body = { method: 'seven-step-loop', form: finding(building), ...(side === 'floor' ? { known } : {}) };
        return { method: 'POST', path: path(at), token: at.resident.token, key: randomUUID(), body };
      },
    },
    {
      name: 'book',
      floorRatio: 0.5,
      shot: (side) => bookShot(data.communities[0] as Community, side),
    },
    {
      name: 'vote',
      floorRatio: 0.5,
      shot: (side) => castShot(data.communities[0] as Community, side),
    },
    {
      name: 'list of 20',
      floorRatio: 0.6,
      shot: () => {
        const at = pick(data.communities);
        return { method: 'GET', path: `${path(at)}?status=open&limit=20`, token: at.worker.token };
      },
    },
    {
      name: 'one with history',
      floorRatio: 0.6,
      shot: () => {
        const index = Math.floor(Math.random() * data.communities.length);
        const at = data.communities[index] as Community;
        return { method: 'GET', path: `${path(at)}/${pick(data.numbers[index] ?? [])}`, token: at.worker.token };
      },
    },
    {
      name: 'action',
      floorRatio: 0.5,
      shot: (side) => {
        const next = supply[side].pop();
        if (!next) throw new Error('no more matters to act on: raise LIREN_BENCH_MATTERS or lower LIREN_BENCH_SECONDS');
        const at = byId.get(next.area) as Community;
        const known = {
          actor: at.worker.id,
          waits: [`role:grid-head@${at.grid}`, `role:community-worker@${at.id}`],
          told: [at.worker.id],
        };
        return {
          method: 'POST',
          path: `${path(at)}/${next.number}/actions/accept`,
          token: at.worker.token,
          key: randomUUID(),
          body: side === 'floor' ? { known } : {},
        };
      },
    },
  ];
}

/** What people look for: common words, words of many matters, a number, something rare, something that is not there. */
const questions = ['飞线充电', '电动车', '3号楼', '安全隐患', '窗口拉线', '灯', '网球场', '2026-1234'];

/** A search beside a read by number, of the app itself: what 95 of 100 take at most. */
function searches(data: Data): { search: () => Shot; byNumber: () => Shot } {
  const at = (): number => Math.floor(Math.random() * data.communities.length);
  return {
    search: () => {
      const { id, worker } = data.communities[at()] as Community;
      const q = encodeURIComponent(pick(questions));
      return { method: 'GET', path: `/api/v1/search?q=${q}&kind=matter&area=${id}`, token: worker.token };
    },
    byNumber: () => {
      const index = at();
      const { id, worker } = data.communities[index] as Community;
      const number = pick(data.numbers[index] ?? []);
      return { method: 'GET', path: `/api/v1/areas/${id}/matters/${number}`, token: worker.token };
    },
  };
}

const searchRatioMost = 3;

async function measureSearch(data: Data, app: Server): Promise<boolean> {
  const { search, byNumber } = searches(data);
  const ratios: number[] = [];
  const found = { search: [] as number[], byNumber: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const tookMs = { search: 0, byNumber: 0 };
    for (const [name, next] of [['byNumber', byNumber] as const, ['search', search] as const]) {
      const result = await load({ port: app.port, connections: searchConnections, seconds, next });
      if (result.failed > 0) throw new Error(`${result.failed} requests failed: ${result.firstFailure}`);
      tookMs[name] = percentile(result.tookMs, 0.95);
    }
    // The first round reads the dictionary and warms caches and compilers.
    if (round < 0) continue;
    ratios.push(tookMs.search / tookMs.byNumber);
    found.search.push(tookMs.search);
    found.byNumber.push(tookMs.byNumber);
  }
  const ratio = median(ratios);
  const ok = ratio <= searchRatioMost;
  console.log(
    `search p95         ${ratio.toFixed(2)}  ≤ ${searchRatioMost}  ${ok ? 'holds' : 'MISSED'}  [${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}]  ${median(found.search).toFixed(1)} ms beside ${median(found.byNumber).toFixed(1)} ms by number`,
  );
  return ok;
}

const percentile = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

async function start(file: string, env: NodeJS.ProcessEnv): Promise<Server> {
  const began = performance.now();
  const child = fork(join(import.meta.dirname, file), {
    env: { ...env, PORT: '0' },
    execArgv: ['--import', 'tsx', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [])],
  });
  const heard = async <T>(): Promise<T> => {
    const heardOne = new AbortController();
    const { signal } = heardOne;
    const [message] = await Promise.race([once(child, 'message', { signal }), once(child, 'exit', { signal })]);
    heardOne.abort();
    if (typeof message === 'number') throw new Error(`${file} ended with ${message}`);
    return message as T;
  };
  const { port } = await heard<{ port: number }>();
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/areas?level=community`);
  await answer.arrayBuffer();
  const startMs = performance.now() - began;
  const used = (): Promise<{ cpuMs: number; memoryBytes: number }> => {
    const told = heard<{ cpuMs: number; memoryBytes: number }>();
    child.send('used');
    return told;
  };
  return { child, port, used, startMs };
}

async function end({ child }: Server): Promise<void> {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.disconnect();
  await exited;
}

/** CPU the database server and all its processes have used, in milliseconds; null where /proc does not tell. */
function databaseCpuMs(postmaster: number): number | null {
  if (!existsSync(`/proc/${postmaster}/stat`)) return null;
  let ticks = 0;
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const fields = statOf(entry);
    if (!fields) continue;
    const [parent = 0, own = 0, reaped = 0] = fields;
    if (Number(entry) === postmaster) ticks += own + reaped;
    else if (parent === postmaster) ticks += own;
  }
  return ticks * 10;
}

function statOf(pid: string): [number, number, number] | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? [];
    return [fields[1] ?? 0, (fields[11] ?? 0) + (fields[12] ?? 0), (fields[13] ?? 0) + (fields[14] ?? 0)];
  } catch {
    return null;
  }
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Round = { perSecond: number; appCpuMs: number; databaseCpuMs: number | null };

async function runRound(server: Server, postmaster: number, next: () => Shot): Promise<Round> {
  const before = { process: await server.used(), database: databaseCpuMs(postmaster) };
  const result = await load({ port: server.port, connections, seconds, next });
  const after = { process: await server.used(), database: databaseCpuMs(postmaster) };
  if (result.failed > 0)
    throw new Error(`${result.failed} of ${result.answered} requests failed: ${result.firstFailure}`);
  const database =
    before.database === null || after.database === null ? null : (after.database - before.database) / result.answered;
  return {
    perSecond: result.answered / result.seconds,
    appCpuMs: (after.process.cpuMs - before.process.cpuMs) / result.answered,
    databaseCpuMs: database,
  };
}

/** Lets the app's worker finish what a round has left, so that it does not weigh on the next one. */
async function settle(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query(`select count(*)::int as n from jobs.outbox where kind <> 'bench'`);
    if (rows[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function measure(
  scenario: Scenario,
  servers: Record<Side, Server>,
  owner: pg.Client,
  postmaster: number,
): Promise<boolean> {
  const found: Record<Side, Round[]> = { floor: [], app: [] };
  for (let round = -1; round < rounds; round++) {
    for (const side of ['floor', 'app'] as const) {
      const result = await runRound(servers[side], postmaster, () => scenario.shot(side));
      await settle(owner);
      // The first round of each warms caches and compilers.
      if (round >= 0) found[side].push(result);
    }
  }
  const ratios = found.app.map((one, i) => one.perSecond / (found.floor[i]?.perSecond ?? 1));
  const ratio = median(ratios);
  const of = (side: Side, read: (round: Round) => number | null): string =>
    median(found[side].map((one) => read(one) ?? Number.NaN)).toFixed(2);
  const ok = ratio >= scenario.floorRatio;
  console.log(
    [
      scenario.name.padEnd(17),
      ratio.toFixed(2),
      `≥ ${scenario.floorRatio}`,
      ok ? 'holds' : 'MISSED',
      `[${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}]`.padEnd(13),
      of('app', (one) => one.perSecond).padStart(8),
      of('floor', (one) => one.perSecond).padStart(8),
      `${of('app', (one) => one.appCpuMs)} + ${of('app', (one) => one.databaseCpuMs)}`.padStart(13),
      `${of('floor', (one) => one.appCpuMs)} + ${of('floor', (one) => one.databaseCpuMs)}`.padStart(13),
    ].join('  '),
  );
  return ok;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liren-bench-'));
  chmodSync(folder, 0o711);
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const postgres = await openPostgres({
    dataDir: join(folder, 'data'),
    log: quiet,
    soleHolder: 'bench',
    databaseUrl: process.env.BENCH_DATABASE_URL,
  });
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    LIREN_DATA: join(folder, 'app'),
    LIREN_SECRET_FILE: join(folder, 'app/secret.key'),
  };
  const owner = new pg.Client({ connectionString: postgres.url });
  const servers: Partial<Record<Side, Server>> = {};
  try {
    await migrate({ url: postgres.url });
    await owner.connect();
    const began = performance.now();
    const data = await prepare(env, { areas: areaCount, matters });
    const { rows } = await owner.query(
      `select count(*)::int as matters, count(distinct area_id)::int as areas, (select count(*)::int from matter_history) as lines from matters`,
    );
    console.log(
      `${rows[0].matters} matters with ${rows[0].lines} lines of history in ${rows[0].areas} areas, made in ${((performance.now() - began) / 1000).toFixed(0)} s; ${connections} connections, ${rounds} rounds of ${seconds} s`,
    );
    const wants = (name: string): boolean => !only || only.includes(name);
    if (wants('book') || wants('availability')) await plantBookings(owner, data.communities[0] as Community);
    if (wants('vote') || wants('turnout')) await plantBallots(owner, data.communities[0] as Community);
    const { rows: parent } = await owner.query('select pg_backend_pid() as pid');
    const postmaster = statOf(String(parent[0].pid))?.[0] ?? 0;
    servers.floor = await start('floor.ts', env);
    servers.app = await start('app.ts', env);
    console.log(`start on existing data to first answer: ${(servers.app.startMs / 1000).toFixed(1)} s`);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    console.log(`memory of the idle app: ${((await servers.app.used()).memoryBytes / 1e6).toFixed(0)} MB`);
    console.log(
      '                  ratio  wanted           range           app/s   floor/s    app ms CPU  floor ms CPU   (process + database, per request)',
    );
    let all = true;
    for (const scenario of scenarios(data)) {
      if (only && !only.some((name) => scenario.name.startsWith(name))) continue;
      all = (await measure(scenario, servers as Record<Side, Server>, owner, postmaster)) && all;
    }
    if (wants('search')) all = (await measureSearch(data, servers.app)) && all;
    if (wants('availability')) all = (await measureAvailability(postgres.url, data.communities[0] as Community)) && all;
    if (wants('ledger')) all = (await measureLedger(postgres.url)) && all;
    if (wants('turnout')) all = (await measureTurnout(postgres.url, data.communities[0] as Community)) && all;
    if (!all) process.exitCode = 1;
  } finally {
    await Promise.all(Object.values(servers).map(end));
    await owner.end().catch(() => {});
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
