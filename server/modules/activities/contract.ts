import { z } from 'zod';

/** An activity 活动: something that takes place once, at a time and a place, with seats or without. */

export const activityKinds = ['talk', 'culture', 'course', 'volunteer', 'festival', 'service'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const activityKindNames: Record<ActivityKind, string> = {
  talk: '议事',
  culture: '文体',
  course: '课程',
  volunteer: '志愿',
  festival: '节庆',
  service: '便民',
};

export const activityStates = ['open', 'full', 'free', 'begun', 'over'] as const;
export type ActivityState = (typeof activityStates)[number];

export const Activity = z.object({
  id: z.string(),
  areaId: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: z.enum(activityKinds),
  kindName: z.string(),
  place: z.string(),
  buildingId: z.string().nullable(),
  startsAt: z.string(),
  endsAt: z.string(),
  host: z.string(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string().nullable(),
  seats: z.number().nullable(),
  enrolled: z.number(),
  /** Null where no seat is needed. */
  seatsLeft: z.number().nullable(),
  state: z.enum(activityStates),
  /** 还有 6 个座位 · 满了 · 不用报名 … */
  stateName: z.string(),
  /** Whether the one who asks is enrolled. */
  mine: z.boolean(),
});
export type Activity = z.infer<typeof Activity>;

export const ActivityList = z.object({ items: z.array(Activity), next: z.string().nullable() });
export type ActivityList = z.infer<typeof ActivityList>;

export const ActivityPage = Activity.extend({
  areaName: z.string(),
  /** Its short public address: `/a/` and thirteen letters. */
  shortPath: z.string(),
  /** Ready to paste into the group. */
  groupText: z.string(),
  actions: z.array(z.enum(['enrol', 'cancel', 'withdraw'])),
});
export type ActivityPage = z.infer<typeof ActivityPage>;

const AreaId = z.string().min(1).max(64);
export const ActivityCode = z.object({ code: z.string().max(40) });
export const ActivityParams = z.object({ areaId: AreaId, activityId: z.guid() });
const Day = z.iso.date();
export const ActivityQuery = z.object({
  /** Days in Shanghai, both included; without `from`: what is not over. */
  from: Day.optional(),
  to: Day.optional(),
  cursor: z.guid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

export const NewActivity = z.object({
  title: z.string().trim().min(2).max(60),
  summary: z.string().trim().max(2000).default(''),
  kind: z.enum(activityKinds),
  place: z.string().trim().min(1).max(80),
  buildingId: z.guid().optional(),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
  host: z.string().trim().min(1).max(60),
  picture: z.string().trim().max(200).optional(),
  /** None: come as you like. */
  seats: z.number().int().min(1).max(100_000).optional(),
});
export type NewActivity = z.infer<typeof NewActivity>;
export const Withdrawal = z.object({ reason: z.string().trim().min(2).max(200) });
