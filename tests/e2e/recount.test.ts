import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { castVote, closeBallot, draftBallot, openBallot } from '#kernel/ballots';
import { addDays, shanghaiInstant } from '#shared/time';
import { seededRandom } from '#shared/random';
import { testDatabase } from '#tests/database';
import { openCommittee, openPublicRevenue } from '#tests/committee';
import { areas, openWorld } from '#tests/world';
import { openPhone } from './phone.ts';

const world = await openWorld(await testDatabase(), { demo: true });
const phone = await openPhone(world);
const areaId = areas.gongsheng;
const doors = 40;
const own = [3, 9];

type Held = { ballotId: string; here: string; closesAt: Date; electors: { id: string }[] };
const ownerOf = (at: number): string => (own.includes(at) ? world.ids.resident : `owner-${at}`);

/** A ballot of forty doors, two of them the resident's, open until nine days after that day. */
async function hold(day: string): Promise<Held> {
  const openedAt = shanghaiInstant(day, 8);
  const closesAt = shanghaiInstant(addDays(day, 9));
  const ballotId = await world.database.transaction(openedAt, async (tx) =>
    draftBallot(tx, world.parts.ballotRules, {
      ...{ areaId, matterId: null, step: null, estateId: areas.estate, choices: [], electorate: ['owners'] },
      ...{ title: '更换二次供水泵', question: '您同意用公共收益更换二次供水泵吗？', rule: 'owners-double-majority' },
      ...{ secret: false, changeable: true, paperRule: 'paper', pick: 1, proxiesMost: 1 },
      ...{ closesAt: closesAt.toISOString(), draftedBy: world.ids.community },
    }),
  );
  const { electors } = await world.database.transaction(openedAt, (tx) =>
    openBallot(tx, {
      ...{ areaId, ballotId, closesAt: null, openedBy: world.ids.secretary },
      electors: Array.from({ length: doors }, (_, at) => ({
        ...{ ref: `unit-${at}`, label: `3号楼${at + 1}01`, name: '', userId: ownerOf(at), buildingId: areas.building },
        ...{ area: 8000 + at * 10, ...(own.includes(at) ? { person: 'resident' } : {}) },
      })),
    }),
  );
  return { ballotId, here: `${phone.base}/v/${areaId}/${ballotId}`, closesAt, electors };
}

/** Four fifths of the others vote, and the ballot is closed at its time. */
async function castAndClose({ ballotId, closesAt, electors }: Held): Promise<void> {
  const before = new Date(closesAt.getTime() - 3_600_000);
  for (const [at, { id }] of electors.entries())
    if (!own.includes(at) && at % 5 !== 4)
      await world.database.transaction(before, (tx) =>
        castVote(tx, {
          ...{ areaId, ballotId, electorId: id, userId: ownerOf(at), choices: [at % 3 === 0 ? 'no' : 'yes'] },
          nonce: `nonce-of-door-number-${at}`,
        }),
      );
  await world.database.transaction(closesAt, (tx) => closeBallot(tx, { areaId, ballotId }));
}

async function voteOf(page: Page, label: string): Promise<string> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await page.getByRole('button', { name: '确认，投出去' }).click();
  return (await page.locator('#receipt-number').innerText()).trim();
}

/** Opens the page of a ballot that is closed, and counts it from the server. */
async function count({ here }: Held, receipt = ''): Promise<Page> {
  const { page } = await phone.open({});
  page.setDefaultTimeout(30_000);
  await page.goto(`${here}/recount`);
  await page.fill('[data-part=receipt]', receipt);
  await page.click('[data-part=count]');
  await page.waitForSelector('[data-state=same]');
  return page;
}

/** The page's own way for a file that somebody kept: chosen in its field, counted, and what the card then says. */
function judge(page: Page, texts: string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('[data-part=file]');
    const card = document.querySelector<HTMLElement>('[data-part=verdict]');
    const states: string[] = [];
    for (const text of all) {
      const list = new DataTransfer();
      list.items.add(new File([text], 'record.txt', { type: 'text/plain' }));
      if (!field || !card) break;
      const judged = new Promise<string>((resolve) => {
        const watch = new MutationObserver(() => {
          const { state = '' } = card.dataset;
          if (state === 'counting') return;
          watch.disconnect();
          resolve(state);
        });
        card.dataset.state = 'counting';
        watch.observe(card, { attributes: true, attributeFilter: ['data-state'] });
      });
      field.files = list.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
      states.push(await judged);
    }
    return states;
  }, texts);
}

