import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Grant } from '#shared/actor';
import { addPerson, openCommittee, openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, openWorld, photograph, upload, type Asker } from '#tests/world';
import { openPhone } from './phone.ts';

/** The water pipes of an estate, from the suggestion to the line in June’s account. Source: C39, C41, F21, N53, N54, X17. */

const world = await openWorld(await testDatabase(), { demo: true });
const { as } = world;
const { chair, deputy, member, auditor } = await openCommittee(world);
const legalGrants: Grant[] = [{ role: 'legal-adviser', areaId: areas.street }];
const lawyer = await addPerson(world, { username: 'lawyer', name: '邵文', grants: legalGrants });
const phone = await openPhone(world);
const title = '北院换自来水管';
const at = (day: string, time = '09:00'): string => `2027-${day}T${time}:00.000+08:00`;

let number = '';
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;

const matter = async (who: Asker = as('community')): Promise<any> => need(await who.get(`matters/${number}`)).body;
const stepNow = async (): Promise<string> => (await matter()).step.id;
const act = async (who: Asker, action: string, form: object = {}): Promise<any> =>
  need(await who.post(`matters/${number}/actions/${action}`, { form })).body;
const words = (page: Page): Promise<string> => page.locator('main').innerText();
const here = (): string => `${phone.base}/m/${areas.gongsheng}/${number}`;
const picture = async () => ({ name: '报价单.jpg', mimeType: 'image/jpeg', buffer: await photograph() });

/** A phone of somebody who was added to the world. */
async function phoneOf({ token }: Asker): Promise<Page> {
  const { page, context } = await phone.open({ scripts: false });
  await context.addCookies([{ name: 'liren', value: token ?? '', url: phone.base }]);
  return page;
}

beforeAll(async () => {
  await world.advance(at('05-10'));
  fund = await openPublicRevenue(world, { openedOn: '2027-05-01', bankOpening: '300000' });
});

test('F21: a neighbour suggests it on the phone; the secretary asks at the door, by telephone and online; the lawyer says it is lawful', async () => {
  const { page } = await phone.open({ as: 'resident', scripts: false });
  const code = '370303002001';
  await page.goto(`${phone.base}/report?area=${code}&method=public-revenue-project&building=${areas.building}`);
  await page.fill('[name="field.title"]', title);
  await page.fill('[name="field.reason"]', '一到冬天就爆管，楼上接不到水。');
  await page.fill('[name="field.hope"]', '250,000');
  await page.click('button.go');
  await page.waitForURL(/\/sent$/);
  number = page.url().split('/').at(-2) ?? '';
  expect((await matter()).fields).toContainEqual(expect.objectContaining({ id: 'hope', text: '250,000.00 元' }));

  const { page: secretary } = await phone.open({ as: 'secretary', scripts: false });
  await secretary.goto(here());
  const asked = secretary.locator('#do-next');
  await asked.locator('summary').first().click();
  const ways = [
    ['入户', 103, 97],
    ['电话走访', 15, 14],
    ['网络投票', 8, 7],
  ] as const;
  for (const [row, [way, households, agreed]] of ways.entries()) {
    await asked.locator(`[name="field.asked.${row}.way"]`).selectOption(way);
    await asked.locator(`[name="field.asked.${row}.households"]`).fill(String(households));
    await asked.locator(`[name="field.asked.${row}.agreed"]`).fill(String(agreed));
  }
  for (const field of ['urgent', 'harmless']) await asked.locator(`[name="field.${field}"]`).check();
  await asked.locator('[name="field.finding"]').fill('问了 126 户，118 户同意，水管用了三十多年。');
  await asked.locator('[name="field.estimate"]').fill('250000');
  await Promise.all([secretary.waitForURL(/done=/), asked.locator('button[name=action]').click()]);
  expect(await stepNow()).toBe('legality');

  const opinion = { advisers: ['律师'], lawful: true, together: false, opinion: '用公共收益换公用水管，合法。' };
  await act(lawyer, 'next', opinion);
  expect(await stepNow()).toBe('budget');
});

const quotes: [string, string][] = [
  ['齐安管道', '248,600'],
  ['鲁中水暖', '263,900'],
  ['宏泰安装', '271,400'],
];

/** Fills so many budgets, each with the picture of its sheet, and presses the button. */
async function bringBudgets(page: Page, count: number): Promise<void> {
  await page.goto(here());
  const form = page.locator('#do-ready');
  await form.locator('summary').first().click();
  for (const [row, [supplier, amount]] of quotes.slice(0, count).entries()) {
    await form.locator(`[name="field.quotes.${row}.supplier"]`).fill(supplier);
    await form.locator(`[name="field.quotes.${row}.amount"]`).fill(amount);
    await form.locator(`[name="field.quotes.${row}.tie"]`).selectOption('没有关系');
  }
  await form
    .locator('input[type=file]')
    .first()
    .setInputFiles(await Promise.all([1, 2, 3].map(picture)));
  await Promise.all([page.waitForLoadState('load'), form.locator('button[name=action]').click()]);
}

test('N53: with two budgets the committee gets no further, with three it votes', async () => {
  const page = await phoneOf(chair);
  await bringBudgets(page, 2);
  await page.locator('#do-ready [role=alert], #do-ready .error').first().waitFor();
  expect(await page.locator('#do-ready').innerText()).toMatch(/三家|至少 3/);
  expect(await stepNow()).toBe('budget');
  await bringBudgets(page, 3);
  await page.waitForURL(/done=/);
  expect(await stepNow()).toBe('vote');
});

