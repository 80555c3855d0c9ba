import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openPublicRevenue } from '#tests/committee';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, openWorld, type Asker } from '#tests/world';
import { openPhone } from './phone.ts';
import {
  addPictures,
  choose,
  go,
  names,
  openAtDesk,
  openOnPhone,
  openPeople,
  picture,
  seatsOf,
  words,
} from './funds-people.ts';

/** The water pipes of an estate, from the suggestion to the line in June’s account. Source: C39, C41, F21, N53, N54, X17. */

const world = await openWorld(await testDatabase(), { demo: true });
const { owner, legal, committee, committee2, committee3, supervisor, secretary } = await openPeople(world);
const phone = await openPhone(world, { desk: true });
const seats = seatsOf(phone);
const title = '北院换自来水管';
const at = (day: string, time = '09:00'): string => `2027-${day}T${time}:00.000+08:00`;

let number = '';
let fund: Awaited<ReturnType<typeof openPublicRevenue>>;

const matter = async (): Promise<any> => need(await secretary.get(`matters/${number}`)).body;
const stepNow = async (): Promise<string> => (await matter()).step.id;
const reaches = (step: string): Promise<void> => expect.poll(stepNow, { timeout: 30_000 }).toBe(step);

beforeAll(async () => {
  await world.advance(at('05-10'));
  fund = await openPublicRevenue(world, { openedOn: '2027-05-01', bankOpening: '300000' });
});

const ways = [
  ['入户', 103, 97],
  ['电话走访', 15, 14],
  ['网络投票', 8, 7],
] as const;

test('F21: a neighbour suggests it on the phone; the secretary asks at the door, by telephone and online; the lawyer says it is lawful', async () => {
  const page = await seats.phone(
    owner,
    `/report?area=370303002001&method=public-revenue-project&building=${areas.building}`,
  );
  await page.fill('[name="field.title"]', title);
  await page.fill('[name="field.reason"]', '一到冬天就爆管，楼上接不到水。');
  await page.fill('[name="field.hope"]', '250,000');
  await go(page, page.locator('button.go'));
  number = page.url().split('/').at(-2) ?? '';
  expect((await matter()).fields).toContainEqual(expect.objectContaining({ id: 'hope', text: '250,000.00 元' }));

  const desk = await seats.desk(secretary, '/desk');
  const asked = await openAtDesk(desk, title);
  for (const [row, [way, households, agreed]] of ways.entries()) {
    if (row > 0) await asked.getByRole('button', { name: '加一行' }).click();
    await choose(desk, asked.getByLabel(`第 ${row + 1} 行 方式`), way);
    await asked.getByLabel(`第 ${row + 1} 行 问到户数`).fill(String(households));
    await asked.getByLabel(`第 ${row + 1} 行 同意户数`).fill(String(agreed));
  }
  for (const field of ['urgent', 'harmless'])
    await asked.locator(`[data-field=${field}]`).getByRole('radio', { name: '是' }).click();
  await asked.getByLabel('验证情况').fill('问了 126 户，118 户同意，水管用了三十多年。');
  await asked.getByLabel('预计金额').fill('250000');
  await asked.getByRole('button', { name: '提交项目验证' }).click();
  await reaches('legality');

  const lawyer = await seats.desk(legal, '/desk');
  const opinion = await openAtDesk(lawyer, title);
  await opinion.getByRole('checkbox', { name: '律师' }).click();
  await opinion.locator('[data-field=lawful]').getByRole('radio', { name: '是' }).click();
  await opinion.locator('[data-field=together]').getByRole('radio', { name: '否' }).click();
  await opinion.getByLabel('审查意见').fill('用公共收益换公用水管，合法。');
  await opinion.getByRole('button', { name: '提交合法性审查' }).click();
  await reaches('budget');
});

const quotes: [string, string][] = [
  ['齐安管道', '248,600'],
  ['鲁中水暖', '263,900'],
  ['宏泰安装', '271,400'],
];

