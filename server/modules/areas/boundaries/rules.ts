import type { Refusal } from '#shared/refusal';
import type { Boundary, Box } from './contract.ts';

type Point = readonly [number, number];
type Ring = Point[];

/** The land and waters of China with some room, in degrees. */
const china = { west: 73, east: 135.2, south: 3.7, north: 53.7 };
const ringsMost = 200;
const pointsMost = 5000;
const crossedMost = 1500;
/** About a centimetre at these latitudes: more digits are noise. */
const digits = 7;

export type NamedBoundary = { name: string | null; code: string | null; boundary: Boundary };

/**
 * Reads a boundary out of GeoJSON: a Polygon or MultiPolygon in WGS-84 whose rings are closed, cross nowhere and lie in
 * China. Refused with a sentence that says what to change. Source: RFC 7946.
 */
export function readBoundary(geojson: unknown): Boundary | Refusal {
  const found = readBoundaries(geojson);
  if ('zh' in found) return found;
  const [first, ...more] = found;
  if (!first || more.length > 0)
    return wrong(`文件里有 ${found.length} 块边界，这里一次只收一块。多块的，请用“导入一批”，按名称或代码对上`);
  return first.boundary;
}

/** Reads every boundary of a file with the name and the code it carries. Refused as `readBoundary` refuses. */
export function readBoundaries(geojson: unknown): NamedBoundary[] | Refusal {
  const features = featuresOf(geojson);
  if (!features) return wrong('这不是 GeoJSON：要有 type，并且是 Polygon、MultiPolygon、Feature 或 FeatureCollection');
  const found: NamedBoundary[] = [];
  for (const { geometry, properties } of features) {
    const boundary = geometryOf(geometry);
    if ('zh' in boundary) return boundary;
    found.push({ name: textOf(properties['name']), code: textOf(properties['code']), boundary });
  }
  return found.length > 0 ? found : wrong('文件里没有边界');
}

type Feature = { geometry: unknown; properties: Record<string, unknown> };

function featuresOf(value: unknown): Feature[] | null {
  if (!isRecord(value)) return null;
  const { type } = value;
  if (type === 'Polygon' || type === 'MultiPolygon') return [{ geometry: value, properties: {} }];
  if (type === 'Feature')
    return [{ geometry: value['geometry'], properties: isRecord(value['properties']) ? value['properties'] : {} }];
  if (type !== 'FeatureCollection' || !Array.isArray(value['features'])) return null;
  const features = value['features'].map(featuresOf);
  return features.some((one) => one === null) ? null : features.flatMap((one) => one ?? []);
}

function geometryOf(geometry: unknown): Boundary | Refusal {
  if (!isRecord(geometry) || !Array.isArray(geometry['coordinates'])) return wrong('有一块没有坐标');
  const { type, coordinates } = geometry as { type: unknown; coordinates: unknown[] };
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return wrong('边界要是面（Polygon 或 MultiPolygon），不能是点或线');
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown[];
  const rings = polygons.flat();
  if (rings.length === 0) return wrong('有一块没有坐标');
  if (rings.length > ringsMost) return wrong(`圈太多了，最多 ${ringsMost} 圈`);
  const total = rings.reduce((sum: number, ring) => sum + (Array.isArray(ring) ? ring.length : 0), 0);
  if (total > pointsMost) return wrong(`点太多了（${total} 个），最多 ${pointsMost} 个。请先抽稀再导入`);
  const read: Ring[][] = [];
  for (const polygon of polygons) {
    const ofPolygon: Ring[] = [];
    for (const ring of Array.isArray(polygon) ? polygon : [null]) {
      const checked = ringOf(ring);
      if ('zh' in checked) return checked;
      ofPolygon.push(checked);
    }
    if (ofPolygon.length === 0) return wrong('有一块没有坐标');
    read.push(ofPolygon);
  }
  const plain = read.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y])));
  return type === 'Polygon' ? { type, coordinates: plain[0] ?? [] } : { type, coordinates: plain };
}

function ringOf(value: unknown): Ring | Refusal {
  if (!Array.isArray(value) || value.length < 4) return wrong('每一圈至少要 4 个点，最后一点和第一点相同');
  const ring: Ring = [];
  for (const position of value) {
    const point = pointOf(position);
    if ('zh' in point) return point;
    ring.push(point);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    return wrong('有一圈没有合上：最后一点要和第一点相同');
  if (new Set(ring.map((point) => point.join(' '))).size < 3) return wrong('有一圈只有一条线那么窄，围不住地方');
  if (ring.length <= crossedMost && crosses(ring)) return wrong('有一圈自己和自己交叉了。请沿着边界顺着画一圈');
  return ring;
}

function pointOf(position: unknown): Point | Refusal {
  if (!Array.isArray(position) || position.length < 2) return wrong('有一个点不是“经度, 纬度”两个数');
  const [x, y] = position as unknown[];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return wrong('有一个点不是“经度, 纬度”两个数');
  if (isInChina(x, y)) return [rounded(x), rounded(y)];
  if (isInChina(y, x)) return wrong(`点 ${x}, ${y} 像是经度和纬度写反了：GeoJSON 里经度在前`);
  if (Math.abs(x) > 180 || Math.abs(y) > 90)
    return wrong(`点 ${x}, ${y} 不是经纬度，像是投影坐标（米）。请转成 WGS-84 经纬度再导入`);
  return wrong(`点 ${x}, ${y} 不在中国境内。请确认坐标是 WGS-84 经纬度`);
}

function isInChina(x: number, y: number): boolean {
  return x >= china.west && x <= china.east && y >= china.south && y <= china.north;
}

function rounded(value: number): number {
  return Number(value.toFixed(digits));
}

/** Whether two sides of a ring that do not follow one another meet. */
function crosses(ring: Ring): boolean {
  const sides = ring.slice(0, -1).map((point, i) => [point, ring[i + 1] as Point] as const);
  return sides.some(([a, b], i) =>
    sides.some(([c, d], j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && meet(a, b, c, d)),
  );
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point): number =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** The box around a boundary: west, south, east, north. */
export function boxOf(boundary: Boundary): Box {
  const points: number[][] = boundary.type === 'Polygon' ? boundary.coordinates.flat() : boundary.coordinates.flat(2);
  const xs = points.map(([x = 0]) => x);
  const ys = points.map(([, y = 0]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The box around boxes; null of none. */
export function boxAround(boxes: Box[]): Box | null {
  if (boxes.length === 0) return null;
  const at = (i: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number => pick(...boxes.map((box) => box[i]));
  return [at(0, Math.min), at(1, Math.min), at(2, Math.max), at(3, Math.max)];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(why: string): Refusal {
  return {
    code: 'boundary.invalid',
    status: 422,
    zh: `边界收不下：${why}。`,
    en: 'That is no boundary we can keep: GeoJSON polygons in WGS-84, closed, within China.',
    fields: { geojson: why },
  };
}
