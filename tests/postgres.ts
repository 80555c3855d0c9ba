import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { findPrograms } from '../cli/postgres-programs.mjs';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

export type PlainPostgres = {
  /** Connects to the maintenance database as the superuser. */
  url: string;
  stop(): Promise<void>;
};

const startSecondsMax = 60;

/** A PostgreSQL of the version that `LIREN_TEST_POSTGRES` names. Refused when it is not installed. */
export function startNamedPostgres(major: string, folder: string, durable: boolean): Promise<PlainPostgres> {
  const programs = findPrograms(major);
  if (!programs) throw new Error(`PostgreSQL ${major} is not installed where this system puts it: install it first`);
  return startPlainPostgres(programs, folder, durable);
}

/**
 * A PostgreSQL as a system packages it, on a socket in `folder`, which others may pass through; under root it runs as
 * nobody. Unless durable it writes nothing through to the disk. Refused with what it said when it does not come up.
 */
export async function startPlainPostgres(programs: string, folder: string, durable = false): Promise<PlainPostgres> {
  const cluster = join(folder, 'pg');
  mkdirSync(cluster, { mode: 0o700 });
  if (isRoot) for (const path of [folder, cluster]) chownSync(path, nobody.uid, nobody.gid);
  const options = { ...(isRoot ? nobody : {}), cwd: '/' };
  const initdb = ['-D', cluster, '-U', 'owner', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: 'pipe' });
  const settings = [`unix_socket_directories=${folder}`, 'listen_addresses=', 'max_connections=300'];
  if (!durable) settings.push('fsync=off');
  const server = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings.flatMap((each) => ['-c', each])], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill('SIGQUIT');
    await ended;
  };
  const url = `postgresql://owner@/postgres?host=${folder}&port=5432`;
  const end = Date.now() + startSecondsMax * 1000;
  while (!(await answers(url))) {
    if (Date.now() < end && server.exitCode === null) continue;
    await stop();
    throw new Error(`PostgreSQL did not start:\n${said}`);
  }
  return { url, stop };
}

/** Ends a server that a killed run left in this folder. */
export function stopLeftPostgres(folder: string): void {
  const cluster = join(folder, 'pg');
  const started = join(cluster, 'postmaster.opts');
  if (!existsSync(started)) return;
  const [program = ''] = readFileSync(started, 'utf8').split(' ');
  const stop = ['-D', cluster, '-m', 'immediate', 'stop'];
  try {
    execFileSync(join(dirname(program), 'pg_ctl'), stop, { ...(isRoot ? nobody : {}), cwd: '/', stdio: 'ignore' });
  } catch {
    // It had ended with its run.
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return await new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50));
  } finally {
    await client.end().catch(() => {});
  }
}
