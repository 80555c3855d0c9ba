import { z } from 'zod';

export const areaLevels = [
  'city',
  'district',
  'street',
  'community',
  'grid',
  'micro-grid',
  'estate',
  'building',
] as const;
export type AreaLevel = (typeof areaLevels)[number];

export const levelNames: Record<AreaLevel, string> = {
  city: '市',
  district: '区县',
  street: '街道（镇）',
  community: '社区（村）',
  grid: '网格',
  'micro-grid': '微网格',
  estate: '小区',
  building: '楼栋',
};

export const Area = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  /** The community (or street, district, city) that owns the records made here. */
  ownerId: z.string(),
  level: z.enum(areaLevels),
  code: z.string().nullable(),
  name: z.string(),
  fullName: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type Area = z.infer<typeof Area>;

/** A published figure with its qualifier (约 余 超) as printed, and where it comes from. */
export const AreaFigure = z.object({
  id: z.string(),
  metric: z.string(),
  value: z.number(),
  unit: z.string(),
  qualifier: z.string(),
  period: z.string(),
  source: z.string(),
  publishedOn: z.string().nullable(),
});
export type AreaFigure = z.infer<typeof AreaFigure>;

export const AreaPage = Area.extend({
  ancestors: z.array(Area),
  figures: z.array(AreaFigure),
  codes: z.array(z.object({ code: z.string(), validFrom: z.string(), validTo: z.string().nullable() })),
});
export type AreaPage = z.infer<typeof AreaPage>;

export const AreaList = z.object({ items: z.array(Area) });
export const AreaQuery = z.object({
  level: z.enum(areaLevels).optional(),
  parent: z.string().optional(),
  /** All areas of the level anywhere below this one. */
  under: z.string().optional(),
  q: z.string().max(50).optional(),
});

/** A spot one can point at: a building, an estate, a lamp-post (its code is on its QR plate). */
export const Spot = z.object({
  kind: z.enum(['building', 'estate', 'lamp-post', 'place']),
  areaId: z.string(),
  label: z.string(),
  code: z.string().nullable(),
  point: z.tuple([z.number(), z.number()]).nullable(),
});
export const SpotList = z.object({ items: z.array(Spot) });
export type Spot = z.infer<typeof Spot>;

export const AreaParams = z.object({ areaId: z.string().min(1).max(64) });

export const AreaAliases = z.object({ aliases: z.array(z.string().trim().min(2).max(60)).max(10) });

export const NewArea = z.object({
  level: z.enum(areaLevels),
  name: z.string().trim().min(1).max(60),
  code: z.string().trim().max(18).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});
export type NewArea = z.infer<typeof NewArea>;
