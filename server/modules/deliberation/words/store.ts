import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { DeliberationWords } from './contract.ts';

/** Reads `deliberation.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadDeliberationWords(libraryDir: string): DeliberationWords {
  const read = DeliberationWords.safeParse(parse(readFileSync(join(libraryDir, 'deliberation.yaml'), 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`deliberation.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
  }
  const { kinds, parties, residents } = read.data.meetings;
  const known = new Set(parties.map(({ name }) => name));
  const named = [residents, ...kinds.flatMap((kind) => [...kind.parties, ...kind.must])];
  const unknown = named.find((name) => !known.has(name));
  if (unknown) throw new Error(`deliberation.yaml：别处写的“${unknown}”不在 parties 里。`);
  return read.data;
}
