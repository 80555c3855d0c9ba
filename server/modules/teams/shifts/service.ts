import type { Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import type { TeamDoors } from '../scope/service.ts';
import type { Hours, ShiftForm, Slot, SlotList, SlotQuery, Turn, TurnAct, TurnState } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { ShiftRow, TurnRow } from './tables.ts';

const place = (id: string): string => `shift_turns/${id}/name_sealed`;
const yearDays = 365;

/** The shifts of the coming days with who keeps them; of one skill where asked. Names are masked but for the office and oneself. */
export async function listSlots(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; query: SlotQuery; now: Date },
): Promise<SlotList> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { days, skill } = input.query;
  const from = input.query.from ?? shanghaiDate(input.now);
  const [shifts, turns, myMinutes] = await Promise.all([
    store.readShifts(reader, areaId, from),
    store.readTurns(reader, areaId, from, addDays(from, days - 1)),
    store.readMyMinutes(reader, areaId, actor.id),
  ]);
  const keeps = doors.may(actor, 'team.manage', areaId);
  const items = shifts
    .filter((shift) => skill === undefined || shift.skill === skill)
    .flatMap((shift) => rules.daysOn(shift, from, days).map((day) => ({ shift, day })))
    .map(({ shift, day }) => {
      const own = turns.filter((turn) => turn.shiftId === shift.id && turn.day === day);
      return toSlot(doors, { shift, day, turns: own }, { actor, keeps, now: input.now });
    })
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return { items, skills: [...new Set(shifts.map((shift) => shift.skill))].filter(Boolean).sort(), myMinutes };
}

type Who = { actor: Actor; keeps: boolean; now: Date };

function toSlot(
  doors: { sealer: Sealer },
  { shift, day, turns }: { shift: ShiftRow; day: string; turns: TurnRow[] },
  who: Who,
): Slot {
  const { startsAt, endsAt } = rules.timesOf(shift, day);
  const shown = turns.map((turn) => toTurn(doors, shift, turn, who));
  const isFree = turns.length < shift.seats && !shown.some(({ mine }) => mine);
  return {
    shiftId: shift.id,
    day,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    station: shift.station,
    title: shift.title,
    skill: shift.skill,
    seats: shift.seats,
    turns: shown,
    maySign: isFree && rules.whyNotSign(shift, day, who.now) === null,
  };
}

function toTurn(doors: { sealer: Sealer }, shift: ShiftRow, turn: TurnRow, { actor, keeps, now }: Who): Turn {
  const mine = turn.userId === actor.id;
  const { id, day, inAt, minutes } = turn;
  const state = turn.state as TurnState;
  const name = mine || keeps ? doors.sealer.open(place(id), turn.nameSealed) : turn.nameMasked;
  const actions = rules.turnActions({ state, mine, inAt }, shift, day, { now, keeps });
  return { id, name, mine, state, inAt, minutes, actions };
}

const triesAtOnce = 60;

/** Signs the actor up for a shift on a day; twice is once. Refused when every seat is taken, exact under any race. */
export async function signUp(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; shiftId: string; day: string },
): Promise<void> {
  const { areaId, shiftId, day } = input;
  requireOwner(doors.tree, areaId);
  const shift = (await store.readShift(tx, areaId, shiftId)) ?? refuse(rules.shiftUnknown);
  refuseIf(rules.whyNotSign(shift, day, tx.now));
  const id = tx.newId();
  const row = { ...input, ...volunteer(doors, actor, id), id, seats: shift.seats };
  for (let tries = 0; tries < triesAtOnce; tries += 1) {
    if (await store.hasTurn(tx, input, actor.id)) return;
    const taken = await store.takeSeat(tx, row, tx.now);
    if (taken === 'full') refuse(rules.shiftFull);
    if (taken === 'again') continue;
    await noteUserArea(tx, { areaId, userId: actor.id });
    return audit(tx, actor, { areaId, act: 'shift.sign-up', subject: `shift:${shiftId}`, detail: { day } });
  }
  refuse(rules.shiftFull);
}

function volunteer(doors: { sealer: Sealer }, actor: Actor, turnId: string) {
  return {
    userId: actor.id,
    nameSealed: doors.sealer.seal(place(turnId), actor.name),
    nameMasked: maskName(actor.name),
  };
}

/**
 * What is done with a turn: offered and taken over, kept after all, checked in and out; the office frees a seat or records the
 * time. Refused when it is not possible now, or the turn has just changed.
 */
export async function actOnTurn(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; turnId: string; act: TurnAct },
): Promise<void> {
  const { areaId, turnId, act } = input;
  requireOwner(doors.tree, areaId);
  const turn = (await store.readTurn(tx, areaId, turnId)) ?? refuse(rules.shiftUnknown);
  const shift = (await store.readShift(tx, areaId, turn.shiftId)) ?? refuse(rules.shiftUnknown);
  const keeps = doors.may(actor, 'team.manage', areaId);
  const mine = turn.userId === actor.id;
  const seen = { state: turn.state as TurnState, mine, inAt: turn.inAt };
  const actions = rules.turnActions(seen, shift, turn.day, { now: tx.now, keeps });
  if (!actions.includes(act.do)) refuse(act.do === 'take' ? rules.turnGone : rules.notNow);
  await carryOut(tx, actor, doors, { turn, shift, act });
  audit(tx, actor, { areaId, act: `shift.${act.do}`, subject: `shift:${turn.shiftId}`, detail: { turnId } });
}

