import type { Json } from '#kernel-contract/workflow';
import type {
  Finding,
  Item,
  Measured,
  MeasureSpec,
  NumberTest,
  Standard,
  State,
  Verdict,
  WordTest,
} from './contract.ts';
import { amountName } from './threshold/rules.ts';

export const stateNames: Record<State, string> = {
  met: '达到',
  unmet: '没达到',
  toJudge: '待评',
  unmeasured: '还没有记录',
  optional: '鼓励项，还没有',
};

/** The arguments of a measure with the parameters of the area in them. */
export function argumentsOf(item: Item, params: Standard['params']): { [argument: string]: Json } {
  return Object.fromEntries(
    Object.entries(item.measure?.with ?? {}).map(([argument, value]) => {
      const param = typeof value === 'string' && value.startsWith('params.') ? params[value.slice(7)] : undefined;
      return [argument, param ? param.value : value];
    }),
  );
}

type Answer = Pick<Finding, 'value' | 'gap' | 'missing'> & { isMet: boolean | null };

const listed = (words: readonly string[]): string => words.join('、');

/** What an item asks for, in words: 不少于 300 平方米; 要有 图书阅览室、文体娱乐室，和 文化服务、民生服务中的一样. */
export function thresholdName(test: NumberTest | WordTest, counted?: string): string {
  if (test.kind === 'number') {
    const amount = amountName(test.value, test.unit, counted);
    const isAll = test.unit === 'percent' && test.value === 100;
    const asked = isAll
      ? '全部'
      : test.bound === 'atLeast'
        ? `不少于 ${amount}`
        : test.value === 0
          ? '不能有'
          : `不多于 ${amount}`;
    return test.each.length > 0 ? `${listed(test.each)} 各${asked}` : asked;
  }
  const any = test.any.length > 1 ? `${test.any.join('、')}中的一样` : listed(test.any);
  return `要有 ${[listed(test.all), any].filter((words) => words !== '').join('，和 ')}`;
}

const isWithin = (value: number, test: NumberTest): boolean =>
  test.bound === 'atLeast' ? value >= test.value : value <= test.value;

function compareNumber(value: number, test: NumberTest, counted?: string): Answer {
  const difference = amountName(Math.abs(test.value - value), test.unit, counted);
  const isMet = isWithin(value, test);
  const gap = isMet ? null : test.bound === 'atLeast' ? `还差 ${difference}` : `多了 ${difference}`;
  return { isMet, value: amountName(value, test.unit, counted), gap, missing: [] };
}

type Share = { part: number; whole: number };

/** A share to one place, cut off and never rounded up: 899 of 1000 is 89.9%, and never 90%. */
function shareName({ part, whole }: Share, counted?: string): string {
  if (part === whole) return `全部 ${amountName(whole, 'count', counted)}`;
  return `${Math.floor((part * 1000) / whole) / 10}%（${part}／${whole}）`;
}

/** A share against a percentage, exactly. More than the whole is a mistake in the records and decides nothing. Source: X4. */
function compareShare(share: Share, test: NumberTest, counted?: string): Answer {
  const { part, whole } = share;
  if (whole <= 0) return { isMet: null, value: null, gap: '还没有登记可以数的记录', missing: [] };
  if (part > whole) return { isMet: null, value: `${part}／${whole}`, gap: '比总数还多，请先核对记录', missing: [] };
  const isMet = test.bound === 'atLeast' ? part * 100 >= test.value * whole : part * 100 <= test.value * whole;
  const lacking = Math.ceil((test.value * whole) / 100) - part;
  return {
    isMet,
    value: shareName(share, counted),
    gap: isMet ? null : `还差 ${amountName(lacking, 'count', counted)}`,
    missing: [],
  };
}

