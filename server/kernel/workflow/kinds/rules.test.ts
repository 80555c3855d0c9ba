import { describe, expect, test } from 'vitest';
import type { Refusal } from '#shared/refusal';
import type { ActorRef, MatterEvent, MatterState, Method, StepResult, Values, World } from '../contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readSource } from '../definition/store.ts';
import { openActions, waitsFor } from '../opening/rules.ts';
import { isRefusal, step } from '../transition/rules.ts';
import { isRegistered } from './rules.ts';

const calendar = { off: new Set<string>(), on: new Set<string>(), years: new Set(['2026']) };
const names = compileNames(
  {
    roles: {
      'community-worker 社区工作者': 'community',
      'grid-worker 网格员': 'grid',
      'street-officer 街道干部': 'street',
    },
    bodies: { 'team 队伍': 'community' },
    office: { coordinators: 'community-worker', supervisors: 'street-officer', told: 'community-worker' },
  },
  {},
);
const at = (now: string): World => ({ now, calendar });
const worker: ActorRef = { id: 'meng', name: '孟', keys: ['user:meng', 'role:community-worker'] };
const grid: ActorRef = { id: 'sun', name: '孙', keys: ['user:sun', 'role:grid-worker'] };
const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };

function methodFrom(steps: string, more = ''): Method {
  const head = 'id: sample\nname: 样例\nversion: 1\nsource: custom\nlevel: community\n';
  const forms =
    'forms:\n  asking: { whom 派给: { type: optional who, of: grid-worker, many: true }, day 日期: optional date, sum 金额: optional money }\n';
  const { method, problems } = compileMethod(
    readSource(`${head}${forms}steps:\n${steps}${more}`, 'sample.yaml').source,
    { names, english: {}, methods: [] },
  );
  expect(problems).toEqual([]);
  return method;
}

function must(result: StepResult | Refusal): StepResult {
  if (isRefusal(result)) throw new Error(`${result.code} ${result.zh}`);
  return result;
}

const begin = (method: Method, form: Values = {}): StepResult =>
  must(step(method, null, { type: 'begin', form }, worker, at('2026-11-20T02:00:00.000Z')));
const act = (action: string, form: Values = {}): MatterEvent => ({ type: 'act', action, form, reason: '说明' });
const late: MatterEvent = { type: 'deadline', rule: 'limit' };

const ask = '  ask 提出: { by: community-worker, form: asking }\n';
const end = '  closed 办结: { end: done }\n';

describe('offer: one after another', () => {
  const method = methodFrom(
    `${ask}  offer 派单: { offer: whom, within: 1 day, go: { none: ask } }\n  do 办理: { by: offer.who, within: 1 day }\n${end}`,
  );
  const asked = (): StepResult => begin(method, { whom: ['user:sun', 'user:li'] });

  test('the first is asked; whoever accepts has it', () => {
    expect(waitsFor(method, asked().next)).toEqual(['user:sun']);
    const taken = must(step(method, asked().next, act('accept'), grid, at('2026-11-20T03:00:00.000Z')));
    expect(taken.next).toMatchObject({ step: 'do', results: { offer: { who: 'user:sun' } } });
    expect(waitsFor(method, taken.next)).toEqual(['user:sun']);
  });

  test('declined, the next is asked with a limit of their own; when nobody is left, none', () => {
    const declined = must(step(method, asked().next, act('decline'), grid, at('2026-11-21T03:00:00.000Z')));
    expect(waitsFor(method, declined.next)).toEqual(['user:li']);
    expect(declined.next.dueAt).toBe('2026-11-22T16:00:00.000Z');
    const silent = must(step(method, declined.next, late, system, at('2026-11-22T16:00:00.001Z')));
    expect(silent.next).toMatchObject({ step: 'ask', status: 'open' });
  });

  test('silence passes it on, and only when the limit is over', () => {
    const { next } = asked();
    expect(must(step(method, next, late, system, at(next.dueAt ?? ''))).history).toEqual([]);
    const passed = must(step(method, next, late, system, at('2026-11-21T16:00:00.001Z')));
    expect(waitsFor(method, passed.next)).toEqual(['user:li']);
    expect(passed.next).toMatchObject({ lateFired: [], dueAt: '2026-11-23T16:00:00.000Z' });
    expect(passed.effects).toContainEqual({ type: 'deadline', at: '2026-11-23T16:00:00.001Z', rule: 'limit' });
  });

  test('offered to nobody goes on at once', () => {
    expect(begin(method).next).toMatchObject({ step: 'ask', visits: { offer: { count: 1 } } });
  });
});

