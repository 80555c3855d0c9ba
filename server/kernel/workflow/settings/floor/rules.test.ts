import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Method, Values } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import { compileMethod, compileNames, sourceOf } from '../../definition/rules.ts';
import { readLibrary, readSource, stampedHash, writeSource } from '../../definition/store.ts';
import { applySettings } from '../rules.ts';
import { bindableOf, fitsInto, floorName, loweredFloors, whyNotFloor } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../../library'));
const shelf = { names: compileNames(library.names?.raw ?? {}, {}), english: {}, methods: [] };
const raws = library.methods.map((source) => source.raw);
const loop = raws.find((raw) => raw['id'] === 'seven-step-loop') as Raw;
const compiled = (raw: Raw): Method => compileMethod(sourceOf(raw), shelf).method;
const withSettings = (values: Values): Method => compiled(applySettings(loop, values, shelf.names).raw);

describe('a ceiling of time holds whatever the calendar does', () => {
  test.each([
    ['3 workdays', '3 workdays', true],
    ['4 workdays', '3 workdays', false],
    ['72 hours', '3 days', true],
    ['73 hours', '3 days', false],
    ['3 days', '3 workdays', true],
    ['4 days', '3 workdays', false],
    ['1 workday', '30 days', false],
    ['28 days', '1 month', true],
    ['29 days', '1 month', false],
    ['1 month', '30 days', false],
    ['1 month', '31 days', true],
    ['1 month', '1 month', true],
    ['unlimited', '9999 years', false],
    ['3 days', 'soon', false],
  ])('%s within %s: %s', (time, ceiling, fits) => {
    expect(fitsInto(time, ceiling)).toBe(fits);
  });
});

describe('floors a version may not lower', () => {
  const ceiling = { place: 'limits.handle', rule: 'at-most' as const, value: '7 workdays', label: '办理时限' };

  test('a limit by kind of matter is bound as a whole: the longest counts, and the place says which', () => {
    expect(bindableOf(compiled(loop)).find((one) => one.place === 'limits.handle')).toMatchObject({
      kind: 'time',
      rules: ['at-most'],
      value: '7 workdays',
    });
    expect(loweredFloors(compiled(loop), [ceiling])).toEqual([]);
    const longer = withSettings({ 'handle.within.公共设施': '8 workdays' });
    expect(loweredFloors(longer, [ceiling])).toEqual([
      { floor: ceiling, path: 'handle.within.公共设施', found: '这里是8个工作日', foundEn: 'it is 8 workdays here' },
    ]);
    expect(floorName(ceiling, longer)).toBe('办理时限最多7个工作日');
  });

  test('a parameter has a floor and a ceiling, each exact', () => {
    const raw = (value: number): Method =>
      compiled({ ...loop, params: { 'share 反哺比例': { type: 'percent', default: value } } });
    const floor = { place: 'params.share', rule: 'at-least' as const, value: 10, label: '反哺比例' };
    expect(loweredFloors(raw(10), [floor])).toEqual([]);
    expect(loweredFloors(raw(9), [floor])).toMatchObject([{ path: 'share', found: '这里是9%' }]);
    expect(loweredFloors(raw(11), [{ ...floor, rule: 'at-most' }])).toHaveLength(1);
    expect(floorName(floor, raw(10))).toBe('反哺比例最少10%');
  });

  test('what could be bound can be bound as it is, and the library keeps to itself', () => {
    for (const raw of raws) {
      const method = compiled(raw);
      const floors = bindableOf(method).flatMap(({ place, rules, value, label }) =>
        rules.map((rule) => ({ place, rule, value, label })),
      );
      expect(floors.length).toBeGreaterThan(4);
      expect(floors.flatMap((floor) => whyNotFloor(method, floor) ?? [])).toEqual([]);
      expect(loweredFloors(method, floors)).toEqual([]);
    }
  });
});

describe('a version written as a file', () => {
  test.each(raws.map((raw) => [String(raw['id']), raw] as const))(
    '%s is the same version when it is read again',
    (id, raw) => {
      const { hash } = compiled(raw);
      const text = writeSource(raw, { from: '工盛社区', hash });
      const { source, problems } = readSource(text, `${id}.yaml`);
      expect(problems).toEqual([]);
      expect(compiled(source.raw).hash).toBe(hash);
      expect(stampedHash(text)).toBe(hash);
    },
  );

  test('values that another YAML would read otherwise keep their quotes', () => {
    const raw: Raw = {
      id: 'x',
      words: ['110', 'yes', 'no', 'on', '12:30', '1e3', '~', '2026-11-22'],
      deep: { a: { b: 'null' } },
    };
    const { source, problems } = readSource(writeSource(raw, { from: '一', hash: '0'.repeat(64) }), 'x.yaml');
    expect(problems).toEqual([]);
    expect(source.raw).toEqual(raw);
  });
});
