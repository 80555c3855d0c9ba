import type { Tx } from '#platform/database';
import { keepBook } from '#kernel/ledger';
import type { FundAccount } from '../contract.ts';
import { monthOf } from '../rules.ts';
import { firstAccounts } from '../service.ts';
import { appendFund } from '../store.ts';
import type { FundRow } from '../tables.ts';
import { appendLine } from '../bank/store.ts';
import type { VoucherKind, VoucherWay } from '../vouchers/contract.ts';
import * as rules from '../vouchers/rules.ts';
import { appendFile, appendVoucher } from '../vouchers/store.ts';
import type { FundWords } from '../words/contract.ts';
import { maskedParty } from '../bank/rules.ts';

/** Funds with their past, as the demo and an import of old books bring them. */

type Person = { id: string; name: string };

export type PastVoucher = {
  /** Names it in the book; `id` is made of it by who brings it. */
  key: string;
  id: string;
  kind: VoucherKind;
  way?: VoucherWay;
  receiptNo?: string;
  day: string;
  /** When it was prepared, and when it was posted; without the latter it waits. */
  draftedAt: string;
  postedAt: string | null;
  /** In fen. Of a correction: what it should have been. */
  amount: number;
  /** The kind of income or expense by its name; of a transfer where it goes. */
  account: string;
  party: string;
  memo: string;
  /** Nobody where a matter proposed it and nobody has prepared it. */
  drafted: Person | null;
  approved: Person | null;
  related?: { ids: string[]; note: string };
  papers?: { fileId: string; sha256: string }[];
  matter?: { id: string; step: string } | null;
  shown?: { label: string; lines: string[] }[];
  /** The key of the voucher it corrects. */
  corrects?: string;
  /** The bank has not said it yet. */
  unseen?: boolean;
};

export type PastFund = Omit<FundRow, 'heldThrough' | 'state'> & {
  openedAt: string;
  opening: { bank: number; cash: number };
  /** Kinds of income and expense of its own. */
  own: { code: string; kind: 'income' | 'expense'; name: string }[];
  vouchers: readonly PastVoucher[];
  closings: readonly { month: number; at: string; by: Person }[];
  /** Up to which day the bank's statement was taken in, and by whom; null without one. */
  bank: { through: string; by: Person; at: string } | null;
  /** Lines of the bank for which nobody has written a voucher. */
  bankOnly: readonly { day: string; amount: number; party: string; memo: string }[];
  /** A stable id for a thing of this fund. */
  idOf(key: string): string;
};

type Kept = {
  past: PastFund;
  accounts: rules.Accounts;
  acts: Parameters<typeof keepBook>[1]['acts'][number][];
  byKey: Map<string, PastVoucher>;
  /** The number each posted voucher got, by its key. */
  numbers: Map<string, string>;
  serials: Map<number, number>;
};

/**
 * Adds a fund with its book, vouchers, closed months and bank lines, in the tail of the transaction. What was posted comes in the order
 * in which it was posted. Throws where posting it one by one would have been refused.
 */
export function keepFund(tx: Tx, words: FundWords, past: PastFund): void {
  const kept: Kept = {
    ...{ past, accounts: accountsFor(words, past), acts: [], byKey: new Map() },
    ...{ numbers: new Map(), serials: new Map() },
  };
  const { areaId, id, bookId, openedOn } = past;
  const rows: (() => void)[] = [];
  keepOpening(words, kept);
  for (const act of inTime(past)) {
    if ('by' in act) kept.acts.push({ closes: act.month, at: act.at, by: act.by });
    else rows.push(...keepVoucher(tx, kept, act));
  }
  const accounts = kept.accounts.all.map(({ balance: _balance, ...one }) => ({
    ...one,
    neverNegative: one.kind === 'asset',
  }));
  const { name, openedAt } = past;
  keepBook(tx, {
    ...{ areaId, id: bookId, unit: 'fen', name, openedMonth: monthOf(openedOn), openedAt, accounts },
    acts: kept.acts,
  });
  appendFund(tx, { ...fundOf(past), id, state: 'open', heldThrough: null });
  for (const row of rows) row();
  if (past.bank) keepLines(tx, kept, past.bank);
}

