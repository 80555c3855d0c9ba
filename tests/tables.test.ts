import { join } from 'node:path';
import { pgSchema, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openTree } from '../scripts/tree.ts';
import type { Ask } from './schema/rules.ts';
import { compareMirror, factsOfDatabase, factsOfMirror, tablesOf } from './schema/mirror.ts';

const { owner } = await testDatabase();
const root = join(import.meta.dirname, '..');
const ask: Ask = async (question) => (await owner.query(question)).rows;

const paths = openTree(root).paths.filter((path) => /^server\/.+\/tables\.ts$/.test(path));
const mirrors = await Promise.all(
  paths.map(async (path) => ({ path, tables: tablesOf((await import(join(root, path))) as Record<string, unknown>) })),
);

describe('tables.ts mirrors the migrations', () => {
  test.each(mirrors)('$path', async ({ tables }) => {
    expect(tables.length).toBeGreaterThan(0);
    expect(compareMirror(factsOfMirror(tables), await factsOfDatabase(ask))).toEqual([]);
  });

  test('no table is mirrored by two: no module reads the tables of another', () => {
    const owners = mirrors.flatMap(({ path, tables }) =>
      [...factsOfMirror(tables).keys()].map((table) => [table, path]),
    );
    const first = new Map(owners.toReversed() as [string, string][]);
    expect(owners.filter(([table, path]) => first.get(table!) !== path)).toEqual([]);
  });
});

describe('the mirror test sees what is wrong', () => {
  const settings = pgSchema('jobs').table('settings', { name: text('name').notNull(), weight: text('weight') });
  const idempotencyKeys = pgTable(
    'idempotency_keys',
    { areaId: uuid('area_id').notNull(), actorId: text('actor_id'), createdAt: timestamp('created_at').notNull() },
    (table) => [primaryKey({ columns: [table.actorId, table.areaId] })],
  );

  test('a table that is not there', async () => {
    const found = compareMirror(factsOfMirror([pgTable('pears', { id: uuid('id') })]), await factsOfDatabase(ask));
    expect(found).toEqual(['public.pears is in tables.ts and not in the database']);
  });

  test('a column too many, a column too few, a lost key', async () => {
    const mirror = factsOfMirror([settings]);
    expect(compareMirror(mirror, await factsOfDatabase(ask))).toEqual([
      'only tables.ts says: jobs.settings.weight is text',
      'only tables.ts says: jobs.settings has the primary key ()',
      'only the database says: jobs.settings.value is jsonb not null',
      'only the database says: jobs.settings has the primary key (name)',
    ]);
  });

  test('another type, a null that is not allowed, the key in another order', async () => {
    const found = compareMirror(factsOfMirror([idempotencyKeys]), await factsOfDatabase(ask));
    expect(found.filter((sentence) => sentence.startsWith('only tables.ts'))).toEqual([
      'only tables.ts says: public.idempotency_keys.actor_id is text',
      'only tables.ts says: public.idempotency_keys.created_at is timestamp not null',
      'only tables.ts says: public.idempotency_keys has the primary key (actor_id, area_id)',
    ]);
  });
});
