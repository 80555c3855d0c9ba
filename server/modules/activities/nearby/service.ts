import type { Actor } from '#shared/actor';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Point } from '#shared/walking';
import { readCursor, writeCursor } from '#platform/cursor';
import type { Reader } from '#platform/database';
import { requireOwner, type AreaTree } from '#modules/areas';
import { activityKindNames, type ActivityKind } from '../contract.ts';
import { toActivity } from '../scope/service.ts';
import type { NearbyPage, NearbyQuery, NearbySession } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Asked = { areaId: string; query: NearbyQuery; now: Date; homeBuildingId: string | null };

const pointOf = (tree: AreaTree, id: string): Point | null =>
  (tree.get(id)?.details.point as Point | undefined) ?? null;

type Origin = { label: string; point: Point | null; exact: boolean };

function originOf(tree: AreaTree, asked: Asked): Origin {
  const meant = asked.query.at ? rules.readPoint(asked.query.at) : null;
  if (meant) return { label: '您现在的位置', point: meant, exact: true };
  const door = asked.homeBuildingId ? pointOf(tree, asked.homeBuildingId) : null;
  if (door && asked.homeBuildingId && tree.covers(asked.areaId, asked.homeBuildingId))
    return { label: `您家 ${tree.get(asked.homeBuildingId)?.name ?? ''}`, point: door, exact: true };
  return { label: '社区中间', point: rules.middleOf(buildingPoints(tree, asked.areaId)), exact: false };
}

const buildingPoints = (tree: AreaTree, areaId: string): Point[] =>
  tree.under(areaId, 'building').flatMap(({ id }) => {
    const point = pointOf(tree, id);
    return point ? [point] : [];
  });

/** The community itself, and those of its district with a building near enough. */
function areasAround(tree: AreaTree, areaId: string, origin: Point | null): string[] {
  const district = tree.ancestorAt(areaId, 'district');
  if (!origin || !district) return [areaId];
  const others = tree
    .under(district.id, 'community')
    .filter(({ id }) => id !== areaId && rules.isNeighbour(origin, buildingPoints(tree, id)));
  return [areaId, ...others.map(({ id }) => id)];
}

/**
 * What takes place on one day: within fifteen minutes on foot, neighbouring communities too, or everything in the community.
 * Minutes are estimates from the straight line. Source: B16, B30, D26, the purpose of 附近.
 */
export async function listNearby(
  reader: Reader,
  actor: Actor,
  doors: { tree: AreaTree },
  asked: Asked,
): Promise<NearbyPage> {
  const { tree } = doors;
  const { query, now } = asked;
  const area = requireOwner(tree, asked.areaId);
  const origin = originOf(tree, { ...asked, areaId: area.id });
  const today = shanghaiDate(now);
  const day = query.day ?? today;
  const filter = {
    own: area.id,
    areaIds: query.reach === 'walk' ? areasAround(tree, area.id, origin.point) : [area.id],
    endsAfter: now,
    circle: rules.circleAround(origin.point, query.reach),
    kind: query.kind ?? null,
  };
  const on = (from: string, days: number) => ({
    from: shanghaiInstant(from),
    to: shanghaiInstant(addDays(from, days)),
  });
  const after = query.cursor
    ? readCursor(query.cursor, ([at, id]: [string, string]) => (at && id ? ([at, id] as const) : null))
    : null;
  const [rows, counts, ofDay] = await Promise.all([
    store.readSessions(reader, { ...filter, ...on(day, 1) }, { after, limit: query.limit + 1 }),
    store.countSessions(reader, { ...filter, ...on(today, 7) }),
    store.countSessions(reader, { ...filter, ...on(day, 1) }),
  ]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    origin: { ...origin, point: onMap(origin.point) },
    day,
    days: rules.daysAhead(today).map((one) => ({ day: one, count: sum(counts.filter((row) => row.day === one)) })),
    kinds: kindsOf(ofDay),
    items: await sessionsOf(reader, actor, tree, { rows: page, origin: origin.point, now }),
    next: rows.length > query.limit && last ? writeCursor([last.startsAt, last.sessionId]) : null,
  };
}

const onMap = (point: Point | null): NearbyPage['origin']['point'] => point && { lng: point[0], lat: point[1] };

const sum = (rows: { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0);

function kindsOf(rows: { kind: string; count: number }[]): NearbyPage['kinds'] {
  return rows
    .map(({ kind, count }) => ({ kind: kind as ActivityKind, name: activityKindNames[kind as ActivityKind], count }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

async function sessionsOf(
  reader: Reader,
  actor: Actor,
  tree: AreaTree,
  input: { rows: store.SessionRow[]; origin: Point | null; now: Date },
): Promise<NearbySession[]> {
  const { rows, origin, now } = input;
  const ids = rows.map(({ areaId, activityId }) => ({ areaId, id: activityId }));
  const found = await store.readActivitiesById(reader, ids, actor.id);
  const cards = new Map(found.map((row) => [row.id, toActivity(row, now)]));
  return rows.flatMap((row) => {
    const activity = cards.get(row.activityId);
    const point: Point | null = row.lng === null || row.lat === null ? null : [row.lng, row.lat];
    const walkMinutes = rules.minutesTo(origin, point);
    if (!activity) return [];
    const { sessionId, startsAt, endsAt, place } = row;
    const areaName = tree.get(row.areaId)?.name ?? '';
    return [{ sessionId, startsAt, endsAt, place, point: onMap(point), walkMinutes, activity, areaName }];
  });
}