/** Fills so many budgets, with the pictures of their sheets, and presses the button. */
async function bringBudgets(page: Page, count: number): Promise<void> {
  for (const [row, [supplier, amount]] of quotes.slice(0, count).entries()) {
    await page.fill(`[name="field.quotes.${row}.supplier"]`, supplier);
    await page.fill(`[name="field.quotes.${row}.amount"]`, amount);
    await page.locator(`[name="field.quotes.${row}.tie"]`).selectOption('没有关系');
  }
  const sheets = page.locator('#act-ready input[type=file][multiple]');
  if (count < 3) await sheets.setInputFiles(await Promise.all([1, 2, 3].map(() => picture())));
  await go(page, page.locator('#act-ready button[name=action]'));
}

test('N53: with two budgets the committee gets no further, with three it votes', async () => {
  await world.advance(at('05-24'));
  const desk = await seats.desk(committee, '/desk');
  await go(desk, desk.getByRole('link', { name: '等我办的事' }));
  expect(await words(desk)).toContain(title);
  const page = await seats.phone(committee, '/grid');
  await openOnPhone(page, title);
  await bringBudgets(page, 2);
  expect(await page.locator('#act-ready').innerText()).toMatch(/三家预算”至少要 3 行，现在有 2 行/);
  expect(await stepNow()).toBe('budget');
  await bringBudgets(page, 3);
  expect(await words(page)).toContain('现在到“业委会表决”');
  expect(await stepNow()).toBe('vote');
});

test('X17: the committee votes on the phone; closed at 24:00 of 31 May, the cheapest is chosen', async () => {
  await world.advance(at('05-28'));
  const desk = await seats.desk(secretary, '/desk/ballots');
  await desk.getByRole('link', { name: title }).click();
  await desk.fill('#ballot-last', '2027-05-31');
  await desk.press('#ballot-last', 'Enter');
  await desk.getByRole('button', { name: '开始表决' }).click();
  await desk.getByRole('button', { name: '录纸质票' }).waitFor();
  for (const who of [committee, committee2, committee3]) {
    const page = await seats.phone(who, '/grid');

    await go(page, page.locator('a[href^="/v/"]'));
    await go(page, page.locator('.vote-keys button', { hasText: '齐安管道' }));
    await go(page, page.getByRole('button', { name: '确认，投出去' }));
    expect(await page.locator('#receipt-number').innerText()).not.toBe('');
  }
  await world.advance(at('06-01', '00:00'));
  expect(await stepNow()).toBe('publicity');
});

const held = '公示到 6月8日 24:00 才满。没有异议的话，6月9日起到“签订合同”；在那以前谁也不能提前办。';
const signs = (page: Page) => page.locator('#act-next button[name=action]');

test('N54: posted on 1 June, the work may not begin on 8 June, and may on 9 June', async () => {
  await world.advance(at('06-01'));
  const desk = await seats.desk(secretary, '/desk/publicity');
  await desk.getByRole('button', { name: title }).click();
  await desk.getByRole('button', { name: '审核并发布' }).click();
  await desk.getByRole('link', { name: '看居民看到的页面' }).waitFor();
  const public_ = await seats.phone(null, `/t/${(await matter()).traceCode}`);
  await go(public_, public_.locator('a.proof[href^="/p/"]'));
  expect(await words(public_)).toMatch(/6月2日—6月8日[\s\S]*6月8日 24:00 结束/);

  await world.advance(at('06-08', '23:59'));
  const page = await seats.phone(committee, '/grid');
  await openOnPhone(page, title);
  expect(await words(page)).toContain(held);
  expect(await signs(page).count()).toBe(0);
  const form = { price: 24_860_000, finishOn: '2027-06-24' };
  expect((await committee.post(`matters/${number}/actions/next`, { form })).status).toBeGreaterThanOrEqual(400);
  await public_.goto(`${phone.base}/t/${(await matter()).traceCode}`);
  expect(await words(public_)).toMatch(/现在到“表决结果公示”，接下来：签订合同/);
  expect(await words(public_)).toContain(held);

  await world.advance(at('06-09', '00:00'));
  await page.reload();
  await page.fill('[name="field.price"]', '248,600');
  await page.fill('[name="field.finishOn"]', '2027-06-24');
  await go(page, signs(page));
  expect(await words(page)).toContain('现在到“组织实施”');
});

