import type { Actor } from '#shared/actor';
import { parseYuan } from '#shared/money';
import { monthOf, monthOfDay, monthsBetween } from '#shared/months';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { openAccount, openBook, post, readAccounts, readBook, sumsOf } from '#kernel/ledger';
import type { AccountSum } from '#kernel-contract/ledger';
import { ownersUnder, requireArea, requireOwner } from '#modules/areas';
import type { FundAccount, FundCard, FundList, FundPage, FundSettings, NewFund, NewFundAccount } from './contract.ts';
import { missingMonths } from './late/rules.ts';
import * as refusals from './refusals/rules.ts';
import * as rules from './rules.ts';
import {
  changed,
  holdFund,
  membersOf,
  placeOf,
  requireFund,
  rightsIn,
  type FundDoors,
  type WhichFund,
} from './scope/service.ts';
import * as store from './store.ts';
import type { FundRow } from './tables.ts';
import { waitsFor } from './vouchers/rules.ts';
import type { Standing } from './vouchers/rules.ts';

export type { FundDoors } from './scope/service.ts';

/** Whether somebody sees the papers of a fund: `fund:<id>` is what they belong to. */
export async function mayReadFund(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  { areaId, subject }: { areaId: string; subject: string | null },
): Promise<boolean> {
  const fund = await store.readFund(reader, areaId, (subject ?? '').slice('fund:'.length));
  return fund !== null && rightsIn(doors, actor, fund).reads;
}

type Around = { waiting: store.Waiting[]; unmatched: Map<string, number>; now: Date };

const sumOf = (sums: readonly AccountSum[], kind: AccountSum['kind']): number =>
  sums.filter((one) => one.kind === kind).reduce((total, { debit, credit }) => total + debit - credit, 0);

/** A fund as it stands in lists: what there is, what came in and went out this month, what waits. */
async function cardOf(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  fund: FundRow,
  { waiting, unmatched, now }: Around,
): Promise<FundCard> {
  const { areaId, bookId } = fund;
  const month = monthOf(now);
  const [book, sums] = await Promise.all([
    readBook(reader, { areaId, bookId }),
    sumsOf(reader, { areaId, bookId, from: month, to: month }),
  ]);
  const standOf = (code: string): number => sums.find((one) => one.code === code)?.closing ?? 0;
  const [bankBalance, cashBalance] = [standOf(doors.words.assets.bank.code), standOf(doors.words.assets.cash.code)];
  const openedMonth = monthOfDay(fund.openedOn);
  const published = monthsBetween(openedMonth, book.closedThrough);
  const missing = missingMonths({ openedMonth, published }, doors.words.dueDay, now);
  const rights = rightsIn(doors, actor, fund);
  return {
    ...{ id: fund.id, areaId, name: fund.name, word: fund.word, estateId: fund.estateId },
    ...{ wordName: doors.names[fund.word] ?? fund.word, place: doors.tree.get(placeOf(fund))?.name ?? '' },
    areaName: doors.tree.get(areaId)?.name ?? '',
    ...{ bankName: fund.bankName, bankTail: fund.bankTail, state: fund.state as FundCard['state'] },
    ...{ balance: bankBalance + cashBalance, bankBalance, cashBalance, month },
    ...{ income: -sumOf(sums, 'income'), expense: sumOf(sums, 'expense') },
    waitingForMe: waiting.filter((one) => one.fundId === fund.id && waitsFor(one as Standing, actor.id, rights)).length,
    unmatched: unmatched.get(fund.id) ?? 0,
    closedThrough: published.at(-1) ?? null,
    missing: missing.filter(({ lateDays }) => lateDays > 0).map((one) => one.month),
  };
}

async function around(reader: Reader, areaIds: readonly string[], now: Date): Promise<Around> {
  const [waiting, unmatched] = await Promise.all([
    store.readWaiting(reader, areaIds),
    store.countUnmatched(reader, areaIds),
  ]);
  return { waiting, unmatched, now };
}

