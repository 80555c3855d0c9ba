import { isSignedIn, type Actor } from '#shared/actor';
import { monthName, monthOf, monthOfDay } from '#shared/months';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { readAccounts, sumsOf } from '#kernel/ledger';
import { requireOwner } from '#modules/areas';
import { describeFiles } from '#modules/files';
import { countQuestions, readSaid, whyNotAskHere } from '../../questions/service.ts';
import { readFunds } from '../../store.ts';
import type { FundRow } from '../../tables.ts';
import type {
  AccountLine,
  AccountList,
  AccountPage,
  AccountQuery,
  FundCard,
  LinePage,
  PublishedMonth,
} from '../contract.ts';
import { Statement } from '../contract.ts';
import * as disclosureRules from '../rules.ts';
import {
  dueDayOf,
  placeName,
  titleOf,
  requireFund,
  type DisclosureDoors,
  type WhichFund,
  type WhichMonth,
} from '../scope/service.ts';
import * as store from '../store.ts';
import type { DisclosureRow } from '../tables.ts';
import { rowsOf, type SheetRow } from '../sheet/rules.ts';
import * as rules from './rules.ts';

type Faces = readonly store.DisclosureFace[];

const publishedOf = (faces: Faces): store.DisclosureFace[] => faces.filter(({ state }) => state === 'published');

async function cardOf(
  reader: Reader,
  doors: DisclosureDoors,
  { fund, faces, now }: { fund: FundRow; faces: Faces; now: Date },
): Promise<{ card: FundCard; months: AccountPage['months'] }> {
  const { areaId, id, bookId, name, openedOn } = fund;
  const accounts = await readAccounts(reader, { areaId, bookId });
  const published = publishedOf(faces);
  const months = rules.monthsOf(
    {
      openedMonth: monthOfDay(openedOn),
      published: published.map(({ month }) => month),
      current: monthOf(now),
      dueDay: dueDayOf(doors),
    },
    now,
  );
  const latest = published[0];
  const balance = accounts.filter(({ kind }) => kind === 'asset').reduce((sum, account) => sum + account.balance, 0);
  return {
    months,
    card: {
      ...{ areaId, id, name, balance, place: placeName(doors, fund) },
      latest: latest
        ? { month: latest.month, name: monthName(latest.month), in: latest.income, out: latest.expense }
        : null,
      missing: rules.missingOf(months),
    },
  };
}

/** The public money of a community, every fund with its balance and the months that are missing. Anybody may. Source: C42. */
export async function listAccounts(
  reader: Reader,
  doors: DisclosureDoors,
  input: { areaId: string; now: Date },
): Promise<AccountList> {
  const area = requireOwner(doors.tree, input.areaId);
  const funds = await readFunds(reader, [area.id]);
  const faces = await store.readFaces(
    reader,
    area.id,
    funds.map(({ id }) => id),
  );
  const cards = await Promise.all(
    funds.map((fund) =>
      cardOf(reader, doors, { fund, faces: faces.filter(({ fundId }) => fundId === fund.id), now: input.now }),
    ),
  );
  return { areaName: area.name, items: cards.map(({ card }) => card) };
}

/**
 * One fund for everybody: what is on it now, a published month with every line, or a year of them. Figures of a month are those
 * that were published, word for word. Source: C38, C42, R9.
 */
export async function readAccount(
  reader: Reader,
  doors: DisclosureDoors,
  input: WhichFund & { query: AccountQuery; address: string; now: Date },
): Promise<AccountPage> {
  const fund = await requireFund(reader, doors, input);
  const { areaId, id: fundId, bookId } = fund;
  const { now, query } = input;
  const faces = await store.readFaces(reader, areaId, [fundId]);
  const { card, months } = await cardOf(reader, doors, { fund, faces, now });
  const areaName = doors.tree.get(areaId)?.name ?? '';
  const wanted = query.year ? null : (query.month ?? card.latest?.month ?? null);
  const row = wanted === null ? null : await store.readDisclosure(reader, { areaId, fundId, month: wanted });
  const shown = row?.state === 'published' ? await shownOf(reader, row, query.page) : null;
  const current = monthOf(now);
  const running = await sumsOf(reader, { areaId, bookId, from: current, to: current });
  const sumOf = (kind: string): number =>
    running.filter((one) => one.kind === kind).reduce((sum, { debit, credit }) => sum + debit - credit, 0);
  const url = `${input.address}/f/${areaId}/${fundId}${query.month ? `?month=${query.month}` : ''}`;
  return {
    ...card,
    ...{ areaName, months, shown },
    ...{ bankName: fund.bankName, bankTail: fund.bankTail, hotline: fund.hotline, opinionBox: fund.opinionBox },
    year: query.year ? await readYear(reader, { areaId, fundId, year: query.year }) : null,
    running: { name: monthName(current), in: 0 - sumOf('income'), out: sumOf('expense') },
    groupText: rules.groupText(card, shown, { areaName, url }),
  };
}

async function readYear(reader: Reader, which: WhichFund & { year: number }): Promise<AccountPage['year']> {
  const rows = await store.readYear(reader, which);
  const months = rows.map(({ month, opening, income, expense, other, closing, accounts }) => ({
    ...{ month, name: monthName(month), opening, in: income, out: expense, other, closing },
    kinds: disclosureRules.kindsOf(Statement.shape.accounts.parse(accounts)),
  }));
  return rules.yearOf(which.year, months, disclosureRules.addKinds);
}