const ballotOf = async (): Promise<any> =>
  need(await as('secretary').get(`ballots?matterId=${(await idOf()) ?? ''}`)).body.items[0];
const idOf = async (): Promise<string> =>
  (await world.owner.query('select id from matters where number = $1', [number])).rows[0].id as string;

test('X17: the committee votes on the phone; closed at 24:00 of 31 May, the cheapest is chosen', async () => {
  await world.advance(at('05-28'));
  const { id } = await ballotOf();
  need(await as('secretary').post(`ballots/${id}/open`, { closesAt: at('06-01', '00:00') }));
  for (const who of [chair, deputy, member]) {
    const page = await phoneOf(who);
    await page.goto(`${phone.base}/v/${areas.gongsheng}/${id}`);
    await page.locator('.vote-keys button', { hasText: '齐安管道' }).click();
    await page.getByRole('button', { name: '确认，投出去' }).click();
    expect(await page.locator('#receipt-number').innerText()).not.toBe('');
  }
  await world.advance(at('06-01', '00:00'));
  expect(await stepNow()).toBe('publicity');
});

test('N54: posted on 1 June, the work may not begin on 8 June, and may on 9 June', async () => {
  await world.advance(at('06-01'));
  const { items } = need(await as('secretary').get('publicities/desk')).body;
  const notice = items.find((one: { carried: boolean }) => one.carried);
  need(await as('secretary').post(`publicities/${notice.id}/approve`));
  const { page } = await phone.open({});
  await page.goto(`${phone.base}/p/${areas.gongsheng}/${notice.id}`);
  expect(await words(page)).toMatch(/6月2日—6月8日[\s\S]*6月8日 24:00 结束/);
  const contract = { price: 24_860_000, finishOn: '2027-06-24' };
  await world.advance(at('06-08', '23:59'));
  expect(await stepNow()).toBe('publicity');
  expect((await chair.post(`matters/${number}/actions/next`, { form: contract })).status).toBeGreaterThanOrEqual(400);
  await page.goto(`${phone.base}/t/${(await matter()).traceCode}`);
  expect(await words(page)).toMatch(/现在到“表决结果公示”，接下来：签订合同/);
  await world.advance(at('06-09', '00:00'));
  expect(await stepNow()).toBe('contract');
  await act(chair, 'next', contract);
});

test('C40: done, accepted by the supervision group, paid by two people and by nobody alone', async () => {
  await world.advance(at('06-23'));
  await act(chair, 'done');
  await act(auditor, 'accept', { accepted: '一户一户拧开龙头看过，水压正常。', after: [await upload(auditor)] });
  const waiting = need(await chair.get(`${fund.path}/vouchers?view=waiting`)).body.items[0];
  expect(waiting).toMatchObject({ amount: 24_860_000, state: 'proposed', party: '齐安管道' });
  const { id, version, amount, memo, party } = waiting;
  const form = { kind: 'payment', way: 'bank', day: '2027-06-23', amount: String(amount / 100), memo, party };
  const papers = [await upload(chair)];
  const body = { ...form, accountId: fund.accounts['维修改造'], papers, version };
  const drafted = need(await chair.ask('PUT', `${fund.path}/vouchers/${id}`, { body })).body;
  expect((await chair.post(`${fund.path}/vouchers/${id}/approve`, { version: drafted.version })).status).toBe(403);
  need(await deputy.post(`${fund.path}/vouchers/${id}/approve`, { version: drafted.version }));
  expect(await stepNow()).toBe('publish');
});

test('A17: the payment stands in June’s account, and one page tells everybody the whole story', async () => {
  await world.advance(at('07-02'));
  for (const month of [202705, 202706]) {
    need(await chair.post(`${fund.path}/months/${month}/draft`));
    need(await auditor.post(`${fund.path}/months/${month}/check`, { note: '凭证都看过' }));
    need(await as('secretary').post(`${fund.path}/months/${month}/approve`));
  }
  const { page } = await phone.open({ scripts: false });
  await page.goto(`${phone.base}/t/${(await matter()).traceCode}`);
  const told = await words(page);
  expect(told).toMatch(
    /从头到尾[\s\S]*有人反映[\s\S]*118 户同意[\s\S]*入户[\s\S]*问了几户 103，几户同意 97[\s\S]*合法[\s\S]*齐安管道[\s\S]*选中 248,600.00 元[\s\S]*表决选出：齐安管道[\s\S]*公示满 7 天[\s\S]*没有人提异议[\s\S]*付了 248,600.00 元/,
  );
  expect(told).toMatch(/同意\s*3\s*\/ 3 人[\s\S]*花了\s*24.86\s*万元/);
  expect(told).toMatch(/凭证 202706-001，在工盛小区公共收益 2027年6月的账里/);
  for (const name of ['周雪梅', '穆长河', '林素琴', '尤建平', '邵文']) expect(told).not.toContain(name);
  await page.locator('a.proof', { hasText: '看当月的账和凭证' }).click();
  await page.waitForURL(/\/f\/.*month=202706/);
  expect(await words(page)).toMatch(/248,600.00/);
});
