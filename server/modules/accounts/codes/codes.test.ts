import { beforeEach, describe, expect, test } from 'vitest';
import { minuteMs } from '#shared/time';
import { consoleSms } from '#platform/sms';
import { createLog } from '#platform/log';
import { phoneDigits } from '../contract.ts';
import { openAccountsHouse, places } from '#tests/accounts';
import { testDatabase } from '#tests/database';

const testing = await testDatabase();
const house = await openAccountsHouse(testing);
const { ask, wall, sent } = house;
const pass = (ms: number): void => wall.set(new Date(wall.now().getTime() + ms));

let phone = '';
let count = 0;
beforeEach(() => {
  count++;
  phone = `1390533${String(7100 + count)}`;
  pass(61 * minuteMs);
});

const send = (ip = '10.0.0.1', number = phone) => ask('POST', '/api/v1/session/code', { ip, body: { phone: number } });
const enter = (code: string, more: { ticket?: string; ip?: string; areaId?: string } = {}) => {
  const { ip = '10.0.0.1', ...rest } = more;
  return ask('POST', '/api/v1/session/phone', { ip, body: { phone, code, ...rest } });
};
const codeSent = (): string => /\d{6}/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '';
const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('signing in with a phone', () => {
  test('the code goes to the phone; entered rightly it signs in, and the first time makes the account', async () => {
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(answer.body.demoCode).toBeNull();
    expect(sent.at(-1)?.phone).toBe(phone);
    const first = await enter(codeSent(), { areaId: places.gongsheng });
    expect(first.status).toBe(200);
    expect(first.body.me).toMatchObject({
      name: '居民',
      homeArea: { name: '工盛社区' },
      roles: [],
      start: '/',
      way: 'code',
    });
    pass(minuteMs);
    await send('10.0.0.1', `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`);
    const second = await enter(codeSent(), { areaId: places.far });
    expect(second.body.me).toMatchObject({ id: first.body.me.id, homeArea: { name: '工盛社区' } });
  });

  test('ASVS 6.5.1: a code works once', async () => {
    await send();
    const code = codeSent();
    expect((await enter(code)).status).toBe(200);
    expect((await enter(code)).body.code).toBe('code.wrong');
  });

  test('ASVS 6.5.5: a code is good for five minutes', async () => {
    await send();
    pass(5 * minuteMs - 1);
    expect((await enter(codeSent())).status).toBe(200);
    pass(minuteMs);
    await send();
    pass(5 * minuteMs);
    expect((await enter(codeSent())).body.code).toBe('code.wrong');
  });

  test('ASVS 6.6.3: after five wrong tries the right code is worth nothing', async () => {
    const { ticket } = (await send()).body;
    const code = codeSent();
    for (let i = 0; i < 5; i++) expect((await enter(wrongOf(code), { ticket, ip: `10.1.0.${i}` })).status).toBe(401);
    expect((await enter(code, { ticket })).body.code).toBe('code.wrong');
  });

  test('four wrong tries leave the fifth', async () => {
    await send();
    const code = codeSent();
    for (let i = 0; i < 4; i++) expect((await enter(wrongOf(code))).status).toBe(401);
    expect((await enter(code)).status).toBe(200);
  });

  test('whoever guesses from elsewhere does not use up the tries of the one who asked', async () => {
    await send();
    const code = codeSent();
    for (let i = 0; i < 6; i++) await enter('000000', { ip: '203.0.113.9' });
    expect((await enter(code)).status).toBe(200);
  });

  test('a code of one phone does not open another', async () => {
    const { ticket } = (await send()).body;
    const code = codeSent();
    phone = `${phone.slice(0, 10)}0`;
    expect((await enter(code, { ticket })).body.code).toBe('code.wrong');
  });

  test('what is no mobile number is refused at its field', async () => {
    const answer = await send('10.0.0.1', '0533-2345678');
    expect(answer.body).toMatchObject({ code: 'phone.invalid', status: 422, fields: { phone: '请填 11 位手机号' } });
  });
});

describe('how often codes are sent', () => {
  test('one a minute, five an hour from one origin', async () => {
    expect((await send('10.2.0.1')).status).toBe(200);
    pass(minuteMs - 1);
    const soon = await send('10.2.0.1');
    expect(soon.body.code).toBe('code.too-soon');
    expect(soon.headers['retry-after']).toBe('1');
    for (let i = 0; i < 4; i++) {
      pass(minuteMs);
      expect((await send('10.2.0.1')).status).toBe(200);
    }
    pass(minuteMs);
    expect((await send('10.2.0.1')).body.code).toBe('code.too-many');
    pass(56 * minuteMs);
    expect((await send('10.2.0.1')).status).toBe(200);
  });

  test('a flood from many origins stops at ten an hour, and never for an origin that signed this phone in', async () => {
    await send('10.3.0.1');
    await enter(codeSent(), { ip: '10.3.0.1' });
    pass(minuteMs);
    for (let i = 0; i < 9; i++) expect((await send(`203.0.113.${i}`)).status).toBe(200);
    expect((await send('203.0.113.99')).body.code).toBe('code.too-many');
    expect((await send('10.3.0.1')).status).toBe(200);
  });
});

describe('DESIGN 6: no number in clear', () => {
  test('neither numbers nor codes stand in any table of login, in the outbox, in the keys or in the log', async () => {
    await ask('POST', '/api/v1/session/code', { ip: '10.4.0.1', headers: { 'idempotency-key': 'k' }, body: { phone } });
    await enter(codeSent(), { ip: '10.4.0.1', areaId: places.gongsheng });
    await ask('POST', '/api/v1/session', { ip: '10.4.0.1', body: { username: phone, password: phone } });
    const { rows: tables } = await testing.owner.query(
      `select table_schema || '."' || table_name || '"' as name from information_schema.tables
       where table_schema in ('auth', 'jobs', 'public') and table_type = 'BASE TABLE'`,
    );
    const texts = await Promise.all(
      tables.map(async ({ name }) => (await testing.owner.query(`select t::text as row from ${name} t`)).rows),
    );
    const all =
      texts
        .flat()
        .map((row) => row.row as string)
        .join('\n') + house.lines.join('\n');
    expect(all.length).toBeGreaterThan(10_000);
    for (const message of sent) {
      expect(all).not.toContain(message.phone);
      expect(all).not.toContain(`,${/\d{6}/.exec(message.text)?.[0]},`);
    }
  });

  test('the console door shows two digits and no text', async () => {
    const lines: string[] = [];
    await consoleSms(createLog('info', { write: (line: string) => void lines.push(line) })).send({
      phone,
      text: '验证码 402817',
    });
    expect(lines.join()).toContain(`*********${phone.slice(-2)}`);
    expect(lines.join()).not.toContain(phone.slice(-3));
    expect(lines.join()).not.toContain('402817');
  });

  test.each([
    ['13905337101', '13905337101'],
    ['+86 139 0533 7101', '13905337101'],
    ['0086-139-0533-7101', '13905337101'],
    ['8613905337101', '13905337101'],
    ['12905337101', null],
    ['1390533710', null],
    ['139053371011', null],
    ['', null],
  ])('the digits of “%s” are %s', (text, digits) => expect(phoneDigits(text)).toBe(digits));
});
