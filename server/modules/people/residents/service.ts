import type { Actor } from '#shared/actor';
import { maskName, maskPhone } from '#shared/masking';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type * as wire from '../contract.ts';
import { householdUnknown } from '../households/rules.ts';
import { requireHousehold } from '../households/service.ts';
import { isWithin, type Scope } from '../scope/rules.ts';
import { requireScope, type PeopleDoors } from '../scope/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** The resident when within the actor's scope for this capability; refused alike when there is no such resident. */
export async function requirePerson(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string; can: string },
): Promise<store.PersonRecord> {
  const scope = requireScope(actor, doors, input);
  const found = await store.readPerson(reader, input.areaId, input.personId);
  return found && isWithin(scope, found) ? found : refuse(rules.personUnknown);
}

/** Residents in order of their address, masked; only those within the actor's scope. */
export async function listPeople(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; query: wire.PersonQuery },
): Promise<wire.PersonList> {
  const scope = requireScope(actor, doors, { areaId: input.areaId, can: 'people.read' });
  const { q, cursor, limit } = input.query;
  const rows = await store.readPeople(reader, input.areaId, { scope, q, after: cursor ?? null, limit: limit + 1 });
  const items = rows.slice(0, limit).map(rules.toMasked);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Finds residents by exactly one of telephone, citizen number or name, through its blind index. Recorded, without the value. */
export async function searchPeople(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; search: wire.PersonSearch },
): Promise<wire.PersonList> {
  const scope = requireScope(actor, doors, { areaId: input.areaId, can: 'people.read' });
  const asked = (['phone', 'idNumber', 'name'] as const).filter((field) => input.search[field] !== undefined);
  const [field] = asked;
  if (!field || asked.length > 1) return refuse(rules.searchOneThing);
  const rows = await findPeople(tx, doors, { areaId: input.areaId, field, text: input.search[field] ?? '', scope });
  audit(tx, actor, { areaId: input.areaId, act: 'person.search', detail: { by: field, found: rows.length } });
  return { items: rows.map(rules.toMasked), next: null };
}

type Lookup = { areaId: string; field: store.IndexedField; text: string; scope: Scope };

/** People of a community whose name, telephone or citizen number is this one. */
export async function findPeople(
  reader: Reader,
  doors: Pick<PeopleDoors, 'sealer'>,
  lookup: Lookup,
): Promise<store.PersonRecord[]> {
  const text = readable(lookup.field, lookup.text);
  return store.findByIndex(
    reader,
    lookup.areaId,
    lookup.field,
    indexOf(doors, lookup.areaId, lookup.field, text),
    lookup.scope,
  );
}

function readable(field: store.IndexedField, text: string): string {
  if (field === 'name') return rules.plainName(text);
  const read = field === 'phone' ? rules.readPhone(text) : rules.readIdNumber(text);
  if (typeof read === 'string') return read;
  return 'zh' in read ? refuse(read) : read.text;
}

/** One index key per community and column: equal values of two communities do not show as equal. */
function indexOf(doors: Pick<PeopleDoors, 'sealer'>, areaId: string, field: store.IndexedField, text: string): string {
  return doors.sealer.index(`people/${areaId}/${field}`, text);
}

/** A resident as the service is given one; `userId` names the account it belongs to and never comes from a form. */
export type PersonInput = wire.NewPerson & { userId?: string };

type ReadPerson = PersonKeys & { name: string; phone: string | null; number: rules.IdNumber | null };

/** By what a resident is found and known again. */
export type PersonKeys = { nameIndex: string; phoneIndex: string | null; idNumberIndex: string | null };

