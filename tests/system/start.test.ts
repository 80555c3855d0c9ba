import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
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
} from './processes.ts';
import type { Started } from './processes.ts';

type Note = { pid: number; port: number; address: string };

const READY_SECONDS_MAX = 110;

/** `npm start -- --empty` on a free port of this machine alone. */
function startLiren(
  dataDir: string,
  env: Record<string, string> = {},
  user: { uid?: number; gid?: number; cwd?: string } = {},
): Started {
  const { PATH = '', HOME = '' } = process.env;
  const settings = { PATH, HOME, HOST: '127.0.0.1', PORT: '0', LIREN_DATA: dataDir, TZ: 'UTC' };
  onTestFinished(async () => {
    const pid = serverPid(join(dataDir, 'pg'));
    if (isRunning(pid)) process.kill(pid, 'SIGQUIT');
    await until('the end of the database', () => !isRunning(pid));
  });
  return startNode(['cli/start.mjs', '--empty'], { env: { ...settings, ...env }, ...user });
}

async function untilReady(liren: Started, dataDir: string): Promise<Note> {
  await until(
    `里仁已就绪 in\n${liren.lines.join('\n')}`,
    () => said(liren, '里仁已就绪') || hasEnded(liren),
    READY_SECONDS_MAX,
  );
  if (hasEnded(liren)) throw new Error(liren.lines.join('\n'));
  return readNote(dataDir);
}

function said({ lines }: Started, words: string): boolean {
  return lines.some((line) => line.includes(words));
}

function hasEnded({ child }: Started): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function readNote(dataDir: string): Note {
  return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
}

async function statusOf(port: number | string, path: string): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status ?? 0;
}

async function progressPort({ lines }: Started): Promise<string> {
  const line = await until('the address', () => lines.find((each) => each.includes('http://localhost:')));
  return /localhost:(\d+)/.exec(line)?.[1] ?? '';
}

test('the port answers with a progress page before the app is there, then with the app, without a gap; the end is clean', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const liren = startLiren(dataDir);
  const port = await progressPort(liren);
  const page = await fetch(`http://127.0.0.1:${port}/`);
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('里仁正在启动');
  const refused = await fetch(`http://127.0.0.1:${port}/api/v1/areas`);
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
  expect(await refused.json()).toMatchObject({ status: 503, code: 'starting' });
  expect(await statusOf(port, '/healthz')).toBe(200);

  const seen = new Set<number>();
  await until(
    'the app',
    async () => {
      const status = await statusOf(port, '/readyz');
      seen.add(status);
      return status === 200;
    },
    READY_SECONDS_MAX,
  );
  expect([...seen].toSorted()).toEqual([200, 503]);
  await untilReady(liren, dataDir);
  const database = serverPid(join(dataDir, 'pg'));
  liren.child.kill('SIGTERM');
  expect(await liren.exited).toBe(0);
  expect(isRunning(database)).toBe(false);
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
});

test('a second start on the same data refuses with a sentence that names the first; a taken port gives the next one', async () => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void taken.close());
  const { port: takenPort } = taken.address() as { port: number };
  const first = startLiren(dataDir, { PORT: String(takenPort) });
  const { port, address } = await untilReady(first, dataDir);
  expect(port).toBeGreaterThan(takenPort);
  expect(said(first, `端口 ${takenPort} 已被占用，改用 ${port}`)).toBe(true);

  const second = startLiren(dataDir);
  expect(await second.exited).toBe(1);
  expect(said(second, `里仁已经在用这个数据文件夹运行：${address}`)).toBe(true);
  expect(await statusOf(port, '/readyz')).toBe(200);
  first.child.kill('SIGINT');
  expect(await first.exited).toBe(0);
});

test('two starts at the same moment: one runs, the other is refused', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const both = [startLiren(dataDir), startLiren(dataDir)];
  const ended = (): Started[] => both.filter(hasEnded);
  await until(
    'one that runs and one that is refused',
    () => ended().length === 1 && both.some((each) => said(each, '里仁已就绪')),
    READY_SECONDS_MAX,
  );
  const [refused] = ended();
  expect(refused?.child.exitCode).toBe(1);
  expect(refused && said(refused, '里仁已经在用这个数据文件夹运行')).toBe(true);
  const [running] = both.filter((each) => !hasEnded(each));
  expect(readNote(dataDir).pid).toBe(running?.child.pid);
  expect(await statusOf(readNote(dataDir).port, '/readyz')).toBe(200);
  running?.child.kill('SIGTERM');
  expect(await running?.exited).toBe(0);
});

test('after kill -9 the next start finds the database still running and takes over', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const first = startLiren(dataDir);
  await untilReady(first, dataDir);
  const database = serverPid(join(dataDir, 'pg'));
  killGroup(first.child);
  await first.exited;
  expect(isRunning(database)).toBe(true);
  const second = startLiren(dataDir);
  const { port } = await untilReady(second, dataDir);
  expect(serverPid(join(dataDir, 'pg'))).toBe(database);
  expect(await statusOf(port, '/readyz')).toBe(200);
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
  expect(isRunning(database)).toBe(false);
});

test('interrupted while starting it leaves nothing running', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const liren = startLiren(dataDir);
  await until('the database step', () => said(liren, '准备数据库'));
  liren.child.kill('SIGTERM');
  expect(await liren.exited).toBe(0);
  expect(isRunning(serverPid(join(dataDir, 'pg')))).toBe(false);
});

test('a port that is none and an unknown argument are refused with a sentence', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const liren = startLiren(dataDir, { PORT: 'eighty' });
  expect(await liren.exited).toBe(1);
  expect(said(liren, 'PORT=eighty 不是端口号')).toBe(true);
  const other = startNode(['cli/start.mjs', '--fast']);
  expect(await other.exited).toBe(1);
  expect(said(other, '不认识的参数 --fast')).toBe(true);
});

test.skipIf(!isRoot || !mayEnter(join(root, 'node_modules'), NOBODY))(
  'a normal user starts twice in a row from a checkout of her own (needs root, to become one, and packages others may read)',
  async () => {
    const home = join(temporaryFolder(), 'home');
    for (const name of readdirSync(root).filter((each) => !['node_modules', '.git', 'data', 'tests'].includes(each))) {
      cpSync(join(root, name), join(home, name), { recursive: true });
    }
    // The bundler writes into node_modules: hers, with the packages of this checkout.
    const packages = readdirSync(join(root, 'node_modules')).filter((each) => !each.startsWith('.vite'));
    mkdirSync(join(home, 'node_modules'));
    for (const name of packages) symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
    execFileSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, home]);
    const dataDir = join(home, 'data');
    for (let round = 0; round < 2; round++) {
      const liren = startLiren(dataDir, { HOME: home }, { ...NOBODY, cwd: home });
      const { port } = await untilReady(liren, dataDir);
      expect(await statusOf(port, '/readyz')).toBe(200);
      liren.child.kill('SIGTERM');
      expect(await liren.exited).toBe(0);
    }
  },
);
