/** The public bundle of a fund's accounts, taken apart line by line. The format stands at the top of `reckon.ts`. */
import { canonical } from './canonical.ts';

export type AccountKind = 'asset' | 'income' | 'expense' | 'equity' | 'liability';
export type Pair = readonly [code: string, amount: number];

export type BundleHead = {
  format: 'liren-accounts-1';
  area: string;
  fund: string;
  book: string;
  name: string;
  place: string;
  unit: 'fen' | 'points';
  /** The month the book was opened in, and the first and last of the bundle: 202606. */
  opened: number;
  from: number;
  to: number;
  /** The number of the first link, and the hash of the one before it. */
  first: number;
  before: string;
  accounts: readonly { code: string; name: string; kind: AccountKind; neverNegative: boolean }[];
};

export type BundleEntry = {
  seq: number;
  key: string;
  day: string;
  at: string;
  memo: string;
  ref: string | null;
  reverses: number | null;
  lines: readonly Pair[];
  hash: string;
};
export type BundleClosing = {
  seq: number;
  key: string;
  month: number;
  at: string;
  balances: readonly Pair[];
  hash: string;
};
/** The first link of a book, numbered 0. */
export type BundleOpening = { seq: number; key: string; at: string; opened: number; unit: string; hash: string };
/** An entry of a month that the bundle does not show. */
export type BundleLink = { seq: number; content: string; hash: string };
export type BundleDisclosure = { month: number; hash: string; statement: string };
export type BundleNotice = {
  id: string;
  opening: string;
  openingHash: string;
  closing: string | null;
  closingHash: string | null;
};
export type BundleBallot = { id: string; hash: string; record: string };
export type BundleProject = { code: string; title: string; payments: number[]; ballots: string[]; notices: string[] };

export type ChainLink =
  | { kind: 'opening'; of: BundleOpening }
  | { kind: 'entry'; of: BundleEntry }
  | { kind: 'closing'; of: BundleClosing }
  | { kind: 'link'; of: BundleLink };

export type Bundle = {
  head: BundleHead;
  chain: ChainLink[];
  disclosures: BundleDisclosure[];
  notices: BundleNotice[];
  ballots: BundleBallot[];
  projects: BundleProject[];
};

type Test = (value: unknown) => boolean;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isDay = (value: unknown): boolean =>
  isText(value) && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isMoment = (value: unknown): boolean => isText(value) && /T.*Z$/.test(value) && !Number.isNaN(Date.parse(value));
const isMonth = (value: unknown): boolean => isCount(value) && value % 100 >= 1 && value % 100 <= 12;
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const all =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isPair: Test = (value) =>
  Array.isArray(value) && value.length === 2 && isText(value[0]) && Number.isSafeInteger(value[1]);

const hashed = { seq: isCount, hash: isHash };
const posted = { ...hashed, at: isMoment, key: isText };

/** Per word of a line: where it may stand, and what its object looks like. */
const forms: Record<string, { place: number; keys: Record<string, Test> }> = Object.assign(Object.create(null), {
  entry: {
    place: 0,
    keys: { ...posted, day: isDay, lines: all(isPair), memo: isText, ref: orNull(isText), reverses: orNull(isCount) },
  },
  opening: { place: 0, keys: { ...posted, opened: isMonth, unit: isText } },
  closing: { place: 0, keys: { ...posted, month: isMonth, balances: all(isPair) } },
  link: { place: 0, keys: { ...hashed, content: isHash } },
  disclosure: { place: 1, keys: { month: isMonth, hash: isHash, statement: isText } },
  notice: {
    place: 2,
    keys: { id: isText, opening: isText, openingHash: isHash, closing: orNull(isText), closingHash: orNull(isHash) },
  },
  ballot: { place: 3, keys: { id: isText, hash: isHash, record: isText } },
  project: {
    place: 4,
    keys: { code: isText, title: isText, payments: all(isCount), ballots: all(isText), notices: all(isText) },
  },
});

const fits = (value: unknown, keys: Record<string, Test>): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === Object.keys(keys).length &&
  Object.entries(keys).every(([key, test]) => test((value as Record<string, unknown>)[key]));

const accountKinds = ['asset', 'income', 'expense', 'equity', 'liability'];
const headKeys: Record<string, Test> = {
  ...{ area: isText, book: isText, fund: isText, name: isText, place: isText },
  ...{ from: isMonth, opened: isMonth, to: isMonth, first: isCount, before: isHash },
  format: (value) => value === 'liren-accounts-1',
  unit: (value) => value === 'fen' || value === 'points',
  accounts: all((one) =>
    fits(one, {
      ...{ code: isText, name: isText, kind: (kind) => accountKinds.includes(kind as string) },
      neverNegative: (value) => typeof value === 'boolean',
    }),
  ),
};

function isHead(value: unknown): value is BundleHead {
  if (!fits(value, headKeys)) return false;
  const { opened, from, to } = value as BundleHead;
  return opened <= from && from <= to;
}

/** What a text says; undefined when it is not written as `canonical` writes it. */
export function parseCanonical(written: string): unknown {
  try {
    const value = JSON.parse(written) as Parameters<typeof canonical>[0];
    return canonical(value) === written ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Takes a bundle apart; says of each line that does not fit where it stands. */
export function readBundle(text: string): { bundle: Bundle | null; lines: string[]; faults: string[] } {
  const lines = text.split('\n');
  const faults = lines.pop() === '' ? [] : ['文件最后一行不完整，可能没有下载完。'];
  const head = parseCanonical(lines[0] ?? '');
  if (!isHead(head)) return { bundle: null, lines, faults: [...faults, '第 1 行不是账目的开头。'] };
  const bundle: Bundle = { head, chain: [], disclosures: [], notices: [], ballots: [], projects: [] };
  let stage = 0;
  for (const [index, line] of lines.slice(1, -1).entries()) {
    const value = parseCanonical(line);
    const [kind, of] = (Array.isArray(value) && value.length === 2 ? value : ['', null]) as [string, unknown];
    const form = kind in forms ? forms[kind] : undefined;
    if (!form || form.place < stage || !fits(of, form.keys)) {
      faults.push(`第 ${index + 2} 行不该在这里，或者写得不对。`);
      continue;
    }
    stage = form.place;
    add(bundle, kind, of);
  }
  return { bundle, lines, faults };
}

function add(bundle: Bundle, kind: string, of: unknown): void {
  if (kind === 'disclosure') bundle.disclosures.push(of as BundleDisclosure);
  else if (kind === 'notice') bundle.notices.push(of as BundleNotice);
  else if (kind === 'ballot') bundle.ballots.push(of as BundleBallot);
  else if (kind === 'project') bundle.projects.push(of as BundleProject);
  else bundle.chain.push({ kind, of } as ChainLink);
}
