import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { countRows, type Manifest, type Sum } from './manifest.ts';

export type Table = {
  /** `schema.name`. */
  name: string;
  columns: string[];
  /** The primary key, as an order that is the same on every server. */
  order: string[];
  /** The tables its rows point to, itself excepted. */
  parents: string[];
};

const tablesQuery = `
  select n.nspname || '.' || c.relname as name,
    array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
          from pg_index i cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indrelid = c.oid and i.indisprimary order by k.place) as "order",
    array(select distinct pn.nspname || '.' || p.relname from pg_constraint f
          join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
          where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and (n.nspname, c.relname) <> ('public', 'schema_migrations')
    and not exists (select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by 1`;

/** Connects so that every value is written the same way on every server. */
export async function connectPlainly(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'liren backup' });
  await client.connect();
  await client.query(
    `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
     set extra_float_digits = 1; set client_encoding = 'UTF8'; set search_path = public`,
  );
  return client;
}

/** Every table but the list of migrations, each after those its rows point to, where they do not point to each other. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(tablesQuery);
  return inLoadingOrder(rows);
}

export function inLoadingOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, parents }) => !placed.has(name) && parents.every((each) => placed.has(each)));
    // Of those that point to each other one has to be the first.
    const left = tables.filter(({ name }) => !placed.has(name));
    const next = ready.length > 0 ? ready : left.filter(({ name }) => pointsToItself(left, name)).slice(0, 1);
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}

function pointsToItself(tables: Table[], name: string): boolean {
  const reached = new Set<string>();
  const parentsOf = (one: string): string[] => tables.find((table) => table.name === one)?.parents ?? [];
  const waiting = parentsOf(name);
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (!reached.has(one)) waiting.push(...parentsOf(one));
    reached.add(one);
  }
  return reached.has(name);
}

/**
 * Drops the references to tables that are loaded later; the function it answers puts them back, which checks every row. For one
 * transaction.
 */
export async function layReferencesAside(client: pg.Client, loaded: readonly string[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; child: string; parent: string; says: string }>(
    `select quote_ident(f.conname) as name, pg_get_constraintdef(f.oid) as says,
       (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = f.conrelid) as child,
       (select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = f.confrelid) as parent
     from pg_constraint f where f.contype = 'f' order by f.conname`,
  );
  const ahead = rows.filter(({ child, parent }) => loaded.indexOf(parent) > loaded.indexOf(child));
  for (const { child, name } of ahead) await client.query(`alter table ${quoted(child)} drop constraint ${name}`);
  return async () => {
    for (const { child, name, says } of ahead)
      await client.query(`alter table ${quoted(child)} add constraint ${name} ${says}`);
  };
}

/** The migrations applied to this database; null when it has never been one of ours. */
export async function readMigrated(client: pg.Client): Promise<Manifest['migrations'] | null> {
  const { rows } = await client.query(`select to_regclass('public.schema_migrations') is not null as found`);
  if (!rows[0].found) return null;
  return (await client.query('select name, sha256 from schema_migrations order by name')).rows;
}

/** Reads a whole table in the order of its key and hands it on piece by piece. */
export async function copyOut(
  client: pg.Client,
  table: Table,
  take: (chunk: Buffer) => Promise<void> = async () => {},
): Promise<Sum> {
  const { name, columns, order } = table;
  const query = `select ${listOf(columns)} from ${quoted(name)} order by ${order.join(', ')}`;
  const counter = countRows();
  for await (const chunk of client.query(to(`copy (${query}) to stdout`))) {
    counter.take(chunk);
    await take(chunk);
  }
  return counter.sum();
}

export async function copyIn(
  client: pg.Client,
  table: { name: string; columns: string[] },
  chunks: AsyncIterable<Buffer>,
): Promise<void> {
  await pipeline(chunks, client.query(from(`copy ${quoted(table.name)} (${listOf(table.columns)}) from stdin`)));
}

export async function hasRows(client: pg.Client, { name }: Table): Promise<boolean> {
  return (await client.query(`select 1 from ${quoted(name)} limit 1`)).rows.length > 0;
}

/** Those that have given a number. */
export async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences
     where last_value is not null order by 1`,
  );
  return rows;
}

export async function setSequence(client: pg.Client, { name, last }: Manifest['sequences'][number]): Promise<void> {
  await client.query('select setval($1::regclass, $2)', [quoted(name), last]);
}

function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.');
}

function listOf(columns: string[]): string {
  return columns.map(pg.escapeIdentifier).join(', ');
}
