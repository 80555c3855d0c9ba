import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActorRef, Effect, MatterEvent, MatterState, Method, Values } from '#kernel-contract/workflow';
import { loadLibrary, settableOf } from '#kernel/workflow';
import { root } from '../../cli/build.mjs';
import { compileMethod, sourceOf } from '../../server/kernel/workflow/definition/rules.ts';
import { isRefusal, step } from '../../server/kernel/workflow/rules.ts';
import { applySettings } from '../../server/kernel/workflow/settings/rules.ts';

const folder = join(root, 'library');
const { originals, calendar, names } = loadLibrary(folder);
const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };
const holding = (id: string, ...keys: string[]): ActorRef => ({ id, name: id, keys: [...keys, `user:${id}`] });
const worker = holding('meng', 'role:community-worker', 'role:community-secretary', 'role:legal-adviser');
const committee = holding('song', 'body:owners-committee');
const supervisor = holding('wei', 'body:supervisors');

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

type Move = [event: MatterEvent, actor: ActorRef, now?: string];
type Played = { state: MatterState; effects: Effect[] };

const begunAt = '2026-05-25T01:00:00.000Z';
/** The vote is won on 1 June and its notice hangs the same day: the first whole day is the 2nd, the seventh the 8th. */
const posted = '2026-06-01T03:00:00.000Z';
const gate = '2026-06-08T16:00:00.000Z';
const justBefore = '2026-06-08T15:59:59.999Z';

