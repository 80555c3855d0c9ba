import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DeliberationWords } from './contract.ts';

/** Reads `deliberation.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadDeliberationWords(libraryDir: string): DeliberationWords {
  const read = DeliberationWords.safeParse(parse(readFileSync(join(libraryDir, 'deliberation.yaml'), 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`deliberation.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
}
