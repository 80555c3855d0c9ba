import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { isPublicAddress } from '#platform/addresses';
import { openOutbound } from '#platform/outbound';

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255'],
  ...['192.168.0.1', '169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.2.1', '198.18.0.1', '224.0.0.1'],
  ...['240.0.0.1', '255.255.255.255', '::', '::1', 'fc00::1', 'fdff::1', 'fe80::1', 'ff02::1', '2001:db8::1'],
  ...[
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001::1',
  ],
  ...['', 'localhost', '1.2.3', '8.8.8.8:443'],
])('%s is not the open internet', (address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  ...['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'],
  ...[
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
  ],
  ...['2400:3200::1', '2001:200::1', '2003::1'],
])('%s is', (address) => expect(isPublicAddress(address)).toBe(true));

type Answering = (request: IncomingMessage, reply: ServerResponse) => void;

async function receiver(answering: Answering): Promise<{ origin: string; seen: string[]; server: Server }> {
  const seen: string[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${request.headers.host} ${body}`);
      answering(request, reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server };
}

const nowhere = async (): Promise<never> => Promise.reject(new Error('nothing is to be looked up'));

test('an origin the operator has named is posted to, wherever it lies', async () => {
  const { origin, seen } = await receiver((_, reply) => reply.end('{"errcode":0}'));
  const outbound = openOutbound({ allowed: [origin], resolve: nowhere });
  expect(await outbound.post(`${origin}/send?key=k`, { text: '你好' })).toBe('{"errcode":0}');
  expect(seen).toEqual([`POST /send?key=k ${new URL(origin).host} {"text":"你好"}`]);
});

test.each([
  ...[
    'http://qyapi.weixin.qq.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:7f00:1]/',
    'https://10.0.0.1/',
  ],
  // Decimal, octal, hexadecimal and short ways to write 127.0.0.1.
  ...['https://2130706433/', 'https://0177.0.0.1/', 'https://0x7f000001/', 'https://127.1/', 'https://1.1.1.1/'],
  ...['https://qyapi.weixin.qq.com:8443/', 'https://user@qyapi.weixin.qq.com/', 'ftp://qyapi.weixin.qq.com/'],
])('%s is not posted to', async (address) => {
  const outbound = openOutbound({ allowed: [], resolve: nowhere });
  await expect(outbound.post(address, {})).rejects.toThrow('不是能发的网址');
});

test.each([
  ['127.0.0.1'],
  ['10.1.2.3'],
  ['169.254.169.254'],
  ['::1'],
  ['fc00::1'],
  ['::ffff:192.168.1.1'],
  ['1.1.1.1', '192.168.0.10'],
])('a name that resolves to %s is not posted to', async (...addresses) => {
  const found = addresses.filter(Boolean).map((address) => ({ address, family: 4 }));
  const outbound = openOutbound({ allowed: ['http://127.0.0.1:1'], resolve: async () => found });
  await expect(outbound.post('https://robot.example.cn/', {})).rejects.toThrow('这个域名指向内网，不发');
});

test('a name nobody knows, an answer that is none, a redirect, an endless answer and silence all fail with a sentence', async () => {
  const lost = openOutbound({ allowed: [], resolve: async () => Promise.reject(new Error('ENOTFOUND')) });
  await expect(lost.post('https://robot.example.cn/', {})).rejects.toThrow('找不到这个域名');
  const target = await receiver((_, reply) => reply.end('{}'));
  const { origin } = await receiver((request, reply) => {
    if (request.url === '/moved') reply.writeHead(302, { location: `${target.origin}/` }).end();
    else if (request.url === '/broken') reply.writeHead(500).end();
    else if (request.url === '/endless') {
      const more = (): void => void reply.write('x'.repeat(60_000), (error) => error ?? more());
      more();
    }
  });
  const outbound = openOutbound({ allowed: [origin, target.origin], timeoutMs: 20_000 });
  await expect(outbound.post(`${origin}/moved`, {})).rejects.toThrow('对方回答 302');
  await expect(outbound.post(`${origin}/broken`, {})).rejects.toThrow('对方回答 500');
  await expect(outbound.post(`${origin}/endless`, {})).rejects.toThrow('对方的回答太长');
  await expect(outbound.post(`${origin}/`, { text: 'x'.repeat(16_000) })).rejects.toThrow('要发的太长');
  const hasty = openOutbound({ allowed: [origin], timeoutMs: 50 });
  await expect(hasty.post(`${origin}/silent`, {})).rejects.toThrow('对方太久没有回应');
  expect(target.seen).toEqual([]);
});
