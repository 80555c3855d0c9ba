import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import { liveChannel, liveMessage } from '#platform/live';
import { readWorkbook, type SheetRow } from '#platform/workbook';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import type { PeopleDoors } from '#modules/people';
import type { Import, ImportListQuery, ImportPage, KindId } from './contract.ts';
import { cellsOf, findHeadings, importKinds, readHeadings, type Column } from './kinds/rules.ts';
import { checkRows, takeRows, type Checked, type Row, type Taken } from './kinds/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** What this module is opened with; main.ts hands it over. */
export type ImportDoors = PeopleDoors & { actorOf(userId: string, name: string): Actor };

export const importKind = 'imports.batch';
const batchRows = 500;
const stageRows = 2000;
const problemsShown = 50;

export type Upload = {
  kind: KindId;
  fileName: string;
  headings: string[];
  rows: SheetRow[];
  checked: Checked[];
};

const placeOfCells = (importId: string, at: number): string => `import_rows/${importId}/${at}`;

/** Reads a file and says row by row what is wrong with it; changes nothing. Refused when it cannot be read. Source: trust.md R22. */
export async function readUpload(
  reader: Reader,
  doors: ImportDoors,
  input: { areaId: string; kind: KindId; bytes: Uint8Array; fileName: string },
): Promise<Upload> {
  const { areaId, kind: id, bytes, fileName } = input;
  requireOwner(doors.tree, areaId);
  const kind = importKinds[id];
  const sheet = await readWorkbook(bytes);
  const found = findHeadings(kind, sheet);
  if ('missing' in found) return refuse(rules.headingsMissing(kind.name, found.missing));
  const rows = sheet.slice(found.index + 1).filter((row) => row.cells.some((cell) => cell !== ''));
  refuseIf(rows.length === 0 ? rules.importEmpty : null);
  const headings = sheet[found.index]?.cells ?? [];
  const checked = await checkRows(reader, doors, {
    areaId,
    kind: id,
    rows: rows.map((row) => rowOf(found.columns, row)),
  });
  return { kind: id, fileName, headings, rows, checked };
}

function rowOf(columns: (Column | null)[], { at, cells }: SheetRow): Row {
  return { at, cells: cellsOf(columns, cells) };
}

/** Keeps a file that was read, sealed, for its owner to look at and to start. */
export async function stageImport(
  tx: Tx,
  doors: ImportDoors,
  actor: Actor,
  input: { areaId: string; upload: Upload },
): Promise<ImportPage> {
  const { areaId, upload } = input;
  const { kind, fileName, headings, rows, checked } = upload;
  const id = tx.newId();
  const wrong = checked.filter((one) => one.problem !== null);
  const doubled = checked.filter((one) => one.problem === null && one.doubled).length;
  const counts = { total: rows.length, bad: wrong.length, doubled };
  const made = { createdBy: actor.id, createdByName: actor.name };
  await store.insertImport(tx, areaId, { id, kind, fileName: fileName.slice(0, 200), headings, ...counts, ...made });
  const problems = new Map(wrong.map((one) => [one.at, one.problem]));
  for (let from = 0; from < rows.length; from += stageRows) {
    const staged = rows.slice(from, from + stageRows).map(({ at, cells }) => ({
      at,
      cellsSealed: doors.sealer.seal(placeOfCells(id, at), JSON.stringify(cells)),
      state: problems.has(at) ? 'bad' : 'ready',
      problem: problems.get(at) ?? null,
    }));
    await store.insertRows(tx, areaId, id, staged);
  }
  audit(tx, actor, { areaId, act: 'import.check', subject: `import:${id}`, detail: { kind, ...counts } });
  return pageOf(await requireImport(tx, areaId, id), wrong.slice(0, problemsShown));
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

export type WrongRow = { cells: string[]; problem: string };

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
    const page = await store.readWrong(reader, areaId, id, { after, limit: stageRows });
    for (const { at, cellsSealed, problem } of page)
      yield { cells: openCells(doors, id, at, cellsSealed), problem: problem ?? '' };
    const last = page.at(-1);
    if (!last || page.length < stageRows) return;
    after = last.at;
  }
}