async function carryOut(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  { turn, shift, act }: { turn: TurnRow; shift: ShiftRow; act: TurnAct },
): Promise<void> {
  const moved = (from: string[], to: string): Promise<boolean> => store.setState(tx, turn, from, to);
  const must = (done: boolean): void => (done ? undefined : refuse(rules.turnGone));
  if (act.do === 'offer') return must(await moved(['taken'], 'offered'));
  if (act.do === 'keep') return must(await moved(['offered'], 'taken'));
  if (act.do === 'release') {
    must(await moved(['taken', 'offered'], 'released'));
    return tellTurn(tx, doors, turn, {
      title: `${shift.title}：这一班不用来了`,
      body: '社区把这一班空出来了，不用来。',
    });
  }
  if (act.do === 'take') {
    if (await store.hasTurn(tx, turn, actor.id)) refuse(rules.turnGone);
    must(await store.handOver(tx, turn, volunteer(doors, actor, turn.id)));
    await noteUserArea(tx, { areaId: turn.areaId, userId: actor.id });
    return tellTurn(tx, doors, turn, { title: `${shift.title}：有人接了您的班`, body: '这一班有人替您，不用来了。' });
  }
  if (act.do === 'in') return store.setIn(tx, turn, tx.now);
  if (act.do === 'record') return store.setDone(tx, turn, { outAt: null, minutes: act.minutes });
  const inAt = new Date(turn.inAt ?? tx.now);
  const minutes = rules.minutesKept(shift, turn.day, { inAt, outAt: tx.now });
  return store.setDone(tx, turn, { outAt: tx.now, minutes });
}

async function tellTurn(tx: Tx, doors: TeamDoors, turn: TurnRow, what: { title: string; body: string }): Promise<void> {
  const { areaId, userId, shiftId, day } = turn;
  const body = `${day}，${what.body}`;
  const link = `/shifts?area=${areaId}`;
  await tell(tx, doors, {
    areaId,
    userIds: [userId],
    kind: 'shift',
    title: what.title,
    body,
    link,
    subject: `shift:${shiftId}`,
  });
}

/** Plans a shift for a weekday or one day. Refused when it ends before it begins or lies behind. */
export async function planShift(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; shift: ShiftForm },
): Promise<string> {
  const { areaId, shift } = input;
  requireOwner(doors.tree, areaId);
  const today = shanghaiDate(tx.now);
  refuseIf(rules.whyNotPlan(shift, today));
  const id = tx.newId();
  await store.insertShift(tx, { ...shift, areaId, id, fromOn: today, createdBy: actor.id });
  audit(tx, actor, { areaId, act: 'shift.plan', subject: `shift:${id}` });
  return id;
}

/** Keeps a shift no longer, from tomorrow on. Refused when it is closed already. */
export async function closeShift(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: { areaId: string; shiftId: string },
): Promise<void> {
  const { areaId, shiftId } = input;
  requireOwner(doors.tree, areaId);
  const closed = await store.closeShift(tx, areaId, shiftId, addDays(shanghaiDate(tx.now), 1));
  if (!closed) refuse(rules.shiftUnknown);
  audit(tx, actor, { areaId, act: 'shift.close', subject: `shift:${shiftId}` });
}

/** What every volunteer has kept in the last year. The names are for the office. */
export async function readHours(
  reader: Reader,
  doors: Pick<TeamDoors, 'tree' | 'sealer'>,
  input: { areaId: string; now: Date },
): Promise<Hours> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const rows = await store.readHours(reader, id, addDays(shanghaiDate(input.now), -yearDays));
  return {
    items: rows.map(({ id: turnId, nameSealed, turns, minutes, last }) => ({
      ...{ name: doors.sealer.open(place(turnId), nameSealed), turns, minutes, last },
    })),
  };
}

export type PastShift = ShiftForm & {
  areaId: string;
  id: string;
  fromOn: string;
  turns: {
    day: string;
    seat: number;
    userId: string;
    name: string;
    state: 'taken' | 'offered' | 'done';
    minutes: number | null;
  }[];
};

/** Adds shifts with the turns that were kept: for records kept elsewhere. */
export function importShifts(tx: Tx, doors: { sealer: Sealer }, shifts: PastShift[]): void {
  for (const { areaId, id, fromOn, turns, ...shift } of shifts) {
    const { station, title, weekday, day, opens, closes, seats, skill } = shift;
    tx.append('shifts', {
      ...{ area_id: areaId, id, station, title, weekday, day, opens, closes, seats, skill, from_on: fromOn },
      created_by: 'import',
    });
    for (const turn of turns) {
      const turnId = tx.newId();
      tx.append('shift_turns', {
        ...{ area_id: areaId, id: turnId, shift_id: id, day: turn.day, seat: turn.seat, user_id: turn.userId },
        name_sealed: doors.sealer.seal(place(turnId), turn.name),
        name_masked: maskName(turn.name),
        state: turn.state,
        signed_at: tx.now,
        minutes: turn.minutes,
      });
      tx.appendOnce('auth.user_areas', { user_id: turn.userId, area_id: areaId });
    }
  }
}
