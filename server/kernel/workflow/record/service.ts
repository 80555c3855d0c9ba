import type { Sealer } from '#platform/sealing';
import { refuseIf, type Refusal } from '#shared/refusal';
import { maskName } from '#shared/masking';
import { shanghaiParts } from '#shared/time';
import type {
  ActorRef,
  Effect,
  HistoryLine,
  MatterEvent,
  MatterState,
  Method,
  Values,
  WorkCalendar,
  World,
} from '../contract.ts';
import { publicFace } from '../face/rules.ts';
import { gathersRows } from '../opening/rules.ts';
import { splitPrivate } from '../privacy/rules.ts';
import { step } from '../transition/rules.ts';
import type { HistoryRow, MatterRow, StoredState } from '../store.ts';

/** What the module that owns the matter knows and the engine does not. */
export type Surroundings = {
  calendar: WorkCalendar;
  sealer: Sealer;
  /** Waiting keys of an actor expression for this matter: `role:grid-worker` → `role:grid-worker@<grid>`. */
  locate(key: string, row: MatterRow): string[];
  /** A name to show for a key (`user:…`), if it has one. */
  nameOf(key: string): string | null;
  holds?: Record<string, string[]>;
  reporterKeys?: string[];
};

export type Performer = ActorRef & {
  title: string;
  /** Said beside the reason in the history: that it was done earlier, without network. */
  remark?: string;
};

/** What a matter is born with besides its form: place in the tree, who reported, by which way. */
export type Birth = Pick<
  MatterRow,
  | 'areaId'
  | 'gridId'
  | 'estateId'
  | 'buildingId'
  | 'reporterId'
  | 'reporterName'
  | 'registeredBy'
  | 'householdId'
  | 'channel'
  | 'parentId'
> & { areaCode: string; traceCode: string };

export const emptyState: Omit<StoredState, 'seq'> = {
  visits: {},
  taken: {},
  results: {},
  waiting: {},
  handlers: [],
  shown: [],
  lateFired: [],
};

export type Recorded = { row: MatterRow; lines: HistoryRow[]; effects: Effect[]; advice: string[] };

/** Lets one event happen to a matter in memory: the row as it is to be stored, its new lines of history, the effects. */
export function recordStep(input: {
  method: Method;
  row: MatterRow;
  /** Null when the matter begins. */
  state: MatterState | null;
  performer: Performer;
  event: MatterEvent;
  surroundings: Surroundings;
  now: Date;
}): Recorded {
  const { method, state, performer, event, surroundings, now } = input;
  const result = unwrap(step(method, state, event, performer, worldOf(surroundings, now)));
  const row = project(method, input.row, result.next, surroundings, event, now);
  const lines = historyRows(method, input.row, result.history, performer, surroundings, now);
  row.state.seq = input.row.state.seq + lines.length;
  const acts = state !== null && event.type === 'act' && !givesRow(input) && relationOf(input) === 'handled';
  if (acts) Object.assign(row, handlerAfter(method, row, performer, surroundings));
  return { row, lines, effects: result.effects, advice: result.advice };
}

/** A matter before its first step. */
export function blankMatter(method: Method, birth: Birth, made: { id: string; now: Date }): MatterRow {
  const { areaCode: _, ...born } = birth;
  const at = made.now.toISOString();
  return {
    ...born,
    id: made.id,
    number: '',
    method: method.id,
    definitionHash: method.hash,
    status: 'open',
    visible: method.visible,
    step: '',
    enteredAt: at,
    dueAt: null,
    pausedAt: null,
    title: '',
    category: null,
    place: null,
    point: null,
    handlerId: null,
    handlerName: null,
    fields: {},
    sealed: {},
    face: {},
    state: { ...emptyState, seq: 0 },
    stars: null,
    reminded: 0,
    supervised: false,
    words: '',
    mergedInto: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
  };
}

/** The year a number belongs to, as people in Shanghai count it. */
export function yearOf(now: Date): number {
  return shanghaiParts(now).year;
}

/** `370303001001-2026-000123`: area and year, so that any number finds its area. */
export function numberOf(areaCode: string, now: Date, last: number): string {
  return `${numberPrefix(areaCode, now)}${String(last).padStart(6, '0')}`;
}

export function numberPrefix(areaCode: string, now: Date): string {
  return `${areaCode}-${yearOf(now)}-`;
}

