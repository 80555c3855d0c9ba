import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Hit, HitKind, SearchAnswer } from '#contract/search';
import { ask } from '../../../lib/desk/api.ts';

export type { Hit, HitGroup, HitKind, SearchAnswer } from '#contract/search';

/** What can be found, in the order of the tabs. */
export const kinds: { id: HitKind; name: string }[] = [
  { id: 'matter', name: '事项' },
  { id: 'place', name: '地方' },
  { id: 'notice', name: '公告' },
  { id: 'activity', name: '活动' },
  { id: 'method', name: '工作法' },
  { id: 'household', name: '住户' },
];

const inBox = 4;

/** The best of every kind while somebody types. */
export function useQuickSearch(areaId: string, q: string) {
  return useQuery({
    queryKey: ['search', areaId, q, 'quick'],
    queryFn: ({ signal }) => ask<SearchAnswer>('search', { q, area: areaId, limit: inBox }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The best of every kind, or one kind page by page. */
export function useSearch(areaId: string, q: string, kind: HitKind | null) {
  return useInfiniteQuery({
    queryKey: ['search', areaId, q, kind ?? 'all'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      ask<SearchAnswer>('search', { q, area: areaId, kind, cursor: pageParam }, signal),
    getNextPageParam: (last) => (kind ? (last.groups[0]?.next ?? null) : null),
    enabled: q !== '',
    retry: false,
  });
}

/** Where a hit leads: a screen of the desk, or (`isPublic`) a page everybody can open. */
export function placeOf(hit: Hit): { to: string; isPublic: boolean } {
  const desk = (to: string): { to: string; isPublic: boolean } => ({ to, isPublic: false });
  const open = (to: string): { to: string; isPublic: boolean } => ({ to, isPublic: true });
  switch (hit.kind) {
    case 'matter':
      return hit.isWhole ? desk(`/matters/${hit.areaId}/${hit.number}`) : open(`/t/${hit.traceCode}`);
    case 'notice':
      return open(`/notices/${hit.areaId}/${hit.id}`);
    case 'activity':
      return open(`/activities/${hit.areaId}/${hit.id}`);
    case 'method':
      return desk(`/methods/${hit.id}`);
    case 'household':
      return desk(`/people/${hit.areaId}/${hit.id}`);
    case 'place':
      return desk(placeList(hit));
  }
}

/** The matters at a place. */
function placeList(hit: Hit): string {
  if (hit.state === '楼栋') return `/matters?building=${hit.id}&status=open`;
  if (hit.state === '网格') return `/matters?grid=${hit.id}&status=open`;
  if (hit.state === '小区') return '/map';
  return `/matters?q=${encodeURIComponent(hit.title)}&status=open`;
}
