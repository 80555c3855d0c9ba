import { z } from 'zod';

/** A notice 公告: what everybody in the community should know, from when to when. */

export const noticeKinds = ['outage', 'work', 'reminder', 'meeting', 'result', 'service'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
export const noticeKindNames: Record<NoticeKind, string> = {
  outage: '停水停电',
  work: '施工',
  reminder: '提醒',
  meeting: '议事',
  result: '结果',
  service: '便民',
};

export const Notice = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  body: z.string(),
  kind: z.enum(noticeKinds),
  kindName: z.string(),
  icon: z.string(),
  /** Whom it concerns: 1—3 号楼. */
  affects: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  publishedAt: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const NoticeList = z.object({ items: z.array(Notice), next: z.string().nullable() });
export type NoticeList = z.infer<typeof NoticeList>;

export const NoticePage = Notice.extend({
  areaName: z.string(),
  /** Its short public address: `/n/` and thirteen letters. */
  shortPath: z.string(),
  /** Ready to paste into the group. */
  groupText: z.string(),
  actions: z.array(z.enum(['withdraw'])),
});
export type NoticePage = z.infer<typeof NoticePage>;

const AreaId = z.string().min(1).max(64);
export const NoticeCode = z.object({ code: z.string().max(40) });
export const NoticeParams = z.object({ areaId: AreaId, noticeId: z.guid() });
export const NoticeQuery = z.object({
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type NoticeQuery = z.infer<typeof NoticeQuery>;

export const NewNotice = z.object({
  title: z.string().trim().min(2).max(60),
  body: z.string().trim().min(1).max(5000),
  kind: z.enum(noticeKinds),
  icon: z
    .string()
    .regex(/^[a-z-]{2,30}$/)
    .default('megaphone'),
  affects: z.string().trim().max(80).default(''),
  startsAt: z.iso.datetime({ offset: true }).optional(),
  endsAt: z.iso.datetime({ offset: true }).optional(),
});
export type NewNotice = z.infer<typeof NewNotice>;
export const Withdrawal = z.object({ reason: z.string().trim().min(2).max(200) });
