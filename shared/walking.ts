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

/** The box that holds everything within so many minutes on foot: west, south, east, north. */
export function boxWithin([x, y]: Point, minutes: number): [number, number, number, number] {
  const degrees = ((minutes * metresPerMinute) / detour / earthMetres) * (180 / Math.PI);
  const across = degrees / Math.cos(radians(y));
  return [x - across, y - degrees, x + across, y + degrees];
}
