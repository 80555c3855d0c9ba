import { z } from 'zod';

/** Boundaries of areas as GeoJSON (RFC 7946): WGS-84, longitude first. */

const Position = z.array(z.number()).min(2).max(3);
const Ring = z.array(Position);
export const Boundary = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
]);
export type Boundary = z.infer<typeof Boundary>;

const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

const AreaFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  bbox: Box,
  geometry: Boundary,
  properties: z.object({
    name: z.string(),
    level: z.string(),
    code: z.string().nullable(),
    /** Drawn roughly (示意), not measured. */
    schematic: z.boolean(),
  }),
});
export type AreaFeature = z.infer<typeof AreaFeature>;

export const AreaMap = z.object({
  type: z.literal('FeatureCollection'),
  /** Around everything there is; null when nothing is drawn. */
  bbox: Box.nullable(),
  features: z.array(AreaFeature),
});
export type AreaMap = z.infer<typeof AreaMap>;

/** Where pictures of the ground come from, `{z}/{x}/{y}`; null: paper. */
export const MapGround = z.object({ tiles: z.string().nullable() });
export type MapGround = z.infer<typeof MapGround>;

export const NewBoundary = z.object({
  /** A geometry, a Feature, or a FeatureCollection of one. What is wrong with it is said in a sentence. */
  geojson: z.unknown(),
  schematic: z.boolean().default(false),
});
export type NewBoundary = z.infer<typeof NewBoundary>;

/** A file of many boundaries, each found by the code or the name of its area. */
export const BoundaryFile = z.object({ geojson: z.unknown(), schematic: z.boolean().default(false) });
export const BoundariesSet = z.object({ set: z.array(z.string()), unknown: z.array(z.string()) });
export type BoundariesSet = z.infer<typeof BoundariesSet>;
export const BoundaryDeleted = z.object({ deleted: z.boolean() });
