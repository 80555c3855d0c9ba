import { together, type Figure } from '../words/rules.ts';
import type { BodyRow, Layout, Table } from '../layout/rules.ts';
import type { Area, Plan, PlannedColumn, Term } from '../plan/rules.ts';
import type { Subject } from '../dictionary/contract.ts';

export type Value = string | number;
export type Period = { from: string; to: string };
/** A count, or a share of one, which each place shows in its own way. */
export type Counted = number | { part: number; whole: number };

/** What the records say; nothing here decides where it goes. */
export type Source = {
  facts: Record<string, Value | null>;
  /** Null where the records cannot say it, such as residents of a month that is over. */
  count(figure: Figure, area: string | null, period: Period): Counted | null;
  areas: readonly Area[];
  areaField(area: Area, field: string): Value | null;
  /** Rows of a list, in order, by field. */
  records: readonly Record<string, Value | null>[];
  period: Period;
  /** Whether personal data may stand in it; else their places stay empty. */
  givesPrivate: boolean;
  /** Whether a place shows a number as a percentage by its style. */
  isPercent(row: number, column: number): boolean;
};

export type Change = { row: number; column: number; value: Value; isPrivate: boolean };

/** A heading, or a row with words of its own, with how many places it asks to be filled and how many are. */
export type Tally = {
  key: string;
  heading: string;
  from: string | null;
  isPrivate: boolean;
  state: 'filled' | 'unknown' | 'chosen' | 'left' | 'partly';
  asked: number;
  filled: number;
};

export type Filled = {
  changes: Change[];
  grow: { before: number; count: number } | null;
  tallies: Tally[];
  rows: number;
};

/** Puts what is known into the places of a form. A list longer than the form makes it grow above its last empty row. */
export function fillPlan(layout: Layout, plan: Plan, source: Source): Filled {
  const filled: Filled = { changes: [], grow: null, tallies: [], rows: 0 };
  fillPairs(plan, source, filled);
  if (layout.table === null) return filled;
  // Nobody guesses whom an unclear form lists: what it asks is shown, and nothing is filled.
  const into: Filled = plan.unclear === '' ? filled : { changes: [], grow: null, tallies: [], rows: 0 };
  if (plan.subject === 'rows') fillCells(plan, source, into);
  else if (plan.subject !== null) fillRoster(layout.table, plan, plan.subject, source, into);
  else for (const column of plan.columns) note(into, column, 1, 0);
  if (into !== filled) filled.tallies.push(...into.tallies.map((one) => ({ ...one, filled: 0 })));
  return filled;
}

const isForPeople = (term: Term | null): boolean => term?.kind === 'remark' || term?.kind === 'serial';

function note(
  filled: Filled,
  place: { key: string; heading: string; term: Term | null; chosen?: boolean },
  asked: number,
  done: number,
): void {
  const { key, heading, term, chosen = false } = place;
  if (isForPeople(term)) return;
  const from = term?.kind === 'field' || term?.kind === 'figure' ? term.name : null;
  const state =
    term === null ? 'unknown' : term.kind === 'leave' ? 'left' : done < asked ? 'partly' : chosen ? 'chosen' : 'filled';
  filled.tallies.push({
    key,
    heading,
    from,
    isPrivate: term?.kind === 'field' && term.isPrivate,
    state,
    asked,
    filled: done,
  });
}

function put(filled: Filled, row: number, column: number, value: Value | null, term: Term): boolean {
  if (value === null || value === '') return false;
  filled.changes.push({ row, column, value, isPrivate: term.kind === 'field' && term.isPrivate });
  return true;
}

function fillPairs(plan: Plan, source: Source, filled: Filled): void {
  for (const pair of plan.pairs) {
    const { term, row, column, within } = pair;
    const value =
      term?.kind === 'field'
        ? term.subject === 'community'
          ? (source.facts[term.field] ?? null)
          : null
        : term?.kind === 'figure'
          ? shown(source, countOf(plan, source, term.figure, null, source.period), {
              row,
              column,
              heading: pair.heading,
            })
          : null;
    const done =
      term !== null && put(filled, row, column, within === null || value === null ? value : `${within}${value}`, term);
    note(filled, pair, 1, done ? 1 : 0);
  }
}

function countOf(plan: Plan, source: Source, figure: Figure, area: string | null, period: Period): Counted | null {
  const speaksOfPeople = figure.figure === 'people';
  const { gender, ageFrom, ageTo, tags, category, channel } = plan.conditions;
  // What the title says of people narrows people, what it says of matters narrows matters.
  const fromTitle = speaksOfPeople
    ? { gender, ageFrom, ageTo, tags }
    : figure.figure === 'received' || figure.figure === 'done' || figure.figure === 'open' || figure.figure === 'late'
      ? { category, channel }
      : {};
  const given = Object.fromEntries(Object.entries(fromTitle).filter(([, value]) => value !== undefined));
  const conditions = together([given, figure.conditions]);
  return conditions === null ? 0 : source.count({ figure: figure.figure, conditions }, area, period);
}

function shown(
  source: Source,
  counted: Counted | null,
  at: { row: number; column: number; heading: string },
): Value | null {
  if (counted === null || typeof counted === 'number') return counted;
  if (counted.whole === 0) return null;
  const share = counted.part / counted.whole;
  if (source.isPercent(at.row, at.column)) return Math.round(share * 10_000) / 10_000;
  const percent = Math.round(share * 1000) / 10;
  return /[%％]/.test(at.heading) ? percent : `${percent}%`;
}

