import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { findMatterById } from '#kernel/workflow';
import { readAccounts } from '#kernel/ledger';
import type { Picture } from '#contract/files';
import { describeFiles } from '#modules/files';
import type { Rights } from '../../rules.ts';
import type { FundDoors } from '../../scope/service.ts';
import type { FundRow } from '../../tables.ts';
import { voucherKindNames, voucherStateNames, voucherWayNames, type VoucherCard } from '../contract.ts';
import * as rules from '../rules.ts';
import { readFiles, type VoucherView } from '../store.ts';

/** Vouchers as screens need them, with their papers, their matters and what may be done with each. */
export async function cardsOf(
  reader: Reader,
  actor: Actor,
  doors: FundDoors,
  { fund, rights, rows }: { fund: FundRow; rights: Rights; rows: readonly VoucherView[] },
): Promise<VoucherCard[]> {
  const { areaId, bookId } = fund;
  const [papers, accounts, matters] = await Promise.all([
    papersOf(reader, fund, rows),
    readAccounts(reader, { areaId, bookId }),
    mattersOf(reader, areaId, rows),
  ]);
  const nameOf = (id: string): string => doors.roster.person(id)?.name ?? '已离任的委员';
  const accountName = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    ...plainOf(row),
    ...{ accountName: accountName.get(row.accountId) ?? '', papers: papers.get(row.id) ?? [] },
    matter: (row.matterId && matters.get(row.matterId)) || null,
    related: row.relatedIds.map((id) => ({ id, name: nameOf(id) })),
    payee: row.payeeUserId ? { id: row.payeeUserId, name: nameOf(row.payeeUserId) } : null,
    actions: rules.actionsOf({ ...row, corrected: row.correctedById !== null }, actor.id, rights),
    whyNotApprove: row.state === 'drafted' && rights.approves ? (rules.whyNotApprove(row, actor.id)?.zh ?? null) : null,
  }));
}

function plainOf(row: VoucherView) {
  const { id, number, kind, way, receiptNo, day, month, amount, accountId, party, memo, state, version } = row;
  const { draftedName, draftedAt, approvedName, approvedAt, refusedName, refusedReason, step, shown } = row;
  const named = (other: string | null, its: string | null) => (other ? { id: other, number: its } : null);
  return {
    ...{ id, number, kind, way, receiptNo, day, month, amount, accountId, party, memo, state, version, step, shown },
    ...{ draftedName, draftedAt, approvedName, approvedAt, refusedName, refusedReason },
    ...{ kindName: voucherKindNames[kind], wayName: voucherWayNames[way], stateName: voucherStateNames[state] },
    ...{ entry: row.entrySeq, reversal: row.reversalSeq, matched: row.matched, relatedNote: row.relatedNote },
    ...{
      corrects: named(row.corrects, row.correctsNumber),
      correctedBy: named(row.correctedById, row.correctedByNumber),
    },
  };
}

/** The papers of vouchers by the voucher's id. */
export async function papersOf(
  reader: Reader,
  { areaId, id: fundId }: FundRow,
  rows: readonly { id: string }[],
): Promise<Map<string, Picture[]>> {
  const found = await readFiles(reader, { areaId, fundId, voucherIds: rows.map(({ id }) => id) });
  const pictures = await describeFiles(
    reader,
    areaId,
    found.map(({ fileId }) => fileId),
  );
  const byId = new Map(pictures.map((one) => [one.id, one]));
  const papers = new Map<string, Picture[]>();
  for (const { voucherId, fileId } of found) {
    const picture = byId.get(fileId);
    if (picture) papers.set(voucherId, [...(papers.get(voucherId) ?? []), picture]);
  }
  return papers;
}

async function mattersOf(reader: Reader, areaId: string, rows: readonly VoucherView[]) {
  const ids = [...new Set(rows.flatMap(({ matterId }) => matterId ?? []))];
  const found = await Promise.all(ids.map((id) => findMatterById(reader, areaId, id)));
  return new Map(
    found.flatMap((matter) =>
      matter ? [[matter.id, { number: matter.number, title: matter.title, traceCode: matter.traceCode }] as const] : [],
    ),
  );
}
