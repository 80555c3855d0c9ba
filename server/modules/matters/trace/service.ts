import { cursorInvalid } from '#platform/cursor';
import type { Reader } from '#platform/database';
import { findMatterByTrace, readHistory, type HistoryRow, type MatterRow } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';
import { refuse } from '#shared/refusal';
import { requireOwner } from '#modules/areas';
import { addDays, dayMs, shanghaiDate } from '#shared/time';
import type { z } from 'zod';
import type { CommunityFace, PublicMatter, Trace } from './contract.ts';
import { carriedOf } from '../carriers/service.ts';
import { lineSteps } from '../detail/service.ts';
import { gateText } from '../detail/rules.ts';
import { shownWords } from '../follow/rules.ts';
import { nameOfKey, picture, type MattersContext } from '../list/service.ts';
import { statusNames } from '../rules.ts';
import { groupText, publicTitle } from './rules.ts';
import { tellSteps } from './telling/rules.ts';
import * as store from './store.ts';

type TraceView = z.infer<typeof Trace>;

/** The matter of a code on paper. Refused for an unknown code, and for a restricted matter alike. */
export async function findTraced(reader: Reader, context: MattersContext, written: string): Promise<MatterRow> {
  const code = written.toLowerCase();
  const area = context.tree.byLetters(code.slice(0, 4));
  const row = area ? await findMatterByTrace(reader, area.id, code) : null;
  if (row && row.visible !== 'restricted') return row;
  return refuse({
    code: 'trace.unknown',
    status: 404,
    zh: '没有找到这件事。请核对码上的字母，或者扫码再看。',
    en: 'There is no story with this code.',
  });
}

/** The public page of one story: exactly what its method shows, never the reporter. Refused for an unknown code. */
export async function readTrace(
  reader: Reader,
  context: MattersContext,
  input: { code: string; now: Date; origin: string },
): Promise<TraceView> {
  return tellTrace(reader, context, await findTraced(reader, context, input.code), input);
}

/** The same for a matter that was found. */
export async function tellTrace(
  reader: Reader,
  context: MattersContext,
  row: MatterRow,
  input: { now: Date; origin: string },
): Promise<TraceView> {
  const method = await context.shelf.byHash(reader, row.definitionHash);
  const history = await readHistory(reader, row.areaId, row.id);
  const publicOne = publicMatter(method, row);
  return {
    ...publicOne,
    number: row.number,
    areaName: context.tree.get(row.areaId)?.name ?? '',
    status: row.status,
    statusName: statusNames[row.status],
    line: lineSteps(method, row, history).map((step) => ({ ...step, waitsFor: '' })),
    gateText: gateText(method, row, input.now),
    story: storyOf(context, method, row, { history, now: input.now }),
    method: { id: method.id, name: method.name, source: method.source },
    shown: shownOf(context, method, row, input.now),
    carried: await publicLinks(reader, context, row),
    groupText: groupText({
      ...publicOne,
      areaName: context.tree.get(row.areaId)?.name ?? '',
      result: row.face.result ?? null,
      link: `${input.origin}/t/${row.traceCode}`,
      now: input.now,
    }),
  };
}

async function publicLinks(reader: Reader, context: MattersContext, row: MatterRow): Promise<TraceView['carried']> {
  const links = await carriedOf(context, reader, row.areaId, row.id);
  return links.map(({ kind, id, step, title, href, state }) => ({ kind, id, step, title, href, state }));
}

/** What else the steps have shown, in the words of its fields. */
function shownOf(context: MattersContext, method: Method, row: MatterRow, now: Date): TraceView['shown'] {
  const { shown, category, place } = method.present;
  const said = new Set([category, place, ...Object.values(shown)]);
  const rest = Object.entries(row.face.fields ?? {}).filter(
    ([id]) => !said.has(id) && !['images', 'files'].includes(method.fields[id]?.type ?? ''),
  );
  const words = wordsOf(context, now);
  return rest.flatMap(([id, value]) =>
    Object.entries(shownWords(method, { [id]: value }, words)).flatMap(([label, text]) =>
      typeof text === 'string' || typeof text === 'number' ? [{ id, label, text: String(text) }] : [],
    ),
  );
}

export function publicMatter(method: Method, row: MatterRow): z.infer<typeof PublicMatter> {
  const place = labelOf(row.face.place);
  const pictures = (ids: string[] | undefined): TraceView['before'] => (ids ?? []).map((id) => picture(row.areaId, id));
  const step = method.steps.find((one) => one.id === row.step);
  return {
    code: row.traceCode,
    areaId: row.areaId,
    title: publicTitle(row.face, place, method.name.zh),
    category: row.face.category ?? null,
    place,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
    stars: row.stars,
    daysUsed: row.closedAt
      ? Math.max(1, Math.ceil((Date.parse(row.closedAt) - Date.parse(row.createdAt)) / dayMs))
      : null,
    before: pictures(row.face.before),
    after: pictures(row.face.after),
    result: row.face.result ?? null,
    statusName: statusNames[row.status],
    stepName: step?.label.zh ?? '',
    dueAt: row.status === 'open' ? row.dueAt : null,
    open: row.status === 'open',
  };
}

function labelOf(place: unknown): string | null {
  return typeof place === 'object' && place !== null && typeof (place as { label?: unknown }).label === 'string'
    ? (place as { label: string }).label
    : null;
}

