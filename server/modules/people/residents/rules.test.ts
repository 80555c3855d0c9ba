import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainName, readIdNumber, readPhone, whyNotAgreeing, whyNotReveal } from './rules.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (first: string): string =>
  first + '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(first[index]), 0) % 11];

const numbers = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, born, order]) =>
    withCheck(`${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

describe('GB 11643: the citizen number of 18 digits', () => {
  test('the published example holds, with X as its check digit; lower case and spaces are read', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({ text: '11010519491231002X', birthYear: 1949, gender: '女' });
    expect(readIdNumber(' 440524 18800101 0014 ')).toMatchObject({ birthYear: 1880, gender: '男' });
    expect(readIdNumber('11010519491231002x')).toMatchObject({ text: '11010519491231002X' });
  });

  test('any one digit written wrong is found, and so are two neighbours exchanged', () => {
    fc.assert(
      fc.property(numbers, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const changed = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
        const swapped = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
        expect(readIdNumber(number)).toHaveProperty('text', number);
        expect(readIdNumber(changed)).toHaveProperty('zh');
        if (swapped !== number && at < 16) expect(readIdNumber(swapped)).toHaveProperty('zh');
      }),
    );
  });

  test('a day that does not exist is refused though the check digit is right', () => {
    for (const day of ['19490230', '19491301', '19490100', '18791231'])
      expect(readIdNumber(withCheck(`110105${day}002`))).toMatchObject({ code: 'person.id-number-invalid' });
    expect(readIdNumber(withCheck('11010520000229002'))).toMatchObject({ birthYear: 2000 });
  });

  test.each(['', '1', '110105491231002', '11010519491231002XX', '0101051949123100XX', 'abcdefghijklmnopqr'])(
    '%s is none',
    (text) => {
      expect(readIdNumber(text)).toMatchObject({ code: 'person.id-number-invalid', status: 422 });
    },
  );

  test('what was typed beside it must agree', () => {
    const read = readIdNumber('11010519491231002X');
    if ('zh' in read) throw new Error('the example must be read');
    expect(whyNotAgreeing(read, { birthYear: 1949, gender: '女' })).toBeNull();
    expect(whyNotAgreeing(read, {})).toBeNull();
    expect(whyNotAgreeing(read, { birthYear: 1950 })).toMatchObject({ fields: { birthYear: expect.any(String) } });
    expect(whyNotAgreeing(read, { gender: '男' })).toMatchObject({ fields: { gender: expect.any(String) } });
  });
});

describe('telephone numbers', () => {
  test.each([
    ['13800002046', '13800002046'],
    ['+86 138-0000-2046', '13800002046'],
    ['008613800002046', '13800002046'],
    ['１３８００００２０４６', '13800002046'],
    ['0533-2345678', '05332345678'],
    ['(010) 6655 4433', '01066554433'],
    ['400-123-4567', '4001234567'],
  ])('%s is read', (text, digits) => expect(readPhone(text)).toBe(digits));

  test.each(['', '1380000204', '138000020461', '12800002046', '2345678', '<script>', '110'])(
    '%s is refused',
    (text) => {
      expect(readPhone(text)).toMatchObject({ code: 'person.phone-invalid' });
    },
  );
});

test('names are compared composed and with single spaces', () => {
  expect(plainName(' 买买提·艾力  江 ')).toBe('买买提·艾力 江');
  expect(plainName('e\u0301a')).toBe(plainName('\u00e9a'));
});

test('14.2.6: a reason has at least four signs; three are too few, spaces do not count', () => {
  expect(whyNotReveal('上门送')).toMatchObject({ code: 'person.reason-too-short' });
  expect(whyNotReveal('上门  ')).not.toBeNull();
  expect(whyNotReveal('上门送药')).toBeNull();
});
