import { z } from 'zod';

/** The contact card 便民联系卡 in its three parts: who looks after this place, which place, and whom to call. Source: C28. */
export const ContactCard = z.object({
  areaId: z.string(),
  areaName: z.string(),
  grid: z.object({ id: z.string(), name: z.string() }).nullable(),
  worker: z.object({ name: z.string(), face: z.string().nullable() }).nullable(),
  /** 工盛北院 1—6 号楼 */
  looksAfter: z.string(),
  /** 08:30—17:30 */
  hours: z.string().nullable(),
  /** `17:30` while on duty now, else null. */
  onDutyUntil: z.string().nullable(),
  telephone: z.string().nullable(),
  officeTelephone: z.string().nullable(),
  emergency: z.array(z.object({ name: z.string(), number: z.string() })),
});
export type ContactCard = z.infer<typeof ContactCard>;

export const ContactQuery = z.object({ building: z.guid().optional() });
