import pg from 'pg';
import type { Scratch } from './scratch.ts';

const TABLES = `
  select n.nspname || '.' || c.relname as "table",
    array(select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from pg_attribute a left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
    array(select '  constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x')
      order by position(contype in 'puxcf'), conname) as constraints,
    array(select pg_get_indexdef(x.indexrelid) || ';' from pg_index x where x.indrelid = c.oid
      and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
      order by 1) as indexes,
    (select string_agg(lower(p), ', ') from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
      where has_table_privilege('liren_app', c.oid, p)) as rights
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' order by n.nspname <> 'public', 1`;

type Described = { table: string; columns: string[]; constraints: string[]; indexes: string[]; rights: string | null };

function describe({ table, columns, constraints, indexes, rights }: Described): string {
  return [
    `create table ${table} (`,
    [...columns, ...constraints].join(',\n'),
    ');',
    ...indexes,
    `-- liren_app may ${rights ?? 'do nothing'}`,
    '',
  ].join('\n');
}

/** The schema as it stands after all migrations, read from the catalogue. */
export async function describeSchema(scratch: Scratch): Promise<string> {
  const client = new pg.Client({ connectionString: scratch.url });
  await client.connect();
  try {
    const { rows } = await client.query<Described>(TABLES);
    return `-- The schema after all migrations, for reading; made by npm run generate.\n\n${rows.map(describe).join('\n')}`;
  } finally {
    await client.end();
  }
}
