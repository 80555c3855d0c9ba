import type { Random } from '../shared/random.ts';
import type { Community, DemoData, Gender, Person } from './contract.ts';

/** Making up one person: a name nobody else has, a telephone and an id number that are plainly unreal. */

export type Maker = {
  data: DemoData;
  random: Random;
  year: number;
  used: Set<string>;
  phones: { next: number };
};

export type Draft = Partial<Person> & Pick<Person, 'key' | 'gender' | 'age'>;

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';

/** A well-formed id number of a region that does not exist (999999), its last digit a digit. */
function idNumberOf(birthYear: number, gender: Gender, random: Random): string {
  for (;;) {
    const day = `${String(random.between(1, 12)).padStart(2, '0')}${String(random.between(1, 28)).padStart(2, '0')}`;
    const serial = random.between(0, 49) * 2 + (gender === '男' ? 1 : 0) + 100 * random.between(0, 8);
    const digits = `999999${birthYear}${day}${String(serial).padStart(3, '0')}`;
    const sum = idWeights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
    const check = idChecks[sum % 11] as string;
    if (check !== 'X') return digits + check;
  }
}

function drawName(maker: Maker, gender: Gender, age: number): string {
  const { given, surnames, neverUse } = maker.data.people;
  const woman = gender === '女';
  const pool = age >= 65 ? (woman ? given.oldWomen : given.oldMen) : woman ? given.women : given.men;
  const young = woman ? given.youngWomen : given.youngMen;
  for (;;) {
    const surname = maker.random.pick(maker.random.chance(0.6) ? surnames.common : surnames.local);
    const name = surname + maker.random.pick(age < 35 ? young : pool);
    if (maker.used.has(name) || neverUse.includes(name)) continue;
    maker.used.add(name);
    return name;
  }
}

export function faceOf(gender: Gender, age: number): string {
  if (age >= 70) return gender === '女' ? 'gran' : 'grandpa';
  if (age >= 45) return gender === '女' ? 'auntie' : 'uncle';
  if (age < 24) return 'student';
  return gender === '女' ? 'lin' : 'man';
}

export function make(maker: Maker, draft: Draft): Person {
  const birthYear = maker.year - draft.age;
  if (draft.name) maker.used.add(draft.name);
  return {
    called: null,
    holds: [],
    title: '',
    username: null,
    says: null,
    home: null,
    tag: null,
    name: draft.name ?? drawName(maker, draft.gender, draft.age),
    birthYear,
    phone: `1990000${String(maker.phones.next++).padStart(4, '0')}`,
    idNumber: idNumberOf(birthYear, draft.gender, maker.random),
    face: draft.face ?? faceOf(draft.gender, draft.age),
    ...draft,
  };
}

export const genderOf = (random: Random, women: number): Gender => (random.chance(women) ? '女' : '男');

export const estateKey = (community: Community, estate: string): string => `${community.code}#${estate}`;
export const buildingKey = (community: Community, estate: string, building: number): string =>
  `${community.code}#${estate}#${building}`;
export const gridKey = (community: Community, suffix: string): string => `${community.code}${suffix}`;

/** The suffix of the grid a building belongs to. */
export function gridSuffixOf(community: Community, short: string, building: number): string {
  const grid = community.grids.find(({ covers }) => {
    const [from, to] = covers[short] ?? [1, 0];
    return building >= from && building <= to;
  });
  if (!grid) throw new Error(`${community.name}: no grid covers ${short} ${building}`);
  return grid.suffix;
}