/** What a form says of a resident, read and indexed. Refuses a wrong telephone or citizen number. */
export function indexPerson(doors: PeopleDoors, areaId: string, one: PersonInput): ReadPerson {
  const name = rules.plainName(one.name);
  const phone = one.phone ? readable('phone', one.phone) : null;
  const number = one.idNumber ? rules.readIdNumber(one.idNumber) : null;
  if (number && 'zh' in number) return refuse(number);
  refuseIf(number && rules.whyNotAgreeing(number, one));
  return {
    name,
    phone,
    number,
    nameIndex: indexOf(doors, areaId, 'name', name),
    phoneIndex: phone && indexOf(doors, areaId, 'phone', phone),
    idNumberIndex: number && indexOf(doors, areaId, 'idNumber', number.text),
  };
}

/** A resident as she is stored: sealed, indexed and masked. Refuses as `indexPerson` does. */
export function preparePerson(doors: PeopleDoors, areaId: string, one: PersonInput, id: string): store.PersonValues {
  const seal = (column: string, text: string): string => doors.sealer.seal(`people/${id}/${column}`, text);
  const { name, phone, number, ...indexes } = indexPerson(doors, areaId, one);
  return {
    id,
    ...indexes,
    householdId: one.householdId ?? null,
    userId: one.userId ?? null,
    nameSealed: seal('name_sealed', name),
    nameMasked: maskName(name),
    phoneSealed: phone && seal('phone_sealed', phone),
    phoneMasked: phone && maskPhone(phone),
    idNumberSealed: number && seal('id_number_sealed', number.text),
    birthYear: number?.birthYear ?? one.birthYear ?? null,
    gender: number?.gender ?? one.gender ?? null,
    tags: one.tags,
    noteSealed: one.note ? seal('note_sealed', one.note) : null,
    leftAt: null,
  };
}

/** Adds residents, sealed. Refused when a citizen number is wrong or registered already. Answers their ids, in order. */
export async function addPeople(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; people: PersonInput[] },
): Promise<string[]> {
  const rows = input.people.map((one) => preparePerson(doors, input.areaId, one, tx.newId()));
  await addPrepared(tx, input.areaId, rows);
  const subject = rows.length === 1 ? `person:${rows[0]?.id}` : 'people';
  audit(tx, actor, { areaId: input.areaId, act: 'person.add', subject, detail: { count: rows.length } });
  return rows.map((row) => row.id);
}

/** Stores residents prepared before. Refused when a citizen number is registered already. */
export async function addPrepared(tx: Tx, areaId: string, rows: store.PersonValues[]): Promise<void> {
  if (rows.length === 0) return;
  if ((await store.insertPeople(tx, areaId, tx.now, rows)) === 'taken') refuse(rules.idNumberTaken);
}

/** A resident on record as she would be written again, and the version this is. */
export async function readForChange(
  reader: Reader,
  areaId: string,
  personId: string,
): Promise<{ version: number; values: store.PersonValues }> {
  const row = (await store.readPerson(reader, areaId, personId)) ?? refuse(rules.personUnknown);
  return { version: row.version, values: valuesOf(row) };
}

function valuesOf(row: store.PersonRecord): store.PersonValues {
  const {
    areaId: _area,
    createdAt: _created,
    version: _version,
    householdLabel: _label,
    gridId: _grid,
    buildingId: _building,
    ...values
  } = row;
  return values;
}

/** Registers one resident in a household of the actor's scope. */
export async function createPerson(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; person: wire.NewPerson },
): Promise<wire.MaskedPerson> {
  const { areaId, person } = input;
  await requireHome(tx, actor, doors, { areaId, householdId: person.householdId ?? null });
  const [id] = await addPeople(tx, actor, doors, { areaId, people: [person] });
  return rules.toMasked((await store.readPerson(tx, areaId, id ?? '')) ?? refuse(rules.personUnknown));
}

/** Nobody is put where the actor could not see them afterwards: without a household only by who sees all. */
async function requireHome(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; householdId: string | null },
): Promise<void> {
  const { areaId, householdId } = input;
  if (householdId) await requireHousehold(tx, actor, doors, { areaId, householdId, can: 'people.write' });
  else if (requireScope(actor, doors, { areaId, can: 'people.write' }) !== 'all') refuse(householdUnknown);
}