async function shownOf(reader: Reader, row: DisclosureRow, asked: number): Promise<PublishedMonth> {
  const statement = Statement.parse(JSON.parse(row.statement));
  const { page, pages } = rules.pageOf(statement.lines.length, asked);
  const lines = statement.lines.slice((page - 1) * rules.linesAtOnce, page * rules.linesAtOnce);
  const { opening, in: came, out, other, closing } = statement;
  return {
    ...{ month: row.month, name: monthName(row.month), opening, in: came, out, other, closing },
    kinds: disclosureRules.kindsOf(statement.accounts),
    publishedAt: row.publishedAt ?? '',
    draftedName: row.draftedName,
    checkedName: row.checkedName ?? '',
    checkedNote: row.checkedNote,
    approvedName: row.approvedName ?? '',
    hash: row.hash,
    short: disclosureRules.shortHash(row.hash),
    intact: disclosureRules.hashOf(row.statement) === row.hash,
    lines: await describeLines(reader, row, statement, lines),
    ...{ lineCount: statement.lines.length, page, pages },
  };
}

/** The lines with the pictures of their vouchers, what corrects them, and what was asked about them. */
export async function describeLines(
  reader: Reader,
  { areaId, fundId }: WhichFund,
  statement: Statement,
  lines: Statement['lines'],
): Promise<AccountLine[]> {
  const seqs = lines.map(({ seq }) => seq);
  const [vouchers, corrections, questions] = await Promise.all([
    store.readVouchersOf(reader, { areaId, fundId, seqs }),
    store.readCorrections(reader, { areaId, fundId, seqs }),
    countQuestions(reader, { areaId, fundId, seqs }),
  ]);
  const papers = await store.readPapersOf(reader, { areaId, fundId, voucherIds: vouchers.map(({ id }) => id) });
  const fileIds = papers.map(({ fileId }) => fileId);
  const pictures = new Map((await describeFiles(reader, areaId, fileIds)).map((picture) => [picture.id, picture]));
  const names = new Map(statement.accounts.map(({ code, name }) => [code, name]));
  return lines.map((line) => {
    const { seq, day, number, memo, party, way, in: came, out, other, moved, reverses, project } = line;
    const own = vouchers.filter((voucher) => voucher.seq === seq).map(({ id }) => id);
    return {
      ...{ seq, day, number, memo, party, way, in: came, out, other, moved, reverses, project },
      kindName: rules.kindNameOf(line, (code) => names.get(code) ?? ''),
      wayName: rules.wayNames[way] ?? '',
      pictures: papers
        .filter(({ voucherId }) => own.includes(voucherId))
        .flatMap(({ fileId }) => pictures.get(fileId) ?? []),
      ...rules.correctionsOf(seq, corrections),
      questions: questions.get(seq)?.shown ?? 0,
      answers: questions.get(seq)?.answered ?? 0,
    };
  });
}

/** One line of a published month with its vouchers and what was asked and answered. Anybody may. Refused when there is none. */
export async function readLine(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichMonth & { seq: number },
): Promise<LinePage> {
  const fund = await requireFund(reader, doors, input);
  const { areaId, id: fundId } = fund;
  const { month, seq } = input;
  const row = await store.readDisclosure(reader, { areaId, fundId, month });
  if (row?.state !== 'published') return refuse(disclosureRules.lineUnknown);
  const statement = Statement.parse(JSON.parse(row.statement));
  const found = statement.lines.find((line) => line.seq === seq) ?? refuse(disclosureRules.lineUnknown);
  const [line] = await describeLines(reader, { areaId, fundId }, statement, [found]);
  const refused = isSignedIn(actor) ? await whyNotAskHere(reader, actor, fund) : null;
  return {
    ...{ areaId, areaName: doors.tree.get(areaId)?.name ?? '', fundId, month, monthName: monthName(month) },
    fundName: titleOf(doors, fund),
    line: line ?? refuse(disclosureRules.lineUnknown),
    said: await readSaid(reader, actor, { areaId, fundId, seq }),
    whyNotAsk: refused?.zh ?? null,
    ...{ hotline: fund.hotline, opinionBox: fund.opinionBox },
  };
}

/** A published month as a workbook. Anybody may. Refused when it is not published. */
export async function readSheet(
  reader: Reader,
  doors: DisclosureDoors,
  input: WhichMonth,
): Promise<{ name: string; rows: AsyncIterable<SheetRow> }> {
  const fund = await requireFund(reader, doors, input);
  const { areaId, id: fundId } = fund;
  const row = await store.readDisclosure(reader, { areaId, fundId, month: input.month });
  if (row?.state !== 'published') return refuse(disclosureRules.disclosureUnknown);
  const rows = rowsOf(Statement.parse(JSON.parse(row.statement)), row.hash);
  const name = `${titleOf(doors, fund)}-${input.month}`;
  return {
    name,
    rows: (async function* each() {
      yield* rows;
    })(),
  };
}

/** The account of a published month, word for word: the text its hash is taken of. Anybody may, and may check it. */
export async function readStatement(reader: Reader, doors: DisclosureDoors, input: WhichMonth): Promise<string> {
  const { areaId, id: fundId } = await requireFund(reader, doors, input);
  const row = await store.readDisclosure(reader, { areaId, fundId, month: input.month });
  return row?.state === 'published' ? row.statement : refuse(disclosureRules.disclosureUnknown);
}
