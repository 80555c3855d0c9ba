import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { adoptFor } from '#modules/duties/adoption';
import { system } from '#shared/actor';
import { testDatabase } from '#tests/database';
import { act, begin, need } from '#tests/matters';
import { areas, openWorld, photograph } from '#tests/world';
import { openPhone } from './phone.ts';

const database = await testDatabase();
const secret = '地下车库里说的一句话';

const world = await openWorld(database, { demo: true });
await world.database.transaction(world.clock.now(), (tx) =>
  adoptFor(tx, { duties: world.parts.duties, matters: world.parts.context }, system, {
    areaId: areas.gongsheng,
    wanted: { set: 'grid-patrol', settings: {} },
    at: new Date('2026-11-17T01:00:00.000Z'),
  }),
);
await world.parts.duties.reload();
const phone = await openPhone(world);

type Kept = { ids: string[]; text: string };

/** All that lies in this browser's database, as bytes read for words. */
function kept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('liren-grid')) return { ids: [], text: '' };
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('liren-grid');
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = await new Promise<{ id: string; bytes: ArrayBuffer; iv: Uint8Array }[]>((resolve) => {
      const asked = database.transaction('sealed').objectStore('sealed').getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    const decoder = new TextDecoder();
    const texts = rows.map((row) => decoder.decode(row.bytes) + decoder.decode(row.iv) + JSON.stringify(row));
    return { ids: rows.map(({ id }) => id), text: texts.join('\n') };
  });
}

/** Opens today with network, until the phone has what it needs for the day. */
async function openToday(): Promise<{ page: Page; context: BrowserContext }> {
  const opened = await phone.open({ as: 'grid' });
  const { page } = opened;
  page.setDefaultTimeout(30_000);
  await page.goto(`${phone.base}/grid`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
  });
  await expect.poll(async () => (await kept(page)).ids, { timeout: 30_000 }).toContain('day');
  return opened;
}

async function historyOf(number: string): Promise<{ what: string; reason: string | null }[]> {
  return need(await world.as('community').get(`matters/${number}`)).body.history;
}

