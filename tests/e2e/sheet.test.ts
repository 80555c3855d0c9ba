import { expect, test } from 'vitest';
import { ask, open, useApp, visit } from './app.ts';

useApp();

test('明白卡: the sheet of every method of the library prints on one page of A4, with its QR code', async () => {
  const { items } = await ask<{ items: { id: string }[] }>('secretary', 'methods');
  expect(items.length).toBeGreaterThan(0);
  const page = await visit({ as: 'secretary', size: 'desk' });
  for (const { id } of items) {
    await open(page, `/desk/methods/${id}/print`);
    await page.locator('.sheet-qr svg').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([id, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([id, 1]);
    const said = await page.locator('.method-sheet').innerText();
    for (const words of ['谁', '填什么', '时限', '公开什么', '谁可以提意见']) expect(said).toContain(words);
  }
});
