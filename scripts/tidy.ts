/**
 * What import rules cannot see, as a check: names, words, lengths, languages. Prints one sentence per problem.
 * `--shrink` lowers the ratchet of lengths to today's; to let something grow, edit it by hand and defend it in review.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  checkBarrels,
  checkClasses,
  checkLeftOvers,
  checkNamedExports,
  checkRefusals,
  checkRulesKnowNoWorld,
  checkSqlInStores,
  checkTransactions,
} from './tidy-code.ts';
import {
  checkClosedNames,
  checkEnglishSorted,
  checkGlossary,
  checkKebabCase,
  checkLibrary,
  checkLockfile,
  checkMigrationNumbers,
  checkMigrationsFinal,
  checkVagueNames,
  type Problem,
  type TidyRule,
} from './tidy-names.ts';
import { checkFileLength, checkFunctionLength, checkRatchet, RATCHET, shrink } from './tidy-size.ts';
import { openTree } from './tree.ts';

export const RULES: TidyRule[] = [
  { name: 'closed-names', check: checkClosedNames },
  { name: 'kebab-case', check: checkKebabCase },
  { name: 'no-vague-names', check: checkVagueNames },
  { name: 'no-barrels', check: checkBarrels },
  { name: 'named-exports', check: checkNamedExports },
  { name: 'functions-not-classes', check: checkClasses },
  { name: 'rules-know-no-world', check: checkRulesKnowNoWorld },
  { name: 'sql-stands-in-stores', check: checkSqlInStores },
  { name: 'transactions-are-given', check: checkTransactions },
  { name: 'refusals-in-both-languages', check: checkRefusals },
  { name: 'no-left-overs', check: checkLeftOvers },
  { name: 'short-files', check: checkFileLength },
  { name: 'short-functions', check: checkFunctionLength },
  { name: 'ratchet-only-shrinks', check: checkRatchet },
  { name: 'migrations-are-final', check: checkMigrationsFinal },
  { name: 'migrations-are-numbered', check: checkMigrationNumbers },
  { name: 'library-holds-data', check: checkLibrary },
  { name: 'english-is-sorted', check: checkEnglishSorted },
  { name: 'lockfile-names-no-host', check: checkLockfile },
  { name: 'glossary-knows-tables', check: checkGlossary },
];

/** Everything untidy under `root`, rule by rule. */
export function tidy(root: string): (Problem & { rule: string })[] {
  const tree = openTree(root);
  return RULES.flatMap(({ name, check }) => check(tree).map((problem) => ({ rule: name, ...problem })));
}

function main(): void {
  const root = join(import.meta.dirname, '..');
  if (process.argv.includes('--shrink')) {
    writeFileSync(join(root, RATCHET), `${JSON.stringify(shrink(openTree(root)), null, 2)}\n`);
  }
  const problems = tidy(root);
  for (const { rule, where, sentence } of problems) console.log(`${rule}: ${where} ${sentence}`);
  console.log(problems.length === 0 ? `tidy: ${RULES.length} rules, nothing found` : `tidy: ${problems.length} found`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
