// `npm run pictures`: draws the pictures of the READMEs anew, from the app with its demo city, into docs/pictures.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { root } from '../../cli/build.mjs';
import { launchChromium } from '../chromium.ts';
import { drawPhoto } from './photo.ts';
import { serve } from './serve.ts';

const folder = join(root, 'docs/pictures');
const bytesMax = 300_000;
const cityMs = 120_000;
const sizes = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1.5 },
  desk: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

type Draw = { name: string; as: string; size: keyof typeof sizes; elder?: boolean; go(page: Page): Promise<void> };

const to =
  (path: string) =>
  async (page: Page): Promise<void> =>
    void (await page.goto(path, { waitUntil: 'networkidle' }));

const pictures: Draw[] = [
  { name: 'home', as: 'resident2', size: 'phone', go: to('/') },
  { name: 'report', as: 'resident2', size: 'phone', go: report },
  { name: 'matter', as: 'resident2', size: 'phone', go: openFirst('/my', 'main a.row') },
  { name: 'elder', as: 'elder', size: 'phone', elder: true, go: to('/elder') },
  { name: 'grid', as: 'grid', size: 'phone', go: to('/grid') },
  { name: 'solved', as: 'resident2', size: 'phone', go: solved },
  { name: 'account', as: 'resident2', size: 'phone', go: account },
  { name: 'story', as: 'resident2', size: 'phone', go: story },
  { name: 'reckon', as: 'resident2', size: 'phone', go: reckon },
  { name: 'today', as: 'community', size: 'desk', go: to('/desk') },
  { name: 'queue', as: 'community', size: 'desk', go: openFirst('/desk/matters', 'tbody tr') },
  { name: 'method', as: 'secretary', size: 'desk', go: change },
  { name: 'wall', as: 'city', size: 'desk', go: to('/screen') },
];

async function report(page: Page): Promise<void> {
  await page.goto('/report', { waitUntil: 'load' });
  await page.setInputFiles('input[type=file][data-photos]', await drawPhoto('飞线'));
  await page.fill('textarea', '5号楼二楼窗户吊下一根线给电动车充电，前天下雨也没收，插头泡在水里');
  await page.locator('label.chip', { hasText: '安全隐患' }).click();
  await page.evaluate(() => scrollTo(0, 0));
}

function openFirst(path: string, row: string): Draw['go'] {
  return async (page) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.locator(row).first().click();
    await page.waitForLoadState('networkidle');
  };
}

async function solved(page: Page): Promise<void> {
  await page.goto(`${await home(page)}/solved`, { waitUntil: 'networkidle' });
  await page.locator('main a[href^="/t/"]').first().click();
  await page.waitForLoadState('networkidle');
}

const home = async (page: Page): Promise<string> => {
  await page.goto('/', { waitUntil: 'load' });
  return new URL(page.url()).pathname;
};

async function account(page: Page): Promise<void> {
  await page.goto(`${await home(page)}/accounts`, { waitUntil: 'networkidle' });
  await page.locator('main a', { hasText: '看工盛北院的每一笔' }).click();
  await page.waitForLoadState('networkidle');
}

async function story(page: Page): Promise<void> {
  await page.goto(`${await home(page)}/ballots`, { waitUntil: 'networkidle' });
  await page.locator('main a', { hasText: '自来水管道改造' }).click();
  await page.locator('main a[href^="/t/"]').first().click();
  await page.waitForLoadState('networkidle');
}

async function reckon(page: Page): Promise<void> {
  await account(page);
  await page.locator('main a', { hasText: '自己算一遍' }).click();
  await page.getByRole('button', { name: '开始算' }).click();
  const verdict = page.locator('[data-part=verdict]');
  await verdict.waitFor();
  await verdict.scrollIntoViewIfNeeded();
}

async function change(page: Page): Promise<void> {
  await page.goto('/desk/methods/seven-step-loop', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: '复制并修改' }).click();
  const days = page.locator('input[id="setting-assign.within"]');
  await days.fill('2');
  await days.press('Tab');
  await page.locator('.changes', { hasText: '这一次改 1 处' }).waitFor();
}

async function tokenOf(address: string, username: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'liren-demo' }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function draw(browser: Browser, address: string, picture: Draw): Promise<void> {
  const context = await browser.newContext({
    ...sizes[picture.size],
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const cookies = [{ name: 'liren', value: await tokenOf(address, picture.as), url: address }];
  if (picture.elder) cookies.push({ name: 'liren_view', value: 'elder', url: address });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  // Open pages listen for news for ever: nothing would become quiet.
  await page.route('**/api/v1/live**', (route) => route.abort());
  await picture.go(page);
  await page.waitForTimeout(1500);
  if (refused.length > 0) throw new Error(`${picture.name}: ${refused.join(', ')}`);
  const shot = await page.screenshot({ animations: 'disabled' });
  const file = join(folder, `${picture.name}.png`);
  const { size } = await sharp(shot).png({ palette: true, quality: 85, effort: 8 }).toFile(file);
  if (size > bytesMax) throw new Error(`${file} is ${size} bytes; ${bytesMax} are the most`);
  process.stdout.write(`${picture.name}.png ${Math.round(size / 1000)} kB\n`);
  await context.close();
}

/** Waits until every community of the city is loaded: the wall shows all of them. */
async function waitForCity(address: string): Promise<void> {
  const headers = { authorization: `Bearer ${await tokenOf(address, 'city')}` };
  let before = -1;
  for (let waitedMs = 0; waitedMs < cityMs; waitedMs += 8000) {
    const { homeArea, roles } = (await (await fetch(`${address}/api/v1/me`, { headers })).json()) as {
      homeArea: { id: string } | null;
      roles: { areaId: string }[];
    };
    const areaId = roles[0]?.areaId ?? homeArea?.id;
    const counts = await (await fetch(`${address}/api/v1/areas/${areaId}/matters/counts`, { headers })).text();
    if (counts.length > 0 && Number(/"open":(\d+)/.exec(counts)?.[1] ?? 0) === before) return;
    before = Number(/"open":(\d+)/.exec(counts)?.[1] ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 8000));
  }
}

const scratch = mkdtempSync('/tmp/liren-pictures-');
// Under root the database runs as another user, who must get through.
chmodSync(scratch, 0o711);
mkdirSync(folder, { recursive: true });
const app = await serve({ LIREN_DATA: join(scratch, 'data'), DATABASE_URL: '' });
const browser = await launchChromium();
try {
  await waitForCity(app.address);
  for (const picture of pictures) await draw(browser, app.address, picture);
} finally {
  await browser.close();
  await app.end();
  rmSync(scratch, { recursive: true, force: true });
}
