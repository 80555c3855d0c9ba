import { expect, test } from 'vitest';
import { doorPass, readDoorPass } from './service.ts';

const key = Buffer.alloc(32, 7);
const made = new Date('2026-11-23T01:00:00.000Z');
const later = (ms: number): Date => new Date(made.getTime() + ms);
const pass = doorPass(key, 'venue:礼堂', made);

test('a door’s code is accepted until 60 seconds after it was made, and not a millisecond longer', () => {
  expect(readDoorPass(key, pass, made)).toEqual({ subject: 'venue:礼堂' });
  expect(readDoorPass(key, pass, later(60_000))).toEqual({ subject: 'venue:礼堂' });
  expect(readDoorPass(key, pass, later(60_001))).toBeNull();
  expect(readDoorPass(key, pass, later(-1))).toBeNull();
});

test('whenever within its 30 seconds a code is made, it is accepted for 30 seconds at least and 60 at most', () => {
  for (const ms of [0, 1, 15_000, 29_999]) {
    const one = doorPass(key, 'a', later(ms));
    expect(readDoorPass(key, one, later(ms + 30_000))).not.toBeNull();
    expect(readDoorPass(key, one, later(ms + 60_001))).toBeNull();
  }
});

test('a door’s code changes every 30 seconds', () => {
  expect(doorPass(key, 'a', later(29_999))).toBe(doorPass(key, 'a', made));
  expect(doorPass(key, 'a', later(30_000))).not.toBe(doorPass(key, 'a', made));
});

test('a forged code is none: another key, another door, another time, another sign, no code at all', () => {
  expect(readDoorPass(Buffer.alloc(32, 8), pass, made)).toBeNull();
  const [step = '', subject = '', mac = ''] = pass.split('.');
  const other = Buffer.from('venue:剧场').toString('base64url');
  const next = (Number.parseInt(step, 36) + 1).toString(36);
  expect(readDoorPass(key, [step, other, mac].join('.'), made)).toBeNull();
  expect(readDoorPass(key, [next, subject, mac].join('.'), later(30_000))).toBeNull();
  const turned = mac.startsWith('A') ? `B${mac.slice(1)}` : `A${mac.slice(1)}`;
  expect(readDoorPass(key, [step, subject, turned].join('.'), made)).toBeNull();
  // Four last signs stand for the same 128 bits; only the one that was made is taken.
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split('');
  const taken = signs.filter((sign) => readDoorPass(key, `${pass.slice(0, -1)}${sign}`, made) !== null);
  expect(taken).toEqual([pass.slice(-1)]);
  for (const text of ['', '..', 'a.b.c', pass.slice(1), `${pass}x`]) expect(readDoorPass(key, text, made)).toBeNull();
});
