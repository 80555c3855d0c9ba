import type { Venue, VenueMap } from '../contract.ts';

type Line = Venue & { inside: string };

/** Tenths of a square metre as people write them: 3000 → 300, 925 → 92.5. */
export function squareMetres(tenths: number): number {
  return tenths / 10;
}

/** The columns of the exported list of venues. */
export const exportColumns: { heading: string; width: number; value(line: Line): string | number | null }[] = [
  { heading: '名称', width: 24, value: (line) => line.name },
  { heading: '类别', width: 16, value: (line) => line.kind },
  { heading: '在哪个场地里', width: 20, value: (line) => line.inside },
  { heading: '位置', width: 24, value: (line) => line.place },
  { heading: '室内/室外', width: 10, value: (line) => (line.indoor ? '室内' : '室外') },
  {
    heading: '面积（平方米）',
    width: 14,
    value: (line) => (line.sizeTenths === null ? null : squareMetres(line.sizeTenths)),
  },
  { heading: '容纳人数', width: 10, value: (line) => line.capacity },
  { heading: '归谁', width: 20, value: (line) => (line.ownerKind === 'unit' ? line.ownerName : '社区') },
  { heading: '运营方', width: 20, value: (line) => line.operator },
  { heading: '功能', width: 24, value: (line) => line.functions.join('、') },
  { heading: '免费开放', width: 10, value: (line) => (line.free ? '是' : '否') },
  { heading: '每周开放（小时）', width: 14, value: (line) => line.weeklyMinutes / 60 },
  { heading: '可预约', width: 10, value: (line) => (line.bookable ? '是' : '否') },
  { heading: '关闭日期', width: 12, value: (line) => line.closedOn },
];

/** Venues that stand as GeoJSON (RFC 7946). */
export function mapOf(places: readonly { venue: Venue; point: readonly [number, number] | null }[]): VenueMap {
  return {
    type: 'FeatureCollection',
    features: places.flatMap(({ venue, point }) =>
      point
        ? [
            {
              type: 'Feature' as const,
              id: venue.id,
              geometry: { type: 'Point' as const, coordinates: [point[0], point[1]] as [number, number] },
              properties: {
                name: venue.name,
                kind: venue.kind,
                place: venue.place,
                bookable: venue.bookable,
                open: venue.open?.name ?? '',
              },
            },
          ]
        : [],
    ),
  };
}
