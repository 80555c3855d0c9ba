import type { Reader } from '#platform/database';
import type { DayException, Hours } from '#kernel-contract/calendar';

export type Week = {
  spaces: {
    id: string;
    parentId: string | null;
    name: string;
    capacity: number | null;
    bookable: boolean;
    rules: unknown;
    closed: boolean;
  }[];
  hours: (Hours & { venueId: string })[];
  exceptions: (DayException & { venueId: string })[];
  taken: { partId: string; startsAt: string; endsAt: string }[];
};

/** One statement, whose cost rests on the time asked for and not on how many bookings there ever were. */
export const weekText = `select coalesce((select json_agg(json_build_object('id', v.id, 'parentId', v.parent_id, 'name', v.name, 'capacity', v.capacity,
       'bookable', v.bookable, 'rules', v.rules, 'closed', v.closed_on is not null) order by v.position, v.id)
       from venues v where v.area_id = $1), '[]') as spaces,
     coalesce((select json_agg(json_build_object('venueId', h.venue_id, 'weekday', h.weekday, 'opens', h.opens, 'closes', h.closes,
       'zone', h.zone)) from venue_hours h where h.area_id = $1), '[]') as hours,
     coalesce((select json_agg(json_build_object('venueId', e.venue_id, 'day', e.day, 'opens', e.opens, 'closes', e.closes,
       'zone', e.zone)) from venue_exceptions e where e.area_id = $1 and e.day between $2::date and $3::date), '[]') as exceptions,
     coalesce((select json_agg(json_build_object('partId', p.part_id, 'startsAt', p.starts_at, 'endsAt', p.ends_at))
       from venues v join booking_parts p on p.area_id = v.area_id and p.part_id = v.id
         and tstzrange(p.starts_at, p.ends_at) && tstzrange($4, $5)
       where v.area_id = $1), '[]') as taken`;

/** The venues of an area with their hours, the days that are not as usual, and what is taken of them in a time. */
export async function readWeek(
  reader: Reader,
  areaId: string,
  days: { from: string; to: string },
  span: { startsAt: string; endsAt: string },
): Promise<Week> {
  const rows = await reader.query<Week>(
    weekText,
    [areaId, days.from, days.to, span.startsAt, span.endsAt],
    'bookings.week',
  );
  return rows[0] ?? { spaces: [], hours: [], exceptions: [], taken: [] };
}

/** How many wait for a venue on a day, by the time they wait for. */
export function readWaits(
  reader: Reader,
  areaId: string,
  venueId: string,
  span: { startsAt: string; endsAt: string },
): Promise<{ startsAt: string; endsAt: string }[]> {
  return reader.query(
    `select starts_at as "startsAt", ends_at as "endsAt" from bookings
     where area_id = $1 and state = 'waiting' and venue_id = $2 and starts_at < $4 and ends_at > $3`,
    [areaId, venueId, span.startsAt, span.endsAt],
  );
}
