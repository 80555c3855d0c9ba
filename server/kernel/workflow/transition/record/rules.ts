import type { Effect, Json, MatterState, Method, Step, Values } from '../../contract.ts';
import { kindWords } from '../../definition/vocabulary/rules.ts';
import { rowsOf, winnersOf } from '../../kinds/rows/rules.ts';
import { isPrivate } from '../../privacy/rules.ts';

/** What a step has yielded anew. What was written down beside it stays. */
export function keepResult(state: MatterState, step: string, result: Values): void {
  const beside = Object.entries(state.results[step] ?? {}).filter(([key]) => key.endsWith('.rows'));
  state.results[step] = { ...Object.fromEntries(beside), ...result };
}

/** Adds what somebody wrote down beside a step. */
export function keepBeside(state: MatterState, step: string, id: string, row: Values): void {
  const results = state.results[step] ?? {};
  const rows = results[`${id}.rows`];
  state.results[step] = { ...results, [`${id}.rows`]: [...(Array.isArray(rows) ? rows : []), row] };
}

const keysIn = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((key): key is string => typeof key === 'string' && key !== '');

/** What holds of all that is recorded: the matter's own answers (a category, a day), but nothing private. */
function commonTo(method: Method, state: MatterState): Values {
  const own = Object.values(method.fields).filter((field) => field.type !== 'list' && !isPrivate(method, field));
  return Object.fromEntries(own.flatMap(({ id }) => (state.fields[id] === undefined ? [] : [[id, state.fields[id]]])));
}

function entriesFrom(method: Method, state: MatterState, from: string): Values[] {
  const form = method.forms[from];
  if (form) {
    const filled = form.fields.flatMap(({ id }) => (state.fields[id] === undefined ? [] : [[id, state.fields[id]]]));
    return [{ ...commonTo(method, state), ...(Object.fromEntries(filled) as Values) }];
  }
  if (method.fields[from]?.type === 'who') return keysIn(state.fields[from]).map((who) => ({ who }));
  const [owner, part] = from.split('.');
  const step = method.steps.find((one) => one.id === owner);
  const rows = step && part === 'winners' ? winnersOf(method, state, step) : rowsOf(method, state, from);
  return rows.map((row) => ({ ...commonTo(method, state), ...row }));
}

/** What a step enters into registers and bodies. */
export function recordsOf(method: Method, state: MatterState, step: Step): Effect[] {
  return step.record.flatMap(({ into, from }): Effect[] => {
    const entries = structuredClone(entriesFrom(method, state, from));
    const kind = method.names.bodies[into] ? 'body' : 'register';
    return entries.length === 0 ? [] : [{ type: 'record', kind, id: into, entries }];
  });
}

/** Whether an outcome is the one by which a matter goes on. */
export const goesOn = (step: Step, outcome: string): boolean => kindWords[step.kind]?.onward.includes(outcome) === true;
