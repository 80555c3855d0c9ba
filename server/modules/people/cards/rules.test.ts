import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letters } from '#shared/ids';
import {
  answerToGuess,
  codeOf,
  countGuess,
  groupedCode,
  guessesMax,
  guessWindowMs,
  hashOf,
  randomBytesPerCard,
  readCode,
  secretLetterCount,
  secretOf,
  stateOf,
  whyNotConfirm,
} from './rules.ts';

describe('the code of a card', () => {
  test('holds at least 128 random bits', () => {
    expect(secretLetterCount * Math.log2(letters.length)).toBeGreaterThanOrEqual(128);
  });

  test('favours no letter: bytes beyond the last whole round of the alphabet are left out', () => {
    const most = 256 - (256 % letters.length);
    const random = new Uint8Array([255, most, ...Array.from({ length: 62 }, (_, index) => index)]);
    expect(secretOf(random)).toBe(
      [...Array(secretLetterCount).keys()].map((index) => letters[index % letters.length]).join(''),
    );
    expect(() => secretOf(new Uint8Array(64).fill(255))).toThrow('too few');
  });

  test('is read back however it was printed, typed or scanned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64, max: 200 }), (random) => {
        const code = codeOf('gshe', secretOf(random));
        const read = { areaLetters: 'gshe', code };
        for (const text of [
          code,
          groupedCode(code),
          ` ${groupedCode(code).toLowerCase().replaceAll('-', ' ')} `,
          `https://x.cn/card/${code}`,
        ])
          expect(readCode(text)).toEqual(read);
      }),
    );
  });

  test.each([
    '',
    'gshe',
    `gshe${'a'.repeat(25)}`,
    `gshe${'a'.repeat(27)}`,
    `gshe${'o'.repeat(26)}`,
    `gshe${'<'.repeat(26)}`,
    '里'.repeat(30),
  ])('“%s” is none', (text) => expect(readCode(text)).toBeNull());

  test('two cards differ, and a hash does not show its code', () => {
    const codes = Array.from({ length: 200 }, () => codeOf('gshe', secretOf(randomBytes(randomBytesPerCard))));
    expect(new Set(codes.map(hashOf)).size).toBe(200);
    expect(hashOf(codes[0]!)).not.toContain(codes[0]!.slice(4, 12));
  });
});

describe('states', () => {
  const never = { firstUsedAt: null, confirmedAt: null, revokedAt: null };
  test('new → waiting → confirmed → revoked', () => {
    expect(stateOf(never)).toBe('new');
    expect(stateOf({ ...never, firstUsedAt: 'x' })).toBe('waiting');
    expect(stateOf({ firstUsedAt: 'x', confirmedAt: 'x', revokedAt: null })).toBe('confirmed');
    expect(stateOf({ firstUsedAt: 'x', confirmedAt: 'x', revokedAt: 'x' })).toBe('revoked');
  });

  test('a card is confirmed after its first use only', () => {
    expect(whyNotConfirm(never)).toMatchObject({ code: 'card.not-used-yet' });
    expect(whyNotConfirm({ ...never, firstUsedAt: 'x' })).toBeNull();
    expect(whyNotConfirm({ ...never, revokedAt: 'x' })).toMatchObject({ code: 'card.revoked' });
  });
});

test('ten wrong codes are unknown, the eleventh is too many, ten minutes later it begins again', () => {
  let guesses = countGuess(undefined, 0);
  for (let more = 1; more < guessesMax; more++) guesses = countGuess(guesses, more);
  expect(answerToGuess(guesses).code).toBe('card.unknown');
  expect(answerToGuess(countGuess(guesses, guessWindowMs - 1)).code).toBe('card.too-many-guesses');
  expect(countGuess(guesses, guessWindowMs)).toEqual({ count: 1, sinceMs: guessWindowMs });
});
