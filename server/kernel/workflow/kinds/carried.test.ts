import { describe, expect, test } from 'vitest';
import type { Refusal } from '#shared/refusal';
import type { ActorRef, MatterEvent, MatterState, Method, StepResult, Values, World } from '../contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readSource } from '../definition/store.ts';
import { openActions, waitsFor } from '../opening/rules.ts';
import { walk } from '../simulation/rules.ts';
import { routesThrough } from '../simulation/route/rules.ts';
import { isRefusal, step } from '../transition/rules.ts';

const calendar = { off: new Set<string>(), on: new Set<string>(), years: new Set(['2026']) };
const names = compileNames(
  {
    roles: { 'community-worker 社区工作者': 'community', 'grid-worker 网格员': 'grid' },
    bodies: { 'owners-committee 业主委员会': 'estate' },
    office: { coordinators: 'community-worker', supervisors: 'community-worker', told: 'community-worker' },
  },
  {},
);
const begunAt = '2026-11-20T02:00:00.000Z';
const at = (now: string): World => ({ now, calendar });
const worker: ActorRef = { id: 'meng', name: '孟', keys: ['user:meng', 'role:community-worker'] };
const sun: ActorRef = { id: 'sun', name: '孙', keys: ['user:sun', 'resident', 'role:grid-worker'] };
const li: ActorRef = { id: 'li', name: '李', keys: ['user:li', 'resident'] };
const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };

const forms = `forms:
  asking:
    title 标题: text
    helpers 帮手: { type: optional who, of: grid-worker, many: true }
    options 方案: { type: optional list, of: { name 方案名: text, cost 费用: optional money } }
    phone 电话: optional phone
  rating: { stars 满意度: rating }
`;

function methodFrom(steps: string, head = '', more = ''): Method {
  const text = `id: sample\nname: 样例\nversion: 1\nsource: custom\nlevel: community\n${head}${forms}${more}steps:\n  ask 提出: { by: community-worker, form: asking }\n${steps}  closed 办结: { end: done }\n`;
  const { method, problems } = compileMethod(readSource(text, 'sample.yaml').source, {
    names,
    english: {},
    methods: [],
  });
  expect(problems).toEqual([]);
  return method;
}

function must(result: StepResult | Refusal): StepResult {
  if (isRefusal(result)) throw new Error(`${result.code} ${result.zh}`);
  return result;
}

const begin = (method: Method, form: Values = {}): StepResult =>
  must(step(method, null, { type: 'begin', form: { title: '晾衣杆', ...form } }, worker, at(begunAt)));
const settle = (stepId: string, outcome: string, result: Values = {}, more: object = {}): MatterEvent => ({
  type: 'settle',
  step: stepId,
  outcome,
  result,
  ...more,
});
const late: MatterEvent = { type: 'deadline', rule: 'limit' };
const give = (stars: number): MatterEvent => ({ type: 'act', action: 'give', form: { stars } });

