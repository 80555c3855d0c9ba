import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiInstant } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import * as teamRules from '../rules.ts';
import { readForManager, type TeamDoors, type WhichTeam } from '../scope/service.ts';
import type { Rehearsal, RehearsalForm } from './contract.ts';
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
