import { expect, test } from 'vitest';
import type { AskedField } from '#contract/matters';
import { readAsked, type PlaceChoice } from './read-asked.ts';

const field = { id: 'place', type: 'place', label: { zh: '地点', en: 'Place' } } as unknown as AskedField;
const home: PlaceChoice = { key: 'home', label: '我家 · 工盛北院 3 号楼', areaId: 'building-3' };

test.each([
  ['pressed', 'field.place', 'home'],
  ['left as words by a form that was refused', 'field.place.label', '工盛北院 3 号楼'],
  ['written with 我家', 'field.place.label', '我家 · 工盛北院 3 号楼'],
])('a known place stays the building it is: %s', (_, name, value) => {
  const form = new FormData();
  form.set(name, value);
  expect(readAsked([field], form, [home])).toEqual({ place: { label: '工盛北院 3 号楼', areaId: 'building-3' } });
});

test('another place is only words', () => {
  const form = new FormData();
  form.set('field.place.label', '北门外');
  expect(readAsked([field], form, [home])).toEqual({ place: { label: '北门外' } });
});

test('an amount is typed in yuan and kept in fen, digit by digit; what is none stays as it was typed', () => {
  const money = {
    id: 'hope',
    type: 'money',
    label: { zh: '大概要多少钱', en: 'About how much' },
  } as unknown as AskedField;
  const read = (text: string): unknown => {
    const form = new FormData();
    form.set('field.hope', text);
    return readAsked([money], form, [])['hope'];
  };
  expect(['250000', '2,486.1', '0.29', '１．１', '1.005', '十元'].map(read)).toEqual([
    25_000_000,
    248_610,
    29,
    110,
    '1.005',
    '十元',
  ]);
});

test.each([
  ['a tick box that is ticked', 'on', true],
  ['a tick box that is not', null, false],
  ['the chip 是', 'yes', true],
  ['the chip 否', 'no', false],
])('yes or no is what was pressed: %s', (_, sent, value) => {
  const lawful = { id: 'lawful', type: 'yesno', label: { zh: '合法', en: 'Lawful' } } as unknown as AskedField;
  const form = new FormData();
  if (sent !== null) form.set('field.lawful', sent);
  expect(readAsked([lawful], form, [])).toEqual({ lawful: value });
});
