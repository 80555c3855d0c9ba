import type { AppLoadContext } from 'react-router';
import { api, maybe, need } from '../../lib/api.ts';
import { lastPlaces } from './grid-places.ts';
import type { GridVisit } from './grid-visit.ts';
import type { PlaceChoice } from './read-asked.ts';
import type { Report } from './report-form.tsx';

/** What a worker's report needs: the questions of a method, the places near her, and every place of the community. */
export type Reporting = { areaId: string; report: Report; near: PlaceChoice[]; spots: PlaceChoice[] };

export async function readReporting(
  context: AppLoadContext,
  request: Request,
  visit: Pick<GridVisit, 'areaId' | 'gridId'>,
  method: string | null,
): Promise<Reporting> {
  const { areaId } = visit;
  const path = { areaId };
  const [found, report] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/spots', { params: { path } }), request),
    need(
      api(context).GET('/api/v1/areas/{areaId}/report-form', { params: { path, query: method ? { method } : {} } }),
      request,
    ),
  ]);
  const spots: PlaceChoice[] = found.items.map(({ areaId: at, label, code }, index) => ({
    key: `spot-${index}`,
    label,
    areaId: at,
    ...(code ? { spot: code } : {}),
  }));
  const last = lastPlaces(request, spots);
  const near = [
    ...last,
    ...(await buildingsOf(context, visit.gridId, spots)).filter(
      ({ areaId: at }) => !last.some((one) => one.areaId === at),
    ),
  ];
  return { areaId, report: report as Report, near, spots };
}

const buildingsMax = 8;

/** The buildings of her own grid, to press. */
async function buildingsOf(
  context: AppLoadContext,
  gridId: string | null,
  spots: PlaceChoice[],
): Promise<PlaceChoice[]> {
  if (!gridId) return [];
  const query = { under: gridId, level: 'building' as const };
  const found = await maybe(api(context).GET('/api/v1/areas', { params: { query } }));
  const ids = new Set(found?.items.map(({ id }) => id));
  return spots
    .filter(({ areaId, spot }) => areaId !== undefined && ids.has(areaId) && spot === undefined)
    .slice(0, buildingsMax)
    .map((spot) => ({ ...spot, key: `near-${spot.key}` }));
}
