import type { Actor } from '#shared/actor';
import { formatFen } from '#shared/money';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { addIllustrations } from '#modules/files';
import { addAccount, listFunds, openFund, readFundPage } from '#modules/funds';
import { approveMonth, checkMonth, draftMonth } from '#modules/funds/disclosures';
import { approveVoucher, draftVoucher } from '#modules/funds/vouchers';
import { importStatement } from '#modules/funds/bank';
import { bankLines, type FundPlan, type VoucherPlan } from '../funds.ts';
import { estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import { officeOf, type Act, type Money } from './office.ts';
import { questionActs } from './questions.ts';

export type Found = { areaId: string; fundId: string; accounts: Map<string, string> };

/** What is done in one fund: it is opened, money comes and goes, months are closed. */
export function fundActs(money: Money, plan: FundPlan): Act[] {
  const { funds: doors } = money;
  const { committee, supervisor, secretary } = officeOf(money, plan.estate);
  const find = fundFinder(money, plan.estate);
  const months = plan.months.flatMap(({ month, draftedAt, checkedAt, publishedAt }): Act[] => {
    const which = async (tx: Tx) => ({ ...(await find(tx)), month });
    const check = async (tx: Tx): Promise<void> =>
      checkMonth(tx, supervisor, doors, { ...(await which(tx)), note: '' });
    return [
      { at: draftedAt, run: async (tx) => draftMonth(tx, committee, doors, await which(tx)) },
      ...(checkedAt ? [{ at: checkedAt, run: check }] : []),
      ...(publishedAt
        ? [{ at: publishedAt, run: async (tx: Tx) => approveMonth(tx, secretary, doors, await which(tx)) }]
        : []),
    ];
  });
  return [
    { at: plan.openedAt, run: (tx) => open(tx, money, plan) },
    ...plan.vouchers.map((voucher): Act => ({
      at: voucher.at,
      run: async (tx) => enter(tx, money, plan, { found: await find(tx), voucher }),
    })),
    ...months,
    ...questionActs(money, plan, find),
    ...(plan.statement ? [{ at: plan.statement, run: (tx: Tx) => readStatement(tx, money, plan, find) }] : []),
  ];
}

/** The fund of an estate, or of the community itself, and its accounts by their names, looked up once it is there. */
export function fundFinder(money: Money, short: string | undefined): (tx: Tx) => Promise<Found> {
  const { one, funds: doors } = money;
  const areaId = demoId(one.community.code);
  const { secretary } = officeOf(money, undefined);
  const { estateId } = estateOf(money, short);
  let found: Found | undefined;
  return async (tx) => {
    if (found) return found;
    const { items } = await listFunds(tx, secretary, doors, { areaId, now: tx.now });
    const fundId = items.find((fund) => fund.estateId === estateId)?.id ?? '';
    const { accounts } = await readFundPage(tx, secretary, doors, { areaId, fundId, now: tx.now });
    found = { areaId, fundId, accounts: new Map(accounts.map((account) => [account.name, account.id])) };
    return found;
  };
}

function estateOf({ one }: Money, short: string | undefined) {
  const estate = one.community.estates.find((each) => each.short === short);
  return { estate, estateId: estate ? demoId(estateKey(one.community, estate.name)) : null };
}

async function open(tx: Tx, money: Money, plan: FundPlan): Promise<void> {
  const { one, funds: doors } = money;
  const { committee, secretary } = officeOf(money, plan.estate);
  const { name, bank, opening, openedOn } = plan;
  const areaId = demoId(one.community.code);
  const { estate, estateId } = estateOf(money, plan.estate);
  const fundId = await openFund(tx, secretary, doors, {
    areaId,
    form: {
      ...{ name, bankName: bank.name, bankTail: bank.tail, openedOn },
      ...{ hotline: '0533-2180726', opinionBox: estate ? `${estate.gates[0]}门卫旁的意见箱` : '便民服务大厅意见箱' },
      ...{ word: estate ? 'public-revenue' : 'community-welfare' },
      ...{ estateId, bankOpening: opening.bank, cashOpening: opening.cash },
    },
  });
  const { accounts } = await readFundPage(tx, secretary, doors, { areaId, fundId, now: tx.now });
  const own = plan.vouchers.filter(({ account }) => accounts.every((each) => each.name !== account));
  for (const [account, { kind }] of new Map(own.map((line) => [line.account, line])))
    await addAccount(tx, committee, doors, {
      ...{ areaId, fundId },
      account: { name: account, kind: kind === 'income' ? 'income' : 'expense' },
    });
}

/** What the bank says of the last weeks, as its file: lines to be matched with the vouchers, and one nobody has written yet. */
async function readStatement(tx: Tx, money: Money, plan: FundPlan, find: (tx: Tx) => Promise<Found>): Promise<void> {
  const { committee } = officeOf(money, plan.estate);
  const lines = bankLines(plan, shanghaiDate(tx.now));
  const text = ['交易日期,摘要,对方户名,收入,支出,余额,流水号', ...lines.map((line) => line.join(','))].join('\n');
  const file = { fileName: '北院账户流水.csv', bytes: new TextEncoder().encode(text) };
  await importStatement(tx, committee, money.funds, { ...(await find(tx)), ...file });
}

const readMs = 5 * 3_600_000;

/** A voucher, and what goes out is approved by another some hours later. */
async function enter(
  tx: Tx,
  money: Money,
  plan: FundPlan,
  { found, voucher }: { found: Found; voucher: VoucherPlan },
): Promise<void> {
  const { funds: doors } = money;
  const { committee, committee2 } = officeOf(money, plan.estate);
  const { kind, way, receiptNo = '', day, amountFen, account, party = '', memo } = voucher;
  const papers = await drawnPapers(tx, committee, found.areaId, ['paper-receipt']);
  const form = {
    ...{ kind, way: kind === 'transfer' ? ('cash' as const) : way, receiptNo, day, amount: formatFen(amountFen) },
    ...{ party, memo, papers, accountId: found.accounts.get(account) ?? '' },
    ...{ payeeUserId: null, relatedIds: [], relatedNote: '' },
  };
  const voucherId = await draftVoucher(tx, committee, doors, { ...found, form });
  const later = { ...tx, now: new Date(tx.now.getTime() + readMs) };
  if (kind !== 'income') await approveVoucher(later, committee2, doors, { ...found, voucherId, version: 1 });
}

/** Drawings of papers, for photographs that do not exist. */
export function drawnPapers(tx: Tx, actor: Actor, areaId: string, slugs: readonly string[]): Promise<string[]> {
  const illustrations = slugs.map((slug) => ({ slug, width: 240, height: 136, public: true }));
  return addIllustrations(tx, actor, { areaId, illustrations });
}
