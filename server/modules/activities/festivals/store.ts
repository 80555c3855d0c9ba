import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Festivals, type FestivalEntry } from './contract.ts';

/** Reads `festivals.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadFestivals(libraryDir: string): FestivalEntry[] {
  const read = Festivals.safeParse(parse(readFileSync(join(libraryDir, 'festivals.yaml'), 'utf8')));
  if (read.success) return read.data.festivals;
  const [issue] = read.error.issues;
  throw new Error(`festivals.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
}