/** Rows that say themselves what they are about. */
function fillCells(plan: Plan, source: Source, filled: Filled): void {
  const done = new Map<(typeof plan.cells)[number], boolean>();
  for (const cell of plan.cells) {
    const { term, row, column } = cell;
    const area = source.areas.find((one) => one.id === cell.area) ?? null;
    const period = cell.month === null ? source.period : monthOf(source.period, cell.month);
    const value =
      term?.kind === 'field'
        ? area && term.subject === area.level
          ? source.areaField(area, term.field)
          : term.subject === 'community'
            ? (source.facts[term.field] ?? null)
            : null
        : term?.kind === 'figure'
          ? shown(source, countOf(plan, source, term.figure, area?.id ?? null, period), cell)
          : null;
    done.set(cell, term !== null && put(filled, row, column, value, term));
  }
  for (const column of plan.columns) {
    const cells = plan.cells.filter((cell) => cell.column === column.column);
    if (cells.length === 0) continue;
    const isOneThing = new Set(cells.map((cell) => cell.key)).size === 1;
    const count = cells.filter((cell) => done.get(cell)).length;
    if (isOneThing)
      note(filled, { ...column, term: cells.find((cell) => cell.term)?.term ?? column.term }, cells.length, count);
    else for (const cell of cells) note(filled, cell, 1, done.get(cell) ? 1 : 0);
  }
}

function monthOf({ from }: Period, month: number): Period {
  const year = Number(from.slice(0, 4));
  const two = String(month).padStart(2, '0');
  return { from: `${year}-${two}-01`, to: `${year}-${two}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` };
}

/** A list: one record after another into the empty rows; what a row of totals asks is counted for all. */
function fillRoster(table: Table, plan: Plan, subject: Subject, source: Source, filled: Filled): void {
  const records = recordsOf(plan, subject, source);
  for (const row of table.rows.filter((one) => one.kind === 'total')) fillTotal(row, plan, source, filled);
  const { places, grow } = placesFor(table, records.length);
  filled.grow = grow;
  filled.rows = records.length;
  if (grow) for (const change of filled.changes) if (change.row >= grow.before) change.row += grow.count;
  const computed = new Set(table.rows.flatMap((row) => (row.kind === 'empty' ? [...row.formulas] : [])));
  const columns = plan.columns.filter((column) => !computed.has(column.column));
  const counts = new Map<PlannedColumn, number>();
  for (const [index, record] of records.entries()) {
    const row = places[index] ?? 0;
    for (const column of columns) {
      const { term } = column;
      if (term?.kind === 'serial')
        filled.changes.push({ row, column: column.column, value: index + 1, isPrivate: false });
      else if (term && !isHidden(term, source) && put(filled, row, column.column, record(column, row), term))
        counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  for (const column of columns) note(filled, column, records.length, counts.get(column) ?? 0);
}

/**
 * The rows a list of this length stands in. It grows above its last empty row, so that sums which reach from the first to
 * the last row still do; without an empty row, above the totals, or below the heads.
 */
function placesFor(table: Table, count: number): { places: number[]; grow: Filled['grow'] } {
  const empty = table.rows.filter((row) => row.kind === 'empty').map((row) => row.row);
  const last = empty.at(-1);
  if (last === undefined) {
    const [first] = table.rows;
    return { places: range(table.first, count), grow: first && count > 0 ? { before: table.first, count } : null };
  }
  const missing = Math.max(0, count - empty.length);
  return {
    places: [...empty.slice(0, -1), ...range(last, missing + 1)],
    grow: missing > 0 ? { before: last, count: missing } : null,
  };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

const isHidden = (term: Term, source: Source): boolean =>
  term.kind === 'field' && term.isPrivate && !source.givesPrivate;

type RecordReader = (column: PlannedColumn, row: number) => Value | null;

function recordsOf(plan: Plan, subject: Subject, source: Source): RecordReader[] {
  const figure = (column: PlannedColumn, row: number, area: string | null): Value | null =>
    column.term?.kind === 'figure'
      ? shown(source, countOf(plan, source, column.term.figure, area, source.period), {
          row,
          column: column.column,
          heading: `${column.heading}${column.unit}`,
        })
      : null;
  if (subject === 'person' || subject === 'matter' || subject === 'staff')
    return source.records.map(
      (record) => (column) => (column.term?.kind === 'field' ? (record[column.term.field] ?? null) : null),
    );
  if (subject === 'community')
    return [
      (column, row) =>
        column.term?.kind === 'field' ? (source.facts[column.term.field] ?? null) : figure(column, row, null),
    ];
  return source.areas
    .filter((area) => area.level === subject)
    .map(
      (area) => (column, row) =>
        column.term?.kind === 'field' ? source.areaField(area, column.term.field) : figure(column, row, area.id),
    );
}

function fillTotal(row: BodyRow, plan: Plan, source: Source, filled: Filled): void {
  for (const column of plan.columns) {
    if (column.term?.kind !== 'figure' || row.texts.has(column.column) || row.formulas.has(column.column)) continue;
    const at = { row: row.row, column: column.column, heading: `${column.heading}${column.unit}` };
    put(
      filled,
      row.row,
      column.column,
      shown(source, countOf(plan, source, column.term.figure, null, source.period), at),
      column.term,
    );
  }
}
