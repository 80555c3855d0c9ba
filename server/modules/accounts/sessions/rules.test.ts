import { describe, expect, test } from 'vitest';
import { dayMs, hourMs } from '#shared/time';
import { deviceName, isIdle, tokenOf, type Asking } from './rules.ts';

test.each([
  [
    'Mozilla/5.0 (Linux; Android 13; V2203A) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 XWEB/1160 MMWEBSDK MicroMessenger/8.0.49',
    '安卓手机 · 微信',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.50',
    '苹果手机 · 微信',
  ],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 Chrome/114 ArkWeb/4.1 Mobile HuaweiBrowser/5.0',
    '鸿蒙手机 · 华为浏览器',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/109 Safari/537.36 Edg/109.0',
    'Windows 电脑 · Edge 浏览器',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17 Safari/605.1.15',
    '苹果电脑 · Safari 浏览器',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Linux 电脑 · 火狐浏览器'],
  ['curl/8.1', '其他程序'],
  ['', '其他程序'],
])('a device in plain words: %s', (agent, name) => expect(deviceName(agent)).toBe(name));

describe('ASVS 7.3.1: a session that lies unused ends', () => {
  const used = new Date('2026-11-01T00:00:00Z');
  const after = (ms: number): Date => new Date(used.getTime() + ms);
  test.each([
    ['staff after 72 hours', 'password', true, 72 * hourMs],
    ['a resident after 30 days', 'code', false, 30 * dayMs],
    ['a card after 180 days', 'card', false, 180 * dayMs],
  ] as const)('%s', (_who, way, staff, idleMs) => {
    const session = { way, staff, lastUsedAt: used.toISOString() };
    expect(isIdle(session, after(idleMs))).toBe(false);
    expect(isIdle(session, after(idleMs + 1))).toBe(true);
  });
});

describe('which token a request carries', () => {
  const asking = (changes: Partial<Asking>): Asking => ({ method: 'GET', protocol: 'http', headers: {}, ...changes });
  test('the bearer before the cookie, the cookie among others', () => {
    expect(tokenOf(asking({}))).toBeNull();
    const cookie = 'a=1; liren=abc; b=2';
    expect(tokenOf(asking({ headers: { cookie } }))).toEqual({ token: 'abc', by: 'cookie' });
    expect(tokenOf(asking({ headers: { cookie, authorization: 'bearer xyz' } }))).toEqual({
      token: 'xyz',
      by: 'bearer',
    });
  });
  test('another site may read nothing through it and change nothing; the same site may', () => {
    const headers = { cookie: 'liren=abc', 'sec-fetch-site': 'cross-site' };
    expect(tokenOf(asking({ headers, method: 'POST' }))).toBeNull();
    expect(tokenOf(asking({ headers, method: 'GET' }))?.token).toBe('abc');
    expect(tokenOf(asking({ headers: { ...headers, 'sec-fetch-site': 'same-origin' }, method: 'POST' }))?.token).toBe(
      'abc',
    );
  });
});
