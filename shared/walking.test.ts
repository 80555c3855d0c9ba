import { expect, test } from 'vitest';
import { circleWithin, metresBetween, walkMinutes, type Point } from './walking.ts';

const home: Point = [118.05, 36.81];
const metre = 180 / Math.PI / 6_371_000;
const north = (metres: number): Point => [home[0], home[1] + metres * metre];

test('metres as the crow flies, the same there and back', () => {
  expect(metresBetween(home, north(1000))).toBeCloseTo(1000, 3);
  expect(metresBetween(north(1000), home)).toBeCloseTo(1000, 3);
  expect(metresBetween(home, home)).toBe(0);
});

test('fifteen minutes on foot reach 865 m of straight line and no farther; next door is one minute', () => {
  expect(walkMinutes(home, north(865))).toBe(15);
  expect(walkMinutes(home, north(866))).toBe(16);
  expect(walkMinutes(home, home)).toBe(1);
});

test('the box holds what is within the minutes, in both directions', () => {
  const { metres, box } = circleWithin(home, 15);
  const [west, south, east, top] = box;
  expect(walkMinutes(home, north(metres))).toBe(15);
  expect(walkMinutes(home, [home[0], top])).toBeGreaterThanOrEqual(15);
  expect(walkMinutes(home, [east, home[1]])).toBeGreaterThanOrEqual(15);
  expect([home[0] - west, home[1] - south]).toEqual([expect.closeTo(east - home[0]), expect.closeTo(top - home[1])]);
});
