import type { BrowserContext, Locator, Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import type { Grant } from '#shared/actor';
import { closeAll } from '#tests/chromium';
import { addPerson } from '#tests/committee';
import { areas, photograph, type Asker, type World } from '#tests/world';
import type { Phone } from './phone.ts';

/** The people of the water pipes, where each of them sits, and how their screens are used. */

const at = (role: string, areaId: string): Grant[] => [{ role, areaId }];
const member = { grants: at('owners-committee', areas.estate) };

const played = {
  owner: { name: '房晓燕', grants: [], homeAreaId: areas.gongsheng },
  legal: { name: '亓明慧', grants: at('legal-adviser', areas.street) },
  committee: { name: '穆长河', ...member },
  committee2: { name: '徐学军', ...member },
  committee3: { name: '曲翠萍', ...member },
  supervisor: { name: '翟福田', grants: at('supervisors', areas.estate) },
};

export type Who = keyof typeof played | 'secretary';
export type People = Record<Who, Asker>;

/** Adds them to a world; its secretary is there already. */
export async function openPeople(world: World): Promise<People> {
  const people: Partial<People> = { secretary: world.as('secretary') };
  for (const [username, person] of Object.entries(played) as [keyof typeof played, (typeof played)['committee']][])
    people[username] = await addPerson(world, { username, ...person });
  return people as People;
}

/** Nobody can have been told of these in full. */
export const names = Object.values(played).map(({ name }) => name);

/**
 * Where somebody sits: at a desk, or with a phone whose pages work without scripts. All rise after each test, and what a
 * script complained of fails it.
 */
export function seatsOf(phone: Phone) {
  const taken: BrowserContext[] = [];
  const faults: string[] = [];
  afterEach(async () => {
    await closeAll(taken);
    expect(faults.splice(0), 'what scripts complained of').toEqual([]);
  });
  const sit = async (who: Asker | null, path: string, wide: boolean): Promise<Page> => {
    const { page, context } = await phone.open({ token: who?.token ?? null, scripts: wide, wide });
    taken.push(context);
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
    await page.goto(phone.base + path);
    return page;
  };
  return {
    desk: (who: Asker, path: string): Promise<Page> => sit(who, path, true),
    phone: (who: Asker | null, path: string): Promise<Page> => sit(who, path, false),
  };
}

export const words = (page: Page): Promise<string> => page.locator('main').innerText();

/** Presses what leads to another page, or sends a form that answers with one. */
export async function go(page: Page, press: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), press.click()]);
}

/** Opens a matter of the list of today at the desk. */
export async function openAtDesk(page: Page, title: string): Promise<Locator> {
  await page.getByRole('link', { name: title, exact: true }).click();
  return page.getByRole('complementary', { name: '事项详情' });
}

/** Opens what waits for somebody on the phone, by its title. */
export async function openOnPhone(page: Page, title: string): Promise<void> {
  await go(page, page.getByRole('link', { name: title, exact: true }));
}

export const picture = async (name = '报价单.jpg') => ({ name, mimeType: 'image/jpeg', buffer: await photograph() });

/** Sends pictures at the desk, and waits until they have arrived. */
export async function addPictures(field: Locator, count: number): Promise<void> {
  await field
    .locator('input[type=file]')
    .setInputFiles(await Promise.all(Array.from({ length: count }, () => picture())));
  await expect.poll(() => field.locator('.shots figure').count(), { timeout: 30_000 }).toBe(count);
}

/** Chooses among the words of a list of the desk. */
export async function choose(page: Page, list: Locator, word: string): Promise<void> {
  await list.click();
  const options = page.locator(`[id="${(await list.getAttribute('aria-controls')) ?? ''}"]`);
  const dropdown = page.locator('.ant-select-dropdown', { has: options });
  await dropdown.locator('.ant-select-item-option', { hasText: word }).click();
}
