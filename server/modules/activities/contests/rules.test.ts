import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';

const criteria = [
  { name: '创意', points: 40 },
  { name: '画工', points: 60 },
];

describe('A11: a contest', () => {
  test('takes entries to the last moment before its limit, and not at it', () => {
    const contest = { entriesUntil: '2026-06-01T10:00:00Z', judgedAt: null };
    expect(rules.stageOf(contest, new Date('2026-06-01T09:59:59.999Z'))).toBe('open');
    expect(rules.stageOf(contest, new Date('2026-06-01T10:00:00Z'))).toBe('judging');
    expect(rules.stageOf({ ...contest, judgedAt: '2026-06-02T00:00:00Z' }, new Date('2026-06-01T09:00:00Z'))).toBe(
      'judged',
    );
    expect(rules.whyNotEnter('open', ['小学组'], '小学组', 2)).toBeNull();
    expect(rules.whyNotEnter('open', ['小学组'], '小学组', 3)?.code).toBe('entry.enough');
    expect(rules.whyNotEnter('open', ['小学组'], '成人组', 0)?.code).toBe('entry.band');
    expect(rules.whyNotEnter('judging', ['小学组'], '小学组', 0)?.code).toBe('entry.closed');
  });

  test('points stay within each criterion; nobody judges their own, nobody else judges', () => {
    const judged = { stage: 'judging' as const, criteria, isJuror: true, isAuthor: false };
    expect(rules.whyNotScore(judged, [40, 60])).toBeNull();
    expect(rules.whyNotScore(judged, [0, 0])).toBeNull();
    for (const points of [[41, 60], [40, 61], [40], [40, 60, 0], [-1, 5]]) {
      expect(rules.whyNotScore(judged, points)?.code).toBe('entry.points');
    }
    expect(rules.whyNotScore({ ...judged, isAuthor: true }, [1, 1])?.code).toBe('entry.own-work');
    expect(rules.whyNotScore({ ...judged, isJuror: false }, [1, 1])?.code).toBe('entry.not-juror');
    expect(rules.whyNotScore({ ...judged, stage: 'open' }, [1, 1])?.code).toBe('entry.not-judging');
    expect(rules.whyNotScore({ ...judged, stage: 'judged' }, [1, 1])?.code).toBe('entry.not-judging');
  });

  test('the result stands when no score is missing, not one before', () => {
    expect(rules.whyNotClose('judging', 0)).toBeNull();
    expect(rules.whyNotClose('judging', 1)?.code).toBe('contest.missing');
    expect(rules.whyNotClose('open', 0)?.code).toBe('contest.open');
  });

  test('honours band by band; equals share the higher place, and the next stays empty', () => {
    const entry = (id: string, band: string, ...totals: number[]) => ({ id, band, totals, number: 1 });
    const given = rules.honoursOf(
      [
        entry('a', '小学组', 90, 92),
        entry('b', '小学组', 91, 91),
        entry('c', '小学组', 80, 80),
        entry('d', '幼儿组', 60),
      ],
      ['一等奖', '二等奖', '三等奖'],
    );
    expect(Object.fromEntries(given)).toEqual({ a: '一等奖', b: '一等奖', c: '三等奖', d: '一等奖' });
    expect([rules.meanTenths([90, 91]), rules.meanTenths([1, 1, 2]), rules.meanTenths([])]).toEqual([905, 13, null]);
  });
});
