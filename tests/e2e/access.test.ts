import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, seriousProblems, useApp, visit, type Visitor } from './app.ts';
import { listScreens, type Screen } from './screens.ts';

useApp();

/** Opens each screen of some faces and tells what axe calls serious, by address. */
async function look(
  faces: Screen['face'][],
  visitor: Visitor,
  wanted: (screen: Screen) => boolean = () => true,
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const pages = new Map<string, Page>();
  const screens = (await listScreens()).filter((screen) => faces.includes(screen.face) && wanted(screen));
  for (const { path, as } of screens) {
    const page = pages.get(as ?? '') ?? (await visit({ ...visitor, ...(as ? { as } : {}) }));
    pages.set(as ?? '', page);
    await open(page, path);
    const problems = await seriousProblems(page);
    if (problems.length > 0) found[`${path} (${as ?? 'nobody'})`] = problems;
  }
  return found;
}

describe('axe finds nothing serious', () => {
  test('on the phone: public pages, resident, grid worker', async () => {
    expect(await look(['public', 'resident', 'grid'], {})).toEqual({});
  });

  test('in the 长辈版: what residents open every day', async () => {
    const daily = ({ face, path }: Screen): boolean => face === 'resident' || /^\/(c\/\d+|login)$/.test(path);
    expect(await look(['public', 'resident'], { elder: true }, daily)).toEqual({});
  });

  test('on the desk and the wall', async () => {
    expect(await look(['desk', 'wall'], { size: 'desk' })).toEqual({});
  });

  test('on what is printed', async () => {
    expect(await look(['print'], { size: 'desk' })).toEqual({});
  });
});
