import type { Actor } from '#shared/actor';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Reader, Tx } from '#platform/database';
import type { SheetColumn } from '#platform/sheets';
import { audit } from '#kernel/audit';
import { choicesOf, countAll, isEnd, stateOf } from '#kernel/registers';
import type { KeptRegister, RegisterOriginal } from '#kernel/registers/shelf';
import { recordForm, whoField, type Counted, type Register } from '#kernel-contract/registers';
import type { Field } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import type * as wire from '../contract.ts';
import { standRecords, type RecordStanding } from '../due/service.ts';
import { askedOf, cellText, columnsMax, listColumns, masked } from '../rules.ts';
import { mayKeep, openSealed, requireKept, worldAt, type RegistersContext } from '../scope/service.ts';
import * as store from '../store.ts';

/** The registers an area of this level can keep, with what they hold and what wants attention. */
export async function listRegisters(
  reader: Reader,
  context: RegistersContext,
  actor: Actor,
  input: { areaId: string; now: Date },
): Promise<wire.RegisterList> {
  const area = requireOwner(context.tree, input.areaId);
  const fitting = context.registers.originals().filter(({ register }) => register.level === area.level);
  const items: wire.RegisterSummary[] = [];
  for (const original of fitting) {
    const kept = context.registers.keptBy(area.id, original.register.id);
    const summary = summaryOf(context, actor, original, area.id);
    items.push(kept ? { ...summary, ...(await figuresOf(reader, context, kept, area.id, input.now)) } : summary);
  }
  return { items: items.toSorted((a, b) => Number(b.kept) - Number(a.kept)) };
}

function summaryOf(
  context: RegistersContext,
  actor: Actor,
  { register }: RegisterOriginal,
  areaId: string,
): wire.RegisterSummary {
  return {
    id: register.id,
    name: register.name,
    source: register.source,
    quote: register.quotes[0] ?? null,
    promise: register.present.promise?.zh ?? '',
    kept: false,
    mayWrite: mayKeep(context, actor, register, areaId),
    records: null,
    late: 0,
    flagged: [],
  };
}

async function figuresOf(
  reader: Reader,
  context: RegistersContext,
  kept: KeptRegister,
  areaId: string,
  now: Date,
): Promise<Pick<wire.RegisterSummary, 'kept' | 'records' | 'late' | 'flagged'>> {
  const seen = await store.readSeen(reader, areaId, kept.register.id);
  const standings = await standRecords(reader, context, { ...kept, areaId }, seen, now);
  const counted = countAll(kept.register, seen, worldAt(context, now));
  return {
    kept: true,
    records: seen.length,
    late: new Set(standings.filter(({ state }) => state === 'late').map(({ recordId }) => recordId)).size,
    flagged: counted.filter(({ flagged }) => flagged).map(toCount),
  };
}

/** A figure as it crosses the wire: how many stand behind each part, and never who. */
export function toCount({ count, parts, all, percent, flagged }: Counted): wire.RegisterCount {
  const { id, label, target } = count;
  return {
    id,
    label,
    all,
    percent,
    target,
    flagged,
    parts: parts.map(({ word, ids }) => ({ word, records: ids.length })),
  };
}

/** A register as its desk screen needs it: columns, filters, states, figures, what is due. */
export async function readRegister(
  reader: Reader,
  context: RegistersContext,
  actor: Actor,
  input: { areaId: string; register: string; now: Date },
): Promise<wire.RegisterPage> {
  const { area, ...kept } = requireKept(context, input);
  const { register } = kept;
  const seen = await store.readSeen(reader, area.id, register.id);
  const standings = await standRecords(reader, context, { ...kept, areaId: area.id }, seen, input.now);
  const columns = listColumns(register);
  return {
    id: register.id,
    name: register.name,
    source: register.source,
    quotes: register.quotes,
    inferred: register.inferred.map(({ reason }) => reason),
    columns: columns.slice(0, columnsMax).map(({ id, label }) => ({ id, label: label.zh })),
    states: register.states.map((state) => ({
      id: state.id,
      label: state.label.zh,
      main: state.main,
      isEnd: isEnd(state),
    })),
    filters: columns
      .filter(({ type }) => type === 'choice' || type === 'checklist')
      .map(({ id, label }) => ({ id, label: label.zh, words: choicesOf(register, id) })),
    counts: countAll(register, seen, worldAt(context, input.now)).map(toCount),
    duties: register.duties.map((duty) => {
      const of = standings.filter((one) => one.duty.id === duty.id);
      const count = (state: string): number => of.filter((one) => one.state === state).length;
      return { id: duty.id, label: duty.label.zh, late: count('late'), open: count('open') };
    }),
    fields: askedOf(register, [recordForm], {}, (field) => choicesOf(register, field)),
    mayWrite: mayKeep(context, actor, register, area.id),
    publicPath: register.shows.length > 0 ? `/r/${area.id}/${register.id}` : null,
    records: seen.length,
  };
}

const onward = ([at, id]: [string, string]): { at: string; id: string } | null =>
  Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at, id };

type Asked = { areaId: string; register: string; query: wire.RecordQuery; now: Date };
type Found = { kept: KeptRegister; areaId: string; filter: store.RecordFilter; standings: RecordStanding[] };

