import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#platform/database';
import { migrate, readMigrations } from '#platform/migrate';
import { isRoot, NOBODY, temporaryFolder, until } from './processes.ts';

const bin = '/usr/lib/postgresql/15/bin';

async function startServer(): Promise<string> {
  const runAs = isRoot ? NOBODY : {};
  const folder = temporaryFolder(0o755);
  const cluster = join(folder, 'pg');
  mkdirSync(cluster, { mode: 0o700 });
  for (const path of isRoot ? [folder, cluster] : []) chownSync(path, NOBODY.uid, NOBODY.gid);
  const initdb = ['-D', cluster, '-U', 'owner', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initdb, { ...runAs, cwd: '/', stdio: 'ignore' });
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'fsync=off'].flatMap((each) => [
    '-c',
    each,
  ]);
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings], { ...runAs, cwd: '/', stdio: 'ignore' });
  const ended = new Promise((resolve) => server.on('close', resolve));
  onTestFinished(async () => {
    server.kill('SIGQUIT');
    await ended;
  });
  const url = `postgresql://owner@/postgres?host=${folder}&port=5432`;
  await until('the server', () => ask(url, 'select 1').catch(() => undefined));
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

test.skipIf(!existsSync(bin))(
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

test.skipIf(!existsSync(bin))(
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
