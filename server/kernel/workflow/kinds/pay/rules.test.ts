import { describe, expect, test } from 'vitest';
import type { Refusal } from '#shared/refusal';
import { methodCard } from '../../card/rules.ts';
import type { ActorRef, MatterEvent, MatterState, Method, StepResult, Values, World } from '../../contract.ts';
import { compileMethod, compileNames } from '../../definition/rules.ts';
import { readSource } from '../../definition/store.ts';
import { openActions, waitsFor } from '../../opening/rules.ts';
import { walk } from '../../simulation/rules.ts';
import { routesThrough } from '../../simulation/route/rules.ts';
import { isRefusal, step } from '../../transition/rules.ts';
import { shareOf } from './rules.ts';

const calendar = { off: new Set<string>(), on: new Set<string>(), years: new Set(['2026']) };
const names = compileNames(
  {
    roles: { 'community-worker 社区工作者': 'community' },
    bodies: { 'owners-committee 业主委员会': 'estate' },
    funds: { 'public-revenue 公共收益': 'estate', 'community-welfare 社区公益金': 'community' },
    office: { coordinators: 'community-worker', supervisors: 'community-worker', told: 'community-worker' },
  },
  {},
);
const begunAt = '2026-06-10T02:00:00.000Z';
const at = (now: string): World => ({ now, calendar });
const worker: ActorRef = { id: 'meng', name: '孟', keys: ['user:meng', 'role:community-worker'] };
const system: ActorRef = { id: 'system', name: '系统', keys: ['system'] };

const forms = `forms:
  asking:
    title 标题: text
    price 合同价: money
    firms 报价: { type: optional list, of: { firm 单位: text, cost 报价: money } }
    maker 谁来做: optional text
    helper 帮手: { type: optional who, of: community-worker }
`;

