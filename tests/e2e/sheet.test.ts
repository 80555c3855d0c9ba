import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { root } from '../../cli/build.mjs';
import { ask, open, seriousProblems, settle, useApp, visit } from './app.ts';

useApp();

const loop = '/desk/methods/seven-step-loop';

test('明白卡: the sheet of every method of the library prints on one page of A4, with its QR code', async () => {
  const { items } = await ask<{ items: { id: string; name: { zh: string } }[] }>('secretary', 'methods');
  expect(items.length).toBeGreaterThan(0);
  const page = await visit({ as: 'secretary', size: 'desk' });
  await open(page, '/desk/methods');
  for (const { id, name } of items) {
    await turnTo(page, `/desk/methods/${id}/print`);
    await page.getByRole('heading', { level: 1, name: name.zh, exact: true }).waitFor();
    await page.locator('.sheet-qr svg').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([id, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([id, 1]);
    const said = await page.locator('.method-sheet').innerText();
    for (const words of ['谁', '填什么', '时限', '公开什么', '谁可以提意见']) expect(said).toContain(words);
  }
});

/** Goes to another page of the desk as a link does, without loading the desk anew. */
async function turnTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await settle(page);
}

async function takeFile(page: Page, name: string, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', { name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
}

test('一社一策: a city sets a floor, a community’s file below it is refused in words, its own version is adopted', async () => {
  const city = await visit({ as: 'city', size: 'desk' });
  await open(city, loop);
  await city.getByRole('button', { name: '对下面的要求' }).click();
  await city.getByText('反馈时限，最多').click();
  await city.getByText('要有“评价”这一步').click();
  expect(await seriousProblems(city)).toEqual([]);
  await city.getByRole('button', { name: '定下要求' }).click();
  await city
    .locator('.bindings')
    .getByText(/下面 \d+ 个社区/)
    .waitFor();

  const text = readFileSync(join(root, 'library/methods/seven-step-loop.yaml'), 'utf8');
  const own = text.replace('    comment 想说的话', '    again 还缺什么: optional text\n    comment 想说的话');
  const reply = '    form: reply\n    within: 1 workday';
  expect(own).toContain(reply);
  const page = await visit({ as: 'secretary', size: 'desk' });
  await open(page, loop);
  await page.locator('.bindings').getByText('反馈时限最多1个工作日').waitFor();
  await takeFile(page, 'low.yaml', own.replace(reply, reply.replace('1 workday', '3 workdays')));
  await page.getByText(/要求反馈时限最多1个工作日，这里是3个工作日/).waitFor();
  expect(await page.getByRole('button', { name: '采用这一版' }).isDisabled()).toBe(true);
  await page.locator('.ant-drawer-close').click();
  await takeFile(page, 'own.yaml', own);
  await page.locator('.version-lines').getByText('增加填写项「还缺什么」').waitFor();
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '采用这一版' }).click();
  await page.getByText(/上改了 1 处：增加填写项「还缺什么」/).waitFor();
});

test('标准: what nobody has judged is judged with its evidence, counts at once, and stands on the A4 sheet', async () => {
  const page = await visit({ as: 'secretary', size: 'desk' });
  await open(page, '/desk/standard?item=S7.1');
  const drawer = page.locator('.standard-drawer');
  await drawer.getByText('待评').waitFor();
  expect(await drawer.getByRole('button', { name: '评定' }).isDisabled()).toBe(true);
  await drawer.getByText('好', { exact: true }).click();
  await drawer.getByLabel('依据').fill('书记任组长，办公室设在党群服务中心');
  expect(await seriousProblems(page)).toEqual([]);
  await drawer.getByRole('button', { name: '评定' }).click();
  await drawer.getByText('评为“好”').waitFor();
  await open(page, '/desk/standard/print');
  const line = page.locator('.standard-sheet tr').filter({ hasText: '领导体制和办事机构健全' });
  await line.getByText('依据：书记任组长').waitFor();
  expect(await line.innerText()).toContain('达到');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(3);
});
