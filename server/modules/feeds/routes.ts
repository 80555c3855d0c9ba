import type { FastifyReply, FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { writeNoticeFeed, type FeedDoors } from './service.ts';

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
      handle: async ({ tx, params, request, reply, now }) =>
        sendAtom(reply, await writeNoticeFeed(tx, doors, { ...params, address: doors.addressOf(request), now })),
    }),
  ];
}

function sendAtom(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/atom+xml; charset=utf-8').send(text);
}
