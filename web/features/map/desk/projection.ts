/** Web Mercator, in pixels of a world 256 wide at zoom 0. Longitude first, as in GeoJSON. */
export type Position = readonly [number, number];
export type Pixel = readonly [number, number];
export type View = { center: Position; zoom: number };
export type Size = { width: number; height: number };
export type Box = readonly [number, number, number, number];

const tile = 256;
export const zoomMin = 3;
export const zoomMax = 20;

export function project([x, y]: Position, zoom: number): Pixel {
  const scale = tile * 2 ** zoom;
  const sine = Math.sin((y * Math.PI) / 180);
  return [((x + 180) / 360) * scale, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale];
}

export function unproject([x, y]: Pixel, zoom: number): Position {
  const scale = tile * 2 ** zoom;
  const turned = Math.PI * (1 - (2 * y) / scale);
  return [(x / scale) * 360 - 180, (Math.atan(Math.sinh(turned)) * 180) / Math.PI];
}

/** Where a position stands on the screen. */
export function toScreen(view: View, { width, height }: Size, position: Position): Pixel {
  const [x, y] = project(position, view.zoom);
  const [cx, cy] = project(view.center, view.zoom);
  return [x - cx + width / 2, y - cy + height / 2];
}

export function fromScreen(view: View, { width, height }: Size, [x, y]: Pixel): Position {
  const [cx, cy] = project(view.center, view.zoom);
  return unproject([x + cx - width / 2, y + cy - height / 2], view.zoom);
}

/** The view that shows a box whole, with some room. */
export function fit([west, south, east, north]: Box, { width, height }: Size): View {
  const [left, bottom] = project([west, south], 0);
  const [right, top] = project([east, north], 0);
  const room = 0.86;
  const zoom = Math.log2(
    Math.min((width * room) / Math.max(right - left, 1e-9), (height * room) / Math.max(bottom - top, 1e-9)),
  );
  const center = unproject([(left + right) / 2, (top + bottom) / 2], 0);
  return { center, zoom: Math.min(zoomMax - 2, Math.max(zoomMin, zoom)) };
}

/** Nearer or farther, with what lies under a pixel staying there. */
export function zoomAt(view: View, size: Size, pixel: Pixel, by: number): View {
  const zoom = Math.min(zoomMax, Math.max(zoomMin, view.zoom + by));
  const kept = fromScreen(view, size, pixel);
  const [x, y] = project(kept, zoom);
  return { zoom, center: unproject([x - pixel[0] + size.width / 2, y - pixel[1] + size.height / 2], zoom) };
}

export function panBy(view: View, [dx, dy]: Pixel): View {
  const [x, y] = project(view.center, view.zoom);
  return { ...view, center: unproject([x - dx, y - dy], view.zoom) };
}

export type Tile = { key: string; x: number; y: number; size: number; z: number; column: number; row: number };

/** The pictures of the ground a view needs. */
export function tilesOf(view: View, { width, height }: Size): Tile[] {
  const z = Math.max(zoomMin, Math.min(18, Math.floor(view.zoom)));
  const size = tile * 2 ** (view.zoom - z);
  const [cx, cy] = project(view.center, view.zoom);
  const [left, top] = [cx - width / 2, cy - height / 2];
  const tiles: Tile[] = [];
  for (let column = Math.floor(left / size); column * size < left + width; column++)
    for (let row = Math.floor(top / size); row * size < top + height; row++)
      if (row >= 0 && row < 2 ** z)
        tiles.push({
          key: `${z}/${column}/${row}`,
          x: column * size - left,
          y: row * size - top,
          size,
          z,
          column,
          row,
        });
  return tiles;
}