/** The funds somebody may look into, of a community or of every community of a street, what waits for them first. */
export async function listFunds(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: { areaId: string; now: Date },
): Promise<FundList> {
  const area = requireArea(doors.tree, input.areaId);
  const areaIds = ownersUnder(doors.tree, area.id);
  const funds = await store.readFunds(reader, areaIds);
  const mine = funds.filter((fund) => rightsIn(doors, actor, fund).reads);
  const beside = await around(reader, areaIds, input.now);
  const items = await Promise.all(mine.map((fund) => cardOf(reader, actor, doors, fund, beside)));
  const rank = (one: FundCard): number => one.waitingForMe * 100 + one.missing.length;
  return {
    items: items.toSorted((one, other) => rank(other) - rank(one)),
    openable: doors.may(actor, 'fund.open', area.id) ? openable(doors, area.id, funds) : [],
  };
}

/** Kinds of funds an area or an estate of it has not opened. */
function openable(doors: FundDoors, areaId: string, funds: FundRow[]): FundList['openable'] {
  if (requireArea(doors.tree, areaId).level !== 'community') return [];
  const estates = doors.tree.under(areaId, 'estate').filter(({ ownerId }) => ownerId === areaId);
  const there = (word: string, estateId: string | null): boolean =>
    funds.some((fund) => fund.areaId === areaId && fund.word === word && fund.estateId === estateId);
  return Object.keys(doors.words.funds).flatMap((word) => {
    const wordName = doors.names[word] ?? word;
    const places =
      word === estateWord ? estates.map(({ id, name }) => ({ estateId: id, place: name })) : [whole(doors, areaId)];
    return places.filter(({ estateId }) => !there(word, estateId)).map((one) => ({ word, wordName, ...one }));
  });
}

/** Public revenue is the money of an estate; the other kinds belong to the whole community. Source: C38. */
const estateWord = 'public-revenue';
const whole = ({ tree }: FundDoors, areaId: string) => ({ estateId: null, place: tree.get(areaId)?.name ?? '' });

/** One fund with its accounts, for those who may look into it. */
export async function readFundPage(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { now: Date },
): Promise<FundPage> {
  const { fund, rights } = await requireFund(reader, doors, actor, input);
  const { areaId, bookId } = fund;
  const [beside, accounts] = await Promise.all([
    around(reader, [areaId], input.now),
    readAccounts(reader, { areaId, bookId }),
  ]);
  const { openedOn, hotline, opinionBox, heldThrough } = fund;
  return {
    ...(await cardOf(reader, actor, doors, fund, beside)),
    ...{ openedOn, hotline, opinionBox, heldThrough },
    accounts: accounts.map(({ id, code, name, kind, balance }) => ({ id, code, name, kind, balance })),
    members: membersOf(doors, fund),
    actions: rules.actionsOf(rights, fund.state),
  };
}

const fenOf = (text: string, field: string): number => {
  const fen = parseYuan(text);
  return fen === null || fen < 0 ? refuse(refusals.amountUnreadable(field)) : fen;
};

/** Opens a fund: its book with the accounts of its kind, and what was there on the first day. Source: C38, F20 step 2. */
export async function openFund(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: { areaId: string; form: NewFund },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { form } = input;
  if (!doors.may(actor, 'fund.open', areaId)) refuse(refusals.notYourFund);
  refuseIf(doors.words.funds[form.word] ? whyNotPlace(doors, areaId, form) : refusals.fundWordUnknown);
  refuseIf(form.openedOn > shanghaiDate(tx.now) ? refusals.openedInFuture : null);
  const [id, bookId] = [tx.newId(), tx.newId()];
  const { word, estateId, openedOn, name, bankName, bankTail, hotline, opinionBox } = form;
  const row = { areaId, id, bookId, word, estateId, openedOn, name, bankName, bankTail, hotline, opinionBox };
  await openBook(tx, { areaId, id: bookId, unit: 'fen', name, openedMonth: monthOfDay(openedOn) });
  if (!(await store.insertFund(tx, { ...row, state: 'open', heldThrough: null }))) refuse(refusals.fundThere);
  await openAccounts(tx, doors, { areaId, bookId, fundId: id, form });
  changed(tx, actor, { areaId, act: 'fund.open', subject: `fund:${id}` });
  return id;
}

