import { AreaParams } from '#contract/areas';
import { shanghaiParts } from '#shared/time';
import { route, type Route } from '#platform/http';
import type { AreaTree } from '#modules/areas';
import type { FestivalEntry } from '../festivals/contract.ts';
import * as wire from './contract.ts';
import * as service from './service.ts';

type Doors = { tree: AreaTree; festivals: readonly FestivalEntry[] };

const base = '/api/v1/areas/:areaId/series';
const tag = 'activities';

export function seriesRoutes(doors: Doors): Route[] {
  return [...readRoutes(doors), ...keepRoutes(doors)];
}

function readRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'Series of a community, what comes next first',
      tag,
      permission: 'public',
      params: AreaParams,
      answer: wire.SeriesList,
      handle: async ({ tx, params, now }) => service.listSeries(tx, doors, { areaId: params.areaId, now }),
    }),
    route({
      method: 'GET',
      path: `${base}/:seriesId`,
      summary: 'One series: what comes, what was, and how many came',
      tag,
      permission: 'public',
      params: wire.SeriesParams,
      answer: wire.SeriesPage,
      handle: async ({ tx, params, now }) => service.readSeries(tx, doors, { ...params, now }),
    }),
  ];
}

function keepRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Begin a series',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      body: wire.SeriesInput,
      answer: wire.SeriesPage,
      status: 201,
      handle: async ({ tx, actor, params, body, now }) => {
        const seriesId = await service.beginSeries(tx, actor, doors, { areaId: params.areaId, series: body });
        return service.readSeries(tx, doors, { areaId: params.areaId, seriesId, now });
      },
    }),
    route({
      method: 'PUT',
      path: `${base}/:seriesId`,
      summary: 'Write a series anew',
      tag,
      permission: { can: 'activity.draft' },
      params: wire.SeriesParams,
      body: wire.SeriesInput,
      answer: wire.SeriesPage,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.saveSeries(tx, actor, doors, { ...params, series: body });
        return service.readSeries(tx, doors, { ...params, now });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/festivals',
      summary: 'Our festivals of a year and what is planned for each',
      tag,
      permission: { can: 'activity.draft' },
      params: AreaParams,
      query: wire.YearQuery,
      answer: wire.FestivalYear,
      handle: async ({ tx, params, query, now }) =>
        service.readFestivals(tx, doors, {
          areaId: params.areaId,
          year: query.year ?? shanghaiParts(now).year,
          now,
        }),
    }),
  ];
}
