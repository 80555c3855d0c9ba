import { system, type Grant } from '#shared/actor';
import type { Tx } from '#platform/database';
import { createAccount, createDemoAccounts, type DemoCard } from '#modules/accounts';
import { addHouseholds, addPeople, linkUser, recordConsent, type PeopleDoors } from '#modules/people';
import type { Cast, CommunityCast, Person } from '../contract.ts';
import { buildingKey } from '../person.ts';
import { demoId } from './areas.ts';

const password = 'liren-demo';

/** What the loader knows of people already loaded: user and person ids by the key of the demo person. */
export type Known = {
  users: Map<string, string>;
  persons: Map<string, string>;
  names: Map<string, string>;
  grants: Map<string, Grant[]>;
};

export function peopleOf(one: CommunityCast): Person[] {
  const people = [
    one.secretary,
    ...one.workers,
    one.head,
    ...Object.values(one.gridWorkers),
    ...one.property,
    ...Object.values(one.buildingHeads),
    ...one.volunteers,
    ...one.residents,
    one.streetOfficer,
    ...Object.values(one.units),
  ];
  return [...new Map(people.map((person) => [person.key, person])).values()];
}

/** Registers the households and residents of one community, sealed. */
export async function loadResidents(tx: Tx, doors: PeopleDoors, one: CommunityCast, known: Known): Promise<void> {
  const areaId = demoId(one.community.code);
  const living = peopleOf(one).filter(
    (person) => person.home !== null && person.home.estate !== '' && !known.persons.has(person.key),
  );
  const homes = new Map(
    living.flatMap((person) => (person.home ? [[JSON.stringify(person.home), person.home] as const] : [])),
  );
  const households = [...homes.values()].map((home) => ({
    buildingId: demoId(buildingKey(one.community, home.estate, home.building)),
    unit: String(home.unit),
    room: home.room,
  }));
  const householdIds = await addHouseholds(tx, system, doors, { areaId, households });
  const byDoor = new Map([...homes.keys()].map((door, i) => [door, householdIds[i]]));
  const people = living.map((person) => {
    const householdId = byDoor.get(JSON.stringify(person.home));
    return {
      name: person.name,
      phone: person.phone,
      idNumber: person.idNumber,
      tags: person.tag ? [person.tag] : [],
      ...(householdId ? { householdId } : {}),
    };
  });
  const personIds = await addPeople(tx, system, doors, { areaId, people });
  for (const [i, person] of living.entries()) known.persons.set(person.key, personIds[i] ?? '');
}

/** A secretary does a community worker's part as well. */
const alsoHolds: Record<string, string> = { 'community-secretary': 'community-worker' };

/** The roles a person holds, with the areas as they are loaded. */
export function grantsOf(person: Person): Grant[] {
  return person.holds.flatMap(({ role, at }) => {
    const areaId = demoId(at);
    const also = alsoHolds[role];
    return [{ role, areaId }, ...(also ? [{ role: also, areaId }] : [])];
  });
}

function accountOf(
  person: Person,
  homeAreaId: string | null,
  known: Known,
): Omit<DemoCard, 'title' | 'does' | 'username'> {
  return {
    name: person.name,
    face: person.face,
    homeAreaId,
    personId: known.persons.get(person.key) ?? null,
    grants: grantsOf(person),
    preferences: preferencesOf(person),
  };
}

const elderAge = 80;

/** Staff have a telephone at work; an old person's account opens the 长辈版. */
export function preferencesOf(person: Pick<Person, 'holds' | 'phone' | 'age'>): NonNullable<DemoCard['preferences']> {
  if (person.holds.length > 0) return { workPhone: person.phone, dutyUntil: '17:30' };
  return person.age >= elderAge ? { elderMode: true } : {};
}

/** The people whose names stand on the role cards of the sign-in page, all at home in the first community. */
export async function loadCards(tx: Tx, cast: Cast, passwordHash: string, known: Known): Promise<void> {
  const home = cast.communities[0];
  const people = [...(home ? peopleOf(home) : []), ...cast.upper].filter(
    (person, i, all) => person.username !== null && all.findIndex((one) => one.key === person.key) === i,
  );
  const cards = people.map((person) => ({
    ...accountOf(person, home ? demoId(home.community.code) : null, known),
    username: person.username ?? '',
    title: person.title,
    does: person.says ?? '',
  }));
  const ids = await createDemoAccounts(tx, { password, passwordHash, cards });
  for (const person of people) known.users.set(person.key, ids.get(person.username ?? '') ?? '');
}

/** Accounts for the people of one community who have none yet (staff with the demo password), and what links the two. */
export async function loadAccounts(tx: Tx, one: CommunityCast, passwordHash: string, known: Known): Promise<void> {
  const areaId = demoId(one.community.code);
  const missing = peopleOf(one).filter((person) => !known.users.has(person.key));
  const ids = await Promise.all(
    missing.map((person) =>
      createAccount(tx, { ...accountOf(person, areaId, known), ...(person.holds.length > 0 ? { passwordHash } : {}) }),
    ),
  );
  for (const [i, person] of missing.entries()) known.users.set(person.key, ids[i] ?? '');
  for (const person of peopleOf(one)) {
    const userId = known.users.get(person.key);
    const personId = known.persons.get(person.key);
    if (userId && personId) await linkUser(tx, { areaId, personId, userId });
  }
}

/** Consents of elders to be acted for, as recorded by the community's secretary at the door. */
export async function loadFamilies(tx: Tx, doors: PeopleDoors, one: CommunityCast, known: Known): Promise<void> {
  const areaId = demoId(one.community.code);
  const recorder = {
    ...system,
    id: known.users.get(one.secretary.key) ?? 'system',
    name: one.secretary.name,
    grants: [{ role: 'community-secretary', areaId }],
  };
  for (const { elder, family, relation } of one.families) {
    const personId = known.persons.get(elder);
    if (!personId) throw new Error(`the elder ${elder} is not among the residents of ${one.community.name}`);
    await recordConsent(tx, recorder, doors, { areaId, personId, consent: { family, relation, givenHow: '当面' } });
  }
}