describe('publicity', () => {
  const method = methodFrom(
    '  hang 公示: { publicity: 7 days, board: true, by: community-worker, shows: [title, options], go: { upheld: ask } }\n',
  );
  const postedAt = '2026-11-20T03:00:00.000Z';
  const gate = '2026-11-27T16:00:00.000Z';
  const posted = (): MatterState =>
    must(step(method, begin(method).next, settle('hang', 'posted', { postedAt, closesAt: gate }), system, at(postedAt)))
      .next;

  test('entering it asks to be carried, with what it shows and nothing private', () => {
    const { effects, next } = begin(method, { phone: '13800002046', options: [{ name: '移动晾衣架' }] });
    expect(next).toMatchObject({ step: 'hang', dueAt: null });
    expect(effects.filter((effect) => effect.type === 'carry')).toEqual([
      {
        type: 'carry',
        kind: 'publicity',
        step: 'hang',
        settings: { days: 7, board: true, shows: { title: '晾衣杆', options: [{ name: '移动晾衣架' }] } },
      },
    ]);
  });

  test('N54: 7 whole days after the day of posting; at 23:59:59.999 of the seventh it is not clear, at 00:00 after it is', () => {
    const state = posted();
    expect(state.dueAt).toBe(gate);
    const early = step(
      method,
      state,
      settle('hang', 'clear', { objections: 0 }),
      system,
      at('2026-11-27T15:59:59.999Z'),
    );
    expect(early).toMatchObject({ code: 'matter.gate-closed', status: 409 });
    const clear = must(step(method, state, settle('hang', 'clear', { objections: 0 }), system, at(gate)));
    expect(clear.next).toMatchObject({ status: 'done', results: { hang: { objections: 0 } } });
    expect(clear.history.every((line) => !line.late)).toBe(true);
  });

  test('N54: whoever posts it cannot shorten it, and what was never posted is not clear', () => {
    const short = settle('hang', 'posted', { postedAt, closesAt: '2026-11-21T16:00:00.000Z' });
    expect(must(step(method, begin(method).next, short, system, at(postedAt))).next.dueAt).toBe(gate);
    const never = step(method, begin(method).next, settle('hang', 'clear'), system, at('2027-01-01T00:00:00.000Z'));
    expect(never).toMatchObject({ code: 'matter.gate-closed' });
  });

  test('an objection that is upheld sends it back on any day; posting it again starts anew', () => {
    const back = must(
      step(method, posted(), settle('hang', 'upheld', { objections: 1 }), system, at('2026-11-22T00:00:00.000Z')),
    );
    expect(back.next).toMatchObject({ step: 'ask', results: { hang: { objections: 1 } } });
    const again = must(
      step(
        method,
        back.next,
        { type: 'act', action: 'next', form: { title: '改过' } },
        worker,
        at('2026-11-23T00:00:00.000Z'),
      ),
    ).next;
    const old = settle('hang', 'clear', { objections: 0 }, { begunAt: postedAt });
    expect(must(step(method, again, old, system, at('2026-12-30T00:00:00.000Z'))).history).toEqual([]);
  });

  test('only the system may settle it, nobody extends or returns it, and an unknown outcome is a bug', () => {
    expect(step(method, posted(), settle('hang', 'clear'), worker, at(gate))).toMatchObject({
      code: 'matter.system-only',
    });
    const verbs = openActions(method, posted(), worker, at(postedAt)).map((action) => action.id);
    expect(verbs.filter((verb) => ['extend', 'return', 'suspend', 'transfer'].includes(verb))).toEqual([]);
    expect(() => step(method, posted(), settle('hang', 'passed'), system, at(gate))).toThrow('cannot be settled');
  });
});

describe('vote', () => {
  const method = methodFrom(
    '  decide 表决: { vote: params.voters, rule: params.passRule, choose: options, within: 7 days, go: { failed: ask } }\n',
    'params:\n  voters 表决主体: { type: actor, default: [owners, owners-committee] }\n  passRule 通过规则: { type: rule, default: majority-of-present }\n',
  );
  const options = [{ name: '固定晾衣杆', cost: 100 }, { name: '移动晾衣架' }];
  const opens = settle('decide', 'opened', { closesAt: '2026-11-30T10:00:00.000Z' });
  const open = (): MatterState =>
    must(step(method, begin(method, { options }).next, opens, system, at('2026-11-21T00:00:00.000Z'))).next;

  test('entering it says who votes, by which rule and among what', () => {
    expect(begin(method, { options }).effects).toContainEqual({
      type: 'carry',
      kind: 'vote',
      step: 'decide',
      settings: {
        electorate: ['owners', 'body:owners-committee'],
        rule: 'majority-of-present',
        secret: false,
        pick: 1,
        choices: ['固定晾衣杆', '移动晾衣架'],
        closesAt: '2026-11-27T16:00:00.000Z',
        fields: {},
      },
    });
  });

  test('opened, it waits until its closing; before it there is no result, from it on there is', () => {
    expect(open()).toMatchObject({ step: 'decide', dueAt: '2026-11-30T10:00:00.000Z' });
    const passed = settle('decide', 'passed', { tally: { yes: 3 }, winners: ['移动晾衣架'], ballot: 'b1' });
    expect(step(method, open(), passed, system, at('2026-11-30T09:59:59.999Z'))).toMatchObject({
      code: 'matter.vote-open',
    });
    const done = must(step(method, open(), passed, system, at('2026-11-30T10:00:00.000Z')));
    expect(done.next).toMatchObject({ status: 'done', results: { decide: { winners: ['移动晾衣架'] } } });
  });

  test('a result for a step already left changes nothing', () => {
    const failed = settle('decide', 'failed', { tally: {}, winners: [] });
    const back = must(step(method, open(), failed, system, at('2026-12-01T00:00:00.000Z')));
    expect(back.next.step).toBe('ask');
    expect(must(step(method, back.next, failed, system, at('2026-12-01T00:00:00.001Z')))).toMatchObject({
      next: back.next,
      history: [],
      effects: [],
    });
  });
});

