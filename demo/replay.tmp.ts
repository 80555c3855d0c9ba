import { join } from 'node:path';

import type { ActorRef, Effect, MatterState, Method } from '#kernel-contract/workflow';
import { isRefusal, step } from '../server/kernel/workflow/rules.ts';
import { loadLibrary } from '../server/kernel/workflow/shelf/service.ts';
import { shanghaiDate, shanghaiParts } from '../shared/time.ts';
import { everybody } from './cast.ts';
import type { MatterPlan, Person, PlanAct } from './contract.ts';
import { planCity } from './generate.ts';
import { readDemo } from './read.ts';

const data = readDemo();
const { originals, calendar } = loadLibrary(join(import.meta.dirname, '..', 'library'));
const methods = new Map(originals.map(({ method }) => [method.id, method]));
const now = new Date(process.argv[2]!);
const city = planCity({ seed: 'liren', now, calendar, data });
const people = new Map(everybody(city.cast).map((person) => [person.key, person]));
const home = city.matters.filter((plan) => plan.community === '工盛社区');
const open = home.filter((plan) => plan.expected.status === 'open');

const keysOf = (person: Person, plan: MatterPlan): string[] => {
  const code = city.cast.communities.find((one) => one.community.name === plan.community)!.community.code;
  const covers = (at: string): boolean =>
    at === code ||
    at === `${code}${plan.place.grid}` ||
    at === `${code}#${plan.place.estate}` ||
    (/0{3}$/.test(at) && code.startsWith(at.replace(/0+$/, '')));
  const held = person.holds.filter(({ at }) => covers(at)).flatMap(({ role }) => [`role:${role}`, `body:${role}`]);
  return [
    `user:${person.key}`,
    ...held,
    ...(person.home ? ['resident'] : []),
    ...(person.key === plan.reporter ? ['reporter'] : []),
  ];
};

const actorFor = (key: string, plan: MatterPlan): ActorRef => {
  const person = people.get(key);
  if (!person) throw new Error(`nobody is ${key}`);
  const acting = key === 'family' ? people.get('elder')! : person;
  return { id: key, name: person.name, keys: [...keysOf(person, plan), ...keysOf(acting, plan)] };
};

const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
type Deadline = Extract<Effect, { type: 'deadline' }>;

/** Runs a plan through the real engine, deadlines and all. */
function replay(plan: MatterPlan, method: Method): { state: MatterState; late: boolean } {
  let state: MatterState | null = null;
  let deadlines: Deadline[] = [];
  let late = false;
  const happen = (event: Parameters<typeof step>[2], actor: ActorRef, at: string): void => {
    const result = step(method, state, event, actor, { now: at, calendar });
    if (isRefusal(result))
      throw new Error(
        `${plan.key} ${at} ${JSON.stringify(event)}: ${result.code} ${result.zh} ${JSON.stringify(result.fields ?? {})}`,
      );
    state = result.next;
    late ||= result.history.some((line) => line.late && line.kind === 'action');
    if (result.effects.some((effect) => effect.type === 'waits' || effect.type === 'ended'))
      deadlines = result.effects.filter((effect) => effect.type === 'deadline');
  };
  const passTime = (until: string): void => {
    for (;;) {
      const next = deadlines
        .filter((one) => Date.parse(one.at) <= Date.parse(until))
        .toSorted((a, b) => a.at.localeCompare(b.at))[0];
      if (!next) return;
      deadlines = deadlines.filter((one) => one !== next);
      happen({ type: 'deadline', rule: next.rule }, system, next.at);
    }
  };
  const reporter = actorFor(plan.by, plan);
  happen({ type: 'begin', form: plan.form }, { ...reporter, keys: [...reporter.keys, 'reporter'] }, plan.createdAt);
  for (const act of plan.acts) {
    passTime(act.at);
    happen(eventOf(act), actorFor(act.by, plan), act.at);
  }
  passTime(now.toISOString());
  return { state: state!, late };
}

function eventOf(act: PlanAct): Parameters<typeof step>[2] {
  if (act.type === 'act')
    return { type: 'act', action: act.action, form: act.form, ...(act.reason ? { reason: act.reason } : {}) };
  if (act.type === 'merge') return { type: 'merge', into: act.into, reason: act.reason ?? '' };
  return {
    type: 'office',
    verb: act.verb as 'remind',
    ...(act.reason ? { reason: act.reason } : {}),
    ...(act.until ? { until: act.until } : {}),
  };
}

type Played = { plan: MatterPlan; state: MatterState; late: boolean };
const refused: string[] = [];
const played = city.matters.flatMap((plan): Played[] => {
  try {
    return [{ plan, ...replay(plan, methods.get(plan.method) as Method) }];
  } catch (problem) {
    refused.push((problem as Error).message);
    return [];
  }
});

const elsewhere = played.filter(
  ({ plan, state }) => state.status !== plan.expected.status || state.step !== plan.expected.step,
);
console.log(
  process.argv[2],
  city.matters.length,
  'refused',
  refused.length,
  refused.slice(0, 5),
  'elsewhere',
  elsewhere.length,
  elsewhere
    .slice(0, 5)
    .map(
      ({ plan, state }) =>
        `${plan.key} ${plan.method} ${plan.expected.status} ${plan.expected.step} != ${state.status} ${state.step} due ${state.dueAt}`,
    ),
);
const done = played.filter(({ state }) => state.status === 'done');
console.log(done.filter(({ late }) => !late).length / done.length);
