/**
 * The public bundle of a fund's accounts, and how it is added up: the same code on the server and in the browser of whoever adds
 * it up again. A Python program that shares no code with this does the same: docs/verify.
 *
 * The bundle is a text file in UTF-8. Every line is canonical JSON (sorted keys, no blanks, nothing escaped that need not be) and
 * ends with `\n`. It covers months that are closed and published; amounts are whole fen, debit positive. The lines stand in this
 * order, those of one word by their number, month or id:
 *
 * 1. the head, an object (`BundleHead`)
 * 2. the links of the book's chain from number `first` to the closing of the last month: `["entry",{…}]` for entries of the months
 *    shown, `["closing",{…}]` for the closings of these months and of the month before, `["opening",{…}]` for the opening of the
 *    book, numbered 0, and `["link",{…}]` for all others, of which the digest alone is shown. The hash of a link is the SHA-256 of the hash before, a line break, `seq`, a line break and the
 *    SHA-256 of its content. The content of an entry is the canonical JSON of `{at,book,day,key,lines,memo,ref,reverses}`, that
 *    of a closing of `{at,balances,book,closes,key}`, that of the opening of `{at,book,key,opened,unit}`
 * 3. `["disclosure",{…}]` for each month: the account as it was published, word for word, with its hash
 * 4. `["notice",{…}]` and `["ballot",{…}]`: notices and ballot records of the projects paid in these months, with their hashes
 * 5. `["project",{…}]`: which of them belong together with which payments
 * 6. `["end",lines,"sum"]`: how many lines stand above, and their SHA-256
 *
 * Source: study/trust.md R8, R9; N54.
 */
import { canonical } from './canonical.ts';
import {
  entriesOf,
  faultsOfChain,
  faultsOfClosings,
  faultsOfDisclosures,
  faultsOfEntries,
  faultsOfReversals,
  statementFrom,
  sumsByMonth,
  type Digest,
} from './reckon-books.ts';
import { faultsOfProjects } from './reckon-projects.ts';
import { readBundle, type Bundle } from './reckon-read.ts';

export type { Digest } from './reckon-books.ts';
export type {
  Bundle,
  BundleBallot,
  BundleClosing,
  BundleDisclosure,
  BundleEntry,
  BundleHead,
  BundleLink,
  BundleNotice,
  BundleOpening,
  BundleProject,
  ChainLink,
} from './reckon-read.ts';

export type ReckonedMonth = { month: number; opening: number; in: number; out: number; other: number; closing: number };
export type AccountsVerdict = {
  ok: boolean;
  reasons: string[];
  name: string;
  place: string;
  months: ReckonedMonth[];
  /** Sizes of what was checked. */
  entries: number;
  notices: number;
  ballots: number;
};

const nothing: Omit<AccountsVerdict, 'reasons'> = {
  ...{ ok: false, name: '', place: '', months: [], entries: 0, notices: 0, ballots: 0 },
};

/**
 * Adds a bundle up and compares everything it says with itself; with `published`, the hash of its last month's account as it hangs on
 * the board, also with that. `digest` is SHA-256 as 64 hex digits. The reasons say in Chinese what does not agree.
 */
export async function verifyAccounts(
  text: string,
  digest: Digest,
  published: string | null = null,
): Promise<AccountsVerdict> {
  const { bundle, lines, faults } = readBundle(text);
  if (!bundle) return { ...nothing, reasons: faults };
  const above = lines.slice(0, -1).map((line) => `${line}\n`);
  if (lines[lines.length - 1] !== canonical(['end', above.length, await digest(above.join(''))]))
    faults.push('文件的行数或者校验码对不上。');
  if (published !== null && bundle.disclosures[bundle.disclosures.length - 1]?.hash !== published)
    faults.push('账单和公布的校验码对不上：内容被改动过。');
  if (faults.length > 0) return { ...nothing, reasons: faults };
  const sums = sumsByMonth(bundle);
  const reasons = [
    ...(await faultsOfChain(bundle, digest)),
    ...faultsOfEntries(bundle),
    ...faultsOfReversals(bundle),
    ...faultsOfClosings(bundle, sums),
    ...(await faultsOfDisclosures(bundle, sums, digest)),
    ...(await faultsOfProjects(bundle, digest)),
  ];
  const { head, notices, ballots } = bundle;
  const months = sums.map((one): ReckonedMonth => {
    const { opening, in: came, out, other, closing } = statementFrom(bundle, one);
    return { month: one.month, opening, in: came, out, other, closing };
  });
  return {
    ...{ ok: reasons.length === 0, reasons, name: head.name, place: head.place, months },
    ...{ entries: entriesOf(bundle).length, notices: notices.length, ballots: ballots.length },
  };
}

/** The text of a bundle. `sum` is SHA-256 as 64 hex digits. */
export function writeAccounts(bundle: Bundle, sum: (text: string) => string): string {
  const lines = [
    bundle.head,
    ...bundle.chain.map(({ kind, of }) => [kind, of]),
    ...bundle.disclosures.map((one) => ['disclosure', one]),
    ...bundle.notices.map((one) => ['notice', one]),
    ...bundle.ballots.map((one) => ['ballot', one]),
    ...bundle.projects.map((one) => ['project', one]),
  ];
  const text = lines.map((line) => `${canonical(line as Parameters<typeof canonical>[0])}\n`).join('');
  return `${text}${canonical(['end', lines.length, sum(text)])}\n`;
}
