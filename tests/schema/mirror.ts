import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import type { Ask } from './rules.ts';

/** What is known of a table, each fact as a sentence: comparing two sets of them names every difference. */
export type Facts = Map<string, Set<string>>;

function columnFact(table: string, name: string, type: string, kept: boolean): string {
  return `${table}.${name} is ${type.replaceAll(', ', ',')}${kept ? ' not null' : ''}`;
}

/** The tables among the exports of a `tables.ts`. */
export function tablesOf(exports: Record<string, unknown>): PgTable[] {
  return Object.values(exports).filter((value): value is PgTable => is(value, PgTable));
}

/** What drizzle has been told. */
export function factsOfMirror(tables: PgTable[]): Facts {
  const facts: Facts = new Map();
  for (const table of tables) {
    const config = getTableConfig(table);
    const name = `${config.schema ?? 'public'}.${config.name}`;
    const alone = config.columns.filter((column) => column.primary).map((column) => column.name);
    const key = config.primaryKeys[0]?.columns.map((column) => column.name) ?? alone;
    facts.set(
      name,
      new Set([
        ...config.columns.map((column) => columnFact(name, column.name, column.getSQLType(), column.notNull)),
        `${name} has the primary key (${key.join(', ')})`,
      ]),
    );
  }
  return facts;
}

/** What the catalogue says, in the words of `factsOfMirror`. */
export async function factsOfDatabase(ask: Ask): Promise<Facts> {
  const facts: Facts = new Map();
  const columns = await ask<{ table: string; name: string; type: string; kept: boolean }>(
    `select n.nspname || '.' || c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       a.attnotnull as kept from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and n.nspname !~ '^(pg_|information_schema)'`,
  );
  for (const { table, name, type, kept } of columns) {
    facts.set(table, (facts.get(table) ?? new Set()).add(columnFact(table, name, type, kept)));
  }
  const keys = await ask<{ table: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as "table", array(select attname::text from unnest(k.conkey) with ordinality u(number, place)
       join pg_attribute on attrelid = c.oid and attnum = number order by place) as columns
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype = 'p'`,
  );
  for (const { table, columns: names } of keys)
    facts.get(table)?.add(`${table} has the primary key (${names.join(', ')})`);
  return facts;
}

/** Every difference between the mirrored tables and the database, in both directions. */
export function compareMirror(mirror: Facts, database: Facts): string[] {
  return [...mirror].flatMap(([table, told]) => {
    const real = database.get(table);
    if (!real) return [`${table} is in tables.ts and not in the database`];
    return [
      ...[...told].filter((fact) => !real.has(fact)).map((fact) => `only tables.ts says: ${fact}`),
      ...[...real].filter((fact) => !told.has(fact)).map((fact) => `only the database says: ${fact}`),
    ];
  });
}
