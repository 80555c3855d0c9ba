import type { Actor } from '#shared/actor';
import { addDays, shanghaiDate, shanghaiInstant, shanghaiParts } from '#shared/time';
import type { Reader } from '#platform/database';
import { countActivities } from '#modules/activities';
import type { AreaNode, AreaTree } from '#modules/areas';
import type { Directory } from '#modules/accounts/directory';
import { tallyMatters, type MatterTally } from '#modules/matters/figures';
import { countNotices } from '#modules/notices';
import { tallyHouseholds, tallyPeople } from '#modules/people/rosters';
import type { FigureId } from '../dictionary/contract.ts';
import type { Counted, Period, Source, Value } from '../fill/rules.ts';
import type { Area, Plan } from '../plan/rules.ts';
import type { Figure } from '../words/rules.ts';
import * as rules from './rules.ts';

export type FactDoors = { tree: AreaTree; directory: Directory };

type Asked = { areaId: string; actor: Actor; plan: Plan; period: Period; now: Date };
type Facts = Pick<Source, 'facts' | 'count' | 'areas' | 'areaField' | 'period'>;

/** The parts of a community that a form may name. */
export function areasOf(tree: AreaTree, areaId: string): Area[] {
  const own = tree.get(areaId);
  const below = (['grid', 'estate', 'building'] as const).flatMap((level) =>
    tree.under(areaId, level).map((node): Area => ({ id: node.id, name: node.name, level })),
  );
  return own ? [{ id: own.id, name: own.name, level: 'community' }, ...below] : below;
}

/** Everything figures and facts are taken from, read once for one form. */
export async function readFacts(reader: Reader, doors: FactDoors, asked: Asked): Promise<Facts> {
  const { areaId, plan, period, now } = asked;
  const periods = periodsOf(plan, period);
  const [people, households, ...counted] = await Promise.all([
    tallyPeople(reader, areaId),
    tallyHouseholds(reader, areaId),
    ...periods.map((one) => readPeriod(reader, areaId, one, now)),
  ]);
  const byPeriod = new Map(periods.map((one, index) => [one.from + one.to, counted[index]]));
  const isPresent = (one: Period): boolean => one.to >= shanghaiDate(now) || one.to === period.to;
  const count = ({ figure, conditions }: Figure, area: string | null, at: Period): Counted | null => {
    const within = area === null || area === areaId ? null : withinOf(doors.tree, area);
    const then = byPeriod.get(at.from + at.to);
    if (!then || at.from > shanghaiDate(now)) return null;
    if (figure === 'activities' || figure === 'notices') return within === null ? then[figure] : null;
    const matters = rules.countMatters(then.matters, { figure, conditions }, within);
    // What lies open now says nothing of a month that is over.
    if (matters !== null) return (figure === 'open' || figure === 'late') && !isPresent(at) ? null : matters;
    if (!isPresent(at)) return null;
    if (figure === 'people') return rules.countPeople(people, conditions, within, shanghaiParts(now).year);
    if (figure === 'households') return rules.countHouseholds(households, within);
    return countPlaces(doors, figure, area ?? areaId);
  };
  return {
    facts: factsOf(doors, asked),
    count,
    areas: areasOf(doors.tree, areaId),
    areaField: (area, field) => fieldOf(doors, areaId, area, field),
    period,
  };
}

function periodsOf(plan: Plan, period: Period): Period[] {
  const year = period.from.slice(0, 4);
  const months = [...new Set(plan.cells.flatMap((cell) => cell.month ?? []))];
  return [
    period,
    ...months.map((month) => {
      const two = String(month).padStart(2, '0');
      return {
        from: `${year}-${two}-01`,
        to: `${year}-${two}-${new Date(Date.UTC(Number(year), month, 0)).getUTCDate()}`,
      };
    }),
  ];
}

