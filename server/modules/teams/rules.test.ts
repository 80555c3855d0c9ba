import { describe, expect, test } from 'vitest';
import type { TeamFact } from './contract.ts';
import {
  allYearMonths,
  countMonths,
  firstMonth,
  judgeTeams,
  reviewSentence,
  whyNotCounted,
  whyNotJoin,
} from './rules.ts';

const now = new Date('2026-11-20T04:00:00Z');
const fact = (members: number, change: Partial<TeamFact> = {}): TeamFact => ({
  id: `team-${members}-${JSON.stringify(change)}`,
  name: '扇子舞队',
  field: '扇子舞',
  sort: '文化',
  members,
  activeMonths: 11,
  allYear: true,
  ...change,
});
const times = (count: number, members: number, change: Partial<TeamFact> = {}): TeamFact[] =>
  Array.from({ length: count }, () => fact(members, change));

describe('N17: three teams or more, each of at least 15 people, all year', () => {
  const perTeam = { teams: 3, people: 15, per: 'team' } as const;

  test('N17: 3 teams of 14 fail, 3 of 15 pass', () => {
    expect(judgeTeams(times(3, 14), perTeam)).toEqual({ passed: false, teams: 0, people: 0 });
    expect(judgeTeams(times(3, 15), perTeam)).toEqual({ passed: true, teams: 3, people: 45 });
  });

  test('N17: 2 teams fail however large, and a third that is not there all year does not count', () => {
    expect(judgeTeams(times(2, 60), perTeam).passed).toBe(false);
    const third = fact(60, { allYear: false, activeMonths: 8 });
    expect(judgeTeams([...times(2, 60), third], perTeam).passed).toBe(false);
    expect(whyNotCounted(third, perTeam)).toContain('8 个月');
  });

  test("N17: volunteers' teams are no culture or sports teams", () => {
    expect(judgeTeams([...times(2, 15), fact(40, { sort: '志愿' })], perTeam).passed).toBe(false);
    expect(judgeTeams([...times(2, 15), fact(15, { sort: '体育' })], perTeam).passed).toBe(true);
  });

  test('X8: read in total, 3 teams of 5 pass and 3 of 4 fail', () => {
    const inTotal = { teams: 3, people: 15, per: 'total' } as const;
    expect(judgeTeams(times(3, 5), inTotal)).toEqual({ passed: true, teams: 3, people: 15 });
    expect(judgeTeams(times(3, 4), inTotal).passed).toBe(false);
    expect(judgeTeams(times(2, 40), inTotal).passed).toBe(false);
  });

  test('says which team is short of how many', () => {
    expect(whyNotCounted(fact(14), perTeam)).toBe('现有 14 人，还差 1 人');
    expect(whyNotCounted(fact(15), perTeam)).toBeNull();
    expect(reviewSentence(times(3, 14), perTeam)).toContain('还没达标');
  });
});

describe('months of the last twelve', () => {
  test('this month and the eleven before it; the one before those does not count', () => {
    expect(firstMonth(now)).toBe('2025-12');
    expect(firstMonth(new Date('2026-12-31T15:59:00Z'))).toBe('2026-01');
    expect(countMonths(['2025-11-30T15:59:59Z'], now)).toBe(0);
    expect(countMonths(['2025-11-30T16:00:00Z'], now)).toBe(1);
  });

  test('two of one month are one, what lies ahead is none', () => {
    expect(countMonths(['2026-03-01T02:00:00Z', '2026-03-20T02:00:00Z', '2026-11-28T02:00:00Z'], now)).toBe(1);
  });

  test('all year is nine months: inferred', () => {
    expect(allYearMonths).toBe(9);
  });
});

test('nobody is let in where no one is looked for; who belongs already is asked nothing', () => {
  expect(whyNotJoin({ isOpen: true, closedOn: null }, 'none')).toBeNull();
  expect(whyNotJoin({ isOpen: false, closedOn: null }, 'none')?.code).toBe('team.not-open');
  expect(whyNotJoin({ isOpen: false, closedOn: null }, 'member')).toBeNull();
});
