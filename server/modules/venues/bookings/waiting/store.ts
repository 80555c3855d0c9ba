import type { Tx } from '#platform/database';

export type Waiting = {
  areaId: string;
  id: string;
  venueId: string;
  venueName: string;
  rules: unknown;
  startsAt: string;
  endsAt: string;
  userId: string | null;
  holderKind: string;
  title: string;
  askedAt: string;
  parts: string[];
};

/**
 * Whether somebody holds one of the parts in a time. Their bookings are held until the commit, so that nobody gives one back
 * while another is put on the list behind it.
 */
export async function isHeld(
  tx: Tx,
  areaId: string,
  parts: readonly string[],
  span: { startsAt: string; endsAt: string },
): Promise<boolean> {
  const rows = await tx.query(
    `select b.id from bookings b where b.area_id = $1 and b.state in ('pending', 'confirmed') and b.id in (
       select p.booking_id from booking_parts p where p.area_id = $1 and p.part_id = any($2::uuid[])
         and tstzrange(p.starts_at, p.ends_at) && tstzrange($3, $4))
     order by b.id for share of b`,
    [areaId, parts, span.startsAt, span.endsAt],
  );
  return rows.length > 0;
}

/** Those who wait for a time that touches another, for the parts given back, in the order in which they asked. */
export function readWaiting(
  tx: Tx,
  areaId: string,
  parts: readonly string[],
  span: { startsAt: string; endsAt: string },
): Promise<Waiting[]> {
  return tx.query<Waiting>(
    `with recursive inside as (
       select distinct b.venue_id, b.venue_id as id from bookings b
       where b.area_id = $1 and b.state = 'waiting' and b.starts_at < $4 and b.ends_at > $3
       union all
       select i.venue_id, v.id from inside i join venues v on v.area_id = $1 and v.parent_id = i.id
     ), leaves as (
       select i.venue_id, array_agg(i.id) as parts from inside i
       where not exists (select from venues c where c.area_id = $1 and c.parent_id = i.id) group by i.venue_id
     )
     select b.area_id as "areaId", b.id, b.venue_id as "venueId", v.name as "venueName", v.rules, b.starts_at as "startsAt",
       b.ends_at as "endsAt", b.user_id as "userId", b.holder_kind as "holderKind", b.title, b.asked_at as "askedAt", l.parts
     from bookings b join leaves l on l.venue_id = b.venue_id join venues v on v.area_id = b.area_id and v.id = b.venue_id
     where b.area_id = $1 and b.state = 'waiting' and b.starts_at < $4 and b.ends_at > $3 and b.starts_at > $5
       and l.parts && $2::uuid[]
     order by b.asked_at, b.id`,
    [areaId, parts, span.startsAt, span.endsAt, tx.now],
  );
}

/** Takes one off the list; false when somebody else did, or they cancelled. */
export async function promote(tx: Tx, areaId: string, id: string, state: string): Promise<boolean> {
  const rows = await tx.query(
    `update bookings set state = $3, promoted_at = $4 where area_id = $1 and id = $2 and state = 'waiting' returning id`,
    [areaId, id, state, tx.now],
  );
  return rows.length > 0;
}

/** Puts one back where they were. */
export async function putBack(tx: Tx, areaId: string, id: string): Promise<void> {
  await tx.query(`update bookings set state = 'waiting', promoted_at = null where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
}
