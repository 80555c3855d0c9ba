import { createHash, type Hash } from 'node:crypto';
import type { Reader, Tx } from '#platform/database';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { LinkRow } from './tables.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const batch = 2000;

/**
 * Seals audit rows that are not sealed yet, some thousands at most, and answers whether there may be more. Rows are found by the
 * transactions that wrote them, so those of a clock moved back, of a late commit and of a bulk load are found like any other.
 * While another process seals, it does nothing. Source: study/trust.md R10.
 */
export async function sealAudit(tx: Tx): Promise<boolean> {
  if (await isAllSealed(tx)) return false;
  const kept = await store.takePosition(tx);
  if (!kept) return false;
  const start = rules.startFrom(kept.value, kept.server);
  let [position, seen] = [start, start];
  for (;;) {
    const rows = await store.readArrived(tx, seen, batch);
    const waiting = rows.filter(({ sealed }) => !sealed);
    await sealRows(tx, waiting);
    const last = rows.at(-1);
    const rest = last ? rules.restAt(last, kept.oldestRunning) : position;
    if (rules.isBeyond(rest, position)) position = rest;
    seen = last ?? seen;
    // A page of sealed rows, none of which may be left behind yet: what waits stands after it.
    if (rows.length === batch && waiting.length === 0 && position === start) continue;
    const { arrived, areaId, id } = position;
    if (position !== start || kept.value.server !== kept.server)
      await store.keepPosition(tx, { server: kept.server, arrived, areaId, id });
    return rows.length === batch;
  }
}

/** Whether nothing has arrived since the last time: found without taking a lock, as it is asked every second. */
async function isAllSealed(reader: Reader): Promise<boolean> {
  const kept = await store.readPosition(reader);
  if (!kept || kept.value.server !== kept.server) return false;
  const rows = await store.readArrived(reader, rules.startFrom(kept.value, kept.server), batch);
  return rows.length < batch && rows.every(({ sealed }) => sealed);
}

async function sealRows(tx: Tx, rows: readonly rules.AuditRow[]): Promise<void> {
  if (rows.length === 0) return;
  const heads = await store.readHeads(tx, [...new Set(rows.map(({ areaId }) => areaId))]);
  const links = rows.map((row): LinkRow => {
    const before = heads.get(row.areaId) ?? rules.noHead;
    const head = rules.nextHead(before, rules.contentOf(row), sha256);
    heads.set(row.areaId, head);
    return { areaId: row.areaId, n: head.n, previous: before.n || null, auditId: row.id, hash: head.hash };
  });
  await store.insertLinks(tx, links);
}

export type Bundle = { areaId: string; name: string; after: number };

const pageRows = 1000;

/**
 * The sealed rows of an area after a number, as lines of text from which anybody can check the chain. An empty answer is a bundle
 * too. Source: study/trust.md R10.
 */
export async function* writeBundle(reader: Reader, { areaId, name, after }: Bundle): AsyncGenerator<string> {
  const through = (await store.readHeads(reader, [areaId])).get(areaId)?.n ?? 0;
  const from = Math.min(after, through);
  const before = (await store.readHash(reader, areaId, from)) ?? rules.noHead.hash;
  const sum = createHash('sha256');
  yield added(sum, rules.headLine({ area: areaId, name, after: from, before, through }));
  let head = { n: from, hash: before };
  while (head.n < through) {
    const rows = await store.readSealed(reader, areaId, { after: head.n, through, limit: pageRows });
    const last = rows.at(-1);
    if (!last) throw new Error(`the audit chain of ${areaId} has no link after ${head.n}`);
    yield added(sum, rows.map((row) => rules.rowLine(row, rules.contentOf(row))).join(''));
    head = { n: last.n, hash: last.hash };
  }
  yield rules.endLine(through - from, head.hash, sum.digest('hex'));
}

function added(sum: Hash, text: string): string {
  sum.update(text);
  return text;
}
