import type { Community, Estate } from './contract.ts';

/**
 * Where the demo city lies on the ground: schematic blocks, one an estate, with its buildings in rows. Drawn to be looked at,
 * never measured: no real boundary is known here, and none is claimed.
 */
type Point = [number, number];
type Rectangle = { west: number; south: number; east: number; north: number };
export type Outline = { type: 'Polygon'; coordinates: Point[][] } | { type: 'MultiPolygon'; coordinates: Point[][][] };

const block = { width: 0.0034, height: 0.0024, gap: 0.0007, perRow: 2 };
const rowMost = 4;
const edge = 0.00028;

/** The cells of the wall map laid roughly over the city. */
function cornerOf({ dot: [x, y] }: Community): Point {
  return [round(117.55 + (x / 860) * 0.95), round(37.15 - (y / 850) * 1.1)];
}

const round = (value: number): number => Number(value.toFixed(6));

function blockOf(community: Community, at: number): Rectangle {
  const [west, north] = cornerOf(community);
  const left = west + (at % block.perRow) * (block.width + block.gap);
  const top = north - Math.floor(at / block.perRow) * (block.height + block.gap);
  return { west: left, south: top - block.height, east: left + block.width, north: top };
}

/** Where a building of an estate stands. */
export function buildingPoint(community: Community, estate: Estate, number: number): Point {
  const { west, south, east, north } = blockOf(community, community.estates.indexOf(estate));
  const rows = Math.ceil(estate.buildings / rowMost);
  const perRow = Math.ceil(estate.buildings / rows);
  const [row, place] = [Math.floor((number - 1) / perRow), (number - 1) % perRow];
  const x = west + ((place + 0.5) / perRow) * (east - west);
  const y = north - ((row + 0.5) / rows) * (north - south);
  return [round(x), round(y)];
}

/** The middle of an estate. */
export function estatePoint(community: Community, estate: Estate): Point {
  const { west, south, east, north } = blockOf(community, community.estates.indexOf(estate));
  return [round((west + east) / 2), round((south + north) / 2)];
}

function ringOf({ west, south, east, north }: Rectangle): Point[] {
  const corners: Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return corners.map(([x, y]) => [round(x), round(y)]);
}

const grown = ({ west, south, east, north }: Rectangle, by: number): Rectangle => ({
  west: west - by,
  south: south - by,
  east: east + by,
  north: north + by,
});

function around(points: Point[]): Rectangle {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) };
}

export function communityOutline(community: Community): Outline {
  const blocks = community.estates.map((_, at) => blockOf(community, at));
  const whole = around(
    blocks.flatMap(({ west, south, east, north }): Point[] => [
      [west, south],
      [east, north],
    ]),
  );
  return { type: 'Polygon', coordinates: [ringOf(grown(whole, block.gap))] };
}

export function estateOutline(community: Community, estate: Estate): Outline {
  return { type: 'Polygon', coordinates: [ringOf(blockOf(community, community.estates.indexOf(estate)))] };
}

/** A grid is drawn around the buildings it covers; null where it covers none. */
export function gridOutline(community: Community, covers: Record<string, readonly number[]>): Outline | null {
  const rings = community.estates.flatMap((estate) => {
    const [first, last] = covers[estate.short] ?? [];
    if (first === undefined || last === undefined) return [];
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return [[ringOf(grown(around(numbers.map((number) => buildingPoint(community, estate, number))), edge))]];
  });
  if (rings.length === 0) return null;
  return rings.length === 1
    ? { type: 'Polygon', coordinates: rings[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: rings };
}
