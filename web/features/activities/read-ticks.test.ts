import { expect, test } from 'vitest';
import { readTicks } from './read-ticks.ts';

const formOf = (fields: [string, string][]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test('a list sends what was changed on it, so that another phone at the same door is not overwritten', () => {
  const form = formOf([
    ['came', 'a'],
    ['came', 'b'],
    ['there', 'b'],
    ['there', 'c'],
    ['headcount', '4'],
    ['headcountBefore', ''],
  ]);
  expect(readTicks(form)).toEqual({
    ticks: [
      { attendee: 'c', there: true },
      { attendee: 'a', there: false },
    ],
    headcount: 4,
  });
  expect(
    readTicks(
      formOf([
        ['headcount', '4'],
        ['headcountBefore', '4'],
      ]),
    ),
  ).toEqual({ ticks: [] });
  expect(
    readTicks(
      formOf([
        ['headcount', ''],
        ['headcountBefore', '4'],
      ]),
    ),
  ).toEqual({ ticks: [], headcount: null });
});
