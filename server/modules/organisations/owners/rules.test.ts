import { expect, test } from 'vitest';
import { areaText, differenceOf, doorLabel, readArea, sortKey } from './rules.ts';

test('title areas are read as digits: 89.52 is 8952, 0.1 and 0.2 make 0.30, what says more than hundredths is refused', () => {
  expect(readArea('89.52')).toBe(8952);
  expect(readArea('89.519999999999996')).toBe(8952);
  expect(readArea('0.30000000000000004')).toBe(30);
  expect((readArea('0.1') ?? 0) + (readArea('0.2') ?? 0)).toBe(30);
  expect(areaText((readArea('0.1') ?? 0) + (readArea('0.2') ?? 0))).toBe('0.30');
  expect(['１１２．３８㎡', '56 平方米', '1,024.5 m2'].map(readArea)).toEqual([11_238, 5600, 102_450]);
  for (const wrong of ['', '0', '0.00', '-3', '89.525', '89.52.1', '约 90', '1e3', '12345678'])
    expect(readArea(wrong)).toBeNull();
  expect([5, 8952, 30].map(areaText)).toEqual(['0.05', '89.52', '0.30']);
});

test('a building that agrees with its title plan says nothing; else what is missing or too much', () => {
  expect(differenceOf({ doors: 36, titleArea: 200 }, { doors: 36, titleArea: 200 })).toBeNull();
  expect(differenceOf({ doors: 33, titleArea: 100 }, { doors: 36, titleArea: 12_345 })).toBe(
    '少 3 户、少 122.45 平方米',
  );
  expect(differenceOf({ doors: 37, titleArea: 200 }, { doors: 36, titleArea: 200 })).toBe('多 1 户');
  expect(differenceOf({ doors: 1, titleArea: 1 }, null)).toBeNull();
});

test('door 10 comes after door 2', () => {
  expect(doorLabel('1 号楼', '2', '301')).toBe('1号楼 2单元 301');
  expect([sortKey('10号楼 1单元 101'), sortKey('2号楼 1单元 101')].toSorted()[0]).toBe(sortKey('2号楼 1单元 101'));
});
