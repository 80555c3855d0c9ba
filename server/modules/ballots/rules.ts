import { limitName } from '#shared/time';
import type { Tally } from '#shared/recount';
import type { BallotRules, BallotState, Choice } from '#kernel-contract/ballots';
import type { BallotQuery, BallotResult } from './contract.ts';
import { ballotStateNames } from './contract.ts';

/** A ballot as lists need it: what stands in its row, and how many took part. */
export type Seen = {
  areaId: string;
  id: string;
  matterId: string | null;
  estateId: string | null;
  title: string;
  question: string;
  electorate: string;
  ruleName: string;
  secret: boolean;
  state: BallotState;
  opensAt: string | null;
  openedAt: string | null;
  closesAt: string | null;
  closedAt: string | null;
  outcome: 'passed' | 'failed' | null;
};

/** What electorates and bodies are called. */
export type ElectorateWords = { rules: BallotRules; bodies: Record<string, string> };

/** 全体业主 · 业主委员会、监督小组. */
export function electorateName(electorate: string, { rules, bodies }: ElectorateWords): string {
  const nameOf = (key: string): string => {
    const word = key.replace(/^(body|role):/, '');
    return rules.electorates.get(word) ?? bodies[word] ?? '指定的人';
  };
  return [...new Set(electorate.split(',').map(nameOf))].join('、');
}

/** Which states a list shows: drafts only to who prepares them. */
export function statesOf(state: BallotQuery['state'], isStaff: boolean): BallotState[] {
  if (state === 'mine') return ['open'];
  if (state) return state === 'draft' && !isStaff ? [] : [state];
  return isStaff ? ['draft', 'open', 'closed'] : ['open', 'closed'];
}

export function outcomeName(outcome: Seen['outcome']): string {
  return outcome === null ? '' : outcome === 'passed' ? '通过' : '未通过';
}

export function wordsOf(ballot: Seen, now: Date) {
  return {
    stateName: ballotStateNames[ballot.state],
    secretName: ballot.secret ? '无记名' : '记名',
    closesName: ballot.closesAt ? limitName(ballot.closesAt, now) : '',
    outcomeName: outcomeName(ballot.outcome),
  };
}

/** The result of a closed ballot in the words of its page. */
export function resultOf(
  tally: Tally,
  choices: readonly Choice[],
  say: { result: string; check(check: Tally['checks'][number]): string },
): BallotResult {
  const { outcome, entitled, tookPart, excluded, checks, winners, tied } = tally;
  const labels = new Map(choices.map(({ id, label }) => [id, label]));
  return {
    ...{ outcome, entitled, tookPart, excluded, tied: [...tied] },
    sentence: say.result,
    choices: tally.choices.map(({ id, number, area }) => ({
      ...{ id, number, area, label: labels.get(id) ?? id },
      won: winners.includes(id),
    })),
    checks: checks.map((check) => ({
      ...check,
      needs: { share: [...check.needs.share] as [number, number], test: check.needs.test },
      sentence: say.check(check),
    })),
  };
}
