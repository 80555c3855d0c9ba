import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readLibrary, readSource } from '#kernel/workflow/definition';
import { registerCodes } from '../sentence/rules.ts';
import { checkRegisters } from './service.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const folder = join(import.meta.dirname, 'broken');
const broken = readdirSync(folder).sort();

const problemsOf = (text: string, file: string): Problem[] => {
  const { source } = readSource(text, file);
  return checkRegisters({ ...library, registers: [...library.registers, source] }).filter(
    (problem) => problem.file === file && problem.code !== 'english-missing',
  );
};

describe('METHODS 2.3: register files', () => {
  test('the registers of the library are sound, English and all', () => {
    expect(checkRegisters(library)).toEqual([]);
  });

  test.each(broken)('%s is caught with its sentence, on its line', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, line, sentence] = /^# 第(\d+)行：(.*)\n/.exec(text) ?? [];
    const problems = problemsOf(text, file);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: basename(file, '.yaml').split('--')[0], line: Number(line), zh: sentence }),
    );
    for (const problem of problems) expect(problem.en).not.toMatch(/[{}]/);
  });

  test('every sentence about registers is proven by a broken file', () => {
    const proven = new Set(broken.map((file) => basename(file, '.yaml').split('--')[0]));
    expect(registerCodes.filter((code) => !proven.has(code) && code !== 'register-twice')).toEqual([]);
  });

  test('an id may be used once, and English is complete', () => {
    const [first] = library.registers;
    if (!first) throw new Error('the library has no registers');
    expect(checkRegisters({ ...library, registers: [...library.registers, first] }).map(({ code }) => code)).toEqual([
      'register-twice',
    ]);
    const { 协会党组织覆盖: _left, ...raw } = library.english?.raw ?? {};
    const english = library.english && { ...library.english, raw };
    expect(checkRegisters({ ...library, english }).map(({ code }) => code)).toEqual(['english-missing']);
  });
});
