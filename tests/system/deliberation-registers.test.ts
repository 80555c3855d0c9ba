import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadDuties } from '#kernel/duties/shelf';
import { adviceFor, checkRecord, countAll, holdsIn, unmetNeed } from '#kernel/registers';
import { loadRegisters } from '#kernel/registers/shelf';
import { recordForm, type Register } from '#kernel-contract/registers';
import type { Values } from '#kernel-contract/workflow';
import { loadLibrary } from '#kernel/workflow';
import { shanghaiInstant } from '#shared/time';
import { root } from '../../cli/build.mjs';
import { due, periodsIn } from '../../server/kernel/duties/rules.ts';

const folder = join(root, 'library');
const world = { now: '2026-06-01T01:00:00.000Z', calendar: loadLibrary(folder).calendar };

const { originals } = loadRegisters(folder);

function registerOf(id: string): Register {
  const found = originals.find(({ register }) => register.id === id)?.register;
  if (!found) throw new Error(`no register ${id}`);
  return found;
}

describe('what the sources fix in the registers of deliberation', () => {
  const unit = (count: number, adjacent = true): Values => ({
    who: '路南大物业单元',
    estates: Array.from({ length: count }, (_, at) => `${at + 1}号院`),
    adjacent,
    services: ['安防巡逻', '卫生保洁', '设施维修'],
    keeper: '街道国企物业',
    since: '2026-05-01',
  });

  test('N66: a management unit of 3 to 5 adjacent estates is taken as it is, one of 2 or 6 is warned', () => {
    const register = registerOf('management-units');
    const warned = (values: Values): number => adviceFor(register, null, values, holdsIn(register, world)).length;
    expect([2, 3, 4, 5, 6].map((count) => warned(unit(count)))).toEqual([1, 0, 0, 0, 1]);
    expect(warned(unit(3, false))).toBe(1);
    expect(checkRecord(register, [recordForm], unit(6), {}, world).problems).toEqual({});
    const [fitting] = countAll(
      register,
      [2, 3, 5, 6].map((count) => ({ id: String(count), state: null, form: unit(count) })),
      world,
    ).filter(({ count }) => count.id === 'fitting');
    expect(fitting).toMatchObject({ percent: 50, flagged: true });
  });

  test('C57: whoever was sent comes back before use is made of what was learned, and a posting cannot end before it begins', () => {
    const register = registerOf('agreements');
    const posting = { way: '对方来我处', posted: '范海燕', from: '2026-03-02', tasks: '带居民代表会' };
    const unmet = (back: string) => unmetNeed(register, 'posted', { ...posting, back }, holdsIn(register, world));
    expect(unmet('2026-03-02')).toBeNull();
    expect(unmet('2026-03-01')).toContain('期满日期');
    const moves = (id: string) => register.states.find((state) => state.id === id)?.moves.map(({ to }) => to) ?? [];
    expect([moves('signed'), moves('posted'), moves('guided')]).toEqual([
      ['posted', 'expired'],
      ['posted', 'guided', 'expired'],
      ['applied', 'posted'],
    ]);
  });

  test('C18: which homes have signed is shown only of those that agree', () => {
    const register = registerOf('pledges');
    expect(register.subject).toBe('household');
    expect(register.shows).toEqual(['who', 'signedOn']);
    expect(register.asking.fields['named']?.options['for']).toEqual(['who', 'signedOn']);
    expect(register.asking.fields['tables']).toBeUndefined();
  });

  test('B34: a pact has four associations, and which four is for the community to say', () => {
    const register = registerOf('local-organisations');
    expect(register.asking.params['four']?.value).toHaveLength(4);
    expect(register.inferred.flatMap(({ paths }) => paths)).toContain('four');
  });
});

describe('the monthly on-site office', () => {
  const set = loadDuties(folder).originals.find((original) => original.set.id === 'on-site-office')?.set;
  const [office] = set?.duties ?? [];
  if (!set || !office) throw new Error('the on-site office is not in the library');
  const at = (now: string) => ({ now, reach: () => '2026-12-31' });
  const done = (day: string, period: string) => ({ at: shanghaiInstant(day, 20).toISOString(), period });

  test('N76: one record per month: due until the last day of a month, done by one record, due again on the first of the next', () => {
    expect([set.subject, office.cadence]).toEqual(['estate', { kind: 'per', unit: 'month' }]);
    const since = { since: '2026-01-01' };
    const state = (now: string, last: ReturnType<typeof done> | null) => due(office, since, last, at(now)).state;
    expect(state('2026-05-31T15:59:59.000Z', null)).toBe('open');
    const may = done('2026-05-31', '2026-05-01');
    expect(state('2026-05-31T15:59:59.000Z', may)).toBe('done');
    expect(state('2026-05-31T16:00:00.000Z', may)).toBe('open');
    expect(state('2026-06-30T15:59:59.000Z', done('2026-06-01', '2026-06-01'))).toBe('done');
  });

  test('N76: two records of one month are one month done, and a month without one is late', () => {
    const acts = [done('2026-04-03', '2026-04-01'), done('2026-04-20', '2026-04-01'), done('2026-06-02', '2026-06-01')];
    const span = { from: '2026-04-01', to: '2026-06-30' };
    const states = periodsIn(office, { since: '2026-01-01' }, acts, span, at('2026-07-01T01:00:00.000Z'));
    expect(states.map(({ period, state }) => [period.from, state])).toEqual([
      ['2026-04-01', 'done'],
      ['2026-05-01', 'late'],
      ['2026-06-01', 'done'],
    ]);
  });

  test('C90: what is found on the spot becomes a task with a date, or goes the seven steps', () => {
    expect(office.starts).toEqual(['agreed-task', 'seven-step-loop']);
    expect(set.asking.params['sorts']?.value).toEqual(
      expect.arrayContaining(['下水管道疏通', '分类阵地建设', '停车位改造']),
    );
  });
});
