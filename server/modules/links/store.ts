import type { Reader, Tx } from '#platform/database';
import type { LinkRow } from './tables.ts';

export type End = { kind: string; id: string };
export type Which = { areaId: string; id: string };

const columns = `l.area_id as "areaId", l.id, l.from_kind as "fromKind", l.from_id as "fromId", l.to_kind as "toKind",
  l.to_id as "toId", l.nth, l.why, l.at, l.by_id as "byId", l.by_name as "byName"`;
const stands = `not exists (select from link_ends e where e.area_id = l.area_id and e.link_id = l.id)`;

/** The links of a record that stand, from either side, in the order in which they were made. */
export function readLinks(reader: Reader, areaId: string, { kind, id }: End): Promise<LinkRow[]> {
  return reader.query<LinkRow>(
    `select ${columns} from links l where l.area_id = $1 and l.from_kind = $2 and l.from_id = $3 and ${stands}
     union all
     select ${columns} from links l where l.area_id = $1 and l.to_kind = $2 and l.to_id = $3 and ${stands}
     order by at, id`,
    [areaId, kind, id],
  );
}

export async function readLink(reader: Reader, { areaId, id }: Which): Promise<LinkRow | null> {
  const rows = await reader.query<LinkRow>(
    `select ${columns} from links l where l.area_id = $1 and l.id = $2 and ${stands}`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** Adds a link; false when the two are linked already. */
export async function insertLink(
  tx: Tx,
  row: Pick<LinkRow, 'areaId' | 'id' | 'fromKind' | 'fromId' | 'toKind' | 'toId' | 'why' | 'byId' | 'byName'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into links (area_id, id, from_kind, from_id, to_kind, to_id, nth, why, at, by_id, by_name)
     select $1::uuid, $2::uuid, $3::text, $4::uuid, $5::text, $6::uuid, 1 + count(*), $7::text, $8::timestamptz, $9::text, $10::text
     from links l where l.area_id = $1 and l.from_kind = $3 and l.from_id = $4 and l.to_kind = $5 and l.to_id = $6
     having not coalesce(bool_or(${stands}), false)
     on conflict do nothing returning id`,
    [
      ...[row.areaId, row.id, row.fromKind, row.fromId, row.toKind, row.toId],
      ...[row.why, tx.now, row.byId, row.byName],
    ],
  );
  return rows.length > 0;
}

/** Ends a link; false when it was ended before. */
export async function insertEnd(
  tx: Tx,
  end: Which & { reason: string; byId: string; byName: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into link_ends (area_id, link_id, reason, at, by_id, by_name) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning link_id`,
    [end.areaId, end.id, end.reason, tx.now, end.byId, end.byName],
  );
  return rows.length > 0;
}
