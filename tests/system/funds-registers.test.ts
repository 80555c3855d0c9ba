import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Values } from '#kernel-contract/workflow';
import { recordForm } from '#kernel-contract/registers';
import { loadDuties } from '#kernel/duties/shelf';
import { checkRecord, holdsIn, unmetNeed } from '#kernel/registers';
import { loadRegisters } from '#kernel/registers/shelf';
import { loadLibrary } from '#kernel/workflow';
import { shanghaiInstant } from '#shared/time';
import { root } from '../../cli/build.mjs';
import { due, periodsIn } from '../../server/kernel/duties/rules.ts';

const folder = join(root, 'library');
const { calendar } = loadLibrary(folder);

describe('monthly publication', () => {
  const [set] = loadDuties(folder).originals.filter(({ set: one }) => one.id === 'monthly-accounts');
  const duty = set?.set.duties.find(({ id }) => id === 'accounts');
  if (!set || !duty) throw new Error('no duty accounts');
  const reach = (day: string): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + 10 * 86_400_000).toISOString().slice(0, 10);
  const at = (now: string) => ({ now, reach });
  const since = { since: '2026-04-20' };
  const may = { at: shanghaiInstant('2026-06-05', 20).toISOString(), period: '2026-05-01' };

  test('N55: the account of May may be published until 23:59:59 of 10 June; from the 11th the month is flagged', () => {
    expect([set.set.subject, duty.cadence]).toEqual(['estate', { kind: 'per', unit: 'month' }]);
    const span = { from: '2026-05-01', to: '2026-05-31' };
    const state = (now: string, acts: (typeof may)[]) =>
      periodsIn(duty, since, acts, span, at(now)).map((one) => [one.period.from, one.state]);
    expect(state('2026-06-10T15:59:59.000Z', [])).toEqual([['2026-05-01', 'open']]);
    expect(state('2026-06-10T16:00:00.000Z', [])).toEqual([['2026-05-01', 'late']]);
    expect(state('2026-06-10T16:00:00.000Z', [may])).toEqual([['2026-05-01', 'done']]);
  });

  test('N55: until the 10th the month before comes first, and one published does not stand for two', () => {
    const open = (now: string, last: typeof may | null) => {
      const { period, state } = due(duty, since, last, at(now));
      return [period.from, state];
    };
    expect(open('2026-06-10T15:59:59.000Z', null)).toEqual(['2026-05-01', 'open']);
    expect(open('2026-06-10T16:00:00.000Z', null)).toEqual(['2026-06-01', 'open']);
    expect(open('2026-06-10T16:00:00.000Z', may)).toEqual(['2026-06-01', 'open']);
  });
});

describe('registers beside the accounts', () => {
  const world = { now: '2026-05-25T01:00:00.000Z', calendar };
  const registers = loadRegisters(folder).originals.map(({ register }) => register);
  const registerOf = (id: string) => registers.find((register) => register.id === id) ?? registers[0]!;
  const unmet = (id: string, where: string, values: Values) =>
    unmetNeed(registerOf(id), where, values, holdsIn(registerOf(id), world));

  test('C65, X24: each enterprise is a record of its own with its accounts, entered when its three documents are there', () => {
    const register = registerOf('community-enterprises');
    const firm = { who: '优家帮家政', sort: '社区社会企业', founding: '全资', lines: '保洁、小时工' };
    expect(unmet(register.id, recordForm, { ...firm, papers: ['章程', '发展规划'] })).toContain('三份');
    const whole = { ...firm, papers: ['章程', '财务管理制度', '发展规划'] };
    expect(unmet(register.id, recordForm, whole)).toBeNull();
    expect(checkRecord(register, [recordForm], whole, {}, world).problems).toEqual({});
    expect(unmet(register.id, 'settled', { ...whole, profit: 5_000_000, given: 5_000_001 })).toContain('利润');
  });

  test('X18: a give-back is a base, a rate and a destination: 10% of 19.90 is 1.99, and a fen less is too little', () => {
    const paid = (fenPaid: number) => unmet('give-backs', 'paid', { rate: 10, income: 1990, paid: fenPaid });
    expect([paid(199), paid(198) === null]).toEqual([null, false]);
  });

  test('C42: whoever inspects does so with somebody of another side', () => {
    const check = (people: string[]) => unmet('fund-inspections', recordForm, { people });
    expect([check(['居民代表']) === null, check(['居民代表', '党员志愿者'])]).toEqual([false, null]);
  });
});
