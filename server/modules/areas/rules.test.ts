import { describe, expect, test } from 'vitest';
import { mayContain, ownsRecords, readCode } from './rules.ts';

describe('K01: 统计用区划代码', () => {
  test.each([
    ['370000000000', 'province', null],
    ['370300000000', 'city', '370000000000'],
    ['370303000000', 'district', '370300000000'],
    ['370303002000', 'street', '370303000000'],
    ['370303002001', 'community', '370303002000'],
    ['37030300200101', 'grid', '370303002001'],
    ['370303002001123456', 'grid', '370303002001'],
  ])('%s is a %s below %s', (code, level, parent) => {
    expect(readCode(code)).toEqual({ level, parent });
  });

  test.each([
    ['', '12 位'],
    ['37030300200', '12 位'],
    ['3703030020010', '12 位'],
    ['3703030020011234567', '12 位'],
    ['37030300200a', '12 位'],
    ['000000000000', '省份'],
    ['003030020010', '省份'],
    ['370003002001', '上级'],
    ['370300002001', '上级'],
    ['370303000001', '上级'],
    ['37030300200001', '社区'],
    ['３７０３０３００２００１', '12 位'],
  ])('%s is refused, saying %s', (code, why) => {
    expect(readCode(code)).toMatchObject({
      code: 'area.code-invalid',
      status: 422,
      zh: expect.stringContaining(why),
      en: expect.any(String),
    });
  });
});

test('what may lie in what', () => {
  expect([
    mayContain('city', 'district'),
    mayContain('grid', 'building'),
    mayContain('estate', 'building'),
    mayContain('community', 'building'),
  ]).toEqual([true, true, true, true]);
  expect([
    mayContain('city', 'community'),
    mayContain('building', 'building'),
    mayContain('grid', 'estate'),
    mayContain('community', 'micro-grid'),
  ]).toEqual([false, false, false, false]);
});

test('records are owned by a community and by the units above it, never by a part of it', () => {
  expect((['city', 'district', 'street', 'community'] as const).every(ownsRecords)).toBe(true);
  expect((['grid', 'micro-grid', 'estate', 'building'] as const).some(ownsRecords)).toBe(false);
});
