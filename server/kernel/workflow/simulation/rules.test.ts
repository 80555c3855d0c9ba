import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Method } from '../contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readLibrary } from '../definition/store.ts';
import { workCalendar } from '../limit/rules.ts';
import { walk } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const shelf = { names: compileNames(library.names?.raw ?? {}, {}), english: {}, methods: [] };
const calendar = workCalendar(library.calendars);
const methods: Method[] = library.methods.map((source) => compileMethod(source, shelf).method);
const from = '2026-01-05T01:00:00.000Z';

describe('every library file, walked by chance', () => {
  test.each(methods.map((method) => [method.id, method] as const))(
    'N65: 200 walks of %s end in a known state, the main line in order, deadlines honoured',
    (_id, method) => {
      const endings = new Map<string, number>();
      for (let seed = 1; seed <= 200; seed++) {
        const done = walk(method, calendar, { seed, from });
        expect(done.broken, `seed ${seed}: ${done.moves.join(' | ')}`).toEqual([]);
        endings.set(done.state.status, (endings.get(done.state.status) ?? 0) + 1);
      }
      expect(endings.get('done') ?? 0).toBeGreaterThan(10);
      expect(endings.get('open') ?? 0).toBeLessThan(20);
    },
  );

  test('the same seed gives the same walk', () => {
    const [method] = methods;
    if (!method) throw new Error('the library is empty');
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(walk(method, calendar, { seed, from, movesMax: 10 })).toEqual(
          walk(method, calendar, { seed, from, movesMax: 10 }),
        );
      }),
      { numRuns: 20 },
    );
  });
});