/** The steps as a story: when each was left, and what its community has shown of it. */
function storyOf(context: MattersContext, method: Method, row: MatterRow, seen: Seen): TraceView['story'] {
  const after = (row.face.after ?? []).map((id) => picture(row.areaId, id));
  return tellSteps(method, row, seen.history, wordsOf(context, seen.now)).map(({ hasResult, ...told }) => ({
    ...told,
    pictures: hasResult ? after : [],
  }));
}

type Seen = { history: HistoryRow[]; now: Date };

function wordsOf(context: MattersContext, now: Date): Parameters<typeof shownWords>[2] {
  return { now, nameOf: (key) => nameOfKey(context, key, { reporterId: null }), open: () => null };
}

type KnownMatter = z.infer<typeof PublicMatter> & { id: string };

/** Some matters of an area as everybody may see them; those that are restricted, or are none, are left out. */
export async function readPublicMatters(
  reader: Reader,
  context: MattersContext,
  input: { areaId: string; ids: readonly string[] },
): Promise<KnownMatter[]> {
  return known(reader, context, input.ids.length > 0 ? await store.readOpenRows(reader, input.areaId, input.ids) : []);
}

/** Matters whose public title has these words, or whose number ends so, the newest first. */
export async function findPublicMatters(
  reader: Reader,
  context: MattersContext,
  input: { areaId: string; words: string; limit: number },
): Promise<KnownMatter[]> {
  return known(reader, context, await store.findOpenRows(reader, input));
}

async function known(reader: Reader, context: MattersContext, rows: MatterRow[]): Promise<KnownMatter[]> {
  await context.shelf.need(
    reader,
    rows.map((row) => row.definitionHash),
  );
  return rows.map((row) => ({ id: row.id, ...publicMatter(methodOf(context, row), row) }));
}

type FaceView = z.infer<typeof CommunityFace>;

/** What the home page of a community shows of its matters: solved with before and after, and the month in figures. */
export async function readFace(
  reader: Reader,
  context: MattersContext,
  input: { areaId: string; now: Date },
): Promise<FaceView> {
  const area = requireOwner(context.tree, input.areaId);
  const month = monthOf(input.now);
  const [rows, counts] = await Promise.all([
    store.readSolved(reader, area.id, 30, null),
    store.readMonth(reader, { areaId: area.id, from: month.from, to: month.to, now: input.now }),
  ]);
  await context.shelf.need(
    reader,
    rows.map((row) => row.definitionHash),
  );
  const solved = rows.map((row) => publicMatter(methodOf(context, row), row));
  return { solved: tellingFirst(solved).slice(0, 6), month: { ...month, ...counts } };
}

/** Those with a picture before and after first: one sees at a glance what has changed. */
function tellingFirst(solved: FaceView['solved']): FaceView['solved'] {
  const isPair = (one: FaceView['solved'][number]): boolean => one.before.length > 0 && one.after.length > 0;
  return [...solved.filter(isPair), ...solved.filter((one) => !isPair(one))];
}

function methodOf(context: MattersContext, row: MatterRow): Method {
  const method = context.shelf.known(row.definitionHash);
  if (!method) throw new Error(`definition ${row.definitionHash} was not loaded`);
  return method;
}

/** The month in figures: the last whole month while this one is young, else this one so far. `to` is exclusive. */
function monthOf(now: Date): { name: string; from: string; to: string } {
  const today = shanghaiDate(now);
  const first = `${today.slice(0, 7)}-01`;
  if (Number(today.slice(8)) > 10)
    return { name: `${Number(today.slice(5, 7))} 月`, from: first, to: addDays(today, 1) };
  const last = addDays(first, -1);
  return { name: `${Number(last.slice(5, 7))} 月`, from: `${last.slice(0, 7)}-01`, to: first };
}

export type PublicQuery = {
  areaId: string;
  state: 'solved' | 'reported' | 'closed' | 'open';
  cursor: string | null;
  limit: number;
  now: Date;
};

/** The matters behind the public figures, a page at a time. */
export async function listPublic(
  reader: Reader,
  context: MattersContext,
  query: PublicQuery,
): Promise<{ items: z.infer<typeof PublicMatter>[]; next: string | null; month: string }> {
  const area = requireOwner(context.tree, query.areaId);
  const month = monthOf(query.now);
  const after = query.cursor ? cursorOf(query.cursor) : null;
  const rows =
    query.state === 'solved'
      ? await store.readSolved(reader, area.id, query.limit + 1, after)
      : await store.readMonthRows(reader, {
          areaId: area.id,
          from: month.from,
          to: month.to,
          state: query.state,
          limit: query.limit + 1,
          after,
        });
  const page = rows.slice(0, query.limit);
  await context.shelf.need(
    reader,
    page.map((row) => row.definitionHash),
  );
  const last = page.at(-1);
  const next =
    rows.length > query.limit && last
      ? `${(query.state === 'solved' ? last.closedAt : last.createdAt) ?? ''}~${last.id}`
      : null;
  return { items: page.map((row) => publicMatter(methodOf(context, row), row)), next, month: month.name };
}

function cursorOf(cursor: string): { at: string; id: string } | null {
  const [at = '', id = ''] = cursor.split('~');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) refuse(cursorInvalid);
  return { at, id };
}
