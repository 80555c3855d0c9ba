import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { root } from '../build.mjs';
import { library } from './library.ts';

let said: string[] = [];
const listen = (text: unknown): void => void said.push(String(text));

beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation(listen);
  vi.spyOn(console, 'error').mockImplementation(listen);
});
afterEach(() => vi.restoreAllMocks());

function copyWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'liren-library-'));
  cpSync(join(root, 'library'), folder, { recursive: true });
  writeFileSync(join(folder, 'methods', name), text);
  return folder;
}

const own = `id: lost-property
name: 失物招领
version: 1
source: custom
level: community
forms:
  finding: { thing 物品: text }
steps:
  find 捡到: { by: community-worker, form: finding }
  keep 保管: { by: community-worker, within: 30 days, go: { claimed 有人领: next } }
  returned 归还: { end: done }
`;

test('the library is sound: exit code 0 and a sentence', async () => {
  expect(await library(['check'])).toBe(0);
  expect(said.join('\n')).toContain('都没有问题');
});

test('a new method file dropped into the folder is checked, drawn and played without touching code', async () => {
  const folder = copyWith('lost-property.yaml', own);
  expect(await library(['check'], folder)).toBe(0);
  expect(await library(['diagram', 'lost-property'], folder)).toBe(0);
  expect(said.join('\n')).toContain('find ==> keep');
  expect(await library(['simulate', 'lost-property', '--walks', '20'], folder)).toBe(0);
  expect(said.join('\n')).toContain('失物招领：走了 20 遍');
});

test('a broken one is refused with file, line and sentence: exit code 1', async () => {
  const folder = copyWith('lost-property.yaml', own.replace(', within: 30 days', ''));
  expect(await library(['check'], folder)).toBe(1);
  expect(said.join('\n')).toContain(
    '✗ library/methods/lost-property.yaml:10  “steps.keep”没有时限，要写 within 或 until',
  );
  expect(await library(['simulate'], folder)).toBe(1);
});

test('明白卡: printed as text, or as a page in a file with a QR code; an address that is none is refused', async () => {
  expect(await library(['print', 'seven-step-loop'])).toBe(0);
  expect(said.join('\n')).toContain('| 2. 上报 | 网格员、社区工作者 |');
  const to = join(mkdtempSync(join(tmpdir(), 'liren-card-')), 'card.html');
  const site = ['--site', 'https://shequ.example.cn/'];
  expect(await library(['print', 'seven-step-loop', '--html', '--to', to, ...site])).toBe(0);
  expect(readFileSync(to, 'utf8')).toContain('https://shequ.example.cn/w/library/seven-step-loop');
  expect(await library(['print', 'seven-step-loop', '--site', 'shequ'])).toBe(2);
  expect(await library(['print', 'nothing'])).toBe(2);
});

test('misuse is answered with what can be done: exit code 2', async () => {
  expect(await library([])).toBe(2);
  expect(await library(['diagram', 'nothing'])).toBe(2);
  expect(await library(['walk', 'F99'])).toBe(2);
  expect(said.join('\n')).toMatch(/现有：F03 F08 /);
  expect(await library(['simulate', '--walks', 'many'])).toBe(2);
  expect(said.join('\n')).toContain('没有“nothing”这个工作法。现有：');
});
