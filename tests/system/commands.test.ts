import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRunning, serverPid, startNode, temporaryFolder } from './processes.ts';

type Result = { code: number | null; text: string };

async function liren(dataDir: string, ...args: string[]): Promise<Result> {
  const { PATH = '', HOME = '' } = process.env;
  const { exited, lines } = startNode(['cli/liren.mjs', ...args], { env: { PATH, HOME, LIREN_DATA: dataDir } });
  const code = await exited;
  return { code, text: lines.join('\n') };
}

test('an unknown command is answered with the list of those there are', async () => {
  const { code, text } = await liren(temporaryFolder(), 'frobnicate');
  expect(code).toBe(2);
  expect(text).toContain('没有 frobnicate 这个命令');
  for (const command of ['start', 'migrate', 'doctor', 'build']) expect(text).toContain(`  ${command} `);
});

test('migrate starts the database for its own length, applies everything once, and leaves nothing running', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const first = await liren(dataDir, 'migrate');
  expect(first).toMatchObject({ code: 0, text: expect.stringContaining('✓ 0001-areas.sql') });
  expect(await liren(dataDir, 'migrate')).toMatchObject({ code: 0, text: expect.stringContaining('已是最新') });
  expect(isRunning(serverPid(join(dataDir, 'pg')))).toBe(false);
});

test('doctor makes no database where there is none, and describes the one there is', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  expect((await liren(dataDir, 'doctor')).text).toContain('✓ 数据库：还没有');
  expect(existsSync(join(dataDir, 'pg'))).toBe(false);
  await liren(dataDir, 'migrate');
  const { text } = await liren(dataDir, 'doctor');
  expect(text).toMatch(/✓ 数据库：PostgreSQL 18/);
  expect(text).toContain('✓ 数据库结构：最新');
});
