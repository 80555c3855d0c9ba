import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { BallotList, BallotPage } from '#contract/ballots';
import type { PaperSheet } from '#contract/ballots/papers';
import type { TopicPage } from '#contract/deliberation/topics';
import type { MatterDetail } from '#contract/matters';
import type { DeskPublicityList } from '#contract/publicity/desk';
import { ask, at, open, settle, tokenOf, useApp, visit } from './app.ts';

useApp();

/** The story of an estate's decision: raised, argued, voted, hung out, objected to, decided again, carried out, judged. */
const title = '南门口装一排遮阳棚';
const objection = '棚子的柱子正好立在一号楼的消防通道上，救护车拐不进来。';

let areaId = '';
let topicId = '';
let number = '';

async function send<Answer>(username: string, path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(at(`/api/v1/areas/${areaId}/${path}`), {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf(username)}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

const matter = (): Promise<MatterDetail> => ask('community', `areas/${areaId}/matters/${number}`);
const stepNow = async (): Promise<string> => (await matter()).step.id;
/** What falls due when the clock is moved happens soon after: the page that moved it does not wait for all of it. */
const reaches = (step: string): Promise<void> => expect.poll(stepNow, { timeout: 60_000 }).toBe(step);
const act = (action: string, form: object = {}): Promise<unknown> =>
  send('community', `matters/${number}/actions/${action}`, { form });
const mainOf = (page: Page): Promise<string> => page.locator('main').innerText();

async function pass(days: number): Promise<void> {
  const answer = await fetch(at('/api/v1/clock/advance'), {
    method: 'POST',
    headers: { authorization: `Bearer ${await tokenOf('secretary')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ days }),
  });
  expect(answer.ok).toBe(true);
}

async function tomorrow(): Promise<string> {
  const { now } = await ask<{ now: string }>('secretary', 'clock');
  return addDays(shanghaiDate(new Date(now)), 1);
}

/** Presses what sends a form and waits for the page that answers. */
async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  await settle(page);
}

async function ballotOf(state: string): Promise<string> {
  const { items } = await ask<BallotList>('secretary', `areas/${areaId}/ballots?state=${state}`);
  return items.find((one) => one.title.includes(title))?.id ?? '';
}

async function noticeOf(): Promise<string> {
  const { items } = await ask<DeskPublicityList>('secretary', `areas/${areaId}/publicities/desk`);
  return items.find((one) => one.carried && one.title.includes(title))?.id ?? '';
}

const ready = (place: string): object => ({
  options: [{ name: place, cost: 1_860_000, note: '钢架加遮阳布' }],
  said: '物业：能装。居民：夏天等车晒。业委会：钱从公共收益里出，先议清楚位置。',
});

test('C91: a resident raises a topic on the phone; the desk lets it through; a neighbour supports it', async () => {
  areaId = (await ask<{ homeArea: { id: string } }>('resident', 'me')).homeArea.id;
  await send('secretary', 'adoptions', {
    method: 'five-step-deliberation',
    settings: { voters: ['owners-committee'], 'evaluate.within': '1 day' },
  });
  const phone = await visit({ as: 'resident' });
  await open(phone, `/topics/${areaId}/new`);
  await phone.fill('input[name=title]', title);
  await phone.fill('textarea[name=why]', '接孩子的、等车的，夏天就在太阳底下站着。');
  await press(phone, 'button:has-text("提上去")');
  if (!/\/topics\/[^/]+\/[0-9a-f-]{36}/.test(phone.url())) await press(phone, 'button:has-text("还是提我的")');
  topicId = new URL(phone.url()).pathname.split('/').at(-1) ?? '';
  expect(await mainOf(phone)).toContain('等社区看过');

  const desk = await visit({ as: 'community', size: 'desk' });
  await open(desk, `/desk/topics?open=${topicId}`);
  await desk.locator('button:text-is("公开"), button:has(span:text-is("公开"))').first().click();
  await expect.poll(async () => (await readTopic()).state, { timeout: 60_000 }).toBe('open');

  const neighbour = await visit({ as: 'resident2' });
  await open(neighbour, `/topics/${areaId}/${topicId}`);
  await press(neighbour, 'button[value=support]');
  expect(await mainOf(neighbour)).toContain('附议过了');
});

const readTopic = (): Promise<TopicPage> => ask('community', `areas/${areaId}/topics/${topicId}`);

test('N77: the desk begins the five steps from it; the page of the topic follows them', async () => {
  ({ number } = await send<{ number: string }>('community', `topics/${topicId}/matter`));
  expect(await stepNow()).toBe('argue');
  await act('ready', ready('南门东侧，靠墙一排'));
  expect(await stepNow()).toBe('decide');
  const page = await visit({ as: 'resident2' });
  await open(page, `/topics/${areaId}/${topicId}`);
  expect(await mainOf(page)).toMatch(/收集议题[\s\S]*多方论证[\s\S]*民主决议[\s\S]*公示执行|收集议题[\s\S]*民主决议/);
});

test('C91: the secretary opens the ballot; one votes on the phone in two taps, others on paper read by two people', async () => {
  const id = await ballotOf('draft');
  const secretary = await visit({ as: 'secretary', size: 'desk' });
  await open(secretary, `/desk/ballots/${areaId}/${id}`);
  const last = await tomorrow();
  await secretary.click('#ballot-last');
  await secretary.fill('#ballot-last', last);
  await secretary.press('#ballot-last', 'Enter');
  await secretary.locator('button:has-text("开始表决")').click();
  await expect.poll(() => ballotOf('open'), { timeout: 60_000 }).toBe(id);
  const opened = await ask<BallotPage>('secretary', `areas/${areaId}/ballots/${id}`);
  expect(opened.closesAt).toBe(shanghaiInstant(addDays(last, 1)).toISOString());

  const phone = await visit({ as: 'committee' });
  await open(phone, `/v/${areaId}/${id}`);
  await press(phone, '.vote-keys button');
  await press(phone, 'main form button.go');
  expect(await mainOf(phone)).toMatch(/回执/);

  const own = (await ask<BallotPage>('committee', `areas/${areaId}/ballots/${id}`)).electors[0]?.number;
  const { papers } = await ask<PaperSheet>('community', `areas/${areaId}/ballots/${id}/papers`);
  const others = papers.filter((paper) => paper.number !== own).slice(0, 3);
  expect(others).toHaveLength(3);
  for (const name of ['community', 'secretary']) {
    const desk = await visit({ as: name, size: 'desk' });
    await open(desk, `/desk/ballots/${areaId}/${id}/entry`);
    for (const { code } of others) {
      await desk.fill('#paper-code', code);
      await desk.locator('button:has-text("找到这张票")').click();
      await desk.locator('.entry-keys button').first().click();
      await Promise.all([
        desk.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/papers')),
        desk.locator('button:has-text("录这一张")').click(),
      ]);
      await desk.locator('button:has-text("找到这张票")').waitFor();
    }
  }
  const seen = await visit({ as: 'resident2' });
  await open(seen, `/v/${areaId}/${id}`);
  expect(await mainOf(seen)).toContain('截止前谁都看不到选了什么');
});

test('R6: it closes by its date, passed; a visitor’s own browser counts the record again', async () => {
  await pass(2);
  await reaches('publish');
  const id = await ballotOf('closed');
  const page = await visit({});
  await open(page, `/v/${areaId}/${id}`);
  expect(await mainOf(page)).toContain('通过');
  await open(page, `/v/${areaId}/${id}/recount`);
  await page.locator('[data-part=count]').click();
  await page.locator('[data-part=verdict]:not([hidden])').waitFor();
  expect(await page.locator('[data-part=verdict]').innerText()).toMatch(/对得上|一样|没有改动/);
});

test('N54: it hangs once a second person has agreed; a neighbour objects on the phone; upheld, it goes back', async () => {
  const id = await noticeOf();
  expect(id).not.toBe('');
  const public_ = await visit({});
  expect((await public_.context().request.get(at(`/p/${areaId}/${id}`))).status()).toBe(404);
  const desk = await visit({ as: 'secretary', size: 'desk' });
  await open(desk, `/desk/publicity?open=${id}`);
  await desk.locator('button:has-text("审核并发布"), button:has-text("批准发布")').first().click();
  await expect
    .poll(async () => (await public_.context().request.get(at(`/p/${areaId}/${id}`))).status(), { timeout: 60_000 })
    .toBe(200);

  const phone = await visit({ as: 'resident2' });
  await open(phone, `/p/${areaId}/${id}`);
  expect(await mainOf(phone)).toMatch(/7/);
  await phone.fill('textarea[name=words]', objection);
  await press(phone, 'form:has(textarea[name=words]) button[type=submit]');
  expect(await mainOf(phone)).toContain('您的异议收到了');

  await open(desk, `/desk/publicity?open=${id}`);
  await desk.locator('.publicity-foot textarea').first().fill('说得对，柱子挡了消防通道，重新定位置。');
  await desk.locator('button:has-text("异议成立")').first().click();
  await reaches('argue');
});

test('N54: decided again, it is carried out only after seven whole days, and not a day before', async () => {
  await act('ready', ready('南门西侧，避开消防通道'));
  const id = await ballotOf('draft');
  await send('secretary', `ballots/${id}/open`, {
    closesAt: shanghaiInstant(addDays(await tomorrow(), 1)).toISOString(),
  });
  const { papers } = await ask<PaperSheet>('community', `areas/${areaId}/ballots/${id}/papers`);
  const choice = (await ask<BallotPage>('community', `areas/${areaId}/ballots/${id}`)).choices[0]?.id;
  for (const { code } of papers.slice(0, 4))
    for (const name of ['community', 'secretary'])
      await send(name, `ballots/${id}/papers`, { code, choices: [choice] });
  await pass(2);
  await reaches('publish');
  const notice = await noticeOf();
  await send('secretary', `publicities/${notice}/approve`);
  for (let day = 1; day <= 7; day++) {
    await pass(1);
    expect(await stepNow(), `on day ${day}`).toBe('publish');
  }
  await pass(1);
  await reaches('carry');
});

test('C91: carried out, the neighbours judge it with stars, and the topic says what became of it', async () => {
  await act('next', { result: '九月二十日装好，柱子让开了消防通道。' });
  expect(await stepNow()).toBe('evaluate');
  const phone = await visit({ as: 'resident2' });
  await open(phone, `/m/${areaId}/${number}`);
  await phone.locator('label[for=star-5]').click();
  await press(phone, 'main form:has(.stars) button:has-text("办好了"), main form:has(.stars) button[type=submit]');
  await pass(2);
  await expect.poll(async () => (await matter()).status, { timeout: 60_000 }).toBe('done');
  await send('community', `topics/${topicId}/result`, { result: '棚子装好了，避开消防通道，邻居评了五星。' });
  await open(phone, `/topics/${areaId}/${topicId}`);
  expect(await mainOf(phone)).toContain('避开消防通道');
});
