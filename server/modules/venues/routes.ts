import { AreaParams } from '#contract/areas';
import { requireOwner } from '#modules/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { Circle } from './circle/contract.ts';
import * as wire from './contract.ts';
import { exportColumns } from './lists/rules.ts';
import * as service from './service.ts';
import { VenueWords } from './words/contract.ts';

const base = '/api/v1/areas/:areaId/venues';

export function venueRoutes(doors: service.VenueDoors): Route[] {
  return [byCode(doors), ...publicRoutes(doors), ...deskRoutes(doors)];
}

function publicRoutes(doors: service.VenueDoors): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/venue-words',
      summary: 'Kinds of venues, what they do, and what a 15-minute circle must hold',
      tag: 'venues',
      permission: 'public',
      answer: VenueWords,
      handle: async () => doors.words,
    }),
    route({
      method: 'GET',
      path: base,
      summary: 'Venues of a community',
      tag: 'venues',
      permission: 'public',
      params: AreaParams,
      query: wire.VenueQuery,
      answer: wire.VenueList,
      handle: async ({ tx, params, query, now }) => service.listVenues(tx, doors.tree, { ...params, query, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/venues.geojson',
      summary: 'Venues of a community as GeoJSON',
      tag: 'venues',
      permission: 'public',
      params: AreaParams,
      answer: wire.VenueMap,
      handle: async ({ tx, params, now }) => service.readVenueMap(tx, doors.tree, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/circle',
      summary: 'What lies within 15 minutes on foot, and what is missing',
      tag: 'venues',
      permission: 'public',
      params: AreaParams,
      answer: Circle,
      handle: async ({ tx, params }) => service.readCircle(tx, doors, params.areaId),
    }),
    route({
      method: 'GET',
      path: `${base}/:venueId`,
      summary: 'One venue with its rooms and its week',
      tag: 'venues',
      permission: 'public',
      params: wire.VenueParams,
      answer: wire.VenuePage,
      handle: async ({ tx, actor, params, now }) => service.readVenue(tx, actor, doors, { ...params, now }),
    }),
  ];
}

function byCode(doors: service.VenueDoors): Route {
  return route({
    method: 'GET',
    path: '/api/v1/venues/:code',
    summary: 'One venue by its short public code',
    tag: 'venues',
    permission: 'public',
    params: wire.VenueCode,
    answer: wire.VenuePage,
    handle: async ({ tx, actor, params, now }) => service.readVenueByCode(tx, actor, doors, { ...params, now }),
  });
}

const permission = { can: 'venue.manage' };

function deskRoutes(doors: service.VenueDoors): Route[] {
  return [
    closing(doors),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/venues.xlsx',
      summary: 'Every venue as an Excel file',
      tag: 'venues',
      permission,
      params: AreaParams,
      handle: async ({ tx, params, now, reply }) => {
        const { id } = requireOwner(doors.tree, params.areaId);
        const rows = service.listForSheet(tx, doors.tree, { areaId: id, now });
        return answerSheet(reply, { name: '阵地', columns: exportColumns, rows, now });
      },
    }),
    route({
      method: 'POST',
      path: base,
      summary: 'Open a venue',
      tag: 'venues',
      permission,
      params: AreaParams,
      body: wire.NewVenue,
      answer: wire.VenuePage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        const venueId = await service.openVenue(tx, actor, doors, { areaId: params.areaId, venue: body });
        return service.readVenue(tx, actor, doors, { areaId: params.areaId, venueId, now });
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/:venueId`,
      summary: 'Change a venue with its times',
      tag: 'venues',
      permission,
      params: wire.VenueParams,
      body: wire.VenueChange,
      answer: wire.VenuePage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.changeVenue(tx, actor, doors, { ...params, venue: body });
        return service.readVenue(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}

function closing(doors: service.VenueDoors): Route {
  return route({
    method: 'POST',
    path: `${base}/:venueId/closing`,
    summary: 'Close a venue for good, with the rooms inside it',
    tag: 'venues',
    permission,
    params: wire.VenueParams,
    body: wire.VenueClosing,
    answer: wire.VenuePage,
    handle: async ({ tx, actor, params, body, now }) => {
      await service.closeVenue(tx, actor, doors, { ...params, reason: body.reason });
      return service.readVenue(tx, actor, doors, { ...params, now });
    },
  });
}
