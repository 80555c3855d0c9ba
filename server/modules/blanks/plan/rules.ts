import {
  readTitle,
  figureOf,
  plainWord,
  readWords,
  type Conditions,
  type Figure,
  type Lexicon,
} from '../words/rules.ts';
import { labelsLeftOf, type BodyRow, type Column, type Layout, type Pair, type Table } from '../layout/rules.ts';
import type { Dictionary, FigureId, Subject } from '../dictionary/contract.ts';

/** What fills a place: a field of a record, a figure, the number of the row, or nobody but people. */
export type Term =
  | { kind: 'field'; subject: Subject; field: string; name: string; isPrivate: boolean }
  | { kind: 'figure'; figure: Figure; name: string }
  | { kind: 'serial' }
  | { kind: 'remark' }
  | { kind: 'leave' };

export type Area = { id: string; name: string; level: 'community' | 'grid' | 'estate' | 'building' };

/** One value place of a row with words of its own, and what it asks. */
export type RowCell = {
  row: number;
  column: number;
  key: string;
  heading: string;
  term: Term | null;
  area: string | null;
  month: number | null;
};
export type PlannedColumn = {
  column: number;
  key: string;
  heading: string;
  unit: string;
  term: Term | null;
  chosen: boolean;
};
export type PlannedPair = Pair & { key: string; heading: string; term: Term | null; chosen: boolean };

export type Plan = {
  /** What the rows of the table are about; `rows`: each has words of its own; null: there is no table. */
  subject: Subject | 'rows' | null;
  /** Words of the title that nobody here knows: who or what is listed must be said by a person. */
  unclear: string;
  conditions: Conditions;
  /** Which of the staff a list is about, by what counts them; empty: all. */
  staff: FigureId[];
  columns: PlannedColumn[];
  cells: RowCell[];
  pairs: PlannedPair[];
};

export type Knowledge = {
  dictionary: Dictionary;
  lexicon: Lexicon;
  titles: Lexicon;
  areas: readonly Area[];
  /** What people of this community assigned to a heading before. */
  choices: ReadonlyMap<string, string>;
  /** What the person says is listed, when the title does not say it. */
  scope: Conditions | null;
};

/** How a heading is remembered, whatever stands between its words. */
export function headingKey(path: readonly string[]): string {
  return path.map(plainWord).join('/').slice(0, 120);
}

/** Says of each place of a form what fills it; of those it does not know for certain, nothing. */
export function makePlan(layout: Layout, known: Knowledge): Plan {
  const title = readTitle(layout.title, known.titles);
  const { table } = layout;
  const subject = table && subjectOf(table, title, known);
  const columns = table ? columnsOf(table, subject, known) : [];
  const plan: Plan = {
    subject,
    unclear: known.scope === null && subject !== null ? unclearOf(layout.title, title, subject) : '',
    staff: title.figures.filter((figure) => staffFigures.includes(figure)),
    conditions: known.scope ?? title.conditions,
    columns,
    cells: table && subject === 'rows' ? cellsOf(table, columns, known) : [],
    pairs: layout.pairs.flatMap((pair) => pairOf(pair, known, table !== null)),
  };
  return plan;
}

/** Whether any form asks with this word: to tell heads from what stands below them. */
export function knowsWord(known: Pick<Knowledge, 'dictionary' | 'lexicon'>, text: string): boolean {
  const plain = plainWord(text);
  if (plain === '') return false;
  const { records, remarks } = known.dictionary;
  if (remarks.some((word) => plainWord(word) === plain)) return true;
  for (const record of Object.values(records))
    for (const field of Object.values(record.fields))
      if (field.words.some((word) => plainWord(word) === plain)) return true;
  return readWords(text, known.lexicon).unknown === '';
}

export function isSerial(dictionary: Dictionary, text: string): boolean {
  return dictionary.serials.some((word) => plainWord(word) === plainWord(text));
}

const rosters: readonly Subject[] = ['person', 'staff', 'matter', 'grid', 'building', 'estate', 'community'];
type Title = ReturnType<typeof readTitle>;

/** What of a title nobody here knows. A list of people whose title does not speak of people at all is not clear either. */
function unclearOf(text: string, title: Title, subject: Subject | 'rows'): string {
  const speaksOfPeople =
    title.subjects.includes('person') || title.figures.includes('people') || Object.keys(title.conditions).length > 0;
  return title.unknown === '' && subject === 'person' && !speaksOfPeople ? text || '没有表名' : title.unknown;
}

const staffFigures: FigureId[] = ['gridWorkers', 'buildingHeads', 'volunteers', 'workers'];

