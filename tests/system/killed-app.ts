import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, onTestFinished } from 'vitest';
import { openDatabase } from '#platform/database';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';
import { openOwnerPool, type TestDatabase } from '#tests/database';
import { worldStart, type World } from '#tests/world';
import type { Parts } from '../../server/parts.ts';
import { startNamedPostgres } from '../postgres.ts';
import { killGroup, root, startNode } from './processes.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

type Durable = TestDatabase & {
  dataDir: string;
  /** What a command is told to find this database: the folder alone, or the address of a server that others run. */
  env: Record<string, string>;
};

/**
 * A migrated database on a server of its own that writes through to the disk, as a community runs it in `dataDir`; with
 * `LIREN_TEST_POSTGRES` a server of that version, as a city runs it. Call it once, at the top of the file.
 */
export async function durableDatabase(): Promise<Durable> {
  // Named like the test server's: what a run that was killed leaves behind is swept by the next.
  const folder = mkdtempSync(`/tmp/liren-test-${process.pid}-`);
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'data');
  const major = process.env.LIREN_TEST_POSTGRES;
  const postgres = await (major ? startNamedPostgres(major, folder, true) : openPostgres({ dataDir, log: quiet }));
  mkdirSync(dataDir, { recursive: true });
  const { url } = postgres;
  await migrate({ url });
  const database = openDatabase({ url });
  const owner = openOwnerPool(url, 6);
  afterAll(async () => {
    await Promise.all([database.close(), owner.end()]);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = { LIREN_DATA: dataDir, ...(major ? { DATABASE_URL: url } : {}) };
  return { name: 'liren', url, adminUrl: url, database, pool: database.pool, owner, dataDir, env };
}

export type RunningApp = {
  port: number;
  /** What it has logged so far. */
  lines: string[];
  /** kill -9. */
  kill(): Promise<void>;
  isKilled(): boolean;
  end(): Promise<void>;
};

/** Starts the app, worker included, in a process of its own on the world's database, files and key. */
export async function runApp({ parts: { config } }: { parts: Pick<Parts, 'config'> }): Promise<RunningApp> {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    DATABASE_URL: config.databaseUrl ?? '',
    LIREN_DATA: config.dataDir,
    LIREN_SECRET_FILE: config.secretFile,
    LIREN_LOG: 'info',
  };
  const { child, lines, exited } = startNode([await bundleApp(config.dataDir)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (told: { port: number }) => resolve(told.port));
    child.once('exit', () => reject(new Error(`the app did not start:\n${lines.join('\n')}`)));
  });
  let killed = false;
  return {
    port,
    lines,
    isKilled: () => killed,
    async kill() {
      killed = true;
      killGroup(child);
      await exited;
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

const bundles = new Map<string, Promise<string>>();

/** The app in one file, which starts in a third of the time: it starts some forty times here. Answers the file. */
function bundleApp(folder: string): Promise<string> {
  const bundle = bundles.get(folder) ?? bundleInto(folder);
  bundles.set(folder, bundle);
  return bundle;
}

async function bundleInto(folder: string): Promise<string> {
  const file = join(folder, 'server/app.mjs');
  await build({
    entryPoints: [join(root, 'tests/bench/app.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['sharp', '@node-rs/jieba'],
    banner: {
      js: "import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);",
    },
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    logLevel: 'error',
  });
  for (const name of ['library', 'node_modules']) symlinkSync(join(root, name), join(folder, name));
  return file;
}

/** Puts the clock that the next app reads when it starts to some days after the world began; answers that moment. */
export async function setClock({ owner }: World, days: number): Promise<Date> {
  const at = new Date(new Date(worldStart).getTime() + days * 86_400_000);
  const offsetMs = at.getTime() - Date.now();
  await owner.query(
    `insert into jobs.settings (name, value) values ('clock.offset', $1) on conflict (name) do update set value = excluded.value`,
    [JSON.stringify(offsetMs)],
  );
  return at;
}

/** Bars a table to writers until let go, at the latest with the end of the test: what is about to be committed waits in the database. */
export async function bar({ owner }: World, table: string): Promise<() => Promise<void>> {
  const client = await owner.connect();
  await client.query(`begin; lock table ${table} in share mode`);
  let letting: Promise<void> | undefined;
  const letGo = (): Promise<void> => (letting ??= client.query('rollback').then(() => client.release()));
  onTestFinished(letGo);
  return letGo;
}

/** How many transactions wait at a bar. */
export async function countWaiting({ owner }: World): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and backend_type = 'client backend'`,
  );
  return rows[0].n;
}
