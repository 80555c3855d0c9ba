import { useQuery } from '@tanstack/react-query';
import type { Area, AreaPage, Spot } from '#contract/areas';
import { ask } from '../../../lib/desk/api.ts';

export type { Area, AreaPage, Spot };

export function useAreaPage(areaId: string) {
  return useQuery({ queryKey: ['area', areaId], queryFn: () => ask<AreaPage>(`areas/${areaId}`) });
}

export function useChildren(areaId: string) {
  return useQuery({
    queryKey: ['areas', areaId, 'children'],
    queryFn: () => ask<{ items: Area[] }>('areas', { parent: areaId }),
    select: ({ items }) => items,
  });
}

export function useLampPosts(areaId: string) {
  return useQuery({
    queryKey: ['areas', areaId, 'lamp-posts'],
    queryFn: () => ask<{ items: Spot[] }>(`areas/${areaId}/spots`),
    select: ({ items }) => items.filter((one) => one.kind === 'lamp-post' && one.code !== null),
  });
}

export const levelWords: Record<Area['level'], string> = {
  city: '市',
  district: '区县',
  street: '街道',
  community: '社区',
  grid: '网格',
  'micro-grid': '微网格',
  estate: '小区',
  building: '楼栋',
};

/** What stands directly below each level, in the order in which it is shown. */
export const below: Partial<Record<Area['level'], Area['level'][]>> = {
  city: ['district'],
  district: ['street'],
  street: ['community'],
  community: ['grid', 'estate'],
  grid: ['building'],
};
