import { APPEND_ONLY, KEPT_AS_WRITTEN, LOCAL_SCHEMAS, SHARED_TABLES } from './classes.ts';

/** Asks the catalogue of one database. */
export type Ask = <Row extends object>(sql: string) => Promise<Row[]>;
export type SchemaRule = { name: string; check: (ask: Ask) => Promise<string[]> };

const SCHEMAS = ['public', ...LOCAL_SCHEMAS];
const inSchemas = `n.nspname = any(array[${SCHEMAS.map((name) => `'${name}'`).join(', ')}])`;
const isAreaOwned = `(n.nspname = 'public' and c.relname <> all(array[${SHARED_TABLES.map((name) => `'${name}'`).join(', ')}]))`;
const NAME_LENGTH_MAX = 50;

/** One sentence per row of a query that finds offenders. */
function offenders<Row extends object>(sql: string, sentence: (row: Row) => string): (ask: Ask) => Promise<string[]> {
  return async (ask) => (await ask<Row>(sql)).map(sentence);
}

type Named = { table: string; name: string };

const tablesHaveAClass = offenders<Named>(
  `select n.nspname || '.' || c.relname as "table", '' as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f', 'm') and not ${inSchemas} and n.nspname !~ '^(pg_|information_schema)' order by 1`,
  ({ table }) => `${table} stands in a schema that is in none of the three classes`,
);

const areaComesFirstInKeys = offenders<Named>(
  `select c.relname as "table", i.relname as name from pg_index x
   join pg_class c on c.oid = x.indrelid join pg_namespace n on n.oid = c.relnamespace join pg_class i on i.oid = x.indexrelid
   left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
   where ${isAreaOwned} and (x.indisunique or x.indisexclusion) and a.attname is distinct from 'area_id' order by 1, 2`,
  ({ table, name }) => `${table}: unique index ${name} does not begin with area_id`,
);

const areaIsKept = offenders<Named>(
  `select c.relname as "table", '' as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   left join pg_attribute a on a.attrelid = c.oid and a.attname = 'area_id' and not a.attisdropped
   where c.relkind in ('r', 'p') and ${isAreaOwned} and a.attnotnull is not true order by 1`,
  ({ table }) => `${table} is owned by an area and has no area_id that is not null`,
);

const tablesHaveAPrimaryKey = offenders<Named>(
  `select c.relname as "table", '' as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and ${inSchemas} and not exists
     (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') order by 1`,
  ({ table }) => `${table} has no primary key`,
);

const exclusionsCompareAreas = offenders<Named>(
  `select c.relname as "table", k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
   join pg_namespace n on n.oid = c.relnamespace
   where k.contype = 'x' and ${isAreaOwned} and (select oprname from pg_operator where oid = k.conexclop[1]) <> '=' order by 1, 2`,
  ({ table, name }) => `${table}: exclusion ${name} does not compare area_id with =`,
);

type Reference = Named & { other: string; columns: string[]; otherColumns: string[]; from: string; to: string };
const CLASS = `case when n.nspname <> 'public' then 'local' when c.relname = any(array[${SHARED_TABLES.map((name) => `'${name}'`).join(', ')}])
  then 'shared' else 'area' end`;
const REFERENCES = `
  with classed as (select c.oid, c.relname, ${CLASS} as class from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${inSchemas})
  select s.relname as "table", k.conname as name, t.relname as other, s.class as "from", t.class as "to",
    array(select attname::text from unnest(k.conkey) with ordinality u(n, i) join pg_attribute on attrelid = s.oid and attnum = n order by i) as columns,
    array(select attname::text from unnest(k.confkey) with ordinality u(n, i) join pg_attribute on attrelid = t.oid and attnum = n order by i) as "otherColumns"
  from pg_constraint k join classed s on s.oid = k.conrelid join classed t on t.oid = k.confrelid where k.contype = 'f' order by 1, 2`;

async function referencesStayInTheArea(ask: Ask): Promise<string[]> {
  return (await ask<Reference>(REFERENCES)).flatMap(({ table, name, other, columns, otherColumns, from, to }) => {
    if (from === 'area' && to === 'area') {
      if (columns[0] === 'area_id' && otherColumns[0] === 'area_id') return [];
      return [`${table}: ${name} to ${other} does not begin with area_id on both sides`];
    }
    if (from === to || to === 'shared') return [];
    return [`${table} (${from}): ${name} refers to ${other} (${to}); the two may live on different machines`];
  });
}

const nothingHappensByItself = async (ask: Ask): Promise<string[]> => [
  ...(await offenders<Named>(
    `select c.relname as "table", t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${inSchemas} order by 1, 2`,
    ({ table, name }) => `${table} has the trigger ${name}; write the effect in a service`,
  )(ask)),
  ...(await offenders<Named>(
    `select c.relname as "table", r.rulename as name from pg_rewrite r join pg_class c on c.oid = r.ev_class
     join pg_namespace n on n.oid = c.relnamespace where r.rulename <> '_RETURN' and ${inSchemas} order by 1, 2`,
    ({ table, name }) => `${table} has the rule ${name}; write the effect in a service`,
  )(ask)),
  ...(await offenders<Named>(
    `select table_name as "table", '' as name from information_schema.views
     where table_schema = any(array['public', 'auth', 'jobs']) and (is_updatable = 'YES' or is_insertable_into = 'YES') order by 1`,
    ({ table }) => `the view ${table} can be written through; write to the table`,
  )(ask)),
];

