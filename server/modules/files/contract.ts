import { z } from 'zod';

/** A picture 照片: re-encoded without place and device, shown to who may see what it belongs to. */
export const Picture = z.object({
  id: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** Addresses of the whole picture and the small one. */
  full: z.string(),
  small: z.string(),
  /** Drawn, not photographed: to be marked 示意图. */
  drawn: z.boolean(),
});
export type Picture = z.infer<typeof Picture>;

const AreaId = z.string().min(1).max(64);
export const FileParams = z.object({ areaId: AreaId, fileId: z.guid() });
export const FileQuery = z.object({ size: z.enum(['small', 'full']).default('full') });
