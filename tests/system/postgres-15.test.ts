import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#platform/database';
import { migrate, readMigrations } from '#platform/migrate';
import { findPrograms } from '../../cli/postgres-programs.mjs';
import { startPlainPostgres } from '../postgres.ts';
import { temporaryFolder } from './processes.ts';

const programs = findPrograms('15');

async function startServer(): Promise<string> {
  const { url, stop } = await startPlainPostgres(programs ?? '', temporaryFolder(0o755));
  onTestFinished(stop);
  return url;
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test.skipIf(!programs)(
  'PostgreSQL 15 under DATABASE_URL, as an owner who is no superuser: all migrations apply and the app works under its role (needs postgresql-15)',
  async () => {
    const admin = await startServer();
    await ask(admin, 'create role plain login createrole');
    await ask(admin, 'create database plain owner plain');
    const url = admin.replace('owner@/postgres', 'plain@/plain');
    expect(await migrate({ url })).toHaveLength(readMigrations().length);
    expect(await migrate({ url })).toEqual([]);
    const database = openDatabase({ url });
    onTestFinished(() => database.close());
    expect(await database.query('select current_user as name')).toEqual([{ name: 'liren_app' }]);
    await expect(database.query('drop table schema_migrations')).rejects.toThrow('must be owner');
  },
);

test.skipIf(!programs)(
  'an owner who may not make roles is told what to ask of the administrator (needs postgresql-15)',
  async () => {
    const admin = await startServer();
    await ask(admin, 'create role plain login');
    await ask(admin, 'create database plain owner plain');
    const url = admin.replace('owner@/postgres', 'plain@/plain');
    await expect(migrate({ url })).rejects.toMatchObject({ refusal: { code: 'database.no-app-role' } });
    await ask(admin, 'create role liren_app nologin; grant liren_app to plain');
    expect(await migrate({ url })).toHaveLength(readMigrations().length);
  },
);