const referencesNeverUnsetTheArea = offenders<Named>(
  `select c.relname as "table", k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
   join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and ${inSchemas} and array_length(k.conkey, 1) > 1
   and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd')) order by 1, 2`,
  ({ table, name }) => `${table}: ${name} sets a composite key to null or default`,
);

const namesAreChosen = async (ask: Ask): Promise<string[]> => {
  const rows = await ask<Named & { type: string }>(
    `select c.relname as "table", k.conname as name, k.contype as type from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${inSchemas} and k.contype in ('p', 'u', 'f', 'c', 'x') and c.relname <> 'schema_migrations'
     union all
     select c.relname, i.relname, 'i' from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_namespace n on n.oid = c.relnamespace where ${inSchemas} and c.relname <> 'schema_migrations'
     and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x')) order by 1, 2`,
  );
  return rows.flatMap(({ table, name, type }) => {
    if (name.length > NAME_LENGTH_MAX)
      return [`${table}: ${name} has ${name.length} letters, at most ${NAME_LENGTH_MAX}`];
    if (!name.startsWith(`${table}_`)) return [`${table}: ${name} should begin with ${table}_`];
    if (type === 'c' && /_check\d*$/.test(name)) return [`${table}: ${name} does not say what it checks`];
    if (/_\d+$/.test(name)) return [`${table}: ${name} ends in a number, which the error mapper strips`];
    return [];
  });
};

const idsComeFromTheApp = async (ask: Ask): Promise<string[]> => [
  ...(await offenders<Named>(
    `select n.nspname as "table", c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and ${inSchemas} order by 2`,
    ({ name }) => `the sequence ${name} counts; ids are uuid v7 made by the app`,
  )(ask)),
  ...(await offenders<Named>(
    `select c.relname as "table", a.attname as name from pg_attrdef d join pg_class c on c.oid = d.adrelid
     join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = d.adnum
     where ${inSchemas} and c.relname <> 'schema_migrations' and a.attgenerated = ''
     -- The number of the transaction that writes is neither.
     and replace(pg_get_expr(d.adbin, d.adrelid), 'pg_current_xact_id()', '') ~* '(now|random|uuid|timestamp|clock)[a-z0-9_]*\\(|CURRENT_' order by 1, 2`,
    ({ table, name }) => `${table}.${name} takes time or chance as its default; the app gives both`,
  )(ask)),
];

const typesAreExact = offenders<Named & { type: string }>(
  `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
   join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and ${inSchemas}
   and c.relname || '.' || a.attname <> all(array[${KEPT_AS_WRITTEN.map((name) => `'${name}'`).join(', ')}])
   and (format_type(a.atttypid, a.atttypmod) ~ '^(real|double|money|json$|character|time|timestamp.* without)'
        and format_type(a.atttypid, a.atttypmod) !~ '^timestamp.* with time zone'
     or a.attname ~ '_(fen|points|count|bytes|decimetres|centimetres)$' and format_type(a.atttypid, a.atttypmod) !~ '^(integer|bigint|smallint)$')
   order by 1, 2`,
  ({ table, name, type }) => `${table}.${name} is ${type}; use integers for amounts, timestamptz, text and jsonb`,
);

type Held = Named & { right: string };
const historyIsFinal = offenders<Held>(
  `select c.relname as "table", '' as name, p.right from pg_class c join pg_namespace n on n.oid = c.relnamespace
   cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p ("right")
   where c.relkind in ('r', 'p') and ${inSchemas} and c.relname ~ '${APPEND_ONLY.source}'
   and (has_table_privilege('liren_app', c.oid, p.right)
     or p.right = 'UPDATE' and has_any_column_privilege('liren_app', c.oid, 'UPDATE')) order by 1, 3`,
  ({ table, right }) => `liren_app may ${right} ${table}, which is only ever added to`,
);

const appOwnsNothing = async (ask: Ask): Promise<string[]> => [
  ...(await offenders<Named>(
    `select c.relname as "table", '' as name from pg_class c where pg_get_userbyid(c.relowner) = 'liren_app'
     union all select nspname, '' from pg_namespace where pg_get_userbyid(nspowner) = 'liren_app' order by 1`,
    ({ table }) => `liren_app owns ${table}; migrations run as the owner of the database`,
  )(ask)),
  ...(await offenders<Named>(
    `select nspname as "table", '' as name from pg_namespace n where ${inSchemas} and has_schema_privilege('liren_app', n.oid, 'CREATE')`,
    ({ table }) => `liren_app may create tables in ${table}`,
  )(ask)),
  ...(await offenders<Named>(
    `select '' as "table", rolname as name from pg_roles where rolname = 'liren_app'
     and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)`,
    ({ name }) => `${name} has powers beyond the rights on tables`,
  )(ask)),
];

export const SCHEMA_RULES: SchemaRule[] = [
  { name: 'every table belongs to a class', check: tablesHaveAClass },
  { name: 'every table has a primary key', check: tablesHaveAPrimaryKey },
  { name: 'what an area owns says so', check: areaIsKept },
  { name: 'area_id comes first in every key', check: areaComesFirstInKeys },
  { name: 'exclusions compare areas for equality', check: exclusionsCompareAreas },
  { name: 'references stay in the area', check: referencesStayInTheArea },
  { name: 'references never unset the area', check: referencesNeverUnsetTheArea },
  { name: 'nothing happens by itself', check: nothingHappensByItself },
  { name: 'constraints have chosen, short names', check: namesAreChosen },
  { name: 'ids and times come from the app', check: idsComeFromTheApp },
  { name: 'types are exact', check: typesAreExact },
  { name: 'history is only ever added to', check: historyIsFinal },
  { name: 'the app role owns nothing', check: appOwnsNothing },
];
