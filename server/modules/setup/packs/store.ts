import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readPack, type PackFile, type PackItem } from './rules.ts';

/** The starter packs of a library, in the order of their file names. Refuses to start with a broken one. */
export function loadPacks(libraryDir: string, known: Record<PackItem['kind'], readonly string[]>): PackFile[] {
  const folder = join(libraryDir, 'packs');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted();
  const read = files.map((file) => readPack(file, parse(readFileSync(join(folder, file), 'utf8')), known));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return read.map((one) => one.pack);
}
