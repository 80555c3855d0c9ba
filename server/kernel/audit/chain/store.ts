import type { Reader, Tx } from '#platform/database';
import type { AuditRow, Head, Place, Position } from './rules.ts';
import type { LinkRow } from './tables.ts';

const rowColumns = `a.area_id as "areaId", a.id, a.at, a.actor_id as "actorId", a.actor_name as "actorName", a.act, a.subject,
  a.detail`;

export type Kept = {
  value: Partial<Position>;
  /** The oldest transaction that may still write. */
  oldestRunning: string;
  server: string;
};

const keptColumns = `value, pg_snapshot_xmin(pg_current_snapshot())::text as "oldestRunning",
  extract(epoch from pg_postmaster_start_time())::text as server`;

export async function readPosition(reader: Reader): Promise<Kept | null> {
  const rows = await reader.query<Kept>(`select ${keptColumns} from jobs.settings where name = 'audit.sealed'`);
  return rows[0] ?? null;
}

/** Up to where every row is sealed, held until the commit; null while somebody else holds it. */
export async function takePosition(tx: Tx): Promise<Kept | null> {
  await tx.query(
    `insert into jobs.settings (name, value) select 'audit.sealed', '{}'
     where not exists (select 1 from jobs.settings where name = 'audit.sealed') on conflict do nothing`,
  );
  const rows = await tx.query<Kept>(
    `select ${keptColumns} from jobs.settings where name = 'audit.sealed' for update skip locked`,
  );
  return rows[0] ?? null;
}

export async function keepPosition(tx: Tx, position: Position): Promise<void> {
  await tx.query(`update jobs.settings set value = $1 where name = 'audit.sealed'`, [JSON.stringify(position)]);
}

export type Arrived = AuditRow & { arrived: string; sealed: boolean };

/** The rows of all areas that arrived after a place, in the order in which their transactions began to write. */
export function readArrived(reader: Reader, after: Place, limit: number): Promise<Arrived[]> {
  return reader.query<Arrived>(
    `with recent as materialized (
       select * from audit where (arrived, area_id, id) > ($1::xid8, $2::uuid, $3::uuid) order by arrived, area_id, id limit $4)
     select ${rowColumns}, a.arrived::text as arrived,
       (select c.n from audit_chain c where c.area_id = a.area_id and c.audit_id = a.id) is not null as sealed
     from recent a order by a.arrived, a.area_id, a.id`,
    [after.arrived, after.areaId, after.id, limit],
  );
}

/** The last link of each of these areas that has one. */
export async function readHeads(reader: Reader, areaIds: readonly string[]): Promise<Map<string, Head>> {
  const rows = await reader.query<Head & { areaId: string }>(
    `select wanted.area_id as "areaId", head.n, head.hash from unnest($1::uuid[]) as wanted (area_id)
     cross join lateral (select n, hash from audit_chain c where c.area_id = wanted.area_id order by n desc limit 1) head`,
    [areaIds],
  );
  return new Map(rows.map(({ areaId, n, hash }) => [areaId, { n, hash }]));
}

export async function insertLinks(tx: Tx, links: readonly LinkRow[]): Promise<void> {
  const column = <Key extends keyof LinkRow>(key: Key): LinkRow[Key][] => links.map((link) => link[key]);
  await tx.query(
    `insert into audit_chain (area_id, n, previous, audit_id, hash)
     select * from unnest($1::uuid[], $2::int[], $3::int[], $4::uuid[], $5::text[])`,
    [column('areaId'), column('n'), column('previous'), column('auditId'), column('hash')],
  );
}

export async function readHash(reader: Reader, areaId: string, n: number): Promise<string | null> {
  const rows = await reader.query<{ hash: string }>(`select hash from audit_chain where area_id = $1 and n = $2`, [
    areaId,
    n,
  ]);
  return rows[0]?.hash ?? null;
}

/** Links of an area with their rows, in order, those after one number up to another. */
export function readSealed(
  reader: Reader,
  areaId: string,
  { after, through, limit }: { after: number; through: number; limit: number },
): Promise<(AuditRow & Head)[]> {
  return reader.query<AuditRow & Head>(
    `select c.n, c.hash, ${rowColumns} from audit_chain c join audit a on a.area_id = $1 and a.id = c.audit_id
     where c.area_id = $1 and c.n > $2 and c.n <= $3 order by c.n limit $4`,
    [areaId, after, through, limit],
  );
}
