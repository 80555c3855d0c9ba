/** What of a community an actor sees: all of it, or what lies in these grids and buildings. */
export type Scope = 'all' | readonly string[];

export type Place = { gridId: string | null; buildingId: string | null };

/** Whether a household at this place is within the scope. A place in no grid and no building is seen with `all` only. */
export function isWithin(scope: Scope, place: Place | null): boolean {
  if (scope === 'all') return true;
  if (!place) return false;
  return [place.gridId, place.buildingId].some((id) => id !== null && scope.includes(id));
}
