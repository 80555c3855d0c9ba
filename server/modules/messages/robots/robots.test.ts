import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, need, phone, words } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

type Heard = { path: string; body: any };

const heard: Heard[] = [];
let answer = '{"errcode":0,"errmsg":"ok"}';
const receiver = createServer((request, reply) => {
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  request.on('end', () => {
    heard.push({ path: request.url ?? '', body: JSON.parse(text) });
    reply.end(answer);
  });
});
await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
afterAll(() => void receiver.close());
const world = await openWorld(await testDatabase(), { robotOrigins: [origin] });
const { as, clock, owner, worker } = world;

const robot = { kind: 'wecom', name: '网格员群', address: `${origin}/send?key=abc`, tells: ['waits'] };
const list = async (): Promise<any[]> => need(await as('secretary').get('robots')).body.items;

async function add(change: object = {}): Promise<string> {
  const { items } = need(await as('secretary').post('robots', { ...robot, ...change })).body;
  // The worker's copy hears of it by a notice of the database.
  await expect
    .poll(() => world.parts.context.robots.toldOf(areas.gongsheng, 'waits').concat(toldLate()), { timeout: 50_000 })
    .toContain(items[0].id);
  return items[0].id;
}

const toldLate = (): string[] => world.parts.context.robots.toldOf(areas.gongsheng, 'late');

async function end(id: string): Promise<void> {
  need(await as('secretary').ask('DELETE', `robots/${id}`));
  await world.parts.context.robots.reload();
}

test('a group is told which matter waits, of which class and at which step, and nothing that somebody wrote', async () => {
  const id = await add();
  const number = await begin(as('resident'), { phone });
  await worker.drain();
  const told = heard.splice(0);
  expect(told).toEqual([
    {
      path: '/send?key=abc',
      body: {
        msgtype: 'text',
        text: {
          content: `【里仁·工盛社区】有一件事等着办\n${number}　安全隐患 · 上报\nhttps://liren.test/desk/matters/${areas.gongsheng}/${number}`,
        },
      },
    },
  ]);
  for (const secret of [phone, words, '周雪梅', '3号楼']) expect(JSON.stringify(told)).not.toContain(secret);
  expect(await list()).toMatchObject([{ id, sentAt: clock.now().toISOString(), failure: null, isSigned: false }]);
  await end(id);
  await begin(as('resident'));
  await worker.drain();
  expect(heard).toEqual([]);
});

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

test('DingTalk is signed in the address, Feishu in the body', async () => {
  const secret = 'SEC-of-the-group';
  const ding = await add({ kind: 'dingtalk', secret });
  await begin(as('resident'));
  await worker.drain();
  const at = new URL(heard.splice(0)[0]?.path ?? '', origin).searchParams;
  expect(at.get('key')).toBe('abc');
  expect(at.get('sign')).toBe(hmac(secret, `${at.get('timestamp')}\n${secret}`));
  await end(ding);
  answer = '{"code":0,"msg":"success"}';
  const feishu = await add({ kind: 'feishu', secret });
  await begin(as('resident'));
  await worker.drain();
  const { timestamp, sign, ...rest } = heard.splice(0)[0]?.body ?? {};
  expect(timestamp).toMatch(/^\d{10}$/);
  expect(sign).toBe(hmac(`${timestamp}\n${secret}`, ''));
  expect(rest).toEqual({ msg_type: 'text', content: { text: expect.stringContaining('【里仁·工盛社区】') } });
  await end(feishu);
});

test('what is not taken is tried again with longer and longer waits, given up at last, and shown to staff', async () => {
  const id = await add();
  answer = '{"errcode":45009,"errmsg":"api freq out of limit"}';
  await begin(as('resident'));
  const tries: number[] = [];
  for (let minutes = 0; minutes < 400; minutes++) {
    await worker.drain();
    if (heard.splice(0).length > 0) tries.push(minutes);
    clock.set(new Date(clock.now().getTime() + 60_000));
  }
  expect(tries).toEqual([0, 1, 6, 21, 81]);
  expect(await list()).toMatchObject([{ id, failure: '对方没有收：api freq out of limit', sentAt: null }]);
  answer = '{"errcode":0}';
  need(await as('secretary').post(`robots/${id}/trial`));
  await worker.drain();
  expect(heard.splice(0)[0]?.body.text.content).toContain('试一下');
  expect(await list()).toMatchObject([{ failure: null, sentAt: expect.any(String) }]);
  answer = '<html>';
  need(await as('secretary').post(`robots/${id}/trial`));
  await worker.drain();
  expect(await list()).toMatchObject([{ failure: '对方的回答看不懂' }]);
  expect(heard.splice(0)).toHaveLength(1);
  answer = '{"errcode":0}';
  await end(id);
});

test('only the home of its kind, or what the operator has named, is taken for an address', async () => {
  const codeOf = async (change: object): Promise<string> =>
    (await as('secretary').post('robots', { ...robot, ...change })).body.code;
  for (const address of [
    ...[
      'http://127.0.0.1:1/x',
      'https://127.0.0.1/',
      'http://qyapi.weixin.qq.com/x',
      'https://qyapi.weixin.qq.com:444/x',
    ],
    ...[
      'https://oapi.dingtalk.com/robot/send',
      'https://qyapi.weixin.qq.com.example.cn/',
      'https://example.cn/',
      '你好',
    ],
    ...['https://user:word@qyapi.weixin.qq.com/x', 'file:///etc/passwd', origin.replace('127.0.0.1', 'localhost')],
  ])
    expect([address, await codeOf({ address })]).toEqual([address, 'robot.address-not-allowed']);
  expect((await as('secretary').post('robots', { ...robot, tells: [] })).status).toBe(400);
  for (const name of ['resident', 'grid', 'community'] as const)
    expect((await as(name).post('robots', robot)).status).toBe(403);
  const address = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret-key';
  const answered = need(await as('secretary').post('robots', { ...robot, address, secret: 'SECRET' }));
  expect(answered.body.items[0]).toMatchObject({ host: 'qyapi.weixin.qq.com', isSigned: true });
  expect(JSON.stringify(answered.body)).not.toMatch(/secret-key|SECRET/);
  const { rows } = await owner.query(`select row_to_json(r)::text as text from robots r`);
  expect(JSON.stringify(rows)).not.toMatch(/secret-key|SECRET/);
  await end(answered.body.items[0].id);
});

test('a group is told of what is late or supervised only when it asked for that', async () => {
  const id = await add({ tells: ['late', 'supervise'] });
  const number = await begin(as('resident'));
  need(await act(as('grid'), number, 'accept'));
  await worker.drain();
  expect(heard).toEqual([]);
  await world.advance(new Date(clock.now().getTime() + 7 * 86_400_000));
  expect(heard.splice(0).map((one) => one.body.text.content)).toContainEqual(
    expect.stringMatching(new RegExp(`有一件事逾期了\n${number}`)),
  );
  await end(id);
});
