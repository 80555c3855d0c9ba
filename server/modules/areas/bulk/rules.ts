/** A row of a file: a building, the grid it lies in, and the estate it belongs to, if any. */
export type IncomingPlace = {
  at: number;
  grid: string;
  estate: string;
  building: string;
  units: number | null;
  floors: number | null;
};

/** A name as it is compared: 3栋, 3 号楼 and 3号楼 are one. */
export function plainPlace(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(\d+)(号楼|栋|幢|座|#楼|#)?$/, '$1号楼');
}

export function placeKey(estate: string, building: string): string {
  return `${plainPlace(estate)}|${plainPlace(building)}`;
}
