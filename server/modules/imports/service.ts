import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import { liveChannel, liveMessage } from '#platform/live';
import type { WrongRow } from '#platform/sheets';
import { readRows, type SheetRow } from '#platform/workbook';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import type { PeopleDoors } from '#modules/people';
import type { Import, ImportListQuery, ImportPage, KindId } from './contract.ts';
import { cellsOf, findHeadings, importKinds, readHeadings, type Column } from './kinds/rules.ts';
import { checkRows, takeRows, type Row, type Seen, type Taken } from './kinds/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** What this module is opened with; server/doors.ts hands it over. */
export type ImportDoors = PeopleDoors & { actorOf(userId: string, name: string): Actor };

export const importKind = 'imports.batch';
const batchRows = 500;
const stagedRows = 2000;
const problemsShown = 50;

const headRows = 10;

const placeOfCells = (importId: string, at: number): string => `import_rows/${importId}/${at}`;

export type Upload = { areaId: string; kind: KindId; bytes: Uint8Array; fileName: string };

/**
 * Reads a file, says row by row what is wrong with it and keeps it, sealed, for its owner to look at and to start; takes
 * nothing in. Rows are kept while they are read, so that a long file needs no more memory than a short one. Refused when it
 * cannot be read. Source: trust.md R22.
 */
export async function stageImport(tx: Tx, doors: ImportDoors, actor: Actor, upload: Upload): Promise<ImportPage> {
  const { areaId, kind: kindId, bytes, fileName } = upload;
  requireOwner(doors.tree, areaId);
  const kind = importKinds[kindId];
  const pieces = readRows(bytes);
  const first = await readHead(pieces);
  const found = findHeadings(kind, first);
  if ('missing' in found) return refuse(rules.headingsMissing(kind.name, found.missing));
  const headings = first[found.index]?.cells ?? [];
  const id = tx.newId();
  const made = { createdBy: actor.id, createdByName: actor.name };
  await store.insertImport(tx, areaId, { id, kind: kindId, fileName: fileName.slice(0, 200), headings, ...made });
  const counts = { total: 0, bad: 0, doubled: 0 };
  const seen: Seen = new Map();
  for await (const rows of inBatches(first.slice(found.index + 1), pieces)) {
    const staged = await stageRows(tx, doors, { upload, id, columns: found.columns, rows, seen });
    counts.total += rows.length;
    counts.bad += staged.bad;
    counts.doubled += staged.doubled;
  }
  refuseIf(counts.total === 0 ? rules.importEmpty : null);
  await store.setCounts(tx, areaId, id, counts);
  audit(tx, actor, { areaId, act: 'import.check', subject: `import:${id}`, detail: { kind: kindId, ...counts } });
  return readImportPage(tx, areaId, id);
}

/** The rows among which the headings stand. */
async function readHead(pieces: AsyncGenerator<SheetRow[]>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  while (first.length < headRows) {
    const { value, done } = await pieces.next();
    if (done) break;
    first.push(...value);
  }
  return first;
}

async function* inBatches(first: SheetRow[], pieces: AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  const isFilled = (row: SheetRow): boolean => row.cells.some((cell) => cell !== '');
  const batch = first.filter(isFilled);
  for await (const piece of pieces) {
    batch.push(...piece.filter(isFilled));
    while (batch.length >= stagedRows) yield batch.splice(0, stagedRows);
  }
  if (batch.length > 0) yield batch;
}

async function stageRows(
  tx: Tx,
  doors: ImportDoors,
  input: { upload: Upload; id: string; columns: (Column | null)[]; rows: SheetRow[]; seen: Seen },
): Promise<{ bad: number; doubled: number }> {
  const { upload, id, columns, rows, seen } = input;
  const read = rows.map((row) => rowOf(columns, row));
  const { areaId, kind } = upload;
  const checked = new Map((await checkRows(tx, doors, { areaId, kind, rows: read, seen })).map((one) => [one.at, one]));
  const staged = rows.map(({ at, cells }) => {
    const problem = checked.get(at)?.problem ?? null;
    const cellsSealed = doors.sealer.seal(placeOfCells(id, at), JSON.stringify(cells));
    return { at, cellsSealed, state: problem === null ? 'ready' : 'bad', problem };
  });
  await store.insertRows(tx, areaId, id, staged);
  const verdicts = [...checked.values()];
  return {
    bad: verdicts.filter((one) => one.problem !== null).length,
    doubled: verdicts.filter((one) => one.problem === null && one.doubled).length,
  };
}

function rowOf(columns: (Column | null)[], { at, cells }: SheetRow): Row {
  return { at, cells: cellsOf(columns, cells) };
}

async function requireImport(reader: Reader, areaId: string, id: string): Promise<store.ImportRow> {
  return (await store.readImport(reader, areaId, id)) ?? refuse(rules.importUnknown);
}

function toImport(row: store.ImportRow): Import {
  const { headings: _headings, createdBy: _by, ...shown } = row;
  return { ...shown, kindName: importKinds[row.kind as KindId].name } as Import;
}

function pageOf(row: store.ImportRow, wrong: { at: number; problem: string | null }[]): ImportPage {
  const known = readHeadings(importKinds[row.kind as KindId], row.headings);
  const unknown = row.headings.filter((heading, index) => heading !== '' && !known[index]);
  return { ...toImport(row), unknown, problems: wrong.map(({ at, problem }) => ({ at, problem: problem ?? '' })) };
}

