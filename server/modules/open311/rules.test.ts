import { describe, expect, test } from 'vitest';
import { answersOf, errorsOf, isRefusal, listOf, pointOf, readFile, serviceCode, statusOf, windowOf } from './rules.ts';
import type { Attribute } from './contract.ts';

const now = new Date('2026-11-20T01:00:00.000Z');

describe('GeoReport v2: at most 90 days', () => {
  test('the last 90 days unless said otherwise', () => {
    expect(windowOf({ start: undefined, end: undefined }, now)).toEqual({
      from: new Date('2026-08-22T01:00:00.000Z'),
      to: now,
    });
  });

  test('exactly 90 days is read, a second more refused', () => {
    const end = '2026-11-20T00:00:00Z';
    expect(windowOf({ start: '2026-08-22T00:00:00Z', end }, now)).toMatchObject({ to: new Date(end) });
    expect(windowOf({ start: '2026-08-21T23:59:59Z', end }, now)).toMatchObject({ status: 400 });
  });

  test.each([
    'yesterday',
    '2026-13-01T00:00:00Z',
    '2026-11-01T00:00:00',
    '0000-01-01',
    "';--",
    '2026-11-01T00:00:00Z x',
  ])('%s is no date-time', (start) => expect(windowOf({ start, end: undefined }, now)).toMatchObject({ status: 400 }));

  test('an end before the start is refused; an offset whose plus became a blank is read', () => {
    expect(windowOf({ start: '2026-11-02', end: '2026-11-01' }, now)).toMatchObject({ status: 400 });
    expect(windowOf({ start: '2026-11-01T08:00:00 08:00', end: undefined }, now)).toMatchObject({
      from: new Date('2026-11-01T00:00:00Z'),
    });
  });
});

test('GeoReport v2: status is open, closed or both', () => {
  expect([undefined, 'open', 'closed', 'open,closed', ' closed '].map(statusOf)).toEqual([
    null,
    'open',
    'closed',
    null,
    'closed',
  ]);
  expect(statusOf('restricted')).toMatchObject({ status: 400 });
});

test('GeoReport v2: lists are comma-delimited', () => {
  expect(listOf(' a,b ,,a')).toEqual(['a', 'b']);
});

test('an address ends in the format', () => {
  expect(readFile('a.停车.xml')).toEqual({ name: 'a.停车', format: 'xml' });
  for (const file of ['.json', 'a', 'a.csv', 'json']) expect(readFile(file)).toMatchObject({ status: 404 });
});

test('a code of a service holds no sign that means something in an address or a list', () => {
  expect(serviceCode('repair', '水、电/气,暖 a?')).toBe('repair.水_电_气_暖_a_');
});

test('a point is two numbers on the earth', () => {
  expect(pointOf({ lat: '36.81', long: '118.05' })).toEqual([118.05, 36.81]);
  expect(pointOf({})).toBeNull();
  for (const given of [{ lat: '36' }, { lat: '91', long: '0' }, { lat: '0', long: '181' }, { lat: 'x', long: 'y' }])
    expect(isRefusal(pointOf(given))).toBe(true);
});

describe('GeoReport v2: attributes', () => {
  const one = (code: string, datatype: Attribute['datatype'], values: string[] = []): Attribute => ({
    variable: true,
    code,
    datatype,
    required: false,
    datatype_description: '',
    order: 1,
    description: code,
    values: values.map((key) => ({ key, name: key })),
  });
  const attributes = [one('count', 'number'), one('ways', 'multivaluelist', ['甲', '乙']), one('words', 'text')];

  test('texts become what the form takes', () => {
    const request = { 'attribute[count]': '3', 'attribute[ways][]': ['甲', '乙'], 'attribute[words]': '', email: 'x' };
    expect(answersOf(attributes, request)).toEqual({ count: 3, ways: ['甲', '乙'] });
  });

  test.each(['attribute[phone]', 'attribute[__proto__]', 'attribute', 'attribute[count', 'attribute[]'])(
    '%s is not asked',
    (name) => expect(answersOf(attributes, { [name]: 'x' })).toMatchObject({ status: 400 }),
  );
});

test('GeoReport v2: an error is a list of code and description in both languages, one more for each field', () => {
  const refused = {
    code: 'form.invalid',
    status: 422 as const,
    zh: '有一处不对。',
    en: 'Wrong.',
    fields: { a: '太长' },
  };
  expect(errorsOf(refused)).toEqual({
    status: 400,
    errors: [
      { code: 400, description: '有一处不对。 Wrong.' },
      { code: 400, description: 'a: 太长' },
    ],
  });
});