describe('session', () => {
  const method = methodFrom(
    '  meet 议事会: { session: [residents, owners-committee], quorum: 3, by: community-worker, within: 30 days }\n',
  );
  const press: MatterEvent = { type: 'act', action: 'next', form: {} };

  test('it acts like a task, once enough have signed in: 2 of 3 are too few', () => {
    const { next, effects } = begin(method);
    const carried = { type: 'carry', kind: 'session', step: 'meet' };
    expect(effects).toContainEqual({
      ...carried,
      settings: { who: ['residents', 'body:owners-committee'], by: ['role:community-worker'] },
    });
    const came = (attended: number): MatterState =>
      must(step(method, next, settle('meet', 'attended', { attended }), system, at(begunAt))).next;
    expect(step(method, came(2), press, worker, at(begunAt))).toMatchObject({ code: 'matter.too-few-came' });
    expect(openActions(method, came(2), worker, at(begunAt)).map((action) => action.id)).not.toContain('next');
    const met = must(step(method, came(3), press, worker, at(begunAt)));
    expect(met.next).toMatchObject({ status: 'done', results: { meet: { attended: 3 } } });
  });
});

describe('gather', () => {
  const named = methodFrom('  ask2 征求: { gather: all, by: helpers, form: rating, within: 7 days }\n');
  const few = methodFrom(
    '  rate 评议: { gather: 2, by: resident, form: rating, within: 7 days, go: { short: ask } }\n',
  );
  const any = methodFrom('  rate 评议: { gather: 0, by: resident, form: rating, within: 7 days }\n');
  const until = '2026-11-27T16:00:00.000Z';
  const tooLate = '2026-11-27T16:00:00.001Z';

  test('all: goes on when the last of those named has given, and at once when nobody is named', () => {
    expect(begin(named).next.status).toBe('done');
    const { next } = begin(named, { helpers: ['user:sun', 'user:li'] });
    const first = must(step(named, next, give(5), sun, at(begunAt))).next;
    expect(waitsFor(named, first)).toEqual(['user:li']);
    expect(step(named, first, give(5), worker, at(begunAt))).toMatchObject({ code: 'matter.not-yours' });
    const last = must(step(named, first, give(3), li, at(begunAt))).next;
    expect(last).toMatchObject({ status: 'done', results: { ask2: { count: 2, missing: [] } } });
  });

  test('one row for each giver: giving again replaces it, and the button says so', () => {
    const first = must(step(few, begin(few).next, give(1), sun, at(begunAt))).next;
    const buttons = (who: ActorRef): string[] =>
      openActions(few, first, who, at(begunAt)).flatMap(({ kind, label }) => (kind === 'action' ? [label.zh] : []));
    expect([buttons(sun), buttons(li)]).toEqual([['修改'], ['填写']]);
    const again = must(step(few, first, give(4), sun, at(begunAt))).next;
    expect(again.results['rate']).toMatchObject({ count: 1, rows: [{ stars: 4, giver: 'user:sun', giverName: '孙' }] });
    expect(again.fields).not.toHaveProperty('stars');
  });

  test('n: at the limit 2 of 2 are enough and in time, 1 is short', () => {
    const one = must(step(few, begin(few).next, give(1), sun, at(begunAt))).next;
    expect(must(step(few, one, late, system, at(until))).history).toEqual([]);
    expect(must(step(few, one, late, system, at(tooLate))).next.step).toBe('ask');
    const two = must(step(few, one, give(2), li, at(begunAt))).next;
    expect(two).toMatchObject({ step: 'rate', dueAt: until });
    const done = must(step(few, two, late, system, at(tooLate)));
    expect([done.next.status, done.history.map((one) => one.late)]).toEqual(['done', [false]]);
  });

  test('0: waits until the limit and is then enough, with nobody or many', () => {
    const { next } = begin(any);
    expect(next).toMatchObject({ step: 'rate', dueAt: until });
    expect(must(step(any, next, late, system, at(tooLate))).next).toMatchObject({
      status: 'done',
      results: { rate: { count: 0 } },
    });
  });
});

