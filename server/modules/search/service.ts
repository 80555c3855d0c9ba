import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { readAsked, readPlace, writePlace } from '#kernel/search';
import type { Asked, Place } from '#kernel-contract/search';
import { findActivities } from '#modules/activities';
import { levelNames } from '#contract/areas';
import { ownersUnder, requireArea, type AreaNode } from '#modules/areas';
import { findPlaces } from '#modules/areas/find';
import type { MattersContext } from '#modules/matters/list';
import { findMatters } from '#modules/matters/find';
import { findMethods } from '#modules/matters/methods/find';
import { findNotices } from '#modules/notices';
import { findHouseholds } from '#modules/people';
import { hitKindNames, hitKinds, type Hit, type HitKind, type SearchAnswer, type SearchQuery } from './contract.ts';
import * as rules from './rules.ts';

type Search = { area: AreaNode; asked: Asked; after: Place | null; limit: number; now: Date };
type Page = { items: Hit[]; next: Place | null };
type Finder = (reader: Reader, context: MattersContext, actor: Actor, search: Search) => Promise<Page>;

const blank = { number: null, traceCode: null, isWhole: true, at: null };

const finders: Record<HitKind, Finder> = {
  matter: async (reader, context, actor, { area, ...search }) => {
    const { items, next } = await findMatters(reader, context, actor, { ...search, areaId: area.id });
    return { items: items.map((one) => ({ ...one, kind: 'matter', areaName: nameOf(context, one.areaId) })), next };
  },
  notice: async (reader, context, _actor, { area, ...search }) => {
    const { items, next } = await findNotices(reader, { ...search, areaIds: ownersUnder(context.tree, area.id) });
    const hits = items.map((one): Hit => ({
      ...blank,
      ...one,
      kind: 'notice',
      areaName: nameOf(context, one.areaId),
      text: one.affects,
      state: one.isOver ? '已过期' : one.kindName,
      at: one.publishedAt,
    }));
    return { items: hits, next };
  },
  activity: async (reader, context, _actor, { area, ...search }) => {
    const { items, next } = await findActivities(reader, { ...search, areaIds: ownersUnder(context.tree, area.id) });
    const hits = items.map((one): Hit => ({
      ...blank,
      ...one,
      kind: 'activity',
      areaName: nameOf(context, one.areaId),
      text: one.place,
      state: one.isOver ? '已结束' : '',
      at: one.startsAt,
    }));
    return { items: hits, next };
  },
  place: async (_reader, context, _actor, { area, asked, after, limit }) => {
    if (after || asked.number !== null) return { items: [], next: null };
    const hits = findPlaces(context.tree, area, asked, limit).map((place): Hit => ({
      ...blank,
      kind: 'place',
      id: place.areaId,
      areaId: place.ownerId,
      areaName: nameOf(context, place.ownerId),
      title: place.label,
      text: '',
      state: place.level === 'lamp-post' ? '灯杆' : place.level === 'place' ? '地点' : levelNames[place.level],
    }));
    return { items: hits, next: null };
  },
  method: async (_reader, context, actor, { area, asked, after, limit }) => {
    if (after || asked.number !== null) return { items: [], next: null };
    if (!context.may(actor, 'method.read', 'anywhere')) return { items: [], next: null };
    const hits = findMethods(context, asked, limit).map((method): Hit => ({
      ...blank,
      kind: 'method',
      id: method.id,
      areaId: area.id,
      areaName: '',
      title: method.name,
      text: method.promise,
      state: '',
    }));
    return { items: hits, next: null };
  },
  household: async (reader, context, actor, { area, asked, after, limit }) => {
    // A door has a number; other words are not worth looking through every door.
    if (after || asked.number !== null || !/[0-9]/.test(asked.text)) return { items: [], next: null };
    const found = await findHouseholds(reader, actor, context, { areaId: area.id, q: asked.text, limit });
    const hits = found.map((one): Hit => ({
      ...blank,
      kind: 'household',
      id: one.id,
      areaId: context.tree.ownerOf(area.id),
      areaName: nameOf(context, context.tree.ownerOf(area.id)),
      title: one.label,
      text: one.gridName ?? '',
      state: `${one.memberCount} 人`,
    }));
    return { items: hits, next: null };
  },
};

function nameOf(context: MattersContext, areaId: string): string {
  return context.tree.get(areaId)?.name ?? '';
}

/**
 * What is found by some words in an area and below: the best of every kind, or one kind page by page. Nothing is found that
 * the asking person could not open, and nothing is counted. Refused when the words are none, too many or everywhere.
 */
export async function search(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  input: { query: SearchQuery; now: Date },
): Promise<SearchAnswer> {
  const { q, kind, cursor, limit } = input.query;
  refuseIf(cursor !== undefined && kind === undefined ? rules.cursorWithoutKind : null);
  const asked = await readAsked(q);
  const area = requireArea(context.tree, input.query.area ?? rules.areaOf(actor) ?? refuse(rules.areaMissing));
  const kinds = kind ? [kind] : hitKinds;
  const after = cursor ? readPlace(cursor) : null;
  const groups = await Promise.all(
    kinds.map(async (one) => {
      const wanted = { area, asked, after, limit: limit ?? (kind ? rules.pageMost : rules.groupMost), now: input.now };
      const { items, next } = await finders[one](reader, context, actor, wanted);
      return { kind: one, name: hitKindNames[one], items, next: next && writePlace(next) };
    }),
  );
  return { words: rules.wordsOf(asked), groups: groups.filter(({ items }) => items.length > 0) };
}
