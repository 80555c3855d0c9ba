import { addMonths } from '#shared/months';
import type { Tx } from '#platform/database';
import type { Month, NewAccount, NewBook } from '../contract.ts';
import { lowest } from '../rules.ts';
import type { closings, entries, postings } from '../tables.ts';

export function appendBook(tx: Tx, book: NewBook): void {
  tx.append('books', {
    ...{ area_id: book.areaId, id: book.id, unit: book.unit, name: book.name, opened_month: book.openedMonth },
    opens_after: addMonths(book.openedMonth, -1),
  });
}

export function appendAccount(tx: Tx, { areaId, bookId, id, code, name, kind, neverNegative }: NewAccount): void {
  tx.append('ledger_accounts', {
    ...{ area_id: areaId, book_id: bookId, id, code, name, kind, floor: neverNegative ? 0 : lowest },
  });
}

type EntryRow = Omit<typeof entries.$inferInsert, 'closedAfter' | 'previous' | 'opensAfter' | 'total'>;

export function appendEntry(tx: Tx, row: EntryRow): void {
  const { seq, key, month, monthday, at, memo, ref, reverses, closes, lines, hash } = row;
  tx.append('entries', {
    ...{
      area_id: row.areaId,
      book_id: row.bookId,
      seq,
      key,
      month,
      monthday,
      at,
      memo,
      ref,
      reverses,
      closes,
      lines,
      hash,
    },
    ...{ previous_hash: row.previousHash, content_hash: row.contentHash, closed_through: row.closedThrough },
  });
}

type PostingRow = Omit<typeof postings.$inferInsert, 'opensSeq' | 'previous' | 'opensAccountId' | 'earlier'>;

export function appendPosting(tx: Tx, row: PostingRow): void {
  const { seq, line, month, before, after, nth, stood, stands, floor } = row;
  tx.append('postings', {
    ...{ area_id: row.areaId, book_id: row.bookId, seq, line, month, account_id: row.accountId },
    ...{ before, after, nth, stood, stands, floor },
  });
}

export function appendClosing(tx: Tx, row: typeof closings.$inferInsert): void {
  const { areaId, bookId, month, seq, follows, byId, byName } = row;
  tx.append('closings', { area_id: areaId, book_id: bookId, month, seq, follows, by_id: byId, by_name: byName });
}

type ClosingLine = { areaId: string; bookId: string; month: Month; accountId: string };

export function appendClosingLine(
  tx: Tx,
  {
    areaId,
    bookId,
    month,
    accountId,
    debit,
    credit,
    balance,
  }: ClosingLine & { debit: number; credit: number; balance: number },
): void {
  tx.append('closing_lines', {
    area_id: areaId,
    book_id: bookId,
    month,
    account_id: accountId,
    debit,
    credit,
    balance,
  });
}
