import type { Actor } from '#shared/actor';
import { refuseIf } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { whyNotReveal } from '../residents/rules.ts';
import { requireScope, type PeopleDoors } from '../scope/service.ts';
import type { Scope } from '../scope/rules.ts';
import * as store from './store.ts';

export type { Scope } from '../scope/rules.ts';
export { readTags, tallyHouseholds, tallyPeople, type HouseholdTally, type PeopleTally } from './store.ts';

/** A resident as a list carries her away: in clear for who may, else masked as on screen. */
export type RosterEntry = Omit<store.RosterRow, `${string}Sealed` | `${string}Masked`> & {
  name: string;
  phone: string | null;
  idNumber: string | null;
  note: string | null;
};

const pageRows = 2_000;

/** How far in a community an actor may carry residents away, in clear with a reason of four signs. Refused without the role. */
export function rosterScope(actor: Actor, doors: PeopleDoors, input: { areaId: string; reason: string | null }): Scope {
  if (input.reason === null) return requireScope(actor, doors, { areaId: input.areaId, can: 'people.read' });
  refuseIf(whyNotReveal(input.reason));
  return requireScope(actor, doors, { areaId: input.areaId, can: 'people.reveal' });
}

/** The residents of a scope in order of their address, a page at a time. */
export async function* readRoster(
  reader: Reader,
  doors: Pick<PeopleDoors, 'sealer'>,
  input: { areaId: string; scope: Scope; inClear: boolean },
): AsyncGenerator<RosterEntry> {
  const { areaId, scope, inClear } = input;
  const ids = await store.readRosterIds(reader, areaId, scope);
  for (let from = 0; from < ids.length; from += pageRows)
    for (const row of await store.readRosterRows(reader, areaId, ids.slice(from, from + pageRows)))
      yield inClear ? opened(doors, row) : masked(row);
}

function opened({ sealer }: Pick<PeopleDoors, 'sealer'>, row: store.RosterRow): RosterEntry {
  const open = (column: string, sealed: string | null): string | null =>
    sealed === null ? null : sealer.open(`people/${row.id}/${column}`, sealed);
  return {
    ...plain(row),
    name: open('name_sealed', row.nameSealed) ?? '',
    phone: open('phone_sealed', row.phoneSealed),
    idNumber: open('id_number_sealed', row.idNumberSealed),
    note: open('note_sealed', row.noteSealed),
  };
}

const hidden = (sealed: string | null): string | null => (sealed === null ? null : '****');

function masked(row: store.RosterRow): RosterEntry {
  const { nameMasked: name, phoneMasked: phone, idNumberSealed, noteSealed } = row;
  return { ...plain(row), name, phone, idNumber: hidden(idNumberSealed), note: hidden(noteSealed) };
}

function plain(row: store.RosterRow): Omit<RosterEntry, 'name' | 'phone' | 'idNumber' | 'note'> {
  const { id, birthYear, gender, tags, label, gridId, buildingId, unit, room } = row;
  return { id, birthYear, gender, tags, label, gridId, buildingId, unit, room };
}
