import { z } from 'zod';

export const SessionParams = z.object({ areaId: z.string().min(1).max(64), activityId: z.guid(), sessionId: z.guid() });

const Moment = z.iso.datetime({ offset: true });
export const SessionMove = z.object({
  startsAt: Moment,
  endsAt: Moment,
  place: z.string().trim().min(1).max(80),
  venueId: z.guid().nullable().optional(),
});
export type SessionMove = z.infer<typeof SessionMove>;
