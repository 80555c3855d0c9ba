import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, clockTime, dayMs, hourMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import { ask, at, community, open, settle, tokenOf, useApp, visit } from './app.ts';

useApp();

/** The story of a festival: a team of retired women, their hall, their neighbours, their song. */
const festival = '南院北院邻里节';
const song = '北院门前一条路';

let areaId = '';
let teamId = '';
let festivalId = '';
let festivalAt: Date;

async function post<Answer>(username: string, path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(at(`/api/v1/${path}`), {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(username)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();
const now = async (): Promise<Date> => new Date((await ask<{ now: string }>('community', 'clock')).now);

/** Presses what sends a form and waits for the page that answers. */
async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  await settle(page);
}

/** The first hour of the next days in which a venue is free. */
async function freeSlot(venueId: string): Promise<string> {
  const today = shanghaiDate(await now());
  for (let ahead = 1; ahead < 10; ahead++) {
    const path = `areas/${areaId}/venues/${venueId}/slots?day=${addDays(today, ahead)}&minutes=60`;
    const { slots } = await ask<{ slots: { startsAt: string; free: boolean }[] }>('resident', path);
    const found = slots.find(({ free }) => free);
    if (found) return found.startsAt;
  }
  throw new Error('the hall is never free');
}

test('a resident opens the phone, sees what is near on foot that day, and has a ticket in two taps', async () => {
  const page = await visit({ as: 'resident2' });
  await open(page, '/');
  await press(page, `main a[href="/c/${community}/nearby"]`);
  expect(await mainOf(page)).toMatch(/走路约 \d+ 分钟/);
  const { homeArea } = await ask<{ homeArea: { id: string } }>('resident2', 'me');
  areaId = homeArea.id;
  const days = await page.locator('.near-days a').count();
  const free = 'main a.near:has-text("个名额")';
  for (let day = 0; day < days && (await page.locator(free).count()) === 0; day++)
    await press(page, `.near-days a >> nth=${day}`);
  const title = (await page.locator(`${free} .t`).first().innerText()).replace(/^\d+\s*/, '');
  await press(page, free);
  await press(page, 'button[name=who][value=me], button.go.big');
  expect(await mainOf(page)).toContain('看我的票');
  await open(page, '/tickets');
  expect(await mainOf(page)).toContain(title);
  expect(await page.locator('main svg, main img').count()).toBeGreaterThan(0);
});

test('the leader of the dance team answers who asks to join, and books a hall for the team', async () => {
  const teams = await ask<{ items: { id: string; name: string; members: number }[] }>('resident', 'me/teams');
  const dance = teams.items.find(({ name }) => name === '扇子舞队');
  teamId = dance?.id ?? '';
  const neighbour = await visit({ as: 'resident2' });
  await open(neighbour, `/teams/${areaId}/${teamId}`);
  await press(neighbour, 'button:has-text("我要加入")');
  const leader = await visit({ as: 'resident' });
  await open(leader, `/teams/${areaId}/${teamId}/manage`);
  const waiting = await leader.locator('button[value=accept]').count();
  expect(waiting).toBeGreaterThan(0);
  for (let left = waiting; left > 0; left--) await press(leader, 'button[value=accept]');
  const grown = await ask<{ members: number }>('resident', `areas/${areaId}/teams/${teamId}`);
  expect(grown.members).toBe((dance?.members ?? 0) + waiting);
  const hall = (await leader.locator('#hall-venue option').first().getAttribute('value')) ?? '';
  const slot = await freeSlot(hall);
  await leader.locator('details:has(#hall-day) summary').click();
  await leader.selectOption('#hall-venue', hall);
  await leader.fill('#hall-day', shanghaiDate(slot));
  await leader.fill('details:has(#hall-day) input[name=from]', clockTime(slot));
  await leader.fill('details:has(#hall-day) input[name=to]', clockTime(new Date(Date.parse(slot) + hourMs)));
  await press(leader, 'button[value=hall]');
  expect(new URL(leader.url()).pathname).toMatch(/^\/bookings\//);
  expect(await mainOf(leader)).toContain('扇子舞队');
});

test('the community drafts a festival with the team; nobody sees it until the secretary agrees at her desk', async () => {
  festivalAt = shanghaiInstant(addDays(shanghaiDate(await now()), 2), 19, 0);
  const drafted = await post<{ id: string }>('community', `areas/${areaId}/activity-records`, {
    title: festival,
    summary: '扇子舞队开场，各家端一盘菜来。',
    kind: 'festival',
    host: '社区居委会',
    organisers: ['扇子舞队', '社区卫生服务站'],
    officer: '孟庆梅',
    place: '小广场',
    sessions: [
      {
        startsAt: festivalAt.toISOString(),
        endsAt: new Date(festivalAt.getTime() + 2 * 3_600_000).toISOString(),
        place: '小广场',
      },
    ],
    large: true,
    broad: true,
    picture: 'neighbours-festival',
    seats: 60,
  });
  festivalId = drafted.id;
  await post('community', `areas/${areaId}/activity-records/${festivalId}/submit`);
  const hidden = await fetch(at(`/api/v1/areas/${areaId}/activities/${festivalId}`));
  expect(hidden.status).toBe(404);
  const page = await visit({ as: 'secretary', size: 'desk' });
  await open(page, `/desk/activities/${areaId}/${festivalId}`);
  await page.getByRole('button', { name: '同意发布' }).click();
  await page.getByText('看居民看到的').waitFor();
  const shown = await visit({});
  await open(shown, `/activities/${areaId}/${festivalId}`);
  expect(await mainOf(shown)).toContain('扇子舞队开场');
  const event = JSON.parse(await shown.locator('script[type="application/ld+json"]').innerText()) as { name: string };
  expect(event).toMatchObject({ '@type': 'Event', name: festival });
});

test('on the evening, by the moved clock: the code at the door lets the neighbour in, and she rates it afterwards', async () => {
  const page = await visit({ as: 'resident2' });
  await open(page, `/activities/${areaId}/${festivalId}`);
  await press(page, 'button[name=who][value=me], button.go.big');
  const untilDoors = festivalAt.getTime() - (await now()).getTime() - 5 * 60_000;
  await post('community', 'clock/advance', { days: untilDoors / dayMs });
  const { sessions } = await ask<{ sessions: { id: string }[] }>(
    'secretary',
    `areas/${areaId}/activities/${festivalId}`,
  );
  const door = `areas/${areaId}/activities/${festivalId}/sessions/${sessions[0]?.id}/door-pass`;
  const { pass } = await ask<{ pass: string }>('secretary', door);
  await open(page, `/in/${areaId}/${pass}`);
  await press(page, 'button:has-text("到了")');
  expect(await mainOf(page)).toContain('签到好了');
  await post('community', 'clock/advance', { days: 1 });
  await open(page, `/activities/${areaId}/${festivalId}`);
  await page.locator('label[for=star-5]').click();
  await press(page, 'button[value=rate]');
  const facts = await ask<{ people: number; personTimes: number }>(
    'secretary',
    `areas/${areaId}/activity-records/${festivalId}`,
  );
  expect(facts).toMatchObject({ people: 1, personTimes: 1 });
});

test('their song hangs in the gallery once the secretary has hung it', async () => {
  const leader = await visit({ as: 'resident' });
  await open(leader, `/works/${areaId}/new`);
  await leader.fill('#work-title', song);
  await leader.selectOption('#work-kind', '歌曲');
  await leader.fill('#work-body', '北院门前一条路，走了三十年还没走够。');
  await leader.selectOption('#work-team', teamId);
  await press(leader, 'button:has-text("交上去")');
  const wall = `/c/${community}/works`;
  const visitor = await visit({});
  await open(visitor, wall);
  expect(await mainOf(visitor)).not.toContain(song);
  const desk = await visit({ as: 'secretary', size: 'desk' });
  await open(desk, '/desk/works');
  await desk.locator('.hung button', { hasText: song }).click();
  await desk.getByRole('button', { name: '挂上墙' }).click();
  await expect
    .poll(async () => {
      await open(visitor, wall);
      return mainOf(visitor);
    })
    .toContain(song);
});

test('the brand page tells it, and the standard already knows: events of the year behind their figure', async () => {
  const page = await visit({});
  await open(page, `/b/${community}`);
  expect(await page.locator('h1').innerText()).toBe('老厂新声');
  const desk = await visit({ as: 'secretary', size: 'desk' });
  await open(desk, '/desk/standard');
  await desk.getByText('居民广泛参与的文化活动').first().waitFor();
  const sheet = await ask<{ groups: { items: { id: string; value: string | null }[] }[] }>(
    'secretary',
    `areas/${areaId}/standards/zibo-culture-community`,
  );
  const items = sheet.groups.flatMap((group) => group.items);
  expect(items).toHaveLength(42);
  expect(items.find(({ id }) => id === 'S7.4')?.value).toMatch(/\d/);
});
