import { walkMinutes, type Point } from '#shared/walking';
import type { Reach } from './contract.ts';

export type Building = { id: string; label: string; point: Point };
export type Site = { point: Point | null };

/** How many buildings have one of the sites within so many minutes on foot, and which have not. Source: B16, B30, D26. */
export function reachOf(buildings: readonly Building[], sites: readonly Site[], minutesMost: number): Reach {
  const points = sites.flatMap(({ point }) => (point ? [point] : []));
  const beyond = buildings.flatMap(({ id, label, point }) => {
    const minutes = points.length > 0 ? Math.min(...points.map((site) => walkMinutes(point, site))) : null;
    return minutes !== null && minutes <= minutesMost ? [] : [{ id, label, minutes }];
  });
  return { buildings: buildings.length, reached: buildings.length - beyond.length, beyond };
}

/** Whether a need is met: every building reaches one; where no building lies on the map, there is one. */
export function isWithin(reach: Pick<Reach, 'buildings' | 'reached'>, sites: readonly Site[]): boolean {
  return sites.length > 0 && reach.reached === reach.buildings;
}
