import { createHash } from 'node:crypto';
import { addMonths } from '#shared/months';
import { refuse } from '#shared/refusal';
import { writeAccounts, type Bundle, type BundleDisclosure, type ChainLink } from '#shared/reckon';
import type { Reader } from '#platform/database';
import { readBody, readOfMatter as readBallotsOf } from '#kernel/ballots';
import { readAccounts, readBook, readChain, readClosings, readEntries } from '#kernel/ledger';
import type { Book, Entry, EntryPlace } from '#kernel-contract/ledger';
import { readOfMatter as readNoticesOf, readSnapshot } from '#kernel/publicity';
import type { Statement } from '../disclosures/contract.ts';
import { placeName, requireFund, type DisclosureDoors, type WhichFund } from '../disclosures/scope/service.ts';
import * as disclosures from '../disclosures/store.ts';
import type { FundRow } from '../tables.ts';
import type { BundleQuery } from './contract.ts';
import * as rules from './rules.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Published months of a fund as a text from which anybody can add them up again: entries, closings, accounts as published, and the
 * notices and ballots of the projects paid in them. Refused where none of the months is published. Source: R9, N54.
 */
export async function readBundle(
  reader: Reader,
  doors: DisclosureDoors,
  { query, ...which }: WhichFund & { query: BundleQuery },
): Promise<{ text: string; range: rules.Range }> {
  const fund = await requireFund(reader, doors, which);
  const { areaId, id, bookId } = fund;
  const [book, accounts, faces] = await Promise.all([
    readBook(reader, { areaId, bookId }),
    readAccounts(reader, { areaId, bookId }),
    disclosures.readFaces(reader, areaId, [id]),
  ]);
  const published = faces.filter(({ state }) => state === 'published').map(({ month }) => month);
  const range = rules.rangeOf(published, book.openedMonth, query) ?? refuse(rules.nothingPublished);
  const { chain, before } = await readLinks(reader, book, range);
  const texts = await readTexts(reader, fund, published, range);
  const bundle: Bundle = {
    head: {
      ...{ format: 'liren-accounts-1', area: areaId, fund: id, book: bookId, name: fund.name, unit: book.unit },
      ...{ place: placeName(doors, fund), opened: book.openedMonth, ...range, first: chain[0]?.of.seq ?? 0, before },
      accounts: accounts
        .map(({ code, name, kind, neverNegative }) => ({ code, name, kind, neverNegative }))
        .sort((one, other) => (one.code < other.code ? -1 : 1)),
    },
    chain,
    disclosures: texts,
    ...(await readProjects(reader, fund, texts)),
  };
  return { text: writeAccounts(bundle, sha256), range };
}

const linksAtOnce = 500;

/** The links from the first that concerns these months to the closing of the last of them, and the hash before. */
async function readLinks(
  reader: Reader,
  { areaId, id: bookId, openedMonth: opened, unit }: Book,
  range: rules.Range,
): Promise<{ chain: ChainLink[]; before: string }> {
  const closings = await readClosings(reader, {
    ...{ areaId, bookId, from: addMonths(range.from, -1), to: range.to },
  });
  const byMonth = new Map(closings.map((closing) => [closing.month, closing]));
  const last = byMonth.get(range.to)?.seq ?? refuse(rules.nothingPublished);
  const earlier = byMonth.get(addMonths(range.from, -1))?.seq ?? 0;
  let from = range.from === opened ? 0 : await firstSeq(reader, { areaId, bookId }, range, earlier);
  const chain: ChainLink[] = [];
  let before: string | undefined;
  while (from <= last) {
    const links: Entry[] = await readChain(reader, { areaId, bookId, fromSeq: from, limit: linksAtOnce });
    before ??= links[0]?.previousHash;
    for (const link of links) if (link.seq <= last) chain.push(rules.linkShown(link, range, byMonth, { opened, unit }));
    if (links.length === 0) break;
    from += links.length;
  }
  return { chain, before: before ?? '' };
}

