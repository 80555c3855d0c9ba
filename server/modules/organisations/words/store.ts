import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BodyFile, type BodyWords } from './contract.ts';
import { readBodyWords, type NameFile } from './rules.ts';

/** Reads `bodies.yaml` with `names.yaml` of the library. Refuses to start, with a sentence per mistake, when they do not fit. */
export function loadBodyWords(libraryDir: string): BodyWords {
  const read = (name: string): unknown => parse(readFileSync(join(libraryDir, name), 'utf8'));
  const file = BodyFile.safeParse(read('bodies.yaml'));
  if (!file.success) {
    const [issue] = file.error.issues;
    throw new Error(`bodies.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
  }
  const { words, problems } = readBodyWords(read('names.yaml') as NameFile, file.data);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return words;
}
