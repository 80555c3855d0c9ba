import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { Refusal } from '#shared/refusal';
import { resolveActors } from '../actors/rules.ts';
import type {
  ActorRef,
  Effect,
  Instant,
  MatterEvent,
  MatterState,
  Method,
  OpenAction,
  StepResult,
  WorkCalendar,
  World,
} from '../contract.ts';
import { kindOf } from '../kinds/rules.ts';
import { officeRules } from '../office/rules.ts';
import { gathersRows, openActions, waitsFor } from '../opening/rules.ts';
import { standingOf } from '../transition/draft/rules.ts';
import { isRefusal, step } from '../transition/rules.ts';
import { chanceFrom, fillByChance, pick } from './chance/rules.ts';
import type { Chance } from './chance/rules.ts';
import { withSamples } from './sample/rules.ts';
import type { Walk, WalkOptions } from './contract.ts';

type Deadline = Effect & { type: 'deadline' };

/** A world played by chance: one matter, a clock that jumps, people entitled and not, deadlines delivered twice. */
type Play = {
  method: Method;
  calendar: WorkCalendar;
  chance: Chance;
  state: MatterState | null;
  now: Instant;
  deadlines: Deadline[];
  moves: string[];
  passed: string[];
  broken: string[];
};

const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
const stranger: ActorRef = { id: 'stranger', name: '过路人', keys: ['user:stranger'] };

const worldOf = (play: Play): World => ({ now: play.now, calendar: play.calendar });

function actorFor(play: Play, key: string): ActorRef {
  const id = key.startsWith('user:')
    ? key.slice('user:'.length)
    : `${key.replace(/\W/g, '-')}-${Math.floor(play.chance() * 3)}`;
  return { id, name: id, keys: [key, `user:${id}`] };
}

function later(play: Play, ms: number): void {
  play.now = new Date(new Date(play.now).getTime() + Math.max(0, Math.floor(ms))).toISOString();
}

function promise(play: Play, kept: boolean, sentence: string): void {
  if (!kept) play.broken.push(`${play.now} ${sentence}`);
}

/** Lets an event happen and looks at everything that must be true of any answer. */
function happen(play: Play, event: MatterEvent, actor: ActorRef): StepResult | Refusal {
  const before = play.state === null ? 'null' : JSON.stringify(play.state);
  const result = step(play.method, play.state, event, actor, worldOf(play));
  promise(
    play,
    (play.state === null ? 'null' : JSON.stringify(play.state)) === before,
    'a step changed what it was given',
  );
  if (isRefusal(result)) return result;
  for (const line of result.history) if (line.from !== null) play.passed.push(line.from);
  promise(
    play,
    play.method.steps.some((one) => one.id === result.next.step),
    `unknown step ${result.next.step}`,
  );
  const dated = result.next.dueAt === null || result.next.pausedAt !== null;
  const due = result.effects.findLast((effect) => effect.type === 'deadline');
  const told = result.effects.some((effect) => effect.type === 'waits');
  promise(
    play,
    dated || !told || due !== undefined || result.next.lateFired.includes(-1),
    `no deadline for ${result.next.step}`,
  );
  if (told || result.next.status !== 'open')
    play.deadlines = result.effects.filter((effect) => effect.type === 'deadline');
  play.state = result.next;
  return result;
}

/** Delivers every deadline whose time has come, in order, each twice; the second time nothing may happen. */
function meetDeadlines(play: Play): void {
  for (let rounds = 0; rounds < 20; rounds++) {
    const ready = play.deadlines.filter((one) => one.at <= play.now).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (!ready) return;
    play.deadlines = play.deadlines.filter((one) => one !== ready);
    const event: MatterEvent = { type: 'deadline', rule: ready.rule };
    const first = happen(play, event, system);
    promise(play, !isRefusal(first) && first.history.length > 0, `a deadline of ${play.state?.step} was not honoured`);
    play.moves.push(`deadline ${ready.rule} → ${play.state?.step}`);
    const stale = play.state;
    const again = stale === null ? null : step(play.method, stale, event, system, worldOf(play));
    const harmless =
      again !== null && !isRefusal(again) && (again.history.length === 0 || again.next.enteredAt === play.now);
    promise(play, harmless || !again || stale?.step !== play.state?.step, 'a deadline delivered twice did something');
  }
}

