import type { Refusal } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Json, Method, Step, Values } from '../../contract.ts';
import { awaited, settingOf, textIn, unknownOutcome, valuesShown } from '../carried/rules.ts';
import type { Finding, Kind, Standing, Turn } from '../contract.ts';

/** The argument of a step that takes back what another has paid. */
export const payBack = 'back';

/** One percent in basis points, the unit that shares are kept in. */
const basisPoints = 100;

/** A share as written (`10%`, `0.5%`, a percentage set by the area) in basis points; null when it is none. */
export function shareOf(value: Json): number | null {
  const written = typeof value === 'string' && /^\d+(\.\d+)?%$/.test(value) ? value.slice(0, -1) : value;
  const percent = typeof written === 'number' || written !== value ? Number(written) : Number.NaN;
  const points = Math.round(percent * basisPoints);
  return points >= 0 && points <= 100 * basisPoints ? points : null;
}

const isMap = (value: Json | undefined): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of it goes on to other funds: fund → basis points. */
function splitOf(method: Method, step: Step): Values | null {
  const written = step.options['split'];
  if (!isMap(written)) return null;
  return Object.fromEntries(Object.entries(written).map(([fund, share]) => [fund, shareOf(settingOf(method, share))]));
}

function fieldOr(standing: Pick<Standing, 'method' | 'state'>, written: Json | undefined): Json {
  const { method, state } = standing;
  if (typeof written === 'string' && method.fields[written]) return state.fields[written] ?? null;
  return settingOf(method, written);
}

/** How much is due, in fen: of a repayment what the other step has paid. Nothing due is 0. */
function amountOf({ method, state, step }: Pick<Standing, 'method' | 'state' | 'step'>): number {
  const due =
    step.argument === payBack
      ? state.results[String(step.options['of'])]?.['amount']
      : fieldOr({ method, state }, step.argument);
  return typeof due === 'number' ? Math.round(due) : 0;
}

export const listed = (value: Json | undefined): string[] =>
  value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String);

/** What one of `to` says: a field, what a vote has chosen, a role, a body, a fund, a parameter. */
function payeeIn({ method, state }: Standing, name: string): string {
  const named = method.names.roles[name] ?? method.names.bodies[name] ?? method.names.funds[name];
  if (named) return named.label.zh;
  const [owner = '', part] = name.split('.');
  const said =
    part !== undefined && owner !== 'params' ? state.results[owner]?.[part] : fieldOr({ method, state }, name);
  return listed(said).join('、');
}

/** Whom it goes to: the first of `to` that says something; of a repayment, who was paid. `payee` is somebody with an account. */
function payeeOf(standing: Standing): { to: string; payee: string | null } {
  const said = listed(standing.step.options['to']).map((name) => ({ name, to: payeeIn(standing, name) }));
  const { name = '', to = '' } = said.find((one) => one.to !== '') ?? {};
  return { to, payee: standing.method.fields[name]?.type === 'who' ? to : null };
}

function carries(standing: Standing): Values {
  const { method, state, step } = standing;
  const of = textIn(step.options, 'of');
  const paying = method.steps.find(({ id }) => id === of) ?? step;
  return {
    amount: amountOf(standing),
    from: String(settingOf(method, paying.options['from']) ?? ''),
    ...payeeOf({ ...standing, step: paying }),
    split: splitOf(method, paying),
    of,
    shows: valuesShown(method, state, state.shown),
  };
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

function otherAmount(due: number, paid: number): Refusal {
  return {
    code: 'matter.payment-differs',
    status: 409,
    zh: `这一步定下要付 ${yuan(due)} 元，凭证写的是 ${yuan(paid)} 元，不能这样入账。请把凭证改成定下的数，或者退回事项重新定。`,
    en: `This step is about ${yuan(due)} yuan and the voucher says ${yuan(paid)}.`,
    details: { due, paid },
  };
}

function settle(standing: Standing, outcome: string, result: Values): Turn | Refusal {
  const { state, step } = standing;
  if (outcome === 'paid') {
    const due = amountOf(standing);
    const paid = result['amount'];
    if (typeof paid !== 'number') throw new Error(`step ${step.id}: the result lacks “amount”`);
    return paid === due ? { then: 'outcome', outcome, result } : otherAmount(due, paid);
  }
  if (outcome !== 'unpaid') return unknownOutcome(step, outcome);
  if (step.outcomes['unpaid']) return { then: 'outcome', outcome, result };
  return { then: 'wait', waiting: state.waiting, result, carry: carries(standing), quiet: true };
}

function findings(standing: Standing): Finding[] {
  const notBefore = standing.world.now;
  const day = shanghaiDate(new Date(notBefore));
  const paid = { amount: amountOf(standing), entry: 1, day, voucher: '202601-001' };
  return [
    { outcome: 'paid', result: paid, notBefore },
    { outcome: 'unpaid', result: { reason: '发票与合同不符' }, notBefore },
  ];
}

/**
 * Money is paid from a fund, or what another step has paid is taken back: the ledger posts it, by two people, in exactly the amount the
 * matter says. Without a way for `unpaid` a payment turned down is made out anew. Source: C39, F21, F23.
 */
export const pay: Kind = {
  ...awaited,
  name: 'pay',
  enter: (standing) =>
    amountOf(standing) > 0
      ? { then: 'wait', waiting: {}, result: {} }
      : { then: 'outcome', outcome: 'paid', result: { amount: 0 }, inTime: true },
  carries,
  settle,
  findings,
};
