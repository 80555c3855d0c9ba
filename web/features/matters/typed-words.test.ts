import { expect, test } from 'vitest';
import type { MatterDetail } from '#contract/matters';
import { typedWords } from './typed-words.ts';

const matter = { fields: [{ id: 'result', label: { zh: '办理结果', en: 'Result' } }], actions: [] } as unknown as Pick<
  MatterDetail,
  'fields' | 'actions'
>;

function sent(entries: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('what was typed is said in words, with the names that are known; keys, ticks and points are not words', () => {
  const form = sent([
    ['field.result', ' 灯修好了 '],
    ['field.place', 'elsewhere'],
    ['field.place.label', '北院 3 号楼'],
    ['field.place.point', '118.1,36.8'],
    ['field.who', 'user:1'],
    ['field.agreed', 'on'],
    ['field.after.id', '01941f29'],
    ['reason', '等配件'],
    ['version', '3'],
  ]);
  expect(typedWords(form, matter)).toBe('办理结果：灯修好了\n北院 3 号楼\n等配件');
});

test('nothing typed is nothing said', () => {
  expect(typedWords(sent([['field.result', '  ']]), matter)).toBe('');
});
