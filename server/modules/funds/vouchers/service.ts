import type { Actor } from '#shared/actor';
import { parseYuan } from '#shared/money';
import { monthOfDay } from '#shared/months';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { attachFiles, digestsOf } from '#modules/files';
import * as refusals from '../refusals/rules.ts';
import type { Rights } from '../rules.ts';
import { accountsOf, changed, holdFund, requireFund, type FundDoors, type WhichFund } from '../scope/service.ts';
import type { FundRow } from '../tables.ts';
import type {
  VoucherCard,
  VoucherCorrection,
  VoucherForm,
  VoucherKind,
  VoucherList,
  VoucherQuery,
} from './contract.ts';
import { postVoucher, settleUnpaid } from './post/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import { tellDone, tellWaiting } from './telling/service.ts';
import { cardsOf } from './view/service.ts';

export type WhichVoucher = WhichFund & { voucherId: string };

/** The vouchers of a fund: posted ones by month, or those that wait, what this person can do next first. */
export async function listVouchers(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { query: VoucherQuery },
): Promise<VoucherList> {
  const { fund, rights } = await requireFund(reader, doors, actor, input);
  const { view, month = null, kind = null, cursor: after = null, limit } = input.query;
  const which = { areaId: fund.areaId, fundId: fund.id, after, limit: limit + 1 };
  const rows =
    view === 'posted'
      ? await store.readPosted(reader, { ...which, month, kind })
      : await store.readInStates(reader, {
          ...which,
          states: view === 'waiting' ? ['proposed', 'drafted'] : ['refused'],
        });
  const items = await cardsOf(reader, actor, doors, { fund, rights, rows: rows.slice(0, limit) });
  const mine = (one: VoucherCard): number => Number(one.actions.includes('approve') || one.state === 'proposed');
  return {
    items: view === 'waiting' ? items.toSorted((one, other) => mine(other) - mine(one)) : items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
  };
}

/** One voucher as the desk shows it. */
export async function readVoucherCard(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: WhichVoucher,
): Promise<VoucherCard> {
  const { fund, rights } = await requireFund(reader, doors, actor, input);
  const row = await store.readVoucher(reader, { ...input, areaId: fund.areaId });
  const [card] = await cardsOf(reader, actor, doors, { fund, rights, rows: [row ?? refuse(refusals.voucherUnknown)] });
  return card ?? refuse(refusals.voucherUnknown);
}

type Content = Omit<VoucherForm, 'kind' | 'amount'> & { kind: VoucherKind; amount: number };

const fenOf = (text: string, least: number): number => {
  const fen = parseYuan(text);
  return fen === null || fen < least ? refuse(refusals.amountUnreadable('amount')) : fen;
};

/** What is written of a voucher, checked against its fund; the papers are looked at apart. */
async function contentOf(tx: Tx, actor: Actor, doors: FundDoors, fund: FundRow, content: Content) {
  const { kind, way, receiptNo, day, amount, accountId, party, memo, papers, payeeUserId, relatedIds, relatedNote } =
    content;
  const accounts = await accountsOf(tx, doors, fund);
  refuseIf(rules.whyNotDay(fund, day, shanghaiDate(tx.now)));
  refuseIf(rules.whyNotAccount(kind, content, accounts));
  refuseIf(rules.whyNotWhole({ kind, way, receiptNo, party, papers: papers.length }));
  refuseIf(payeeUserId === actor.id ? refusals.ownPayment : null);
  return {
    ...{ kind, way, receiptNo, day, month: monthOfDay(day), amount, accountId, party, memo },
    ...{ payeeUserId, relatedIds, relatedNote, bankAmount: rules.bankAmountOf(content, accounts) },
    ...{ draftedBy: actor.id, draftedName: actor.name, draftedAt: tx.now.toISOString() },
  };
}

type Blank = Pick<
  store.Voucher,
  'areaId' | 'fundId' | 'bookId' | 'shown' | 'split' | 'matterId' | 'step' | 'version' | 'corrects' | 'madeAt'
> &
  typeof unapproved;

const unapproved = {
  ...{ approvedBy: null, approvedName: null, approvedAt: null, serial: null, number: null },
  ...{ refusedBy: null, refusedName: null, refusedAt: null, refusedReason: '', entrySeq: null, reversalSeq: null },
};

