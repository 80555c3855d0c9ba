import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';
import { prepare, type Community } from './data.ts';

/**
 * `node --import tsx tests/bench/sheets.ts`: residents in and out as Excel. Prints how long an import takes from the upload
 * to its last row, the most memory the app needed, and how fast the export is beside the plain streaming writer that writes
 * the same rows, in turns in one run. LIREN_BENCH_ROWS makes it smaller.
 */
const count = Number(process.env.LIREN_BENCH_ROWS ?? 100_000);
const rounds = 3;
const wanted = { importSeconds: (60 * count) / 100_000, memoryBytes: 250e6, exportRatio: 0.5 };
const headings = ['小区', '楼栋', '单元', '房号', '姓名', '电话', '身份证号', '性别', '出生年份', '标签', '备注'];

/** Every hundredth telephone is wrong. */
function rowOf(n: number): (string | number)[] {
  const phone = n % 100 === 0 ? '12345' : `139${String(n).padStart(8, '0')}`;
  const door = [`${n % 20}号楼`, String((n % 6) + 1), String(101 + (Math.floor(n / 120) % 900))];
  return ['小区', ...door, `居民${n}`, phone, '', n % 2 ? '男' : '女', 1930 + (n % 90), n % 7 ? '' : '独居', ''];
}

async function writePlain(out: Writable, rows: Iterable<(string | number)[]>): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(headings).commit();
  for (const row of rows) sheet.addRow(row).commit();
  sheet.commit();
  await workbook.commit();
}

function* residents(): Generator<(string | number)[]> {
  for (let n = 1; n <= count; n++) yield rowOf(n);
}

type App = { child: ChildProcess; port: number; at: Community };

const ask = (app: App, method: string, path: string, body?: FormData | object): Promise<Response> =>
  fetch(`http://127.0.0.1:${app.port}/api/v1/areas/${app.at.id}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${app.at.worker.token}`,
      ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
  });

/** The most memory a process has had, where /proc tells. */
function mostMemoryBytes(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? Number.NaN) * 1024;
}

async function takeIn(app: App): Promise<boolean> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writePlain(out, residents())]);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), '名册.xlsx');
  const began = performance.now();
  const staged = (await (await ask(app, 'POST', 'imports/kinds/residents', form)).json()) as {
    id: string;
    bad: number;
  };
  const checkedSeconds = (performance.now() - began) / 1000;
  await ask(app, 'POST', `imports/${staged.id}/start`, {});
  for (;;) {
    const page = (await (await ask(app, 'GET', `imports/${staged.id}`)).json()) as { state: string; done: number };
    if (page.state === 'done') break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const seconds = (performance.now() - began) / 1000;
  const memory = mostMemoryBytes(app.child.pid ?? 0);
  console.log(
    `import of ${count} rows (${(bytes.length / 1e6).toFixed(1)} MB, ${staged.bad} bad): checked in ${checkedSeconds.toFixed(1)} s, in after ${seconds.toFixed(1)} s (wanted < ${wanted.importSeconds.toFixed(0)}), most memory ${(memory / 1e6).toFixed(0)} MB (wanted ≤ ${wanted.memoryBytes / 1e6})`,
  );
  return seconds < wanted.importSeconds && memory <= wanted.memoryBytes;
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

async function carryAway(app: App): Promise<boolean> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    let began = performance.now();
    await writePlain(nowhere(), residents());
    const plainMs = performance.now() - began;
    began = performance.now();
    const answer = await ask(app, 'POST', 'exports/residents', { reason: '测速导出名册' });
    const bytes = (await answer.arrayBuffer()).byteLength;
    const appMs = performance.now() - began;
    ratios.push(plainMs / appMs);
    console.log(
      `export: ${appMs.toFixed(0)} ms (${(bytes / 1e6).toFixed(1)} MB), plain writer ${plainMs.toFixed(0)} ms`,
    );
  }
  const ratio = ratios.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  console.log(`export: ${ratio.toFixed(2)} of the plain streaming writer (wanted ≥ ${wanted.exportRatio})`);
  return ratio >= wanted.exportRatio;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liren-bench-'));
  chmodSync(folder, 0o711);
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const dataDir = join(folder, 'data');
  const databaseUrl = process.env.BENCH_DATABASE_URL;
  const postgres = await openPostgres({ dataDir, log: quiet, soleHolder: 'bench', databaseUrl });
  const own = { LIREN_DATA: join(folder, 'app'), LIREN_SECRET_FILE: join(folder, 'app/secret.key') };
  const env = { ...process.env, DATABASE_URL: postgres.url, ...own };
  const owner = new pg.Client({ connectionString: postgres.url });
  let child: ChildProcess | undefined;
  try {
    await migrate({ url: postgres.url });
    await owner.connect();
    const data = await prepare(env, { areas: 1, matters: 200 });
    await owner.query(`update auth.grants set role = 'community-secretary' where role = 'community-worker'`);
    child = fork(join(import.meta.dirname, 'app.ts'), { env: { ...env, PORT: '0' }, execArgv: ['--import', 'tsx'] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    const idle = mostMemoryBytes(child.pid ?? 0);
    console.log(`most memory of the app until it answers: ${(idle / 1e6).toFixed(0)} MB`);
    const app: App = { child, port, at: data.communities[0] as Community };
    const isIn = await takeIn(app);
    const isOut = await carryAway(app);
    if (!isIn || !isOut) process.exitCode = 1;
  } finally {
    child?.disconnect();
    if (child) await once(child, 'exit');
    await owner.end().catch(() => {});
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
