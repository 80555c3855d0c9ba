import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { reserveVenue } from '#modules/venues/bookings';
import * as teamRules from '../rules.ts';
import { readForManager, type TeamDoors, type WhichTeam } from '../scope/service.ts';
import type { HallForm, Rehearsal, RehearsalForm } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** The rehearsals of the last twelve months, the latest first. Refused for who neither leads the team nor keeps teams. */
export async function listRehearsals(
  reader: Reader,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { now: Date },
): Promise<{ items: Rehearsal[] }> {
  await readForManager(reader, actor, doors, input);
  return { items: await readHeld(reader, input) };
}

/** Rehearsals held in the last twelve months. */
export function readHeld(reader: Reader, input: WhichTeam & { now: Date }): Promise<Rehearsal[]> {
  const since = shanghaiInstant(`${teamRules.firstMonth(input.now)}-01`);
  return store.readRehearsals(reader, input.areaId, input.teamId, since);
}

/**
 * Books a venue in the name of the team. Refused for who neither leads it nor keeps teams, over before it ends, or when the venue
 * is taken, closed then, or not for teams. Answers the booking's id. Source: issue 4, the dance team books the hall.
 */
export async function bookHall(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { hall: HallForm },
): Promise<string> {
  const { areaId, teamId, hall } = input;
  const { team } = await readForManager(tx, actor, doors, input);
  refuseIf(rules.whyNotBook(hall, tx.now));
  const bookingId = await reserveVenue(tx, actor, doors, {
    ...hall,
    areaId,
    holder: { kind: 'team', id: teamId },
    title: team.name,
  });
  audit(tx, actor, { areaId, act: 'team.book', subject: `team:${teamId}`, detail: { bookingId } });
  return bookingId;
}

/** Records a rehearsal with who came. Refused before it begins, long after, twice, or with people who are not in the team. */
export async function recordRehearsal(
  tx: Tx,
  actor: Actor,
  doors: TeamDoors,
  input: WhichTeam & { rehearsal: RehearsalForm },
): Promise<string> {
  const { areaId, teamId } = input;
  const { present, bookingId = null, ...form } = input.rehearsal;
  await readForManager(tx, actor, doors, input);
  refuseIf(rules.whyNotRecord(form, tx.now));
  const members = [...new Set(present)];
  if ((await store.countMembers(tx, areaId, teamId, members)) !== members.length) refuse(rules.strangers);
  const id = tx.newId();
  const recordedAt = tx.now.toISOString();
  const row = { ...form, areaId, id, teamId, bookingId, present: members.length, recordedAt, recordedBy: actor.id };
  if (!(await store.insertRehearsal(tx, row))) refuse(rules.recordedAlready);
  await store.insertPresences(tx, areaId, id, members);
  audit(tx, actor, { areaId, act: 'team.rehearse', subject: `team:${teamId}`, detail: { present: members.length } });
  return id;
}