describe('children', () => {
  const each = methodFrom('  carry 逐项办: { children: task, per: options, within: 30 days, go: { not: ask } }\n');
  const options = [{ name: '楼道' }, { name: '车棚' }];
  const started = settle('carry', 'started', { children: ['a', 'b'] });
  const ended = (child: string, status: string): MatterEvent => settle('carry', 'ended', { child, status });
  const run = (events: MatterEvent[]): StepResult =>
    events.reduce(
      (before, event) => must(step(each, before.next, event, system, at(begunAt))),
      begin(each, { options }),
    );

  test('one matter for each row; it goes on when the last has ended, and an end counts once', () => {
    const settings = { method: 'task', way: 'rows', rows: options };
    expect(begin(each, { options }).effects).toContainEqual({
      type: 'carry',
      kind: 'children',
      step: 'carry',
      settings,
    });
    const one = run([started, ended('a', 'done'), ended('a', 'done'), ended('stranger', 'done')]);
    expect(one.next).toMatchObject({ step: 'carry', results: { carry: { all: 2, done: 1, not: 0 } } });
    expect(run([started, ended('a', 'done'), ended('b', 'done')]).next.status).toBe('done');
  });

  test('one that was not done goes by “not” where that is written; nothing to begin goes on at once', () => {
    expect(run([started, ended('a', 'done'), ended('b', 'refused')]).next.step).toBe('ask');
    expect(begin(each).next).toMatchObject({ status: 'done', results: { carry: { all: 0 } } });
  });

  test('by hand: each press begins one, and the limit ends the beginning, not the waiting', () => {
    const hand = methodFrom('  apply 申报: { children: task, by: community-worker, within: 7 days }\n');
    const opened = must(step(hand, begin(hand).next, { type: 'act', action: 'open', form: {} }, worker, at(begunAt)));
    expect(opened.effects.filter((effect) => effect.type === 'carry')).toMatchObject([{ settings: { rows: [{}] } }]);
    const running = must(step(hand, opened.next, settle('apply', 'started', { children: ['a'] }), system, at(begunAt)));
    const over = must(step(hand, running.next, late, system, at('2026-11-27T16:00:00.001Z')));
    expect(over.next).toMatchObject({ step: 'apply' });
    const last = settle('apply', 'ended', { child: 'a', status: 'done' });
    expect(must(step(hand, over.next, last, system, at('2026-11-28T00:00:00.000Z'))).next.status).toBe('done');
  });
});

