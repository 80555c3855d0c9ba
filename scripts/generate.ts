/**
 * npm run generate: writes what is derived from the code, so that it can be read without running it. With `--check`
 * nothing is written; what is out of date is named, and the exit code says so.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeApi } from './describe-api.ts';
import { describeMethodFormat, describeMethods } from './describe-methods.ts';
import { describeSchema } from './describe-schema.ts';
import { openScratch, type Scratch } from './scratch.ts';
import { checksum, CHECKSUMS, listMigrations, readChecksums } from './tidy-names.ts';
import { openTree } from './tree.ts';

/** Files by path; null when there is nothing to derive them from. */
export type Generated = Record<string, string> | null;
export type Generator = { name: string; make: (root: string, scratch: () => Promise<Scratch>) => Promise<Generated> };

const FOLDER = 'docs/generated';

/** The checksums with new migrations added; those already listed are never touched (tidy compares them). */
function extendChecksums(root: string): Generated {
  const tree = openTree(root);
  const known = readChecksums(tree);
  const sums = listMigrations(tree).map((path) => {
    const name = path.slice('server/migrations/'.length);
    return [name, known[name] ?? checksum(tree.read(path))] as const;
  });
  const lost = Object.entries(known).filter(([name]) => !sums.some(([each]) => each === name));
  const all = [...sums, ...lost].sort(([a], [b]) => (a < b ? -1 : 1));
  return { [CHECKSUMS]: `${JSON.stringify(Object.fromEntries(all), null, 2)}\n` };
}

export const GENERATORS: Generator[] = [
  { name: 'checksums of migrations', make: async (root) => extendChecksums(root) },
  {
    name: 'schema',
    make: async (_root, scratch) => ({ [`${FOLDER}/schema.sql`]: await describeSchema(await scratch()) }),
  },
  { name: 'API and its client types', make: describeApi },
  { name: 'methods and their diagrams', make: describeMethods },
  { name: 'format of method files, for editors', make: async () => describeMethodFormat() },
];

function readIfThere(root: string, path: string): string | null {
  return existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n') : null;
}

function write(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Files in docs/generated that nothing generates any more. */
function listLeftovers(root: string, made: Set<string>): string[] {
  if (!existsSync(join(root, FOLDER))) return [];
  return readdirSync(join(root, FOLDER), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md' && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !made.has(path));
}

/** Everything the generators make, by path; whether all of them could; a database is opened only when one asks for it. */
async function makeAll(
  root: string,
  generators: Generator[],
): Promise<{ made: Map<string, string>; complete: boolean }> {
  const made = new Map<string, string>();
  let complete = true;
  let opening: Promise<Scratch> | undefined;
  try {
    for (const { name, make } of generators) {
      const files = await make(root, () => (opening ??= openScratch()));
      for (const [path, content] of Object.entries(files ?? {})) made.set(path, content);
      if (files) continue;
      complete = false;
      console.log(`${name}: nothing to derive it from yet, left out`);
    }
  } finally {
    await (await opening)?.stop();
  }
  return { made, complete };
}

/** Makes everything; gives the paths that were (with `check`: are) out of date. */
export async function generate(root: string, generators: Generator[], { check = false } = {}): Promise<string[]> {
  const { made, complete } = await makeAll(root, generators);
  const stale = [...made].filter(([path, content]) => readIfThere(root, path) !== content).map(([path]) => path);
  const leftovers = complete ? listLeftovers(root, new Set(made.keys())) : [];
  if (check) return [...stale, ...leftovers];
  for (const path of stale) write(root, path, made.get(path) ?? '');
  for (const path of leftovers) rmSync(join(root, path));
  return [...stale, ...leftovers];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check');
  const stale = await generate(join(import.meta.dirname, '..'), GENERATORS, { check });
  for (const path of stale) console.log(check ? `${path} is out of date; run npm run generate` : `${path} written`);
  if (stale.length === 0) console.log('generate: everything is up to date');
  process.exit(check && stale.length > 0 ? 1 : 0);
}
