/** What the entries of a bundle add up to, and whether what was closed and published says the same. */
import { canonical } from './canonical.ts';
import { chainStart, linkText } from './chain.ts';
import { addMonths, monthOfDay } from './months.ts';
import { parseCanonical, type Bundle, type BundleEntry, type ChainLink, type Pair } from './reckon-read.ts';
import { dayOf } from './reckon-days.ts';

export type Digest = (text: string) => string | Promise<string>;

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

const monthsMost = 1200;

export function monthsOf({ head }: Bundle): number[] {
  const months: number[] = [];
  for (let month = head.from; month <= head.to && months.length < monthsMost; month = addMonths(month, 1))
    months.push(month);
  return months;
}

export const entriesOf = ({ chain }: Bundle): BundleEntry[] =>
  chain.flatMap((link) => (link.kind === 'entry' ? [link.of] : []));
const closingsOf = ({ chain }: Bundle) => chain.flatMap((link) => (link.kind === 'closing' ? [link.of] : []));

// -------------------------------------------------------------------------------------------------------------- the chain

/** The text of a link that its hash stands on; of one that is not shown its digest alone is known. */
function contentOf(book: string, link: ChainLink): string | null {
  if (link.kind === 'link') return null;
  if (link.kind === 'opening') {
    const { at, key, opened, unit } = link.of;
    return canonical({ at, book, key, opened, unit });
  }
  if (link.kind === 'closing') {
    const { at, balances, month, key } = link.of;
    return canonical({ at, balances, book, closes: month, key });
  }
  const { at, day, key, lines, memo, ref, reverses } = link.of;
  return canonical({ at, book, day, key, lines, memo, ref, reverses });
}

/** Every entry and every closing stands on the one before it, without a gap. Source: study/trust.md R8. */
export async function faultsOfChain({ head, chain }: Bundle, digest: Digest): Promise<string[]> {
  let { before, first: seq } = head;
  if ((seq === 0) !== (before === chainStart)) return ['账目的第一笔前面写得不对。'];
  for (const link of chain) {
    const text = contentOf(head.book, link);
    const content = link.kind === 'link' ? link.of.content : await digest(text ?? '');
    if (link.of.seq !== seq || link.of.hash !== (await digest(linkText(before, seq, content))))
      return [`第 ${link.of.seq} 笔和前一笔接不上：它被改过，或者它前面少了、多了。`];
    before = link.of.hash;
    seq += 1;
  }
  return [];
}

// ---------------------------------------------------------------------------------------------------------------- entries

export function faultsOfEntries({ head, chain }: Bundle): string[] {
  const known = new Set(head.accounts.map(({ code }) => code));
  const openings = chain.flatMap(({ kind, of }, at) => (kind === 'opening' ? [{ at, of }] : []));
  const opening = openings[0];
  const faults: string[] = [];
  if (openings.length > 1 || (opening !== undefined) !== (head.first === 0)) faults.push('账本的开头缺了或者多了。');
  if (opening && (opening.at !== 0 || opening.of.opened !== head.opened || opening.of.unit !== head.unit))
    faults.push('账本的开头写得不对。');
  if (head.from === head.opened && head.first !== 0) faults.push('账本的开头缺了或者多了。');
  let closed = 0;
  for (const { kind, of } of chain) {
    if (kind === 'closing') closed = of.month;
    if (kind !== 'entry') continue;
    const { seq, lines, day, at } = of;
    const month = monthOfDay(day);
    if (lines.length < 2 || lines.some(([, amount]) => amount === 0) || add(lines.map(([, amount]) => amount)) !== 0)
      faults.push(`第 ${seq} 笔借贷不平。`);
    if (!lines.every(([code]) => known.has(code))) faults.push(`第 ${seq} 笔用了没有的科目。`);
    if (month < head.from || month > head.to) faults.push(`第 ${seq} 笔不在这几个月里。`);
    if (month <= closed) faults.push(`第 ${seq} 笔记到了已经月结的月份。`);
    if (dayOf(at) < day) faults.push(`第 ${seq} 笔的日子在记账之后。`);
  }
  return faults;
}

/** A correction takes back exactly what it names, and nothing is taken back twice. */
export function faultsOfReversals(bundle: Bundle): string[] {
  const entries = entriesOf(bundle);
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const taken = new Set<number>();
  const written = (lines: readonly Pair[], sign: number): string =>
    lines
      .map(([code, amount]) => `${code} ${amount * sign}`)
      .sort()
      .join();
  return entries.flatMap(({ seq, reverses, lines }) => {
    if (reverses === null) return [];
    const faults = reverses >= seq || taken.has(reverses) ? [`第 ${seq} 笔冲销得不对。`] : [];
    taken.add(reverses);
    const earlier = bySeq.get(reverses);
    if (earlier && written(earlier.lines, -1) !== written(lines, 1))
      faults.push(`第 ${seq} 笔冲销的不是第 ${reverses} 笔的数。`);
    return faults;
  });
}

// --------------------------------------------------------------------------------------------------------------- closings

type Balances = Map<string, number>;
type MonthSums = { month: number; before: Balances; after: Balances; entries: BundleEntry[] };

/** What every account stood at before and after each month, from the entries; before the first as the closing before it says. */
export function sumsByMonth(bundle: Bundle): MonthSums[] {
  const earlier = closingsOf(bundle).filter(({ month }) => month < bundle.head.from);
  let balances: Balances = new Map(earlier[earlier.length - 1]?.balances);
  return monthsOf(bundle).map((month) => {
    const entries = entriesOf(bundle)
      .filter(({ day }) => monthOfDay(day) === month)
      .sort((one, other) => (one.day === other.day ? one.seq - other.seq : one.day < other.day ? -1 : 1));
    const before = balances;
    balances = new Map(before);
    for (const [code, amount] of entries.flatMap(({ lines }) => lines))
      balances.set(code, (balances.get(code) ?? 0) + amount);
    return { month, before, after: balances, entries };
  });
}

