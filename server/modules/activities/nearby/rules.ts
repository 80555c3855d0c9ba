import { addDays } from '#shared/time';
import { circleWithin, metresBetween, walkMinutes, type Circle, type Point } from '#shared/walking';

/** As far as one walks to something pleasant. Source: B16, B30, D26 (15分钟). */
export const reachMinutes = 15;

/** Twice the reach: a square or a hall may lie apart from its buildings. */
const neighbourMetres = 1_700;

/** The seven days one looks ahead, today first. */
export const daysAhead = (today: string): string[] => Array.from({ length: 7 }, (_, at) => addDays(today, at));

/** `118.05,36.81` as a point; null when it lies on no map. */
export function readPoint(text: string): Point | null {
  const [x, y] = text.split(',').map(Number);
  if (x === undefined || y === undefined) return null;
  return Math.abs(x) <= 180 && Math.abs(y) < 85 ? [x, y] : null;
}

/** The middle of some points; null without any. */
export function middleOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const sum = (at: 0 | 1): number => points.reduce((total, point) => total + point[at], 0) / points.length;
  return [sum(0), sum(1)];
}

/** Whether a community may hold something within reach of the origin: by the nearest of its buildings. */
export function isNeighbour(origin: Point, buildings: readonly Point[]): boolean {
  return buildings.some((building) => metresBetween(origin, building) <= neighbourMetres);
}

/** The ground to search, or none where everything counts or nobody knows where to start from. */
export function circleAround(origin: Point | null, reach: 'walk' | 'all'): Circle | null {
  return origin && reach === 'walk' ? circleWithin(origin, reachMinutes) : null;
}

/** Minutes on foot, or null where one of the two ends is unknown. */
export function minutesTo(origin: Point | null, place: Point | null): number | null {
  return origin && place ? walkMinutes(origin, place) : null;
}
