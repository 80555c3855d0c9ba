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

/** What hangs in the hall of a building: its contact card, and where its QR leads. */
export const DoorNotice = z.object({
  buildingId: z.string(),
  /** 工盛小区 北院 3号楼 */
  label: z.string(),
  /** Opens the report form with the building filled in. */
  url: z.string(),
  contact: ContactCard,
});
export type DoorNotice = z.infer<typeof DoorNotice>;
export const DoorNoticeList = z.object({ items: z.array(DoorNotice) });
export type DoorNoticeList = z.infer<typeof DoorNoticeList>;
export const DoorNoticeQuery = z.object({ grid: z.guid().optional(), building: z.guid().optional() });

export const ContactQuery = z.object({ building: z.guid().optional() });
