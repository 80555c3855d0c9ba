import type { Tally } from '#shared/recount';
import type { Choice } from '#kernel-contract/ballots';
import type { Values } from '#kernel-contract/workflow';

/** A ballot as a method's vote step asks for it. */
export type Plan = {
  title: string;
  question: string;
  electorate: string[];
  rule: string | null;
  secret: boolean;
  pick: number;
  choices: string[];
  closesAt: string | null;
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Words that stand twice are told apart by counting. */
function apart(labels: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map((label) => {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label}（${times}）`;
  });
}

const titleMost = 80;

/** What the settings of a vote step say, with what they leave open. A closing time in the past is none. */
export function planOf(settings: Values, now: Date): Plan {
  const choices = apart(textsOf(settings['choices']));
  const closesAt = textOf(settings['closesAt']);
  const pick = typeof settings['pick'] === 'number' ? settings['pick'] : 1;
  return {
    title: (textOf(settings['title']) ?? '表决').slice(0, titleMost),
    question: '',
    electorate: textsOf(settings['electorate']),
    rule: textOf(settings['rule']),
    secret: settings['secret'] === true,
    pick: Math.max(1, Math.min(pick, choices.length || 1)),
    choices,
    closesAt: closesAt !== null && Date.parse(closesAt) > now.getTime() ? closesAt : null,
  };
}

/** What a matter reads of its ballot: how many for each choice in the words of the paper, who won, and which ballot it was. */
export function resultFor(ballot: { id: string; choices: readonly Choice[] }, tally: Tally): Values {
  const labelOf = (id: string): string => ballot.choices.find((choice) => choice.id === id)?.label ?? id;
  return {
    tally: Object.fromEntries(tally.choices.map(({ id, number }) => [labelOf(id), number])),
    winners: tally.winners.filter((id) => id !== 'yes').map(labelOf),
    ballot: ballot.id,
  };
}
