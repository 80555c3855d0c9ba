import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { openWorld, photograph, type World } from '#tests/world';
import { openPhone, type Phone } from './phone.ts';

const database = await testDatabase();
const secret = '地下车库里说的一句话';

let world: World;
let phone: Phone;

beforeAll(async () => {
  world = await openWorld(database, { demo: true });
  phone = await openPhone(world);
});

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
async function openToday(
  visitor: { as?: 'grid' | 'gridTwo'; elder?: boolean } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const opened = await phone.open({ as: 'grid', ...visitor });
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

async function lineOf(page: Page): Promise<string> {
  return (await page.locator('.kept-line').allInnerTexts()).join(' ');
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
    expect(await lineOf(page)).toContain('没有网络，显示的是 09:00 的内容');

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
