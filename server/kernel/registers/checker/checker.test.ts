import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readSource } from '#kernel/workflow/definition';
import { library, proveBroken } from '#tests/library-files';
import { registerCodes } from '../sentence/service.ts';
import { checkRegisters } from './service.ts';

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

  proveBroken({
    kind: 'registers',
    folder: join(import.meta.dirname, 'broken'),
    codes: registerCodes,
    elsewhere: 'register-twice',
    problemsOf,
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
