import { formatFen } from '#shared/money';
import { placedName } from '#shared/placed-name';
import { monthName, monthsBetween } from '#shared/months';
import { dayName, shanghaiInstant } from '#shared/time';
import { dueOf, missingMonths } from '../../late/rules.ts';
import type { AccountLine, AccountPage, FundCard, MonthState, PublishedMonth } from '../contract.ts';

/** 7月10日. */
export function dayInWords(day: string, now: Date): string {
  return dayName(shanghaiInstant(day, 12), now);
}

/** Every month of a fund from its opening to the one that runs, the newest first, each with where it stands. Source: N55. */
export function monthsOf(
  asked: { openedMonth: number; published: readonly number[]; current: number; dueDay: number },
  now: Date,
): MonthState[] {
  const missing = new Map(missingMonths(asked, asked.dueDay, now).map((one) => [one.month, one.lateDays]));
  return monthsBetween(asked.openedMonth, asked.current)
    .map((month): MonthState => {
      const due = dueOf(month, asked.dueDay);
      const shared = { month, name: monthName(month), due, lateDays: missing.get(month) ?? 0 };
      if (shared.lateDays > 0) return { ...shared, state: 'late', stateName: `晚了 ${shared.lateDays} 天，还没有公布` };
      if (missing.has(month)) return { ...shared, state: 'coming', stateName: `${dayInWords(due, now)}前公布` };
      return month < asked.current
        ? { ...shared, state: 'published', stateName: '已公布' }
        : { ...shared, state: 'running', stateName: '正在记账' };
    })
    .toReversed();
}

/** The months that are over and not published: late ones and the one to come. */
export function missingOf(months: readonly MonthState[]): MonthState[] {
  return months.filter(({ state }) => state === 'late' || state === 'coming');
}

export const linesAtOnce = 40;

/** Which page of lines is shown, within those there are. */
export function pageOf(count: number, asked: number): { page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / linesAtOnce));
  return { page: Math.min(asked, pages), pages };
}

export const wayNames: Record<string, string> = { bank: '银行', cash: '现金', receipt: '已付（凭据号）' };

/** What a line is, in a word or two: its kinds, else a transfer or the balance a book began with. */
export function kindNameOf(
  line: { kinds: readonly { code: string }[]; moved: number },
  nameOf: (code: string) => string,
): string {
  if (line.moved > 0) return '转存';
  return [...new Set(line.kinds.map(({ code }) => nameOf(code)))].join('、');
}

/** The text for the group: what came in, went out, what is left, and where every line can be looked at. Source: DESIGN 10. */
export function groupText(
  fund: Pick<FundCard, 'name' | 'place' | 'balance' | 'missing'>,
  shown: Pick<PublishedMonth, 'name' | 'in' | 'out' | 'closing'> | null,
  { areaName, url }: { areaName: string; url: string },
): string {
  const late = fund.missing.filter(({ state }) => state === 'late');
  return [
    `【${areaName}】${placedName(fund.place, fund.name)}${shown ? ` · ${shown.name}` : ''}`,
    shown
      ? `收入 ${formatFen(shown.in)} 元，支出 ${formatFen(shown.out)} 元，月底结余 ${formatFen(shown.closing)} 元`
      : `现在账上有 ${formatFen(fund.balance)} 元`,
    ...late.slice(0, 1).map(({ name, stateName }) => `${name}的账${stateName}`),
    '每一笔的凭证都能点开看，有疑问点“我要问这一笔”：',
    url,
  ].join('\n');
}

/** The year a fund's page shows: its published months added up; null when none is published. */
export function yearOf(
  year: number,
  months: readonly (NonNullable<AccountPage['year']>['months'][number] & {
    kinds: NonNullable<AccountPage['year']>['kinds'];
  })[],
  addKinds: (kinds: NonNullable<AccountPage['year']>['kinds'][]) => NonNullable<AccountPage['year']>['kinds'],
): AccountPage['year'] {
  const [first] = months;
  const last = months.at(-1);
  if (!first || !last) return null;
  const sum = (of: (month: (typeof months)[number]) => number): number =>
    months.reduce((total, month) => total + of(month), 0);
  return {
    ...{ year, name: `${year}年`, opening: first.opening, closing: last.closing },
    ...{ in: sum((month) => month.in), out: sum((month) => month.out), other: sum((month) => month.other) },
    kinds: addKinds(months.map(({ kinds }) => kinds)),
    months: months.map(({ month, name, opening, in: came, out, other, closing }) => ({
      ...{ month, name, opening, in: came, out, other, closing },
    })),
  };
}

type Correction = {
  reversalSeq: number | null;
  entrySeq: number | null;
  month: number;
  correctedSeq: number;
  correctedMonth: number;
};

const entryOf = (seq: number, month: number): AccountLine['corrects'] => ({ seq, month, name: monthName(month) });

/** What an entry corrects, and what corrects it: said at both, whatever months they are in. Source: F22. */
export function correctionsOf(
  seq: number,
  corrections: readonly Correction[],
): Pick<AccountLine, 'corrects' | 'correctedBy'> {
  const made = corrections.find(({ reversalSeq, entrySeq }) => reversalSeq === seq || entrySeq === seq);
  const by = corrections.find(({ correctedSeq }) => correctedSeq === seq);
  return {
    corrects: made ? entryOf(made.correctedSeq, made.correctedMonth) : null,
    correctedBy: by ? entryOf(by.reversalSeq ?? by.entrySeq ?? 0, by.month) : null,
  };
}