/** A voucher of a fund in which nothing is written yet. */
export function blankVoucher(tx: Tx, fund: FundRow): Blank {
  const { areaId, id: fundId, bookId } = fund;
  const alone = {
    shown: [],
    split: null,
    matterId: null,
    step: null,
    version: 1,
    corrects: null,
    madeAt: tx.now.toISOString(),
  };
  return { ...unapproved, ...alone, areaId, fundId, bookId };
}

/**
 * Writes a voucher: income is posted at once, a payment or transfer waits for a second person. Refused without the other side or a paper,
 * for a day that has not come, and for a payment to oneself. Source: F22 step 1, C40.
 */
export async function draftVoucher(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { form: VoucherForm },
): Promise<string> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'drafts' });
  const content = { ...input.form, amount: fenOf(input.form.amount, 1) };
  const written = await contentOf(tx, actor, doors, fund, content);
  const id = tx.newId();
  const voucher: store.Voucher = { ...blankVoucher(tx, fund), ...written, id, state: 'drafted' };
  await store.insertVoucher(tx, voucher);
  await layPapers(tx, actor, voucher, content.papers);
  await follow(tx, actor, doors, { fund, voucher });
  return id;
}

/** Income needs nobody else and is posted; everything else tells who may approve it. */
async function follow(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  { fund, voucher }: { fund: FundRow; voucher: store.Voucher },
): Promise<void> {
  const { areaId, id } = voucher;
  if (voucher.kind === 'income') await postVoucher(tx, doors, { fund, voucher, by: null });
  else await tellWaiting(tx, doors, { fund, voucher, except: [actor.id] });
  changed(tx, actor, {
    areaId,
    act: voucher.kind === 'income' ? 'voucher.post' : 'voucher.draft',
    subject: `voucher:${id}`,
  });
}

/** Lays papers beside a voucher. Refused when one of them serves another voucher of the fund. */
async function layPapers(tx: Tx, actor: Actor, voucher: store.Voucher, papers: readonly string[]): Promise<void> {
  const { areaId, fundId, id: voucherId } = voucher;
  const which = { areaId, fundId, voucherId };
  const had = new Set(
    (await store.readFiles(tx, { areaId, fundId, voucherIds: [voucherId] })).map((one) => one.fileId),
  );
  const wanted = [...new Set(papers)];
  const gone = [...had].filter((id) => !wanted.includes(id));
  if (gone.length > 0) await store.releaseFiles(tx, which, gone);
  const added = wanted.filter((id) => !had.has(id));
  if (added.length === 0) return;
  const digests = await digestsOf(tx, areaId, added);
  const files = added.map((fileId) => ({ fileId, sha256: rules.paperDigest(fileId, digests.get(fileId) ?? fileId) }));
  const laid = (await store.insertFiles(tx, { ...which, files })) + (await store.reviveFiles(tx, which, added));
  refuseIf(laid < added.length ? refusals.paperUsed : null);
  await attachFiles(tx, actor, { areaId, ids: added, subject: `fund:${fundId}` });
}

async function hold(
  tx: Tx,
  doors: FundDoors,
  actor: Actor,
  input: WhichVoucher & { right: keyof Rights; version?: number },
): Promise<{ fund: FundRow; rights: Rights; voucher: store.Voucher }> {
  const { fund, rights } = await holdFund(tx, doors, actor, input);
  const which = { areaId: fund.areaId, fundId: fund.id, voucherId: input.voucherId };
  const voucher = (await store.takeVoucher(tx, which)) ?? refuse(refusals.voucherUnknown);
  if (input.version === undefined) return { fund, rights, voucher };
  refuseIf(voucher.state === 'proposed' || voucher.state === 'drafted' ? null : refusals.notWaiting);
  refuseIf(voucher.version === input.version ? null : refusals.changedSince);
  return { fund, rights, voucher };
}

/**
 * Changes what is not posted, or prepares what a matter proposed: who does so is its drafter now. What the matter says stays: the
 * amount that was voted on, that it is paid, and to whom. Source: F23 step 4.
 */
export async function changeVoucher(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichVoucher & { form: VoucherForm; version: number },
): Promise<void> {
  const { fund, voucher } = await hold(tx, doors, actor, { ...input, right: 'drafts' });
  refuseIf(voucher.kind === 'correction' && voucher.state !== 'proposed' ? refusals.correctionIsNew : null);
  refuseIf(voucher.payeeUserId === actor.id ? refusals.ownPayment : null);
  const { kind, corrects, bankAmount, amount } = voucher;
  const payeeUserId = voucher.payeeUserId ?? input.form.payeeUserId;
  const content: Content = voucher.matterId
    ? { ...input.form, kind, amount, payeeUserId }
    : { ...input.form, amount: fenOf(input.form.amount, 1) };
  const written = await contentOf(tx, actor, doors, fund, content);
  const next = { ...voucher, ...written, ...(corrects ? { bankAmount } : {}), state: 'drafted' as const };
  await store.updateVoucher(tx, next);
  await layPapers(tx, actor, voucher, input.form.papers);
  await follow(tx, actor, doors, { fund, voucher: next });
}

