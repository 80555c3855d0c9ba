import { minuteMs } from '#shared/time';
import type {
  ActorRef,
  Effect,
  Field,
  Instant,
  Json,
  MatterEvent,
  MatterState,
  Method,
  OpenAction,
  Values,
  WorkCalendar,
  World,
} from '../../contract.ts';
import { resolveActors } from '../../actors/rules.ts';
import { wordsOf } from '../../form/value/rules.ts';
import { kindOf } from '../../kinds/rules.ts';
import { rowChoices } from '../../kinds/rows/rules.ts';
import { openActions, waitsFor } from '../../opening/rules.ts';
import { holdsFor, unseen } from '../../scope/rules.ts';
import { standingOf } from '../../transition/draft/rules.ts';
import { isRefusal, step } from '../../transition/rules.ts';
import { apart, thresholds, withSamples } from '../sample/rules.ts';
import type { Cast, RouteMove, StepRoute } from './contract.ts';

type Deadline = Effect & { type: 'deadline' };
type Node = { state: MatterState; now: Instant; deadlines: Deadline[]; moves: RouteMove[]; reporter: string };
type Search = {
  method: Method;
  calendar: WorkCalendar;
  cast: Cast;
  asked: Set<string>;
  routes: Map<string, StepRoute[]>;
};

const nodesMax = 6000;
/** Looked at further once every step has been reached, for other ways to the same ends. */
const nodesBeyond = 400;
const waysMax = 8;
const later = (now: Instant): Instant => new Date(new Date(now).getTime() + minuteMs).toISOString();

/** Fields on which a way depends: only these are worth trying with every word. */
function fieldsOfConditions(method: Method): Set<string> {
  const routes = method.steps.flatMap((one) => [
    ...one.actions.flatMap((action) => action.routes),
    ...Object.values(one.outcomes).flat(),
  ]);
  const conditions = routes.flatMap((route) => route.if?.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []);
  const rows = method.steps.flatMap(({ options: { per, choose } }) => [String(per), String(choose)]);
  const words = [...conditions, ...rows];
  return new Set(words.filter((word) => method.fields[word]));
}

const simple: Partial<Record<Field['type'], Json>> = {
  place: { label: '3号楼' },
  phone: '13800002046',
  person: '王秀兰',
  checkin: {},
  tags: ['标签'],
  rating: 5,
  consent: true,
};

type Seen = Pick<MatterState, 'fields' | 'results'>;

function valueOf(search: Search, field: Field, turn: number, world: World, seen: Seen): Json {
  const { method, cast } = search;
  const count = Math.max(1, Number(field.min ?? 1));
  const word = (): Json =>
    wordsOf(field, method)[search.asked.has(field.id) ? turn % wordsOf(field, method).length : 0] ?? null;
  if (field.type === 'text' || field.type === 'longtext')
    return '走一遍看看'.padEnd(count, '看').slice(0, Math.max(count, 5));
  if (field.type === 'yesno') return search.asked.has(field.id) ? turn % 2 === 0 : true;
  if (field.type === 'choice') return field.many ? [word()] : word();
  if (field.type === 'checklist') {
    const words = wordsOf(field, method);
    return search.asked.has(field.id) && turn % 2 === 1 ? words.slice(0, 1) : words;
  }
  if (field.type === 'list')
    return Array.from({ length: count }, (_, at) =>
      apart(
        field.columns ?? [],
        Object.fromEntries(
          (field.columns ?? []).map((column) => [column.id, valueOf(search, column, turn, world, seen)]),
        ),
        at,
      ),
    );
  if (field.type === 'date') return world.now.slice(0, 10);
  if (field.type === 'datetime') return world.now;
  if (['number', 'count', 'money', 'percent'].includes(field.type)) {
    const least = typeof field.min === 'number' ? field.min : 1;
    return search.asked.has(field.id) && turn % 2 === 1 ? Math.max(least, ...thresholds(method)) : least;
  }
  if (['images', 'files', 'scan', 'signature'].includes(field.type))
    return Array.from({ length: count }, (_, at) => `file${at}`);
  if (field.type === 'pick') return rowChoices(method, seen, field)[0]?.value ?? null;
  if (field.type === 'who') {
    const user = (field.of ?? [])
      .map((actor) => cast(`role:${actor}`) ?? cast(`body:${actor}`))
      .find((id) => id !== null);
    return user ? `user:${user}` : null;
  }
  return simple[field.type] ?? null;
}

