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
  const owner = new pg.Pool({ connectionString: url, max: 4 });
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the source: the first argument must be a pattern.
  afterAll(async ({}, suite) => {
    await Promise.all([database.close(), owner.end()]);
    if (hasFailed(suite as RunnerTestFile)) appendFileSync(inject('keptFile'), `${url}\n`);
    else await runAdmin(adminUrl, `drop database if exists ${name} with (force)`);
  });
  return { name, url, adminUrl, database, pool: database.pool, owner };
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
