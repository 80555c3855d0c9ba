import type { Actor } from '#shared/actor';
import { RefusalError } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type { NewHousehold, NewPerson } from '../contract.ts';
import { addHouseholds } from '../households/service.ts';
import { addPrepared, indexPerson, preparePerson, readForChange, type PersonKeys } from '../residents/service.ts';
import { updatePerson } from '../residents/store.ts';
import type { PeopleDoors } from '../scope/service.ts';
import { mergedWith, twinFinder, type Duplicates } from './rules.ts';
import * as store from './store.ts';

export type { Duplicates } from './rules.ts';

/** A row of a file: where it stands, the door, and who lives behind it. */
export type Incoming = { at: number; household: NewHousehold; person: NewPerson };
export type Taken = { at: number; state: 'added' | 'updated' | 'skipped' | 'failed'; problem: string | null };

/** What is wrong with a row in words, and whether its person is on record already; changes nothing. */
export async function checkPeople(
  reader: Reader,
  doors: PeopleDoors,
  input: { areaId: string; incoming: Incoming[] },
): Promise<{ at: number; problem: string | null; doubled: boolean; keys: string[] }[]> {
  const { areaId, incoming } = input;
  const read = incoming.map((row) => ({ row, ...orProblem(() => indexPerson(doors, areaId, row.person)) }));
  const twinOf = await twinsOf(
    reader,
    areaId,
    read.map((one) => one.value),
  );
  return read.map(({ row, value, problem }) => ({
    at: row.at,
    problem,
    doubled: value !== null && twinOf(value) !== undefined,
    keys: value ? keysOf(value) : [],
  }));
}

/** What makes two rows of one file the same person. */
function keysOf({ idNumberIndex, phoneIndex, nameIndex }: PersonKeys): string[] {
  if (idNumberIndex) return [idNumberIndex];
  return phoneIndex ? [`${phoneIndex} ${nameIndex}`] : [];
}

function orProblem<Value>(make: () => Value): { value: Value | null; problem: string | null } {
  try {
    return { value: make(), problem: null };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { value: null, problem: error.refusal.zh };
  }
}

async function twinsOf(
  reader: Reader,
  areaId: string,
  rows: (PersonKeys | null)[],
): Promise<ReturnType<typeof twinFinder<store.Twin>>> {
  const present = rows.filter((row) => row !== null);
  const idNumbers = present.flatMap((row) => row.idNumberIndex ?? []);
  const phones = present.flatMap((row) => row.phoneIndex ?? []);
  return twinFinder(await store.findTwins(reader, areaId, { idNumbers, phones }));
}

/**
 * Takes residents in, with the households they live in; who is on record already is skipped, updated or merged. Each row has
 * an outcome of its own: one that is wrong does not hold up the others. Source: trust.md R22.
 */
export async function takeInPeople(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; incoming: Incoming[]; duplicates: Duplicates },
): Promise<Taken[]> {
  const { areaId, incoming, duplicates } = input;
  const homes = await householdsOf(tx, actor, doors, { areaId, incoming });
  const rows = incoming.map((row, index) => {
    const person = { ...row.person, ...(homes[index] ? { householdId: homes[index] } : {}) };
    return { at: row.at, ...orProblem(() => preparePerson(doors, areaId, person, tx.newId())), person };
  });
  const twinOf = await twinsOf(
    tx,
    areaId,
    rows.map((row) => row.value),
  );
  const fresh = rows.filter((row) => row.value && !twinOf(row.value));
  await addPrepared(
    tx,
    areaId,
    fresh.flatMap((row) => row.value ?? []),
  );
  const taken: Taken[] = [];
  for (const { at, value, problem, person } of rows) {
    const twin = value && twinOf(value);
    if (!value) taken.push({ at, state: 'failed', problem });
    else if (!twin) taken.push({ at, state: 'added', problem: null });
    else if (duplicates === 'skip') taken.push({ at, state: 'skipped', problem: null });
    else taken.push({ at, ...(await changeTwin(tx, doors, { areaId, id: twin.id, person, duplicates })) });
  }
  const count = taken.filter((one) => one.state === 'added' || one.state === 'updated').length;
  if (count > 0) audit(tx, actor, { areaId, act: 'people.import', subject: 'people', detail: { count } });
  return taken;
}

async function householdsOf(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  { areaId, incoming }: { areaId: string; incoming: Incoming[] },
): Promise<(string | undefined)[]> {
  const wanted = incoming.map(({ household }) => household);
  const keys = wanted.map((one) => doorKey(one.buildingId ?? null, one.unit, one.room, one.label ?? ''));
  const unique = new Map(wanted.map((one, index) => [keys[index] as string, one]));
  const ids = new Map<string, string>();
  const look = async (households: NewHousehold[]): Promise<void> => {
    const asked = households.map(({ buildingId = null, unit, room, label = '' }) => ({
      buildingId,
      unit,
      room,
      label,
    }));
    for (const one of await store.findDoors(tx, areaId, asked))
      ids.set(doorKey(one.buildingId, one.unit, one.room, one.label), one.id);
  };
  await look([...unique.values()]);
  const missing = [...unique].filter(([key]) => !ids.has(key)).map(([, household]) => household);
  if (missing.length > 0) {
    await addHouseholds(tx, actor, doors, { areaId, households: missing });
    await look(missing);
  }
  return keys.map((key) => ids.get(key));
}

function doorKey(buildingId: string | null, unit: string, room: string, label: string): string {
  return buildingId ? `${buildingId}|${unit}|${room}` : `|${label}`;
}

async function changeTwin(
  tx: Tx,
  doors: PeopleDoors,
  input: { areaId: string; id: string; person: NewPerson; duplicates: 'update' | 'merge' },
): Promise<Omit<Taken, 'at'>> {
  const { areaId, id, person, duplicates } = input;
  const { version, values } = await readForChange(tx, areaId, id);
  const row = preparePerson(doors, areaId, person, id);
  const saysTheSame = values.noteSealed !== null && openNote(doors, id, values.noteSealed) === person.note;
  const noteSealed = saysTheSame ? values.noteSealed : row.noteSealed;
  const merged = mergedWith(values, { ...row, noteSealed }, duplicates);
  if (!merged) return { state: 'skipped', problem: null };
  const outcome = await updatePerson(tx, areaId, version, merged);
  if (outcome === 'done') return { state: 'updated', problem: null };
  return {
    state: 'failed',
    problem: outcome === 'taken' ? '这个身份证号已经登记在另一位居民名下。' : '别人刚改过这位居民，请再导一次。',
  };
}

function openNote({ sealer }: PeopleDoors, id: string, sealed: string): string {
  return sealer.open(`people/${id}/note_sealed`, sealed);
}
