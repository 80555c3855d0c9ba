import { expect, test } from 'vitest';
import { readRows, rowsShown } from './rows.ts';

const columns = [
  { id: 'way', type: 'text' },
  { id: 'cost', type: 'money' },
];

test('rows of a list are read from a form: yuan become fen, blank rows are left out, what is no number is kept as typed', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['field.options.0.way', '固定晾衣杆'],
    ['field.options.0.cost', '300.5'],
    ['field.options.1.way', ' '],
    ['field.options.2.way', '移动晾衣架'],
    ['field.options.2.cost', '五十'],
  ] as const)
    form.set(name, value);
  expect(readRows({ id: 'options', columns }, form)).toEqual([
    { way: '固定晾衣杆', cost: 30050 },
    { way: '移动晾衣架', cost: '五十' },
  ]);
});

test('what is there is drawn in yuan with one blank row more, three when there is nothing', () => {
  const field = {
    columns: columns.map((one) => ({ ...one, label: { zh: one.id, en: one.id }, optional: false, many: false })),
  };
  expect(rowsShown(field, [{ way: '晾衣杆', cost: 30000 }])).toEqual([{ way: '晾衣杆', cost: 300 }, {}]);
  expect(rowsShown(field, undefined)).toHaveLength(3);
});
