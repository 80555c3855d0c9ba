import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { MatterDetail } from '#contract/matters';
import { ask, at, community, open, settle, takeFaults, useApp, visit } from './app.ts';
import { drawPhoto } from './photo.ts';

useApp();

const words = '5号楼二楼窗户吊下一根线给电动车充电，前天下雨也没收，插头泡在水里';
const result = '上门找到住户，当面把线收了，窗外的钩子也拆了，领他到充电棚学会了扫码。';
const reply = '线收了，钩子也拆了。这几天晚上网格员再去转转，您再看见请拍一张。';
const headline = '5 号楼不再飞线充电了';

/** What the first test reports and all others handle: its address is /m/{areaId}/{number}. */
let told: { areaId: string; number: string; trace: string };
let areaId = '';

/** As a visitor does it: the login page, and a face pressed. */
async function signInBy(page: Page, name: string): Promise<void> {
  await page.goto(at('/login'));
  await page.locator('form button.row', { hasText: name }).first().click();
  await page.waitForURL((url) => url.pathname !== '/login');
  await settle(page);
}

function read(username: string): Promise<MatterDetail> {
  return ask(username, `areas/${told.areaId}/matters/${told.number}`);
}

function limitOfAssigning({ line }: MatterDetail): string {
  return line.find(({ id }) => id === 'assign')?.limitText ?? '';
}

async function mainOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

test('C73: a resident reports with a photo in three taps, and sees who does what until when', async () => {
  const page = await visit({});
  await signInBy(page, '郑晓东');
  expect(new URL(page.url()).pathname).toBe(`/c/${community}`);
  await page.getByText('我要反映').first().click();
  await page.waitForURL(/\/report/);
  await page.setInputFiles('input[type=file][data-photos]', await drawPhoto('飞线'));
  await page.fill('textarea', words);
  await page.locator('label.chip', { hasText: '安全隐患' }).click();
  await page.locator('button', { hasText: '发给社区' }).click();
  await page.waitForURL(/\/sent$/);
  expect(await mainOf(page)).toMatch(/工盛 \d{4} 年第 \d+ 件[\s\S]*最晚/);
  const [, , area = '', number = ''] = new URL(page.url()).pathname.split('/');
  areaId = area;
  told = { areaId, number, trace: '' };
  const matter = await read('resident2');
  expect(matter).toMatchObject({ step: { id: 'report' }, category: '安全隐患' });
  expect(matter.before).toHaveLength(1);
  told.trace = matter.traceCode;
});

test('F33: she follows it in 我的事', async () => {
  const page = await visit({ as: 'resident2' });
  await open(page, '/my');
  await page.locator(`main a[href="/m/${told.areaId}/${told.number}"]`).first().click();
  await page.waitForURL(new RegExp(`/m/${told.areaId}/${told.number}$`));
  const main = await mainOf(page);
  for (const step of ['发现', '上报', '交办', '办理', '反馈', '评价', '归档']) expect(main).toContain(step);
  await page.goto(at(`/t/${told.trace}`));
  expect(await page.locator('body').innerText()).not.toContain('郑晓东');
});

