import type { Conditions, Figure } from '../words/rules.ts';
import type { Counted } from '../fill/rules.ts';

type Placed = { gridId: string | null; buildingId: string | null };
type Resident = { gender: string | null; birthYear: number | null; tags: readonly string[] };
type PeopleTally = Placed & Resident & { count: number };
type HouseholdTally = Placed & { count: number };
type MatterFigure = 'received' | 'done' | 'doneOfReceived' | 'open' | 'late' | 'rated' | 'satisfied';
type MatterTally = Placed & { category: string | null; channel: string } & Record<MatterFigure, number>;

/** What of a community lies in one of its parts; null: everything. */
export type Within = { grids: ReadonlySet<string>; buildings: ReadonlySet<string> } | null;

export function isWithin(within: Within, { gridId, buildingId }: Placed): boolean {
  if (within === null) return true;
  return (gridId !== null && within.grids.has(gridId)) || (buildingId !== null && within.buildings.has(buildingId));
}

/** Whether a resident meets all conditions. Her age is that of her birthday in this calendar year; without a year of birth none is met. */
export function meets(one: Resident, { gender, ageFrom, ageTo, tags = [] }: Conditions, year: number): boolean {
  if (gender !== undefined && one.gender !== gender) return false;
  if (tags.some((tag) => !one.tags.includes(tag))) return false;
  if (ageFrom === undefined && ageTo === undefined) return true;
  if (one.birthYear === null) return false;
  const age = year - one.birthYear;
  return age >= (ageFrom ?? 0) && age <= (ageTo ?? 999);
}

const sum = <One>(of: readonly One[], value: (one: One) => number): number =>
  of.reduce((total, one) => total + value(one), 0);

export function countPeople(
  tally: readonly PeopleTally[],
  conditions: Conditions,
  within: Within,
  year: number,
): number {
  return sum(tally, (one) => (isWithin(within, one) && meets(one, conditions, year) ? one.count : 0));
}

export function countHouseholds(tally: readonly HouseholdTally[], within: Within): number {
  return sum(tally, (one) => (isWithin(within, one) ? one.count : 0));
}

/** Counts and shares of matters; null for a figure that is none of theirs. */
export function countMatters(
  tally: readonly MatterTally[],
  { figure, conditions }: Figure,
  within: Within,
): Counted | null {
  const { category, channel } = conditions;
  const found = tally.filter(
    (one) =>
      isWithin(within, one) &&
      (category === undefined || one.category === category) &&
      (channel === undefined || one.channel === channel),
  );
  if (figure === 'doneRate')
    return { part: sum(found, (one) => one.doneOfReceived), whole: sum(found, (one) => one.received) };
  if (figure === 'satisfiedRate')
    return { part: sum(found, (one) => one.satisfied), whole: sum(found, (one) => one.rated) };
  if (figure === 'received' || figure === 'done' || figure === 'open' || figure === 'late')
    return sum(found, (one) => one[figure]);
  return null;
}
