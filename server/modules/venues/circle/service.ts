import type { Point } from '#shared/walking';
import type { Reader } from '#platform/database';
import { requireOwner, spotLabel, type AreaTree } from '#modules/areas';
import * as store from '../store.ts';
import type { VenueRow } from '../tables.ts';
import { chainOf } from '../rules.ts';
import type { VenueWords } from '../words/contract.ts';
import type { Circle } from './contract.ts';
import * as rules from './rules.ts';

type Site = rules.Site & { row: VenueRow };

/**
 * What lies within 15 minutes of a community's buildings, its neighbours of the same street counted; what is missing, and
 * which buildings no volunteer station reaches. Source: B16, B30, D26; S1.2.
 */
export async function readCircle(
  reader: Reader,
  doors: { tree: AreaTree; words: VenueWords },
  areaId: string,
): Promise<Circle> {
  const { tree } = doors;
  const { id } = requireOwner(tree, areaId);
  const { minutes, needs, wanted, stations } = doors.words.circle;
  const street = tree.ancestorAt(id, 'street');
  const around = street ? tree.under(street.id, 'community').map((one) => one.id) : [id];
  const rows = (await store.readVenues(reader, [...new Set([id, ...around])])).filter((row) => row.closedOn === null);
  const sites = rows.map((row): Site => ({ row, point: pointOf(tree, rows, row) }));
  const buildings = buildingsOf(tree, id);
  const ofKinds = (kinds: readonly string[]): Site[] => sites.filter(({ row }) => kinds.includes(row.kind));
  const place = ({ row }: Site) => ({
    areaId: row.areaId,
    id: row.id,
    name: row.name,
    kind: row.kind,
    areaName: row.areaId === id ? null : (tree.get(row.areaId)?.name ?? null),
  });
  const met = needs.map(({ name, kinds }) => {
    const found = ofKinds(kinds);
    const reach = rules.reachOf(buildings, found, minutes);
    return { name, kinds, ...reach, isWithin: rules.isWithin(reach, found), places: found.map(place) };
  });
  const stationSites = ofKinds(stations);
  return {
    minutes,
    needs: met,
    missing: met.filter((need) => !need.isWithin).map(({ name }) => name),
    wanted: wanted.map((kind) => ({
      kind,
      places: ofKinds([kind])
        .filter(({ row }) => row.areaId === id)
        .map(place),
    })),
    stations: { ...rules.reachOf(buildings, stationSites, minutes), places: stationSites.map(place) },
  };
}

/** Where a venue lies: its own point, its building's, or that of the house it is in. */
export function pointOf(tree: AreaTree, rows: readonly VenueRow[], venue: VenueRow): Point | null {
  for (const { lng, lat, buildingId } of chainOf(rows, venue.id)) {
    if (lng !== null && lat !== null) return [lng, lat];
    const point = buildingId ? tree.get(buildingId)?.details.point : undefined;
    if (isPoint(point)) return point;
  }
  return null;
}

function buildingsOf(tree: AreaTree, areaId: string): rules.Building[] {
  return tree.under(areaId, 'building').flatMap((node) => {
    const { point } = node.details;
    return isPoint(point) ? [{ id: node.id, label: spotLabel(tree, node), point }] : [];
  });
}

const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
