import type { Refusal } from '#shared/refusal';
import type { Instant, Values } from '../../contract.ts';
import {
  awaited,
  electorateOf,
  instantIn,
  settingOf,
  textIn,
  unknownOutcome,
  untilName,
  valuesShown,
} from '../carried/rules.ts';
import type { Finding, Kind, Standing, Turn } from '../contract.ts';
import { rowName, rowsOf } from '../rows/rules.ts';

function stillOpen(closesAt: Instant): Refusal {
  return {
    code: 'matter.vote-open',
    status: 409,
    zh: `投票到 ${untilName(closesAt)} 才截止，现在不能宣布结果。`,
    en: `The vote is open until ${closesAt}; its result cannot be declared before.`,
    details: { closesAt },
  };
}

function choicesOf({ method, state, step }: Standing): string[] {
  const from = settingOf(method, step.options['choose']);
  if (typeof from !== 'string') return [];
  return rowsOf(method, state, from).map((row) => rowName(method, from, row));
}

function pickOf({ method, state, step }: Standing): number {
  const written = step.options['pick'];
  const field = typeof written === 'string' && method.fields[written] ? state.fields[written] : undefined;
  const pick = field ?? settingOf(method, written);
  return typeof pick === 'number' && pick >= 1 ? Math.floor(pick) : 1;
}

function settle({ state, step, world }: Standing, outcome: string, result: Values): Turn | Refusal {
  const closesAt = textIn(state.waiting, 'closesAt');
  if (outcome === 'opened') {
    const until = instantIn(step, result, 'closesAt');
    return { then: 'wait', waiting: { ...state.waiting, closesAt: until }, dueAt: until, quiet: true };
  }
  if (outcome !== 'passed' && outcome !== 'failed') unknownOutcome(step, outcome);
  if (closesAt === null && outcome === 'passed') throw new Error(`step ${step.id}: passed before it was opened`);
  if (closesAt !== null && Date.parse(world.now) < Date.parse(closesAt)) return stillOpen(closesAt);
  return { then: 'outcome', outcome, result, inTime: true };
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

function findings(standing: Standing): Finding[] {
  const { state, world } = standing;
  const closesAt = textIn(state.waiting, 'closesAt');
  if (closesAt === null) {
    const until = new Date(Date.parse(world.now) + weekMs).toISOString();
    return [{ outcome: 'opened', result: { closesAt: until }, notBefore: world.now }];
  }
  const tally = { yes: 3, no: 1 };
  return [
    {
      outcome: 'passed',
      result: { tally, winners: choicesOf(standing).slice(0, pickOf(standing)) },
      notBefore: closesAt,
    },
    { outcome: 'failed', result: { tally, winners: [] }, notBefore: closesAt },
  ];
}

/**
 * A vote: the electorate is fixed when the ballot opens, yes or no or among the rows of `choose`; its result counts from the
 * closing on. Source: C30, C91, F26 F41.
 */
export const vote: Kind = {
  ...awaited,
  name: 'vote',
  carries: (standing) => ({
    electorate: electorateOf(standing.method, standing.state, standing.step.argument),
    rule: String(settingOf(standing.method, standing.step.options['rule']) ?? ''),
    secret: settingOf(standing.method, standing.step.options['secret']) === true,
    pick: pickOf(standing),
    choices: choicesOf(standing),
    closesAt: standing.state.dueAt,
    fields: valuesShown(standing.method, standing.state, standing.state.shown),
  }),
  settle,
  findings,
};