describe('task: by the system', () => {
  test('passes at once, with a line in the history', () => {
    const method = methodFrom(`${ask}  post 公布: { by: system }\n${end}`);
    const result = begin(method);
    expect(result.next.status).toBe('done');
    expect(result.history.map((line) => [line.kind, line.what, line.from, line.to])).toEqual([
      ['begin', 'next', 'ask', 'post'],
      ['system', 'entered', 'post', 'closed'],
    ]);
  });

  test('waits until it opens', () => {
    const method = methodFrom(`${ask}  post 公布: { by: system, opens: day }\n${end}`);
    const { next, effects } = begin(method, { day: '2026-11-22' });
    expect(next).toMatchObject({ step: 'post', dueAt: '2026-11-21T16:00:00.000Z' });
    expect(effects).toContainEqual({ type: 'deadline', at: '2026-11-21T16:00:00.001Z', rule: 'limit' });
    expect(must(step(method, next, late, system, at('2026-11-21T16:00:00.001Z'))).next.status).toBe('done');
  });
});

describe('task: by people', () => {
  test('a step that opens later is refused before, with its date, and offered from then', () => {
    const method = methodFrom(`${ask}  hold 举办: { by: grid-worker, opens: day, within: 9 days }\n${end}`);
    const { next } = begin(method, { day: '2026-11-22' });
    const early = step(method, next, act('next'), grid, at('2026-11-21T15:59:59.999Z'));
    expect(early).toMatchObject({ code: 'matter.not-open-yet', status: 409 });
    expect(
      openActions(method, next, grid, at('2026-11-21T15:59:59.999Z')).filter((action) => action.kind === 'action'),
    ).toEqual([]);
    expect(isRefusal(step(method, next, act('next'), grid, at('2026-11-21T16:00:00.000Z')))).toBe(false);
  });

  test('without late rules the actor and the community worker are told, once', () => {
    const method = methodFrom(`${ask}  do 办理: { by: grid-worker, within: 1 day }\n${end}`);
    const told = must(step(method, begin(method).next, late, system, at('2026-11-21T16:00:00.001Z')));
    expect(told.effects).toEqual([{ type: 'tell', to: ['role:grid-worker', 'role:community-worker'], kind: 'late' }]);
    expect(must(step(method, told.next, late, system, at('2026-11-21T16:00:00.001Z'))).history).toEqual([]);
  });

  test('routes go by the form; needs refuse and advice warns', () => {
    const steps = `  ask 提出: { by: community-worker, form: asking, go: [{ if: sum > 100, to: big }], needs: { sum: 请写金额 }, advise: { sum < 1000: 金额偏大 } }\n${end}`;
    const method = methodFrom(steps, 'aside:\n  big 大额: { by: street-officer, within: 1 day, go: closed }\n');
    expect(begin(method, { sum: 100 }).next.status).toBe('done');
    expect(begin(method, { sum: 101 }).next.step).toBe('big');
    expect(begin(method, { sum: 1000 }).advice).toEqual(['金额偏大']);
    expect(step(method, null, { type: 'begin', form: {} }, worker, at('2026-11-20T02:00:00.000Z'))).toMatchObject({
      code: 'form.need-unmet',
    });
  });

  test('matters started by another wait in the first step for its staff and their own reporter, not for any resident', () => {
    const method = methodFrom(`  ask 提出: { by: [resident, community-worker], form: asking }\n${end}`);
    const { next } = must(
      step(method, null, { type: 'start', fields: { sum: 5, elsewhere: 1 } }, system, at('2026-11-20T02:00:00.000Z')),
    );
    expect(next).toMatchObject({ step: 'ask', fields: { sum: 5 }, dueAt: null });
    expect(waitsFor(method, next)).toEqual(['reporter', 'role:community-worker']);
    const neighbour: ActorRef = { id: 'li', name: '李', keys: ['resident', 'user:li'] };
    expect(step(method, next, act('next'), neighbour, at('2026-11-20T02:00:00.000Z'))).toMatchObject({
      code: 'matter.not-yours',
    });
    expect(must(step(method, next, act('next'), worker, at('2026-11-20T02:00:00.000Z'))).next.status).toBe('done');
  });

  test('a step may begin another matter, under a condition, with what is known so far', () => {
    const method = methodFrom(`${ask}  closed 办结: { end: done, starts: { method: other, if: sum > 100 } }\n`);
    const started = (sum: number): StepResult['effects'] =>
      begin(method, { sum }).effects.filter((effect) => effect.type === 'start');
    expect(started(100)).toEqual([]);
    expect(started(101)).toEqual([{ type: 'start', method: 'other', fields: { sum: 101 } }]);
  });

  test('an office verb a method switches off is neither offered nor accepted', () => {
    const method = methodFrom(`${ask}  do 办理: { by: grid-worker, within: 1 day }\n${end}`, 'without: suspend\n');
    const state: MatterState = begin(method).next;
    expect(openActions(method, state, grid, at('2026-11-20T02:00:00.000Z')).map((action) => action.id)).not.toContain(
      'suspend',
    );
    expect(
      step(method, state, { type: 'office', verb: 'suspend', reason: '等' }, grid, at('2026-11-20T02:00:00.000Z')),
    ).toMatchObject({ code: 'matter.office-not-now' });
  });
});

test('kinds that no part of the platform carries yet are not registered', () => {
  expect(
    ['task', 'session', 'gather', 'vote', 'publicity', 'offer', 'children', 'pay', 'end'].every(isRegistered),
  ).toBe(true);
  expect(['review', 'assess'].some(isRegistered)).toBe(false);
});
