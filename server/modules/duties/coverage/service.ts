import { refuse } from '#shared/refusal';
import { addDays, clockTime, shanghaiDate } from '#shared/time';
import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { countDue, coverage, periodsOf, type Charges, type Standing } from '#kernel/duties';
import type { AdoptedSet } from '#kernel/duties/shelf';
import type { Period } from '#kernel-contract/duties';
import { requireOwner } from '#modules/areas';
import {
  dutyStateNames,
  type CoverageQuery,
  type DutyCounts,
  type DutyCoverage,
  type DutyPeriod,
  type DutyPeriodList,
  type PeriodQuery,
} from '../contract.ts';
import { readCursor, writeCursor } from '../cursor/service.ts';
import { dutyUnknown } from '../rules.ts';
import { aroundOf, chargesOf, holdersOf, namesOf, type DutiesContext } from '../scope/service.ts';

const weekDays = 7;

/**
 * What was due and done of a set, per subject and day, and how many of the subjects of a day were covered: grids patrolled of
 * grids. A period stands on its last day. Computed from the records at every reading. Source: N69, N71, C78, C80.
 */
export async function readCoverage(
  reader: Reader,
  context: DutiesContext,
  input: { areaId: string; query: CoverageQuery; now: Date },
): Promise<DutyCoverage> {
  const found = await standingOf(reader, context, input);
  const { charges, adopted, all, span, standing } = found;
  const days = daysOf(span);
  const rows = charges.subjects.map((subject) => {
    const own = standing.filter((one) => one.subject.id === subject.id);
    return {
      subject,
      who: whoOf(context, charges, subject),
      days: days.map((day) => ({
        day,
        ...countDue(own.filter(({ due }) => due.period.to === day).map(({ due }) => due)),
      })),
      total: countDue(own.map(({ due }) => due)),
    };
  });
  return {
    ...span,
    set: adopted.set.id,
    sets: all.map(({ set }) => ({
      id: set.id,
      name: set.name.zh,
      perDay: set.duties.every(({ cadence }) => cadence.kind === 'per' && cadence.unit === 'day'),
    })),
    subjectName: subjectName(context, adopted.set.subject),
    rows: rows.toSorted((a, b) => b.total.late - a.total.late),
    days: days.map((day, at) => ({ day, ...coverage(rows.map((row) => row.days[at] as DutyCounts)) })),
    total: countDue(standing.map(({ due }) => due)),
  };
}

type Asked = { areaId: string; query: CoverageQuery; now: Date };
type Found = {
  all: AdoptedSet[];
  adopted: AdoptedSet;
  charges: Charges;
  span: Period;
  standing: Standing[];
};

async function standingOf(reader: Reader, context: DutiesContext, { areaId, query, now }: Asked): Promise<Found> {
  const area = requireOwner(context.matters.tree, areaId);
  const all = context.duties.adopted(area.path);
  const adopted = all.find(({ set }) => !query.set || set.id === query.set) ?? refuse(dutyUnknown);
  const today = shanghaiDate(now);
  const to = query.to ?? today;
  const span = { from: query.from ?? addDays(to, 1 - weekDays), to };
  const charges = await chargesOf(reader, context, { areaId: area.id, adopted, ...widened(span) });
  return { all, adopted, charges, span, standing: await periodsOf(reader, aroundOf(context), charges, span, now) };
}

const yearDays = 366;

/** A period that ends in a span may have begun a year before it. */
const widened = ({ from, to }: Period): Period => ({ from: addDays(from, -yearDays), to });