/** Whether somebody adds a row to what many give, or writes beside a step: nobody handles a matter by that. */
function givesRow({
  method,
  row,
  event,
}: {
  method: Method;
  row: Pick<MatterRow, 'step'>;
  event: MatterEvent;
}): boolean {
  if (event.type !== 'act') return false;
  const step = method.steps.find((one) => one.id === row.step);
  return gathersRows(method, row) || step?.meanwhile.some(({ id }) => id === event.action) === true;
}

/** As what somebody acts. Staff who reported a matter themselves handle it, except where it waits for the reporter. */
export function relationOf(input: {
  method: Method;
  row: Pick<MatterRow, 'step'>;
  performer: Performer;
  event: MatterEvent;
}): 'reporter' | 'handled' | 'gave' {
  const { keys } = input.performer;
  const isStaff = keys.some((key) => key.startsWith('role:'));
  if (givesRow(input) && !isStaff) return keys.includes('reporter') ? 'reporter' : 'gave';
  if (!keys.includes('reporter')) return 'handled';
  const waitsForReporter =
    input.method.steps.find((one) => one.id === input.row.step)?.by.includes('reporter') === true;
  return input.event.type === 'act' && !waitsForReporter ? 'handled' : 'reporter';
}

function worldOf(surroundings: Surroundings, now: Date): World {
  return {
    now: now.toISOString(),
    calendar: surroundings.calendar,
    ...(surroundings.holds ? { holds: surroundings.holds } : {}),
    ...(surroundings.reporterKeys ? { reporterKeys: surroundings.reporterKeys } : {}),
  };
}

function unwrap<T extends object>(result: T | Refusal): T {
  refuseIf('code' in result && 'zh' in result ? result : null);
  return result as T;
}

/** The engine's state of a stored matter. Sealed values appear as a mark that they are filled. */
export function stateOf(row: MatterRow): MatterState {
  const { visits, taken, results, waiting, handlers, shown, lateFired } = row.state;
  return {
    method: row.method,
    hash: row.definitionHash,
    status: row.status,
    step: row.step,
    enteredAt: row.enteredAt,
    dueAt: row.dueAt,
    pausedAt: row.pausedAt,
    fields: row.fields,
    visits,
    taken,
    results,
    waiting,
    handlers,
    shown,
    lateFired,
    begunAt: row.createdAt,
  };
}

/** The stored row after a step: the engine's state in columns, private values sealed, the public face as it is now. */
export function project(
  method: Method,
  row: MatterRow,
  next: MatterState,
  surroundings: Surroundings,
  event: MatterEvent,
  at: Date,
): MatterRow {
  const { open, secret } = splitPrivate(method, next.fields);
  const sealed = { ...row.sealed };
  for (const [id, value] of Object.entries(secret))
    sealed[id] = surroundings.sealer.seal(sealedPlace(row.id, id), value);
  const { visits, taken, results, waiting, handlers, shown, lateFired } = next;
  const after: MatterRow = {
    ...row,
    status: next.status,
    step: next.step,
    enteredAt: next.enteredAt,
    dueAt: next.dueAt,
    pausedAt: next.pausedAt,
    fields: open,
    sealed,
    state: { visits, taken, results, waiting, handlers, shown, lateFired, seq: row.state.seq },
    updatedAt: at.toISOString(),
    closedAt: next.status === 'open' ? null : (row.closedAt ?? at.toISOString()),
    mergedInto: event.type === 'merge' ? event.into : row.mergedInto,
    reminded: row.reminded + (event.type === 'office' && event.verb === 'remind' ? 1 : 0),
    supervised: row.supervised || (event.type === 'office' && event.verb === 'supervise'),
  };
  const {
    fields,
    title,
    result,
    before,
    after: solved,
    category,
    place,
  } = publicFace(method, { ...next, fields: open });
  after.face = { fields, title, result, before, after: solved, category, place };
  return { ...after, ...headOf(method, after) };
}

/** Where a sealed value of a matter belongs. */
export function sealedPlace(matterId: string, field: string): string {
  return `matters/${matterId}/${field}`;
}

