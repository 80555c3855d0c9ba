import { monthName, monthOfDay } from '#shared/months';
import type { Refusal } from '#shared/refusal';
import type { FundAccount } from '../contract.ts';
import * as refusals from '../refusals/rules.ts';
import type { Rights } from '../rules.ts';
import type { VoucherAction, VoucherKind, VoucherState, VoucherWay } from './contract.ts';

/** What a voucher moves, and who may do the next step of it. */

export type Moved = { amount: number; way: VoucherWay; accountId: string };
export type Accounts = { bank: FundAccount; cash: FundAccount; all: readonly FundAccount[] };

/** 202606-001. */
export function numberOf(month: number, serial: number): string {
  return `${month}-${String(serial).padStart(3, '0')}`;
}

/** Where the money lies that a way of payment moves: what was paid outside was paid from the bank. */
export function assetOf(way: VoucherWay, { bank, cash }: Accounts): FundAccount {
  return way === 'cash' ? cash : bank;
}

const accountOf = (id: string, { all }: Accounts): FundAccount | undefined => all.find((one) => one.id === id);

/** The lines of the entry, debit above zero: income comes to the asset, everything else leaves it. */
export function linesOf(moved: Moved, accounts: Accounts): { accountId: string; amount: number }[] {
  if (moved.amount === 0) return [];
  const asset = assetOf(moved.way, accounts).id;
  const comes = accountOf(moved.accountId, accounts)?.kind === 'income';
  const first = comes ? asset : moved.accountId;
  const second = comes ? moved.accountId : asset;
  return [
    { accountId: first, amount: moved.amount },
    { accountId: second, amount: -moved.amount },
  ];
}

/** Whether what a voucher brought is there still, so that it can be taken back at once; what it paid always is. */
export function isLeft(moved: Moved, accounts: Accounts): boolean {
  const asset = assetOf(moved.way, accounts);
  const brought = linesOf(moved, accounts).find(({ accountId }) => accountId === asset.id)?.amount ?? 0;
  return asset.balance >= brought;
}

/** What it does to the account at the bank. */
export function bankAmountOf(moved: Moved, accounts: Accounts): number {
  return linesOf(moved, accounts)
    .filter(({ accountId }) => accountId === accounts.bank.id)
    .reduce((sum, { amount }) => sum + amount, 0);
}

const fitting: Record<VoucherKind, FundAccount['kind'][]> = {
  income: ['income'],
  payment: ['expense'],
  transfer: ['asset'],
  correction: ['income', 'expense', 'asset'],
};

/** Why an account does not fit a kind of voucher; null when it does. */
export function whyNotAccount(kind: VoucherKind, moved: Moved, accounts: Accounts): Refusal | null {
  const account = accountOf(moved.accountId, accounts);
  if (!account || !fitting[kind].includes(account.kind)) return refusals.accountUnknown;
  return account.kind === 'asset' && account.id === assetOf(moved.way, accounts).id ? refusals.sameAccount : null;
}

type Fund = { openedOn: string; heldThrough: number | null; state: string };

/** Why nothing may be posted on a day. A closed month is refused by the ledger. Source: F22, N55. */
export function whyNotDay(fund: Fund, day: string, today: string): Refusal | null {
  if (fund.state !== 'open') return refusals.fundClosed;
  if (day > today) return refusals.dayInFuture;
  if (day < fund.openedOn) return refusals.dayBeforeFund;
  if (fund.heldThrough !== null && monthOfDay(day) <= fund.heldThrough)
    return refusals.monthHeld(monthName(fund.heldThrough));
  return null;
}

type Filled = { kind: VoucherKind; way: VoucherWay; receiptNo: string; party: string; papers: number };

/** What is missing before it can be posted: the other side, and something that proves it. Source: F22 step 1. */
export function whyNotWhole({ kind, way, receiptNo, party, papers }: Filled): Refusal | null {
  if (way === 'receipt' && receiptNo === '') return refusals.receiptMissing;
  if (kind === 'correction') return null;
  if (kind !== 'transfer' && party === '') return refusals.partyMissing;
  return papers === 0 && receiptNo === '' ? refusals.paperMissing : null;
}

export type Standing = {
  kind: VoucherKind;
  state: VoucherState;
  draftedBy: string | null;
  payeeUserId: string | null;
  relatedIds: readonly string[];
  entrySeq: number | null;
};

/** Why somebody who holds the right may not approve a payment: two people, none of them paid or related. Source: C40, F23 step 4. */
export function whyNotApprove(voucher: Standing, userId: string): Refusal | null {
  if (voucher.state === 'proposed') return refusals.notPrepared;
  if (voucher.state !== 'drafted') return refusals.notWaiting;
  if (voucher.payeeUserId === userId) return refusals.ownPayment;
  if (voucher.relatedIds.includes(userId)) return refusals.relatedToPayee;
  return voucher.draftedBy === userId ? refusals.ownVoucher : null;
}

/** The buttons of a voucher for one who asks. */
export function actionsOf(voucher: Standing & { corrected: boolean }, userId: string, rights: Rights): VoucherAction[] {
  const waiting = voucher.state === 'proposed' || voucher.state === 'drafted';
  const paidToMe = voucher.payeeUserId === userId;
  const acts: [VoucherAction, boolean][] = [
    ['approve', rights.approves && whyNotApprove(voucher, userId) === null],
    [
      'change',
      waiting && rights.drafts && !paidToMe && (voucher.kind !== 'correction' || voucher.state === 'proposed'),
    ],
    ['refuse', waiting && (rights.approves || rights.drafts)],
    ['correct', voucher.state === 'posted' && rights.drafts && !voucher.corrected && voucher.entrySeq !== null],
  ];
  return acts.filter(([, allowed]) => allowed).map(([act]) => act);
}

/** Whether the next step is this person's. */
export function waitsFor(voucher: Standing, userId: string, rights: Rights): boolean {
  if (voucher.state === 'proposed') return rights.drafts && voucher.payeeUserId !== userId;
  return rights.approves && whyNotApprove(voucher, userId) === null;
}

/** Drawn papers of the demo stand for photographs that do not exist: each counts as a paper of its own. */
export function paperDigest(fileId: string, sha256: string): string {
  return sha256.startsWith('illustration:') ? `${sha256}:${fileId}` : sha256;
}
