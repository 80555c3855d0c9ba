import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import type { DisclosureDoors } from '../../server/modules/funds/disclosures/scope/service.ts';
import type { MattersContext } from '#modules/matters/list';
import type { PublicityDoors } from '#modules/publicity';
import type { CarryDoors } from '../../server/modules/ballots/carry/service.ts';
import type { CommunityCast, Person } from '../contract.ts';
import { estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

export type MoneyDoors = { funds: DisclosureDoors; ballots: CarryDoors; publicity: PublicityDoors };

export type Money = MoneyDoors & {
  reader: Reader;
  /** Does something in a unit of work of its own, as of a moment of the past. */
  inTurn(at: string, work: (tx: Tx) => Promise<void>): Promise<void>;
  one: CommunityCast;
  known: Known;
  now: Date;
  context: MattersContext;
};

export type Act = { at: string; run(tx: Tx): Promise<void> };

/** Somebody at the moment she acts, with the role in which she does. */
export function actorOf(
  { known, one }: Pick<Money, 'known' | 'one'>,
  person: Person,
  role: string,
  place: string,
): Actor {
  return {
    ...{
      id: known.users.get(person.key) ?? `demo:${person.key}`,
      name: person.name,
      grants: [{ role, areaId: place }],
    },
    ...{ homeAreaId: demoId(one.community.code), personId: null, householdId: null, sessionId: null, face: null },
  };
}

export type Office = Record<
  'committee' | 'committee2' | 'supervisor' | 'worker' | 'worker2' | 'secretary' | 'property',
  Actor
>;

/** Who keeps the money of an estate: two of its committee and one who watches them; of the community's own its workers and secretary. */
export function officeOf(money: Money, short: string | undefined): Office {
  const { one } = money;
  const { community, secretary, workers, residents, property } = one;
  const estate = community.estates.find((each) => each.short === short);
  const whole = demoId(community.code);
  const place = estate ? demoId(estateKey(community, estate.name)) : whole;
  const here = residents.filter(({ home }) => estate && home?.estate === estate.name);
  const grown = here.filter(({ age, username }) => age >= 40 && age <= 72 && username === null);
  const named = (username: string): Person | undefined => here.find((person) => person.username === username);
  const as = (person: Person | undefined, role: string, at = place): Actor =>
    actorOf(money, person ?? secretary, role, at);
  const [first, second] = workers;
  return {
    committee: estate ? as(named('committee') ?? grown[0], 'owners-committee') : as(first, 'community-secretary'),
    committee2: estate ? as(named('committee2') ?? grown[1], 'owners-committee') : as(secretary, 'community-secretary'),
    supervisor: estate ? as(named('supervisor') ?? grown[2], 'supervisors') : as(second, 'community-secretary'),
    worker: as(first, 'community-worker', whole),
    worker2: as(second ?? first, 'community-worker', whole),
    secretary: as(secretary, 'community-secretary', whole),
    property: as(property[0] ?? first, 'property'),
  };
}