function subjectOf(table: Table, title: Title, known: Knowledge): Subject | 'rows' | null {
  if (table.rows.some((row) => row.kind === 'labelled')) return 'rows';
  const isOfStaff = title.subjects.includes('staff') || title.figures.some((figure) => staffFigures.includes(figure));
  let best: { subject: Subject; score: number } | null = null;
  for (const subject of rosters) {
    if ((subject === 'staff') !== isOfStaff && (subject === 'staff' || subject === 'person')) continue;
    const terms = table.columns.map((column) => termOf(column.path, column.unit, subject, known));
    const fields = terms.map((term) => (term?.kind === 'field' ? term.field : ''));
    if (!identifying[subject].some((field) => fields.includes(field))) continue;
    const score = terms.filter((term) => term !== null).length + (title.subjects.includes(subject) ? 0.5 : 0);
    if (best === null || score > best.score) best = { subject, score };
  }
  return best?.subject ?? null;
}

const identifying: Record<Subject, string[]> = {
  person: ['name'],
  staff: ['name'],
  matter: ['number', 'title'],
  grid: ['name'],
  building: ['name'],
  estate: ['name'],
  month: ['name'],
  community: ['community'],
};

function columnsOf(table: Table, subject: Subject | 'rows' | null, known: Knowledge): PlannedColumn[] {
  const planned = table.columns.map(({ column, path, unit }): PlannedColumn => {
    const key = headingKey(path);
    const chosen = chosenTerm(known.choices.get(key), known);
    const own = termOf(path, unit, subject === null || subject === 'rows' ? 'community' : subject, known);
    return { column, key, heading: path.join(' / '), unit, term: chosen ?? own, chosen: chosen !== null };
  });
  return planned.map((one, index) =>
    one.term || !isFiller(table.columns[index], known) ? one : { ...one, term: sumOf(planned) },
  );
}

function isFiller(column: Column | undefined, known: Knowledge): boolean {
  return column !== undefined && figureOf(column.path, known.lexicon) === 'only fillers';
}

/** A column that only says 合计 sums up what the others count, when they all count the same. */
function sumOf(planned: readonly PlannedColumn[]): Term | null {
  const counted = new Set(planned.flatMap(({ term }) => (term?.kind === 'figure' ? [term.figure.figure] : [])));
  const [figure] = counted;
  return counted.size === 1 && figure && ['people', 'received', 'done', 'open', 'late'].includes(figure)
    ? { kind: 'figure', figure: { figure, conditions: {} }, name: '合计' }
    : null;
}

function bareTerm(path: readonly string[], known: Knowledge): Term | null {
  const leaf = plainWord(path.at(-1) ?? '');
  if (isSerial(known.dictionary, leaf)) return { kind: 'serial' };
  return known.dictionary.remarks.some((word) => plainWord(word) === leaf) ? { kind: 'remark' } : null;
}

const counting = /数|率|合计|小计|总|次|人口|户$|件|受理|办结|在办|超期|逾期|岁|[(（](人|户|件|名|个|次|场|栋|%)[)）]/;

/** What a heading asks of a record of this kind. Null unless every word of it is known. */
function termOf(path: readonly string[], unit: string, subject: Subject, known: Knowledge): Term | null {
  const field = bareTerm(path, known) ?? fieldTerm(path, subject, known);
  if (field || !['grid', 'building', 'estate', 'community'].includes(subject)) return field;
  return figureTerm(path, unit, known);
}

function fieldTerm(path: readonly string[], subject: Subject, known: Knowledge): Term | null {
  const fields = Object.entries(known.dictionary.records[subject]?.fields ?? {});
  const find = (text: string): Term | null => {
    const plain = plainWord(text);
    const found = fields.find(([, { words }]) => words.some((word) => plainWord(word) === plain));
    if (!found) return null;
    return { kind: 'field', subject, field: found[0], name: found[1].name, isPrivate: found[1].private ?? false };
  };
  const whole = find(path.join(''));
  if (whole || path.length === 1) return whole;
  const heads = path.slice(0, -1);
  return heads.every((head) => saysNothing(head, subject, known)) ? find(path.at(-1) ?? '') : null;
}

/** A head such as 基本情况, or one that only names the kind of record. */
function saysNothing(head: string, subject: Subject, known: Knowledge): boolean {
  if (known.dictionary.records[subject]?.words.some((word) => plainWord(word) === plainWord(head))) return true;
  const { meanings, unknown } = readWords(head, known.titles);
  return (
    unknown === '' &&
    // 老人信息 over the columns of a list of people says whose.
    meanings.every(
      (one) =>
        one.is === 'filler' ||
        (one.is === 'subject' && one.subject === subject) ||
        (one.is === 'condition' && subject === 'person'),
    )
  );
}