/** What a list asks for, as the store is asked: figures and dues become the records behind them. */
async function prepare(reader: Reader, context: RegistersContext, input: Asked): Promise<Found> {
  const { query, now } = input;
  const { area, ...kept } = requireKept(context, input);
  const { register } = kept;
  const seen = await store.readSeen(reader, area.id, register.id);
  const standings = await standRecords(reader, context, { ...kept, areaId: area.id }, seen, now);
  const wanted = [
    behindCount(context, register, seen, query, now),
    behindWord(register, seen, query.where),
    query.due === undefined
      ? null
      : standings.filter(({ state }) => state === query.due).map(({ recordId }) => recordId),
  ].filter((ids) => ids !== null);
  const ids = wanted.length === 0 ? null : wanted.reduce((all, ids) => all.filter((id) => ids.includes(id)));
  const words = query.q ?? '';
  const filter: store.RecordFilter = {
    register: register.id,
    state: query.state ?? null,
    words: words === '' ? null : words,
    nameIndex: words === '' ? null : context.sealer.index(nameKind, words),
    ids,
    closed: query.closed === 'true',
  };
  return { kept, areaId: area.id, filter, standings };
}

/** Which kind of blind index names of records have. */
export const nameKind = 'register.who';

function behindCount(
  context: RegistersContext,
  register: Register,
  seen: readonly store.SeenRow[],
  query: wire.RecordQuery,
  now: Date,
): string[] | null {
  if (query.count === undefined) return null;
  const counted = countAll(register, seen, worldAt(context, now)).find(({ count }) => count.id === query.count);
  const parts = counted?.parts ?? [];
  return parts.filter(({ word }) => query.part === undefined || word === query.part).flatMap(({ ids }) => ids);
}

function behindWord(register: Register, seen: readonly store.SeenRow[], where: string | undefined): string[] | null {
  if (where === undefined) return null;
  const [name = '', word = ''] = where.split(/:(.*)/s);
  const field = register.asking.fields[name];
  if (!field) return [];
  return seen
    .filter(({ form }) => {
      const value = form[name];
      return Array.isArray(value) ? value.includes(word) : cellText(field, value) === word;
    })
    .map(({ id }) => id);
}

/** Records of a register, the newest first, with the figures of the query beside them. */
export async function listRecords(reader: Reader, context: RegistersContext, input: Asked): Promise<wire.RecordList> {
  const { query } = input;
  const { kept, areaId, filter, standings } = await prepare(reader, context, input);
  const after = query.cursor ? readCursor(query.cursor, onward) : null;
  const [rows, total] = await Promise.all([
    store.readRecords(reader, areaId, filter, { after, limit: query.limit + 1 }),
    store.countRecords(reader, areaId, filter),
  ]);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => toRow(context, kept.register, row, standings)),
    total,
    next: rows.length > query.limit && last ? writeCursor([last.createdAt, last.id]) : null,
  };
}

const urgency = { late: 0, open: 1, excused: 2, done: 3 } as const;

/** The duty of a record that wants attention first. */
export function dueOf(standings: readonly RecordStanding[], recordId: string): wire.RecordRow['due'] {
  const [first] = standings
    .filter((one) => one.recordId === recordId)
    .toSorted((a, b) => urgency[a.state] - urgency[b.state] || (a.until < b.until ? -1 : 1));
  return first ? { id: first.duty.id, label: first.duty.label.zh, state: first.state, until: first.until } : null;
}

export function toRow(
  context: RegistersContext,
  register: Register,
  row: store.RecordRow,
  standings: readonly RecordStanding[],
): wire.RecordRow {
  const state = stateOf(register, row.state);
  const cells = listColumns(register).map((field) => [field.id, cellOf(context, row, field)] as const);
  return {
    id: row.id,
    label: row.label,
    state: state ? { id: state.id, label: state.label.zh } : null,
    stateSince: row.stateSince,
    cells: Object.fromEntries(cells.filter(([, text]) => text !== '')),
    due: dueOf(standings, row.id),
    closedAt: row.closedAt,
  };
}

function cellOf(context: RegistersContext, row: store.RecordRow, field: Field): string {
  const opened = openSealed(context, row, field.id);
  return opened === null ? cellText(field, row.form[field.id]) : masked(field, opened);
}

/** The columns a register leaves under: its own labels, with the name first and the state last. */
export function sheetColumns(register: Register): SheetColumn<Record<string, string>>[] {
  const fields = Object.values(register.asking.forms).flatMap((form) => form.fields);
  const own = fields
    .filter(({ type }) => type !== 'images')
    .map(({ id, label, type }) => ({
      heading: label.zh,
      width: type === 'longtext' ? 40 : 18,
      value: (row: Record<string, string>) => row[id] ?? null,
    }));
  const state = { heading: '状态', width: 14, value: (row: Record<string, string>) => row['$state'] ?? null };
  return register.states.length > 0 ? [...own, state] : own;
}

/** The same list for Excel; what is sealed leaves masked. Recorded. */
export async function exportRecords(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Asked,
): Promise<{ register: Register; rows: AsyncGenerator<Record<string, string>> }> {
  const { kept, areaId, filter } = await prepare(tx, context, input);
  audit(tx, actor, { areaId, act: 'register.export', subject: kept.register.id });
  return { register: kept.register, rows: sheetRows(tx, context, kept.register, areaId, filter) };
}

const batch = 500;

async function* sheetRows(
  reader: Reader,
  context: RegistersContext,
  register: Register,
  areaId: string,
  filter: store.RecordFilter,
): AsyncGenerator<Record<string, string>> {
  const fields = Object.values(register.asking.forms).flatMap((form) => form.fields);
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const rows: store.RecordRow[] = await store.readRecords(reader, areaId, filter, { after, limit: batch });
    for (const row of rows)
      yield {
        ...Object.fromEntries(fields.map((field) => [field.id, cellOf(context, row, field)])),
        [whoField]: row.label,
        $state: stateOf(register, row.state)?.label.zh ?? '',
      };
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = { at: last.createdAt, id: last.id };
  }
}