const forgeries: readonly string[] = ['no-such-action', 'next', 'done', 'accept', 'archived', 'merge', '__proto__'];

/** Somebody with no business here tries something; it must be refused. */
function forge(play: Play): void {
  const verb = pick(play.chance, officeRules)?.verb ?? 'track';
  const events: MatterEvent[] = [
    { type: 'act', action: pick(play.chance, forgeries) ?? '', form: {}, reason: '伪造' },
    {
      type: 'office',
      verb,
      reason: '伪造',
      to: ['user:stranger'],
      until: new Date(new Date(play.now).getTime() + dayMs).toISOString(),
    },
    { type: 'merge', into: 'x' },
    { type: 'begin', form: {} },
  ];
  const event = pick(play.chance, events) as MatterEvent;
  const open = play.state !== null && waitsFor(play.method, play.state).includes('anyone');
  promise(
    play,
    open || isRefusal(happen(play, event, stranger)),
    `a stranger got through with ${JSON.stringify(event)}`,
  );
}

function eventFor(play: Play, action: OpenAction): MatterEvent {
  if (action.asks === 'number') return { type: 'merge', into: '370303001001-2026-000001', reason: '重复' };
  if (action.kind !== 'office') {
    return {
      type: 'act',
      action: action.id,
      form: fillByChance(play.chance, action.forms, play.method, play.state, worldOf(play)),
      reason: '情况如此',
    };
  }
  const verb = officeRules.find((rule) => rule.verb === action.id)?.verb ?? 'track';
  const until = new Date(
    new Date(play.state?.dueAt ?? play.now).getTime() +
      2 * dayMs +
      Math.max(0, new Date(play.now).getTime() - new Date(play.state?.dueAt ?? play.now).getTime()),
  ).toISOString();
  return {
    type: 'office',
    verb,
    reason: '情况如此',
    ...(action.asks === 'to' ? { to: ['user:colleague'] } : {}),
    ...(action.asks === 'until' ? { until } : {}),
  };
}

/** Whoever is entitled does one of the things offered; what is offered must be possible. */
function actOnce(play: Play): void {
  const state = play.state as MatterState;
  const { office } = play.method.names;
  const bystanders = ['reporter', ...[...office.coordinators, ...office.supervisors].map((role) => `role:${role}`)];
  const waiting = waitsFor(play.method, state);
  const key = pick(play.chance, play.chance() < 0.75 ? waiting : bystanders) ?? 'reporter';
  const actor = actorFor(play, key);
  const open = openActions(play.method, state, actor, worldOf(play));
  const buttons = open.filter((action) => action.kind === 'action');
  const action = pick(play.chance, play.chance() < 0.8 && buttons.length > 0 ? buttons : open);
  if (!action) return;
  const result = happen(play, eventFor(play, action), actor);
  const formOnly = isRefusal(result) && (result.code === 'form.need-unmet' || result.code === 'form.invalid');
  promise(
    play,
    !isRefusal(result) || formOnly,
    `${action.id} was offered and refused: ${isRefusal(result) ? result.zh : ''}`,
  );
  if (!isRefusal(result)) play.moves.push(`${actor.id} ${action.id} → ${play.state?.step}`);
}

function begin(play: Play): void {
  const [first] = play.method.steps;
  const by = pick(play.chance, resolveActors(play.method, null, first?.by ?? [])) ?? 'anyone';
  const actor: ActorRef = { id: 'begins', name: '提出人', keys: [by, 'anyone', 'reporter', 'user:begins'] };
  for (let tries = 0; tries < 20 && play.state === null; tries++) {
    const action = pick(play.chance, openActions(play.method, null, actor, worldOf(play)));
    const form = fillByChance(play.chance, action?.forms ?? [], play.method, null, worldOf(play));
    const result = happen(play, { type: 'begin', form, ...(action ? { action: action.id } : {}) }, actor);
    if (!isRefusal(result)) play.moves.push(`begin → ${result.next.step}`);
  }
}

