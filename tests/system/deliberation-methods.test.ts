import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActorRef, Effect, MatterEvent, MatterState, Method, Values } from '#kernel-contract/workflow';
import { loadLibrary, paramProblems, settableOf } from '#kernel/workflow';
import { root } from '../../cli/build.mjs';
import { compileMethod, sourceOf } from '../../server/kernel/workflow/definition/rules.ts';
import { isRefusal, step } from '../../server/kernel/workflow/rules.ts';
import { applySettings } from '../../server/kernel/workflow/settings/rules.ts';

const { originals, calendar, names } = loadLibrary(join(root, 'library'));
const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
const holding = (...roles: string[]): ActorRef => ({
  id: roles[0] ?? '',
  name: '孟庆华',
  keys: [...roles.map((role) => `role:${role}`), ...roles.map((role) => `body:${role}`), `user:${roles[0]}`],
});
const worker = holding('community-worker', 'community-secretary');
const street = holding('street-officer');
const posted = '2026-03-02T01:00:00.000Z';
/** 24:00 Shanghai time of the seventh day after the day of posting. */
const gate = '2026-03-09T16:00:00.000Z';
const justBefore = '2026-03-09T15:59:59.999Z';

function originalOf(id: string) {
  const found = originals.find(({ method }) => method.id === id);
  if (!found) throw new Error(`no method ${id}`);
  return found;
}

const methodOf = (id: string): Method => originalOf(id).method;

/** The method as an area has set it. */
function adopted(id: string, settings: Values): Method {
  const { raw, problems } = applySettings(originalOf(id).source.raw, settings, names);
  expect(problems).toEqual([]);
  return compileMethod(sourceOf(raw), { names, english: {}, methods: [] }).method;
}

type Played = { state: MatterState; effects: Effect[] };

/** One event after another; each must be taken. */
function played(method: Method, events: [event: MatterEvent, actor: ActorRef, now?: string][]): Played {
  let found: Played | null = null;
  for (const [event, actor, now = posted] of events) {
    const went = step(method, found?.state ?? null, event, actor, { now, calendar });
    if (isRefusal(went)) throw new Error(`${event.type}: ${went.zh} ${JSON.stringify(went.fields ?? {})}`);
    found = { state: went.next, effects: went.effects };
  }
  if (!found) throw new Error('nothing was played');
  return found;
}

const begin = (form: Values): MatterEvent => ({ type: 'begin', form });
const act = (action: string, form: Values = {}): MatterEvent => ({ type: 'act', action, form, reason: '走一遍' });
const settle = (at: string, outcome: string, result: Values = {}): MatterEvent => ({
  type: 'settle',
  step: at,
  outcome,
  result,
});
const post = (at: string): MatterEvent => settle(at, 'posted', { postedAt: posted, closesAt: gate });
const go = (method: Method, { state }: Played, event: MatterEvent, actor: ActorRef, now = posted) =>
  step(method, state, event, actor, { now, calendar });
const line = (method: Method): string[] =>
  method.steps.filter(({ main, kind }) => main && kind !== 'end').map(({ label }) => label.zh);