/** A record changed in one of ten ways, somewhere. */
function tamper(text: string, at: number): string {
  const random = seededRandom(`tamper ${at}`);
  const lines = text.split('\n').slice(0, -1);
  const votes = lines.flatMap((line, index) => (line.startsWith('["vote"') ? [index] : []));
  const vote = random.pick(votes);
  const door = random.between(1, doors);
  const change = (index: number, how: (line: string) => string): string[] =>
    lines.map((line, i) => (i === index ? how(line) : line));
  const ways: (() => string[])[] = [
    () =>
      change(vote, (line) => (line.includes('["yes"]') ? line.replace('yes', 'no') : line.replace('"no"', '"yes"'))),
    () => lines.filter((_, index) => index !== vote),
    () => lines.flatMap((line, index) => (index === vote ? [line, line] : [line])),
    () => lines.map((line, index) => lines[index === door ? door + 1 : index === door + 1 ? door : index] ?? line),
    () => change(vote, (line) => line.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`)),
    () => change(vote, (line) => line.replace(/true\]$/, 'false]')),
    () => change(vote, (line) => line.replace(/"2026-[^"]+"/, '"2026-10-01T00:00:00.000Z"')),
    () => change(door, (line) => line.replace(/,(\d+),""\]$/, (_, area) => `,${Number(area) + 1},""]`)),
    () => change(0, (line) => line.replace('[2,3]', '[1,3]')),
    () => change(lines.length - 1, (line) => line.replace(/"number":(\d+)/, (_, n) => `"number":${Number(n) + 1}`)),
  ];
  return `${ways[at % ways.length]?.().join('\n')}\n`;
}

describe('自己算一遍', () => {
  test('an owner of two doors votes for each in two taps without scripts, changes one, and finds its receipt in the record', async () => {
    const held = await hold('2026-11-19');
    const { page } = await phone.open({ as: 'resident', scripts: false, elder: true });
    await page.goto(held.here);
    const first = await voteOf(page, '不同意');
    expect(first).toMatch(/^([2-9A-HJKMNP-Z]{4} ?){4}$/);
    await page.getByRole('link', { name: /^接着投/ }).click();
    expect(await voteOf(page, '同意')).not.toBe(first);
    await page.goto(`${held.here}?door=${held.electors[3]?.id}`);
    expect(await page.locator('main').innerText()).toContain('这一户投过了');
    const changed = await voteOf(page, '同意');
    await page.goto(held.here);
    expect(await page.locator('main').innerText()).not.toContain('各得多少');
    await page.context().close();
    await castAndClose(held);
    const counted = await count(held, changed.toLowerCase());
    expect(await counted.locator('[data-part=verdict]').innerText()).toContain('找到了您的这一票：“同意”，算进去了');
    await counted.context().close();
    const older = await count(held, first);
    expect(await older.locator('[data-part=verdict]').innerText()).toContain('后来又投过，算的是后来那一票');
    await older.context().close();
  });

  test('what was counted once counts again without network, from what the phone has kept', async () => {
    const held = await hold('2026-11-01');
    await castAndClose(held);
    const page = await count(held);
    await page.waitForFunction(async (ballotId) => {
      const kept = (await (await caches.open('recount')).keys()).map(({ url }) => url);
      const all = [`${ballotId}/recount`, `${ballotId}/record`].every((end) => kept.some((url) => url.endsWith(end)));
      return (
        all &&
        kept.some((url) => url.includes('/recount-worker-')) &&
        navigator.serviceWorker.controller?.state === 'activated'
      );
    }, held.ballotId);
    await page.context().setOffline(true);
    await page.reload();
    await page.click('[data-part=count]');
    await page.waitForSelector('[data-state=same]');
    await page.context().close();
  });

  test('100 tampers of the record each turn it red, and the untouched record stays green', async () => {
    const held = await hold('2026-10-01');
    await castAndClose(held);
    const page = await count(held);
    const text = await (await fetch(`${phone.base}/api/v1/areas/${areaId}/ballots/${held.ballotId}/record`)).text();
    const tampered = Array.from({ length: 100 }, (_, at) => tamper(text, at));
    expect(tampered.filter((one) => one === text)).toEqual([]);
    expect(await judge(page, [text])).toEqual(['same']);
    const states = await judge(page, tampered);
    expect(states.flatMap((state, at) => (state === 'differs' ? [] : [`${at}: ${state}`]))).toEqual([]);
    expect(states).toHaveLength(100);
    expect(await judge(page, [text])).toEqual(['same']);
    await page.context().close();
  });

  test('R9: a fund’s month is added up on the phone, again without network, and one fen more turns it red', async () => {
    const { chair, auditor } = await openCommittee(world);
    const fund = await openPublicRevenue(world);
    await chair.post(`${fund.path}/vouchers`, {
      ...{
        kind: 'income',
        way: 'bank',
        day: '2026-09-08',
        accountId: fund.accounts['停车费'],
        party: '地面停车 42 户',
      },
      ...{ memo: '停车费', receiptNo: 'S-1', amount: '1280.50' },
    });
    await chair.post(`${fund.path}/months/202609/draft`);
    await auditor.post(`${fund.path}/months/202609/check`, { note: '' });
    await world.as('secretary').post(`${fund.path}/months/202609/approve`);
    const { page } = await phone.open({});
    page.setDefaultTimeout(30_000);
    await page.goto(`${phone.base}/f/${areaId}/${fund.id}?month=202609`);
    await page.getByRole('link', { name: '自己算一遍' }).click();
    await page.click('[data-part=count]');
    await page.waitForSelector('[data-state=same]');
    const verdict = await page.locator('[data-part=verdict]').innerText();
    expect(verdict).toContain('2026年9月：收入 1,280.50 元，支出 0.00 元，月底结余 11,480.50 元');
    await page.waitForFunction(async () => {
      const kept = (await (await caches.open('recount')).keys()).map(({ url }) => url);
      const all = ['/reckon?month=202609', '/bundle?from=202609&to=202609'].every((end) =>
        kept.some((url) => url.endsWith(end)),
      );
      return (
        all &&
        kept.some((url) => url.includes('/recount-worker-')) &&
        navigator.serviceWorker.controller?.state === 'activated'
      );
    });
    const text = await (await fetch(`${phone.base}/api/v1/areas/${areaId}/${fund.path}/bundle?to=202609`)).text();
    await page.context().setOffline(true);
    await page.reload();
    await page.click('[data-part=count]');
    await page.waitForSelector('[data-state=same]');
    expect(await judge(page, [text, text.replace('128050]', '128051]')])).toEqual(['same', 'differs']);
    await page.context().close();
  });
});