/** One event after another; each must be taken. */
function played(method: Method, moves: Move[]): Played {
  let found: Played | null = null;
  for (const [event, actor, now = begunAt] of moves) {
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
const go = (method: Method, { state }: Played, event: MatterEvent, actor: ActorRef, now = begunAt) =>
  step(method, state, event, actor, { now, calendar });
const stepAfter = (went: ReturnType<typeof go>): string => (isRefusal(went) ? went.code : went.next.step);
const carriedIn = ({ effects }: { effects: Effect[] }): Values =>
  effects.flatMap((effect) => (effect.type === 'carry' ? [effect.settings] : []))[0] ?? {};
const line = (method: Method): string[] => method.steps.filter(({ main }) => main).map(({ label }) => label.zh);

const fen = 1;
const yuan = 100 * fen;
const suggestion: Values = { title: '更换自来水管', place: { label: '香榭雅居' }, reason: '老化漏水，一停就是一天' };
const verification = (estimate: number): Values => ({
  asked: [
    { way: '入户', households: 40, agreed: 38 },
    { way: '网络投票', households: 300, agreed: 290 },
  ],
  ...{ urgent: true, harmless: true, finding: '漏水点 27 处', estimate },
});
const opinion: Values = { advisers: ['司法所', '律师'], lawful: true, together: false, opinion: '可以立项' };
const quote = (supplier: string, amount: number, tie = '没有关系'): Values => ({ supplier, amount, tie });
const three = [quote('恒通管道', 248_000 * yuan), quote('鼎力安装', 251_500 * yuan), quote('源泉水务', 263_000 * yuan)];
const budgets = (quotes: Values[]): Values => ({ quotes, sheets: ['a', 'b', 'c'] });

/** A project up to its budget. */
const toBudget = (estimate: number, more: Values = {}): Move[] => [
  [begin(suggestion), holding('li', 'resident')],
  [act('next', verification(estimate)), worker],
  [act('next', { ...opinion, ...more }), worker],
];
const large = 250_000 * yuan;

describe('a project paid from public revenue', () => {
  const method = methodOf('public-revenue-project');
  const toVote = (quotes = three): Move[] => [...toBudget(large), [act('ready', budgets(quotes)), committee]];
  const won: Values = { tally: { 恒通管道: 5 }, winners: ['恒通管道'] };
  const toNotice: Move[] = [
    ...toVote(),
    [settle('vote', 'opened', { closesAt: posted }), system],
    [settle('vote', 'passed', won), system, posted],
    [settle('publicity', 'posted', { postedAt: posted, closesAt: gate }), system, posted],
  ];
  const contract: Values = { price: 248_000 * yuan, finishOn: '2026-06-25' };

  test('F21: its eleven steps stand in their order, a contract between notice and work', () => {
    expect(line(method)).toEqual([
      ...['建议提出', '项目验证', '合法性审查', '预算', '业委会表决', '表决结果公示', '签订合同', '组织实施'],
      ...['验收', '付款', '收支公示', '归档'],
    ]);
  });

  test('N53: the vote cannot be opened with two budgets, and can with three', () => {
    const at = played(method, toBudget(large));
    const ready = (quotes: Values[]) => go(method, at, act('ready', budgets(quotes)), committee);
    expect(stepAfter(ready(three.slice(0, 2)))).toBe('form.invalid');
    expect(stepAfter(ready(three))).toBe('vote');
  });

  test('N53: three budgets are of three suppliers: one of them twice is two', () => {
    const at = played(method, toBudget(large));
    const twice = [...three.slice(0, 2), quote('恒通 管道', 300_000 * yuan)];
    const went = go(method, at, act('ready', budgets(twice)), committee);
    expect(went).toMatchObject({ code: 'form.need-unmet', zh: expect.stringContaining('三家不同的供应商') });
  });

  test('C39: the two tests of the verification and the legality each end it, with a name of their own', () => {
    const ends = (move: Move[], form: Values): string =>
      stepAfter(go(method, played(method, move), act('next', form), worker));
    const verified = toBudget(large).slice(0, 1);
    expect(ends(verified, { ...verification(large), urgent: false })).toBe('unverified');
    expect(ends(verified, { ...verification(large), harmless: false })).toBe('unverified');
    expect(ends(verified, { ...verification(large), asked: [{ way: '入户', households: 3, agreed: 4 }] })).toBe(
      'form.need-unmet',
    );
    expect(ends(toBudget(large).slice(0, 2), { ...opinion, lawful: false })).toBe('unlawful');
  });

  test('a budget from a firm of a committee member is declared, warned of, and shown to those who vote', () => {
    const tied = [
      ...three.slice(0, 2),
      { ...quote('源泉水务', 230_000 * yuan, '成员本人或亲属的企业'), tiedTo: '魏副主任' },
    ];
    const at = played(method, toBudget(large));
    const went = go(method, at, act('ready', budgets(tied)), committee);
    if (isRefusal(went)) throw new Error(went.zh);
    expect(went.advice).toEqual([expect.stringContaining('这位成员要回避')]);
    expect(carriedIn(went)).toMatchObject({
      choices: ['恒通管道', '鼎力安装', '源泉水务'],
      fields: { quotes: expect.arrayContaining([expect.objectContaining({ tie: '成员本人或亲属的企业' })]) },
    });
    const silent = tied.map(({ tie: _tie, ...rest }) => rest);
    expect(stepAfter(go(method, at, act('ready', budgets(silent as Values[])), committee))).toBe('form.invalid');
  });

  test('N54: 7 whole days after the vote: no contract at 23:59:59 of 8 June, from 9 June on there is', () => {
    const hung = played(method, toNotice);
    expect(stepAfter(go(method, hung, act('next', contract), committee, justBefore))).toBe('matter.action-not-now');
    expect(stepAfter(go(method, hung, settle('publicity', 'clear'), system, justBefore))).toBe('matter.gate-closed');
    expect(stepAfter(go(method, hung, settle('publicity', 'clear'), system, gate))).toBe('contract');
    const open = played(method, [...toNotice, [settle('publicity', 'clear'), system, gate]]);
    expect(stepAfter(go(method, open, act('next', contract), committee, gate))).toBe('implement');
  });

  test('F23: the contract stays within what was voted: a fen above the chosen budget is refused', () => {
    const open = played(method, [...toNotice, [settle('publicity', 'clear'), system, gate]]);
    const sign = (price: number) => go(method, open, act('next', { ...contract, price }), committee, gate);
    expect(stepAfter(sign(248_000 * yuan + fen))).toBe('form.need-unmet');
    expect(stepAfter(sign(248_000 * yuan))).toBe('implement');
  });

  const toPay = (moves: Move[] = toNotice, form: Values = contract): Move[] => [
    ...moves,
    [settle('publicity', 'clear'), system, gate],
    [act('next', form), committee, gate],
    [act('done'), committee, '2026-06-24T01:00:00.000Z'],
    [act('accept', { accepted: '不漏了', after: ['p'] }), supervisor, '2026-06-25T01:00:00.000Z'],
  ];
  const paid: Values = { amount: 248_000 * yuan, entry: 41, day: '2026-06-26', voucher: '202606-004' };

  test('C39: whom the vote chose is paid what the contract says, and everybody sees it before it is archived', () => {
    const paying = played(method, toPay());
    expect(carriedIn(paying)).toMatchObject({ amount: 248_000 * yuan, from: 'public-revenue', to: '恒通管道' });
    const at = '2026-06-26T02:00:00.000Z';
    const done = played(method, [...toPay(), [settle('pay', 'paid', paid), system, at]]);
    expect([done.state.step, done.state.shown]).toEqual([
      'publish',
      expect.arrayContaining(['pay.amount', 'pay.voucher']),
    ]);
    const archived = go(method, done, { type: 'deadline', rule: 'limit' }, system, '2026-08-10T00:00:00.000Z');
    expect(isRefusal(archived) ? archived.zh : archived.next.status).toBe('done');
  });

  test('a payment turned down is put right and paid, or the work is done again, or nothing is paid', () => {
    const back = played(method, [
      ...toPay(),
      [settle('pay', 'unpaid', { reason: '发票抬头不对' }), system, '2026-06-26T02:00:00.000Z'],
    ]);
    const at = '2026-06-27T02:00:00.000Z';
    expect(back.state.step).toBe('amend');
    expect(
      ['again', 'repair', 'drop'].map((action) => stepAfter(go(method, back, act(action), committee, at))),
    ).toEqual(['pay', 'implement', 'dropped']);
  });

  const small: Values = { maker: '诚信物业', cost: 4000 * yuan, makerTie: '没有关系' };
  const toSmallVote: Move[] = [...toBudget(4000 * yuan), [act('ready', small), committee]];

  test('N90: a small project is voted without budgets, by the committee for or against what the property company does', () => {
    const asked = played(method, toSmallVote);
    expect(asked.state.step).toBe('vote');
    expect(carriedIn(asked)).toMatchObject({
      electorate: ['body:owners-committee'],
      rule: 'majority-of-members',
      choices: [],
    });
    const moves: Move[] = [
      ...toSmallVote,
      [settle('vote', 'opened', { closesAt: posted }), system],
      [settle('vote', 'passed', { tally: { yes: 5 }, winners: [] }), system, posted],
      [settle('publicity', 'posted', { postedAt: posted, closesAt: gate }), system, posted],
    ];
    const open = played(method, [...moves, [settle('publicity', 'clear'), system, gate]]);
    const sign = (price: number) => go(method, open, act('next', { ...contract, price }), committee, gate);
    expect(stepAfter(sign(4000 * yuan + fen))).toBe('form.need-unmet');
    const paying = played(method, toPay(moves, { ...contract, price: 4000 * yuan }));
    expect(carriedIn(paying)).toMatchObject({ amount: 4000 * yuan, to: '诚信物业' });
  });

  test('N53, N90: a fen below the threshold is small and on it large, whether estimated or as it turns out', () => {
    const at = (estimate: number): Played => played(method, toBudget(estimate));
    const from = 50_000 * yuan;
    expect(stepAfter(go(method, at(from - fen), act('ready', { ...small, cost: from - fen }), committee))).toBe('vote');
    expect(stepAfter(go(method, at(from - fen), act('ready', { ...small, cost: from }), committee))).toBe(
      'form.need-unmet',
    );
    expect(stepAfter(go(method, at(from), act('ready', small), committee))).toBe('form.invalid');
    const again = played(method, [
      ...toSmallVote.slice(0, 3),
      [act('again'), committee],
      [act('next', verification(large)), worker],
      [act('next', opinion), worker],
      [act('ready', budgets(three)), committee],
    ]);
    expect([again.state.fields['cost'] ?? null, again.state.fields['maker'] ?? null]).toEqual([null, null]);
    expect(carriedIn(again)).toMatchObject({ choices: ['恒通管道', '鼎力安装', '源泉水务'] });
  });

  test('X17: who votes and from which sum a project is large are set by each adopter; the 7 days and the three budgets are not', () => {
    const { raw } = originalOf('public-revenue-project').source;
    const open = settableOf(raw, {}, names).map(({ path }) => path);
    expect(open).toEqual(expect.arrayContaining(['largeFrom', 'voters', 'passRule']));
    for (const path of ['publicity.publicity', 'quotes.min', 'budget.needs', 'contract.needs'])
      expect(applySettings(raw, { [path]: 1 }, names).problems[0]?.zh, path).toContain('不能改');
    const ours = adopted('public-revenue-project', {
      largeFrom: 1000 * yuan,
      voters: ['owners'],
      passRule: 'owners-double-majority',
    });
    expect(stepAfter(go(ours, played(ours, toBudget(4000 * yuan)), act('ready', small), committee))).toBe(
      'form.invalid',
    );
    expect(carriedIn(played(ours, [...toBudget(large), [act('ready', budgets(three)), committee]]))).toMatchObject({
      ...{ electorate: ['owners'], rule: 'owners-double-majority' },
    });
  });

  test('X17: what the law leaves to the owners is decided by them too, unless they have voted already', () => {
    const voted = (of: Method): string => {
      const moves: Move[] = [
        ...toBudget(large, { together: true }),
        [act('ready', budgets(three)), committee],
        [settle('vote', 'opened', { closesAt: posted }), system],
        [settle('vote', 'passed', won), system, posted],
      ];
      return played(of, moves).state.step;
    };
    expect(voted(method)).toBe('ownersVote');
    expect(voted(adopted('public-revenue-project', { voters: 'owners' }))).toBe('publicity');
  });
});

describe('one control and four unifications', () => {
  const method = methodOf('seal-use');
  const request: Values = { title: '水管改造合同', purpose: '与恒通管道签约', seal: '业委会公章', copies: 3 };
  const use = (used: number): Values => ({ usedOn: '2026-06-09', used });
  const toLog: Move[] = [
    [begin(request), committee],
    [act('approve'), worker],
  ];

  test('N56: four unifications, a procedure for each: major matters, seals, income and expense, audits', () => {
    expect(line(method)).toEqual(['用印申请', '批准或退回', '用印登记', '归还存管', '办结']);
    expect(method.steps.find(({ id }) => id === 'gate')?.label.zh).toBe('重大事项把关');
    expect(line(methodOf('expense-request'))).toEqual(['支出申请', '监督', '支付', '办结']);
    expect(methodOf('responsibility-audit').steps.map(({ label }) => label.zh)).toEqual(
      expect.arrayContaining(['审计计划', '审计', '整改', '结果公示']),
    );
  });

  test('N56: seal use needs the log: nothing is returned or closed before it, and logging it writes the register', () => {
    const approved = played(method, toLog);
    expect(stepAfter(go(method, approved, act('back'), worker))).toBe('matter.action-not-now');
    expect(stepAfter(go(method, approved, act('next', {}), worker))).toBe('form.invalid');
    const logged = played(method, [...toLog, [act('next', use(3)), worker]]);
    expect(logged.effects.filter((effect) => effect.type === 'record')).toMatchObject([
      { kind: 'register', id: 'seal-log', entries: [{ ...request, ...use(3) }] },
    ]);
    expect(stepAfter(go(method, logged, act('back'), worker))).toBe('closed');
    const late = step(method, approved.state, { type: 'deadline', rule: 'limit' }, system, {
      now: '2026-06-30T00:00:00.000Z',
      calendar,
    });
    expect(isRefusal(late) ? [] : late.effects).toContainEqual(
      expect.objectContaining({ type: 'tell', to: expect.arrayContaining(['role:community-secretary']), kind: 'late' }),
    );
  });

  test('N56: no more copies are logged than were approved, and a major matter passes the gate first', () => {
    const approved = played(method, toLog);
    expect(stepAfter(go(method, approved, act('next', use(4)), worker))).toBe('form.need-unmet');
    const major = played(method, [[begin({ ...request, major: '签订合同' }), committee]]);
    expect(major.state.step).toBe('gate');
    expect(stepAfter(go(method, major, act('approve'), worker))).toBe('matter.action-not-now');
    const passed = act('pass', { view: '合同和表决一致' });
    expect(stepAfter(go(method, major, passed, worker))).toBe('approve');
    expect(stepAfter(go(method, major, act('refuse'), worker))).toBe('refused');
  });

  test('F23: an expense beyond the budget is not paid, and one too large has to be a project', () => {
    const expense = methodOf('expense-request');
    const asked = (amount: number): Values => ({
      title: '换声控灯',
      why: '坏了',
      maker: '诚信物业',
      makerTie: '没有关系',
      amount,
    });
    const from = (amount: number) => step(expense, null, begin(asked(amount)), committee, { now: begunAt, calendar });
    expect([from(10_000 * yuan), from(10_000 * yuan + fen)].map(stepAfter)).toEqual(['supervise', 'form.need-unmet']);
    const at = played(expense, [[begin(asked(280 * yuan)), committee]]);
    const look = (within: boolean) => go(expense, at, act('done', { within }), worker);
    expect([stepAfter(look(true)), stepAfter(look(false))]).toEqual(['pay', 'refused']);
  });
});

describe('monthly publication and supervision', () => {
  test('F22: an objection is investigated and answered; what is true is corrected and published again, what is serious goes to the street', () => {
    const method = methodOf('supervision');
    const objection: Values = { title: '广告费少了一笔', place: { label: '香榭雅居' }, said: '五月的电梯广告没有记' };
    const asked = played(method, [[begin(objection), holding('li', 'resident')]]);
    const found = (form: Values) =>
      stepAfter(go(method, asked, act('done', { found: '查了合同和流水', ...form }), supervisor));
    expect(found({ holds: false })).toBe('answer');
    expect(found({ holds: true, serious: false })).toBe('correct');
    expect(found({ holds: true, serious: true })).toBe('audit');
    const audit = played(method, [
      [begin(objection), holding('li', 'resident')],
      [act('done', { found: '对不上', holds: true, serious: true }), supervisor],
    ]);
    expect(audit.effects).toContainEqual(expect.objectContaining({ type: 'start', method: 'responsibility-audit' }));
    expect(method.steps.flatMap(({ shows }) => shows.flatMap(({ fields }) => fields))).not.toContain('said');
  });
});

describe('F20: setting up the account', () => {
  test('C38: the five kinds of income are the source’s, and an estate adds none to them unasked', () => {
    const method = methodOf('public-revenue-account');
    expect(method.params['kinds']?.value).toEqual([
      '停车费',
      '闲置房屋租赁费',
      '摊位费',
      '公共区域广告费',
      '通讯基站租赁费',
    ]);
    expect(line(method)).toEqual([
      ...['定下小区（试点或推开）', '多方协调', '开户', '摸排收益', '议事协商会确定项目', '收益入账'],
      ...['总结经验，全面推开', '建账完成'],
    ]);
  });
});