test('F33: the grid worker accepts it with one press on her phone', async () => {
  const page = await visit({});
  await signInBy(page, '孙丽娟');
  await page.goto(at('/grid/matters'));
  await page.locator(`main a[href*="${told.number}"]`).first().click();
  await page.waitForURL(/\/grid\/m\//);
  await page.locator('button[value=accept]').click();
  await page.waitForURL(/done=/);
  expect((await read('grid')).step.id).toBe('assign');
});

test('F33: the community worker gives it out at her desk', async () => {
  const page = await visit({ size: 'desk' });
  await signInBy(page, '孟庆梅');
  expect(new URL(page.url()).pathname).toBe('/desk');
  await page.getByRole('link', { name: /^事项/ }).first().click();
  await page.waitForURL(/\/desk\/matters/);
  await page.getByPlaceholder('编号、标题、地点').fill(told.number);
  await page.getByRole('button', { name: '查询' }).click();
  await page.locator('tbody tr', { hasText: words.slice(0, 10) }).click();
  const drawer = page.locator('aside.dw');
  await drawer.locator('[data-field=handler] input').pressSequentially('孙丽娟');
  await drawer.locator('[data-field=handler] input').press('Enter');
  await drawer.locator('footer .ant-btn-primary').click();
  await page.getByText('现在到“办理”').waitFor();
  expect(await read('community')).toMatchObject({ step: { id: 'handle' }, waitsFor: '孙丽娟' });
});

test('F33: the grid worker finishes it with a photo', async () => {
  const page = await visit({ as: 'grid' });
  await open(page, `/grid/m/${told.areaId}/${told.number}`);
  await page.fill('textarea[name="field.result"]', result);
  await page
    .locator('input[name="field.after"]')
    .last()
    .setInputFiles(await drawPhoto('办完', false));
  await page.locator('button[value=done]').first().click();
  await page.waitForURL(/done=/);
  expect((await read('grid')).step.id).toBe('reply');
});

test('F33: the community worker answers, and publishes the result', async () => {
  const page = await visit({ as: 'community', size: 'desk' });
  await open(page, `/desk/matters/${told.areaId}/${told.number}`);
  await page.locator('[data-field=reply] textarea').fill(reply);
  await page.locator('[data-field=publish]').getByRole('radio', { name: '是' }).click();
  await page.locator('[data-field=headline] input').fill(headline);
  await page.locator('footer .ant-btn-primary').click();
  await page.getByText('现在到“评价”').waitFor();
});

test('F33: the resident is told, rates with stars, and it is filed', async () => {
  const page = await visit({ as: 'resident2' });
  await open(page, '/my');
  await page.locator(`main a[href="/m/${told.areaId}/${told.number}"]`).first().click();
  expect(await mainOf(page)).toContain(reply);
  await page.locator('label[for=star-5]').click();
  await page.locator('button', { hasText: '办好了' }).click();
  await page.waitForURL(/done=/);
  expect(await read('resident2')).toMatchObject({ status: 'done', step: { id: 'archived' } });
});

test('anybody reads the result on its trace page and on the home of the community, without names', async () => {
  const page = await visit({});
  await open(page, `/t/${told.trace}`);
  expect(await page.locator('h1').innerText()).toBe(headline);
  const body = await page.locator('body').innerText();
  expect(body).toContain(result);
  expect(body).not.toContain('郑晓东');
  await open(page, `/c/${community}`);
  expect(await mainOf(page)).toContain(headline);
});

test('the slip and the reply print, with a code that leads to the trace page', async () => {
  const page = await visit({ as: 'community', size: 'desk' });
  await page.emulateMedia({ media: 'print' });
  for (const paper of ['slip', 'reply']) {
    await open(page, `/desk/print/${paper}/${told.areaId}/${told.number}`);
    await page.locator('svg.qr-code').first().waitFor();
    const text = await page.locator('body').innerText();
    expect(text, paper).toContain(told.number);
    expect(text, paper).toContain(paper === 'slip' ? '第一网格网格员 孙丽娟' : reply);
  }
});

test('F33: a matter nobody touches goes up by itself once the clock has moved on', async () => {
  const page = await visit({ as: 'community', size: 'desk' });
  const { items } = await ask<{ items: MatterDetail[] }>(
    'community',
    `areas/${areaId}/matters?status=open&method=seven-step-loop&step=handle&sort=due&limit=50`,
  );
  const forgotten = items.find(({ dueState }) => dueState !== 'late' && dueState !== 'paused');
  const path = `areas/${areaId}/matters/${forgotten?.number}`;
  await open(page, `/desk/matters/${areaId}/${forgotten?.number}`);
  let matter = await ask<MatterDetail>('community', path);
  // A long holiday has no workdays: then once more.
  for (let leaps = 0; leaps < 2 && !matter.aside; leaps++) {
    await page.locator('.demo button', { hasText: '8 天' }).click();
    await page.getByText('演示时钟往前走了 8 天').first().waitFor();
    for (let waited = 0; waited < 40 && !matter.aside; waited++) {
      await page.waitForTimeout(500);
      matter = await ask<MatterDetail>('community', path);
    }
  }
  expect(matter).toMatchObject({ aside: { zh: '街道协调' }, waitsFor: expect.stringContaining('街道') });
  await page.locator('article.matter', { hasText: '街道协调' }).waitFor();
  const messages = await ask<{ items: { title: string }[] }>('street', 'messages');
  expect(messages.items.length).toBeGreaterThan(0);
});

test('a method is copied and its days changed: told before it is done, running matters keep their version', async () => {
  const page = await visit({ as: 'secretary', size: 'desk' });
  const { items } = await ask<{ items: MatterDetail[] }>(
    'community',
    `areas/${areaId}/matters?status=open&method=seven-step-loop&limit=1`,
  );
  const running = items[0]?.number ?? '';
  const before = await ask<MatterDetail>('community', `areas/${areaId}/matters/${running}`);
  await open(page, '/desk/methods');
  await page.getByText('七步闭环').first().click();
  await page.getByRole('button', { name: '复制并修改' }).click();
  const days = page.locator('input[id="setting-assign.within"]');
  await days.fill('2');
  await days.press('Tab');
  await page.locator('.changes', { hasText: '这一次改 1 处' }).waitFor();
  const foot = await page.locator('.adopt-foot').innerText();
  expect(foot).toMatch(/交办[\s\S]*1 ?个?工作日[\s\S]*2 ?个?工作日/);
  expect(foot).toMatch(/在办 \d+ 件不受影响，仍按原来的版本/);
  await page.getByRole('button', { name: '改用这一版' }).click();
  await page.getByText('从现在起按这一版办新的事').waitFor();
  await page.getByText(/上改了 1 处/).waitFor();
  const after = await ask<MatterDetail>('community', `areas/${areaId}/matters/${running}`);
  expect(after.line).toEqual(before.line);
  expect(limitOfAssigning(after)).toMatch(/^1 ?个?工作日/);
});

test('a report goes through with scripts off, and begins under the changed days', async () => {
  const page = await visit({ scripts: false });
  await page.goto(at('/login'));
  await page.locator('form button.row', { hasText: '周美兰' }).click();
  await page.goto(at('/report'));
  await page.locator('button', { hasText: '发给社区' }).click();
  expect(await page.locator('[role=alert]').first().innerText()).not.toBe('');
  expect(takeFaults(), 'the form is refused once').toEqual([expect.stringContaining('422')]);
  await page.setInputFiles('input[type=file]', await drawPhoto('楼道'));
  await page.fill('textarea', '3号楼2单元楼道里堆了纸箱，推轮椅过不去');
  await page.locator('label.chip', { hasText: '乱堆乱晾' }).click();
  await page.locator('button', { hasText: '发给社区' }).click();
  await page.waitForURL(/\/sent$/);
  const [, , area, number] = new URL(page.url()).pathname.split('/');
  const matter = await ask<MatterDetail>('resident', `areas/${area}/matters/${number}`);
  expect(limitOfAssigning(matter)).toMatch(/^2 ?个?工作日/);
});
