import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';
import { startNamedPostgres, stopLeftPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connects to the maintenance database of the test server. */
    adminUrl: string;
    /** The migrated database that every test file copies. */
    templateName: string;
    /** Databases of failed files are written here, one URL per line. */
    keptFile: string;
  }
}

const PREFIX = 'liren-test-';
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

type TestServer = { adminUrl: string; templateName: string; keptFile: string; close(): Promise<void> };

/** One server and one migrated template for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  try {
    const server = await open();
    project.provide('adminUrl', server.adminUrl);
    project.provide('templateName', server.templateName);
    project.provide('keptFile', server.keptFile);
    return server.close;
  } catch (error) {
    // Vitest would wait for ever after a set-up that failed.
    process.stderr.write(`The test database could not be prepared: ${(error as Error).stack}\n`);
    process.exit(1);
  }
}

async function open(): Promise<TestServer> {
  await sweepEarlierRuns();
  const folder = mkdtempSync(`/tmp/${PREFIX}${process.pid}-`);
  // Under root the database runs as another user, who must get through.
  chmodSync(folder, 0o711);
  const postgres = await openServer(folder);
  const templateName = `liren_template_${process.pid}`;
  const keptFile = join(folder, 'kept');
  try {
    await runAdmin(postgres.url, `create database ${templateName}`);
    await migrate({ url: urlOf(postgres.url, templateName) });
  } catch (error) {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    adminUrl: postgres.url,
    templateName,
    keptFile,
    close: () => close(postgres, templateName, folder, keptFile),
  };
}

type Server = { url: string; stop(): Promise<void> };

/** The server at `TEST_DATABASE_URL`, a PostgreSQL of the version in `LIREN_TEST_POSTGRES`, else the embedded one. */
async function openServer(folder: string): Promise<Server> {
  const { TEST_DATABASE_URL: databaseUrl, LIREN_TEST_POSTGRES: major } = process.env;
  if (major && !databaseUrl) return startNamedPostgres(major, folder, false);
  return openPostgres({ dataDir: join(folder, 'data'), log: quiet, databaseUrl, durable: false });
}

async function close(postgres: Server, templateName: string, folder: string, keptFile: string): Promise<void> {
  await runAdmin(postgres.url, `drop database ${templateName}`);
  if (existsSync(keptFile) && !process.env.CI && !process.env.LIREN_TEST_POSTGRES) {
    const kept = readFileSync(keptFile, 'utf8');
    process.stdout.write(`Databases of failed files, kept until the next run (psql can open them):\n${kept}`);
    return;
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed, or kept a database, leaves its server behind. */
async function sweepEarlierRuns(): Promise<void> {
  for (const name of readdirSync('/tmp')) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (pid === 0 || isAlive(pid)) continue;
    const folder = join('/tmp', name);
    try {
      stopLeftPostgres(folder);
      await stopLeftEmbedded(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being swept by another run.
    }
  }
}

async function stopLeftEmbedded(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const left = await openPostgres({ dataDir, log: quiet, soleHolder: 'sweep', durable: false });
  await left.stop();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
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

/** The same server and user, another database. */
export function urlOf(adminUrl: string, name: string): string {
  return adminUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}
