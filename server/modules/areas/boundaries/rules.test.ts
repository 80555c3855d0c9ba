import { describe, expect, test } from 'vitest';
import { boxAround, boxOf, readBoundaries, readBoundary } from './rules.ts';

const square = [
  [118.05, 36.81],
  [118.06, 36.81],
  [118.06, 36.82],
  [118.05, 36.82],
  [118.05, 36.81],
];
const polygon = (ring: unknown): object => ({ type: 'Polygon', coordinates: [ring] });
const why = (geojson: unknown): string => {
  const read = readBoundary(geojson);
  return 'zh' in read ? read.zh : '';
};

describe('RFC 7946: what a boundary is', () => {
  test('a geometry, a feature and a collection of one are read alike', () => {
    const feature = { type: 'Feature', properties: null, geometry: polygon(square) };
    for (const one of [polygon(square), feature, { type: 'FeatureCollection', features: [feature] }])
      expect(readBoundary(one)).toEqual(polygon(square));
    expect(readBoundary({ type: 'MultiPolygon', coordinates: [[square], [square]] })).toMatchObject({
      type: 'MultiPolygon',
    });
  });

  test('heights fall away, and digits below a centimetre', () => {
    const high = square.map(([x = 0, y = 0]) => [x + 1e-10, y, 31.5]);
    expect(readBoundary(polygon(high))).toEqual(polygon(square));
  });

  test('a ring is closed and has four points or more', () => {
    expect(why(polygon(square.slice(0, 4)))).toContain('没有合上');
    expect(why(polygon([square[0], square[1], square[0]]))).toContain('至少要 4 个点');
    expect(why(polygon([square[0], square[1], square[0], square[0]]))).toContain('围不住');
  });

  test('a ring does not cross itself', () => {
    expect(why(polygon([square[0], square[2], square[1], square[3], square[0]]))).toContain('交叉');
  });

  test('points lie in China, longitude first, in degrees', () => {
    expect(why(polygon(square.map(([x, y]) => [y, x])))).toContain('写反了');
    expect(why(polygon(square.map(([x = 0, y = 0]) => [x * 111_000, y * 111_000])))).toContain('投影坐标');
    expect(why(polygon(square.map(([x = 0, y]) => [x - 118, y])))).toContain('不在中国');
    for (const bad of ['118', null, Number.NaN])
      expect(why(polygon([[bad, 36], ...square.slice(1)]))).toContain('两个数');
  });

  test('at most 5000 points', () => {
    const ring = (count: number): number[][] => {
      const around = Array.from({ length: count - 1 }, (_, i) => {
        const angle = (i / (count - 1)) * 2 * Math.PI;
        return [118 + Math.cos(angle) / 100, 36 + Math.sin(angle) / 100];
      });
      return [...around, around[0] as number[]];
    };
    expect(why(polygon(ring(5000)))).toBe('');
    expect(why(polygon(ring(5001)))).toContain('5000');
  });

  test('whatever else is no boundary', () => {
    for (const other of [
      null,
      1,
      'x',
      [],
      {},
      { type: 'Point', coordinates: [118, 36] },
      { type: 'Polygon' },
      { type: 'Polygon', coordinates: [] },
      { type: 'Polygon', coordinates: [null] },
      { type: 'FeatureCollection', features: [] },
      { type: 'Feature', geometry: { type: 'LineString', coordinates: square } },
    ])
      expect(readBoundary(other)).toMatchObject({ code: 'boundary.invalid' });
  });
});

test('a file of many names each', () => {
  const features = ['第一网格', '第二网格'].map((name) => ({
    type: 'Feature',
    properties: { name },
    geometry: polygon(square),
  }));
  const read = readBoundaries({ type: 'FeatureCollection', features });
  expect('zh' in read ? [] : read.map(({ name }) => name)).toEqual(['第一网格', '第二网格']);
  expect(why({ type: 'FeatureCollection', features })).toContain('2 块');
});

test('the box around', () => {
  expect(boxOf({ type: 'Polygon', coordinates: [square] })).toEqual([118.05, 36.81, 118.06, 36.82]);
  expect(
    boxAround([
      [1, 2, 3, 4],
      [0, 3, 2, 9],
    ]),
  ).toEqual([0, 2, 3, 9]);
  expect(boxAround([])).toBeNull();
});
