import type { Tx } from '#platform/database';
import { appendEntry } from '#kernel/search';
import type { Effect, MatterEvent, Method } from '../contract.ts';
import {
  blankMatter,
  numberOf,
  recordStep,
  relationOf,
  stateOf,
  waitingKeys,
  yearOf,
  type Birth,
  type Performer,
  type Recorded,
  type Surroundings,
} from '../record/service.ts';
import { entriesOf } from '../finding/rules.ts';
import * as store from '../store.ts';
import type { HistoryRow, MatterRow } from '../store.ts';

/** Something that happened at a time, by somebody as she stood to the matter then. */
export type PastEvent = { at: string; event: MatterEvent; by(row: MatterRow | null): Performer };

export type Past = {
  method: Method;
  birth: Birth;
  id: string;
  /** The number within its area and year, from 1. */
  last: number;
  events: [PastEvent, ...PastEvent[]];
  until: Date;
  surroundings: Surroundings;
};

export type Replayed = {
  row: MatterRow;
  lines: HistoryRow[];
  waits: string[];
  deadlines: { rule: string; at: string }[];
  parties: { userId: string; relation: string; at: string }[];
};

const system: Performer = { id: 'system', name: '系统', keys: ['system'], title: '' };

/**
 * Works out what became of a matter through events of the past, by the same engine and with every limit honoured in
 * between, as the worker would have. Refused as the engine refuses. For loading records kept elsewhere, and the demo city.
 */
export function replayMatter(past: Past): Replayed {
  const { method, birth, surroundings } = past;
  const [first, ...rest] = past.events;
  const bornAt = new Date(first.at);
  const blank = blankMatter(method, birth, { id: past.id, now: bornAt });
  blank.number = numberOf(birth.areaCode, bornAt, past.last);
  const begun = recordStep({
    method,
    row: blank,
    state: null,
    performer: first.by(null),
    event: first.event,
    surroundings,
    now: bornAt,
  });
  const replay = startReplay(begun, surroundings);
  if (birth.reporterId) replay.parties.push({ userId: birth.reporterId, relation: 'reporter', at: first.at });
  for (const event of rest) {
    passTime(replay, past, new Date(event.at));
    const performer = event.by(replay.row);
    const relation = relationOf({ method, row: replay.row, performer, event: event.event });
    take(replay, past, { performer, event: event.event, now: new Date(event.at) });
    if (performer.id !== 'system') replay.parties.push({ userId: performer.id, relation, at: event.at });
  }
  passTime(replay, past, past.until);
  return replay;
}

function startReplay(begun: Recorded, surroundings: Surroundings): Replayed {
  const { row, lines, effects } = begun;
  return {
    row,
    lines: [...lines],
    waits: waitingKeys(row, effects, surroundings),
    deadlines: deadlinesOf(effects),
    parties: [],
  };
}

/** Lets every limit that comes before a time happen, in order. */
function passTime(replay: Replayed, past: Past, until: Date): void {
  for (;;) {
    const due = replay.deadlines
      .filter(({ at }) => Date.parse(at) <= until.getTime())
      .sort((a, b) => a.at.localeCompare(b.at))[0];
    if (!due || replay.row.status !== 'open') return;
    replay.deadlines = replay.deadlines.filter((one) => one !== due);
    const rule = due.rule === 'limit' ? ('limit' as const) : Number(due.rule);
    take(replay, past, { performer: system, event: { type: 'deadline', rule }, now: new Date(due.at) });
  }
}

function take(replay: Replayed, past: Past, what: { performer: Performer; event: MatterEvent; now: Date }): void {
  const { method, surroundings } = past;
  const recorded = recordStep({ method, row: replay.row, state: stateOf(replay.row), ...what, surroundings });
  if (recorded.lines.length === 0 && recorded.effects.length === 0) return;
  const { row, effects } = recorded;
  const waits = effects.some((effect) => effect.type === 'waits');
  const deadlines = deadlinesOf(effects);
  const further = what.event.type === 'deadline' && !waits;
  if (further) replay.deadlines.push(...deadlines);
  else if (waits || deadlines.length > 0) replay.deadlines = deadlines;
  if (row.status !== 'open') replay.deadlines = [];
  if (waits || row.status !== 'open') replay.waits = waitingKeys(row, effects, surroundings);
  replay.row = { ...row, version: row.version + 1 };
  replay.lines.push(...recorded.lines);
}

function deadlinesOf(effects: Effect[]): { rule: string; at: string }[] {
  return effects.filter((effect) => effect.type === 'deadline').map(({ rule, at }) => ({ rule: String(rule), at }));
}

/** Adds replayed matters of one area with everything that belongs to them. */
export async function insertReplayed(tx: Tx, areaId: string, replayed: Replayed[]): Promise<void> {
  const last = new Map<number, number>();
  for (const { row, lines, waits, deadlines, parties } of replayed) {
    store.appendMatter(tx, row);
    for (const entry of entriesOf(row)) appendEntry(tx, entry);
    for (const line of lines) store.appendHistory(tx, areaId, row.id, line);
    for (const actor of new Set(waits)) store.appendWait(tx, row, actor);
    for (const { rule, at } of deadlines) store.appendDeadline(tx, row, rule, at);
    for (const party of firstOfEach(parties)) store.appendParty(tx, row, party);
    const year = yearOf(new Date(row.createdAt));
    last.set(year, Math.max(last.get(year) ?? 0, Number(row.number.slice(-6))));
  }
  for (const [year, number] of last) await store.raiseCounter(tx, areaId, year, number);
}

function firstOfEach(parties: Replayed['parties']): Replayed['parties'] {
  const seen = new Map(parties.map((party) => [`${party.userId} ${party.relation}`, party]));
  return [...seen.values()];
}
