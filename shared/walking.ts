/** Longitude and latitude in degrees, as GeoJSON has them. */
export type Point = readonly [number, number];

const earthMetres = 6_371_000;
/** Streets are longer than the straight line. Source: inferred. */
const detour = 1.3;
/** An unhurried walk of 4.5 km/h. Source: inferred. */
const metresPerMinute = 75;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points as the crow flies. */
export function metresBetween([fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [radians(toX - fromX), radians(toY - fromY)];
  const half = Math.sin(dy / 2) ** 2 + Math.cos(radians(fromY)) * Math.cos(radians(toY)) * Math.sin(dx / 2) ** 2;
  return 2 * earthMetres * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** Minutes on foot, whole and at least one: an estimate from the straight line, said to be one wherever it is shown. */
export function walkMinutes(from: Point, to: Point): number {
  return Math.max(1, Math.ceil((metresBetween(from, to) * detour) / metresPerMinute));
}

/** A circle on the ground, with the box around it (west, south, east, north) for an index. */
export type Circle = { center: Point; metres: number; box: readonly [number, number, number, number] };

/** Everything within so many minutes on foot. */
export function circleWithin(center: Point, minutes: number): Circle {
  const metres = (minutes * metresPerMinute) / detour;
  const degrees = (metres / earthMetres) * (180 / Math.PI);
  const [x, y] = center;
  const across = degrees / Math.cos(radians(y));
  return { center, metres, box: [x - across, y - degrees, x + across, y + degrees] };
}