describe('record, meanwhile and pick', () => {
  const log = '    meanwhile: { progress 进展: { by: grid-worker, form: rating } }\n';
  const method = methodFrom(
    `  nominate 推荐: { gather: 1, by: resident, form: naming, within: 7 days }
  check 核验:
    by: community-worker
    form: choosing
    within: 7 days
    record: { honours: passed }
${log}  honour 表彰: { by: community-worker, within: 7 days, record: { owners-committee: helpers, honours: nominate.rows } }
`,
    '',
    `  naming: { nominee 推荐对象: text }
  choosing: { passed 通过: { type: pick, of: nominate.rows, many: true } }
`,
  );
  const name = (nominee: string): MatterEvent => ({ type: 'act', action: 'give', form: { nominee } });
  const nominated = (): MatterState => {
    const first = must(step(method, begin(method, { helpers: ['user:li'] }).next, name('张'), sun, at(begunAt))).next;
    const second = must(step(method, first, name('王'), li, at(begunAt))).next;
    return must(step(method, second, late, system, at('2026-11-27T16:00:00.001Z'))).next;
  };
  const check = (passed: string[]): MatterEvent => ({ type: 'act', action: 'next', form: { passed } });
  const now = at('2026-11-28T00:00:00.000Z');

  test('a choice among rows takes those that are there, and what is recorded are the rows chosen', () => {
    expect(step(method, nominated(), check(['2']), worker, now)).toMatchObject({ code: 'form.invalid' });
    const { effects, next } = must(step(method, nominated(), check(['1']), worker, now));
    expect(effects).toContainEqual({
      type: 'record',
      kind: 'register',
      id: 'honours',
      entries: [expect.objectContaining({ nominee: '王' })],
    });
    const end = must(step(method, next, { type: 'act', action: 'next', form: {} }, worker, now));
    expect(end.effects.filter((effect) => effect.type === 'record')).toMatchObject([
      { kind: 'body', id: 'owners-committee', entries: [{ who: 'user:li' }] },
      { kind: 'register', id: 'honours', entries: [{ nominee: '张' }, { nominee: '王' }] },
    ]);
  });

  test('what is written down beside a step stays where it is, as a row with a line in the history', () => {
    const write: MatterEvent = { type: 'act', action: 'progress', form: { stars: 4 } };
    expect(step(method, nominated(), write, li, now)).toMatchObject({ code: 'matter.not-yours' });
    const written = must(step(method, nominated(), write, sun, now));
    expect(written.next).toMatchObject({ step: 'check', results: { check: { 'progress.rows': [{ stars: 4 }] } } });
    expect(written.next.fields).not.toHaveProperty('stars');
    expect(written.history).toMatchObject([{ kind: 'action', what: 'progress', to: 'check', form: { stars: 4 } }]);
    expect(must(step(method, written.next, check(['0']), worker, now)).next.results['check']).toHaveProperty([
      'progress.rows',
    ]);
    expect(openActions(method, nominated(), sun, now)).toContainEqual(
      expect.objectContaining({ id: 'progress', kind: 'anytime', forms: ['rating'] }),
    );
  });
});

test('walked by chance and by the shortest ways, every kind keeps its promises and every step is reached', () => {
  const method = methodFrom(
    `  meet 议事会: { session: residents, by: community-worker, within: 30 days }
  decide 表决: { vote: owners, rule: owners-double-majority, choose: options, within: 7 days, go: { failed: meet } }
  hang 公示: { publicity: 7 days, by: community-worker, shows: [title, decide.tally], go: { upheld: meet } }
  rate 评议: { gather: 2, by: [resident, grid-worker], form: rating, within: 7 days, go: { short: hang } }
  carry 办理: { children: task, per: options, within: 30 days }
`,
  );
  const ends = new Set<string>();
  for (let seed = 1; seed <= 25; seed++) {
    const done = walk(method, calendar, { seed, from: begunAt });
    expect(done.broken, `seed ${seed}: ${done.moves.join(' | ')}`).toEqual([]);
    ends.add(done.state.status);
  }
  expect(ends).toContain('done');
  const cast = (key: string): string | null => (key === 'resident' ? 'li' : key.replace('role:', ''));
  const ways = routesThrough(method, calendar, { from: begunAt, cast });
  expect(new Set(ways.map((way) => way.step))).toEqual(
    new Set(['meet', 'decide', 'hang', 'rate', 'carry', 'ask', 'closed'].filter((id) => id !== 'ask')),
  );
});
