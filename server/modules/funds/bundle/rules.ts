import type { Bundle, ChainLink } from '#shared/reckon';
import type { Refusal } from '#shared/refusal';
import type { Closing, Entry } from '#kernel-contract/ledger';

export type Range = { from: number; to: number };

/** The months asked for, within those that are published; null when none of them is. */
export function rangeOf(
  published: readonly number[],
  opened: number,
  asked: { from?: number | undefined; to?: number | undefined },
): Range | null {
  const from = Math.max(asked.from ?? opened, opened);
  const months = published.filter((month) => month >= from && month <= (asked.to ?? month));
  return months.length === 0 ? null : { from, to: Math.max(...months) };
}

/** A link of the book as everybody may see it: entries of the months shown, their closings and the one before; digests of the rest. */
export function linkShown(
  link: Entry,
  { from, to }: Range,
  closings: ReadonlyMap<number, Closing>,
  opening: { opened: number; unit: string },
): ChainLink {
  const { kind, seq, hash, key, at, month, closes } = link;
  if (kind === 'opening') return { kind, of: { seq, key, at, hash, ...opening } };
  const closing = closes === null ? undefined : closings.get(closes);
  if (closing) {
    const balances = closing.sums
      .map(({ code, balance }) => [code, balance] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return { kind: 'closing', of: { seq, key, at, hash, month: closing.month, balances } };
  }
  if (kind === 'closing' || month < from || month > to)
    return { kind: 'link', of: { seq, content: link.contentHash, hash } };
  const { day, memo, ref, reverses } = link;
  const lines = link.lines.map(({ code, amount }) => [code, amount] as const);
  return { kind: 'entry', of: { seq, key, day, at, memo, ref, reverses, lines, hash } };
}

type Paid = { seq: number; memo: string; code: string; matterId: string | null };

/** Payments put together by the project they were made for, in the order of their codes; the first says what it is called. */
export function projectsOf(
  paid: readonly Paid[],
): { code: string; title: string; matterIds: string[]; payments: number[] }[] {
  const codes = [...new Set(paid.map(({ code }) => code))].sort();
  return codes.map((code) => {
    const own = paid.filter((one) => one.code === code);
    return {
      ...{ code, title: own[0]?.memo ?? code, payments: own.map(({ seq }) => seq) },
      matterIds: [...new Set(own.flatMap(({ matterId }) => matterId ?? []))],
    };
  });
}

/** Each once, by its id. */
export function once<One extends { id: string }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.id, one])).values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}

export type Named = Pick<Bundle, 'notices' | 'ballots' | 'projects'>;

export const nothingPublished: Refusal = {
  code: 'funds.bundle-nothing-published',
  status: 404,
  zh: '这几个月还没有公布账单，公布以后才能自己算一遍。请换已经公布的月份。',
  en: 'No account of these months is published yet; choose months that are.',
};
