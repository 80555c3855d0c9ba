import { expect, test } from 'vitest';
import { brightnessOf, landColour, shortName, viewOf } from './map-geometry.ts';

test('the frame holds every cell with a margin', () => {
  expect(
    viewOf([
      [
        [10, 20],
        [30, 60],
      ],
      [[5, 40]],
    ]),
  ).toEqual({ x: -7, y: 8, width: 49, height: 64 });
  expect(viewOf([])).toBeNull();
});

test('the cell with most open matters is brightest; none is dark', () => {
  expect(brightnessOf(0, 40)).toBe(0);
  expect(brightnessOf(40, 40)).toBe(1);
  expect(brightnessOf(0, 0)).toBe(0);
  expect(landColour(0)).toBe('rgb(29 33 36)');
});

test('a community stands on the map by its short name', () => {
  expect(shortName('工盛社区')).toBe('工盛');
  expect(shortName('上村')).toBe('上村');
  expect(shortName('北崖村')).toBe('北崖');
});
