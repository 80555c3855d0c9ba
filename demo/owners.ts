import type { Random } from '../shared/random.ts';
import { seededRandom } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, Estate, EstateKind, People, Person } from './contract.ts';

/** Who owns the doors of the first community's estates. */

export type OrganisationsData = {
  estates: Record<EstateKind, number[]>;
  companies: Record<
    string,
    { use: '住宅' | '商业'; rooms: [number, number, string, number][]; owner: string; kind: 'company' | 'developer' }
  >;
  missing: Record<string, [number, number, string][]>;
  verified: Record<string, number>;
  source: string;
  reach: Record<string, string>;
  platforms: string[];
  parties: string[];
  left: string[];
};

export type OwnerPlan = {
  name: string;
  phone: string | null;
  kind: 'person' | 'company' | 'developer';
  person: string | null;
};
export type UnitPlan = {
  building: number;
  unit: string;
  room: string;
  use: '住宅' | '商业';
  titleArea: number;
  verifiedAt: string | null;
  owners: [OwnerPlan, ...OwnerPlan[]];
};
export type EstatePlan = {
  estate: string;
  units: UnitPlan[];
  totals: { building: number; doors: number; titleArea: number }[];
  source: string;
};

type Desk = {
  random: Random;
  one: CommunityCast;
  people: People;
  data: OrganisationsData;
  today: string;
  phones: { next: number };
};

/** The doors of every estate of a community with their owners; the same seed gives the same owners. */
export function planOwners(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  people: People;
  data: OrganisationsData;
}): EstatePlan[] {
  const { seed, now, one, people, data } = input;
  const random = seededRandom(`${seed}/owners/${one.community.code}`);
  const desk: Desk = { random, one, people, data, today: shanghaiDate(now), phones: { next: 5001 } };
  return one.community.estates.map((estate) => planEstate(desk, estate));
}

const hundredths = (squareMetres: number): number => Math.round(squareMetres * 100);

type Door = Pick<UnitPlan, 'building' | 'unit' | 'room' | 'use' | 'titleArea'>;

function doorsOf({ data }: Desk, estate: Estate): Door[] {
  const areas = data.estates[estate.kind];
  const doors: Door[] = [];
  for (let building = 1; building <= estate.buildings; building++)
    for (let unit = 1; unit <= estate.units; unit++)
      for (let floor = 1; floor <= estate.floors; floor++)
        for (const side of [1, 2]) {
          const room = `${estate.floors > 9 ? String(floor).padStart(2, '0') : floor}0${side}`;
          const area = areas[(building + unit * 2 + side) % areas.length] ?? 60;
          doors.push({ building, unit: String(unit), room, use: '住宅', titleArea: hundredths(area) });
        }
  for (const [building, unit, room, area] of data.companies[estate.name]?.rooms ?? [])
    if (room.startsWith('商铺'))
      doors.push({ building, unit: String(unit), room, use: '商业', titleArea: hundredths(area) });
  return doors;
}

const isAt = (door: Door, [building, unit, room]: readonly [number, number, string, ...unknown[]]): boolean =>
  door.building === building && door.unit === String(unit) && door.room === room;

function planEstate(desk: Desk, estate: Estate): EstatePlan {
  const { data, random, today } = desk;
  const all = doorsOf(desk, estate);
  const kept = all.filter((door) => !(data.missing[estate.name] ?? []).some((place) => isAt(door, place)));
  const company = data.companies[estate.name];
  let last: OwnerPlan | null = null;
  const units = kept.map((door): UnitPlan => {
    const owns = company?.rooms.some((place) => isAt(door, place));
    const owners: UnitPlan['owners'] =
      company && owns
        ? [{ name: company.owner, phone: null, kind: company.kind, person: null }]
        : ownersOfHome(desk, estate, door, last);
    last = owners[0].kind === 'person' && owners[0].person === null && owners[0].phone !== null ? owners[0] : last;
    const isVerified = random.between(1, 100) <= (data.verified[estate.name] ?? 80);
    const day = addDays(today, -random.between(12, 300));
    const verifiedAt = isVerified
      ? shanghaiInstant(day, random.between(9, 16), random.between(0, 59)).toISOString()
      : null;
    return { ...door, owners, verifiedAt };
  });
  return { estate: estate.name, units, totals: totalsOf(all), source: data.source };
}

function totalsOf(doors: Door[]): EstatePlan['totals'] {
  const numbers = [...new Set(doors.map(({ building }) => building))];
  return numbers.map((building) => {
    const here = doors.filter((door) => door.building === building);
    return { building, doors: here.length, titleArea: here.reduce((sum, { titleArea }) => sum + titleArea, 0) };
  });
}

/** The door beside her own that the owner with two doors lets out. */
const letOut = { estate: '工盛北院', place: [3, 2, '502'] as const, by: 'owner' };

/** Who lives there owns it, unless they rent; two of a hundred doors belong to a neighbour who has one already. */
function ownersOfHome(desk: Desk, estate: Estate, door: Door, last: OwnerPlan | null): UnitPlan['owners'] {
  const { random, one } = desk;
  const isLet = estate.name === letOut.estate && isAt(door, letOut.place);
  const landlady = isLet ? one.residents.find(({ username }) => username === letOut.by) : undefined;
  if (landlady) return [ownerOf(landlady)];
  const living = one.residents
    .filter(({ home }) => home?.estate === estate.name && isAt(door, [home.building, home.unit, home.room]))
    .filter(({ age, tag }) => age >= 22 && tag !== '租户')
    .toSorted((a, b) => Number(b.username !== null) - Number(a.username !== null) || b.age - a.age);
  const [first, second] = living;
  if (first && second && Math.abs(first.age - second.age) < 15) return [ownerOf(first), ownerOf(second)];
  if (first) return [ownerOf(first)];
  if (last && random.chance(0.02)) return [last];
  const owner = invented(desk);
  return random.chance(0.32) ? [owner, invented(desk)] : [owner];
}

const ownerOf = ({ key, name, phone }: Person): OwnerPlan => ({ name, phone, kind: 'person', person: key });

function invented({ random, people, phones }: Desk): OwnerPlan {
  const { given, surnames } = people;
  for (;;) {
    const pool = random.pick([given.women, given.men, given.oldWomen, given.oldMen]);
    const name = random.pick([...surnames.common, ...surnames.common, ...surnames.local]) + random.pick(pool);
    if (people.neverUse.includes(name)) continue;
    const phone = random.chance(0.9) ? `1990000${String(phones.next++).padStart(4, '0')}` : null;
    return { name, phone, kind: 'person', person: null };
  }
}