/** Changes a resident. Refused with both sides when someone else saved first. */
export async function changePerson(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string; change: wire.PersonChange },
): Promise<wire.MaskedPerson> {
  const { areaId, personId, change } = input;
  const row = await requirePerson(tx, actor, doors, { areaId, personId, can: 'people.write' });
  if (row.version !== change.version) refuse(rules.changedMeanwhile(rules.toMasked(row), change));
  if (change.householdId !== undefined)
    await requireHome(tx, actor, doors, { areaId, householdId: change.householdId });
  const values = applyChange(tx, doors, row, change);
  const outcome = await store.updatePerson(tx, areaId, change.version, values);
  if (outcome === 'taken') refuse(rules.idNumberTaken);
  const current = (await store.readPerson(tx, areaId, personId)) ?? refuse(rules.personUnknown);
  if (outcome === 'changed') refuse(rules.changedMeanwhile(rules.toMasked(current), change));
  const fields = Object.keys(change).filter((name) => name !== 'version');
  audit(tx, actor, { areaId, act: 'person.change', subject: `person:${personId}`, detail: { fields } });
  return rules.toMasked(current);
}

/** Fields that are not named in the change keep what they hold; sealed ones are not opened for it. */
function applyChange(
  tx: Tx,
  doors: PeopleDoors,
  row: store.PersonRecord,
  change: wire.PersonChange,
): store.PersonValues {
  const typed = preparePerson(
    doors,
    row.areaId,
    {
      name: change.name ?? '—',
      tags: change.tags ?? row.tags,
      phone: change.phone ?? undefined,
      idNumber: change.idNumber ?? undefined,
      note: change.note ?? undefined,
      birthYear: change.birthYear ?? undefined,
      gender: change.gender ?? undefined,
    },
    row.id,
  );
  const {
    nameSealed,
    nameIndex,
    nameMasked,
    phoneSealed,
    phoneIndex,
    phoneMasked,
    idNumberSealed,
    idNumberIndex,
    noteSealed,
  } = typed;
  return {
    ...valuesOf(row),
    ...(change.householdId === undefined ? {} : { householdId: change.householdId }),
    ...(change.name === undefined ? {} : { nameSealed, nameIndex, nameMasked }),
    ...(change.phone === undefined ? {} : { phoneSealed, phoneIndex, phoneMasked }),
    ...(change.idNumber === undefined ? {} : { idNumberSealed, idNumberIndex }),
    ...(change.note === undefined ? {} : { noteSealed }),
    ...(change.birthYear === undefined && !change.idNumber ? {} : { birthYear: typed.birthYear }),
    ...(change.gender === undefined && !change.idNumber ? {} : { gender: typed.gender }),
    tags: typed.tags,
    ...(change.left === undefined ? {} : { leftAt: change.left ? tx.now.toISOString() : null }),
  };
}

/**
 * Opens one sealed field of a resident for who has a reason, and records who looked at what and why.
 * Refused when the reason has fewer than 4 signs or the field is empty. Source: trust.md 14.2.6.
 */
export async function revealField(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string; reveal: wire.Reveal },
): Promise<wire.Revealed> {
  const { field, reason } = input.reveal;
  refuseIf(rules.whyNotReveal(reason));
  const row = await requirePerson(tx, actor, doors, { ...input, can: 'people.reveal' });
  const sealed = { name: row.nameSealed, phone: row.phoneSealed, idNumber: row.idNumberSealed, note: row.noteSealed }[
    field
  ];
  if (sealed === null) refuse(rules.nothingToReveal(field));
  const column = { name: 'name_sealed', phone: 'phone_sealed', idNumber: 'id_number_sealed', note: 'note_sealed' }[
    field
  ];
  const value = doors.sealer.open(`people/${row.id}/${column}`, sealed);
  audit(tx, actor, {
    areaId: input.areaId,
    act: 'person.reveal',
    subject: `person:${row.id}`,
    detail: { field, reason },
  });
  return { field, value };
}