describe('five-step deliberation', () => {
  const method = methodOf('five-step-deliberation');
  const topic = begin({ title: '地下车库装不装充电桩', why: '飞线充电太多' });
  const options = { options: [{ name: '装二十个' }, { name: '先装六个试试' }], said: '物业说电够用' };
  const vote = { tally: { yes: 30, no: 8 }, winners: ['装二十个'] };
  const toVote: [MatterEvent, ActorRef, string?][] = [
    [topic, worker],
    [act('ready', options), worker],
    [settle('decide', 'opened', { closesAt: posted }), system],
  ];
  const toNotice: typeof toVote = [...toVote, [settle('decide', 'passed', vote), system], [post('publish'), system]];

  test('N77: the five steps stand in their order, the notice before the execution and the review at the end', () => {
    expect(line(method)).toEqual(['收集议题', '多方论证', '民主决议', '公示', '执行', '效果评议']);
    const notice = played(method, toNotice);
    expect(notice.state.step).toBe('publish');
    expect(go(method, notice, act('next', { result: '装好了' }), worker)).toMatchObject({
      code: 'matter.action-not-now',
    });
    expect(go(method, notice, settle('publish', 'clear'), system, justBefore)).toMatchObject({
      code: 'matter.gate-closed',
    });
    const clear = played(method, [...toNotice, [settle('publish', 'clear'), system, gate]]);
    expect(clear.state.step).toBe('carry');
    const carried = played(method, [
      ...toNotice,
      [settle('publish', 'clear'), system, gate],
      [act('next', { result: '装好了' }), worker, gate],
    ]);
    expect([carried.state.step, carried.state.status]).toEqual(['evaluate', 'open']);
  });

  test('F41: a vote that fails and an objection that is upheld go back to where all sides argue', () => {
    const failed = played(method, [...toVote, [settle('decide', 'failed', vote), system]]);
    expect(failed.state.step).toBe('argue');
    const upheld = played(method, [...toNotice, [settle('publish', 'upheld', { objections: 1 }), system]]);
    expect(upheld.state.step).toBe('argue');
  });

  test('X17: who votes and when it is passed are set by the area that adopts it, and the ballot is told', () => {
    const { raw } = originalOf('five-step-deliberation').source;
    const open = settableOf(raw, {}, names).map(({ path }) => path);
    expect(open).toEqual(expect.arrayContaining(['voters', 'passRule']));
    const carriedBy = (one: Method): Values => {
      const { effects } = played(one, toVote.slice(0, 2));
      const carry = effects.find((effect) => effect.type === 'carry');
      return carry?.type === 'carry' ? carry.settings : {};
    };
    expect(carriedBy(method)).toMatchObject({
      electorate: ['body:resident-representatives'],
      rule: 'majority-of-present',
      choices: ['装二十个', '先装六个试试'],
    });
    const ours = adopted('five-step-deliberation', { voters: ['owners'], passRule: 'owners-double-majority' });
    expect(carriedBy(ours)).toMatchObject({ electorate: ['owners'], rule: 'owners-double-majority' });
    expect(applySettings(raw, { passRule: 'whoever-shouts-loudest' }, names).problems).not.toEqual([]);
  });
});

describe('founding a property committee', () => {
  const method = methodOf('committee-founding');
  const roster = {
    director: 'role:community-secretary',
    members: [
      { name: '孟庆华', post: '主任' },
      { name: '尹桂兰', post: '成员' },
    ],
    partyMembers: 3,
  };
  const notice = begin({ title: '印刷厂宿舍物管会', seats: 5, conditions: '住在本小区，愿意出力' });
  const nominations = ['a', 'b', 'c'].map((id): [MatterEvent, ActorRef] => [
    { type: 'act', action: 'give', form: { nominee: `候选${id}`, reason: '热心', agreed: true } },
    { id, name: id, keys: ['resident', `user:${id}`] },
  ]);
  const limit = '2026-03-09T16:00:00.001Z';
  const toList: [MatterEvent, ActorRef, string?][] = [
    [notice, worker],
    ...nominations,
    [{ type: 'deadline', rule: 'limit' }, system, limit],
    [act('next', roster), worker, limit],
  ];

  test('N67: the five steps stand in the order of the source, and filing is blocked before the publicity is over', () => {
    expect(line(method)).toEqual(['发布公告', '推荐人选', '确定人选', '公示名单', '备案组建']);
    const listed = played(method, toList);
    expect(listed.state.step).toBe('publish');
    const file = act('file', { register: '前备〔2026〕7号' });
    expect(go(method, listed, file, street, limit)).toMatchObject({ code: 'matter.action-not-now' });
    expect(go(method, listed, settle('publish', 'clear'), system, limit)).toMatchObject({ code: 'matter.gate-closed' });
    const until = '2026-03-17T16:00:00.000Z';
    const hung = settle('publish', 'posted', { postedAt: limit, closesAt: until });
    const early = go(
      method,
      played(method, [...toList, [hung, system, limit]]),
      settle('publish', 'clear'),
      system,
      '2026-03-17T15:59:59.999Z',
    );
    expect(early).toMatchObject({ code: 'matter.gate-closed' });
    const over: typeof toList = [...toList, [hung, system, limit], [settle('publish', 'clear'), system, until]];
    expect(played(method, over).state.step).toBe('file');
    expect(played(method, [...over, [file, street, until]]).state.status).toBe('done');
  });

  test('F35: two nominees are too few and the community decides how to go on, three go on at the limit', () => {
    const two = played(method, [...toList.slice(0, 3), [{ type: 'deadline', rule: 'limit' }, system, limit]]);
    expect(two.state.step).toBe('extend');
    expect(played(method, toList.slice(0, 5)).state.step).toBe('settle');
  });

  test('C77: the director is a cadre of the two committees', () => {
    expect(method.fields['director']?.of).toEqual([
      'community-secretary',
      'residents-committee',
      'community-party-committee',
    ]);
    const at = played(method, toList.slice(0, 5));
    const other = { ...roster, director: 'role:property' };
    expect(go(method, at, act('next', other), worker, limit)).toMatchObject({ code: 'form.invalid' });
  });
});

