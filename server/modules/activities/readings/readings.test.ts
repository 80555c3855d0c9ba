import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';
import * as rules from './rules.ts';

const { ask, clock } = await openNeighbourhood(await testDatabase());
const read = (as: 'resident' | 'other' | 'family', book: string) =>
  ask('POST', 'readings', { as, body: { book, words: '' } });

describe('B11: reading check-ins', () => {
  test('days in a row end today or yesterday; a day left out begins anew', () => {
    const days = (...list: string[]) => new Set(list);
    expect(rules.streakDays(days('2026-11-18', '2026-11-19', '2026-11-20'), '2026-11-20')).toBe(3);
    expect(rules.streakDays(days('2026-11-18', '2026-11-19'), '2026-11-20')).toBe(2);
    expect(rules.streakDays(days('2026-11-17', '2026-11-18'), '2026-11-20')).toBe(0);
    expect(rules.streakDays(days('2026-11-17', '2026-11-19', '2026-11-20'), '2026-11-20')).toBe(2);
    expect([rules.familyName('郑居民'), rules.familyName('欧阳锦')]).toEqual(['郑家', '欧阳家']);
  });

  test('once a day whoever taps how often; the next day goes on; only where one lives', async () => {
    await Promise.all(['西游记', '西游记', '昆虫记'].map((book) => read('resident', book)));
    const first = (await ask('GET', 'readings', { as: 'resident' })).body;
    expect(first).toMatchObject({ familiesToday: 1, readingsMonth: 1, mine: { readToday: true, streakDays: 1 } });
    clock.set(new Date(clock.now().getTime() + 24 * 3_600_000));
    const second = (await read('resident', '昆虫记')).body;
    expect(second).toMatchObject({ familiesMonth: 1, readingsMonth: 2, mine: { streakDays: 2, totalDays: 2 } });
    expect(second.items[0]).toMatchObject({ family: '郑家', book: '昆虫记', streakDays: 2 });
    expect((await read('family', '昆虫记')).body.code).toBe('reading.elsewhere');
    expect((await ask('GET', 'readings')).body.mine).toBeNull();
  });
});