/** The form of an action filled in some ways: only what must be, everything, and every word a way depends on. */
function formsFor(search: Search, action: OpenAction, state: MatterState | null, world: World): Values[] {
  const { method, asked } = search;
  const fields = action.forms.flatMap((id) => method.forms[id]?.fields ?? []).filter((field) => field.is === undefined);
  if (fields.length === 0) return [{}];
  const turns = Math.max(
    1,
    ...fields.map((field) => (asked.has(field.id) ? Math.max(2, wordsOf(field, method).length) : 1)),
  );
  return Array.from({ length: turns }).flatMap((_, turn) =>
    [false, true].map((whole) => {
      const values: Values = {};
      for (const field of fields) {
        const seen = state ?? unseen;
        const isAsked = holdsFor(field.if, method, { ...seen, fields: { ...seen.fields, ...values } }, world);
        if (isAsked && (whole || !field.optional)) values[field.id] = valueOf(search, field, turn, world, seen);
      }
      return values;
    }),
  );
}

/** What tells one place on the way from another. */
function keyOf(search: Search, { state }: Node): string {
  const values = [...search.asked].map((id) => state.fields[id] ?? null);
  const found = [Object.keys(state.waiting), state.results[state.step]?.['count'] ?? null];
  return JSON.stringify([state.step, state.status, state.taken, state.lateFired, values, found]);
}

function happen(
  search: Search,
  node: Node | null,
  event: MatterEvent,
  actor: ActorRef,
  now: Instant,
): Omit<Node, 'moves' | 'reporter'> | null {
  const result = step(search.method, node?.state ?? null, event, actor, { now, calendar: search.calendar });
  if (isRefusal(result)) return null;
  const deadlines = result.effects.filter((effect) => effect.type === 'deadline');
  const moved = result.effects.some((effect) => effect.type === 'waits') || result.next.status !== 'open';
  const left = (node?.deadlines ?? []).filter((one) => event.type !== 'deadline' || one.rule !== event.rule);
  return { state: result.next, now, deadlines: moved ? deadlines : [...left, ...deadlines] };
}

function eventOf(action: OpenAction, form: Values): MatterEvent {
  return action.asks === 'number'
    ? { type: 'merge', into: '370303001001-2026-000001', reason: '重复' }
    : { type: 'act', action: action.id, form, reason: '走一遍看看' };
}

function beginnings(search: Search, now: Instant): Node[] {
  const { method, cast, calendar } = search;
  const world = { now, calendar };
  return resolveActors(method, null, method.steps[0]?.by ?? []).flatMap((key) => {
    const id = cast(key);
    if (id === null) return [];
    const actor: ActorRef = { id, name: id, keys: [key, 'anyone', 'reporter', `user:${id}`] };
    return openActions(method, null, actor, world).flatMap((action) =>
      formsFor(search, action, null, world).flatMap((form) => {
        const begun = happen(search, null, { type: 'begin', action: action.id, form }, actor, now);
        const move = { at: now, by: id, kind: 'begin' as const, action: action.id, form, to: begun?.state.step ?? '' };
        return begun ? [{ ...begun, moves: [move], reporter: id }] : [];
      }),
    );
  });
}

/** Everybody who may do something now: those it waits for, the reporter, and who may press an anytime action. */
function actorsAt(search: Search, node: Node): ActorRef[] {
  const { method, cast } = search;
  const anytime = method.anytime.flatMap((action) => resolveActors(method, node.state, action.by));
  const keys = [...new Set([...waitsFor(method, node.state), ...anytime])];
  return keys.flatMap((key) => {
    const id = key.startsWith('user:') ? key.slice('user:'.length) : key === 'reporter' ? node.reporter : cast(key);
    const own = id === node.reporter ? ['reporter'] : [];
    return id === null ? [] : [{ id, name: id, keys: [key, `user:${id}`, ...own] }];
  });
}

