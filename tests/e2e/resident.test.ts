import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { areas, gongsheng, openWorld, photograph, upload } from '#tests/world';
import { seriousProblems } from './app.ts';
import { openPhone, phoneBuild } from './phone.ts';

const database = await testDatabase();
const code = '370303002001';

const world = await openWorld(database, { demo: true });
const phone = await openPhone(world);
/** The matter that the first test reports without scripts and the later ones follow. */
let told: { number: string; trace: string };

/** Bytes of a page with the styles and scripts it names, as they travel. */
async function weigh(path: string, token: string | null): Promise<{ bytes: number; scripts: number }> {
  const answer = await fetch(`${phone.base}${path}`, { headers: token ? { cookie: `liren=${token}` } : {} });
  const page = await answer.text();
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, address = '']) => address);
  const files = named.map((address) => readFileSync(join(phoneBuild, 'client', address)));
  const bytes = [Buffer.from(page), ...files].reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  return { bytes, scripts: named.filter((address) => address.endsWith('.js')).length };
}

describe('reporting without scripts', () => {
  test('what is wrong stands beside its field, and nothing typed is lost', async () => {
    const { page } = await phone.open({ as: 'resident', scripts: false });
    await page.goto(`${phone.base}/report?area=${code}`);
    await page.fill('textarea', '北门口的路灯不亮 <b>三天</b>');
    await page.setInputFiles('input[type=file]', {
      name: '说明.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('无'),
    });
    await page.click('button.go');
    expect(await page.locator('[role=alert]').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('照片'), expect.stringContaining('类别')]),
    );
    expect(await page.inputValue('textarea')).toBe('北门口的路灯不亮 <b>三天</b>');
  });

  test('C73: photo, words, place: three taps, and the page says number, who and until when', async () => {
    const { page } = await phone.open({ as: 'resident', scripts: false });
    await page.goto(`${phone.base}/report?area=${code}&spot=gs017`);
    await page.setInputFiles('input[type=file]', {
      name: '灯.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await page.fill('textarea', '健身广场的路灯不亮三天了，晚上看不清台阶');
    await page.locator('label.chip', { hasText: '公共设施' }).click();
    await page.click('button.go');
    await page.waitForURL(/\/sent$/);
    expect(await page.locator('main').innerText()).toMatch(/工盛 2026 年第 1 件[\s\S]*最晚/);
    const number = page.url().split('/').at(-2) ?? '';
    const { body } = await world.as('resident').get(`matters/${number}`);
    expect(body).toMatchObject({ step: { id: 'report' }, place: '健身广场 17 号灯杆', category: '公共设施' });
    expect(body.before).toHaveLength(1);
    told = { number, trace: body.traceCode };
  });

  test('a form sent twice with its key begins one matter', async () => {
    const { page, context } = await phone.open({ as: 'resident2', scripts: false });
    await page.goto(`${phone.base}/report?area=${code}&spot=gs017`);
    const place = (await page.locator('input[name="field.place"]').first().inputValue()) ?? '';
    const form = {
      key: (await page.locator('input[name=key]').getAttribute('value')) ?? '',
      'field.words': '楼道里堆了旧沙发，推轮椅过不去',
      'field.category': '乱堆乱晾',
      'field.place': place,
    };
    const send = async (): Promise<string> => {
      const init = { multipart: form, maxRedirects: 0, headers: { origin: phone.base } };
      const answer = await context.request.post(page.url(), init);
      return answer.headers().location ?? `${answer.status()}`;
    };
    const first = await send();
    expect(first).toMatch(/\/sent$/);
    expect(await send()).toBe(first);
    const { body } = await world.as('resident2').get('matters?mine=reported');
    expect(body.items).toHaveLength(1);
  });
});

