import { describe, expect, test } from 'vitest';
import type { Screen } from '#contract/matters/screen';
import { doorsOf } from './doors.ts';

const screen = {
  areaId: 'city',
  period: 'month',
  from: '2026-11-01',
  to: '2026-11-20',
  method: { id: 'seven-step-loop', name: { zh: '七步闭环', en: '' } },
} as Screen;

describe('K29: every figure of the wall opens the list that adds up to it', () => {
  const doors = doorsOf(screen);
  test('what came in and what ended, of the period shown', () => {
    expect(doors.created()).toEqual({
      title: '本月新增',
      areaId: 'city',
      query: { from: '2026-11-01', to: '2026-11-20', sort: 'created' },
    });
    expect(doors.closed().query).toMatchObject({ status: 'done', closedFrom: '2026-11-01', closedTo: '2026-11-20' });
  });

  test('what is open or late, of the whole or of one place', () => {
    expect(doors.open()).toMatchObject({ areaId: 'city', title: '在办' });
    expect(doors.late({ id: 'd', name: '张店区' })).toMatchObject({ areaId: 'd', title: '张店区 · 逾期' });
  });

  test('a step of the method shown, and not the same step of another', () => {
    expect(doors.step('handle', '办理').query).toEqual({ status: 'open', step: 'handle', method: 'seven-step-loop' });
  });
});