function acts(search: Search, node: Node): Node[] {
  const now = later(node.now);
  const world = { now, calendar: search.calendar };
  return actorsAt(search, node).flatMap((actor) =>
    openActions(search.method, node.state, actor, world)
      .filter(({ kind }) => kind !== 'office')
      .flatMap((action) =>
        formsFor(search, action, node.state, world).flatMap((form) => {
          const done = happen(search, node, eventOf(action, form), actor, now);
          if (!done) return [];
          const kind = action.asks === 'number' ? ('merge' as const) : ('act' as const);
          const move = { at: now, by: actor.id, kind, action: action.id, form, to: done.state.step };
          return [{ ...done, reporter: node.reporter, moves: [...node.moves, move] }];
        }),
      ),
  );
}

/** Nobody does anything until the next limit has passed. */
function wait(search: Search, node: Node): Node[] {
  const next = [...node.deadlines].sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  if (!next) return [];
  const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
  const passed = happen(search, node, { type: 'deadline', rule: next.rule }, system, next.at);
  if (!passed) return [];
  const move = { at: next.at, by: 'system', kind: 'wait' as const, action: '', form: {}, to: passed.state.step };
  return [{ ...passed, reporter: node.reporter, moves: [...node.moves, move] }];
}

/** The part that carries the step finds out what it may, as soon as it can. */
function settled(search: Search, node: Node): Node[] {
  const world = { now: later(node.now), calendar: search.calendar };
  const standing = standingOf({ method: search.method, state: node.state, world });
  const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
  const findings = kindOf(standing.step).findings?.(standing) ?? [];
  return findings.flatMap(({ outcome, result, notBefore }) => {
    const at = notBefore > world.now ? notBefore : world.now;
    const event: MatterEvent = { type: 'settle', step: node.state.step, outcome, result };
    const found = happen(search, node, event, system, at);
    if (!found) return [];
    const to = found.state.step;
    const move = { at, by: 'system', kind: 'settle' as const, action: outcome, form: result, to };
    return [{ ...found, reporter: node.reporter, moves: [...node.moves, move] }];
  });
}

function keepRoute(search: Search, node: Node): void {
  const { method, routes } = search;
  const here = method.steps.find((one) => one.id === node.state.step);
  if (!here) return;
  const first = method.steps[0]?.id ?? '';
  const passed = [first, ...node.moves.map(({ to }) => to)].filter((id, at, all) => id !== all[at - 1]);
  const ways = routes.get(here.id) ?? [];
  const isOther = ways.every(
    (way) => way.passed.at(-2) !== passed.at(-2) || way.moves.at(-1)?.by !== node.moves.at(-1)?.by,
  );
  if (ways.length >= waysMax || !isOther) return;
  routes.set(here.id, [...ways, { step: here.id, ending: kindOf(here).ending(here), moves: node.moves, passed }]);
}

/**
 * The shortest ways to every step of a method, found by trying what people may do there and letting limits pass: some for
 * each step, by other people or from other steps, the shortest first. A step that is missing from the answer cannot be
 * reached by these people. Source: issue 3 “walk Fnn … to every end”.
 */
export function routesThrough(
  given: Method,
  calendar: WorkCalendar,
  options: { from: Instant; cast: Cast },
): StepRoute[] {
  const { from, cast } = options;
  const method = withSamples(given);
  const search: Search = { method, calendar, cast, asked: fieldsOfConditions(method), routes: new Map() };
  const queue = beginnings(search, from);
  const seen = new Set<string>();
  let last = nodesMax;
  for (let at = 0; at < queue.length && at < last; at++) {
    const node = queue[at] as Node;
    keepRoute(search, node);
    if (last === nodesMax && search.routes.size >= method.steps.length - 1) last = at + nodesBeyond;
    const key = keyOf(search, node);
    if (seen.has(key)) continue;
    seen.add(key);
    if (node.state.status === 'open')
      queue.push(...acts(search, node), ...settled(search, node), ...wait(search, node));
  }
  return [...search.routes.values()].flat();
}