/** The payment is prepared by one of the committee, who cannot approve it, and approved by another. */
async function pay(first: Asker, second: Asker): Promise<void> {
  const page = await seats.desk(first, '/desk/funds');
  await page.getByRole('link', { name: '1 笔' }).click();
  await page.getByRole('button', { name: '去经办' }).click();
  await page.getByRole('button', { name: '我来经办' }).click();
  expect(await page.locator('#voucher-amount').inputValue()).toBe('248600.00');
  expect(await page.locator('#voucher-party').inputValue()).toBe('齐安管道');
  await choose(page, page.locator('#voucher-account'), '维修改造');
  await addPictures(page.locator('.funds-fields'), 1);
  await page.getByRole('button', { name: '交复核' }).click();
  await page.getByText('这张凭证是您经办的，付款要两个人。').waitFor();
  expect(await page.getByRole('button', { name: /复核无误/ }).count()).toBe(0);

  const other = await seats.desk(second, '/desk/funds');
  await other.getByRole('link', { name: '1 笔' }).click();
  await other.getByRole('button', { name: '去复核' }).click();
  await other.getByRole('button', { name: '复核无误，付款记账' }).click();
  await other.getByText('记账了，凭证号 202706-001').waitFor();
}

test('C40: done, accepted by the supervision group, paid by two people and by nobody alone', async () => {
  await world.advance(at('06-23'));
  const page = await seats.phone(committee, '/grid');
  await go(page, page.getByRole('button', { name: '完工了，请验收' }));
  await reaches('accept');

  const looks = await seats.phone(supervisor, '/grid');
  await openOnPhone(looks, title);
  await looks.fill('[name="field.accepted"]', '一户一户拧开龙头看过，水压正常。');
  await looks.locator('#act-accept input[type=file][multiple]').setInputFiles(await picture('完工.jpg'));
  await go(looks, looks.locator('#act-accept button[name=action]'));
  await reaches('pay');

  await page.goto(`${phone.base}/grid`);
  await go(page, page.getByRole('link', { name: '看这一步' }));
  expect(await page.locator('a[href^="/desk/funds/"]').innerText()).toMatch(/付款 248,600.00 元[\s\S]*等经办/);
  await pay(committee, committee2);
  await reaches('publish');
  const alone = need(await committee.get(`${fund.path}/vouchers?view=posted`)).body.items[0];
  expect(alone).toMatchObject({ draftedName: '穆长河', approvedName: '徐学军', amount: 24_860_000 });
});

/** One of the three deeds that close a month, and what is written beside it. */
async function close(desk: Page, month: string, deed: string): Promise<void> {
  await desk.getByRole('button', { name: month, exact: true }).click();
  const drawer = desk.getByRole('dialog');
  if (deed === '核对无误') await drawer.getByLabel('核对意见').fill('凭证都看过');
  const button = drawer.getByRole('button', { name: deed, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

test('A17: the payment stands in June’s account, and one page tells everybody the whole story', async () => {
  await world.advance(at('07-02'));
  const tab = `/desk/${fund.path.replace('funds/', `funds/${areas.gongsheng}/`)}?tab=months`;
  const desks: Page[] = [];
  for (const month of ['2027年5月', '2027年6月'])
    for (const [turn, who] of [committee, supervisor, secretary].entries()) {
      await desks[turn]?.reload();
      const desk = (desks[turn] ??= await seats.desk(who, tab));
      await close(desk, month, [`生成${month}账单`, '核对无误', '发布'][turn] ?? '');
    }

  const page = await seats.phone(owner, `/t/${(await matter()).traceCode}`);
  const told = await words(page);
  expect(told).toMatch(
    /从头到尾[\s\S]*有人反映[\s\S]*118 户同意[\s\S]*入户[\s\S]*问到户数 103，同意户数 97[\s\S]*合法[\s\S]*齐安管道[\s\S]*选中 248,600.00 元[\s\S]*表决选出：齐安管道[\s\S]*公示满 7 天[\s\S]*没有人提异议[\s\S]*付了 248,600.00 元/,
  );
  expect(told).toMatch(/同意\s*3\s*\/ 3 人[\s\S]*花了\s*24.86\s*万元/);
  expect(told).toMatch(/凭证 202706-001，在工盛小区公共收益 2027年6月的账里/);
  for (const name of names) expect(told).not.toContain(name);
  await go(page, page.locator('a.proof', { hasText: '看当月的账和凭证' }));
  expect(page.url()).toMatch(/\/f\/.*month=202706/);
  expect(await words(page)).toMatch(/齐安管道[\s\S]*248,600.00|248,600.00[\s\S]*齐安管道/);
});
