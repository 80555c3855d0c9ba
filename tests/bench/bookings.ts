import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { addDays, dayMs, hourMs, shanghaiDate, shanghaiInstant } from '#shared/time';
import { openDatabase } from '#platform/database';
import { readWeek, weekText } from '../../server/modules/venues/bookings/availability/store.ts';
import type { Community } from './data.ts';
import type { Shot } from './load.ts';

/** Bookings of the bench: fifty rooms of one community, open day and night, with a year and more of bookings in them. */
const rooms = 50;
const each = Number(process.env.LIREN_BENCH_BOOKINGS ?? 200_000) / rooms;
const everyHours = 3;

const roomOf = (index: number): string => `0197c000-0000-7000-8005-${String(index).padStart(12, '0')}`;

/** Plants the rooms and their bookings: each of one hour, every three hours, about now. */
export async function plantBookings(owner: pg.Client, at: Community): Promise<void> {
  await owner.query(
    `insert into venues (area_id, id, name, kind, indoor, picture, bookable, created_at)
     select $1, id, '房间', '活动室', true, 'venue-room', true, now() from unnest($2::uuid[]) as id`,
    [at.id, Array.from({ length: rooms }, (_, index) => roomOf(index))],
  );
  await owner.query(
    `insert into venue_hours (area_id, id, venue_id, weekday, opens, closes)
     select $1, gen_random_uuid(), id, weekday, 0, 1440 from venues, generate_series(1, 7) as weekday where area_id = $1`,
    [at.id],
  );
  const begin = new Date(Date.now() - each * everyHours * hourMs * 0.8);
  const made = `with made as (
      insert into bookings (area_id, id, venue_id, starts_at, ends_at, state, holder_kind, holder_id, holder_name, asked_at, made_by)
      select $1, gen_random_uuid(), v.id, at, at + interval '1 hour', 'confirmed', 'person', $3, '周', at - interval '3 days', $3
      from venues v, generate_series(0, $4::int - 1) as n, lateral (select date_trunc('hour', $2::timestamptz) + n * interval '${everyHours} hours' as at) as slot
      where v.area_id = $1 returning area_id, id, venue_id, starts_at, ends_at)
    insert into booking_parts (area_id, booking_id, part_id, starts_at, ends_at) select area_id, id, venue_id, starts_at, ends_at from made`;
  await owner.query(made, [at.id, begin, at.worker.id, each]);
  await owner.query('vacuum analyze bookings, booking_parts, venues, venue_hours');
}

let slots = 0;

/** One booking at a time nobody has yet, made by staff; the floor writes the same rows. */
export function bookShot(at: Community, side: 'floor' | 'app'): Shot {
  const slot = slots++;
  const venue = roomOf(slot % rooms);
  const free = Math.ceil((Date.now() + (each * everyHours + 48) * hourMs) / dayMs) * dayMs;
  const startsAt = new Date(free + Math.floor(slot / rooms) * hourMs).toISOString();
  const body = { startsAt, minutes: 60, title: '排练' };
  const common = { method: 'POST' as const, token: at.worker.token, key: randomUUID() };
  const base = `/api/v1/areas/${at.id}`;
  if (side === 'app') return { ...common, path: `${base}/venues/${venue}/bookings`, body };
  return { ...common, path: `${base}/bookings`, body: { ...body, known: { venue, actor: at.worker.id } } };
}

const mostMs = 30;

/** A week of fifty venues among all bookings: what the database says the app's statement took. */
export async function measureAvailability(url: string, at: Community): Promise<boolean> {
  const database = openDatabase({ url, max: 1 });
  const from = shanghaiDate(new Date());
  const days = { from, to: addDays(from, 6) };
  const span = {
    startsAt: shanghaiInstant(days.from).toISOString(),
    endsAt: shanghaiInstant(days.to, 24).toISOString(),
  };
  const took: number[] = [];
  const values = [at.id, days.from, days.to, span.startsAt, span.endsAt];
  for (let round = 0; round < 40; round++) {
    const [told] = await database.query<{ 'QUERY PLAN': [{ 'Execution Time': number }] }>(
      `explain (analyze, timing off, format json) ${weekText}`,
      values,
    );
    if (round >= 10) took.push(told?.['QUERY PLAN'][0]['Execution Time'] ?? Number.NaN);
  }
  const { taken } = await readWeek(database, at.id, days, span);
  const [{ count } = { count: 0 }] = await database.query<{ count: number }>('select count(*) from booking_parts');
  await database.close();
  const median = took.toSorted((a, b) => a - b)[Math.floor(took.length / 2)] ?? Number.NaN;
  const ok = median <= mostMs;
  console.log(
    `availability       ${median.toFixed(1)} ms  ≤ ${mostMs}  ${ok ? 'holds' : 'MISSED'}  a week of ${rooms} venues, ${taken.length} of ${count} bookings in it`,
  );
  return ok;
}
