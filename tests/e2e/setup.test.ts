import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '#tests/chromium';
import { testDatabase } from '#tests/database';
import { seriousProblems } from './app.ts';
import { drawPhoto } from './photo.ts';
import { serve, type Serving } from './serve.ts';

const { url } = await testDatabase();
const folder = mkdtempSync('/tmp/liren-empty-');
const faults: string[] = [];
let app: Serving;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  app = await serve({ LIREN_DATA: folder, DATABASE_URL: url }, '--empty');
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`);
  });
});
afterAll(async () => {
  await browser?.close();
  await app?.end();
  rmSync(folder, { recursive: true, force: true });
});

async function workbook(name: string, rows: (string | number)[][]): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  for (const row of rows) sheet.addRow(row);
  const file = join(folder, name);
  await book.xlsx.writeFile(file);
  return file;
}

const go = (path: string) => page.goto(`${app.address}${path}`);
const password = 'willow-ferry-lamp';

test('an empty system leads to its founding, keeps what was typed when it refuses, and opens the check list', async () => {
  await go('/');
  expect(new URL(page.url()).pathname).toBe('/setup');
  const code = readFileSync(join(folder, 'setup.code'), 'utf8');
  expect(app.said()).toContain(`/setup?code=${code}`);
  await go(`/setup?code=${code}`);
  expect(await seriousProblems(page)).toEqual([]);
  const typed = {
    city: '淄博市',
    district: '张店区',
    street: '车站街道',
    community: '工盛社区',
    name: '周敏',
    username: 'zhoumin',
  };
  for (const [name, value] of Object.entries({ ...typed, code: '370303001000', password }))
    await page.fill(`#${name}`, value);
  await page.click('button[type=submit]');
  await page.waitForSelector('#code-problem');
  expect(await page.inputValue('#community')).toBe('工盛社区');
  await page.fill('#code', '370303001001');
  await page.fill('#password', password);
  await page.click('button[type=submit]');
  await page.waitForURL(/\/desk\/setup$/);
  await page.getByText('还差 6 样').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
});

test('a starter pack is adopted with one press', async () => {
  await page.locator('.pack', { hasText: '老旧小区' }).getByRole('button').click();
  await page.getByText('还差 5 样').waitFor();
});

async function takeIn(kind: string, file: string, ready: number): Promise<void> {
  await go(`/desk/imports/${kind}`);
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('button', { name: `导入 ${ready} 行` }).click();
  await page.locator('.import').getByText('导完了：').waitFor();
}

test('buildings and residents come from her Excel files; the wrong rows come back with their reasons', async () => {
  const places = [['网格', '小区', '楼号'], ...[1, 2, 3, 4].map((one) => ['第一网格', '工盛北院', `${one}号楼`])];
  await takeIn('places', await workbook('places.xlsx', places), 4);
  const residents = Array.from({ length: 120 }, (_, i) => [
    '工盛北院',
    1 + (i % 4),
    1 + (i % 3),
    101 + 100 * Math.floor(i / 20),
    `住户${i}`,
    i < 5 ? '12345' : `138${53300000 + i}`,
  ]);
  const heads = ['小区', '楼栋', '单元', '房号', '姓名', '联系电话'];
  await takeIn('residents', await workbook('residents.xlsx', [heads, ...residents]), 115);
  expect(await page.locator('.import').innerText()).toMatch(/新增 115[\s\S]*没导入 5/);
  expect(await seriousProblems(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载有问题的 5 行').click()]);
  const back = new ExcelJS.Workbook();
  await back.xlsx.readFile(await download.path());
  const rows = back.worksheets[0]?.getSheetValues().slice(1) as string[][];
  expect(rows).toHaveLength(6);
  expect(rows[0]?.slice(1)).toEqual([...heads, '错误原因']);
  expect(rows[1]?.[7]).toContain('手机号是 11 位');
});

async function api<Answer>(path: string, token: string, body?: object | FormData): Promise<Answer> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${app.address}/api/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

async function signIn(username: string, secret: string): Promise<string> {
  return (await api<{ token: string }>('session', '', { username, password: secret })).token;
}

test('F33: with one colleague the first real matter is closed, and the list says so', async () => {
  const token = await signIn('zhoumin', password);
  type Areas = { items: { id: string; name: string }[] };
  const areaId = (await api<Areas>('areas?level=community', token)).items[0]?.id ?? '';
  const gridId = (await api<Areas>(`areas?level=grid&under=${areaId}`, token)).items[0]?.id ?? '';
  const building = (await api<Areas>(`areas?level=building&under=${areaId}`, token)).items[0]?.id ?? '';
  const staff = { username: 'sunlijuan', name: '孙丽娟', password, roles: [{ role: 'grid-worker', areaId: gridId }] };
  const { userId } = await api<{ userId: string }>(`areas/${areaId}/accounts`, token, staff);
  const first = await signIn('sunlijuan', password);
  await fetch(`${app.address}/api/v1/me/password`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${first}`, 'content-type': 'application/json' },
    body: JSON.stringify({ current: password, next: 'lantern-river-oak' }),
  });
  const grid = await signIn('sunlijuan', 'lantern-river-oak');
  const form = { category: '公共设施', place: { label: '1号楼门口', areaId: building }, words: '单元门口的灯不亮' };
  const { number } = await api<{ number: string }>(`areas/${areaId}/matters`, grid, {
    method: 'seven-step-loop',
    form,
  });
  const act = (who: string, action: string, filled: object = {}) =>
    api(`areas/${areaId}/matters/${number}/actions/${action}`, who, { form: filled });
  await act(token, 'accept');
  await act(token, 'assign', { handler: `user:${userId}` });
  const photo = new FormData();
  photo.append(
    'file',
    new Blob([new Uint8Array((await drawPhoto('换好的灯')).buffer)], { type: 'image/jpeg' }),
    'a.jpg',
  );
  const { id } = await api<{ id: string }>(`areas/${areaId}/files`, grid, photo);
  await act(grid, 'done', { result: '换了灯泡，天黑会亮', after: [id] });
  await act(token, 'next', { reply: '灯换好了', publish: true, headline: '1号楼的灯亮了' });
  await act(grid, 'content', { stars: 5 });
  await go('/desk/setup');
  await page.getByText('在办 0 件，办结 1 件').waitFor();
  await page.getByText('还差 1 样').waitFor();
  await go('/c/370303001001');
  expect(await page.locator('main').innerText()).toContain('1号楼的灯亮了');
  expect(faults).toEqual([]);
});
