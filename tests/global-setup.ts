import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#platform/migrate';
import { openPostgres, type Postgres } from '#platform/postgres/open';

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
  const given = process.env.TEST_DATABASE_URL;
  const postgres = await openPostgres({
    dataDir: join(folder, 'data'),
    log: quiet,
    databaseUrl: given,
    durable: false,
  });
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

async function close(postgres: Postgres, templateName: string, folder: string, keptFile: string): Promise<void> {
  await runAdmin(postgres.url, `drop database ${templateName}`);
  if (existsSync(keptFile) && !process.env.CI) {
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
      const left = await openPostgres({
        dataDir: join(folder, 'data'),
        log: quiet,
        soleHolder: 'sweep',
        durable: false,
      });
      await left.stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Somebody else's, or being swept by another run.
    }
  }
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
