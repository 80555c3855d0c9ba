import { expect, test } from 'vitest';
import type { AskedField } from '#contract/matters';
import { behalfMissing, behalfProblems } from './behalf.ts';

const fields = [{ id: 'tel', type: 'phone' }] as AskedField[];

test('代报: a telephone without a name asks for the name', () => {
  expect(behalfMissing({ name: '', phone: '139' })).toHaveProperty('onBehalfOf');
  expect(behalfMissing({ name: '李奶奶', phone: '139' })).toEqual({});
  expect(behalfMissing({ name: '', phone: '' })).toEqual({});
});

test('代报: a wrong telephone is said where it was typed', () => {
  const problems = { tel: '少了 8 位。' };
  expect(behalfProblems(fields, { name: '李', phone: '123' }, problems)).toEqual({
    ...problems,
    onBehalfOf: '少了 8 位。',
  });
  expect(behalfProblems(fields, { name: '', phone: '' }, problems)).toEqual(problems);
});
