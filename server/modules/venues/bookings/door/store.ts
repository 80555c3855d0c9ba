import type { Reader } from '#platform/database';

/**
 * The bookings of a user that stand in a venue, in the rooms inside it or the house around it, and are on about a moment: a hall has
 * one door.
 */
export function readMineNow(
  reader: Reader,
  who: { areaId: string; venueId: string; userId: string; from: Date; now: Date },
): Promise<{ id: string; checkedInAt: string | null }[]> {
  return reader.query(
    `with recursive inside as (
       select id from venues where area_id = $1 and id = $2
       union all
       select v.id from inside i join venues v on v.area_id = $1 and v.parent_id = i.id
     ), up as (
       select id, parent_id, 0 as depth from venues where area_id = $1 and id = $2
       union all
       select v.id, v.parent_id, up.depth + 1 from up join venues v on v.area_id = $1 and v.id = up.parent_id where up.depth < 8
     )
     select b.id, b.checked_in_at as "checkedInAt" from bookings b
     where b.area_id = $1 and b.user_id = $3 and b.state = 'confirmed' and b.starts_at <= $4 and b.ends_at >= $5
       and b.venue_id in (select id from inside union select id from up)
     order by b.checked_in_at nulls first, b.starts_at`,
    [who.areaId, who.venueId, who.userId, who.from, who.now],
  );
}
