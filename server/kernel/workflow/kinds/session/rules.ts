import type { Refusal } from '#shared/refusal';
import type { Values } from '../../contract.ts';
import { resolveActors } from '../../actors/rules.ts';
import { electorateOf, settingOf, unknownOutcome } from '../carried/rules.ts';
import type { Kind, Standing, Turn } from '../contract.ts';
import { task } from '../task/rules.ts';

/** How many must have come for a meeting to go on; null when the method does not say. */
function quorumOf({ method, step }: Standing): number | null {
  const quorum = settingOf(method, step.options['quorum']);
  return typeof quorum === 'number' ? quorum : null;
}

const attendedIn = (values: Values | undefined): number => Number(values?.['attended'] ?? 0);

function tooFew(attended: number, quorum: number): Refusal {
  return {
    code: 'matter.too-few-came',
    status: 409,
    zh: `要到会 ${quorum} 人才能往下办，现在签到 ${attended} 人。请先补签到，或者改期再开。`,
    en: `${quorum} people must attend before this goes on; ${attended} have signed in.`,
    details: { attended, quorum },
  };
}

function settle({ state, step }: Standing, outcome: string, result: Values): Turn {
  if (outcome !== 'attended') unknownOutcome(step, outcome);
  return { then: 'wait', waiting: state.waiting, result: { ...result, attended: attendedIn(result) }, quiet: true };
}

/** A meeting: `by` convenes it, people sign in, and what came out of it is filled in. Source: F18, F41. */
export const session: Kind = {
  ...task,
  name: 'session',
  whyNot: (standing, action) => {
    const quorum = quorumOf(standing);
    const attended = attendedIn(standing.state.results[standing.step.id]);
    return quorum !== null && action.leads && attended < quorum ? tooFew(attended, quorum) : null;
  },
  carries: ({ method, state, step }) => ({
    who: electorateOf(method, state, step.argument),
    by: resolveActors(method, state, step.by),
  }),
  settle,
  findings: ({ world }) => [{ outcome: 'attended', result: { attended: 100 }, notBefore: world.now }],
};
