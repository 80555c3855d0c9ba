import { expect, test } from 'vitest';
import { blankForm, bodyOf, choicesOf, whyNotReady } from './ballot-form.ts';

const rule = { name: '', sentences: [], legal: true };
const words = {
  rules: [
    { ...rule, id: 'by-doors', byArea: false },
    { ...rule, id: 'by-both', byArea: true },
  ],
  electorates: [{ id: 'owners', name: '全体业主', atLeast: 'by-both' }],
  estates: [],
};
const form = { ...blankForm(words, '2026-12-06'), title: '更换二次供水泵' };

test('a new ballot begins with the rule its electorate needs at least', () => {
  expect(blankForm(words, '2026-12-06').rule).toBe('by-both');
});

test('a ballot of yes and no is ready with its title; it closes at the end of its last day', () => {
  expect(whyNotReady({ ...form, title: ' 水 ' }, words)).not.toBeNull();
  expect(whyNotReady(form, words)).toBeNull();
  expect(bodyOf(form)).toMatchObject({ choices: [], pick: 1, closesAt: '2026-12-06T16:00:00.000Z' });
});

test('choices are lines, at least two, each once, and not fewer than one may pick', () => {
  const choose = { ...form, kind: 'choose' as const };
  expect(choicesOf({ ...choose, choices: ' 甲 \n\n乙\n' })).toEqual(['甲', '乙']);
  expect(whyNotReady({ ...choose, choices: '甲' }, words)).not.toBeNull();
  expect(whyNotReady({ ...choose, choices: '甲\n乙' }, words)).toBeNull();
  expect(whyNotReady({ ...choose, choices: '甲\n甲\n乙' }, words)).not.toBeNull();
  expect(whyNotReady({ ...choose, choices: '甲\n乙', pick: 2 }, words)).toBeNull();
  expect(whyNotReady({ ...choose, choices: '甲\n乙', pick: 3 }, words)).not.toBeNull();
});

test('a secret ballot cannot be weighed by area', () => {
  expect(whyNotReady({ ...form, secret: true }, words)).toMatch(/无记名/);
  expect(whyNotReady({ ...form, secret: true, rule: 'by-doors' }, words)).toBeNull();
});