function fundOf(past: PastFund) {
  const { areaId, id, word, estateId, bookId, name, bankName, bankTail, openedOn, largeFromFen, hotline } = past;
  const { opinionBox } = past;
  return { areaId, id, word, estateId, bookId, name, bankName, bankTail, openedOn, largeFromFen, hotline, opinionBox };
}

function accountsFor(words: FundWords, past: PastFund): rules.Accounts {
  const kinds = [...firstAccounts(words, past.word), ...past.own];
  const all = kinds.map(({ code, name, kind }): FundAccount => ({
    ...{ id: past.idOf(`account/${code}`), code, name, kind },
    balance: 0,
  }));
  const byCode = (code: string): FundAccount => {
    const found = all.find((one) => one.code === code);
    if (!found) throw new Error(`the book of ${past.name} has no account ${code}`);
    return found;
  };
  return { all, bank: byCode(words.assets.bank.code), cash: byCode(words.assets.cash.code) };
}

/** Vouchers and closings in the order in which they happened; what waits comes last. */
function inTime(past: PastFund): (PastVoucher | PastFund['closings'][number])[] {
  const whenOf = (act: PastVoucher | PastFund['closings'][number]): number =>
    'by' in act ? Date.parse(act.at) : act.postedAt ? Date.parse(act.postedAt) : Number.MAX_SAFE_INTEGER;
  return [...past.vouchers, ...past.closings].toSorted((one, other) => whenOf(one) - whenOf(other));
}

function keepOpening(words: FundWords, { past, accounts, acts }: Kept): void {
  const { bank, cash } = past.opening;
  const equity = accounts.all.find(({ code }) => code === words.opening.code)?.id ?? '';
  const lines = [
    { accountId: accounts.bank.id, amount: bank },
    { accountId: accounts.cash.id, amount: cash },
    { accountId: equity, amount: -bank - cash },
  ].filter(({ amount }) => amount !== 0);
  if (lines.length === 0) return;
  const { id, openedOn: day, openedAt: at } = past;
  acts.push({ key: `opening:${id}`, day, at, memo: words.opening.name, ref: null, lines });
}

const accountNamed = ({ accounts, past }: Kept, name: string): string => {
  const found = accounts.all.find((one) => one.name === name);
  if (!found) throw new Error(`the book of ${past.name} has no account called ${name}`);
  return found.id;
};

const movedOf = (kept: Kept, { amount, way = 'bank', account }: PastVoucher): rules.Moved => ({
  ...{ amount, way, accountId: accountNamed(kept, account) },
});

const bankOf = (kept: Kept, one: PastVoucher): number => {
  const before = one.corrects ? kept.byKey.get(one.corrects) : undefined;
  const was = before ? rules.bankAmountOf(movedOf(kept, before), kept.accounts) : 0;
  return rules.bankAmountOf(movedOf(kept, one), kept.accounts) - was;
};

/** Puts the entries of a voucher into the book; answers what adds its rows once the book is there. */
function keepVoucher(tx: Tx, kept: Kept, one: PastVoucher): (() => void)[] {
  const { past, acts } = kept;
  const month = monthOf(one.day);
  const serial = one.postedAt ? (kept.serials.get(month) ?? 0) + 1 : null;
  const number = serial === null ? null : rules.numberOf(month, serial);
  if (number) kept.numbers.set(one.key, number);
  kept.byKey.set(one.key, one);
  let entrySeq: number | null = null;
  let reversalSeq: number | null = null;
  if (serial !== null && one.postedAt) {
    kept.serials.set(month, serial);
    const key = `voucher:${one.id}`;
    const entry = { day: one.day, at: one.postedAt, memo: one.memo };
    const before = one.corrects ? kept.byKey.get(one.corrects) : undefined;
    if (before) {
      const lines = rules
        .linesOf(movedOf(kept, before), kept.accounts)
        .map(({ accountId, amount }) => ({ accountId, amount: -amount }));
      const ref = kept.numbers.get(before.key);
      if (ref === undefined) throw new Error(`${one.key} corrects what was not posted`);
      acts.push({ ...entry, key: `${key}:back`, ref, reverses: `voucher:${before.id}`, lines });
      reversalSeq = acts.length;
    }
    const lines = rules.linesOf(movedOf(kept, one), kept.accounts);
    if (lines.length > 0) {
      acts.push({ ...entry, key, ref: number, lines });
      entrySeq = acts.length;
    }
  }
  const bankAmount = bankOf(kept, one);
  return [
    () => appendRows(tx, past, one, { ...movedOf(kept, one), bankAmount, serial, number, entrySeq, reversalSeq }),
  ];
}

