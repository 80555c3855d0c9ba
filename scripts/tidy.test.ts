import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES, tidy } from './tidy.ts';
import { shrink } from './tidy-size.ts';
import { openTree } from './tree.ts';

const root = join(import.meta.dirname, '..');
const broken = join(root, 'tests/broken/tidy');

const ANNOUNCED = [
  'closed-names: server/kernel/loose.ts',
  'closed-names: server/modules/apples/helper.ts',
  'english-is-sorted: library/en.yaml',
  'functions-not-classes: shared/basket.ts:1',
  'glossary-knows-tables: docs/glossary.md `table baskets` has no word',
  'glossary-knows-tables: docs/glossary.md `table ghosts` does not exist',
  'kebab-case: server/platform/TwoWords.ts',
  'library-holds-data: library/methods/step.ts',
  'lockfile-names-no-host: package-lock.json',
  'migrations-are-final: server/migrations/0001-apples.sql',
  'migrations-are-final: server/migrations/0002-lost.sql',
  'migrations-are-numbered: server/migrations/0003-pears.sql',
  'named-exports: shared/apple.ts:2',
  'no-barrels: shared/fruit.ts:1',
  'no-left-overs: shared/later.ts:1',
  'no-left-overs: shared/later.ts:3',
  'no-left-overs: web/later.tsx:1',
  'no-vague-names: server/modules/apples/helper.ts',
  'no-vague-names: shared/utils.ts',
  'ratchet-only-shrinks: shared/apple.ts',
  'refusals-in-both-languages: server/modules/plums/routes.ts:1',
  'refusals-in-both-languages: server/modules/plums/routes.ts:2',
  'refusals-in-both-languages: server/modules/plums/routes.ts:3',
  'refusals-in-both-languages: server/modules/plums/routes.ts:4',
  'rules-know-no-world: server/modules/pears/rules.ts:2',
  'rules-know-no-world: server/modules/pears/rules.ts:3',
  'short-files: shared/long-list.ts',
  'short-functions: shared/long-walk.ts#walk',
  'sql-stands-in-stores: server/modules/pears/service.ts:1',
  'transactions-are-given: server/modules/plums/service.ts:2',
];

describe('tidy: what import rules cannot see', () => {
  test('every rule fires on the broken tree, where it is announced and nowhere else', () => {
    const found = tidy(broken).map(({ rule, where, sentence }) =>
      rule === 'glossary-knows-tables' ? `${rule}: ${where} ${sentence.split(';')[0]}` : `${rule}: ${where}`,
    );
    const fired = found.map((line) => line.replace(/ in the migrations$/, '')).sort();
    expect(fired).toEqual([...ANNOUNCED].sort());
    expect([...new Set(tidy(broken).map(({ rule }) => rule))].sort()).toEqual(RULES.map(({ name }) => name).sort());
  });

  test('the ratchet lowers what became shorter and never takes in anything new', () => {
    expect(shrink(openTree(broken))).toEqual({ 'shared/long-run.ts#run': 62 });
  });

  test('the real tree is tidy', () => {
    expect(tidy(root).map(({ rule, where, sentence }) => `${rule}: ${where} ${sentence}`)).toEqual([]);
  }, 120_000);
});
