import { seededRandom } from '#shared/random';
import { system } from '#shared/actor';
import type { Tx } from '#platform/database';
import { addPeople, readPlaceOfPerson, type PeopleDoors } from '#modules/people';
import type { CommunityCast } from '../contract.ts';
import { demoId } from './areas.ts';
import { peopleOf, type Known } from './people.ts';

const given = ['子涵', '一诺', '浩宇', '梓萱', '雨桐', '俊熙', '欣怡', '宇航', '诗涵', '沐阳', '可馨', '明轩'];
const parents = { least: 29, greatest: 48 };
const perCommunity = 30;

/** Schoolchildren of the register, in the households of residents of the age of parents, for the classes that children go to. */
export async function loadChildren(
  tx: Tx,
  doors: PeopleDoors,
  one: CommunityCast,
  known: Known,
  now: Date,
): Promise<{ attendee: string; userId: string }[]> {
  const { code } = one.community;
  const areaId = demoId(code);
  const random = seededRandom(`liren/children/${code}`);
  const grown = peopleOf(one).filter(
    ({ age, key }) => age >= parents.least && age <= parents.greatest && known.users.has(key) && known.persons.has(key),
  );
  const homes: { userId: string; householdId: string; surname: string }[] = [];
  for (const person of grown) {
    const place = await readPlaceOfPerson(tx, { areaId, personId: known.persons.get(person.key) ?? '' });
    const userId = known.users.get(person.key) ?? '';
    if (place?.householdId) homes.push({ userId, householdId: place.householdId, surname: person.name.slice(0, 1) });
  }
  const chosen =
    homes.length === 0
      ? []
      : Array.from({ length: perCommunity }, (_, at) => homes[at % homes.length] as (typeof homes)[number]);
  const people = chosen.map(({ householdId, surname }, at) => ({
    householdId,
    name: `${surname}${given[(at * 5 + random.between(0, 2)) % given.length] ?? '小满'}`,
    birthYear: now.getUTCFullYear() - random.between(10, 11),
    tags: [],
  }));
  const ids = await addPeople(tx, system, doors, { areaId, people });
  return ids.map((id, at) => ({ attendee: `person:${id}`, userId: chosen[at]?.userId ?? '' }));
}
