import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Values } from '#kernel-contract/workflow';
import { settleStep, type Carried } from '#modules/matters/settle';
import { testDatabase } from '#tests/database';
import { act, detail, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const folder = mkdtempSync(join(tmpdir(), 'liren-carried-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(import.meta.dirname, '../../../library'), folder, { recursive: true });
writeFileSync(
  join(folder, 'methods/wish.yaml'),
  `id: wish
name: 心愿
version: 1
source: custom
level: community
visible: area
present: { title: title, promise: 大家定, place: where, facts: [title, where, options] }
forms:
  asking:
    title 标题: text
    where 地点: optional place
    options 方案: { type: list, of: { way 做法: text, cost 费用: optional money } }
  rating: { stars 满意度: rating }
steps:
  ask 提出: { by: [resident, community-worker], form: asking }
  decide 表决: { vote: owners, rule: majority-of-present, choose: options, within: 7 days, go: { failed: refused } }
  hang 公示: { publicity: 7 days, by: community-worker, shows: [title, options, decide.tally], go: { upheld: refused } }
  rate 评议: { gather: 2, by: resident, form: rating, within: 7 days }
  closed 办结: { end: done }
aside:
  refused 不办: { end: refused }
`,
);
writeFileSync(
  join(folder, 'methods/wish-part.yaml'),
  `id: wish-part
name: 分头办
version: 1
source: custom
level: community
forms:
  doing: { done 办了什么: text }
steps:
  begin 领办: { by: community-worker, form: doing, go: { next 办好: next, drop 不办: dropped } }
  closed 办结: { end: done }
aside:
  dropped 不办: { end: refused }
`,
);
writeFileSync(
  join(folder, 'methods/wish-plan.yaml'),
  `id: wish-plan
name: 分项办理
version: 1
source: custom
level: community
forms:
  planning:
    plan 计划: text
    parts 分项: { type: list, of: { part 事项: text } }
  noting: { note 记一笔: text }
steps:
  plan 列清单: { by: community-worker, form: planning }
  parts 分头办:
    children: wish-part
    per: parts
    within: 30 days
    meanwhile: { note 记一笔: { by: community-worker, form: noting } }
    go: { not: plan }
  closed 办结: { end: done, record: { resources: parts } }
`,
);
writeFileSync(
  join(folder, 'methods/wish-buy.yaml'),
  `id: wish-buy
name: 添置
version: 1
source: custom
level: community
visible: area
present: { title: title }
forms:
  buying: { title 添置什么: text, price 合同价: money, maker 谁来做: text }
steps:
  ask 提出: { by: community-worker, form: buying }
  pay 付款: { pay: price, from: community-welfare, to: maker, by: community-worker, within: 3 days, shows: [title, maker] }
  closed 办结: { end: done, shows: [pay.amount, pay.day, pay.voucher] }
`,
);
const world = await openWorld(await testDatabase(), { libraryDir: folder });
const { as, clock, database, parts } = world;
const carried: Carried[] = [];
for (const kind of ['vote', 'publicity', 'pay'])
  parts.context.carriers[kind] = async (_tx, one) => {
    carried.push(one);
  };

const form = {
  title: '楼下晾衣',
  options: [
    { way: '固定晾衣杆', cost: 30000 },
    { way: '移动晾衣架', cost: 5000 },
  ],
};

async function settle(matterId: string, step: string, outcome: string, result: Values = {}): Promise<boolean> {
  const settling = { areaId: areas.gongsheng, matterId, step, outcome, result };
  return database.transaction(clock.now(), (tx) => settleStep(tx, parts.context, settling));
}

test('F41: a matter is carried by its ballot and its notice, never before their time, and rated by those who live there', async () => {
  clock.set('2026-11-20T01:00:00.000Z');
  const { number } = need(await as('resident').post('matters', { method: 'wish', form })).body;
  const { matter, settings } = carried.at(-1) as Carried;
  expect(settings).toMatchObject({
    electorate: ['owners'],
    choices: ['固定晾衣杆', '移动晾衣架'],
    title: '楼下晾衣 · 表决',
  });
  const closesAt = '2026-11-22T10:00:00.000Z';
  const held = async (): Promise<string> => (await detail(world, number)).gateText;
  expect(await held()).toMatch(/^表决还没有开始/);
  await settle(matter.id, 'decide', 'opened', { closesAt });
  expect(await held()).toBe('表决到 11月22日 18:00 截止，截止就有结果；在那以前不能往下办。');
  const passed = { tally: { 移动晾衣架: 3 }, winners: ['移动晾衣架'] };
  await expect(settle(matter.id, 'decide', 'passed', passed)).rejects.toMatchObject({
    refusal: { code: 'matter.vote-open' },
  });
  clock.set(closesAt);
  expect(await settle(matter.id, 'decide', 'passed', passed)).toBe(true);
  expect(carried.at(-1)?.settings).toEqual({
    days: 7,
    board: false,
    title: '楼下晾衣 · 公示',
    shows: {
      标题: '楼下晾衣',
      方案: '固定晾衣杆 300.00 元；移动晾衣架 50.00 元',
      表决结果: { 移动晾衣架: 3 },
    },
  });
  expect(await settle(matter.id, 'decide', 'failed', passed)).toBe(false);
  const gate = '2026-11-29T16:00:00.000Z';
  expect(await held()).toMatch(/^公示还没有贴出/);
  await settle(matter.id, 'hang', 'posted', { postedAt: closesAt, closesAt: gate });
  clock.set('2026-11-29T15:59:59.999Z');
  await expect(settle(matter.id, 'hang', 'clear', { objections: 0 })).rejects.toMatchObject({
    refusal: { code: 'matter.gate-closed' },
  });
  expect(await held()).toBe('公示到 11月29日 24:00 才满。没有异议的话，11月30日起到“评议”；在那以前谁也不能提前办。');
  clock.set(gate);
  expect(await held()).toBe('公示的天数满了，异议都答复完就到“评议”。');
  expect(await settle(matter.id, 'hang', 'clear', { objections: 0 })).toBe(true);
  expect(await held()).toBe('');
  const page = await detail(world, number);
  expect(page.step.id).toBe('rate');
  expect(page.history.map((line: { label: string }) => line.label).slice(0, 4)).toEqual([
    '公示期满，无异议',
    '公示贴出',
    '表决通过',
    '开始投票',
  ]);
});

test('many give at once and nobody acts first: each has one row, and a second time replaces it', async () => {
  const { number } = need(await as('resident').post('matters', { method: 'wish', form })).body;
  const { matter } = carried.at(-1) as Carried;
  await settle(matter.id, 'decide', 'opened', { closesAt: clock.now().toISOString() });
  await settle(matter.id, 'decide', 'passed', { tally: {}, winners: [] });
  await settle(matter.id, 'hang', 'posted', {
    postedAt: clock.now().toISOString(),
    closesAt: clock.now().toISOString(),
  });
  clock.set(new Date(clock.now().getTime() + 8 * 86_400_000));
  await settle(matter.id, 'hang', 'clear', { objections: 0 });
  const { version } = await detail(world, number);
  const stars = (of: number) => ({ form: { stars: of }, version });
  const given = await Promise.all(
    (['resident', 'resident2', 'resident', 'resident2'] as const).map((who) => act(as(who), number, 'give', stars(5))),
  );
  expect(given.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  need(await act(as('resident'), number, 'give', stars(2)));
  const [row] = await database.query<{ rows: { stars: number; giverName: string }[] }>(
    `select state -> 'results' -> 'rate' -> 'rows' as rows from matters where area_id = $1 and number = $2`,
    [areas.gongsheng, number],
  );
  expect(row?.rows.map(({ stars: kept }) => kept).sort()).toEqual([2, 5]);
  const own = need(await as('resident').get(`matters/${number}`)).body.actions[0];
  expect(own).toMatchObject({ id: 'give', label: { zh: '修改' } });
});

const plan = { plan: '楼道整治', parts: [{ part: '清杂物' }, { part: '刷墙' }] };
const childrenOf = async (number: string) => need(await as('community').get(`matters/${number}`)).body.children;

test('F28: a step begins one matter for each row, follows them, and goes on when the last has ended', async () => {
  const { number } = need(await as('community').post('matters', { method: 'wish-plan', form: plan })).body;
  const begun = await childrenOf(number);
  expect(begun).toMatchObject({ all: 2, ended: 0, items: [{ stepName: '领办' }, { stepName: '领办' }] });
  need(await act(as('community'), number, 'note', { form: { note: '先清一楼' } }));
  const [first, second] = begun.items.map((item: { number: string }) => item.number);
  need(await act(as('community'), first, 'next', { form: { done: '清完了' } }));
  expect(await childrenOf(number)).toMatchObject({ all: 2, ended: 1 });
  expect((await detail(world, number)).step.id).toBe('parts');
  need(await act(as('community'), second, 'next', { form: { done: '刷完了' } }));
  const page = await detail(world, number);
  expect([page.status, page.history.map((line: { label: string }) => line.label)]).toEqual([
    'done',
    ['办完一件', '办完一件', '记一笔', '分头开始办', '提交'],
  ]);
  const records = await database.query<{ label: string }>(
    `select label from register_records where area_id = $1 and register = 'resources' order by id`,
    [areas.gongsheng],
  );
  expect(records).toHaveLength(2);
});

test('one that is not done sends the plan back, and an end of an earlier round is not counted again', async () => {
  const { number } = need(await as('community').post('matters', { method: 'wish-plan', form: plan })).body;
  const [first, second] = (await childrenOf(number)).items;
  need(await act(as('community'), first.number, 'drop', { reason: '没有人手' }));
  need(await act(as('community'), second.number, 'next', { form: { done: '刷完了' } }));
  expect((await detail(world, number)).step.id).toBe('plan');
  need(await act(as('community'), number, 'next', { form: { ...plan, parts: [{ part: '再清一次' }] } }));
  expect(await childrenOf(number)).toMatchObject({ all: 1, ended: 0 });
});

test('C68: 13,000 yuan for tables and chairs are paid to the fen, and everybody sees how much, when and by which voucher', async () => {
  const buying = { title: '广场桌椅', price: 1_300_000, maker: '木器厂' };
  const { number } = need(await as('community').post('matters', { method: 'wish-buy', form: buying })).body;
  const { matter, settings } = carried.at(-1) as Carried;
  expect(settings).toEqual({
    ...{ amount: 1_300_000, from: 'community-welfare', to: '木器厂', payee: null, split: null, of: null },
    ...{ title: '广场桌椅 · 付款', shows: { 添置什么: '广场桌椅', 谁来做: '木器厂' } },
  });
  const voucher = { entry: 7, day: '2026-11-30', voucher: '202611-003' };
  await expect(settle(matter.id, 'pay', 'paid', { amount: 1_300_001, ...voucher })).rejects.toMatchObject({
    refusal: { code: 'matter.payment-differs' },
  });
  expect((await detail(world, number)).step.id).toBe('pay');
  expect(await settle(matter.id, 'pay', 'unpaid', { reason: '发票抬头不对' })).toBe(true);
  expect(carried.at(-1)?.settings).toEqual(settings);
  expect(await settle(matter.id, 'pay', 'paid', { amount: 1_300_000, ...voucher })).toBe(true);
  const page = await detail(world, number);
  expect(page.status).toBe('done');
  expect(page.history.slice(0, 2)).toMatchObject([
    { label: '付清，记入账簿' },
    { label: '没有付，退回', reason: '发票抬头不对' },
  ]);
  const { shown } = need(await as('resident').get(`/api/v1/traces/${matter.traceCode}`)).body;
  expect(shown).toEqual(
    expect.arrayContaining([
      { id: 'pay.amount', label: '付款金额', text: '13,000.00 元' },
      { id: 'pay.day', label: '付款日期', text: '2026-11-30' },
      { id: 'pay.voucher', label: '付款凭证号', text: '202611-003' },
    ]),
  );
});
