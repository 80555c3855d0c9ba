import type { Face, Json, Method, Step } from '#kernel-contract/workflow';
import { foundNames, valueText } from '../../detail/rules.ts';

/** How the steps of a matter are told to everybody: when each was left, and what it has shown. */

type Words = Parameters<typeof valueText>[2];
type Entry = {
  at: string;
  kind: string;
  what: string;
  label: string;
  actorTitle: string;
  fromStep: string | null;
  toStep: string;
};
export type Fact = { id: string; label: string; text: string };
/** A row of a list: a budget with its amount, a way of asking with its counts. */
export type ToldRow = { id: string; label: string; note: string; text: string };
export type ToldStep = {
  at: string;
  step: string;
  stepName: string;
  headline: string;
  text: string;
  /** Whether this step brought the result that its community shows. */
  hasResult: boolean;
  facts: Fact[];
  rows: ToldRow[];
  turning: boolean;
};

type Told = { face: Face; step: string; stars: number | null };

/** The steps as they were left, each with what it has shown and with nothing else. */
export function tellSteps(method: Method, told: Told, history: readonly Entry[], words: Words): ToldStep[] {
  const reached = history.filter((entry) => entry.fromStep !== entry.toStep || entry.kind === 'begin');
  const left = reached.map((entry) => method.steps.find(({ id }) => id === (entry.fromStep ?? entry.toStep)));
  const saidBy = shownAt(method, told.face, left);
  return reached.map((entry, at) => {
    const step = left[at];
    const shown = (saidBy.get(at) ?? []).map((id) => ({ id, value: told.face.fields?.[id] }));
    const { result } = told.face;
    const hasResult = Boolean(result) && fieldsOf(method, step).includes(method.present.result ?? '');
    const facts = shown.filter(({ id }) => !isList(method, id)).flatMap((one) => factOf(method, one, words));
    const isRated = told.stars !== null && fieldsOf(method, step).some((id) => method.fields[id]?.type === 'rating');
    return {
      at: entry.at,
      step: step?.id ?? entry.toStep,
      stepName: step?.label.zh ?? '',
      headline: headlineOf(entry, step?.label.zh ?? ''),
      text: hasResult ? (result ?? '') : isRated ? `打了 ${told.stars} 星。` : '',
      hasResult,
      facts,
      rows: shown.flatMap(({ id, value }) => (isList(method, id) ? rowsOf(method, id, value, words) : [])),
      turning: entry.kind === 'begin' || told.step === entry.toStep,
    };
  });
}

const fieldsOf = (method: Method, step: Step | undefined): string[] =>
  (step?.forms ?? []).flatMap((form) => method.forms[form]?.fields.map(({ id }) => id) ?? []);

/** The shown fields by the last entry in whose step they were filled, in the order of the forms. */
function shownAt(method: Method, face: Face, left: readonly (Step | undefined)[]): Map<number, string[]> {
  const open = new Set(Object.keys(face.fields ?? {}).filter((id) => isFact(method, id)));
  const found = new Map<number, string[]>();
  for (let at = left.length - 1; at >= 0; at--) {
    const here = fieldsOf(method, left[at]).filter((id) => open.delete(id));
    if (here.length > 0) found.set(at, here);
  }
  return found;
}

/** Title, place, pictures and result stand elsewhere on the page. */
function isFact(method: Method, id: string): boolean {
  const { shown, category, place } = method.present;
  const type = method.fields[id]?.type;
  return (
    type !== undefined &&
    type !== 'images' &&
    type !== 'files' &&
    ![category, place, ...Object.values(shown)].includes(id)
  );
}

const isList = (method: Method, id: string): boolean => method.fields[id]?.type === 'list';

function factOf(method: Method, { id, value }: { id: string; value: Json | undefined }, words: Words): Fact[] {
  const field = method.fields[id];
  const text = field ? valueText(field, value, words) : null;
  return field && text !== null ? [{ id, label: field.label.zh, text }] : [];
}

const notInRows = new Set<string>(['images', 'files', 'phone', 'person', 'signature', 'scan', 'checkin']);

/** Each row under its first column: amounts and counts beside it, the rest below. */
function rowsOf(method: Method, id: string, value: Json | undefined, words: Words): ToldRow[] {
  const [first, ...others] = (method.fields[id]?.columns ?? []).filter(({ type }) => !notInRows.has(type));
  if (!first) return [];
  return (Array.isArray(value) ? value : []).flatMap((row) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return [];
    const said = others.flatMap((column) => {
      const text = valueText(column, row[column.id], words);
      const isBare = column.type === 'money' || column.type === 'text' || column.type === 'longtext';
      return text === null ? [] : [{ column, text: isBare ? text : `${column.label.zh} ${text}` }];
    });
    const join = (isFigure: boolean): string =>
      said
        .filter(({ column }) => figures.has(column.type) === isFigure)
        .map(({ text }) => text)
        .join('，');
    return [{ id, label: valueText(first, row[first.id], words) ?? '', note: join(false), text: join(true) }];
  });
}

const figures = new Set<string>(['money', 'count', 'number', 'percent']);

function headlineOf(entry: Entry, step: string): string {
  if (entry.kind === 'begin') return '有人反映';
  if (entry.kind === 'system') return `${step}：${foundNames[entry.what] ?? '到期，自动往下走'}`;
  const did = entry.what === 'next' ? step : entry.label || step;
  return entry.actorTitle ? `${entry.actorTitle}${entry.actorTitle === '提出人' ? '：' : ''}${did}` : did;
}
