import type { Tx } from '#platform/database';

const leaves = `with recursive held as (
    select b.area_id, b.id as booking_id, b.venue_id, b.starts_at, b.ends_at from bookings b
    where b.area_id = $1 and b.state in ('pending', 'confirmed') and b.ends_at > $2
  ), inside as (
    select distinct venue_id, venue_id as id from held
    union all
    select i.venue_id, v.id from inside i join venues v on v.area_id = $1 and v.parent_id = i.id
  ), wanted as (
    select h.area_id, h.booking_id, i.id as part_id, h.starts_at, h.ends_at from held h join inside i on i.venue_id = h.venue_id
    where not exists (select from venues c where c.area_id = $1 and c.parent_id = i.id)
  )`;

/** Gives back parts that are none any more: a hall that was divided is its halves now. */
export async function dropOldParts(tx: Tx, areaId: string): Promise<void> {
  await tx.query(
    `${leaves} delete from booking_parts p using held h where p.area_id = $1 and p.booking_id = h.booking_id
       and not exists (select from wanted w where w.booking_id = p.booking_id and w.part_id = p.part_id)`,
    [areaId, tx.now],
  );
}

/** Takes the parts bookings to come should have and have not; answers how many are held by another booking. */
export async function takeNewParts(tx: Tx, areaId: string): Promise<number> {
  const rows = await tx.query<{ missing: number; taken: number }>(
    `${leaves}, missing as (
       select w.* from wanted w where not exists
         (select from booking_parts p where p.area_id = $1 and p.booking_id = w.booking_id and p.part_id = w.part_id)
     ), taken as (
       insert into booking_parts (area_id, booking_id, part_id, starts_at, ends_at)
       select area_id, booking_id, part_id, starts_at, ends_at from missing order by part_id, booking_id
       on conflict do nothing returning part_id
     ) select (select count(*)::int from missing) as missing, (select count(*)::int from taken) as taken`,
    [areaId, tx.now],
  );
  const [{ missing, taken } = { missing: 0, taken: 0 }] = rows;
  return missing - taken;
}
