import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { RunnerTask, RunnerTestFile } from 'vitest';
import { openDatabase, type Database } from '#platform/database';

export type TestDatabase = {
  name: string;
  /** What `DATABASE_URL` would be: connects as the owner. */
  url: string;
  /** The server's maintenance database. */
  adminUrl: string;
  /** As the app sees it, under the role `liren_app`. */
  database: Database;
  pool: pg.Pool;
  /** As migrations see it: for preparing and for looking behind the app's back. */
  owner: pg.Pool;
};

/**
 * A migrated database of its own for this test file. Call it once, at the top of the file:
 * `const { database } = await testDatabase();`. Dropped when the file passes; when it fails, kept until the next
 * run, which also names it at the end.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl');
  const name = `liren_test_${randomBytes(5).toString('hex')}`;
  await runAdmin(adminUrl, `create database ${name} template ${inject('templateName')}`);
  const url = adminUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  const database = openDatabase({ url });
  const owner = openOwnerPool(url, 4);
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the source: the first argument must be a pattern.
  afterAll(async ({}, suite) => {
    await Promise.all([database.close(), owner.end()]);
    if (hasFailed(suite as RunnerTestFile)) appendFileSync(inject('keptFile'), `${url}\n`);
    else await dropDatabase(adminUrl, name);
  });
  return { name, url, adminUrl, database, pool: database.pool, owner };
}

/** A connection that the server ends while it is idle, or while it is being closed, is no failure of the test. */
export function openOwnerPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max });
  pool.on('error', () => {});
  return pool;
}

const leaveSecondsMax = 60;

/**
 * Drops a database once everybody has left it: a pool answers that it has ended before the server has let its connections
 * go, and one that is thrown out instead says so to whoever happens to listen. Refuses, and says who stayed, when
 * something was left open.
 */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const end = Date.now() + leaveSecondsMax * 1000;
    // The server itself waits for some seconds each time.
    while (!(await isDropped(admin, name))) if (Date.now() > end) throw await leftOpen(admin, name);
  } finally {
    await admin.end();
  }
}

async function isDropped(admin: pg.Client, name: string): Promise<boolean> {
  try {
    await admin.query(`drop database if exists ${name}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === objectInUse) return false;
    throw error;
  }
}

const objectInUse = '55006';

async function leftOpen(admin: pg.Client, name: string): Promise<Error> {
  const { rows } = await admin.query<{ query: string }>('select query from pg_stat_activity where datname = $1', [
    name,
  ]);
  const held = rows.map(({ query }) => query).join('\n');
  return new Error(`The test left connections to its database open. What they did last:\n${held}`);
}

function hasFailed(task: RunnerTask): boolean {
  return task.result?.state === 'fail' || ('tasks' in task && task.tasks.some(hasFailed));
}

async function runAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
