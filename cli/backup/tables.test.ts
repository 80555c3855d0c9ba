import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '#tests/database';
import {
  connectPlainly,
  copyIn,
  copyOut,
  inLoadingOrder,
  layReferencesAside,
  listTables,
  readSequences,
  setSequence,
} from './tables.ts';

const { owner, url } = await testDatabase();

/** What an entry is made of points to it, and it to them: the first of each pair is loaded after the other. */
const inCircle = [
  'public.entries public.closings',
  'public.postings public.entries',
  'public.disclosure_publications public.disclosures',
];

test('each table comes after those it points to; of those that point to each other one comes first', async () => {
  const client = await connectPlainly(url);
  onTestFinished(() => client.end());
  const tables = await listTables(client);
  const names = tables.map(({ name }) => name);
  for (const { name, parents, order } of tables) {
    expect(order.length, name).toBeGreaterThan(0);
    for (const parent of parents.filter((each) => !inCircle.includes(`${each} ${name}`)))
      expect(names.indexOf(parent), `${parent} ${name}`).toBeLessThan(names.indexOf(name));
  }
  expect(names).toEqual(expect.arrayContaining(['public.areas', 'auth.user', 'jobs.outbox']));
  expect(names).not.toContain('public.schema_migrations');
  const [one, other] = tables;
  if (!one || !other) throw new Error('no tables');
  const circle = [
    { ...one, parents: [other.name] },
    { ...other, parents: [one.name] },
  ];
  expect(inLoadingOrder(circle)).toEqual(circle);
});

test('references to what is loaded later are laid aside, and put back they refuse what does not fit', async () => {
  const client = await connectPlainly(url);
  onTestFinished(() => client.end());
  await client.query(`begin; create schema circle;
    create table circle.hens (id int primary key, egg int not null); create table circle.eggs (id int primary key, hen int not null);
    alter table circle.hens add constraint hens_egg_fkey foreign key (egg) references circle.eggs (id);
    alter table circle.eggs add constraint eggs_hen_fkey foreign key (hen) references circle.hens (id)`);
  const putBack = await layReferencesAside(client, ['circle.hens', 'circle.eggs']);
  await client.query('insert into circle.hens values (1, 7); insert into circle.eggs values (7, 1); savepoint whole');
  await putBack();
  await client.query('rollback to whole; update circle.hens set egg = 8');
  await expect(putBack()).rejects.toThrow('hens_egg_fkey');
  await client.query('rollback');
});

test('values come back as they were: numbers, json as written, arrays, microseconds, nothing and empty, signs that COPY escapes', async () => {
  await owner.query(`
    create schema trial;
    create table trial.values (
      "order" text primary key, amount numeric, written json, held jsonb, list text[], at timestamptz, bytes bytea,
      share double precision, span interval, doubled int generated always as (length("order") * 2) stored, given bigserial);
    create table trial.again (like trial.values including all);
    insert into trial.values values
      ('b', 1.10, '{"z": 1,  "a": 2}', '{"z": 1, "a": 2}', '{"", NULL, "a,b\\"c"}', '2026-11-20 01:02:03.123456+08', '\\x00ff0a', 0.1::float8 + 0.2::float8, '1 month 2 days'),
      ('a', 'NaN', null, 'null', '{}', '-infinity', '', 'infinity', null),
      ('', null, 'null', null, null, null, null, null, null),
      (E'tab\\there\\nline\\r\\\\. end \\\\N 里仁𠮷', 12345678901234567890.0000000001, '[]', '""', '{{a,b},{c,d}}', 'infinity', '\\x5c2e', '-0', '-1 second')`);
  const client = await connectPlainly(url);
  onTestFinished(() => client.end());
  const [again, values] = (await listTables(client)).filter(({ name }) => name.startsWith('trial.'));
  if (!again || !values) throw new Error('no tables');
  expect(values.columns).not.toContain('doubled');
  const chunks: Buffer[] = [];
  const sum = await copyOut(client, values, async (chunk) => void chunks.push(chunk));
  expect(sum.rows).toBe(4);
  const source = async function* (): AsyncGenerator<Buffer> {
    yield* chunks;
  };
  await copyIn(client, again, source());
  expect(await copyOut(client, again)).toEqual(sum);
  const { rows } = await owner.query(
    `select (select count(*)::int from trial.values) as here, count(*)::int as same
     from trial.values v join trial.again a on v::text = a::text and v.written::text is not distinct from a.written::text`,
  );
  expect(rows).toEqual([{ here: 4, same: 4 }]);

  const [sequence] = await readSequences(client);
  expect(sequence).toEqual({ name: 'trial.values_given_seq', last: '4' });
  if (sequence) await setSequence(client, { ...sequence, last: '9007199254740993' });
  expect((await owner.query(`select nextval('trial.values_given_seq') as next`)).rows[0].next).toBe('9007199254740994');
});
