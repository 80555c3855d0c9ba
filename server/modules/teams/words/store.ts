import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TeamWords } from './contract.ts';

/** Reads `teams.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadTeamWords(libraryDir: string): TeamWords {
  const read = TeamWords.safeParse(parse(readFileSync(join(libraryDir, 'teams.yaml'), 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`teams.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
}
