import { describe, expect, test } from 'vitest';
import { monthOf } from '../shared/months.ts';
import { planFunds } from './funds.ts';
import { readFunds, readMoneyStories } from './read.ts';

const now = new Date('2026-11-20T06:36:00.000Z');
const plans = planFunds({ seed: 'liren', now, data: readFunds() });

describe('the public money of the demo city', () => {
  test('is that of four estates and of the community, a year of it, the same every time', () => {
    expect(plans.filter(({ estate }) => estate).map(({ estate }) => estate)).toEqual([
      '北院',
      '南院',
      '纺织宿舍',
      '瑞禾苑',
    ]);
    expect(plans.filter(({ estate }) => !estate)).toHaveLength(1);
    for (const { months } of plans) expect(months.length).toBeGreaterThanOrEqual(11);
    expect(planFunds({ seed: 'liren', now, data: readFunds() })).toEqual(plans);
  });

  test('nothing is booked before it happened, nothing in a month that is closed by then', () => {
    for (const { vouchers, months } of plans) {
      expect(vouchers.every(({ at }) => Date.parse(at) < now.getTime())).toBe(true);
      for (const { month, draftedAt } of months)
        expect(vouchers.every(({ at, day }) => monthOf(day) > month || at < draftedAt)).toBe(true);
    }
  });

  test('N55: one account is late, one waits to be approved, the others are published', () => {
    const last = ({ months }: (typeof plans)[number]) => months.at(-1);
    const late = plans.filter((plan) => last(plan)?.month === 202609 && last(plan)?.publishedAt);
    expect(late.map(({ estate }) => estate)).toEqual(['纺织宿舍']);
    expect(plans.filter((plan) => last(plan)?.publishedAt === null).map(({ estate }) => estate)).toEqual(['瑞禾苑']);
  });

  test('two stories are told to their end, one is in its notice period', () => {
    const paid = readMoneyStories().filter(({ acts }) => acts.some((act) => 'pay' in act));
    expect(paid.map(({ key }) => key)).toEqual(['pipes', 'tables']);
    const hanging = readMoneyStories().filter(({ acts }) => 'post' in (acts.at(-1) ?? {}));
    expect(hanging.map(({ key, begun, acts }) => [key, begun - (acts.at(-1)?.days ?? 0) < 7])).toEqual([
      ['roof', true],
    ]);
  });
});
