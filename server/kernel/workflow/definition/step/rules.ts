import type { Action, Beside, Json, Late, Limit, Route, Show, Step } from '../../contract.ts';
import { parseTime } from '../../limit/rules.ts';
import type { Reading } from '../contract.ts';
import { entriesOf, isMap, labelOf, listOf, note, readKey, refuseUnknownKeys, textOf } from '../label/rules.ts';
import {
  actionKeys,
  besideKeys,
  endings,
  kindWords,
  lateKeys,
  laterBesideKeys,
  laterStartKeys,
  laterStepKeys,
  routeKeys,
  startKeys,
  stepKeys,
} from '../vocabulary/rules.ts';

const onward = 'next';
const pressed = '提交';

function readRoute(reading: Reading, value: Json, path: string): Route {
  if (typeof value === 'string') return { to: value };
  refuseUnknownKeys(reading, value, routeKeys, [], path);
  const to = isMap(value) ? value['to'] : undefined;
  const condition = isMap(value) ? value['if'] : undefined;
  if (typeof to !== 'string') note(reading, 'word-expected', path);
  const route: Route = { to: String(to) };
  return condition === undefined ? route : { ...route, if: String(condition) };
}

/** A target or a list of routes. Without a last plain target a main-line step goes on, an aside must say where. */
function readRoutes(reading: Reading, value: Json, main: boolean, path: string): Route[] {
  const routes = (Array.isArray(value) ? value : [value]).map((route) => readRoute(reading, route, path));
  if (routes.length > 0 && routes.at(-1)?.if === undefined) return routes;
  if (main) return [...routes, { to: onward }];
  note(reading, 'target-missing', path);
  return routes;
}

const plain = (routes: Route[]): Pick<Action, 'routes' | 'leads' | 'needsReason'> => ({
  routes,
  leads: false,
  needsReason: false,
});

function readAction(reading: Reading, key: string, value: Json, main: boolean, path: string): Action {
  const { id, label } = readKey(reading, key, path);
  const here = `${path}/${id}`;
  if (!isMap(value)) return { id, label, ...plain(readRoutes(reading, value, main, here)) };
  refuseUnknownKeys(reading, value, actionKeys, [], here);
  const action: Action = { id, label, ...plain(readRoutes(reading, value['to'] ?? onward, main, here)) };
  if (typeof value['atMost'] === 'number') action.atMost = value['atMost'];
  if (typeof value['else'] === 'string') action.else = value['else'];
  if ((action.atMost === undefined) !== (action.else === undefined)) note(reading, 'atmost-else', here);
  return action;
}

function readActions(reading: Reading, value: Json | undefined, main: boolean, path: string): Action[] {
  if (isMap(value)) return Object.entries(value).map(([key, action]) => readAction(reading, key, action, main, path));
  if (value === undefined && !main) note(reading, 'target-missing', path.slice(0, -'/go'.length));
  return [{ id: onward, label: labelOf(reading, pressed), ...plain(readRoutes(reading, value ?? onward, main, path)) }];
}

function readOutcomes(
  reading: Reading,
  value: Json | undefined,
  kind: string,
  main: boolean,
  path: string,
): Record<string, Route[]> {
  const words = kindWords[kind] as (typeof kindWords)[string];
  const outcomes: Record<string, Route[]> = {};
  const written = isMap(value) ? value : value === undefined ? {} : { [words.onward[0] as string]: value };
  for (const [outcome, routes] of Object.entries(written)) {
    const known = [...words.onward, ...words.must, ...words.may].includes(outcome);
    if (known) outcomes[outcome] = readRoutes(reading, routes, main, `${path}/${outcome}`);
    else note(reading, 'outcome-unknown', `${path}/${outcome}`, { outcome });
  }
  for (const outcome of words.onward) {
    if (main) outcomes[outcome] ??= [{ to: onward }];
    else if (!outcomes[outcome]) note(reading, 'outcome-missing', path, { outcome });
  }
  for (const outcome of words.must) if (!outcomes[outcome]) note(reading, 'outcome-missing', path, { outcome });
  return outcomes;
}

