import type { FastifyReply, FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { route, type Route, type RouteContext } from '#platform/http';
import { ActivityFeedParams, TeamFeedParams, VenueFeedParams } from './contract.ts';
import { writeCalendar, writeNoticeFeed, type CalendarOf, type FeedDoors } from './service.ts';

type Doors = FeedDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const shared = { method: 'GET', tag: 'feeds', permission: 'public' } as const;

/** Calendars and feeds that programs of other makers read without signing in. */
export function feedRoutes(doors: Doors): Route[] {
  return [
    route({
      ...shared,
      path: '/feeds/areas/:areaId/notices.atom',
      summary: 'Notices of a community as Atom',
      params: AreaParams,
      handle: async ({ tx, params, request, reply, now }) => {
        const text = await writeNoticeFeed(tx, doors, { ...params, address: doors.addressOf(request), now });
        return reply.type('application/atom+xml; charset=utf-8').send(text);
      },
    }),
    ...calendarRoutes(doors),
  ];
}

function calendarRoutes(doors: Doors): Route[] {
  const send = async (
    { tx, request, reply, now }: Pick<RouteContext<never, never, never>, 'tx' | 'request' | 'reply' | 'now'>,
    { areaId, ...of }: { areaId: string } & CalendarOf,
  ): Promise<FastifyReply> => {
    const text = await writeCalendar(tx, doors, { areaId, of, address: doors.addressOf(request), now });
    return reply.type('text/calendar; charset=utf-8').send(text);
  };
  return [
    route({
      ...shared,
      path: '/feeds/areas/:areaId/activities.ics',
      summary: 'What takes place in a community, as iCalendar',
      params: AreaParams,
      handle: (context) => send(context, context.params),
    }),
    route({
      ...shared,
      path: '/feeds/areas/:areaId/venues/:venueId.ics',
      summary: 'What takes place at a venue, as iCalendar',
      params: VenueFeedParams,
      handle: (context) => send(context, context.params),
    }),
    route({
      ...shared,
      path: '/feeds/areas/:areaId/teams/:teamId.ics',
      summary: 'Rehearsals and shows of a team, as iCalendar',
      params: TeamFeedParams,
      handle: (context) => send(context, context.params),
    }),
    route({
      ...shared,
      path: '/feeds/areas/:areaId/activities/:activityId.ics',
      summary: 'The dates of one activity, as iCalendar',
      params: ActivityFeedParams,
      handle: (context) => send(context, context.params),
    }),
  ];
}
