import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ActorRef, Effect, MatterState, Method } from '#kernel-contract/workflow';
import { isRefusal, step } from '../server/kernel/workflow/rules.ts';
import { loadLibrary } from '../server/kernel/workflow/shelf/service.ts';
import { shanghaiDate, shanghaiParts } from '../shared/time.ts';
import { everybody } from './cast.ts';
import type { MatterPlan, Person, PlanAct } from './contract.ts';
import { planCity } from './generate.ts';
import { preferencesOf } from './load/people.ts';
import { readDemo } from './read.ts';

const data = readDemo();
const { originals, calendar } = loadLibrary(join(import.meta.dirname, '..', 'library'));
const methods = new Map(originals.map(({ method }) => [method.id, method]));
const now = new Date('2026-11-20T06:36:00.000Z');
const city = planCity({ seed: 'liren', now, calendar, data });
const people = new Map(everybody(city.cast).map((person) => [person.key, person]));
const home = city.matters.filter((plan) => plan.community === '工盛社区');
const open = home.filter((plan) => plan.expected.status === 'open');

const textsOf = (plan: MatterPlan): string[] => {
  const forms = [plan.form, ...plan.acts.flatMap((act) => (act.type === 'act' ? [act.form] : []))];
  const filled = forms.flatMap((form) => Object.values(form).filter((value) => typeof value === 'string'));
  const reasons = plan.acts.flatMap((act) => ('reason' in act && act.reason ? [act.reason] : []));
  return [...filled, ...reasons].filter((text) => !text.startsWith('user:'));
};
const longTexts = (plan: MatterPlan): string[] =>
  [plan.form, ...plan.acts.flatMap((act) => (act.type === 'act' ? [act.form] : []))].flatMap((form) =>
    ['words', 'result', 'reply', 'minutes'].flatMap((field) => (typeof form[field] === 'string' ? [form[field]] : [])),
  );

