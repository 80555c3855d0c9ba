import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { doorPass } from '#kernel/calendar';
import { readUserNames } from '#modules/accounts/names';
import { requireOwner } from '#modules/areas';
import { readMaskedNames } from '#modules/people/births';
import { activityUnknown } from '../rules.ts';
import { passKey, type ActivityDoors } from '../scope/service.ts';
import { sessionUnknown } from '../sessions/rules.ts';
import { readSession, readSessions, type StandingSession } from '../sessions/store.ts';
import { readActivity } from '../store.ts';
import type { AttendanceLine, AttendanceList, AttendanceRecord, DoorDay, DoorPass } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; activityId: string; sessionId: string };

const capability = 'attendance.record';

/** The communities in which somebody may keep doors: where the capability is held, above it or in a part of it. */
function keptAreas(actor: Actor, doors: ActivityDoors): string[] {
  const held = actor.grants.filter((grant) => doors.may({ ...actor, grants: [grant] }, capability, grant.areaId));
  return [
    ...new Set(
      held.flatMap(({ areaId }) => {
        const node = doors.tree.get(areaId);
        return node && ['city', 'district', 'street'].includes(node.level) ? [] : [doors.tree.ownerOf(areaId)];
      }),
    ),
  ];
}

/** Refused but for the staff of the community, who made the activity, and the leaders of its team. */
export async function requireKeeper(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  { areaId, activityId }: { areaId: string; activityId: string },
): Promise<void> {
  if (doors.may(actor, capability, areaId) || keptAreas(actor, doors).includes(areaId)) return;
  const kept = (await store.readKeepers(reader, areaId, activityId)) ?? refuse(activityUnknown);
  if (kept.createdBy === actor.id) return;
  const { teamId } = kept;
  if (teamId && (await doors.leadsTeam?.(reader, actor, { areaId, teamId }))) return;
  refuse(rules.notYourDoor);
}

async function requireSession(reader: Reader, { areaId, activityId, sessionId }: Which): Promise<StandingSession> {
  const session = await readSession(reader, areaId, sessionId);
  return session?.activityId === activityId ? session : refuse(sessionUnknown);
}

const passSeconds = 30;

/** The code the door shows now, and how many have come. Refused as `requireKeeper` does. */
export async function readDoorPassOf(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { address: string; now: Date },
): Promise<DoorPass> {
  const { areaId, now } = input;
  requireOwner(doors.tree, areaId);
  await requireKeeper(reader, actor, doors, input);
  const session = await requireSession(reader, input);
  const [came, activity] = await Promise.all([
    store.countCame(reader, areaId, session.id),
    readActivity(reader, areaId, session.activityId, actor.id),
  ]);
  const pass = doorPass(passKey(doors), rules.subjectOf(session.id), now);
  return {
    pass,
    address: `${input.address}/in/${areaId}/${pass}`,
    changesInSeconds: passSeconds - (Math.floor(now.getTime() / 1000) % passSeconds),
    activityTitle: session.title,
    session,
    seats: activity?.seats ?? null,
    enrolled: activity?.enrolled ?? 0,
    ...came,
  };
}

/** Names as the door's list shows them: accounts by their names, residents without one masked. */
async function named(reader: Reader, areaId: string, rows: store.ListRow[]): Promise<AttendanceLine[]> {
  const persons = rows.flatMap(({ attendee }) => rules.personOf(attendee) ?? []);
  const [users, masked] = await Promise.all([
    readUserNames(
      reader,
      rows.map(({ attendee }) => attendee),
    ),
    readMaskedNames(reader, areaId, persons),
  ]);
  const residents = new Map(masked.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const person = rules.personOf(row.attendee);
    return { ...row, name: (person ? residents.get(person) : users.get(row.attendee)) ?? '一位居民' };
  });
}

/** Who is enrolled in an activity and who came to one of its sessions. Refused as `requireKeeper` does. */
export async function readAttendances(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Which,
): Promise<AttendanceList> {
  const { areaId, activityId } = input;
  requireOwner(doors.tree, areaId);
  await requireKeeper(reader, actor, doors, input);
  const session = await requireSession(reader, input);
  const [rows, sessions] = await Promise.all([
    store.readList(reader, areaId, activityId, session.id),
    readSessions(reader, areaId, activityId),
  ]);
  const people = rows.filter(({ at }) => at !== null).length;
  const { title, place, headcount } = session;
  const items = await named(reader, areaId, rows);
  return {
    ...{ areaId, activityId, title, place, session, sessions, items, headcount, people },
    personTimes: people + (headcount ?? 0),
  };
}

/** Only who is on the list or on the register of the community can be ticked; a resident with an account is that account. */
async function attendeesOf(tx: Tx, { areaId, activityId }: Which, asked: string[]): Promise<Map<string, string>> {
  const persons = asked.flatMap((one) => rules.personOf(one) ?? []);
  const [onList, residents] = await Promise.all([
    store.readOnList(tx, areaId, activityId, asked),
    readMaskedNames(tx, areaId, persons),
  ]);
  const accounts = new Map(residents.map(({ id, userId }) => [`person:${id}`, userId ?? `person:${id}`]));
  return new Map(
    asked.map((one) => [one, onList.has(one) ? one : (accounts.get(one) ?? refuse(rules.attendeeUnknown))]),
  );
}

/**
 * Ticks who came off a list, now or a while ago without network, and counts who was not named. Twice is once, a tick taken back is
 * gone. Refused as `requireKeeper` does, before the door opens, and for somebody neither enrolled nor on the register.
 */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { record: AttendanceRecord },
): Promise<AttendanceList> {
  const { areaId, activityId, record } = input;
  requireOwner(doors.tree, areaId);
  await requireKeeper(tx, actor, doors, input);
  const session = await requireSession(tx, input);
  const at = new Date(tx.now.getTime() - record.madeAgoSeconds * 1000);
  refuseIf(rules.whyNotRecord(session, at, tx.now));
  const attendees = await attendeesOf(tx, input, [...new Set(record.ticks.map((tick) => tick.attendee))]);
  const those = (there: boolean): string[] => [
    ...new Set(record.ticks.filter((one) => one.there === there).map((one) => attendees.get(one.attendee) ?? '')),
  ];
  await store.deleteCame(tx, areaId, session.id, those(false));
  const way = record.madeAgoSeconds > 0 ? 'offline' : 'list';
  const came = { areaId, sessionId: session.id, activityId, attendees: those(true), at, way, byId: actor.id } as const;
  await store.insertCame(tx, came);
  if (record.headcount !== undefined) await store.writeHeadcount(tx, areaId, session.id, record.headcount);
  const detail = { sessionId: session.id, there: those(true).length, notThere: those(false).length };
  audit(tx, actor, { areaId, act: 'attendance.record', subject: `activity:${activityId}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
  return readAttendances(tx, actor, doors, input);
}

/** The sessions of today at whose doors somebody may stand, in every community where she may. */
export async function readDoorDay(reader: Reader, actor: Actor, doors: ActivityDoors, now: Date): Promise<DoorDay> {
  const today = shanghaiDate(now);
  const time = { from: shanghaiInstant(today), to: shanghaiInstant(addDays(today, 1)) };
  return { items: await store.readDoors(reader, keptAreas(actor, doors), time) };
}
