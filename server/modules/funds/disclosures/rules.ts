import { sha256 } from '#shared/digest';
import { maskName, maskParty } from '#shared/masking';
import { monthName } from '#shared/months';
import type { Refusal } from '#shared/refusal';
import type { DisclosureAction, KindSum, Statement, StatementLine } from './contract.ts';

export type AccountSums = Statement['accounts'][number] & { id: string };
export type EntryFacts = {
  seq: number;
  day: string;
  memo: string;
  reverses: number | null;
  lines: readonly { accountId: string; amount: number }[];
};
export type VoucherFacts = Pick<StatementLine, 'number' | 'party' | 'way' | 'vouchers' | 'project'>;

type Facts = {
  fund: { areaId: string; id: string; name: string; place: string };
  month: number;
  accounts: readonly AccountSums[];
  entries: readonly EntryFacts[];
  /** By the sequence number of the entry. */
  vouchers: ReadonlyMap<number, VoucherFacts>;
};

const add = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/**
 * The account of a month from the entries of the book alone: nothing in it was typed in. A sum that does not come out is a bug
 * and not a refusal. Source: C42, R9.
 */
export function statementOf(facts: Facts): Statement {
  const { fund, month } = facts;
  const byId = new Map(facts.accounts.map((account) => [account.id, account]));
  const lines = facts.entries.map((entry) => lineOf(entry, byId, facts.vouchers.get(entry.seq)));
  const assets = facts.accounts.filter(({ kind }) => kind === 'asset');
  const total = {
    opening: add(assets.map(({ opening }) => opening)),
    in: add(lines.map((line) => line.in)),
    out: add(lines.map((line) => line.out)),
    other: add(lines.map((line) => line.other)),
    closing: add(assets.map(({ closing }) => closing)),
  };
  if (total.closing !== total.opening + total.in - total.out + total.other)
    throw new Error(`the statement of ${month} does not add up`);
  const accounts = facts.accounts
    .filter(({ opening, debit, credit }) => opening !== 0 || debit !== 0 || credit !== 0)
    .map(({ code, name, kind, opening, debit, credit, closing }) => ({
      ...{ code, name, kind, opening, debit, credit, closing },
    }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const { areaId: area, id, name, place } = fund;
  return {
    ...{ format: 'liren-disclosure-1' as const, area, fund: id, name, place, unit: 'fen' as const, month },
    ...{ ...total, accounts, lines },
  };
}

function lineOf(
  entry: EntryFacts,
  accounts: ReadonlyMap<string, AccountSums>,
  voucher: VoucherFacts | undefined,
): StatementLine {
  const { seq, day, memo, reverses } = entry;
  const posted = entry.lines.map(({ accountId, amount }) => {
    const account = accounts.get(accountId);
    if (!account) throw new Error(`entry ${seq} names an account that is not in its book`);
    return { amount, kind: account.kind, code: account.code };
  });
  const sumOf = (...kinds: string[]): number =>
    add(posted.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
  const sums = { in: 0 - sumOf('income'), out: sumOf('expense'), other: 0 - sumOf('equity', 'liability') };
  const isMove = posted.every(({ kind }) => kind === 'asset');
  return {
    ...{ seq, day, memo, reverses, ...sums },
    moved: isMove ? add(posted.map(({ amount }) => Math.max(amount, 0))) : 0,
    number: voucher?.number ?? null,
    party: voucher?.party ?? '',
    way: voucher?.way ?? '',
    kinds: posted.filter(({ kind }) => kind !== 'asset').map(({ code, amount }) => ({ code, amount })),
    vouchers: voucher?.vouchers ?? [],
    project: voucher?.project ?? null,
  };
}

/** In the order of their days, and of one day in the order in which they were posted. */
export function byDay<One extends { seq: number; day: string }>(entries: readonly One[]): One[] {
  return entries.toSorted((one, other) => (one.day === other.day ? one.seq - other.seq : one.day < other.day ? -1 : 1));
}

export const hashOf = (text: string): string => sha256(text);

/** The first digits of a hash in groups, as they stand on paper and on the page. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}

/** What came in and went out by kind, the largest first. */
export function kindsOf(accounts: Statement['accounts']): KindSum[] {
  const found: KindSum[] = accounts.flatMap(({ code, name, kind, debit, credit }): KindSum[] => {
    if (kind === 'income') return [{ code, name, direction: 'in', amount: credit - debit }];
    if (kind === 'expense') return [{ code, name, direction: 'out', amount: debit - credit }];
    return [];
  });
  return found.filter(({ amount }) => amount !== 0).toSorted((one, other) => other.amount - one.amount);
}

/** The kinds of several months, added up. */
export function addKinds(months: readonly KindSum[][]): KindSum[] {
  const sums = new Map<string, KindSum>();
  for (const kind of months.flat())
    sums.set(kind.code, { ...kind, amount: kind.amount + (sums.get(kind.code)?.amount ?? 0) });
  return [...sums.values()].toSorted((one, other) => other.amount - one.amount);
}

export type DraftFacts = {
  state: 'drafted' | 'checked' | 'published';
  draftedBy: string;
  returnedReason: string;
};

/** A month is closed in its turn, when it is over. Source: F22. */
export function whyNotDraft(
  { month, next, current }: { month: number; next: number; current: number },
  there: DraftFacts | null,
): Refusal | null {
  if (there?.state === 'published') return alreadyPublished;
  if (month >= current) return monthNotOver(month);
  if (month !== next) return notItsTurn(next);
  if (there && there.returnedReason === '') return alreadyDrafted;
  return null;
}

/** The supervision group says that a draft is right; never who drafted it. Source: C42, F22. */
export function whyNotCheck(there: DraftFacts, actorId: string): Refusal | null {
  if (there.state === 'published') return alreadyPublished;
  if (there.state === 'checked') return alreadyChecked;
  if (there.returnedReason !== '') return returned;
  return there.draftedBy === actorId ? ownDraft : null;
}

/** Publishes what was checked; never who drafted it. Source: C42, F22. */
export function whyNotApprove(there: DraftFacts, actorId: string): Refusal | null {
  if (there.state === 'published') return alreadyPublished;
  if (there.returnedReason !== '') return returned;
  if (there.state !== 'checked') return notChecked;
  return there.draftedBy === actorId ? ownDraft : null;
}

export function whyNotReturn(there: DraftFacts): Refusal | null {
  if (there.state === 'published') return alreadyPublished;
  return there.returnedReason === '' ? null : returned;
}

export type Rights = { drafts: boolean; checks: boolean; approves: boolean };

/** What somebody may do with a month now. */
export function actionsOf(
  turn: { month: number; next: number; current: number },
  there: DraftFacts | null,
  actorId: string,
  rights: Rights,
): DisclosureAction[] {
  const actions: DisclosureAction[] = [];
  if (rights.drafts && !whyNotDraft(turn, there)) actions.push('draft');
  if (!there) return actions;
  if (rights.checks && !whyNotCheck(there, actorId)) actions.push('check');
  if (rights.approves && !whyNotApprove(there, actorId)) actions.push('approve');
  const isHers = rights.drafts || rights.checks || rights.approves;
  if (isHers && !whyNotReturn(there)) actions.push('return');
  return actions;
}

export const alreadyPublished: Refusal = {
  code: 'disclosure.published',
  status: 409,
  zh: '这个月的账单已经公布，不能再改。发现有错，请在现在的月份记更正，两个月都会写明。',
  en: 'This month is published and frozen: correct it by a new entry.',
};

export const alreadyDrafted: Refusal = {
  code: 'disclosure.drafted-already',
  status: 409,
  zh: '这个月的账单刚刚有人生成了，正在等监督小组核对。刷新一下就能看到。',
  en: 'Somebody has drafted this month already.',
};

export const alreadyChecked: Refusal = {
  code: 'disclosure.checked-already',
  status: 409,
  zh: '这个月的账单刚刚有人核对过了，正在等发布。刷新一下就能看到。',
  en: 'Somebody has checked this month already.',
};

const monthNotOver = (month: number): Refusal => ({
  code: 'disclosure.month-not-over',
  status: 422,
  zh: `${monthName(month)}还没有过完，过完以后再月结。`,
  en: 'The month is not over yet.',
});

const notItsTurn = (next: number): Refusal => ({
  code: 'disclosure.not-its-turn',
  status: 422,
  zh: `月结要一个月一个月来，请先结${monthName(next)}。`,
  en: `Months are closed in order: ${next} comes first.`,
});

const returned: Refusal = {
  code: 'disclosure.returned',
  status: 409,
  zh: '这个月的账单已经退回，等业委会改好、重新生成以后再来。',
  en: 'The draft was given back: wait until it is drafted anew.',
};

const ownDraft: Refusal = {
  code: 'disclosure.own-draft',
  status: 403,
  zh: '账单是您生成的，要由别人核对和发布。',
  en: 'Who drafted a month neither checks nor approves it.',
};

const notChecked: Refusal = {
  code: 'disclosure.not-checked',
  status: 409,
  zh: '监督小组还没有核对，核对以后才能发布。',
  en: 'The supervision group has not checked it yet.',
};

export const booksMoved: Refusal = {
  code: 'disclosure.books-moved',
  status: 409,
  zh: '生成以后账上又有变动，请退回，由业委会重新生成，再核对发布。',
  en: 'The books have moved since the draft: give it back and draft it anew.',
};

export const disclosureUnknown: Refusal = {
  code: 'disclosure.unknown',
  status: 404,
  zh: '这个月还没有公布账单。请看看别的月份。',
  en: 'No account of this month is published.',
};

export const lineUnknown: Refusal = {
  code: 'disclosure.line-unknown',
  status: 404,
  zh: '没有这一笔，或者这个月的账还没有公布。',
  en: 'There is no such line in a published month.',
};

export const notYoursHere: Refusal = {
  code: 'disclosure.not-yours',
  status: 403,
  zh: '这件事要由这个小区管账的人来办，请找业委会、监督小组或者社区。',
  en: 'Only those who look after this fund may do that.',
};

export const fundUnknown: Refusal = {
  code: 'disclosure.fund-unknown',
  status: 404,
  zh: '没有这个账户，或者不在这个社区。请从“阳光账”里点进来。',
  en: 'There is no such fund here.',
};

/** Who paid or was paid, as everybody reads it: units by name, persons by their surname. */
export function publicParty(party: string, isPerson: boolean): string {
  const name = party.trim();
  return isPerson && name !== '' ? maskName(name) : maskParty(name);
}

/** Where a month stands for those who close it; null while nobody has drafted it. */
export function deskStateName(there: DraftFacts | null): string | null {
  if (!there) return null;
  if (there.state === 'published') return '已公布';
  if (there.returnedReason !== '') return '退回修改';
  return there.state === 'checked' ? '等发布' : '等监督小组核对';
}

export const areaUnknown: Refusal = {
  code: 'disclosure.area-unknown',
  status: 404,
  zh: '没有这个地方，请从左上角重新选一个。',
  en: 'There is no such area.',
};
