type Point = [number, number];
type Geometry = { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] };
type Drawn = { features: { geometry: Geometry; bbox: number[]; properties: { name: string; level: string } }[] };

/** An estate as it is drawn: its name, the middle of it, its outlines. Longitude first. */
export type Ground = { name: string; middle: Point; outlines: Point[][] };

/** The estates of a map. */
export function groundOf(map: Drawn | null): Ground[] {
  const drawn = (map?.features ?? []).filter(({ properties }) => properties.level === 'estate');
  return drawn.map(({ geometry, bbox: [west = 0, south = 0, east = 0, north = 0], properties }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const outlines = polygons.map(([ring = []]) => ring.map(([x = 0, y = 0]): Point => [x, y]));
    return { name: properties.name, middle: [(west + east) / 2, (south + north) / 2], outlines };
  });
}
