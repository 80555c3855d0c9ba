import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { findEntries, queriesOf, writeEntries } from '#kernel/search';
import { entriesOf } from '#kernel/workflow';
import type { Asked, Audience, Found, Place } from '#kernel-contract/search';
import { scopeOf, mayReadCondition, type MattersContext } from '../list/service.ts';
import { statusNames } from '../rules.ts';
import { publicTitle } from '../trace/rules.ts';
import * as store from './store.ts';

/** A matter as a line of results. Of a matter she may not read whole, the asking person sees its public face. */
export type FoundMatterLine = {
  areaId: string;
  id: string;
  number: string;
  traceCode: string;
  isWhole: boolean;
  title: string;
  text: string;
  state: string;
  at: string;
};

export type Search = { areaId: string; asked: Asked; after: Place | null; limit: number; now: Date };

/**
 * Matters found by their words, best first: only those that a list would show the asking person, and the public face of
 * others. Whoever may not open a matter neither finds it nor learns how many there are. Source: METHODS 2.1, DESIGN 7.
 */
export async function findMatters(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  search: Search,
): Promise<{ items: FoundMatterLine[]; next: Place | null }> {
  const { scope, isStaff } = scopeOf(context, actor, search.areaId, search.now);
  const named = search.asked.areaCode === null ? null : context.tree.byCode(search.asked.areaCode)?.id;
  const areaIds = scope.areaIds.filter((id) => named === null || id === named);
  const found = await findEntries(reader, {
    areas: areaIds.map((id) => ({ id, queries: queriesOf(search.asked, id) })),
    kind: 'matter',
    ...audiencesOf(actor, scope, isStaff),
    after: search.after,
    limit: search.limit + 1,
  });
  const page = found.slice(0, search.limit);
  return {
    items: await linesOf(reader, context, page),
    next: found.length > search.limit ? (page.at(-1) ?? null) : null,
  };
}

type Scope = ReturnType<typeof scopeOf>['scope'];

/** Which rows of the index are the asking person's without looking at the record, and which only record by record. */
function audiencesOf(
  actor: Actor,
  scope: Scope,
  isStaff: boolean,
): Pick<Parameters<typeof findEntries>[1], 'open' | 'some'> {
  const isAbove = scope.mayReadArea && scope.within === null;
  const livesHere = scope.areaIds.length === 1 && scope.areaIds[0] === actor.homeAreaId;
  const open: Audience[] = isAbove
    ? ['public', 'area', 'parties']
    : ['face', 'public', ...(livesHere ? (['area'] as const) : [])];
  const rest = (['area', 'parties', 'restricted'] as const).filter((audience) => !open.includes(audience));
  if (actor.id === 'anonymous') return { open, some: null };
  const condition = (value: (v: unknown) => string): string =>
    `exists (select 1 from matters m where m.area_id = e.area_id and m.id = e.id and ${mayReadCondition(scope, isStaff, value)})`;
  return { open, some: { audiences: rest, condition } };
}

async function linesOf(reader: Reader, context: MattersContext, page: Found[]): Promise<FoundMatterLine[]> {
  if (page.length === 0) return [];
  const rows = new Map((await store.readFound(reader, page)).map((row) => [row.id, row]));
  await context.shelf.need(
    reader,
    [...rows.values()].map((row) => row.definitionHash),
  );
  return page.flatMap((one) => {
    const row = rows.get(one.id);
    return row ? [lineOf(context, row, one.audience !== 'face')] : [];
  });
}

function lineOf(context: MattersContext, row: store.FoundRow, isWhole: boolean): FoundMatterLine {
  const method = context.shelf.known(row.definitionHash);
  const step = method?.steps.find((one) => one.id === row.step)?.label.zh;
  const place = isWhole ? row.place : labelOf(row.face.place);
  const category = isWhole ? row.category : (row.face.category ?? null);
  const title = isWhole ? row.title : publicTitle(row.face, place, method?.name.zh ?? '');
  return {
    areaId: row.areaId,
    id: row.id,
    number: row.number,
    traceCode: row.traceCode,
    isWhole,
    title,
    text: [category, place].filter((one) => one && !title.includes(one)).join(' · '),
    state: row.status === 'open' && step ? step : statusNames[row.status],
    at: row.createdAt,
  };
}

function labelOf(place: unknown): string | null {
  const label = typeof place === 'object' && place !== null ? (place as { label?: unknown }).label : place;
  return typeof label === 'string' ? label : null;
}

/** Lays the next matters of an area into the index; answers after which to go on, null when all are. */
export async function indexMatters(
  tx: Tx,
  areaId: string,
  after: string | null,
  limit: number,
): Promise<string | null> {
  const rows = await store.takeFindable(tx, areaId, after, limit);
  await writeEntries(tx, rows.flatMap(entriesOf));
  return rows.length < limit ? null : (rows.at(-1)?.id ?? null);
}
