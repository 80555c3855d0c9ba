import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readSource } from '#kernel/workflow/definition';
import { library, proveBroken } from '#tests/library-files';
import { dutyCodes } from '../sentence/service.ts';
import { checkDuties } from './service.ts';

const problemsOf = (text: string, file: string): Problem[] => {
  const { source } = readSource(text, file);
  return checkDuties({ ...library, duties: [...library.duties, source] }).filter(
    (problem) => problem.file === file && problem.code !== 'english-missing',
  );
};

describe('METHODS 2.2: duty files', () => {
  test('the duties of the library are sound, English and all', () => {
    expect(checkDuties(library)).toEqual([]);
  });

  proveBroken({
    kind: 'duties',
    folder: join(import.meta.dirname, 'broken'),
    codes: dutyCodes,
    elsewhere: 'duty-twice',
    problemsOf,
  });

  test('an id may be used once, and English is complete', () => {
    const [first] = library.duties;
    if (!first) throw new Error('the library has no duties');
    expect(checkDuties({ ...library, duties: [...library.duties, first] }).map(({ code }) => code)).toEqual([
      'duty-twice',
    ]);
    const { 巡安全: _left, ...raw } = library.english?.raw ?? {};
    const english = library.english && { ...library.english, raw };
    expect(checkDuties({ ...library, english }).map(({ code }) => code)).toEqual(['english-missing']);
  });
});