function compareEach(shares: Readonly<Record<string, Share>>, test: NumberTest, counted?: string): Answer {
  const answers = test.each.map((word) => ({
    word,
    ...compareShare(shares[word] ?? { part: 0, whole: 0 }, test, counted),
  }));
  const missing = answers.filter(({ isMet }) => isMet !== true).map(({ word }) => word);
  const value = answers.map(({ word, value: own }) => `${word} ${own ?? '—'}`).join('；');
  const gap = answers.flatMap(({ word, gap: own }) => (own ? [`${word}${own}`] : [])).join('；') || null;
  const isMet = answers.some((one) => one.isMet === null) ? null : missing.length === 0;
  return { isMet, value, gap, missing };
}

function compareWords(words: readonly string[], test: WordTest): Answer {
  const all = test.all.filter((word) => !words.includes(word));
  const isAny = test.any.length === 0 || test.any.some((word) => words.includes(word));
  const missing = [...all, ...(isAny ? [] : [`${test.any.join('或')}`])];
  const asked = [...test.all, ...test.any].filter((word) => words.includes(word));
  return {
    isMet: missing.length === 0,
    value: asked.length > 0 ? listed(asked) : '还没有',
    gap: missing.length > 0 ? `还缺 ${listed(missing)}` : null,
    missing,
  };
}

function compare(item: Item, measured: Measured, counted?: string): Answer | null {
  const { test } = item;
  if (test?.kind === 'words') return measured.kind === 'words' ? compareWords(measured.words, test) : null;
  if (test?.kind !== 'number') return null;
  if (measured.kind === 'number') return compareNumber(measured.value, test, counted);
  if (measured.kind === 'share') return compareShare(measured, test, counted);
  return measured.kind === 'each' ? compareEach(measured.shares, test, counted) : null;
}

const yes = '是';
const no = '否';
/** The verdicts a person may give on an item: yes or no, or the grades of the standard. */
export function verdictsOf(item: Item, { grades }: Pick<Standard, 'grades'>): string[] {
  return item.judge === 'grade' ? grades : [yes, no];
}

function decided(item: Item, verdict: Verdict, { grades, enough }: Pick<Standard, 'grades' | 'enough'>): boolean {
  if (item.judge !== 'grade') return verdict === yes;
  return enough !== null && grades.includes(verdict) && grades.indexOf(verdict) <= grades.indexOf(enough);
}

const stated = (item: Item, isMet: boolean): State => (isMet ? 'met' : item.encouraged ? 'optional' : 'unmet');

export type Judged = {
  standard: Pick<Standard, 'grades' | 'enough'>;
  spec?: MeasureSpec | undefined;
  measured: Measured;
  /** What a person decided last; counts only where nothing is measured. */
  verdict: Verdict | null;
};

/**
 * How an item stands: its value, what is asked, what is missing in words, and its one state. What is measured is never
 * overruled by hand; what is not recorded, or is judged by its nature, waits for a person. No score. Source: METHODS 2.4, F07.
 */
export function judge(item: Item, { standard, spec, measured, verdict }: Judged): Finding {
  const threshold = item.test
    ? thresholdName(item.test, spec?.counted)
    : item.judge === 'grade' && standard.enough
      ? `评为“${standard.enough}”以上`
      : '评为“是”';
  const answer = compare(item, measured, spec?.counted);
  if (answer && answer.isMet !== null) {
    const { isMet, ...rest } = answer;
    return { state: stated(item, isMet), threshold, byHand: false, ...rest };
  }
  const rest = { threshold, gap: null, missing: [], byHand: true };
  if (verdict !== null) return { ...rest, state: stated(item, decided(item, verdict, standard)), value: verdict };
  if (item.judge !== null) return { ...rest, state: 'toJudge', value: null };
  return { ...rest, state: 'unmeasured', value: answer?.value ?? null, gap: answer?.gap ?? notRecorded };
}

export const notRecorded = '这一项系统还没有记录，先由人填';

/** How many items stand how. There is no total score, and none is made up. Source: F07. */
export function countStates(findings: readonly { state: State }[]): Record<State, number> {
  const counts: Record<State, number> = { met: 0, unmet: 0, toJudge: 0, unmeasured: 0, optional: 0 };
  for (const { state } of findings) counts[state] += 1;
  return counts;
}
