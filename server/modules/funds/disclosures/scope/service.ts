import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { readAccounts, readEntries, sumsOf } from '#kernel/ledger';
import type { Entry, EntryPlace } from '#kernel-contract/ledger';
import { findMatterById } from '#kernel/workflow';
import { requireOwner } from '#modules/areas';
import type { FundDoors, WhichFund } from '../../scope/service.ts';
import type { RegistersContext } from '#modules/registers';
import { mayIn, placeOf } from '../../scope/service.ts';
import { readFund, takeFund as holdRow } from '../../store.ts';
import type { FundRow } from '../../tables.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import type { Statement } from '../contract.ts';

export type DisclosureDoors = FundDoors & {
  /** What a role is called. */
  labelOf(role: string): string;
  /** Where what the supervision group looked at is written. */
  registers: RegistersContext;
  /** Notes that a month was published, where that is a duty. */
  fulfil(tx: Tx, actor: Actor, done: { areaId: string; set: string; subjectId: string }): Promise<void>;
};

export { mayIn, placeOf, roleIn, titleOf } from '../../scope/service.ts';
export type { WhichFund } from '../../scope/service.ts';
export type WhichMonth = WhichFund & { month: number };

/** The day of the next month by which a month hangs. */
export const dueDayOf = ({ words }: Pick<DisclosureDoors, 'words'>): number => words.dueDay;

export const placeName = ({ tree }: Pick<DisclosureDoors, 'tree'>, fund: FundRow): string =>
  tree.get(placeOf(fund))?.name ?? '';

/** The fund. Refused when there is none. */
export async function requireFund(reader: Reader, doors: DisclosureDoors, which: WhichFund): Promise<FundRow> {
  const { id: areaId } = requireOwner(doors.tree, which.areaId);
  return (await readFund(reader, areaId, which.fundId)) ?? refuse(rules.fundUnknown);
}

/** The fund, held until the commit. Refused when there is none. */
export async function takeFund(tx: Tx, doors: DisclosureDoors, which: WhichFund): Promise<FundRow> {
  const { id: areaId } = requireOwner(doors.tree, which.areaId);
  return (await holdRow(tx, areaId, which.fundId)) ?? refuse(rules.fundUnknown);
}

/** Refused for who may not do that with this fund. */
export function requireRight(doors: DisclosureDoors, actor: Actor, fund: FundRow, capability: string): void {
  if (!mayIn(doors, actor, fund, capability)) refuse(rules.notYoursHere);
}

const entriesAtOnce = 500;

/** The account of a month as the books have it now. */
export async function makeStatement(
  reader: Reader,
  doors: DisclosureDoors,
  fund: FundRow,
  month: number,
): Promise<Statement> {
  const { areaId, id: fundId, bookId } = fund;
  const [accounts, sums] = await Promise.all([
    readAccounts(reader, { areaId, bookId }),
    sumsOf(reader, { areaId, bookId, from: month, to: month }),
  ]);
  const sumById = new Map(sums.map((sum) => [sum.accountId, sum]));
  const entries = await entriesOf(reader, { areaId, bookId, month });
  const seqs = entries.map(({ seq }) => seq);
  const name = placeName(doors, fund);
  return rules.statementOf({
    fund: { areaId, id: fundId, name: fund.name, place: name },
    month,
    accounts: accounts.map((account) => {
      const { opening = 0, debit = 0, credit = 0, closing = 0 } = sumById.get(account.id) ?? {};
      return { ...account, opening, debit, credit, closing };
    }),
    entries,
    vouchers: await vouchersOf(reader, { areaId, fundId, seqs }),
  });
}

async function entriesOf(
  reader: Reader,
  { areaId, bookId, month }: { areaId: string; bookId: string; month: number },
): Promise<rules.EntryFacts[]> {
  const entries: rules.EntryFacts[] = [];
  for (let after: EntryPlace | null = null; ;) {
    const page: Entry[] = await readEntries(reader, {
      ...{ areaId, bookId, from: month, to: month, limit: entriesAtOnce },
      after,
    });
    entries.push(...page.filter(({ lines }) => lines.length > 0));
    const last = page.at(-1);
    if (!last || page.length < entriesAtOnce) return rules.byDay(entries);
    after = { month: last.month, seq: last.seq };
  }
}

async function vouchersOf(
  reader: Reader,
  { areaId, fundId, seqs }: WhichFund & { seqs: readonly number[] },
): Promise<Map<number, rules.VoucherFacts>> {
  const vouchers = await store.readVouchersOf(reader, { areaId, fundId, seqs });
  const matterIds = [...new Set(vouchers.flatMap(({ matterId }) => matterId ?? []))];
  const [papers, matters] = await Promise.all([
    store.readPapersOf(reader, { areaId, fundId, voucherIds: vouchers.map(({ id }) => id) }),
    Promise.all(matterIds.map((id) => findMatterById(reader, areaId, id))),
  ]);
  const codes = new Map(matters.flatMap((matter) => (matter ? [[matter.id, matter.traceCode] as const] : [])));
  return new Map(
    vouchers.map(({ seq, id, number, way, party, payeeUserId, matterId }) => [
      seq,
      {
        ...{ number, way },
        party: rules.publicParty(party, payeeUserId !== null),
        vouchers: papers.filter(({ voucherId }) => voucherId === id).map(({ sha256 }) => sha256),
        project: (matterId && codes.get(matterId)) || null,
      },
    ]),
  );
}

/** Writes down who did what with a fund, and lets open pages look again. */
export function changed(
  tx: Tx,
  actor: Actor,
  { areaId, fundId, act, detail = {} }: WhichFund & { act: string; detail?: Record<string, unknown> },
): void {
  audit(tx, actor, { areaId, act, subject: `fund:${fundId}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'fund' }));
}
