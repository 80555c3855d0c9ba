import { expect, test } from 'vitest';
import { ageName, dateName, lastDay, paragraphsOf } from './brand-words.ts';

const now = '2026-11-20T01:00:00.000Z';

test('the last day in words: today, some days, else the date', () => {
  expect(lastDay('2026-11-20', now)).toBe('今天截止');
  expect(lastDay('2026-11-30', now)).toBe('还有 10 天');
  expect(lastDay('2026-12-01', now)).toBe('2026年12月1日');
});

test('how long a brand has been going', () => {
  expect([ageName(null, now), ageName('2026-11-01', now)]).toEqual([null, null]);
  expect(ageName('2026-09-10', now)).toBe('2 个月');
  expect(ageName('2025-03-01', now)).toBe('1 年零 8 个月');
  expect(ageName('2024-11-10', now)).toBe('2 年');
});

test('a story in paragraphs, a date in words', () => {
  expect(paragraphsOf(' 一\n\n 二 \n')).toEqual(['一', '二']);
  expect(dateName('2026-03-01')).toBe('2026年3月1日');
});