describe('a day without network', () => {
  test('C80: a note, an action and a report with a photo are kept sealed, survive a reload and arrive once', async () => {
    const number = await begin(world.as('resident'), { words: '车库入口的灯一直闪' });
    const { page, context } = await openToday();
    await context.setOffline(true);
    await page.reload();
    await page.getByText('没有网络，显示的是 09:00 的内容').waitFor();

    await page.locator('main h3 a', { hasText: '车库入口的灯一直闪' }).click();
    await page.waitForURL(/\/grid\/m\//);
    await page.locator('summary', { hasText: '别的办法' }).click();
    await page.locator('#act-track summary').click();
    await page.fill('#reason-track', secret);
    await page.locator('button[value=track]').click();
    await page.getByText('“跟踪记录”存好了').waitFor();

    await page.goto(`${phone.base}/grid`);
    await page.locator('.job', { hasText: '车库入口的灯一直闪' }).locator('button[value=accept]').click();
    await page.getByText('已存好 2 件').waitFor();

    await page.locator('main a', { hasText: '拍照上报' }).click();
    await page.setInputFiles('input[type=file][data-photos] >> nth=0', {
      name: '灯.jpg',
      mimeType: 'image/jpeg',
      buffer: await photograph(),
    });
    await page.fill('textarea', '地下二层的排水沟堵了，水漫到车位');
    await page.locator('label.chip', { hasText: '公共设施' }).click();
    await page.locator('label.chip', { hasText: '3号楼' }).first().click();
    await page.locator('main form button.go').click();
    await page.getByText('“上报”存好了').waitFor();

    await page.goto(`${phone.base}/grid`);
    await page.getByText('已存好 3 件').waitFor();
    const { ids, text } = await kept(page);
    expect(ids.filter((id) => id.startsWith('photo:'))).toHaveLength(1);
    for (const words of [secret, '排水沟', '车库入口', 'sealed', number]) expect(text).not.toContain(words);

    await context.setOffline(false);
    await page.getByText('都送到了').waitFor();
    expect((await kept(page)).ids).toEqual(['day']);
    const history = await historyOf(number);
    expect(history.filter(({ what }) => what === 'track')).toMatchObject([{ reason: secret }]);
    expect(history.filter(({ what }) => what === 'accept')).toHaveLength(1);
    const { body } = need(await world.as('grid').get(`matters?q=${encodeURIComponent('排水沟')}`));
    expect(body.items).toHaveLength(1);
    expect(need(await world.as('grid').get(`matters/${body.items[0].number}`)).body.before).toHaveLength(1);
  });
});

test('N71: the patrol of the day with nothing found is one press in the basement, and one record', async () => {
  const { page, context } = await openToday();
  await context.setOffline(true);
  await page.goto(`${phone.base}/grid`);
  await page.locator('main h3 a', { hasText: '每日巡察' }).click();
  await page.locator('main form[data-operation]').waitFor();
  await page.goto(`${phone.base}/grid`);
  await page.getByRole('button', { name: '今天没发现问题' }).click();
  await page.getByText('“每日巡察”已存好，等网络送出去').waitFor();
  expect(await page.getByRole('button', { name: '今天没发现问题' }).count()).toBe(0);
  await context.setOffline(false);
  await page.getByText('都送到了').waitFor();
  const { items } = need(await world.as('grid').get('/api/v1/duties/day')).body;
  expect(items).toMatchObject([{ name: '每日巡察', state: 'done' }]);
  const records = need(await world.as('community').get('duty-records')).body;
  expect(records.items).toHaveLength(1);
});

/** A matter that waits for the grid worker to finish it. */
async function handled(words: string): Promise<string> {
  const number = await begin(world.as('resident'), { words });
  need(await act(world.as('grid'), number, 'accept'));
  need(await act(world.as('community'), number, 'assign', { form: { handler: `user:${world.ids.grid}` } }));
  return number;
}

/** She fills in the result in the basement; meanwhile somebody at the desk does something with the matter. */
async function finishOvertaken(page: Page, context: BrowserContext, matter: { number: string; words: string }) {
  await context.setOffline(true);
  await page.goto(`${phone.base}/grid`);
  await page.locator('main h3 a', { hasText: matter.words }).click();
  await page.locator('textarea[name="field.result"]').fill(`${matter.words}：当场处理好了`);
  const photo = { name: '后.jpg', mimeType: 'image/jpeg', buffer: await photograph() };
  await page.locator('#act-done input[name="field.after"]').last().setInputFiles(photo);
  await page.locator('#act-done button[value=done]').click();
  await page.getByText('存好了').waitFor();
  need(await act(world.as('community'), matter.number, 'remind', { reason: '居民又来问了' }));
  await page.goto(`${phone.base}/grid`);
  await context.setOffline(false);
  await page.getByText('1 件没办成，要您看一下').waitFor();
}

describe('somebody acted first', () => {
  test('both sides are shown; done as the step is now it goes on with what she wrote, picture included', async () => {
    const words = '一楼的感应门关不上';
    const number = await handled(words);
    const { page, context } = await openToday();
    await finishOvertaken(page, context, { number, words });
    expect(await page.locator('#pending').innerText()).toMatch(/孟庆华[\s\S]*当场处理好了[\s\S]*1 张照片/);
    await page.getByRole('button', { name: '按现在的步骤重新办理' }).click();
    await page.waitForURL(/redo=/);
    await page.getByText('这是您没有网络时写的').waitFor();
    expect(await page.inputValue('textarea[name="field.result"]')).toContain('当场处理好了');
    await page.locator('#act-done button[value=done]').click();
    await page.waitForURL(/done=/);
    await expect.poll(async () => (await kept(page)).ids.filter((id) => id !== 'day')).toEqual([]);
    const { body } = need(await world.as('community').get(`matters/${number}`));
    expect(body.step.id).toBe('reply');
    expect(body.afterPictures).toHaveLength(1);
    expect(body.history.filter(({ what }: { what: string }) => what === 'done')).toHaveLength(1);
  });

  test('as a note her words and picture are added, once; a picture that is none can be left out; leaving says what would be lost, and clears', async () => {
    const words = '宣传栏的玻璃裂了';
    const number = await handled(words);
    const { page, context } = await openToday();
    await finishOvertaken(page, context, { number, words });
    await page.getByRole('button', { name: '改为补充说明' }).click();
    await page.getByText('都送到了').waitFor();
    const notes = (await historyOf(number)).filter(({ what }) => what === 'supplement');
    expect(notes).toMatchObject([{ reason: expect.stringContaining('当场处理好了') }]);

    await context.setOffline(true);
    await page.goto(`${phone.base}/grid/report`);
    const file = { name: '坏.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') };
    await page.setInputFiles('input[type=file][data-photos] >> nth=0', file);
    await page.fill('textarea', '长椅的木条断了一根');
    await page.locator('label.chip', { hasText: '公共设施' }).click();
    await page.locator('label.chip', { hasText: '3号楼' }).first().click();
    await page.locator('main form button.go').click();
    await page.getByText('“上报”存好了').waitFor();
    await page.goto(`${phone.base}/grid`);
    await context.setOffline(false);
    await page.getByText('1 件没办成，要您看一下').waitFor();
    expect(await page.locator('#pending').innerText()).toContain('长椅的木条断了一根');

    await page.goto(`${phone.base}/grid/me`);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByText('还有 1 件没送出去').waitFor();
    await page.goto(`${phone.base}/grid`);
    await page.getByRole('button', { name: '去掉照片再送' }).click();
    await page.getByText('都送到了').waitFor();
    const { body } = need(await world.as('grid').get(`matters?q=${encodeURIComponent('长椅')}`));
    expect(body.items).toHaveLength(1);
  });
});