describe('following without scripts', () => {
  test('F33: rated with stars on the phone, the matter is filed and its story is public', async () => {
    await handleUntilRating();
    const { page } = await phone.open({ as: 'resident', scripts: false });
    await page.goto(`${phone.base}/my`);
    expect(await page.locator('main').innerText()).toContain('等您看看');
    await page.locator('a.row').first().click();
    expect(await page.locator('.stars input:checked').count()).toBe(0);
    await page.locator('button', { hasText: '办好了' }).click();
    expect(await page.locator('#rate').innerText()).toContain('还没点星，点一颗就行。');
    await page.locator('label[for=star-5]').click();
    await page.locator('button', { hasText: '办好了' }).click();
    await page.waitForURL(/done=/);
    expect(await page.locator('main').innerText()).toContain('评了 5 星');
    const { page: anyone } = await phone.open({ scripts: false });
    await anyone.goto(`${phone.base}/t/${told.trace}`);
    expect(await anyone.locator('h1').innerText()).toBe('健身广场的路灯亮了');
    expect(await anyone.locator('body').innerText()).not.toContain('周雪梅');
    await anyone.goto(`${phone.base}/c/${code}`);
    expect(await anyone.locator('main').innerText()).toContain('健身广场的路灯亮了');
  });

  test('补充材料: a photograph goes with it and stands on the page; refused without a word, the photograph stays', async () => {
    const { body } = await world.as('resident2').get('matters?mine=reported');
    const { number } = body.items[0];
    const { page } = await phone.open({ as: 'resident2', scripts: false });
    await page.goto(`${phone.base}/m/${areas.gongsheng}/${number}`);
    const form = page.locator('#do-supplement');
    await form.locator('summary').click();
    const shot = { name: '沙发.jpg', mimeType: 'image/jpeg', buffer: await photograph() };
    await form.locator('input[type=file]').setInputFiles(shot);
    await form.locator('button', { hasText: '补上' }).click();
    expect(await form.innerText()).toContain('写一句就行');
    expect(await form.locator('.ph img').count()).toBe(1);
    await form.locator('textarea').fill('沙发还在，拍给您看');
    await form.locator('button', { hasText: '补上' }).click();
    await page.waitForURL(/done=supplement/);
    expect(await page.locator('.talk .ph img').count()).toBe(1);
    const seen = await world.as('resident2').get(`matters/${number}`);
    expect(seen.body.history[0].fields[0].pictures).toHaveLength(1);
  });

  test('someone acted first: both sides stand there, and what was typed goes in when she wants it', async () => {
    const { body } = await world.as('resident2').get('matters?mine=reported');
    const { number } = body.items[0];
    const { page } = await phone.open({ as: 'resident2', scripts: false });
    await page.goto(`${phone.base}/m/${areas.gongsheng}/${number}`);
    await world.as('grid').post(`matters/${number}/actions/accept`, { form: {} });
    await page.locator('summary', { hasText: '补充说明' }).click();
    await page.locator('textarea[id=reason-supplement]').fill('沙发又多了一张');
    await page.locator('button', { hasText: '补上' }).click();
    const sides = page.locator('#both-sides');
    expect(await sides.innerText()).toMatch(/受理[\s\S]*您写的，还在[\s\S]*沙发又多了一张/);
    expect(await page.locator('textarea[id=reason-supplement]').inputValue()).toBe('沙发又多了一张');
    await sides.locator('button').click();
    await page.waitForURL(/done=supplement/);
    expect(await page.locator('main').innerText()).toContain('沙发又多了一张');
  });

  test('what is missing is said in the form, and what was typed stays', async () => {
    const { body } = await world.as('resident2').get('matters?mine=reported');
    const { page } = await phone.open({ as: 'resident2', scripts: false });
    await page.goto(`${phone.base}/m/${areas.gongsheng}/${body.items[0].number}`);
    await page.locator('summary', { hasText: '补充说明' }).click();
    await page.locator('button', { hasText: '补上' }).click();
    expect(new URL(page.url()).hash).toBe('#do-supplement');
    expect(await page.locator('#do-supplement').innerText()).toContain('写一句就行');
  });

  test('a message is read by opening it, and opens a page of the reader’s own', async () => {
    const { page } = await phone.open({ as: 'grid', scripts: false });
    await page.goto(`${phone.base}/grid/messages`);
    const fresh = page.locator('button.row', { has: page.locator('.tag', { hasText: '新' }) });
    const unread = await fresh.count();
    expect(unread).toBeGreaterThan(0);
    await fresh.first().click();
    await page.waitForURL(/\/grid\/m\//);
    await page.goto(`${phone.base}/grid/messages`);
    expect(await fresh.count()).toBe(unread - 1);
  });
});

describe('a first password', () => {
  test('opens nothing but the page that changes it; then the day begins', async () => {
    const answer = await world.as('secretary').post('accounts', {
      name: '王小测',
      username: 'wangxiaoce',
      password: 'told-by-hand-7',
      roles: [{ role: 'grid-worker', areaId: areas.gridOne }],
    });
    expect(answer.status).toBe(201);
    const { page } = await phone.open({ scripts: false });
    await page.goto(`${phone.base}/login`);
    await page.fill('#username', 'wangxiaoce');
    await page.fill('#password', 'told-by-hand-7');
    await page.locator('button', { hasText: '登录' }).first().click();
    await page.waitForURL(/\/password$/);
    await page.goto(`${phone.base}/grid`);
    await page.waitForURL(/\/password$/);
    const change = async (current: string, wanted: string, repeated: string): Promise<void> => {
      await page.fill('#current', current);
      await page.fill('#wanted', wanted);
      await page.fill('#repeated', repeated);
      await page.locator('main button').click();
    };
    await change('wrong', 'seven green lanterns', 'seven green lanterns');
    expect(await page.locator('#current-problem').innerText()).toContain('现在的密码不对');
    await change('told-by-hand-7', 'seven green lanterns', 'seven green lantern');
    expect(await page.locator('#repeated-problem').innerText()).toContain('两次填的不一样');
    await change('told-by-hand-7', 'seven green lanterns', 'seven green lanterns');
    await page.waitForURL(/\/grid$/);
  });
});

/** Grid worker and community worker do their parts, by the API. */
async function handleUntilRating(): Promise<void> {
  const act = async (who: 'grid' | 'community', action: string, form: object): Promise<void> => {
    const answer = await world.as(who).post(`matters/${told.number}/actions/${action}`, { form });
    if (answer.status >= 300) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
  };
  await act('community', 'accept', {});
  await act('community', 'assign', { handler: `user:${world.ids.grid}` });
  await act('grid', 'done', { result: '灯头烧坏，换了新的', after: [await upload(world.as('grid'), gongsheng)] });
  await act('community', 'next', { reply: '换好了，晚上七点自动亮。', publish: true, headline: '健身广场的路灯亮了' });
}

describe('what every page keeps', () => {
  const publicPaths = ['/?choose=1', `/c/${code}`, `/c/${code}/solved`, `/c/${code}/month`, `/c/${code}/notices`];
  const ownPaths = ['/my', `/report?area=${code}`, '/me', '/messages', '/elder', '/password'];

  test('a public page and the report form weigh at most 40 kB with styles; a page that needs no script ships none', async () => {
    const traced = `/t/${told.trace}`;
    for (const path of [...publicPaths, traced]) expect((await weigh(path, null)).bytes, path).toBeLessThan(40_000);
    for (const path of ownPaths) expect((await weigh(path, world.tokens.resident)).bytes, path).toBeLessThan(40_000);
    for (const path of publicPaths) expect((await weigh(path, null)).scripts, path).toBe(0);
  });

  test('built files pass the floor: Chromium 88 and iOS 14', () => {
    const folder = join(phoneBuild, 'client/assets');
    const newer = [
      /:has\(/,
      /@container/,
      /@layer/,
      /\d(dvh|svh|lvh)\b/,
      /[{;]inset:/,
      /aspect-ratio/,
      /\.at\(-?\d/,
      /structuredClone/,
    ];
    for (const name of readdirSync(folder).filter((each) => /^(root|comfort|grid).*\.(css|js)$/.test(each))) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const word of newer) expect(text, `${name} uses ${word.source}`).not.toMatch(word);
    }
  });

  test('axe finds nothing serious on a page that is not there', async () => {
    const { page } = await phone.open({ as: 'resident' });
    await page.goto(`${phone.base}/nowhere`);
    expect(await seriousProblems(page)).toEqual([]);
  });

  test('the 长辈版 keeps words at 18 px and targets at 60', async () => {
    const { page, context } = await phone.open({ as: 'resident', elder: true });
    await context.route('**/api/v1/live**', (route) => route.abort());
    for (const path of ['/elder', '/my', `/report?area=${code}`]) {
      await page.goto(`${phone.base}${path}`);
      const small = await page.evaluate(() => {
        const shown = (element: Element): boolean => {
          const box = element.getBoundingClientRect();
          return box.width > 1 && box.height > 1 && getComputedStyle(element).opacity !== '0';
        };
        const words = [...document.querySelectorAll('main *')]
          .filter(
            (one) => shown(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 18);
        const targets = [...document.querySelectorAll('main a, main button, main label.chip')].filter(
          (one) => shown(one) && one.getBoundingClientRect().height < 60,
        );
        return [...words, ...targets].map((one) => `${one.tagName}.${one.className} ${one.textContent?.slice(0, 20)}`);
      });
      expect(small, path).toEqual([]);
    }
  });
});