function checkTime(reading: Reading, value: Json, path: string): string {
  const time = String(value);
  if (time !== 'unlimited' && !parseTime(time)) note(reading, 'time-broken', path, { time });
  return time;
}

function readLimit(reading: Reading, raw: { [key: string]: Json }, path: string): Limit | undefined {
  const { within, until } = raw;
  if (within !== undefined && until !== undefined) note(reading, 'limit-two', path);
  if (typeof until === 'string') return { kind: 'until', field: until };
  if (within === undefined) return undefined;
  if (!isMap(within)) {
    const time = checkTime(reading, within, `${path}/within`);
    return time === 'unlimited' ? { kind: 'unlimited' } : { kind: 'within', time };
  }
  const { by, else: otherwise, ...times } = within;
  for (const [word, time] of Object.entries(within))
    if (word !== 'by') checkTime(reading, time, `${path}/within/${word}`);
  const words = Object.fromEntries(Object.entries(times).map(([word, time]) => [word, String(time)]));
  return { kind: 'by-choice', field: String(by), times: words, else: otherwise === undefined ? '' : String(otherwise) };
}

function readLate(reading: Reading, value: Json | undefined, path: string): Late[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((rule) => {
    refuseUnknownKeys(reading, rule, lateKeys, [], path);
    const { after, tell, to } = isMap(rule) ? rule : {};
    if (tell === undefined && to === undefined) note(reading, 'late-empty', path);
    const late: Late = { tell: listOfAny(tell) };
    if (after !== undefined) late.after = checkTime(reading, after, path);
    return to === undefined ? late : { ...late, to: String(to) };
  });
}

const listOfAny = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

function readShows(value: Json | undefined): Show[] {
  if (value === undefined) return [];
  if (!isMap(value)) return [{ audience: 'public', fields: listOfAny(value) }];
  return Object.entries(value).map(([audience, fields]) => ({ audience, fields: listOfAny(fields) }));
}

function readSentences(reading: Reading, value: Json | undefined, path: string): { if: string; sentence: string }[] {
  return entriesOf(reading, value, path).map(([condition, text]) => {
    labelOf(reading, String(text));
    return { if: condition, sentence: String(text) };
  });
}

function readStarts(reading: Reading, value: Json | undefined, path: string): Step['starts'] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((start) => {
    if (!isMap(start)) return { method: String(start) };
    refuseUnknownKeys(reading, start, [...startKeys, ...laterStartKeys], [], path);
    for (const key of laterStartKeys) if (start[key] !== undefined) note(reading, 'starts-later', path, { key });
    const method = String(start['method']);
    return start['if'] === undefined ? { method } : { method, if: String(start['if']) };
  });
}

/** `record: { register or body: what }`. */
function readRecord(reading: Reading, value: Json | undefined, path: string): Step['record'] {
  return entriesOf(reading, value, path).map(([into, from]) => ({ into, from: String(from) }));
}

function readMeanwhile(reading: Reading, value: Json | undefined, path: string): Beside[] {
  return entriesOf(reading, value, path).map(([key, raw]) => {
    const { id, label } = readKey(reading, key, path);
    const here = `${path}/${id}`;
    refuseUnknownKeys(reading, raw, besideKeys, laterBesideKeys, here);
    const { by, form } = isMap(raw) ? raw : {};
    return { id, label, by: listOf(reading, by, `${here}/by`), forms: listOf(reading, form, `${here}/form`) };
  });
}

function kindOf(reading: Reading, raw: { [key: string]: Json }, path: string): string {
  const kinds = Object.keys(kindWords).filter((kind) => raw[kind] !== undefined);
  if (kinds.length > 1) note(reading, 'kind-two', path, { kinds: kinds.join(' ') });
  return kinds[0] ?? 'task';
}