describe('the matters of the demo city', () => {
  it('are about 3,000 in twelve months, 420 of them in 工盛 with 46 open', () => {
    expect(city.matters.length).toBeGreaterThan(2800);
    expect(city.matters.length).toBeLessThan(3200);
    expect(home).toHaveLength(420);
    expect(open).toHaveLength(46);
    const dates = city.matters.map((plan) => plan.createdAt.slice(0, 10)).toSorted();
    expect(dates[0]! >= '2025-11-19').toBe(true);
    expect(city.matters.every((plan) => Date.parse(plan.createdAt) <= now.getTime())).toBe(true);
    expect(new Set(city.matters.map((plan) => plan.key)).size).toBe(city.matters.length);
  });

  it('are the same every time', { timeout: 60_000 }, () => {
    const again = planCity({ seed: 'liren', now, calendar, data });
    expect(JSON.stringify(again.matters) === JSON.stringify(city.matters)).toBe(true);
  });

  it('have no text more than three times, no open slot, no doubled mark, no Latin letter', () => {
    const seen = new Map<string, number>();
    for (const text of city.matters.flatMap(longTexts)) seen.set(text, (seen.get(text) ?? 0) + 1);
    expect([...seen].filter(([, count]) => count > 3)).toEqual([]);
    expect(new Set(city.matters.flatMap(longTexts)).size).toBeGreaterThan(6000);
    const broken = city.matters
      .flatMap(textsOf)
      .filter((text) => /[<>{}@⇒a-zA-Z]|[，。？、；：]{2}|undefined|null/.test(text));
    expect(broken).toEqual([]);
  });

  it('have no row at midnight, and staff act in working hours', () => {
    const staff = new Set(
      everybody(city.cast)
        .filter((one) =>
          one.holds.some(
            ({ role }) =>
              !role.startsWith('volunteer') && !['building-head', 'centre-household', 'red-steward'].includes(role),
          ),
        )
        .map((one) => one.key),
    );
    const ordinary = city.matters.filter((plan) => plan.method !== 'thirty-minute-response');
    const moments = ordinary.flatMap((plan) => [{ at: plan.createdAt, by: plan.by }, ...plan.acts]);
    const odd = moments.filter(({ at, by }) => {
      const { hour, minute } = shanghaiParts(at);
      const ofDay = hour * 60 + minute;
      return staff.has(by) ? ofDay < 510 || ofDay > 1050 : ofDay < 355 || ofDay > 1385;
    });
    expect(odd).toEqual([]);
  });
});

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
function replay(plan: MatterPlan, method: Method, until = now.toISOString()): { state: MatterState; late: boolean } {
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
  passTime(until);
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

describe('played through the engine', () => {
  it('every act is allowed when it happens, and every matter stands where its plan says', () => {
    expect(refused.slice(0, 10)).toEqual([]);
    const elsewhere = played.filter(
      ({ plan, state }) => state.status !== plan.expected.status || state.step !== plan.expected.step,
    );
    expect(
      elsewhere
        .map(
          ({ plan, state }) =>
            `${plan.key} ${plan.expected.status} ${plan.expected.step} ≠ ${state.status} ${state.step}`,
        )
        .slice(0, 10),
    ).toEqual([]);
  });

  it('88–92 % of what was finished was never late, and nowhere all', () => {
    const done = played.filter(({ state }) => state.status === 'done');
    const share = done.filter(({ late }) => !late).length / done.length;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.92);
    for (const { community } of city.cast.communities)
      expect(
        done.some(({ plan, late }) => late && plan.community === community.name),
        community.name,
      ).toBe(true);
  });

  it('steps take as long as they do in life', () => {
    const hours = new Map<string, number[]>();
    for (const { plan, state } of played) {
      if (plan.method !== 'seven-step-loop' || state.status !== 'done') continue;
      for (const [id, visit] of Object.entries(state.visits)) {
        if (visit.leftAt)
          hours.set(id, [
            ...(hours.get(id) ?? []),
            (Date.parse(visit.leftAt) - Date.parse(visit.enteredAt)) / 3_600_000,
          ]);
      }
    }
    const median = (id: string): number =>
      hours.get(id)!.toSorted((a, b) => a - b)[Math.floor(hours.get(id)!.length / 2)]!;
    const found = Object.fromEntries(
      ['report', 'assign', 'handle', 'reply', 'rate'].map((id) => [id, Math.round(median(id) * 10) / 10]),
    );
    expect(found['report']).toBeGreaterThan(1);
    expect(found['report']).toBeLessThan(8);
    expect(found['handle']).toBeGreaterThan(18);
    expect(found['handle']).toBeLessThan(72);
    expect(found['rate']).toBeGreaterThan(40);
  });

  it('工盛: three overdue, several due today, something waiting for every demo account', () => {
    const mine = played.filter(({ plan, state }) => plan.community === '工盛社区' && state.status === 'open');
    const overdue = mine.filter(({ state }) => state.dueAt !== null && Date.parse(state.dueAt) < now.getTime());
    expect(overdue.map(({ plan }) => plan.expected.step).toSorted()).toEqual(['assign', 'handle', 'handle']);
    const today = mine.filter(
      ({ state }) =>
        state.dueAt !== null &&
        Date.parse(state.dueAt) >= now.getTime() &&
        shanghaiDate(Date.parse(state.dueAt) - 1) === city.today,
    );
    expect(today.length).toBeGreaterThanOrEqual(5);
    const at = (id: string): typeof mine => mine.filter(({ state }) => state.step === id);
    expect(at('rate').some(({ plan }) => plan.reporter === 'resident')).toBe(true);
    expect(at('rate').some(({ plan }) => plan.reporter === 'resident2')).toBe(true);
    expect(at('report').filter(({ plan }) => plan.place.grid === '001').length).toBeGreaterThanOrEqual(2);
    expect(at('handle').filter(({ state }) => state.fields['handler'] === 'user:grid').length).toBeGreaterThanOrEqual(
      3,
    );
    expect(at('handle').some(({ state }) => state.fields['handler'] === 'user:volunteer')).toBe(true);
    expect(at('assign').length).toBeGreaterThanOrEqual(5);
    expect(at('reply').length).toBeGreaterThanOrEqual(3);
    expect(at('coordinate').length).toBe(1);
    expect(mine.some(({ plan }) => plan.reporter === 'elder' && plan.by === 'family')).toBe(true);
  });

  it('has refused, returned, disputed, merged, withdrawn and escalated ones, and a bad week after the storm', () => {
    const has = (test: (act: PlanAct) => boolean): number => city.matters.filter((plan) => plan.acts.some(test)).length;
    for (const action of ['refuse', 'wrong', 'again', 'up'])
      expect(
        has((act) => act.type === 'act' && act.action === action),
        action,
      ).toBeGreaterThan(15);
    expect(has((act) => act.type === 'merge')).toBeGreaterThan(20);
    expect(has((act) => act.type === 'office' && act.verb === 'withdraw')).toBeGreaterThan(3);
    expect(has((act) => act.type === 'office' && act.verb === 'extend')).toBeGreaterThan(20);
    expect(played.filter(({ state }) => state.visits['coordinate']).length).toBeGreaterThan(40);
    const week = played.filter(({ plan }) => plan.createdAt >= '2026-07-24' && plan.createdAt < '2026-08-01');
    expect(week.length).toBeGreaterThan(120);
    expect(week.filter(({ late }) => late).length / week.length).toBeGreaterThan(0.2);
  });
});

describe('the people of the demo city', () => {
  it('an old person opens the 长辈版 by her account, nobody else does', () => {
    expect(preferencesOf(people.get('elder')!)).toEqual({ elderMode: true });
    expect(preferencesOf(people.get('resident2')!)).toEqual({});
    expect(preferencesOf(people.get('grid')!)).not.toHaveProperty('elderMode');
  });

  it('the figures of the place name their source in words, without line numbers of a text', () => {
    expect(readDemo().figures.filter(({ source }) => /[A-Z]:L\d/.test(source))).toEqual([]);
  });
});

describe('whenever the city is made', () => {
  it.each([
    ['a Sunday night', '2026-11-21T18:10:00.000Z'],
    ['the middle of the Spring Festival', '2026-02-20T04:00:00.000Z'],
    ['the morning after seven days off', '2026-10-08T00:10:00.000Z'],
    ['a year without a published calendar', '2027-01-04T00:45:00.000Z'],
  ])('on %s 工盛 has its 46 open, and every act is allowed', { timeout: 60_000 }, (_, at) => {
    const { matters } = planCity({ seed: 'liren', now: new Date(at), calendar, data });
    const there = matters.filter((one) => one.community === '工盛社区' && one.expected.status === 'open');
    expect(there).toHaveLength(46);
    const astray = matters.filter((plan) => {
      const { state } = replay(plan, methods.get(plan.method) as Method, at);
      return state.status !== plan.expected.status || state.step !== plan.expected.step;
    });
    expect(astray.map(({ key }) => key)).toEqual([]);
    expect(there.every((one) => one.acts.every((act) => Date.parse(act.at) <= Date.parse(at)))).toBe(true);
  });
});
