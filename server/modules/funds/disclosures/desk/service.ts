import type { Actor } from '#shared/actor';
import { addMonths, monthName, monthOf, monthOfDay } from '#shared/months';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { readBook } from '#kernel/ledger';
import type { FundRow } from '../../tables.ts';
import { Statement, type MonthState } from '../contract.ts';
import * as pageRules from '../page/rules.ts';
import { describeLines } from '../page/service.ts';
import * as disclosureRules from '../rules.ts';
import {
  dueDayOf,
  makeStatement,
  placeName,
  mayIn,
  requireFund,
  requireRight,
  type DisclosureDoors,
  type WhichFund,
  type WhichMonth,
} from '../scope/service.ts';
import * as store from '../store.ts';
import type { DeskMonth, DeskMonthList, DeskMonthPage } from './contract.ts';

type Seen = { month: MonthState; face: store.DisclosureFace | null; next: number; current: number };

function deskMonthOf(actor: Actor, doors: DisclosureDoors, fund: FundRow, seen: Seen): DeskMonth {
  const { month, face, next, current } = seen;
  const rights = {
    drafts: mayIn(doors, actor, fund, 'disclosure.draft'),
    checks: mayIn(doors, actor, fund, 'disclosure.check'),
    approves: mayIn(doors, actor, fund, 'disclosure.approve'),
  };
  const there = face as (store.DisclosureFace & disclosureRules.DraftFacts) | null;
  return {
    ...month,
    stateName: disclosureRules.deskStateName(there) ?? month.stateName,
    disclosure: (face?.state as DeskMonth['disclosure']) ?? null,
    ...{ opening: face?.opening ?? 0, in: face?.income ?? 0, out: face?.expense ?? 0, closing: face?.closing ?? 0 },
    ...{ draftedName: face?.draftedName ?? null, draftedAt: face?.draftedAt ?? null },
    ...{ checkedName: face?.checkedName ?? null, approvedName: face?.approvedName ?? null },
    publishedAt: face?.publishedAt ?? null,
    ...{ returnedReason: face?.returnedReason ?? '', returnedName: face?.returnedName ?? '' },
    actions: disclosureRules.actionsOf({ month: month.month, next, current }, there, actor.id, rights),
  };
}

async function monthsOf(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  { fund, now }: { fund: FundRow; now: Date },
): Promise<DeskMonthList> {
  const { areaId, id: fundId, bookId } = fund;
  const [{ closedThrough }, faces] = await Promise.all([
    readBook(reader, { areaId, bookId }),
    store.readFaces(reader, areaId, [fundId]),
  ]);
  const current = monthOf(now);
  const next = addMonths(closedThrough, 1);
  const published = faces.filter(({ state }) => state === 'published').map(({ month }) => month);
  const asked = { openedMonth: monthOfDay(fund.openedOn), published, current, dueDay: dueDayOf(doors) };
  const items = pageRules.monthsOf(asked, now).map((month) => {
    const face = faces.find((one) => one.month === month.month) ?? null;
    return deskMonthOf(actor, doors, fund, { month, face, next, current });
  });
  return { items, next };
}

/** The months of a fund, the newest first, each with what may be done with it. Refused for who may not read the fund. */
export async function listMonths(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund & { now: Date },
): Promise<DeskMonthList> {
  const fund = await requireFund(reader, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  return monthsOf(reader, actor, doors, { fund, now: input.now });
}

/** One month with its whole account, as it was drafted, or as it would be drafted now. */
export async function readMonth(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichMonth & { address: string; now: Date },
): Promise<DeskMonthPage> {
  const fund = await requireFund(reader, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  const { areaId, id: fundId, name, bankName, bankTail, hotline, opinionBox } = fund;
  const { month, now } = input;
  const { items } = await monthsOf(reader, actor, doors, { fund, now });
  const face = items.find((one) => one.month === month) ?? refuse(disclosureRules.disclosureUnknown);
  const row = await store.readDisclosure(reader, { areaId, fundId, month });
  const statement =
    row && row.returnedReason === ''
      ? Statement.parse(JSON.parse(row.statement))
      : await makeStatement(reader, doors, fund, month);
  const lines = await describeLines(reader, { areaId, fundId }, statement, statement.lines);
  const { in: came, out, opening, closing } = statement;
  const areaName = doors.tree.get(areaId)?.name ?? '';
  const place = placeName(doors, fund);
  const url = `${input.address}/f/${areaId}/${fundId}?month=${month}`;
  const card = { name, place, balance: closing, missing: [] };
  return {
    ...face,
    ...{ areaId, areaName, fundId, fundName: name, place, bankName, bankTail, hotline, opinionBox, url },
    ...{ in: came, out, opening, closing, lines, statement },
    kinds: disclosureRules.kindsOf(statement.accounts),
    checkedNote: row?.checkedNote ?? '',
    bare: lines.filter((line) => line.number !== null && line.pictures.length === 0).length,
    hash: row?.state === 'published' ? row.hash : null,
    short: row?.state === 'published' ? disclosureRules.shortHash(row.hash) : null,
    groupText: pageRules.groupText(card, { name: monthName(month), in: came, out, closing }, { areaName, url }),
  };
}