function daysOf({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function whoOf(context: DutiesContext, charges: Charges, subject: Standing['subject']): string {
  const ids = charges.adopted.set.duties.flatMap((duty) => holdersOf(context, charges.areaId, duty, subject));
  return namesOf(context, [...new Set(ids)]);
}

const levelWords: Record<string, string> = { grid: '网格', estate: '小区', building: '楼栋', community: '社区' };

/** What the subjects of a set are called: 网格, 党员中心户. */
export function subjectName({ matters }: DutiesContext, kind: string): string {
  return levelWords[kind] ?? matters.shelf.names.roles[kind]?.label.zh ?? '';
}

/** The periods behind the figures, one by one, latest first: each figure of the coverage is the length of one such list. */
export async function listPeriods(
  reader: Reader,
  context: DutiesContext,
  input: { areaId: string; query: PeriodQuery; now: Date },
): Promise<DutyPeriodList> {
  const { query } = input;
  const all = await periodsFor(reader, context, input);
  const after = query.cursor ? readCursor(query.cursor) : null;
  const rest = after ? all.filter((one) => keyOf(one) < after.at + after.id) : all;
  const items = rest.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items,
    next:
      rest.length > items.length && last ? writeCursor({ at: last.to, id: keyOf(last).slice(last.to.length) }) : null,
  };
}

const keyOf = (one: DutyPeriod): string => `${one.to}${one.subject.id}/${one.duty}`;

async function periodsFor(
  reader: Reader,
  context: DutiesContext,
  input: { areaId: string; query: Omit<PeriodQuery, 'cursor' | 'limit'>; now: Date },
): Promise<DutyPeriod[]> {
  const { query } = input;
  const { charges, standing } = await standingOf(reader, context, input);
  return standing
    .filter(
      ({ duty, subject, due }) =>
        (!query.duty || duty.id === query.duty) &&
        (!query.subject || subject.id === query.subject) &&
        (!query.state || due.state === query.state),
    )
    .map((one) => toPeriod(context, charges, one))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

function toPeriod(context: DutiesContext, charges: Charges, { adopted, duty, subject, due }: Standing): DutyPeriod {
  const { done } = due;
  return {
    set: adopted.set.id,
    duty: duty.id,
    name: duty.label.zh,
    subject,
    who: namesOf(context, charges.holdersOf(duty, subject)),
    ...due.period,
    state: due.state,
    stateName: due.state === 'late' && done ? '做晚了' : dutyStateNames[due.state],
    done: done
      ? { at: done.at, by: done.actorName, standsFor: standsForName(context, done.standsFor), record: done.id }
      : null,
    matter: done?.matter ?? null,
  };
}

const standsForName = ({ matters }: DutiesContext, id: string | null): string | null =>
  id === null ? null : (matters.directory.person(id)?.name ?? null);

type Column = { heading: string; width: number; value(row: DutyPeriod): string | number | null };

/** The columns of the exported list: the same as on screen, every code in words. */
export const periodColumns: Column[] = [
  { heading: '日期', width: 14, value: (row) => (row.from === row.to ? row.to : `${row.from} 至 ${row.to}`) },
  { heading: '任务', width: 18, value: (row) => row.name },
  { heading: '对象', width: 22, value: (row) => row.subject.label },
  { heading: '谁来做', width: 18, value: (row) => row.who },
  { heading: '情况', width: 10, value: (row) => row.stateName },
  { heading: '谁做的', width: 12, value: (row) => row.done?.by ?? null },
  { heading: '代谁', width: 12, value: (row) => row.done?.standsFor ?? null },
  {
    heading: '几时做的',
    width: 18,
    value: (row) => (row.done ? `${shanghaiDate(row.done.at)} ${clockTime(row.done.at)}` : null),
  },
  { heading: '发现问题的编号', width: 26, value: (row) => row.matter },
];

/** The same list to be carried away; who did so is recorded. */
export async function* exportPeriods(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; query: PeriodQuery; now: Date },
): AsyncGenerator<DutyPeriod> {
  const { cursor: _cursor, limit: _limit, ...detail } = input.query;
  audit(tx, actor, { areaId: requireOwner(context.matters.tree, input.areaId).id, act: 'duty.export', detail });
  yield* await periodsFor(tx, context, input);
}
