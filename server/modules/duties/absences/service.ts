import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { tell } from '#modules/messages';
import type { Absence, AbsenceList, NewAbsence } from '../contract.ts';
import { readAbsences, type AbsenceRecord } from '../scope/store.ts';
import type { DutiesContext } from '../scope/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const pastDays = 31;
const aheadDays = 366;

const toAbsence = (row: AbsenceRecord): Absence => ({
  id: row.id,
  user: { id: row.userId, name: row.userName },
  from: row.from,
  to: row.to,
  standIn: row.standInId && row.standInName ? { id: row.standInId, name: row.standInName } : null,
  reason: row.reason,
});

/** Who is away lately, now and to come, and who may be. */
export async function listAbsences(
  reader: Reader,
  context: DutiesContext,
  input: { areaId: string; now: Date },
): Promise<AbsenceList> {
  const area = requireOwner(context.matters.tree, input.areaId);
  const today = shanghaiDate(input.now);
  const rows = await readAbsences(reader, area.id, { from: addDays(today, -pastDays), to: addDays(today, aheadDays) });
  return { items: rows.map(toAbsence), people: peopleOf(context, area.id) };
}

/** Everybody who holds a role in a community or in a part of it. */
function peopleOf({ matters }: DutiesContext, areaId: string): AbsenceList['people'] {
  const { directory, shelf, tree } = matters;
  const roles = Object.keys(shelf.names.roles);
  const holders = directory.holders(roles, [areaId, ...tree.below(areaId)]);
  const people = new Map<string, { id: string; name: string; title: string }>();
  for (const { userId, name, role, areaId: at } of holders) {
    const title = `${at === areaId ? '' : (tree.get(at)?.name ?? '')}${shelf.names.roles[role]?.label.zh ?? ''}`;
    const known = people.get(userId);
    people.set(userId, { id: userId, name, title: known ? `${known.title}、${title}` : title });
  }
  return [...people.values()];
}

/**
 * Notes that somebody is away, and who stands in. Without a stand-in what falls due is excused. Both are told. Refused when
 * one of them has no role here, when she is noted as away already, and for days long past.
 */
export async function noteAbsence(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; absence: NewAbsence },
): Promise<Absence> {
  const area = requireOwner(context.matters.tree, input.areaId);
  const { userId, standInId, from, to, reason } = input.absence;
  const people = peopleOf(context, area.id);
  const away = people.find((one) => one.id === userId) ?? refuse(rules.personUnknown);
  const standIn = standInId ? (people.find((one) => one.id === standInId) ?? refuse(rules.personUnknown)) : null;
  const others = await readAbsences(tx, area.id, { from, to });
  refuseIf(rules.whyNotAway({ userId, standInId: standIn?.id ?? null, from, to }, others, shanghaiDate(tx.now)));
  const row: AbsenceRecord = {
    areaId: area.id,
    id: tx.newId(),
    userId,
    userName: away.name,
    from,
    to,
    standInId: standIn?.id ?? null,
    standInName: standIn?.name ?? null,
    reason,
    notedBy: actor.id,
    notedAt: tx.now.toISOString(),
    withdrawnAt: null,
  };
  store.appendAbsence(tx, row);
  audit(tx, actor, { areaId: area.id, act: 'duty.absence', subject: `absence:${row.id}`, detail: { from, to } });
  await tell(
    tx,
    { tree: context.matters.tree, roster: context.matters.directory },
    {
      areaId: area.id,
      userIds: [userId, ...(standIn ? [standIn.id] : [])],
      except: [actor.id],
      kind: 'duty',
      title: rules.absenceTitle(row),
      body: rules.absenceBody(row),
      subject: `absence:${row.id}`,
      link: '/grid',
    },
  );
  tx.signal(liveChannel, liveMessage(`area:${area.id}`, { kind: 'duty', areaId: area.id }));
  return toAbsence(row);
}

type PastAbsence = Pick<
  AbsenceRecord,
  'areaId' | 'userId' | 'userName' | 'standInId' | 'standInName' | 'from' | 'to' | 'reason'
>;

/** Adds absences of the past as they were noted: for records kept elsewhere. */
export function importAbsences(tx: Tx, absences: PastAbsence[]): void {
  for (const absence of absences) {
    const noted = { id: tx.newId(), notedBy: 'system', notedAt: tx.now.toISOString(), withdrawnAt: null };
    store.appendAbsence(tx, { ...absence, ...noted });
  }
}

/** Takes back an absence: it was noted by mistake, or she is back early. Refused when there is none. */
export async function withdrawAbsence(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; absenceId: string },
): Promise<void> {
  const { areaId, absenceId } = input;
  if (!(await store.markWithdrawn(tx, areaId, absenceId, tx.now))) refuse(rules.absenceUnknown);
  audit(tx, actor, { areaId, act: 'duty.absence-withdraw', subject: `absence:${absenceId}` });
}
