import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openTree } from '../scripts/tree.ts';
import { type Ask, SCHEMA_RULES } from './schema/rules.ts';
import { checkStatements, listStatements, STATEMENT_RULES } from './schema/statements.ts';

const { owner } = await testDatabase();
const root = join(import.meta.dirname, '..');

/** Runs `work` on a schema changed by `sql`, and takes the change back. */
async function onSchemaWith<T>(sql: string, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(sql);
    return await work(async (question) => (await client.query(question)).rows);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const PEARS =
  'create table pears (area_id uuid not null, id uuid not null, constraint pears_pkey primary key (area_id, id));';

/** Per rule: what breaks it, and the sentences this must cause. */
const BROKEN: Record<string, [string, string[]][]> = {
  'every table belongs to a class': [
    [
      'create schema fruit; create table fruit.pears (id uuid)',
      ['fruit.pears stands in a schema that is in none of the three classes'],
    ],
  ],
  'every table has a primary key': [['create table pears (area_id uuid not null)', ['pears has no primary key']]],
  'what an area owns says so': [
    ['create table pears (id uuid)', ['pears is owned by an area and has no area_id that is not null']],
    ['create table pears (area_id uuid)', ['pears is owned by an area and has no area_id that is not null']],
  ],
  'area_id comes first in every key': [
    [
      'create table pears (area_id uuid, id uuid, constraint pears_pkey primary key (id, area_id))',
      ['pears: unique index pears_pkey does not begin with area_id'],
    ],
    [
      `${PEARS} create unique index pears_id_key on pears (id) where id is not null`,
      ['pears: unique index pears_id_key does not begin with area_id'],
    ],
    [
      `${PEARS} alter table pears add during int4range, add constraint pears_id_excl exclude using gist (during with &&)`,
      ['pears: unique index pears_id_excl does not begin with area_id'],
    ],
    [
      `${PEARS} create unique index pears_lower_key on pears (lower(id::text), area_id)`,
      ['pears: unique index pears_lower_key does not begin with area_id'],
    ],
  ],
  'exclusions compare areas for equality': [
    [
      `create table pears (area_id int4range, during int4range, constraint pears_excl exclude using gist (area_id with &&, during with &&))`,
      ['pears: exclusion pears_excl does not compare area_id with ='],
    ],
  ],
  'references stay in the area': [
    [
      `${PEARS} create unique index pears_id_key on pears (id);
       create table boxes (area_id uuid, id uuid, constraint boxes_pear_fkey foreign key (id) references pears (id))`,
      ['boxes: boxes_pear_fkey to pears does not begin with area_id on both sides'],
    ],
    [
      `${PEARS} create table boxes (area_id uuid, id uuid, constraint boxes_pear_fkey foreign key (id, area_id) references pears (area_id, id))`,
      ['boxes: boxes_pear_fkey to pears does not begin with area_id on both sides'],
    ],
    [
      `create table pears (area_id uuid not null, user_id text, constraint pears_user_fkey foreign key (user_id) references auth."user" (id))`,
      ['pears (area): pears_user_fkey refers to user (local); the two may live on different machines'],
    ],
    [
      `${PEARS} create table jobs.crates (area_id uuid, pear_id uuid, constraint crates_pear_fkey foreign key (area_id, pear_id) references pears)`,
      ['crates (local): crates_pear_fkey refers to pears (area); the two may live on different machines'],
    ],
  ],
  'references never unset the area': [
    [
      `${PEARS} create table boxes (area_id uuid, pear_id uuid, constraint boxes_pear_fkey foreign key (area_id, pear_id) references pears on delete set null)`,
      ['boxes: boxes_pear_fkey sets a composite key to null or default'],
    ],
  ],
  'nothing happens by itself': [
    [
      `${PEARS} create function ripen() returns trigger language plpgsql as 'begin return new; end';
       create trigger pears_ripen before insert on pears for each row execute function ripen()`,
      ['pears has the trigger pears_ripen; write the effect in a service'],
    ],
    [
      `${PEARS} create rule pears_stay as on delete to pears do instead nothing`,
      ['pears has the rule pears_stay; write the effect in a service'],
    ],
    [`${PEARS} create view ripe as select * from pears`, ['the view ripe can be written through; write to the table']],
  ],
  'constraints have chosen, short names': [
    [`${PEARS} alter table pears add check (id is not null)`, ['pears: pears_id_check does not say what it checks']],
    [
      `${PEARS} create index on pears (id); alter index pears_id_idx rename to ripe_idx`,
      ['pears: ripe_idx should begin with pears_'],
    ],
    [
      `${PEARS} create index pears_by_the_name_that_is_much_longer_than_it_should_be on pears (id)`,
      ['pears: pears_by_the_name_that_is_much_longer_than_it_should_be has 55 letters, at most 50'],
    ],
    [
      `${PEARS} create index pears_id_2 on pears (id)`,
      ['pears: pears_id_2 ends in a number, which the error mapper strips'],
    ],
  ],
  'ids and times come from the app': [
    ['create table pears (id serial)', ['the sequence pears_id_seq counts; ids are uuid v7 made by the app']],
    [
      'create table pears (id int generated always as identity)',
      ['the sequence pears_id_seq counts; ids are uuid v7 made by the app'],
    ],
    [
      'create table pears (at timestamptz default now())',
      ['pears.at takes time or chance as its default; the app gives both'],
    ],
    [
      'create table pears (id uuid default gen_random_uuid())',
      ['pears.id takes time or chance as its default; the app gives both'],
    ],
    [
      'create table pears (day date default current_date)',
      ['pears.day takes time or chance as its default; the app gives both'],
    ],
  ],
  'types are exact': [
    [
      'create table pears (content json)',
      ['pears.content is json; use integers for amounts, timestamptz, text and jsonb'],
    ],
    [
      'create table pears (price_fen numeric)',
      ['pears.price_fen is numeric; use integers for amounts, timestamptz, text and jsonb'],
    ],
    [
      'create table pears (weight real)',
      ['pears.weight is real; use integers for amounts, timestamptz, text and jsonb'],
    ],
    [
      'create table pears (at timestamp)',
      ['pears.at is timestamp without time zone; use integers for amounts, timestamptz, text and jsonb'],
    ],
  ],
  'history is only ever added to': [
    [
      'create table pear_history (id uuid); grant delete on pear_history to liren_app',
      ['liren_app may DELETE pear_history, which is only ever added to'],
    ],
    [
      'grant update (reason) on matter_history to liren_app',
      ['liren_app may UPDATE matter_history, which is only ever added to'],
    ],
    [
      'grant update (content_hash) on entries to liren_app; grant delete on closing_lines to liren_app',
      [
        'liren_app may DELETE closing_lines, which is only ever added to',
        'liren_app may UPDATE entries, which is only ever added to',
      ],
    ],
    ['grant truncate on audit to liren_app', ['liren_app may TRUNCATE audit, which is only ever added to']],
  ],
  'the app role owns nothing': [
    [
      `grant create on schema public to liren_app; ${PEARS} alter table pears owner to liren_app; revoke create on schema public from liren_app`,
      [
        'liren_app owns pears; migrations run as the owner of the database',
        'liren_app owns pears_pkey; migrations run as the owner of the database',
      ],
    ],
    ['grant create on schema jobs to liren_app', ['liren_app may create tables in jobs']],
    ['alter role liren_app createdb', ['liren_app has powers beyond the rights on tables']],
  ],
};

describe('data rules over the migrated schema', () => {
  test.each(SCHEMA_RULES)('$name', async ({ check }) => {
    expect(await onSchemaWith('', check)).toEqual([]);
  });
});

describe('each data rule fires on a schema that breaks it', () => {
  test('every rule has a broken example', () => {
    expect(Object.keys(BROKEN)).toEqual(SCHEMA_RULES.map(({ name }) => name));
  });

  const examples = SCHEMA_RULES.flatMap(({ name, check }) =>
    (BROKEN[name] ?? []).map(([sql, sentences], index) => ({ title: `${name} (${index + 1})`, check, sql, sentences })),
  );
  test.each(examples)('$title', async ({ check, sql, sentences }) => {
    const before = await onSchemaWith('', check);
    const found = await onSchemaWith(sql, check);
    expect(found.filter((sentence) => !before.includes(sentence))).toEqual(sentences);
  });
});

describe('data rules over the statements in the code', () => {
  test('no statement breaks a rule', () => {
    const tree = openTree(root);
    expect(listStatements(tree).length).toBeGreaterThan(10);
    expect(checkStatements(tree)).toEqual([]);
  });

  test('every rule fires on a statement that breaks it', () => {
    const found = checkStatements(openTree(join(root, 'tests/broken/statements')));
    expect(found.map((sentence) => /^(.+?): (\S+)/.exec(sentence)?.[0])).toEqual([
      'do update set is repeatable: server/modules/apples/store.ts:5',
      'one clock: server/modules/apples/store.ts:5',
      'one clock: server/modules/apples/store.ts:6',
      'skip locked names the area: server/modules/apples/store.ts:7',
    ]);
    const fired = new Set(found.map((sentence) => sentence.split(':')[0]));
    expect([...fired].sort()).toEqual(STATEMENT_RULES.map(({ name }) => name).sort());
  });
});