function checkEnding(reading: Reading, raw: { [key: string]: Json }, path: string): void {
  const known: readonly string[] = endings;
  if (!known.includes(String(raw['end']))) note(reading, 'ending-unknown', path, { known: endings.join(' ') });
  for (const key of ['go', 'by', 'form', 'within', 'until', 'late', 'opens', 'since']) {
    if (raw[key] !== undefined) note(reading, 'end-goes', path, { key });
  }
}

/** Compiles one step as written. Its position on the main line is -1 for an aside. */
export function readStep(reading: Reading, key: string, value: Json, position: number, path: string): Step {
  const { id, label } = readKey(reading, key, path);
  const here = `${path}/${id}`;
  const raw = isMap(value) ? value : {};
  if (!isMap(value)) note(reading, 'map-expected', here);
  const main = position >= 0;
  const kind = kindOf(reading, raw, here);
  const words = kindWords[kind] as (typeof kindWords)[string];
  refuseUnknownKeys(reading, raw, [...stepKeys, ...Object.keys(kindWords), ...words.keys], laterStepKeys, here);
  const final = kind === 'end';
  if (final) checkEnding(reading, raw, here);
  const byOutcome = words.onward.length > 0;
  const step: Step = {
    id,
    label,
    main,
    position,
    kind,
    argument: raw[kind] ?? null,
    options: Object.fromEntries(
      words.keys.flatMap((option) => (raw[option] === undefined ? [] : [[option, raw[option]]])),
    ),
    by: listOf(reading, raw['by'], `${here}/by`),
    forms: listOf(reading, raw['form'], `${here}/form`),
    late: readLate(reading, raw['late'], `${here}/late`),
    actions: final || byOutcome ? [] : readActions(reading, raw['go'], main, `${here}/go`),
    outcomes: byOutcome ? readOutcomes(reading, raw['go'], kind, main, `${here}/go`) : {},
    shows: readShows(raw['shows']),
    tell: listOf(reading, raw['tell'], `${here}/tell`),
    starts: readStarts(reading, raw['starts'], `${here}/starts`),
    needs: readSentences(reading, raw['needs'], `${here}/needs`),
    advise: readSentences(reading, raw['advise'], `${here}/advise`),
    prints: listOf(reading, raw['prints'], `${here}/prints`),
    record: readRecord(reading, raw['record'], `${here}/record`),
    meanwhile: readMeanwhile(reading, raw['meanwhile'], `${here}/meanwhile`),
  };
  return { ...step, ...extras(reading, raw, here) };
}

function extras(reading: Reading, raw: { [key: string]: Json }, path: string): Partial<Step> {
  const found: Partial<Step> = {};
  const limit = readLimit(reading, raw, path);
  if (limit) found.limit = limit;
  for (const key of ['opens', 'since', 'why'] as const) {
    const text = textOf(reading, raw[key], `${path}/${key}`);
    if (text !== undefined) found[key] = text;
  }
  for (const key of ['say', 'stage'] as const) {
    const text = textOf(reading, raw[key], `${path}/${key}`);
    if (text !== undefined) found[key] = labelOf(reading, text);
  }
  return found;
}

/**
 * Marks which actions lead on: the only one of its step, from the main line to the next step, from an aside back to the
 * main line. The others ask a handler for a reason.
 */
export function markLeading(steps: Step[]): void {
  const position = new Map(steps.map((step) => [step.id, step.position]));
  for (const step of steps) {
    for (const action of step.actions) {
      action.leads = step.actions.length === 1 || action.routes.some(({ to }) => leadsOn(step, to, position));
      action.needsReason = !action.leads;
    }
  }
}

function leadsOn(step: Step, to: string, position: Map<string, number>): boolean {
  if (to === onward) return true;
  const target = position.get(to) ?? -1;
  return step.main ? target === step.position + 1 : target >= 0;
}
