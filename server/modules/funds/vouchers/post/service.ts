import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { post, reverse, splitAmount } from '#kernel/ledger';
import { settleStep } from '#modules/matters/settle';
import * as refusals from '../../refusals/rules.ts';
import { accountsOf, titleOf, type FundDoors } from '../../scope/service.ts';
import { findFund } from '../../store.ts';
import type { FundRow } from '../../tables.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

/** The moment a voucher counts: its entry, its number, and the matter that waits for it, in one transaction. */

/**
 * Posts a voucher of a fund that is held: once, under its own key. `by` is the second person; income has none. Refused below zero,
 * in a closed month, and while the account of its month is being checked. Source: C38–C40, F22.
 */
export async function postVoucher(
  tx: Tx,
  doors: FundDoors,
  { fund, voucher, by }: { fund: FundRow; voucher: store.Voucher; by: { id: string; name: string } | null },
): Promise<{ number: string; entry: number | null }> {
  refuseIf(rules.whyNotDay(fund, voucher.day, shanghaiDate(tx.now)));
  const { areaId, fundId, bookId, day, month, memo, id: voucherId } = voucher;
  const serial = await store.nextSerial(tx, areaId, fundId, month);
  const number = rules.numberOf(month, serial);
  const accounts = await accountsOf(tx, doors, fund);
  const key = `voucher:${voucherId}`;
  const before = await takeCorrected(tx, voucher);
  const takeBack = async (seq: number): Promise<number> =>
    (await reverse(tx, { areaId, bookId, seq, key: `${key}:back`, day, memo })).seq;
  // Where not so much of what came in is left, it is taken back after what should have come is noted.
  const isLast = before !== null && !rules.isLeft(before, accounts);
  let reversalSeq = before && !isLast ? await takeBack(before.entrySeq) : null;
  const lines = rules.linesOf(voucher, accounts);
  const entry = lines.length > 0 ? await post(tx, { areaId, bookId, key, day, memo, ref: number, lines }) : null;
  if (isLast) reversalSeq = await takeBack(before.entrySeq);
  const posted = { serial, number, entrySeq: entry?.seq ?? null, reversalSeq, by };
  await store.markPosted(tx, { areaId, fundId, voucherId }, posted);
  const amount = before ? before.amount : voucher.amount;
  await settlePaid(tx, doors, voucher, { number, amount, entry: entry?.seq ?? reversalSeq });
  if (voucher.split) await proposeShares(tx, doors, { fund, voucher, number });
  return { number, entry: posted.entrySeq };
}

/** What a correction corrects, held until the commit; null of what is none. Refused where nothing of it is left to be taken back. */
async function takeCorrected(
  tx: Tx,
  { areaId, fundId, corrects }: store.Voucher,
): Promise<(store.Voucher & { entrySeq: number }) | null> {
  if (!corrects) return null;
  const before = await store.takeVoucher(tx, { areaId, fundId, voucherId: corrects });
  const entrySeq = before?.entrySeq ?? null;
  return before && entrySeq !== null ? { ...before, entrySeq } : refuse(refusals.correctedAlready);
}

/**
 * What of a payment goes on to other funds is proposed there as income, to be noted when it has come: the shares to the fen, the rest
 * stays with whoever was paid. Source: X18.
 */
async function proposeShares(
  tx: Tx,
  doors: FundDoors,
  { fund, voucher, number }: { fund: FundRow; voucher: store.Voucher; number: string },
): Promise<void> {
  const shares = Object.entries(voucher.split ?? {}).map(([to, rate]) => ({ to, rate }));
  for (const { to, amount } of splitAmount(voucher.amount, shares).parts) {
    const target = await findFund(tx, { areaId: fund.areaId, word: to, estateId: null });
    if (!target || amount === 0) continue;
    const accounts = await accountsOf(tx, doors, target);
    const income = accounts.all.filter(({ kind }) => kind === 'income');
    const accountId = (income.find(({ name }) => name === giveBack) ?? income[0])?.id;
    if (!accountId) continue;
    await store.insertVoucher(tx, {
      ...{
        ...voucher,
        ...unposted,
        id: tx.newId(),
        fundId: target.id,
        bookId: target.bookId,
        kind: 'income',
        way: 'bank',
      },
      ...{
        amount,
        bankAmount: amount,
        accountId,
        party: titleOf(doors, fund),
        memo: `${number} ${voucher.memo}`.slice(0, 200),
      },
    });
  }
}

const giveBack = '反哺';
const unposted = {
  ...{
    state: 'proposed' as const,
    version: 1,
    split: null,
    shown: [],
    corrects: null,
    receiptNo: '',
    payeeUserId: null,
  },
  ...{ relatedIds: [], relatedNote: '', draftedBy: null, draftedName: null, draftedAt: null },
};

async function settlePaid(
  tx: Tx,
  { matters }: FundDoors,
  voucher: store.Voucher,
  { number, amount, entry }: { number: string; amount: number; entry: number | null },
): Promise<void> {
  const { areaId, matterId, step, day, madeAt } = voucher;
  // A share that comes in was paid by the step before: the matter has heard of it.
  if (!matterId || !step || voucher.kind === 'income') return;
  const result = { amount, entry, day, voucher: number };
  await settleStep(tx, matters, { areaId, matterId, step, outcome: 'paid', result, begunAt: madeAt });
}

/** Tells the matter that nothing was paid, and why. */
export async function settleUnpaid(
  tx: Tx,
  { matters }: FundDoors,
  { areaId, matterId, step, madeAt, kind }: store.Voucher,
  reason: string,
): Promise<void> {
  if (!matterId || !step || kind === 'income') return;
  await settleStep(tx, matters, { areaId, matterId, step, outcome: 'unpaid', result: { reason }, begunAt: madeAt });
}
