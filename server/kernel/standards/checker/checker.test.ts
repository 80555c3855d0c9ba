import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readLibrary, readSource } from '#kernel/workflow/definition';
import type { MeasureSpec } from '../contract.ts';
import { standardCodes } from '../sentence/rules.ts';
import { checkStandards } from './service.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const folder = join(import.meta.dirname, 'broken');
const broken = readdirSync(folder).sort();
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
  test.each(broken)('%s is caught with its sentence, on its line', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, line, sentence] = /^# 第(\d+)行：(.*)\n/.exec(text) ?? [];
    const problems = problemsOf(text, file);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: basename(file, '.yaml').split('--')[0], line: Number(line), zh: sentence }),
    );
    for (const problem of problems) expect(problem.en).not.toMatch(/[{}]/);
  });

  test('every sentence about standards is proven by a broken file', () => {
    const proven = new Set(broken.map((file) => basename(file, '.yaml').split('--')[0]));
    expect(standardCodes.filter((code) => !proven.has(code) && code !== 'standard-twice')).toEqual([]);
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
