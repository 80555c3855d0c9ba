import { describe, expect, test } from 'vitest';
import { shanghaiInstant } from '#shared/time';
import { hoursName, looksAfterName, onDutyUntil, readHours } from './rules.ts';

const hours = { from: '08:30', until: '17:30' };
const at = (hour: number, minute: number) => onDutyUntil(hours, shanghaiInstant('2026-05-14', hour, minute));

describe('C28: the contact card', () => {
  test('on duty from the first minute to before the last, by the clock in Shanghai', () => {
    expect([at(8, 29), at(8, 30), at(17, 29), at(17, 30)]).toEqual([null, '17:30', '17:30', null]);
    expect(onDutyUntil(null, new Date(0))).toBeNull();
  });

  test('only on the days it names', () => {
    const week = { ...hours, weekdays: [1, 2, 3, 4, 5] };
    expect(onDutyUntil(week, shanghaiInstant('2026-05-15', 10))).toBe('17:30');
    expect(onDutyUntil(week, shanghaiInstant('2026-05-16', 10))).toBeNull();
  });

  test('hours that are not understood are none', () => {
    expect(
      [undefined, null, {}, { from: '8:30', until: '17:30' }, { from: '08:30' }, { from: 1, until: 2 }].map(readHours),
    ).toEqual(Array(6).fill(null));
    expect(hoursName(readHours(hours))).toBe('08:30—17:30');
  });

  test('what a grid holds, in words', () => {
    const of = (...names: string[]) => looksAfterName(names.map((name) => ({ name, estate: '工盛北院' })));
    expect(of('1号楼', '2号楼', '3号楼', '6号楼')).toBe('工盛北院 1—3、6 号楼');
    expect(of('10 号楼', '2号楼', '西平房')).toBe('工盛北院 2、10 号楼、西平房');
    expect(
      looksAfterName([
        { name: '1号楼', estate: '北院' },
        { name: '3号楼', estate: '南院' },
      ]),
    ).toBe('北院 1 号楼，南院 3 号楼');
    expect(looksAfterName([])).toBe('');
  });
});
