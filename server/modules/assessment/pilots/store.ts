import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PilotFile } from '../contract.ts';

/** Reads the files of `library/sources` that list the pilots of a standard. Refuses to start when one does not fit. */
export function loadPilots(libraryDir: string): PilotFile[] {
  const folder = join(libraryDir, 'sources');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const raw: unknown = parse(readFileSync(join(folder, name), 'utf8'));
      if (typeof raw !== 'object' || raw === null || !('pilots' in raw)) return [];
      const read = PilotFile.safeParse(raw);
      if (read.success) return [read.data];
      const [issue] = read.error.issues;
      throw new Error(`sources/${name}：${issue?.path.join('.')} 写得不对（${issue?.message}）。`);
    });
}
