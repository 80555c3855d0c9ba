import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#platform/config';
import { pendingMigrations } from '#platform/migrate';
import { findChromium } from '#tests/chromium';
import { builds, isFresh, root } from '../build.mjs';
import { isInstalled } from '../install.mjs';
import { LAST_BACKUP } from './backup.ts';
import { withPostgres } from '../with-postgres.ts';

/** One thing looked at. `advice`: what to do, for whatever is not well; absent when it is. */
export type Finding = { name: string; found: string; advice?: string };

const FREE_BYTES_MIN = 2_000_000_000;
const DAY_MS = 86_400_000;
const BACKUP_AGE_DAYS_MAX = 7;

/** Looks at this machine and this data, one sentence each; the exit code is 1 when something needs doing. */
export async function run(): Promise<void> {
  const { dataDir } = readConfig(process.env, false);
  const findings = [
    checkNode(process.versions.node),
    checkPackages(),
    checkFolder(dataDir),
    checkSpace(dataDir),
    ...(await checkDatabase(dataDir)),
    checkBackup(dataDir, new Date()),
    ...builds.map((build) =>
      isFresh(build)
        ? { name: `网页：${build.zh}`, found: '最新' }
        : {
            name: `网页：${build.zh}`,
            found: '未生成或已过期',
            advice: 'npm start 会自动生成，或运行 npm run build。',
          },
    ),
    checkChromium(),
    ...checkCalendars(new Date()),
  ];
  for (const { name, found, advice } of findings) {
    console.log(`${advice ? '✗' : '✓'} ${name}：${found}${advice ? `\n    ${advice}` : ''}`);
  }
  if (findings.some(({ advice }) => advice)) process.exitCode = 1;
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const finding = { name: 'Node.js', found: version };
  if (major > 20 || (major === 20 && minor >= 19)) return finding;
  return { ...finding, advice: '需要 20.19 或更新的版本，请从 nodejs.org 安装。' };
}

function checkPackages(): Finding {
  const name = '组件';
  if (isInstalled()) return { name, found: '与 package-lock.json 一致' };
  return { name, found: '与 package-lock.json 不一致', advice: '请运行 npm ci。' };
}

function checkFolder(dataDir: string): Finding {
  const name = '数据文件夹';
  try {
    accessSync(nearestFolder(dataDir), constants.W_OK);
    return { name, found: `${dataDir} 可写` };
  } catch {
    return { name, found: `${dataDir} 不可写`, advice: '请把它的所有者改为当前用户，或设置另一个 LIREN_DATA。' };
  }
}

function checkSpace(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(nearestFolder(dataDir));
  const finding = { name: '磁盘', found: `剩余 ${(Number(bavail * bsize) / 1e9).toFixed(1)} GB` };
  if (bavail * bsize >= FREE_BYTES_MIN) return finding;
  return { ...finding, advice: '不足 2 GB，请清理磁盘，否则数据库会停止写入。' };
}

async function checkDatabase(dataDir: string): Promise<Finding[]> {
  const name = '数据库';
  const exists = ['pg', 'database-place'].some((file) => existsSync(join(dataDir, file)));
  if (!process.env.DATABASE_URL && !exists) return [{ name, found: '还没有，第一次 npm start 会建立' }];
  try {
    return await withPostgres(async (url) => [{ name, found: await describeServer(url) }, await checkMigrations(url)]);
  } catch (error) {
    const { refusal } = error as { refusal?: { zh: string } };
    const advice = refusal?.zh ?? `${(error as Error).message}。请检查 DATABASE_URL 和数据库是否在运行。`;
    return [{ name, found: '连接不上', advice }];
  }
}

async function describeServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; size: string }>(
      `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
    );
    return `PostgreSQL ${rows[0]?.version}，已用 ${rows[0]?.size}`;
  } finally {
    await client.end();
  }
}

async function checkMigrations(url: string): Promise<Finding> {
  const name = '数据库结构';
  const pending = await pendingMigrations({ url });
  if (pending.length === 0) return { name, found: '最新' };
  return { name, found: `缺 ${pending.join('、')}`, advice: 'npm start 会自动更新，或运行 npm run liren -- migrate。' };
}

/** The last backup made from this data folder by `liren backup`; others leave no trace here. */
export function checkBackup(dataDir: string, now: Date): Finding {
  const name = '上次备份';
  const note = join(dataDir, LAST_BACKUP);
  if (!existsSync(note)) return { name, found: '还没有，用 npm run liren -- backup <文件> 做一份' };
  const { at, file } = JSON.parse(readFileSync(note, 'utf8')) as { at: string; file: string };
  const days = Math.floor((now.getTime() - new Date(at).getTime()) / DAY_MS);
  const finding = { name, found: `${days} 天前（${file}）` };
  if (days <= BACKUP_AGE_DAYS_MAX) return finding;
  return { ...finding, advice: '已经超过一周，请运行 npm run liren -- backup <文件>。' };
}

function checkChromium(): Finding {
  const path = findChromium();
  return { name: 'Chromium（只有浏览器测试需要）', found: path ?? '未安装，测试时用 npm 带的一份' };
}

/** Deadlines in workdays need the holiday calendar of the year; the next one is published in November. */
export function checkCalendars(now: Date, folder = join(root, 'library/calendars')): Finding[] {
  const year = now.getFullYear();
  const years = now.getMonth() === 11 ? [year, year + 1] : [year];
  return years.map((each) => {
    const finding = { name: `${each} 年节假日` };
    if (existsSync(join(folder, `cn-${each}.yaml`))) return { ...finding, found: '有' };
    return { ...finding, found: '没有', advice: `请按国务院办公厅的通知补上 library/calendars/cn-${each}.yaml。` };
  });
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
