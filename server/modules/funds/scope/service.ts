import type { Actor } from '#shared/actor';
import { placedName } from '#shared/placed-name';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { readAccounts } from '#kernel/ledger';
import { requireOwner } from '#modules/areas';
import type { MattersContext } from '#modules/matters/settle';
import type { MessageDoors, Roster } from '#modules/messages';
import * as refusals from '../refusals/rules.ts';
import { rightsOf, type Rights } from '../rules.ts';
import * as store from '../store.ts';
import type { FundRow } from '../tables.ts';
import type { Accounts } from '../vouchers/rules.ts';
import type { FundWords } from '../words/contract.ts';

export type FundDoors = MessageDoors & {
  roster: Roster & { person(userId: string): { name: string } | undefined };
  may(actor: Actor, capability: string, areaId: string): boolean;
  words: FundWords;
  /** Kinds of funds by their word in names.yaml. */
  names: Record<string, string>;
  /** The matters whose payments are made here. */
  matters: MattersContext;
};

export type WhichFund = { areaId: string; fundId: string };

/** Where a fund lies: what somebody holds there counts in it. */
export const placeOf = ({ areaId, estateId }: Pick<FundRow, 'areaId' | 'estateId'>): string => estateId ?? areaId;

/** What a fund is called where others stand beside it: 工盛北院公共收益. */
export const titleOf = (
  { tree }: Pick<FundDoors, 'tree'>,
  fund: Pick<FundRow, 'areaId' | 'estateId' | 'name'>,
): string => placedName(tree.get(placeOf(fund))?.name ?? '', fund.name);

const keptByCommunity = new Set([
  ...['voucher.draft', 'bank.match', 'disclosure.draft', 'disclosure.check', 'question.answer', 'fund.hand-over'],
]);

/**
 * Whether an actor may do something in a fund. One of the whole community has neither committee nor supervision group: the community keeps
 * its books, and one of its people checks what another drafted. Source: F20 step 2, F22.
 */
export function mayIn(
  doors: Pick<FundDoors, 'may'>,
  actor: Actor,
  fund: Pick<FundRow, 'areaId' | 'estateId'>,
  capability: string,
): boolean {
  const place = placeOf(fund);
  if (doors.may(actor, capability, place)) return true;
  return fund.estateId === null && keptByCommunity.has(capability) && doors.may(actor, 'fund.open', place);
}

/** Whom something about a fund is told to: those of its estate with a role, of the whole community's own its workers. */
export const roleIn = (fund: Pick<FundRow, 'areaId' | 'estateId'>, role: 'owners-committee' | 'supervisors'): string =>
  `role:${fund.estateId ? role : 'community-worker'}@${placeOf(fund)}`;

/** What an actor may do in a fund. */
export function rightsIn(doors: FundDoors, actor: Actor, fund: Pick<FundRow, 'areaId' | 'estateId'>): Rights {
  return rightsOf((capability) => mayIn(doors, actor, fund, capability));
}

/** A fund for one who may do something in it; refused for everybody else as if it were not there. */
export async function requireFund(
  reader: Reader,
  doors: FundDoors,
  actor: Actor,
  { areaId, fundId, right = 'reads' }: WhichFund & { right?: keyof Rights },
): Promise<{ fund: FundRow; rights: Rights }> {
  const { id } = requireOwner(doors.tree, areaId);
  const fund = (await store.readFund(reader, id, fundId)) ?? refuse(refusals.fundUnknown);
  return { fund, rights: allowed(doors, actor, fund, right) };
}

/** The same, held until the commit: what is posted in a fund comes one after another. */
export async function holdFund(
  tx: Tx,
  doors: FundDoors,
  actor: Actor,
  { areaId, fundId, right }: WhichFund & { right: keyof Rights },
): Promise<{ fund: FundRow; rights: Rights }> {
  const { id } = requireOwner(doors.tree, areaId);
  const fund = (await store.takeFund(tx, id, fundId)) ?? refuse(refusals.fundUnknown);
  return { fund, rights: allowed(doors, actor, fund, right) };
}

function allowed(doors: FundDoors, actor: Actor, fund: FundRow, right: keyof Rights): Rights {
  const rights = rightsIn(doors, actor, fund);
  if (!rights.reads) refuse(refusals.fundUnknown);
  if (!rights[right]) refuse(refusals.notYourFund);
  return rights;
}

/** The accounts of a fund's book, with those of the bank and of cash. */
export async function accountsOf(
  reader: Reader,
  { words }: Pick<FundDoors, 'words'>,
  { areaId, bookId }: Pick<FundRow, 'areaId' | 'bookId'>,
): Promise<Accounts> {
  const all = await readAccounts(reader, { areaId, bookId });
  const byCode = (code: string): Accounts['bank'] =>
    all.find((one) => one.code === code) ?? refuse(refusals.fundUnknown);
  return { bank: byCode(words.assets.bank.code), cash: byCode(words.assets.cash.code), all };
}

/** Those of the committee whose fund it is, who approve what others prepared. */
export function membersOf(doors: Pick<FundDoors, 'roster'>, fund: FundRow): { id: string; name: string }[] {
  const holders = fund.estateId ? doors.roster.holders(['owners-committee'], [fund.estateId]) : [];
  return [...new Map(holders.map(({ userId, name }) => [userId, { id: userId, name }])).values()];
}

/** Writes down who did what, and lets open pages look again. */
export function changed(
  tx: Tx,
  actor: Actor,
  {
    areaId,
    act,
    subject,
    detail = {},
  }: { areaId: string; act: string; subject: string; detail?: Record<string, unknown> },
): void {
  audit(tx, actor, { areaId, act, subject, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'fund' }));
}