/** The columns that lists show, taken from the fields the method says carry them. */
function headOf(
  method: Method,
  row: MatterRow,
): Pick<MatterRow, 'title' | 'category' | 'place' | 'point' | 'stars' | 'words'> {
  const { present } = method;
  const place = present.place
    ? (row.fields[present.place] as { label?: string; point?: [number, number] } | string | null | undefined)
    : null;
  const label = typeof place === 'string' ? place : (place?.label ?? null);
  const category = present.category ? textOf(row.fields[present.category]) : null;
  const said = present.title ? textOf(row.fields[present.title]) : null;
  const restricted = row.visible === 'restricted';
  const title = restricted || !said ? [method.name.zh, category].filter(Boolean).join(' · ') : firstSentence(said);
  const stars = present.rating ? row.fields[present.rating] : null;
  return {
    title,
    category,
    place: restricted ? null : label,
    point: typeof place === 'object' && place?.point && !restricted ? place.point : null,
    stars: typeof stars === 'number' ? stars : null,
    words: restricted ? '' : [said, category, label].filter(Boolean).join(' '),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

const titleLength = 32;

function firstSentence(text: string): string {
  const sentence = text.split(/[。！？!?\n；;]/)[0]?.trim() ?? text;
  return sentence.length <= titleLength ? sentence : `${sentence.slice(0, titleLength - 1)}…`;
}

export function historyRows(
  method: Method,
  row: MatterRow,
  lines: HistoryLine[],
  performer: Performer,
  surroundings: Surroundings,
  now: Date,
): HistoryRow[] {
  return lines.map((line, i) => {
    const { open, secret } = splitPrivate(method, line.form as Values);
    const seq = row.state.seq + i + 1;
    const sealed = Object.fromEntries(
      Object.entries(secret).map(([id, value]) => [
        id,
        surroundings.sealer.seal(`matter_history/${row.id}/${seq}/${id}`, value),
      ]),
    );
    const bySystem = line.kind === 'system';
    return {
      seq,
      at: now.toISOString(),
      actorId: bySystem ? 'system' : performer.id,
      actorName: bySystem ? '系统' : nameInHistory(performer),
      actorTitle: bySystem ? '' : performer.title,
      kind: line.kind,
      what: line.what,
      label: labelOf(method, line),
      fromStep: line.from,
      toStep: line.to,
      enteredAt: line.enteredAt,
      dueAt: line.dueAt,
      late: line.late && !isNobodys(method, line.from),
      form: open,
      sealed,
      reason: bySystem || i > 0 ? line.reason : reasonOf(line, performer),
    };
  });
}

function reasonOf({ reason }: HistoryLine, { remark }: Performer): string | null {
  return remark ? [reason, remark].filter(Boolean).join('\n') : reason;
}

/** Staff and other systems answer with their names; a resident's stays hers. */
function nameInHistory(performer: Performer): string {
  const isNamed = performer.keys.some((key) => key === 'partner' || key.startsWith('role:'));
  return isNamed ? performer.name : maskName(performer.name);
}

/** A reporter who lets her time pass is never late, nor is what passes by itself: lateness is counted of those who handle. */
function isNobodys(method: Method, stepId: string | null): boolean {
  const by = method.steps.find((one) => one.id === stepId)?.by ?? [];
  return by.length > 0 && by.every((actor) => actor === 'reporter' || actor === 'system');
}

function labelOf(method: Method, line: HistoryLine): string {
  const actions = [...method.steps.flatMap((one) => [...one.actions, ...one.meanwhile]), ...method.anytime];
  const from = method.steps.find((one) => one.id === line.from);
  return (
    (from?.actions.find((one) => one.id === line.what) ?? actions.find((one) => one.id === line.what))?.label.zh ?? ''
  );
}

/** Who handles the matter now: the person or unit named in the handler field, else whoever acted last. */
export function handlerAfter(
  method: Method,
  row: MatterRow,
  performer: Performer,
  surroundings: Surroundings,
): Pick<MatterRow, 'handlerId' | 'handlerName'> {
  const key = method.present.handler ? row.fields[method.present.handler] : null;
  if (typeof key === 'string' && key)
    return { handlerId: key.replace(/^user:/, ''), handlerName: surroundings.nameOf(key) ?? row.handlerName };
  return { handlerId: performer.id, handlerName: performer.name };
}

/** Rows of `matter_waits` for what a step has yielded. */
export function waitingKeys(row: MatterRow, effects: Effect[], surroundings: Surroundings): string[] {
  if (row.status !== 'open') return [];
  const waits = effects.findLast((effect) => effect.type === 'waits');
  return (waits?.actors ?? []).flatMap((key) => surroundings.locate(key, row));
}