describe('governing before problems arise', () => {
  test('N60: three stages, before, during and after the allocation, each with a check list of its own, none before the one ahead', () => {
    const method = methodOf('pre-emptive-governance');
    const stages = method.steps.filter(({ stage }) => stage !== undefined);
    expect(stages.map(({ stage, label }) => [stage?.zh, label.zh])).toEqual([
      ['分房前', '分房前'],
      ['分房中', '分房中'],
      ['分房后', '分房后'],
    ]);
    for (const { forms } of stages)
      expect(forms.flatMap((form) => method.forms[form]?.fields ?? []).map(({ type }) => type)).toContain('checklist');
    expect(method.params['topics']?.value).toEqual(['分房流程', '装修管理', '公共空间使用']);
    const risk = { phase: '分房中', topic: '分房流程', risk: '抽签先后', measure: '当众抽', owner: 'role:grid-worker' };
    const ahead = played(method, [
      [begin({ title: '桂花苑', partner: '歧阳社区' }), worker],
      [act('next', { leader: 'role:community-secretary', adviser: '范琴', members: ['role:grid-worker'] }), worker],
      [act('next', { risks: [risk] }), worker],
    ]);
    expect(ahead.state.step).toBe('before');
    const during = act('next', { duringDone: ['分房流程'], complaints: 0 });
    expect(go(method, ahead, during, worker)).toMatchObject({ code: 'form.invalid' });
    const before = act('next', { beforeDone: ['分房流程', '装修管理'], beforeNote: '定了抽签办法' });
    const next = go(method, ahead, before, worker);
    expect(isRefusal(next) ? next.zh : next.next.step).toBe('during');
  });
});

describe('the handover in twelve steps', () => {
  const steps = Array.from({ length: 12 }, (_, at) => `本社区第 ${at + 1} 步`);

  test('N61: the source lists no steps and none are made up; it cannot be adopted with none, 11 or 13, with 12 it can', () => {
    const method = methodOf('flat-handover');
    expect(method.params['twelve']?.value).toBeNull();
    expect(paramProblems(method)[0]?.zh).toContain('请先填“交房的十二步”，要正好 12 项');
    const problems = (words: string[]): number => paramProblems(adopted('flat-handover', { twelve: words })).length;
    expect([[], steps.slice(1), steps, [...steps, '又一步']].map(problems)).toEqual([1, 1, 0, 1]);
    expect(problems([...steps.slice(1), steps[1] ?? ''])).toBe(1);
  });

  test('N61: twelve steps in order and complete: out of order is refused, with 11 the flat is not handed over, with 12 it is', () => {
    const method = adopted('flat-handover', { twelve: steps });
    const open = played(method, [[begin({ household: '3号楼2单元501' }), worker]]);
    const tick = (...done: string[]) => go(method, open, act('next', { done }), worker);
    const stepAfter = (went: ReturnType<typeof tick>): string => (isRefusal(went) ? went.code : went.next.step);
    expect(stepAfter(tick(steps[0] ?? '', steps[2] ?? ''))).toBe('form.invalid');
    expect(stepAfter(tick(...steps.slice(1)))).toBe('form.invalid');
    expect(stepAfter(tick(...steps.slice(0, 11)))).toBe('hand');
    const whole = tick(...steps);
    expect(isRefusal(whole) ? whole.zh : whole.next.status).toBe('done');
  });
});

