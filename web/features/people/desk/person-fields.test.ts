import { expect, test } from 'vitest';
import type { MaskedPerson } from './people-api.ts';
import { changeOf, newPersonOf, startOf } from './person-fields.ts';

const person: MaskedPerson = {
  id: 'p',
  householdId: 'h',
  householdLabel: '北院 1 号楼 101',
  name: '周**',
  phone: '138****2046',
  hasIdNumber: true,
  hasNote: true,
  birthYear: 1946,
  gender: '女',
  tags: ['独居老人'],
  version: 3,
  leftAt: null,
};

test('a masked field that was not typed anew is never sent', () => {
  expect(startOf(person)).toMatchObject({ name: '', phone: '', note: '', birthYear: 1946 });
  expect(changeOf(person, startOf(person))).toEqual({});
});

test('only what was changed is sent', () => {
  const fields = { ...startOf(person), phone: ' 13900000000 ', tags: ['独居老人', '党员'], gender: null };
  expect(changeOf(person, fields)).toEqual({ phone: '13900000000', tags: ['独居老人', '党员'], gender: null });
});

test('a new resident carries the household and nothing empty', () => {
  expect(newPersonOf('h', { ...startOf(null), name: '周秀英', birthYear: 1950 })).toEqual({
    name: '周秀英',
    householdId: 'h',
    tags: [],
    birthYear: 1950,
  });
});