function methodFrom(steps: string, more = ''): Method {
  const text = `id: sample\nname: 样例\nversion: 1\nsource: custom\nlevel: estate\n${more}${forms}steps:\n  ask 提出: { by: community-worker, form: asking }\n${steps}  closed 办结: { end: done }\n`;
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

const due = 24_800_000;
const begin = (method: Method, form: Values = {}): StepResult =>
  must(step(method, null, { type: 'begin', form: { title: '换水管', price: due, ...form } }, worker, at(begunAt)));
const settle = (id: string, outcome: string, result: Values): MatterEvent => ({
  type: 'settle',
  step: id,
  outcome,
  result,
});
const posted: Values = { amount: due, entry: 41, day: '2026-06-30', voucher: '202606-004' };
const carried = ({ effects }: StepResult): Values[] =>
  effects.flatMap((effect) => (effect.type === 'carry' ? [effect.settings] : []));

describe('pay', () => {
  const line =
    '  pay 付款: { pay: price, by: owners-committee, from: public-revenue, to: maker, within: 10 workdays, shows: title }\n';
  const method = methodFrom(line);

  test('C39: entering it says how much in fen, from which fund and to whom; nobody presses anything meanwhile', () => {
    const begun = begin(method, { maker: '恒通管道' });
    expect(carried(begun)).toEqual([
      {
        ...{ amount: due, from: 'public-revenue', to: '恒通管道', payee: null, split: null, of: null },
        shows: { title: '换水管' },
      },
    ]);
    expect(waitsFor(method, begun.next)).toEqual(['body:owners-committee']);
    const offered = openActions(method, begun.next, worker, at(begunAt)).map(({ id }) => id);
    expect(offered.filter((id) => ['next', 'extend', 'suspend', 'transfer', 'return'].includes(id))).toEqual([]);
  });

  test('F23: what is posted is what the matter says to the fen: a fen more or less is refused, the sum itself goes on', () => {
    const { next } = begin(method);
    const paid = (amount: number) =>
      step(method, next, settle('pay', 'paid', { ...posted, amount }), system, at(begunAt));
    for (const amount of [due - 1, due + 1]) expect(paid(amount)).toMatchObject({ code: 'matter.payment-differs' });
    const done = must(paid(due));
    expect(done.next).toMatchObject({ status: 'done', results: { pay: posted } });
    expect(step(method, next, settle('pay', 'paid', posted), worker, at(begunAt))).toMatchObject({
      code: 'matter.system-only',
    });
    expect(() => step(method, next, settle('pay', 'passed', {}), system, at(begunAt))).toThrow('cannot be settled');
  });

  test('a payment turned down is made out anew with its reason in the history, or goes where the method says', () => {
    const refused = settle('pay', 'unpaid', { reason: '发票抬头不对' });
    const again = must(step(method, begin(method).next, refused, system, at(begunAt)));
    expect(again.next).toMatchObject({ step: 'pay', status: 'open' });
    expect([again.history[0]?.reason, carried(again).length]).toEqual(['发票抬头不对', 1]);
    const paid = must(step(method, again.next, settle('pay', 'paid', posted), system, at(begunAt)));
    expect(paid.next.results['pay']).toEqual(posted);
    const back = methodFrom(line.replace(' }\n', ', go: { unpaid: ask } }\n'));
    expect(must(step(back, begin(back).next, refused, system, at(begunAt))).next.step).toBe('ask');
  });

  test('nothing due is nothing to pay: it goes on at once', () => {
    expect(begin(method, { price: 0 }).next).toMatchObject({ status: 'done', results: { pay: { amount: 0 } } });
  });

  test('the first payee that says something is paid: whom a vote has chosen, else who was named', () => {
    const chosen = methodFrom(
      `  decide 表决: { vote: owners-committee, rule: majority-of-members, choose: firms, within: 3 days, go: { failed: ask } }\n${line.replace('to: maker', 'to: [decide.winners, maker]')}`,
    );
    const votes = (winners: string[]): StepResult => {
      const form = { firms: [{ firm: '恒通管道', cost: due }], maker: '物业公司' };
      const open = must(
        step(chosen, begin(chosen, form).next, settle('decide', 'opened', { closesAt: begunAt }), system, at(begunAt)),
      );
      return must(step(chosen, open.next, settle('decide', 'passed', { tally: {}, winners }), system, at(begunAt)));
    };
    expect(carried(votes(['恒通管道']))[0]).toMatchObject({ to: '恒通管道' });
    expect(carried(votes([]))[0]).toMatchObject({ to: '物业公司' });
    const known = methodFrom(line.replace('to: maker', 'to: helper'));
    expect(carried(begin(known, { helper: 'user:sun' }))[0]).toMatchObject({ to: 'user:sun', payee: 'user:sun' });
  });

  test('X18: a share is a base, a rate and a destination: 10% of what is paid, in basis points, or what the area has set', () => {
    expect(['10%', '0.5%', 10, '101%', '-1%', 'ten', true].map(shareOf)).toEqual([
      1000,
      50,
      1000,
      null,
      null,
      null,
      null,
    ]);
    const split = methodFrom(
      line.replace('to: maker', 'to: maker, split: { community-welfare: params.share }'),
      'params:\n  share 反哺比例: { type: percent, default: 10 }\n',
    );
    expect(carried(begin(split))[0]).toMatchObject({ split: { 'community-welfare': 1000 } });
    expect(methodCard(split).rows[1]?.fills).toBe(
      '从公共收益付〔合同价〕给〔谁来做〕，其中10%进社区公益金，一人制单，另一人核准',
    );
  });

  test('back takes back what another step has paid', () => {
    const refund = methodFrom(
      `${line}  refund 退款: { pay: back, of: pay, by: owners-committee, within: 10 workdays }\n`,
    );
    const paid = must(
      step(refund, begin(refund, { maker: '恒通管道' }).next, settle('pay', 'paid', posted), system, at(begunAt)),
    );
    expect(carried(paid)[0]).toMatchObject({ amount: due, of: 'pay', from: 'public-revenue', to: '恒通管道' });
    expect(methodCard(refund).rows[2]?.fills).toBe('把“付款”付的退回来，一人制单，另一人核准');
  });

  test('walked by chance and by the shortest ways it keeps its promises and both ends are reached', () => {
    const back = methodFrom(line.replace(' }\n', ', go: { unpaid: ask } }\n'));
    const ends = new Set<MatterState['status']>();
    for (let seed = 1; seed <= 15; seed++) {
      const done = walk(back, calendar, { seed, from: begunAt });
      expect(done.broken, `seed ${seed}: ${done.moves.join(' | ')}`).toEqual([]);
      ends.add(done.state.status);
    }
    expect(ends).toContain('done');
    const ways = routesThrough(back, calendar, { from: begunAt, cast: () => 'meng' });
    expect(new Set(ways.map((way) => way.step))).toEqual(new Set(['pay', 'closed', 'ask']));
  });
});
