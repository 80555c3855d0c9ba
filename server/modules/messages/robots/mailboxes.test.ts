import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '#platform/config';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const letters: { to: string; text: string }[] = [];
let takes = true;

/** As much of SMTP as a relay needs to take one letter. */
function serve(socket: Socket): void {
  let [said, to, isBody] = ['', '', false];
  const answer = (line: string): void => void socket.write(`${line}\r\n`);
  const hear = (line: string): void => {
    if (/^(EHLO|HELO|MAIL)/.test(line)) answer('250 ok');
    else if (line.startsWith('RCPT')) {
      to = /<(.*)>/.exec(line)?.[1] ?? '';
      answer(takes ? '250 ok' : '550 no such mailbox');
    } else if (line === 'DATA') {
      isBody = true;
      answer('354 go on');
    } else answer('221 bye');
  };
  answer('220 relay');
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
    for (let end = said.indexOf(isBody ? '\r\n.\r\n' : '\r\n'); end >= 0;) {
      const line = said.slice(0, end);
      said = said.slice(end + (isBody ? 5 : 2));
      if (isBody) {
        letters.push({ to, text: line });
        isBody = false;
        answer('250 taken');
      } else hear(line);
      end = said.indexOf(isBody ? '\r\n.\r\n' : '\r\n');
    }
  });
}

const relay = createServer(serve);
await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
afterAll(() => void relay.close());
const mail = {
  relay: `smtp://127.0.0.1:${(relay.address() as AddressInfo).port}`,
  from: 'liren@office.example.cn',
  domains: ['office.example.cn'],
};
const world = await openWorld(await testDatabase(), { mail });
const { as, worker, parts } = world;

const mailbox = { kind: 'mail', name: '值班室', address: 'duty@office.example.cn', tells: ['waits'] };
const list = async (): Promise<any[]> => need(await as('secretary').get('robots')).body.items;

const bodyOf = (text: string): string => Buffer.from(text.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8');

test('a mailbox of a domain the operator has named is told what waits, and nothing that somebody wrote', async () => {
  need(await as('secretary').post('robots', mailbox));
  await parts.context.robots.reload();
  const number = await begin(as('resident'));
  await worker.drain();
  const [letter] = letters.splice(0);
  expect(letter?.to).toBe('duty@office.example.cn');
  expect(bodyOf(letter?.text ?? '')).toBe(
    `【里仁·工盛社区】有一件事等着办\n${number}　安全隐患 · 上报\nhttps://liren.test/desk/matters/${areas.gongsheng}/${number}`,
  );
  expect((await list())[0]).toMatchObject({ kind: 'mail', host: 'office.example.cn', failure: null });
});

test('a mailbox elsewhere, two at once, or one with a line of its own in it: refused, and the domains are named', async () => {
  for (const address of [
    'duty@example.org',
    'a@office.example.cn,b@example.org',
    'a@office.example.cn\nBcc: b@c.cn',
    'a',
  ])
    expect((await as('secretary').post('robots', { ...mailbox, address })).body).toMatchObject({
      code: 'robot.mailbox-not-allowed',
      detail: expect.stringContaining('@office.example.cn'),
    });
});

test('a relay that takes no letter is shown to staff, without the address', async () => {
  const [robot] = await list();
  takes = false;
  need(await as('secretary').post(`robots/${robot.id}/trial`));
  await worker.drain();
  const [after] = await list();
  expect(after.failure).toBe('邮件服务器没有收：550');
  takes = true;
});

test('without a relay no mailbox is offered; a relay half set stops the start with what is missing', async () => {
  const other = await openWorld(await testDatabase());
  const { kinds } = need(await other.as('secretary').get('robots')).body;
  expect(kinds.map((one: { value: string }) => one.value)).toEqual(['wecom', 'dingtalk', 'feishu']);
  expect((await other.as('secretary').post('robots', mailbox)).body.code).toBe('robot.mailbox-not-allowed');
  expect(() => readConfig({ LIREN_MAIL_RELAY: 'smtp://relay' }, false)).toThrow('LIREN_MAIL_DOMAINS');
  const set = { LIREN_MAIL_RELAY: 'smtp://relay', LIREN_MAIL_FROM: 'a@b.cn', LIREN_MAIL_DOMAINS: 'B.cn,c.cn' };
  expect(readConfig(set, false).mail?.domains).toEqual(['b.cn', 'c.cn']);
});