describe('rules for weddings and funerals', () => {
  const method = methodOf('customs-rules');

  test('C17: the rules fix tables, gift and days, and no value is given for them', () => {
    for (const id of ['tables', 'gift', 'days']) {
      expect(method.fields[id]?.optional).toBe(false);
      expect(method.fields[id]?.default).toBeUndefined();
    }
    const council = (groupHeads: number) => act('next', { groupHeads, respected: 0, oldMembers: 0 });
    const found = played(method, [
      [begin({ title: '龙唐村村规民约', clauses: '婚事新办，丧事简办' }), worker],
      [settle('vote', 'opened', { closesAt: posted }), system],
      [settle('vote', 'passed', { tally: {}, winners: [] }), system],
    ]);
    expect(go(method, found, council(0), worker)).toMatchObject({ code: 'form.need-unmet' });
    expect(isRefusal(go(method, found, council(1), worker))).toBe(false);
  });

  test('C16, C18: the revised rules are voted on first and hang on the village board last', () => {
    expect(line(method)).toEqual([
      '修订村规民约',
      '表决',
      '成立红白理事会',
      '制定章程和奖惩办法',
      '签订承诺书',
      '村务公开栏公示',
    ]);
    expect(method.steps.find(({ id }) => id === 'publish')?.options['board']).toBe(true);
  });
});

describe('what the sources say of income', () => {
  test('D34: what was studied together is carried out, and closes only after the use of the money was public', () => {
    expect(line(methodOf('collective-decision'))).toEqual(['提出', '集体研究', '办理', '收益用途公示']);
  });
});

describe('the secretary’s tea', () => {
  const method = methodOf('secretary-tea');
  const owner = 'role:community-worker';
  const toTea: [MatterEvent, ActorRef, string?][] = [
    [begin({ title: '第八期：停车', closesOn: '2026-03-02', heldOn: '2026-03-02', where: '议事厅' }), worker],
    [{ type: 'deadline', rule: 'limit' }, system, '2026-03-02T16:00:00.001Z'],
  ];
  const later = '2026-03-03T01:00:00.000Z';
  const minutes = { why: '说了一下午', decisions: [{ title: '北门画四个车位', owner, due: '2026-03-20' }] };
  const toDoing: typeof toTea = [
    ...toTea,
    [act('agreed', minutes), worker, later],
    [settle('carry', 'started', { children: ['a'] }), system, later],
  ];

  test('N47: the four steps are 收集, 商议, 办理, 反馈, and nothing closes without the answer', () => {
    expect(line(method).slice(1)).toEqual(['收集', '商议', '办理', '反馈']);
    const answer = act('answered', { answer: '车位画好了，当着大家说过' });
    const doing = played(method, toDoing);
    expect(doing.state.step).toBe('carry');
    expect(go(method, doing, answer, worker, later)).toMatchObject({ code: 'matter.action-not-now' });
    const done: typeof toTea = [...toDoing, [settle('carry', 'ended', { child: 'a', status: 'done' }), system, later]];
    const ready = played(method, done);
    expect([ready.state.step, ready.state.status]).toEqual(['reply', 'open']);
    expect(go(method, ready, act('answered', {}), worker, later)).toMatchObject({ code: 'form.invalid' });
    const closed = go(method, ready, answer, worker, later);
    expect(isRefusal(closed) ? closed.zh : closed.next.status).toBe('done');
    const again = go(method, ready, act('again'), worker, later);
    expect(isRefusal(again) ? again.zh : again.next.step).toBe('discuss');
  });

  test('C30: every decision of the tea becomes a task of its own, with who does it and by when', () => {
    const { effects } = played(method, toDoing.slice(0, 3));
    const carry = effects.find((effect) => effect.type === 'carry');
    expect(carry?.type === 'carry' ? carry.settings : {}).toEqual({
      method: 'agreed-task',
      way: 'rows',
      rows: minutes.decisions,
    });
    const task = methodOf('agreed-task');
    for (const field of ['title', 'owner', 'due']) expect(task.fields[field]).toBeDefined();
  });
});

