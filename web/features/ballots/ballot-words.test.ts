import { expect, test } from 'vitest';
import { areaName, closesSoon, closingName, inFours, shareName, squareMetres } from './ballot-words.ts';

test('a ballot that closes at midnight says the days left, and the hours on its last day', () => {
  const closesAt = '2026-11-28T16:00:00.000Z';
  expect(closingName(closesAt, '2026-11-22T06:00:00.000Z')).toBe('还有 6 天');
  expect(closingName(closesAt, '2026-11-27T15:59:59.000Z')).toBe('还有 1 天');
  expect(closingName(closesAt, '2026-11-28T02:00:00.000Z')).toMatch(/24:00 截止$/);
  expect(closingName(closesAt, '2026-11-28T15:30:00.000Z')).toBe('还有 30 分钟');
  expect(closingName(closesAt, '2026-11-28T15:59:59.999Z')).toBe('还有 1 分钟');
  expect(closingName(closesAt, closesAt)).toBe('已截止');
});

test('a ballot stands out in its last two days, and not once it is closed', () => {
  const closesAt = '2026-11-28T16:00:00.000Z';
  expect(closesSoon(closesAt, '2026-11-26T16:00:00.000Z')).toBe(false);
  expect(closesSoon(closesAt, '2026-11-26T16:00:00.001Z')).toBe(true);
  expect(closesSoon(closesAt, closesAt)).toBe(false);
});

test('a share never reads as a majority that was not reached, and 100% never stands alone', () => {
  expect(shareName(1333, 2000)).toBe('66.6%（1,333／2,000）');
  expect(shareName(1999, 2000)).toBe('99.9%（1,999／2,000）');
  expect(shareName(2000, 2000)).toBe('2,000／2,000');
  expect(shareName(12, 19)).toBe('12／19');
  expect(shareName(0, 0)).toBe('0');
});

test('title areas are read in square metres with their hundredths', () => {
  expect(squareMetres(1_234_567)).toBe('12,345.67');
  expect(squareMetres(9_000)).toBe('90');
  expect(areaName(8_905)).toBe('89.05 平方米');
});

test('a receipt is read in fours', () => {
  expect(inFours('7K3M9QXT4HWP2NRD')).toBe('7K3M 9QXT 4HWP 2NRD');
  expect(inFours('7k3m-9qxt')).toBe('7k3m 9qxt');
});
