type Point = [number, number];
export type View = { x: number; y: number; width: number; height: number };

const margin = 12;

/** The frame that holds all cells of the schematic map; null when nothing is drawn. */
export function viewOf(polygons: Point[][]): View | null {
  const points = polygons.flat();
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x: left, y: top, width: Math.max(...xs) + margin - left, height: Math.max(...ys) + margin - top };
}

/** How bright a cell is, 0 to 1: the more is open, the brighter; a cell without communities stays dark. */
export function brightnessOf(open: number, most: number): number {
  return most === 0 ? 0 : Math.sqrt(open / most);
}

const dark = [29, 33, 36] as const;
const bright = [58, 76, 71] as const;

export function landColour(brightness: number): string {
  const mix = dark.map((from, at) => Math.round(from + ((bright[at] ?? from) - from) * brightness));
  return `rgb(${mix.join(' ')})`;
}

/** 工盛社区 stands on the map as 工盛. */
export function shortName(name: string): string {
  return name.length > 2 ? name.replace(/(社区|村)$/, '') : name;
}