/**
 * Corrects what is posted: the old entry is taken back and the right one made, in a month that is open; both stay to be seen. Two
 * people, as for a payment. An amount of 0 takes it back whole. Source: C42, F22 step 6.
 */
export async function correctVoucher(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichVoucher & { form: VoucherCorrection },
): Promise<string> {
  const { fund, voucher: before } = await hold(tx, doors, actor, { ...input, right: 'drafts' });
  refuseIf(before.state === 'posted' ? null : refusals.notPosted);
  const around = await store.readVoucher(tx, { areaId: fund.areaId, fundId: fund.id, voucherId: before.id });
  refuseIf(before.entrySeq === null || around?.correctedById ? refusals.correctedAlready : null);
  const { payeeUserId, relatedIds, relatedNote } = before;
  const content = { ...input.form, kind: 'correction' as const, amount: fenOf(input.form.amount, 0) };
  const written = await contentOf(tx, actor, doors, fund, { ...content, payeeUserId, relatedIds, relatedNote });
  const was = rules.bankAmountOf(before, await accountsOf(tx, doors, fund));
  const id = tx.newId();
  const voucher: store.Voucher = {
    ...{ ...blankVoucher(tx, fund), ...written, id, state: 'drafted', corrects: before.id },
    bankAmount: written.bankAmount - was,
  };
  await store.insertVoucher(tx, voucher);
  await layPapers(tx, actor, voucher, input.form.papers);
  await follow(tx, actor, doors, { fund, voucher });
  return id;
}

/**
 * Approves what another prepared, which posts it and tells its matter. Refused for who prepared it, is paid, or has to do with who
 * is; a second press finds it posted. Source: C40, X17.
 */
export async function approveVoucher(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichVoucher & { version: number },
): Promise<void> {
  const { fund, voucher } = await hold(tx, doors, actor, { ...input, right: 'approves' });
  refuseIf(rules.whyNotApprove(voucher, actor.id));
  const { number } = await postVoucher(tx, doors, { fund, voucher, by: { id: actor.id, name: actor.name } });
  await tellDone(tx, doors, { fund, voucher, number, reason: '', by: actor.id });
  changed(tx, actor, {
    areaId: fund.areaId,
    act: 'voucher.approve',
    subject: `voucher:${voucher.id}`,
    detail: { number },
  });
}

/** Refuses a payment with the reason: nothing is posted, its papers are free again, its matter is told. */
export async function refuseVoucher(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichVoucher & { version: number; reason: string },
): Promise<void> {
  const { fund, rights, voucher } = await hold(tx, doors, actor, { ...input, right: 'reads' });
  refuseIf(rights.approves || rights.drafts ? null : refusals.notYourFund);
  const { reason } = input;
  const which = { areaId: fund.areaId, fundId: fund.id, voucherId: voucher.id };
  await store.markRefused(tx, which, { by: { id: actor.id, name: actor.name }, reason });
  await store.releaseFiles(tx, which, null);
  await settleUnpaid(tx, doors, voucher, reason);
  await tellDone(tx, doors, { fund, voucher, number: null, reason, by: actor.id });
  changed(tx, actor, {
    areaId: fund.areaId,
    act: 'voucher.refuse',
    subject: `voucher:${voucher.id}`,
    detail: { reason },
  });
}

/** Everything posted in a fund between two months, for a list in Excel. */
export async function* everyPosted(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { from?: number | undefined; to?: number | undefined },
): AsyncGenerator<VoucherCard> {
  const { fund, rights } = await requireFund(reader, doors, actor, input);
  const { from = 0, to = 999_912 } = input;
  let batch: store.VoucherView[] = [];
  for await (const row of store.readAllPosted(reader, { areaId: fund.areaId, fundId: fund.id, from, to })) {
    batch.push(row);
    if (batch.length < 500) continue;
    yield* await cardsOf(reader, actor, doors, { fund, rights, rows: batch });
    batch = [];
  }
  yield* await cardsOf(reader, actor, doors, { fund, rights, rows: batch });
}
