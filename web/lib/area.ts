import { redirect, type AppLoadContext } from 'react-router';
import type { AreaPage } from '#contract/areas';
import { api, need } from './api.ts';
import { readCommunity } from './visit.ts';

/** The community an address names by its code. */
export function readArea(context: AppLoadContext, request: Request, code: string | undefined): Promise<AreaPage> {
  return need(
    api(context).GET('/api/v1/areas/{areaId}', { params: { path: { areaId: code ?? '' } } }),
    request,
  ) as Promise<AreaPage>;
}

/** The community of this visit, or the page to choose one. */
export async function requireCommunity(context: AppLoadContext, request: Request): Promise<AreaPage> {
  const areaId = await readCommunity(context, request);
  if (!areaId) throw redirect('/?choose=1');
  return readArea(context, request, areaId);
}

export function communityPath(area: { code: string | null; id: string }): string {
  return `/c/${area.code ?? area.id}`;
}

/** 淄博市张店区 · 车站街道: where the community lies, without its own name. */
export function placeInWords(area: AreaPage): string {
  const above = area.ancestors.map(({ name }) => name);
  return [above.slice(0, 2).join(''), ...above.slice(2)].filter(Boolean).join(' · ');
}
