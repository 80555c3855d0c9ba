import type { NewBallot } from '#contract/ballots';
import { addDays, shanghaiInstant } from '#shared/time';
import type { BallotWords } from './ballots-api.ts';

/** A ballot as it is being written at the desk. */
export type BallotForm = {
  title: string;
  question: string;
  kind: 'yes-no' | 'choose';
  /** One choice a line. */
  choices: string;
  electorate: string;
  estateId: string | null;
  rule: string;
  secret: boolean;
  changeable: boolean;
  paperRule: 'paper' | 'first' | 'last';
  pick: number;
  proxiesMost: number;
  /** The last day, until 24:00. */
  lastDay: string;
};

export function blankForm(words: BallotWords, lastDay: string): BallotForm {
  const [electorate] = words.electorates;
  return {
    title: '',
    question: '',
    kind: 'yes-no',
    choices: '',
    electorate: electorate?.id ?? '',
    estateId: words.estates[0]?.id ?? null,
    rule: electorate?.atLeast ?? words.rules[0]?.id ?? '',
    secret: false,
    changeable: true,
    paperRule: 'paper',
    pick: 1,
    proxiesMost: 1,
    lastDay,
  };
}

export function choicesOf({ kind, choices }: Pick<BallotForm, 'kind' | 'choices'>): string[] {
  if (kind === 'yes-no') return [];
  return choices
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What is still missing, as the next thing to do; null when it may be kept. */
export function whyNotReady(form: BallotForm, words: BallotWords): string | null {
  if (form.title.trim().length < 2) return '先写标题。';
  const choices = choicesOf(form);
  if (form.kind === 'choose' && choices.length < 2) return '至少写两个候选，一行一个。';
  if (new Set(choices).size < choices.length) return '有两个候选写得一样。';
  if (form.kind === 'choose' && form.pick > choices.length) return '最多选几个，不能比候选还多。';
  const rule = words.rules.find(({ id }) => id === form.rule);
  if (!rule) return '选一条规则。';
  if (form.secret && rule.byArea) return '按面积算的表决不能无记名：算面积要知道是哪一户投的。';
  return null;
}

export function bodyOf(form: BallotForm): NewBallot {
  const { title, question, electorate, estateId, rule, secret, changeable, paperRule, proxiesMost } = form;
  return {
    title: title.trim(),
    question: question.trim(),
    choices: choicesOf(form),
    electorate,
    estateId,
    rule,
    secret,
    // A vote nobody can find again cannot be changed.
    changeable: changeable && !secret,
    paperRule,
    pick: form.kind === 'yes-no' ? 1 : form.pick,
    proxiesMost,
    closesAt: shanghaiInstant(addDays(form.lastDay, 1)).toISOString(),
  };
}