const written = (balances: Iterable<readonly [string, number]>): string =>
  [...balances]
    .filter(([, amount]) => amount !== 0)
    .map(([code, amount]) => `${code} ${amount}`)
    .sort()
    .join();

/** Months were closed one after another, each with what its entries add up to; nothing below zero that may not be. */
export function faultsOfClosings(bundle: Bundle, sums: readonly MonthSums[]): string[] {
  const { head, chain } = bundle;
  const closings = closingsOf(bundle);
  const wanted = [...(head.from === head.opened ? [] : [addMonths(head.from, -1)]), ...monthsOf(bundle)];
  const isWhole = closings.map(({ month }) => month).join() === wanted.join();
  const faults = isWhole && chain[chain.length - 1]?.kind === 'closing' ? [] : ['月结缺了、多了或者顺序不对。'];
  const never = new Set(head.accounts.filter(({ neverNegative }) => neverNegative).map(({ code }) => code));
  for (const { month, balances } of closings) {
    const own = sums.find((one) => one.month === month);
    if (own && written(own.after) !== written(balances)) faults.push(`${month} 月结的余额和一笔笔加起来的不一样。`);
    if (balances.some(([code, amount]) => amount < 0 && never.has(code)))
      faults.push(`${month} 有一个不能欠的科目欠了。`);
  }
  return faults;
}

// ----------------------------------------------------------------------------------------------------- published accounts

type Shown = { seq: number; project?: string | null } & Record<string, unknown>;
export type ReadStatement = { lines: Shown[] } & Record<string, unknown>;

/** The account of a month as it was published; null when it is none of this fund and month. */
export function readStatement({ head }: Bundle, month: number, text: string): ReadStatement | null {
  const read = parseCanonical(text) as (ReadStatement & { format: string }) | undefined;
  if (read?.format !== 'liren-disclosure-1' || !Array.isArray(read.lines)) return null;
  const isOwn = read.area === head.area && read.fund === head.fund && read.unit === head.unit && read.month === month;
  return isOwn && read.lines.every((line) => typeof line === 'object' && line !== null) ? read : null;
}

const lineKeys = ['seq', 'day', 'memo', 'reverses', 'in', 'out', 'other', 'moved', 'kinds'];

function lineFrom({ seq, day, memo, reverses, lines }: BundleEntry, kindOf: Map<string, string>) {
  const sumOf = (...kinds: string[]): number =>
    add(lines.filter(([code]) => kinds.includes(kindOf.get(code) ?? '')).map(([, amount]) => amount));
  const others = lines.filter(([code]) => kindOf.get(code) !== 'asset');
  return {
    ...{ seq, day, memo, reverses },
    ...{ in: 0 - sumOf('income'), out: sumOf('expense'), other: 0 - sumOf('equity', 'liability') },
    moved: others.length === 0 ? add(lines.map(([, amount]) => Math.max(amount, 0))) : 0,
    kinds: others.map(([code, amount]) => ({ code, amount })),
  };
}

/** What the account of a month must say, from its entries alone. */
export function statementFrom({ head }: Bundle, { before, after, entries }: MonthSums) {
  const kindOf = new Map<string, string>(head.accounts.map(({ code, kind }) => [code, kind]));
  const lines = entries.map((entry) => lineFrom(entry, kindOf));
  const accounts = [...head.accounts]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, name, kind }) => {
      const moved = entries.flatMap((entry) => entry.lines).filter(([held]) => held === code);
      const debit = add(moved.map(([, amount]) => Math.max(amount, 0)));
      const credit = add(moved.map(([, amount]) => Math.max(-amount, 0)));
      return { code, name, kind, opening: before.get(code) ?? 0, debit, credit, closing: after.get(code) ?? 0 };
    })
    .filter(({ opening, debit, credit }) => opening !== 0 || debit !== 0 || credit !== 0);
  const held = (balances: Balances): number =>
    add([...balances].filter(([code]) => kindOf.get(code) === 'asset').map(([, amount]) => amount));
  return {
    ...{ opening: held(before), closing: held(after), accounts, lines },
    in: add(lines.map((line) => line.in)),
    out: add(lines.map((line) => line.out)),
    other: add(lines.map((line) => line.other)),
  };
}

/** Every published account says what the entries of its month add up to. Source: study/trust.md R9. */
export async function faultsOfDisclosures(
  bundle: Bundle,
  sums: readonly MonthSums[],
  digest: Digest,
): Promise<string[]> {
  const faults: string[] = [];
  if (bundle.disclosures.map(({ month }) => month).join() !== monthsOf(bundle).join())
    faults.push('公开账单缺了、多了或者顺序不对。');
  for (const { month, hash, statement } of bundle.disclosures) {
    if ((await digest(statement)) !== hash) faults.push(`${month} 的账单和它的校验码对不上。`);
    const own = sums.find((one) => one.month === month);
    const read = readStatement(bundle, month, statement);
    if (!own || !read) {
      faults.push(`${month} 的账单写得不对。`);
      continue;
    }
    const computed = statementFrom(bundle, own);
    const shown = Object.fromEntries(Object.keys(computed).map((key) => [key, read[key]]));
    const lines = read.lines.map((line) => Object.fromEntries(lineKeys.map((key) => [key, line[key]])));
    if (canonical({ ...shown, lines } as Json) !== canonical(computed))
      faults.push(`${month} 的账单和一笔笔加起来的不一样。`);
  }
  return faults;
}

type Json = Parameters<typeof canonical>[0];
