import type { Field, Json, MatterState, Method, Step, Values } from '../../contract.ts';

/** Rows to choose among or to do something for each of: a list that was filled, or what a gathering brought together. */

const isRow = (value: Json): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The columns of rows named by an expression (`options`, `nominate.rows`); null when it names none. */
export function columnsOf(method: Method, expression: string): Field[] | null {
  const field = method.fields[expression];
  if (field?.type === 'pick') return columnsOf(method, field.of?.[0] ?? '');
  if (field) return field.type === 'list' ? (field.columns ?? []) : null;
  const [owner, part] = expression.split('.') as [string, string?];
  const step = part === 'rows' ? method.steps.find((one) => one.id === owner) : undefined;
  return step ? step.forms.flatMap((form) => method.forms[form]?.fields ?? []) : null;
}

/** The rows an expression names, as they stand now. */
export function rowsOf(method: Method, state: Pick<MatterState, 'fields' | 'results'>, expression: string): Values[] {
  const picked = method.fields[expression];
  if (picked?.type === 'pick') {
    const rows = rowsOf(method, state, picked.of?.[0] ?? '');
    return [state.fields[expression] ?? []]
      .flat()
      .flatMap((at): Values[] => (rows[Number(at)] ? [rows[Number(at)] as Values] : []));
  }
  const [owner = '', part] = expression.split('.') as [string, string?];
  const value = method.fields[expression]
    ? state.fields[expression]
    : part === undefined
      ? undefined
      : state.results[owner]?.[part];
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** What a row is called: its first column. */
export function rowName(method: Method, expression: string, row: Values): string {
  const first = columnsOf(method, expression)?.[0];
  const value = first ? row[first.id] : null;
  const text = isRow(value ?? null) ? (value as Values)['label'] : value;
  return text === null || text === undefined ? '' : (Array.isArray(text) ? text : [text]).map(String).join('、');
}

/** The rows a vote has chosen, or their names where it did not choose among rows. */
export function winnersOf(method: Method, state: Pick<MatterState, 'fields' | 'results'>, step: Step): Values[] {
  const chosen = state.results[step.id]?.['winners'];
  const names = Array.isArray(chosen) ? chosen.map(String) : [];
  const from = String(step.options['choose'] ?? '');
  const rows = rowsOf(method, state, from);
  return names.map((name) => rows.find((row) => rowName(method, from, row) === name) ?? { name });
}

/** What a `pick` field lets somebody choose among: each row by its place in the list, under its name. */
export function rowChoices(
  method: Method,
  state: Pick<MatterState, 'fields' | 'results'>,
  field: Field,
): { value: string; label: string }[] {
  const from = field.of?.[0] ?? '';
  return rowsOf(method, state, from).map((row, at) => ({ value: String(at), label: rowName(method, from, row) }));
}
