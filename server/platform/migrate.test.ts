import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import pg from 'pg';
import { findPending, migrate, pendingMigrations, readMigrations } from '#platform/migrate';
import { RefusalError } from '#shared/refusal';
import { dropDatabase, testDatabase } from '#tests/database';

const { owner, pool } = await testDatabase();
const folders: string[] = [];
const databases: string[] = [];

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  for (const name of databases) await dropDatabase(inject('adminUrl'), name);
});

async function runAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function emptyDatabase(): Promise<string> {
  const name = `liren_empty_${process.pid}_${databases.length}`;
  await runAdmin(`create database ${name} template template0`);
  databases.push(name);
  return inject('adminUrl').replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'liren-migrations-'));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
  return 'not refused';
}

test('the app may not change what was migrated, and reads which files were applied', async () => {
  const { rows } = await pool.query('select count(*)::int as count from schema_migrations');
  expect(rows[0].count).toBe(readMigrations().length);
  await expect(pool.query(`update schema_migrations set sha256 = ''`)).rejects.toThrow('permission denied');
  const { rows: who } = await owner.query('select current_user as name');
  expect(who[0].name).not.toBe('liren_app');
});

test('files are applied once, in order, and several processes at once apply each of them once', async () => {
  const url = await emptyDatabase();
  const folder = folderOf({ '0001-one.sql': 'create table one (n int)', '0002-two.sql': 'insert into one values (1)' });
  expect(await pendingMigrations({ url, folder })).toEqual(['0001-one.sql', '0002-two.sql']);
  const applied = await Promise.all([1, 2, 3].map(() => migrate({ url, folder })));
  expect(applied.flat().toSorted()).toEqual(['0001-one.sql', '0002-two.sql']);
  expect(await migrate({ url, folder })).toEqual([]);
  expect(await pendingMigrations({ url, folder })).toEqual([]);
});

test('a file that fails leaves nothing behind and names itself', async () => {
  const url = await emptyDatabase();
  const folder = folderOf({
    '0001-one.sql': 'create table one (n int)',
    '0002-two.sql': 'create table two (n int); selekt 1',
  });
  await expect(migrate({ url, folder })).rejects.toThrow('0002-two.sql: syntax error');
  writeFileSync(join(folder, '0002-two.sql'), 'create table two (n int)');
  expect(await migrate({ url, folder })).toEqual(['0002-two.sql']);
});

test('a changed file is refused, and so is an older program', async () => {
  const url = await emptyDatabase();
  const folder = folderOf({ '0001-one.sql': 'create table one (n int)' });
  await migrate({ url, folder });
  expect(
    await codeOf(() => migrate({ url, folder: folderOf({ '0001-one.sql': 'create table one (n bigint)' }) })),
  ).toBe('migration.changed');
  expect(await codeOf(() => migrate({ url, folder: folderOf({}) }))).toBe('migration.missing');
});

test('other line ends are not a change', () => {
  const unix = readMigrations(folderOf({ '0001-one.sql': 'select 1;\nselect 2;\n' }));
  const windows = readMigrations(folderOf({ '0001-one.sql': 'select 1;\r\nselect 2;\r\n' }));
  expect(windows[0]?.sha256).toBe(unix[0]?.sha256);
});

test('badly named files, a number used twice, files that commit and late numbers are refused', async () => {
  expect(await codeOf(() => readMigrations(folderOf({ '1-one.sql': '' })))).toBe('migration.badly-named');
  expect(await codeOf(() => readMigrations(folderOf({ '0001-a.sql': '', '0001-b.sql': '' })))).toBe(
    'migration.badly-named',
  );
  expect(await codeOf(() => readMigrations(folderOf({ '0001-a.sql': 'select 1;\ncommit;' })))).toBe(
    'migration.commits',
  );
  const files = readMigrations(folderOf({ '0001-a.sql': '', '0002-b.sql': '' }));
  const applied = new Map([['0002-b.sql', files[1]?.sha256 ?? '']]);
  expect(await codeOf(() => findPending(files, applied))).toBe('migration.out-of-order');
});
