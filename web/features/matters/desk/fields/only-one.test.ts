import { expect, test } from 'vitest';
import { onlyOne } from './only-one.ts';

const places = ['工盛北院 3 号楼', '工盛南院 3 号楼', '工盛北院 13 号楼', '纺织宿舍 1 号楼', '工盛北院'].map(
  (label) => ({ label }),
);

test.each([
  ['北院3号楼', '工盛北院 3 号楼'],
  ['工盛南院 3 号楼', '工盛南院 3 号楼'],
  ['北院', '工盛北院'],
  ['3 号楼', null],
  ['北院 5 号楼', null],
  ['', null],
])('%s means %s', (words, label) => expect(onlyOne(places, words)?.label ?? null).toBe(label));