export async function readImportPage(reader: Reader, areaId: string, id: string): Promise<ImportPage> {
  const row = await requireImport(reader, areaId, id);
  return pageOf(row, await store.readWrong(reader, areaId, id, { after: 0, limit: problemsShown }));
}

export async function listImports(
  reader: Reader,
  areaId: string,
  query: ImportListQuery,
): Promise<{ items: Import[]; next: string | null }> {
  const { cursor = null, limit } = query;
  const rows = await store.listImports(reader, areaId, { after: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit).map(toImport);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** Starts to take in what was checked; the worker does it batch by batch. Refused when nothing can be, or it was started. */
export async function startImport(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; id: string; duplicates: 'skip' | 'update' | 'merge' },
): Promise<ImportPage> {
  const { areaId, id, duplicates } = input;
  const row = (await store.lockImport(tx, areaId, id)) ?? refuse(rules.importUnknown);
  refuseIf(row.state === 'checked' ? null : rules.importNotWaiting);
  refuseIf(row.bad === row.total ? rules.importNothingReady : null);
  refuseIf(duplicates === 'skip' || importKinds[row.kind as KindId].changes ? null : rules.onlySkip);
  await store.setState(tx, areaId, id, { state: 'running', duplicates });
  appendBatch(tx, areaId, { importId: id, userId: actor.id, name: actor.name });
  audit(tx, actor, { areaId, act: 'import.start', subject: `import:${id}`, detail: { duplicates } });
  return readImportPage(tx, areaId, id);
}

/** Ends an import before its last batch; what is in stays in. Refused when it has ended. */
export async function cancelImport(tx: Tx, actor: Actor, input: { areaId: string; id: string }): Promise<ImportPage> {
  const { areaId, id } = input;
  const row = (await store.lockImport(tx, areaId, id)) ?? refuse(rules.importUnknown);
  refuseIf(row.state === 'running' || row.state === 'checked' ? null : rules.importNotRunning);
  await store.setState(tx, areaId, id, { state: 'cancelled' });
  audit(tx, actor, { areaId, act: 'import.cancel', subject: `import:${id}` });
  return readImportPage(tx, areaId, id);
}

type Batch = { importId: string; userId: string; name: string };

function appendBatch(tx: Tx, areaId: string, payload: Batch): void {
  enqueue(tx, { areaId, kind: importKind, payload });
}

/**
 * Works one batch of an import and leaves the next to the worker, in one transaction: killed in between, a batch is in with
 * its outcome or not at all, and the next start goes on from there.
 */
export function importHandler(doors: ImportDoors): OutboxHandler {
  return async (tx, { areaId, payload }) => {
    const batch = payload as Batch;
    const row = await store.lockImport(tx, areaId, batch.importId);
    if (row?.state !== 'running') return;
    const ready = await store.readReady(tx, areaId, row.id, batchRows);
    const taken = ready.length > 0 ? await takeBatch(tx, doors, { areaId, row, batch, ready }) : [];
    const count = (state: Taken['state']): number => taken.filter((one) => one.state === state).length;
    const ended = ready.length < batchRows;
    await store.settleRows(tx, areaId, row.id, taken);
    const tally = {
      added: count('added'),
      updated: count('updated'),
      skipped: count('skipped'),
      failed: count('failed'),
    };
    await store.addTally(tx, areaId, row.id, tally, ended);
    if (!ended) appendBatch(tx, areaId, batch);
    tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'import', areaId, id: row.id }));
  };
}

function takeBatch(
  tx: Tx,
  doors: ImportDoors,
  input: { areaId: string; row: store.ImportRow; batch: Batch; ready: store.StagedRow[] },
): Promise<Taken[]> {
  const { areaId, row, batch, ready } = input;
  const kind = row.kind as KindId;
  const columns = readHeadings(importKinds[kind], row.headings);
  const rows = ready.map(({ at, cellsSealed }) =>
    rowOf(columns, { at, cells: openCells(doors, row.id, at, cellsSealed) }),
  );
  const duplicates = row.duplicates as 'skip' | 'update' | 'merge';
  return takeRows(tx, doors.actorOf(batch.userId, batch.name), doors, { areaId, kind, rows, duplicates });
}

function openCells(doors: ImportDoors, importId: string, at: number, sealed: string | null): string[] {
  return sealed ? (JSON.parse(doors.sealer.open(placeOfCells(importId, at), sealed)) as string[]) : [];
}

/** The person's own rows that are wrong or could not be taken in, as they stood in her file, each with the reason. */
export async function readWrongRows(
  reader: Reader,
  doors: ImportDoors,
  input: { areaId: string; id: string },
): Promise<{ headings: string[]; rows: AsyncGenerator<WrongRow> }> {
  const { areaId, id } = input;
  const { headings } = await requireImport(reader, areaId, id);
  return { headings, rows: wrongRows(reader, doors, areaId, id) };
}

async function* wrongRows(reader: Reader, doors: ImportDoors, areaId: string, id: string): AsyncGenerator<WrongRow> {
  let after = 0;
  for (;;) {
    const page = await store.readWrong(reader, areaId, id, { after, limit: stagedRows });
    for (const { at, cellsSealed, problem } of page)
      yield { cells: openCells(doors, id, at, cellsSealed), problem: problem ?? '' };
    const last = page.at(-1);
    if (!last || page.length < stagedRows) return;
    after = last.at;
  }
}