function whyNotPlace({ tree }: FundDoors, areaId: string, { word, estateId }: NewFund) {
  if (word !== estateWord) return estateId ? refusals.fundWithoutEstate : null;
  const estate = estateId ? tree.get(estateId) : null;
  return estate?.level === 'estate' && estate.ownerId === areaId ? null : refusals.fundNeedsEstate;
}

/** The accounts of a new book, by their codes, and the entry of what was there. */
async function openAccounts(
  tx: Tx,
  { words }: FundDoors,
  { areaId, bookId, fundId, form }: { areaId: string; bookId: string; fundId: string; form: NewFund },
): Promise<void> {
  const ids = new Map<string, string>();
  for (const { neverNegative, kind, code, name } of firstAccounts(words, form.word)) {
    const id = tx.newId();
    ids.set(code, id);
    await openAccount(tx, { areaId, bookId, id, code, name, kind, neverNegative });
  }
  const [bank, cash] = [fenOf(form.bankOpening, 'bankOpening'), fenOf(form.cashOpening, 'cashOpening')];
  const of = (code: string, amount: number) => ({ accountId: ids.get(code) ?? '', amount });
  const { assets, opening } = words;
  const lines = [of(assets.bank.code, bank), of(assets.cash.code, cash), of(opening.code, -bank - cash)];
  const filled = lines.filter(({ amount }) => amount !== 0);
  if (filled.length === 0) return;
  await post(tx, {
    areaId,
    bookId,
    key: `opening:${fundId}`,
    day: form.openedOn,
    memo: opening.name,
    ref: null,
    lines: filled,
  });
}

/** The accounts a fund of a kind begins with. */
export function firstAccounts({ assets, opening, funds }: FundDoors['words'], word: string) {
  const kinds = funds[word];
  const as = (kind: FundAccount['kind']) => (one: { code: string; name: string }) => ({
    ...{ code: one.code, name: one.name, kind },
    neverNegative: kind === 'asset',
  });
  return [
    ...[assets.cash, assets.bank].map(as('asset')),
    as('equity')(opening),
    ...(kinds?.income ?? []).map(as('income')),
    ...(kinds?.expense ?? []).map(as('expense')),
  ];
}

/** Changes how a fund is called and reached; its money is moved by vouchers alone. */
export async function setFund(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { form: FundSettings },
): Promise<void> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'sets' });
  await store.updateSettings(tx, fund.areaId, fund.id, input.form);
  changed(tx, actor, { areaId: fund.areaId, act: 'fund.set', subject: `fund:${fund.id}` });
}

/** Adds a kind of income or expense of the estate's own. Refused when there is one of that name. */
export async function addAccount(
  tx: Tx,
  actor: Actor,
  doors: FundDoors,
  input: WhichFund & { account: NewFundAccount },
): Promise<void> {
  const { fund } = await holdFund(tx, doors, actor, { ...input, right: 'drafts' });
  const { areaId, bookId } = fund;
  const { kind, name } = input.account;
  const accounts = await readAccounts(tx, { areaId, bookId });
  refuseIf(accounts.some((one) => one.kind === kind && one.name === name) ? refusals.accountThere : null);
  const code = rules.nextCode(
    kind,
    accounts.map((one) => one.code),
  );
  const id = tx.newId();
  await openAccount(tx, { areaId, bookId, id, code, name, kind, neverNegative: false });
  changed(tx, actor, { areaId, act: 'fund.account', subject: `fund:${fund.id}`, detail: { code, name } });
}