type Found = rules.Moved & {
  bankAmount: number;
  serial: number | null;
  number: string | null;
  entrySeq: number | null;
  reversalSeq: number | null;
};

function appendRows(tx: Tx, past: PastFund, one: PastVoucher, found: Found): void {
  const { areaId, id: fundId, bookId } = past;
  const { amount, way, accountId, bankAmount, serial, number, entrySeq, reversalSeq } = found;
  const corrected = past.vouchers.find(({ key }) => key === one.corrects);
  const approved = one.postedAt ? one.approved : null;
  appendVoucher(tx, {
    ...{ areaId, fundId, id: one.id, bookId, kind: one.kind, way, receiptNo: one.receiptNo ?? '', day: one.day },
    ...{ month: monthOf(one.day), amount, bankAmount, accountId, party: one.party, payeeUserId: null, memo: one.memo },
    ...{
      relatedIds: one.related?.ids ?? [],
      relatedNote: one.related?.note ?? '',
      shown: one.shown ?? [],
      split: null,
    },
    ...{ matterId: one.matter?.id ?? null, step: one.matter?.step ?? null, version: 1, madeAt: one.draftedAt },
    state: one.postedAt ? 'posted' : one.drafted ? 'drafted' : 'proposed',
    ...{ draftedBy: one.drafted?.id ?? null, draftedName: one.drafted?.name ?? null },
    draftedAt: one.drafted ? one.draftedAt : null,
    ...{ approvedBy: approved?.id ?? null, approvedName: approved?.name ?? null },
    approvedAt: approved ? one.postedAt : null,
    ...{ refusedBy: null, refusedName: null, refusedAt: null, refusedReason: '' },
    ...{ serial, number, entrySeq, reversalSeq, corrects: corrected?.id ?? null },
  });
  for (const { fileId, sha256 } of one.papers ?? []) {
    const digest = rules.paperDigest(fileId, sha256);
    appendFile(tx, { areaId, fundId, voucherId: one.id, fileId, sha256: digest, live: true });
  }
}

type Said = { day: number; amount: number; party: string; memo: string; on: string; voucherId: string | null };

/** The statement of the bank that says the same, and what nobody has written down. */
function keepLines(tx: Tx, kept: Kept, bank: NonNullable<PastFund['bank']>): void {
  const { past } = kept;
  const posted = past.vouchers.filter(({ postedAt, unseen, day }) => postedAt && !unseen && day <= bank.through);
  const said: Said[] = [
    ...posted.map((one) => ({
      ...{ day: Date.parse(one.day), on: one.day, amount: bankOf(kept, one), memo: one.memo },
      ...{ party: maskedParty(one.party), voucherId: one.id },
    })),
    ...past.bankOnly.map(({ day, ...one }) => ({ ...one, day: Date.parse(day), on: day, voucherId: null })),
  ];
  let balance = past.opening.bank;
  const moved = said.filter(({ amount }) => amount !== 0).toSorted((one, other) => one.day - other.day);
  for (const [index, { on, amount, party, memo, voucherId }] of moved.entries()) {
    balance += amount;
    const serial = `${on.replaceAll('-', '')}${String(index + 1).padStart(6, '0')}`;
    const by = voucherId ? bank.by : null;
    appendLine(tx, {
      ...{ areaId: past.areaId, fundId: past.id, id: past.idOf(`line/${index + 1}`), place: index + 1, day: on },
      ...{ serial, amount, balance, party, memo, statementHash: '0'.repeat(64), importedAt: bank.at, voucherId },
      ...{ matchedBy: by?.id ?? null, matchedName: by?.name ?? null, matchedAt: by ? bank.at : null },
    });
  }
}
