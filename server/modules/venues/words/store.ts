import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { VenueWords } from './contract.ts';

/** Reads `venues.yaml` of the library. Refuses to start when it does not fit, naming the first place. */
export function loadVenueWords(libraryDir: string): VenueWords {
  const read = VenueWords.safeParse(parse(readFileSync(join(libraryDir, 'venues.yaml'), 'utf8')));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`venues.yaml：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
  }
  const kinds = new Set(read.data.kinds.map(({ name }) => name));
  const { needs, wanted, stations } = read.data.circle;
  const open = read.data.weekly.kinds;
  const unknown = [...open, ...needs.flatMap((need) => need.kinds), ...wanted, ...stations].find(
    (name) => !kinds.has(name),
  );
  if (unknown) throw new Error(`venues.yaml：别处写的“${unknown}”不在 kinds 里。`);
  return read.data;
}
