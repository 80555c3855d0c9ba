import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '#kernel-contract/workflow';
import { readLibrary } from '#kernel/workflow/definition';

/** The library as it is shipped. */
export const library = readLibrary(join(import.meta.dirname, '../library'));

const codeOf = (file: string): string => basename(file, '.yaml').split('--')[0] ?? '';

/**
 * Proves each sentence of a checker by a file of `folder` that breaks just this: its first line says which line is wrong
 * and what is said of it. `kind` is the word for such files; `elsewhere`: a code that needs two files, proven by itself.
 */
export function proveBroken(proof: {
  kind: string;
  folder: string;
  codes: readonly string[];
  elsewhere: string;
  problemsOf(text: string, file: string): Problem[];
}): void {
  const broken = readdirSync(proof.folder).sort();

  test.each(broken)('%s is caught with its sentence, on its line', (file) => {
    const text = readFileSync(join(proof.folder, file), 'utf8');
    const [, line, sentence] = /^# 第(\d+)行：(.*)\n/.exec(text) ?? [];
    const problems = proof.problemsOf(text, file);
    expect(problems).toContainEqual(expect.objectContaining({ code: codeOf(file), line: Number(line), zh: sentence }));
    for (const problem of problems) expect(problem.en).not.toMatch(/[{}]/);
  });

  test(`every sentence about ${proof.kind} is proven by a broken file`, () => {
    const proven = new Set(broken.map(codeOf));
    expect(proof.codes.filter((code) => !proven.has(code) && code !== proof.elsewhere)).toEqual([]);
  });
}
