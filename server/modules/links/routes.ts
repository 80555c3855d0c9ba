import { route, type Route } from '#platform/http';
import * as wire from './contract.ts';
import type { LinkDoors } from './scope/service.ts';
import * as service from './service.ts';

/** The public story page, what belongs to a story, and links made by hand. */
export function linkRoutes(doors: LinkDoors): Route[] {
  return [...storyRoutes(doors), ...handRoutes(doors)];
}

function storyRoutes(doors: LinkDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/stories/:code',
      summary: 'One story from need to result, with every record on its way',
      tag: 'public',
      permission: 'public',
      params: wire.StoryParams,
      answer: wire.Story,
      handle: ({ tx, params, now, request }) =>
        service.readStory(tx, doors, { code: params.code, now, origin: doors.addressOf(request) }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/belongs',
      summary: 'The stories a record belongs to',
      tag: 'public',
      permission: 'public',
      params: wire.AreaParams,
      query: wire.BelongsQuery,
      answer: wire.Belongs,
      handle: ({ tx, params, query }) => service.readBelongs(tx, doors, { ...params, ...query }),
    }),
  ];
}

function handRoutes(doors: LinkDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/matters/:number/links',
      summary: 'What is linked with a matter by hand, and what may be',
      tag: 'links',
      permission: 'session',
      params: wire.MatterParams,
      answer: wire.LinkList,
      handle: ({ tx, actor, params, now }) => service.listLinks(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/linkables',
      summary: 'Public records of a kind to link with',
      tag: 'links',
      permission: { can: 'link.write' },
      params: wire.AreaParams,
      query: wire.LinkableQuery,
      answer: wire.Linkables,
      handle: ({ tx, params, query }) => service.findLinkables(tx, doors, { ...params, ...query }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/matters/:number/links',
      summary: 'Link a record of the same area with a matter by hand',
      tag: 'links',
      permission: { can: 'link.write' },
      params: wire.MatterParams,
      body: wire.NewLink,
      answer: wire.Made,
      status: 201,
      handle: ({ tx, actor, params, body }) => service.link(tx, actor, doors, { ...params, link: body }),
    }),
    route({
      method: 'POST',
      path: '/api/v1/areas/:areaId/links/:linkId/end',
      summary: 'End a link, with the reason',
      tag: 'links',
      permission: { can: 'link.write' },
      params: wire.LinkParams,
      body: wire.EndLink,
      answer: wire.Done,
      handle: async ({ tx, actor, params, body }) => {
        await service.endLink(tx, actor, doors, { ...params, ...body });
        return { done: true };
      },
    }),
  ];
}
