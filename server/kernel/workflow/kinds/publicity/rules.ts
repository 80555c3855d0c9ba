import type { Refusal } from '#shared/refusal';
import type { Instant, Values } from '../../contract.ts';
import { addTime, parseTime } from '../../limit/rules.ts';
import { awaited, instantIn, settingOf, textIn, unknownOutcome, untilName, valuesShown } from '../carried/rules.ts';
import type { Finding, Kind, Standing, Turn } from '../contract.ts';

/** For how many days something is made public. The checker has seen to it that there is a number. */
export function publicityDays({ method, step }: Pick<Standing, 'method' | 'step'>): number {
  const days = settingOf(method, step.argument);
  if (typeof days === 'number') return days;
  const time = parseTime(days);
  return time?.unit === 'day' ? time.count : 0;
}

/** The first moment at which it can be clear: 24:00 of the last whole day, counted from the day after posting. */
function gateOf(standing: Standing, postedAt: Instant): Instant {
  return addTime(postedAt, { count: publicityDays(standing), unit: 'day' }, standing.world.calendar);
}

const gateClosed = (closesAt: Instant | null): Refusal => ({
  code: 'matter.gate-closed',
  status: 409,
  zh:
    closesAt === null
      ? '公示还没有贴出，不能往下走。请先审批贴出。'
      : `公示到 ${untilName(closesAt)} 才满，不能提前往下走。`,
  en: closesAt === null ? 'Nothing has been posted yet.' : `The publicity runs until ${closesAt}.`,
  details: { closesAt },
});

function settle(standing: Standing, outcome: string, result: Values): Turn | Refusal {
  const { state, step, world } = standing;
  const closesAt = textIn(state.waiting, 'closesAt');
  if (outcome === 'posted') {
    const postedAt = instantIn(step, result, 'postedAt');
    const [gate, said] = [gateOf(standing, postedAt), instantIn(step, result, 'closesAt')];
    const until = said > gate ? said : gate;
    return { then: 'wait', waiting: { ...state.waiting, postedAt, closesAt: until }, dueAt: until, quiet: true };
  }
  if (outcome !== 'clear' && outcome !== 'upheld') unknownOutcome(step, outcome);
  const early = outcome === 'clear' && closesAt !== null && Date.parse(world.now) < Date.parse(closesAt);
  if (closesAt === null || early) return gateClosed(closesAt);
  return { then: 'outcome', outcome, result, inTime: true };
}

function findings(standing: Standing): Finding[] {
  const { state, world } = standing;
  const closesAt = textIn(state.waiting, 'closesAt');
  if (closesAt === null) {
    const posted = { postedAt: world.now, closesAt: gateOf(standing, world.now) };
    return [{ outcome: 'posted', result: posted, notBefore: world.now }];
  }
  return [
    { outcome: 'clear', result: { objections: 0 }, notBefore: closesAt },
    { outcome: 'upheld', result: { objections: 1 }, notBefore: world.now },
  ];
}

/**
 * Something hangs in public for whole days. The gate opens by date: the engine itself refuses `clear` before it.
 * Source: N53 N54 N67, F26.
 */
export const publicity: Kind = {
  ...awaited,
  name: 'publicity',
  carries: (standing) => ({
    days: publicityDays(standing),
    board: standing.step.options['board'] === true,
    shows: valuesShown(
      standing.method,
      standing.state,
      standing.step.shows.flatMap((show) => (show.audience === 'public' ? show.fields : [])),
    ),
  }),
  settle,
  findings,
};
