import { z } from 'zod';
import { Session } from '../contract.ts';

/** An attendance 签到: who came to a session. 人 are different people, 人次 the times they came. */

export const attendanceWays = ['qr', 'list', 'offline'] as const;
const Who = z.union([z.literal('me'), z.guid()]);

export const PassParams = z.object({ areaId: z.string().min(1).max(64), pass: z.string().min(1).max(260) });

/** What the screen at the door shows: a code that changes, and how many are there. */
export const DoorPass = z.object({
  pass: z.string(),
  /** What the code holds: the address of the page that checks in. */
  address: z.string(),
  changesInSeconds: z.number(),
  activityTitle: z.string(),
  session: Session,
  seats: z.number().nullable(),
  enrolled: z.number(),
  people: z.number(),
  headcount: z.number(),
});
export type DoorPass = z.infer<typeof DoorPass>;

export const CheckIn = z.object({ who: z.array(Who).max(12).default([]) });
export const AtDoor = z.object({
  areaId: z.string(),
  activityId: z.string(),
  title: z.string(),
  picture: z.string().nullable(),
  session: Session,
  /** Why nobody is let in now, in a sentence. */
  why: z.string().nullable(),
  party: z.array(
    z.object({
      who: z.string(),
      isMe: z.boolean(),
      name: z.string(),
      enrolled: z.boolean(),
      came: z.boolean(),
      ageToCheck: z.boolean(),
    }),
  ),
});
export type AtDoor = z.infer<typeof AtDoor>;

export const AttendanceLine = z.object({
  attendee: z.string(),
  name: z.string(),
  /** Null: came without enrolling. */
  state: z.enum(['enrolled', 'waiting']).nullable(),
  ageToCheck: z.boolean(),
  at: z.string().nullable(),
  way: z.enum(attendanceWays).nullable(),
});
export type AttendanceLine = z.infer<typeof AttendanceLine>;

export const AttendanceList = z.object({
  areaId: z.string(),
  activityId: z.string(),
  title: z.string(),
  place: z.string(),
  session: Session,
  sessions: z.array(Session),
  items: z.array(AttendanceLine),
  headcount: z.number().nullable(),
  people: z.number(),
  personTimes: z.number(),
});
export type AttendanceList = z.infer<typeof AttendanceList>;

const madeAgoSecondsMax = 72 * 3600;
export const AttendanceRecord = z.object({
  ticks: z
    .array(z.object({ attendee: z.string().min(1).max(80), there: z.boolean() }))
    .max(500)
    .default([]),
  /** Those who came and were only counted; left out: as it was. */
  headcount: z.number().int().min(0).max(100_000).nullable().optional(),
  /** How long before this request it was done; a request that is sent again says it anew. */
  madeAgoSeconds: z.number().int().min(0).max(madeAgoSecondsMax).default(0),
});
export type AttendanceRecord = z.infer<typeof AttendanceRecord>;

export const DoorDay = z.object({
  items: z.array(
    z.object({
      areaId: z.string(),
      activityId: z.string(),
      sessionId: z.string(),
      title: z.string(),
      place: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      seats: z.number().nullable(),
      enrolled: z.number(),
      people: z.number(),
    }),
  ),
});
export type DoorDay = z.infer<typeof DoorDay>;
