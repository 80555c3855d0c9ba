import { violatedConstraint, type Reader, type Tx } from '#platform/database';
import type { ShiftForm } from './contract.ts';
import type { ShiftRow, TurnRow } from './tables.ts';

const shiftColumns = `id, area_id as "areaId", station, title, weekday, day, opens, closes, seats, skill, from_on as "fromOn",
  created_by as "createdBy", closed_on as "closedOn"`;
const turnColumns = `id, area_id as "areaId", shift_id as "shiftId", day, seat, user_id as "userId", name_sealed as "nameSealed",
  name_masked as "nameMasked", state, signed_at as "signedAt", in_at as "inAt", out_at as "outAt", minutes`;

/** Shifts that are kept on or after a day. */
export function readShifts(reader: Reader, areaId: string, from: string): Promise<ShiftRow[]> {
  return reader.query<ShiftRow>(
    `select ${shiftColumns} from shifts where area_id = $1 and (closed_on is null or closed_on > $2) and (day is null or day >= $2)
     order by opens, id`,
    [areaId, from],
  );
}

export async function readShift(reader: Reader, areaId: string, id: string): Promise<ShiftRow | null> {
  const rows = await reader.query<ShiftRow>(`select ${shiftColumns} from shifts where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Turns that stand between two days, both included. */
export function readTurns(reader: Reader, areaId: string, from: string, to: string): Promise<TurnRow[]> {
  return reader.query<TurnRow>(
    `select ${turnColumns} from shift_turns where area_id = $1 and day between $2 and $3 and state <> 'released' order by seat`,
    [areaId, from, to],
  );
}

export async function readTurn(reader: Reader, areaId: string, id: string): Promise<TurnRow | null> {
  const rows = await reader.query<TurnRow>(`select ${turnColumns} from shift_turns where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

export async function insertShift(
  reader: Reader,
  row: ShiftForm & { areaId: string; id: string; fromOn: string; createdBy: string },
): Promise<void> {
  await reader.query(
    `insert into shifts (area_id, id, station, title, weekday, day, opens, closes, seats, skill, from_on, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[row.areaId, row.id, row.station, row.title, row.weekday, row.day, row.opens, row.closes, row.seats],
      ...[row.skill, row.fromOn, row.createdBy],
    ],
  );
}

export async function closeShift(reader: Reader, areaId: string, id: string, day: string): Promise<boolean> {
  const rows = await reader.query(
    `update shifts set closed_on = $3 where area_id = $1 and id = $2 and closed_on is null returning id`,
    [areaId, id, day],
  );
  return rows.length > 0;
}

type Volunteer = { userId: string; nameSealed: string; nameMasked: string };

/**
 * Gives the lowest free seat to somebody. The seat is an index key, so that of two who reach for it one gets nothing and asks
 * again. Answers whether she has a seat, there is none free, or another was faster.
 */
export async function takeSeat(
  reader: Reader,
  row: Volunteer & { areaId: string; id: string; shiftId: string; day: string; seats: number },
  now: Date,
): Promise<'taken' | 'full' | 'again'> {
  const rows = await reader.query<{ free: number | null; given: number }>(
    `with free as (select min(s)::int as seat from generate_series(1, $5::int) s where not exists (select 1 from shift_turns t
         where t.area_id = $1 and t.shift_id = $3 and t.day = $4 and t.seat = s and t.state <> 'released')),
       given as (insert into shift_turns (area_id, id, shift_id, day, seat, user_id, name_sealed, name_masked, state, signed_at)
         select $1, $2, $3, $4, free.seat, $6, $7, $8, 'taken', $9 from free where free.seat is not null
         on conflict do nothing returning seat)
     select (select seat from free) as free, (select count(*)::int from given) as given`,
    [row.areaId, row.id, row.shiftId, row.day, row.seats, row.userId, row.nameSealed, row.nameMasked, now],
  );
  if (rows[0]?.given) return 'taken';
  return rows[0]?.free ? 'again' : 'full';
}

export async function hasTurn(
  reader: Reader,
  slot: { areaId: string; shiftId: string; day: string },
  userId: string,
): Promise<boolean> {
  const rows = await reader.query(
    `select id from shift_turns where area_id = $1 and shift_id = $2 and day = $3 and user_id = $4 and state <> 'released'`,
    [slot.areaId, slot.shiftId, slot.day, userId],
  );
  return rows.length > 0;
}

/** Moves a turn of somebody from one state to another; false when it is not as it was. */
export async function setState(
  reader: Reader,
  turn: Pick<TurnRow, 'areaId' | 'id' | 'userId'>,
  from: string[],
  to: string,
): Promise<boolean> {
  const rows = await reader.query(
    `update shift_turns set state = $5 where area_id = $1 and id = $2 and user_id = $3 and state = any($4) returning id`,
    [turn.areaId, turn.id, turn.userId, from, to],
  );
  return rows.length > 0;
}

/**
 * Hands an offered seat over: whoever is first has it, and the seat is never without somebody. False for everybody else, and for
 * who has another seat of the same shift on that day.
 */
export async function handOver(
  tx: Tx,
  turn: Pick<TurnRow, 'areaId' | 'id' | 'userId'>,
  to: Volunteer,
): Promise<boolean> {
  const values = [turn.areaId, turn.id, turn.userId, to.userId, to.nameSealed, to.nameMasked, tx.now];
  try {
    const rows = await tx.attempt(() =>
      tx.query(
        `update shift_turns set user_id = $4, name_sealed = $5, name_masked = $6, state = 'taken', signed_at = $7
         where area_id = $1 and id = $2 and user_id = $3 and state = 'offered' returning id`,
        values,
      ),
    );
    return rows.length > 0;
  } catch (error) {
    if (violatedConstraint(error) === 'shift_turns_user_key') return false;
    throw error;
  }
}

export async function setIn(reader: Reader, turn: Pick<TurnRow, 'areaId' | 'id'>, now: Date): Promise<void> {
  await reader.query(
    `update shift_turns set in_at = $3, state = 'taken' where area_id = $1 and id = $2 and in_at is null`,
    [turn.areaId, turn.id, now],
  );
}

export async function setDone(
  reader: Reader,
  turn: Pick<TurnRow, 'areaId' | 'id'>,
  done: { outAt: Date | null; minutes: number },
): Promise<void> {
  await reader.query(
    `update shift_turns set state = 'done', out_at = coalesce($3, out_at), minutes = $4
     where area_id = $1 and id = $2 and state <> 'released'`,
    [turn.areaId, turn.id, done.outAt, done.minutes],
  );
}

/** Minutes of everybody who has kept a shift since a day. */
export function readHours(
  reader: Reader,
  areaId: string,
  since: string,
): Promise<{ id: string; nameSealed: string; turns: number; minutes: number; last: string }[]> {
  return reader.query(
    `select (array_agg(id order by day desc, id))[1] as id, (array_agg(name_sealed order by day desc, id))[1] as "nameSealed",
       count(*)::int as turns, sum(minutes)::int as minutes, max(day) as last
     from shift_turns where area_id = $1 and state = 'done' and day >= $2 group by user_id order by minutes desc, last desc`,
    [areaId, since],
  );
}

export async function readMyMinutes(reader: Reader, areaId: string, userId: string): Promise<number> {
  const rows = await reader.query<{ minutes: number }>(
    `select coalesce(sum(minutes), 0)::int as minutes from shift_turns where area_id = $1 and user_id = $2 and state = 'done'`,
    [areaId, userId],
  );
  return rows[0]?.minutes ?? 0;
}
