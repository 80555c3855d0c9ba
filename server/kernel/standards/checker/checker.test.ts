import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readSource } from '#kernel/workflow/definition';
import { library, proveBroken } from '#tests/library-files';
import type { MeasureSpec } from '../contract.ts';
import { standardCodes } from '../sentence/service.ts';
import { checkStandards } from './service.ts';

const measures: MeasureSpec[] = [
  { name: 'venues.indoorArea', gives: 'm2', takes: ['kind'], of: 'now', recorded: true },
  { name: 'facilities.kinds', gives: 'words', takes: [], of: 'now', recorded: true },
];

const problemsOf = (text: string, file: string): Problem[] => {
  const { source } = readSource(text, file);
  return checkStandards({ ...library, standards: [source] }, measures).filter(
    (problem) => problem.code !== 'english-missing',
  );
};

describe('METHODS 2.4: standard files', () => {
  proveBroken({
    kind: 'standards',
    folder: join(import.meta.dirname, 'broken'),
    codes: standardCodes,
    elsewhere: 'standard-twice',
    problemsOf,
  });

  test('an id may be used once, and every text has its English', () => {
    const text =
      'id: sample\nname: 样例\nversion: 1\nsource: custom\nlevel: community\nperiod: year\ngroups:\n  S1 设施:\n    S1.1 整洁: { judge: yesno }\n';
    const { source } = readSource(text, 'sample.yaml');
    const codes = (standards: (typeof source)[]): string[] =>
      checkStandards({ ...library, standards }, measures).map(({ code }) => code);
    expect(codes([source])).toEqual(['english-missing', 'english-missing', 'english-missing']);
    expect(codes([source, source])).toContain('standard-twice');
  });
});