/** The number of the first entry of these months: some were posted before the month before them was closed. */
async function firstSeq(
  reader: Reader,
  which: { areaId: string; bookId: string },
  { from, to }: rules.Range,
  least: number,
): Promise<number> {
  let first = least;
  for (let after: EntryPlace | null = null; ;) {
    const page: Entry[] = await readEntries(reader, { ...which, from, to, after, limit: linksAtOnce });
    for (const { kind, seq } of page) if (kind === 'entry') first = Math.min(first, seq);
    const last = page.at(-1);
    if (!last || page.length < linksAtOnce) return first;
    after = { month: last.month, seq: last.seq };
  }
}

async function readTexts(
  reader: Reader,
  { areaId, id: fundId }: FundRow,
  published: readonly number[],
  { from, to }: rules.Range,
): Promise<BundleDisclosure[]> {
  const months = published.filter((month) => month >= from && month <= to).sort((one, other) => one - other);
  const rows = await Promise.all(months.map((month) => disclosures.readDisclosure(reader, { areaId, fundId, month })));
  return rows.flatMap((row) => (row ? [{ month: row.month, hash: row.hash, statement: row.statement }] : []));
}

async function readProjects(
  reader: Reader,
  { areaId, id: fundId }: FundRow,
  texts: readonly BundleDisclosure[],
): Promise<rules.Named> {
  const lines = texts.flatMap(({ statement }) => (JSON.parse(statement) as Statement).lines);
  const named = lines.filter(({ project }) => project !== null);
  const vouchers = await disclosures.readVouchersOf(reader, { areaId, fundId, seqs: named.map(({ seq }) => seq) });
  const matterOf = new Map(vouchers.map(({ seq, matterId }) => [seq, matterId]));
  const projects = rules.projectsOf(
    named.map(({ seq, memo, project }) => ({ seq, memo, code: project ?? '', matterId: matterOf.get(seq) ?? null })),
  );
  const found = await Promise.all(
    projects.map(async ({ code, title, payments, matterIds }) => {
      const records = await Promise.all(matterIds.map((matterId) => readRecords(reader, areaId, matterId)));
      const notices = rules.once(records.flatMap((one) => one.notices));
      const ballots = rules.once(records.flatMap((one) => one.ballots));
      const ids = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
      return { notices, ballots, project: { code, title, payments, notices: ids(notices), ballots: ids(ballots) } };
    }),
  );
  return {
    notices: rules.once(found.flatMap(({ notices }) => notices)),
    ballots: rules.once(found.flatMap(({ ballots }) => ballots)),
    projects: found.map(({ project }) => project),
  };
}

/** What hung of a matter and what was voted on in it, as it was hashed; none of what has not come to that. */
async function readRecords(
  reader: Reader,
  areaId: string,
  matterId: string,
): Promise<Pick<Bundle, 'notices' | 'ballots'>> {
  const [hung, voted] = await Promise.all([
    readNoticesOf(reader, areaId, matterId),
    readBallotsOf(reader, areaId, matterId),
  ]);
  const notices = await Promise.all(
    hung.map(async ({ id }) => {
      const [opening, closing] = await Promise.all([
        readSnapshot(reader, { areaId, id }, 'opening'),
        readSnapshot(reader, { areaId, id }, 'closing'),
      ]);
      const end = { closing: closing?.text ?? null, closingHash: closing?.hash ?? null };
      return opening ? [{ id, opening: opening.text, openingHash: opening.hash, ...end }] : [];
    }),
  );
  const ballots = await Promise.all(
    voted.map(async ({ id, recordHash }) => {
      const record = await readBody(reader, areaId, id);
      return record && recordHash ? [{ id, hash: recordHash, record }] : [];
    }),
  );
  return { notices: notices.flat(), ballots: ballots.flat() };
}