/** Presses one thing without network. */
async function noteOffline(page: Page, context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  await page.goto(`${phone.base}/grid`);
  await page.locator('.job button[value=accept]').first().click();
  await page.getByText('已存好 1 件').waitFor();
}

describe('nothing stays on a phone', () => {
  test('after 24 hours today is not shown any more, and gone', async () => {
    await begin(world.as('resident'), { words: '门口的台阶松了' });
    const { page, context } = await openToday();
    await context.setOffline(true);
    await context.clock.setFixedTime(Date.now() + 25 * 3_600_000);
    await page.goto(`${phone.base}/grid`);
    await page.getByText('这一页要有网络才能看').waitFor();
    await expect.poll(async () => (await kept(page)).ids).toEqual([]);
  });

  test('signing out clears it; another session’s things are cleared before anything is shown', async () => {
    await begin(world.as('resident'), { words: '楼道的窗户掉了一块玻璃' });
    const { page, context } = await openToday();
    await noteOffline(page, context);
    await context.addCookies([{ name: 'liren', value: world.tokens.gridTwo, url: phone.base }]);
    await context.setOffline(false);
    await page.goto(`${phone.base}/grid`);
    await page.getByText('换了人登录，手机里原来没送出的 1 件已按规定清掉').waitFor();
    await page.goto(`${phone.base}/grid/me`);
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    expect((await kept(page)).ids).toEqual([]);
    const caches = await page.evaluate(async () => {
      const names = await window.caches.keys();
      const kept = await Promise.all(
        names.map(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => url)),
      );
      return kept.flat().map((url) => new URL(url).pathname);
    });
    expect(caches.filter((path) => !/^\/(assets|app-icons)\/|^\/grid\/offline$/.test(path))).toEqual([]);
  });

  test('when the server knows the session no more, the queue is cleared and she is told', async () => {
    await begin(world.as('resident'), { words: '健身器材的螺丝松了' });
    const { page, context } = await openToday();
    await noteOffline(page, context);
    await world.as('grid').ask('DELETE', '/api/v1/session');
    await context.setOffline(false);
    await page.getByText('登录已经失效，手机里没送出的 1 件已按规定清掉').waitFor();
    expect((await kept(page)).ids).toEqual([]);
  });
});