function figureTerm(path: readonly string[], unit: string, known: Knowledge): Term | null {
  const figure = figureOf(path, known.lexicon);
  if (figure === null || figure === 'only fillers') return null;
  const isNarrowed = Object.keys(figure.conditions).length > 0;
  // 网格 alone may want its name; 网格数 is counted.
  if (!isNarrowed && unit === '' && !counting.test(path.join(''))) return null;
  return { kind: 'figure', figure, name: figureName(figure, known.dictionary) };
}

/** A figure in words: 人数（60 岁以上、女）. */
export function figureName({ figure, conditions }: Figure, dictionary: Dictionary): string {
  const { gender, ageFrom, ageTo, tags = [], category, channel } = conditions;
  const age =
    ageFrom === undefined
      ? ageTo === undefined
        ? null
        : `${ageTo} 岁及以下`
      : ageTo === undefined
        ? `${ageFrom} 岁以上`
        : `${ageFrom}–${ageTo} 岁`;
  const narrowed = [age, gender, ...tags, category, channel === 'hotline' ? '12345 热线' : channel].filter(Boolean);
  const name = dictionary.figures[figure]?.name ?? figure;
  return narrowed.length > 0 ? `${name}（${narrowed.join('、')}）` : name;
}

/** What a person assigned: `field:person.phone`, `figure:80岁以上人数`, or `leave` for what people type. */
export function chosenTerm(choice: string | undefined, known: Pick<Knowledge, 'dictionary' | 'lexicon'>): Term | null {
  if (choice === undefined) return null;
  if (choice === 'leave') return { kind: 'leave' };
  const [kind, rest = ''] = [choice.slice(0, choice.indexOf(':')), choice.slice(choice.indexOf(':') + 1)];
  if (kind === 'field') {
    const [subject = '', field = ''] = rest.split('.');
    const found = known.dictionary.records[subject as Subject]?.fields[field];
    return found
      ? { kind: 'field', subject: subject as Subject, field, name: found.name, isPrivate: found.private ?? false }
      : null;
  }
  const figure = figureOf([rest], known.lexicon);
  if (figure === null || figure === 'only fillers') return null;
  return { kind: 'figure', figure, name: figureName(figure, known.dictionary) };
}

function pairOf(pair: Pair, known: Knowledge, besideTable: boolean): PlannedPair[] {
  const key = headingKey(pair.path);
  const chosen = chosenTerm(known.choices.get(key), known);
  const leaf = pair.path.slice(-1);
  const own =
    bareTerm(leaf, known) ??
    fieldTerm(pair.path, 'community', known) ??
    figureTerm(pair.path, '', known) ??
    (pair.path.length > 1 ? fieldTerm(leaf, 'community', known) : null);
  const term = chosen ?? own;
  return term || !besideTable ? [{ ...pair, key, heading: pair.path.join(' / '), term, chosen: chosen !== null }] : [];
}

/** Rows with words of their own: an area, a month, or what is counted there; heads and rows are read together. */
function cellsOf(table: Table, columns: readonly PlannedColumn[], known: Knowledge): RowCell[] {
  return table.rows.flatMap((row) => {
    if (row.kind === 'empty') return [];
    return table.columns.flatMap((column, index): RowCell[] => {
      const planned = columns[index];
      if (!planned || column.column === table.serial || row.texts.has(column.column) || row.formulas.has(column.column))
        return [];
      return [cellOf(row, table, column, planned, known)];
    });
  });
}

function cellOf(row: BodyRow, table: Table, column: Column, planned: PlannedColumn, known: Knowledge): RowCell {
  const labels = row.kind === 'total' ? [] : labelsLeftOf(row, table.columns, column.column);
  const areas = labels.map((label) => known.areas.find((area) => plainWord(area.name) === plainWord(label)));
  const area = areas.filter((one) => one !== undefined).at(-1) ?? null;
  const month = labels.map((label) => /^(\d{1,2})月份?$/.exec(plainWord(label))?.[1]).find((one) => one !== undefined);
  const said = labels.filter((label, index) => !areas[index] && !/^\d{1,2}月份?$/.test(plainWord(label)));
  const path = [...said, ...column.path];
  const place = {
    row: row.row,
    column: column.column,
    area: area?.id ?? null,
    month: month === undefined ? null : Number(month),
  };
  const key = area || month !== undefined || row.kind === 'total' ? planned.key : headingKey(path);
  const chosen = chosenTerm(known.choices.get(key), known) ?? (planned.chosen ? planned.term : null);
  const bare = planned.term?.kind === 'remark' || planned.term?.kind === 'leave' ? planned.term : null;
  const field =
    said.length === 0 ? fieldTerm(column.path, area?.level ?? 'community', known) : fieldTerm(said, 'community', known);
  const own =
    bare ??
    field ??
    figureTerm(path, column.unit, known) ??
    (said.length === 0 && planned.term?.kind === 'figure' ? planned.term : null);
  return { ...place, key, heading: path.join(' / '), term: chosen ?? own };
}