describe('four discussions and two publications', () => {
  const method = methodOf('four-discussions');

  test('C55: four bodies vote one after another, both publications hang on the board, and representatives follow it throughout', () => {
    const votes = method.steps.filter(({ kind }) => kind === 'vote');
    expect(votes.map(({ label, argument }) => [label.zh, argument])).toEqual([
      ['提议', 'party-branch'],
      ['商议', 'village-committees'],
      ['审议', 'party-members'],
      ['决议', 'village-representatives'],
    ]);
    const notices = method.steps.filter(({ kind }) => kind === 'publicity');
    expect(notices.map(({ label, options }) => [label.zh, options['board']])).toEqual([
      ['决议公开', true],
      ['实施结果公开', true],
    ]);
    const shown = notices.map(({ shows }) => shows.flatMap(({ fields }) => fields));
    expect(shown).toEqual([
      ['title', 'common', 'cost'],
      ['title', 'result', 'accounts'],
    ]);
    const [beside] = method.steps.find(({ id }) => id === 'carry')?.meanwhile ?? [];
    expect(beside).toMatchObject({ by: ['party-members', 'village-representatives'], forms: ['log'] });
  });
});

describe('recommendation with honours', () => {
  const method = methodOf('recommendation-round');

  test('B10: who was voted for is entered on the wall of honour, and the round with its households among the rounds', () => {
    const limit = '2026-03-17T16:00:00.001Z';
    const who = { who: '5号楼老姜', story: '会修锁会通下水', agreed: true };
    const { effects } = played(method, [
      [begin({ title: '冬季好邻居', category: '好邻居', places: 1 }), worker],
      [
        { type: 'act', action: 'give', form: who },
        { id: 'a', name: 'a', keys: ['resident', 'user:a'] },
      ],
      [{ type: 'deadline', rule: 'limit' }, system, limit],
      [act('next', { passed: ['0'] }), worker, limit],
      [settle('vote', 'opened', { closesAt: limit }), system, limit],
      [settle('vote', 'passed', { tally: {}, winners: ['5号楼老姜'] }), system, limit],
      [settle('publicity', 'posted', { postedAt: limit, closesAt: '2026-03-25T16:00:00.000Z' }), system, limit],
      [settle('publicity', 'clear'), system, '2026-03-25T16:00:00.000Z'],
      [
        act('next', { eligible: 640, joined: 601, heldOn: '2026-03-17', givenOn: '2026-03-26', given: '上墙' }),
        worker,
        '2026-03-26T01:00:00.000Z',
      ],
    ]);
    const recorded = effects.flatMap((effect) => (effect.type === 'record' ? [effect] : []));
    expect(recorded).toMatchObject([
      { id: 'honours', entries: [{ ...who, category: '好邻居', givenOn: '2026-03-26' }] },
      { id: 'recommendations', entries: [{ eligible: 640, joined: 601, heldOn: '2026-03-17', category: '好邻居' }] },
    ]);
  });
});

describe('the provisional committee', () => {
  test('N61: nine rules are the source’s number: eight are asked about, nine are not', () => {
    const method = methodOf('estate-self-government');
    const [advice] = method.steps.find(({ id }) => id === 'agree')?.advise ?? [];
    expect(advice?.if).toBe('count(rules) = 9');
    const talk = (count: number) => {
      const rules = Array.from({ length: count }, (_, at) => ({ title: `制度${at + 1}` }));
      const at = played(method, [
        [begin({ title: '桂花苑', members: 9, origin: '乡贤能人' }), worker],
        [{ type: 'deadline', rule: 'limit' }, system, '2026-05-01T16:00:00.001Z'],
      ]);
      const went = go(method, at, act('next', { agreed: '先立规矩再交房', rules }), worker, '2026-05-02T01:00:00.000Z');
      return isRefusal(went) ? went.zh : went.advice.length;
    };
    expect([talk(8), talk(9)]).toEqual([1, 0]);
    expect(line(method)).toEqual(['组织建设', '需求挖掘', '共识形成', '9项制度', '12步交房']);
  });
});
