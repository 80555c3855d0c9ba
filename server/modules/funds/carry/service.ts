import { system } from '#shared/actor';
import { formatFen } from '#shared/money';
import { monthOfDay } from '#shared/months';
import { refuse, type Refusal } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import type { CarriedLink, Carried, Carrier } from '#modules/matters/settle';
import { accountsOf, changed, type FundDoors } from '../scope/service.ts';
import { findFund } from '../store.ts';
import type { FundRow } from '../tables.ts';
import { voucherStateNames } from '../vouchers/contract.ts';
import { bankAmountOf, type Accounts } from '../vouchers/rules.ts';
import { blankVoucher } from '../vouchers/service.ts';
import * as store from '../vouchers/store.ts';
import { tellWaiting } from '../vouchers/telling/service.ts';
import { askedOf, type Asked } from './rules.ts';

/** Steps of matters that pay from a fund. */

const fundMissing = (name: string): Refusal => ({
  code: 'fund.missing',
  status: 409,
  zh: `这里还没有开“${name}”的账户，钱付不出去。请先到工作台“资金”里开户，再往下办。`,
  en: 'There is no fund to pay from; open it first.',
});

const againReason = '事项又办到了付款，按现在的内容重新提出。';

/**
 * Proposes the payment of a pay step, with what the matter says of amount, payee, contract and acceptance: one of the committee prepares
 * it, another approves it, and the matter is told. One that still waits from an earlier stay in the step is taken back. Refused where
 * there is no such fund. Source: METHODS 2.1 (pay), F21, X17.
 */
export function carryPayment(doors: FundDoors): Carrier {
  return async (tx, carried) => {
    const { areaId, matter, step, settings, actor } = carried;
    const asked = askedOf(settings, (userId) => doors.roster.person(userId)?.name ?? null);
    // What of an earlier payment came in at other funds stays there.
    const before = (await store.readOfMatter(tx, areaId, matter.id)).filter(({ kind }) => kind !== 'income');
    for (const row of before.filter((one) => one.step === step.id && isWaiting(one))) await takeBack(tx, row);
    const fund = await fundFor(tx, areaId, matter.estateId, asked.from);
    // The worker does not stop here: the step waits, is late, and is done again once there is a fund.
    if (!fund) return actor.id === system.id ? undefined : refuse(fundMissing(doors.names[asked.from] ?? asked.from));
    const paid = before.find(
      (one) => asked.of !== null && one.step === asked.of && one.entrySeq !== null && !one.correctedById,
    );
    const voucher = await proposalOf(tx, doors, { fund, asked, paid: paid ?? null, carried });
    await store.insertVoucher(tx, voucher);
    await tellWaiting(tx, doors, { fund, voucher, except: [] });
    changed(tx, system, { areaId, act: 'voucher.propose', subject: `voucher:${voucher.id}` });
  };
}

const isWaiting = ({ state }: store.VoucherView): boolean => state === 'proposed' || state === 'drafted';

async function takeBack(tx: Tx, { areaId, fundId, id: voucherId }: store.VoucherView): Promise<void> {
  const which = { areaId, fundId, voucherId };
  await store.markRefused(tx, which, { by: system, reason: againReason });
  await store.releaseFiles(tx, which, null);
}

/** The fund of the estate, or that of the whole community. */
async function fundFor(tx: Tx, areaId: string, estateId: string | null, word: string): Promise<FundRow | null> {
  const own = estateId ? await findFund(tx, { areaId, word, estateId }) : null;
  return own ?? findFund(tx, { areaId, word, estateId: null });
}

type Proposing = { fund: FundRow; asked: Asked; paid: store.VoucherView | null; carried: Carried };

async function proposalOf(tx: Tx, doors: FundDoors, { fund, asked, paid, carried }: Proposing): Promise<store.Voucher> {
  const accounts = await accountsOf(tx, doors, fund);
  const day = shanghaiDate(tx.now);
  const { to, payeeUserId, split, shown, title: memo } = asked;
  const accountId = paid?.accountId ?? firstExpense(accounts);
  const moved = { way: paid?.way ?? ('bank' as const), accountId, amount: paid ? 0 : asked.amount };
  return {
    ...blankVoucher(tx, fund),
    ...{
      id: tx.newId(),
      kind: paid ? 'correction' : 'payment',
      state: 'proposed',
      ...moved,
      corrects: paid?.id ?? null,
    },
    ...{
      receiptNo: '',
      day,
      month: monthOfDay(day),
      party: to,
      payeeUserId,
      split,
      shown,
      memo,
      relatedIds: [],
      relatedNote: '',
    },
    bankAmount: bankAmountOf(moved, accounts) - (paid ? bankAmountOf(paid, accounts) : 0),
    ...{ matterId: carried.matter.id, step: carried.step.id, draftedBy: null, draftedName: null, draftedAt: null },
  };
}

const firstExpense = ({ all }: Accounts): string => all.find(({ kind }) => kind === 'expense')?.id ?? '';

/** The payments of a matter, as its page links to them. */
export async function paymentsOf(reader: Reader, areaId: string, matterId: string): Promise<CarriedLink[]> {
  const rows = await store.readOfMatter(reader, areaId, matterId);
  return rows.map((row) => ({
    ...{ kind: 'pay', id: row.id, step: row.step, title: `${row.memo} ${formatFen(row.amount)} 元` },
    href: `/f/${areaId}/${row.fundId}?month=${row.month}`,
    deskHref: `/desk/funds/${areaId}/${row.fundId}?${row.state === 'posted' ? `month=${row.month}` : 'tab=waiting'}`,
    state: voucherStateNames[row.state],
  }));
}
