import { z } from 'zod';
import { Activity, activityKinds } from '../contract.ts';

/** Nearby 附近: what takes place on one day, with the minutes on foot from where one stands. */

export const reaches = ['walk', 'all'] as const;

const Day = z.iso.date();
/** WGS-84, in degrees. */
const MapPoint = z.object({ lng: z.number(), lat: z.number() });

export const NearbyQuery = z.object({
  /** A day in Shanghai; today without it. */
  day: Day.optional(),
  /** Longitude and latitude to walk from: `118.05,36.81`. */
  at: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,8})?,-?\d{1,2}(\.\d{1,8})?$/)
    .optional(),
  /** `walk`: within fifteen minutes, neighbouring communities too; `all`: everything in the community. */
  reach: z.enum(reaches).default('walk'),
  kind: z.enum(activityKinds).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type NearbyQuery = z.infer<typeof NearbyQuery>;

/** One session of an activity, as it is found nearby. */
export const NearbySession = z.object({
  sessionId: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  point: MapPoint.nullable(),
  /** Minutes on foot, estimated; null where the place has no point or one does not know where the visitor is. */
  walkMinutes: z.number().nullable(),
  areaName: z.string(),
  activity: Activity,
});
export type NearbySession = z.infer<typeof NearbySession>;

export const NearbyPage = z.object({
  /** From where the minutes are counted; `exact` when the visitor or her door was meant. */
  origin: z.object({ label: z.string(), point: MapPoint.nullable(), exact: z.boolean() }),
  day: z.string(),
  /** Seven days from today, with how many sessions each has. */
  days: z.array(z.object({ day: z.string(), count: z.number() })),
  /** What kinds the day has, the most first. */
  kinds: z.array(z.object({ kind: z.enum(activityKinds), name: z.string(), count: z.number() })),
  items: z.array(NearbySession),
  next: z.string().nullable(),
});
export type NearbyPage = z.infer<typeof NearbyPage>;