/** The part that carries a step finds something out: never before its time, and only the system may say so. */
function settleOnce(play: Play): boolean {
  const state = play.state as MatterState;
  const standing = standingOf({ method: play.method, state, world: worldOf(play) });
  const findings = kindOf(standing.step).findings?.(standing) ?? [];
  // What goes on stands first: half the time it is that, so that long lines are walked to their end.
  const finding = play.chance() < 0.5 ? findings[0] : pick(play.chance, findings);
  if (!finding) return false;
  const { outcome, result, notBefore } = finding;
  const event: MatterEvent = { type: 'settle', step: state.step, outcome, result };
  if (play.chance() < 0.1) {
    const forged = step(play.method, state, event, stranger, worldOf(play));
    promise(play, isRefusal(forged), `a stranger settled ${state.step}`);
  }
  if (notBefore > play.now) {
    const early = isRefusal(step(play.method, state, event, system, worldOf(play)));
    promise(play, early, `${state.step} was ${outcome} before ${notBefore}`);
    play.now = notBefore;
    meetDeadlines(play);
    if (play.state?.step !== state.step || play.state.status !== 'open') return true;
  }
  const found = happen(play, event, system);
  promise(play, !isRefusal(found), `${state.step} could not be settled as ${outcome}`);
  play.moves.push(`settled ${outcome} → ${play.state?.step}`);
  return true;
}

/** The day that a matter stands still for, or until which many may give; null while it waits for people. */
function dayAwaited(play: Play): Instant | null {
  const waiting = play.state ? waitsFor(play.method, play.state) : [];
  const gathers = play.state !== null && gathersRows(play.method, play.state);
  if (!gathers && waiting.some((key) => key !== 'system')) return null;
  return play.deadlines.map(({ at }) => at).sort()[0] ?? null;
}

function passTime(play: Play): void {
  const day = dayAwaited(play);
  if (day !== null && day > play.now && play.chance() < 0.3) play.now = day;
  const luck = play.chance();
  if (luck < 0.5) later(play, play.chance() * 20 * minuteMs);
  else if (luck < 0.9) later(play, play.chance() * 30 * hourMs);
  else later(play, play.chance() * 30 * dayMs);
}

/** N65: a matter that is done has passed every step of the main line, for the first time in the order of the line. */
function inOrder(play: Play, state: MatterState): boolean {
  const main = play.method.steps.filter((one) => one.main).map((one) => one.id);
  const firstTimes = main.map((id) => (id === state.step ? Number.MAX_SAFE_INTEGER : play.passed.indexOf(id)));
  return firstTimes.every((time, at) => time >= 0 && (at === 0 || time > (firstTimes[at - 1] as number)));
}

const movesMax = 150;

function open(method: Method, calendar: WorkCalendar, { seed, from }: WalkOptions): Play {
  const nothing = { deadlines: [], moves: [], passed: [], broken: [] };
  return { method, calendar, chance: chanceFrom(seed), state: null, now: from, ...nothing };
}

/**
 * One matter played by chance from a seed: people entitled and not, office verbs, jumps past deadlines, deadlines twice.
 * Everything that must always hold is looked at after each move; `broken` lists what did not. Source: N65, N73.
 */
export function walk(given: Method, calendar: WorkCalendar, options: WalkOptions): Walk {
  const method = withSamples(given);
  const play = open(method, calendar, options);
  begin(play);
  if (play.state === null)
    throw new Error(`method ${method.id}: no form filled by chance could begin it (seed ${options.seed})`);
  for (let moves = 0; moves < (options.movesMax ?? movesMax) && play.state.status === 'open'; moves++) {
    passTime(play);
    meetDeadlines(play);
    if (play.state.status !== 'open') break;
    if (play.chance() < 0.15) forge(play);
    if (play.chance() < 0.5 && settleOnce(play)) continue;
    actOnce(play);
  }
  const { state } = play;
  const here = method.steps.find((one) => one.id === state.step);
  const ended = here && kindOf(here).ending(here) === state.status;
  promise(
    play,
    state.status === 'open' || state.status === 'withdrawn' || ended === true,
    `ended as ${state.status} in ${state.step}`,
  );
  promise(
    play,
    state.status !== 'done' || inOrder(play, state),
    `done without passing the main line: ${play.passed.join(' ')}`,
  );
  return { seed: options.seed, state, moves: play.moves, passed: play.passed, endedAt: play.now, broken: play.broken };
}
