import { z } from 'zod';

const AreaId = z.string().min(1).max(64);

export const VenueFeedParams = z.object({ areaId: AreaId, venueId: z.guid() });
export const TeamFeedParams = z.object({ areaId: AreaId, teamId: z.guid() });
export const ActivityFeedParams = z.object({ areaId: AreaId, activityId: z.guid() });
