import { describe, expect, test } from 'vitest';
import type { Point } from '#shared/walking';
import { isWithin, reachOf } from './rules.ts';

const home: Point = [118.05, 36.81];
const metre = 180 / Math.PI / 6_371_000;
const north = (metres: number): Point => [home[0], home[1] + metres * metre];
const building = (id: string, point: Point) => ({ id, label: id, point });

describe('B16: every resident within 15 minutes of a station', () => {
  test('a building 865 m away is reached, one 866 m away is not and is listed with its minutes', () => {
    const reach = reachOf([building('near', north(865)), building('far', north(866))], [{ point: home }], 15);
    expect(reach).toEqual({ buildings: 2, reached: 1, beyond: [{ id: 'far', label: 'far', minutes: 16 }] });
  });

  test('the nearest of several counts; without any nobody is reached', () => {
    const buildings = [building('b', north(2000))];
    expect(reachOf(buildings, [{ point: home }, { point: north(1900) }], 15).reached).toBe(1);
    expect(reachOf(buildings, [{ point: null }], 15).beyond).toEqual([{ id: 'b', label: 'b', minutes: null }]);
  });
});

test('B30: a need is met when every building reaches one; where no building lies on the map, when there is one', () => {
  const far = reachOf([building('a', home), building('b', north(900))], [{ point: home }], 15);
  expect(isWithin(far, [{ point: home }])).toBe(false);
  expect(isWithin(reachOf([building('a', home)], [{ point: home }], 15), [{ point: home }])).toBe(true);
  expect(isWithin(reachOf([], [], 15), [])).toBe(false);
  expect(isWithin(reachOf([], [{ point: null }], 15), [{ point: null }])).toBe(true);
});
