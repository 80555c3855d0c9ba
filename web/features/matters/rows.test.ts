import { expect, test } from 'vitest';
import { choicesIn, readRows, rowsShown } from './rows.ts';

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
  expect(rowsShown(field, [{ way: '晾衣杆', cost: 30000 }])).toEqual([{ way: '晾衣杆', cost: '300.00' }, {}]);
  expect(rowsShown(field, undefined)).toHaveLength(3);
});

test('yes, no and words are chosen in a row, and yes and no are sent as such', () => {
  const tied = { id: 'tied', type: 'yesno' };
  expect(choicesIn(tied)?.map(({ value }) => value)).toEqual(['是', '否']);
  expect(choicesIn({ id: 'sort', type: 'choice', of: [{ value: '停车', label: '停车' }] })).toHaveLength(1);
  expect(choicesIn({ id: 'way', type: 'text' })).toBeNull();
  const form = new FormData();
  form.set('field.firms.0.tied', '否');
  expect(readRows({ id: 'firms', columns: [tied] }, form)).toEqual([{ tied: false }]);
  const [row] = rowsShown({ columns: [{ ...tied, label: { zh: '有关', en: 'tied' }, optional: false, many: false }] }, [
    { tied: true },
  ]);
  expect(row).toEqual({ tied: '是' });
});