async function readPeriod(
  reader: Reader,
  areaId: string,
  period: Period,
  now: Date,
): Promise<{ matters: MatterTally[]; activities: number; notices: number }> {
  const time = { from: shanghaiInstant(period.from), to: shanghaiInstant(addDays(period.to, 1)) };
  const held = { from: time.from, to: time.to < now ? time.to : now };
  const [matters, activities, notices] = await Promise.all([
    tallyMatters(reader, { areaId, ...time, now }),
    countActivities(reader, areaId, held),
    countNotices(reader, areaId, held),
  ]);
  return { matters, activities, notices };
}

function withinOf(tree: AreaTree, areaId: string): rules.Within {
  const node = tree.get(areaId);
  if (node?.level === 'estate') {
    const buildings = tree
      .under(node.ownerId, 'building')
      .filter((one) => one.details.estateId === areaId || one.path.includes(areaId));
    return { grids: new Set(), buildings: new Set(buildings.map((one) => one.id)) };
  }
  if (node?.level === 'building') return { grids: new Set(), buildings: new Set([areaId]) };
  return { grids: new Set([areaId]), buildings: new Set(tree.under(areaId, 'building').map((one) => one.id)) };
}

/** Which roles the words for staff mean. */
export const staffRoles: Partial<Record<FigureId, string[]>> = {
  gridWorkers: ['grid-worker', 'grid-head'],
  buildingHeads: ['building-head'],
  volunteers: ['volunteer'],
  workers: ['community-worker', 'community-secretary'],
};

function countPlaces({ tree, directory }: FactDoors, figure: FigureId, areaId: string): number | null {
  if (figure === 'grids') return tree.under(areaId, 'grid').length;
  if (figure === 'estates') return tree.under(areaId, 'estate').length;
  if (figure === 'buildings')
    return tree.get(areaId)?.level === 'estate'
      ? (withinOf(tree, areaId)?.buildings.size ?? 0)
      : tree.under(areaId, 'building').length;
  const held = staffRoles[figure];
  if (!held) return null;
  const holders = directory.holders(held, [areaId, ...tree.below(areaId)]);
  return new Set(holders.map((one) => one.userId)).size;
}

function factsOf({ tree, directory }: FactDoors, { areaId, actor, period, now }: Asked): Record<string, Value | null> {
  const own = tree.get(areaId);
  const above = (level: 'street' | 'district' | 'city'): string | null => tree.ancestorAt(areaId, level)?.name ?? null;
  const [secretary] = directory.holders(['community-secretary'], [areaId]);
  const { year, month, day } = shanghaiParts(now);
  return {
    community: own?.name ?? null,
    street: above('street'),
    district: above('district'),
    city: above('city'),
    code: own?.code ?? null,
    telephone: (own?.details.telephone as string | undefined) ?? null,
    secretary: secretary?.name ?? null,
    filler: actor.name,
    date: `${year}年${month}月${day}日`,
    period: `${period.from} 至 ${period.to}`,
  };
}

function fieldOf(doors: FactDoors, areaId: string, area: Area, field: string): Value | null {
  const node = doors.tree.get(area.id);
  if (!node) return null;
  const details = node.details as { units?: number; floors?: number };
  const grid = doors.tree.ancestorAt(area.id, 'grid');
  const worker = grid && gridWorker(doors, grid);
  const values: Record<string, Value | null | undefined> = {
    name: node.name,
    code: node.code,
    community: doors.tree.get(areaId)?.name,
    worker: worker?.name,
    workerPhone: worker?.workPhone,
    grid: grid?.name,
    estate: estateOf(doors.tree, node)?.name,
    units: details.units,
    floors: details.floors,
  };
  return values[field] ?? null;
}

export function gridWorker(
  { directory }: FactDoors,
  grid: Pick<AreaNode, 'id'>,
): { name: string; workPhone: string | null } | undefined {
  return directory.holders(['grid-worker', 'grid-head'], [grid.id])[0];
}

export function estateOf(tree: AreaTree, building: AreaNode): AreaNode | undefined {
  const named = building.details.estateId;
  return typeof named === 'string' ? tree.get(named) : tree.ancestorAt(building.id, 'estate');
}

/** A moment as a form has it: the day. */
export function dayOf(instant: string | null): string | null {
  return instant === null ? null : shanghaiDate(instant);
}
