import { createHash } from 'node:crypto';
import { parse as parseYaml } from 'yaml';
import { isCode, type Tree } from './tree.ts';

/** One thing that is not as it should be, as a sentence. `where` is a path, with a line or name when there is one. */
export type Problem = { where: string; sentence: string };
export type TidyRule = { name: string; check: (tree: Tree) => Problem[] };

const NAMES = ['contract', 'rules', 'tables', 'store', 'service', 'routes'];
const MODULE_FILE = new RegExp(`^(${NAMES.join('|')})\\.ts$|^[a-z0-9]+(-[a-z0-9]+)*\\.test\\.ts$|^README\\.md$`);
const KEBAB = /^[$a-z0-9]+([-.][$a-z0-9]+)*$/;

export function checkClosedNames(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => /^server\/(modules|kernel)\//.test(path) && !path.includes('/broken/'))
    .flatMap((path) => {
      const parts = path.split('/');
      const name = parts.at(-1) ?? '';
      if (parts.length < 4) return [{ where: path, sentence: 'stands outside any folder; give it a noun of its own' }];
      if (MODULE_FILE.test(name)) return [];
      return [{ where: path, sentence: `"${name}" is not one of ${NAMES.join(', ')} (.ts), *.test.ts or README.md` }];
    });
}

export function checkKebabCase(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => isCode(path) || path.endsWith('.sql') || path.endsWith('.yaml'))
    .filter((path) => !path.includes('/broken/'))
    .filter((path) => !path.split('/').every((part) => KEBAB.test(part)))
    .map((path) => ({ where: path, sentence: 'write files and folders in kebab-case' }));
}

export function checkVagueNames(tree: Tree): Problem[] {
  const vague = /(^|\/)(utils?|helpers?|common|misc|manager|index)(\.[a-z.]+)?(\/|$)/;
  return tree.paths
    .filter((path) => isCode(path) && vague.test(path))
    .map((path) => ({ where: path, sentence: 'says nothing about what is inside; name the thing' }));
}

export function checkLibrary(tree: Tree): Problem[] {
  return tree.paths
    .filter((path) => path.startsWith('library/') && !/\.(yaml|md)$/.test(path))
    .map((path) => ({ where: path, sentence: 'the library holds know-how as data: only .yaml files' }));
}

export function checkEnglishSorted(tree: Tree): Problem[] {
  const path = 'library/en.yaml';
  if (!tree.paths.includes(path)) return [];
  const words = Object.keys((parseYaml(tree.read(path)) as Record<string, string> | null) ?? {});
  const late = words.find((word, index) => index > 0 && word < (words[index - 1] ?? ''));
  return late ? [{ where: path, sentence: `"${late}" stands after a word it should precede; sort by code point` }] : [];
}

export const CHECKSUMS = 'server/migrations/checksums.json';

export function checksum(content: string): string {
  return createHash('sha256').update(content.replaceAll('\r\n', '\n')).digest('hex');
}

export function listMigrations(tree: Tree): string[] {
  return tree.paths.filter((path) => /^server\/migrations\/[^/]+\.sql$/.test(path));
}

export function readChecksums(tree: Tree): Record<string, string> {
  return tree.paths.includes(CHECKSUMS) ? (JSON.parse(tree.read(CHECKSUMS)) as Record<string, string>) : {};
}

/** A migration listed in the checksums has run somewhere: it is never edited, renamed or deleted. */
export function checkMigrationsFinal(tree: Tree): Problem[] {
  const migrations = listMigrations(tree);
  return Object.entries(readChecksums(tree)).flatMap(([name, sum]) => {
    const path = `server/migrations/${name}`;
    if (!migrations.includes(path))
      return [{ where: path, sentence: 'has run somewhere and must stay; bring it back' }];
    if (checksum(tree.read(path)) === sum) return [];
    return [{ where: path, sentence: 'has run somewhere and was edited; undo that and write a new migration' }];
  });
}

export function checkMigrationNumbers(tree: Tree): Problem[] {
  const names = listMigrations(tree).map((path) => path.slice('server/migrations/'.length));
  return names.flatMap((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    if (name.startsWith(`${number}-`)) return [];
    return [{ where: `server/migrations/${name}`, sentence: `should begin with ${number}-: one number each, no gap` }];
  });
}

export function checkLockfile(tree: Tree): Problem[] {
  return ['package-lock.json'].flatMap((path) => {
    if (!tree.paths.includes(path) || !/"resolved": "https?:/.test(tree.read(path))) return [];
    return [{ where: path, sentence: 'names the host of a registry; install with the settings of .npmrc' }];
  });
}

/** Names of all tables that the migrations create, without their schema. */
export function listTables(tree: Tree): string[] {
  const create = /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(?:"?[a-z_]+"?\.)?"?([a-z_0-9]+)"?/gim;
  const names = listMigrations(tree).flatMap((path) => [...tree.read(path).matchAll(create)].map((match) => match[1]!));
  return [...new Set(names)].sort();
}

export function checkGlossary(tree: Tree): Problem[] {
  const path = 'docs/glossary.md';
  const tables = listTables(tree);
  const glossary = tree.paths.includes(path) ? tree.read(path) : '';
  const listed = [...glossary.matchAll(/`table ([a-z_0-9]+)`/g)].map((match) => match[1]!);
  return [
    ...tables
      .filter((table) => !listed.includes(table))
      .map((table) => ({
        where: path,
        sentence: `\`table ${table}\` has no word; add it where its noun is explained`,
      })),
    ...listed
      .filter((table) => !tables.includes(table))
      .map((table) => ({ where: path, sentence: `\`table ${table}\` does not exist in the migrations` })),
  ];
}
