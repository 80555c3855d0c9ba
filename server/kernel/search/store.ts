import type { Reader, Tx } from '#platform/database';
import type { Audience, Entry, EntryKind, Found, Place } from './contract.ts';
import { vectorOf, type Queries } from './rules.ts';

const rowOf = (entry: Entry): Record<string, unknown> => ({
  area_id: entry.areaId,
  kind: entry.kind,
  id: entry.id,
  audience: entry.audience,
  at: entry.at,
  words: vectorOf(entry),
});

/** Adds what a new record is found by, among the rows that leave with the commit. */
export function appendEntry(tx: Tx, entry: Entry): void {
  const row = rowOf(entry);
  if (row['words'] !== '') tx.append('search_entries', row);
}

/** What records are found by from here on. */
export async function writeEntries(tx: Tx, entries: Entry[]): Promise<void> {
  const rows = entries.map(rowOf).filter((row) => row['words'] !== '');
  if (rows.length === 0) return;
  await tx.query(
    `insert into search_entries (area_id, kind, id, audience, at, words)
     select area_id, kind, id, audience, at, words from json_populate_recordset(null::search_entries, $1::json)
     on conflict (area_id, kind, id, audience) do update set at = excluded.at, words = excluded.words`,
    [JSON.stringify(rows)],
    'search.write',
  );
}

/** A record is no longer found. */
export async function dropEntries(tx: Tx, entry: Pick<Entry, 'areaId' | 'kind' | 'id'>): Promise<void> {
  await tx.query('delete from search_entries where area_id = $1 and kind = $2 and id = $3', [
    entry.areaId,
    entry.kind,
    entry.id,
  ]);
}

export type Wanted = {
  areas: { id: string; queries: Queries }[];
  kind: EntryKind;
  /** Audiences the asking person belongs to, whatever the record. */
  open: Audience[];
  /** Audiences whose records she may read one by one: a condition on the entry `e`, its values numbered by `value`. */
  some: { audiences: Audience[]; condition(value: (v: unknown) => string): string } | null;
  after: Place | null;
  limit: number;
};

/** Entries found, best first: number, title, text; the newest first. One record once, as near as the person may read it. */
export function findEntries(reader: Reader, wanted: Wanted): Promise<Found[]> {
  const { areas, kind, open, some, after } = wanted;
  const values: unknown[] = [
    areas.map(({ id }) => id),
    areas.map(({ queries }) => queries.all),
    areas.map(({ queries }) => queries.title),
    areas.map(({ queries }) => queries.number),
  ];
  const value = (v: unknown): string => `$${values.push(v)}`;
  const limit = value(wanted.limit);
  const mayFind = [`e.audience = any(${value(open)})`];
  if (some) mayFind.push(`(e.audience = any(${value(some.audiences)}) and ${some.condition(value)})`);
  const beyond = after
    ? `where tier > ${value(after.tier)} or (tier = ${value(after.tier)} and (at, id) < (${value(after.at)}::timestamptz, ${value(after.id)}::uuid))`
    : '';
  return reader.query<Found>(
    `select hit.* from unnest($1::uuid[], $2::tsquery[], $3::tsquery[], $4::tsquery[]) as area (id, words, title, number)
     cross join lateral (
       select * from (
         select area.id as "areaId", ${value(kind)}::text as kind, e.id, max(e.at) as at,
           min(case when e.words @@ area.number then 0 when e.words @@ area.title then 1 else 2 end) as tier,
           (array_agg(e.audience order by e.audience = 'face'))[1] as audience
         from search_entries e
         where e.area_id = area.id and e.kind = ${value(kind)} and e.words @@ area.words and (${mayFind.join(' or ')})
         group by e.id
       ) one ${beyond} order by tier, at desc, id desc limit ${limit}
     ) hit order by tier, at desc, id desc limit ${limit}`,
    values,
  );
}
