import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Dictionary } from './contract.ts';

/** Reads `dictionary.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadDictionary(libraryDir: string): Dictionary {
  const read = Dictionary.safeParse(parse(readFileSync(join(libraryDir, 'dictionary.yaml'), 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`dictionary.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
}
