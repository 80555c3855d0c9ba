import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StepFigures } from '#contract/matters';
import type { HandlingFigure } from '#contract/matters/figures/handling';
import { ask } from '../../lib/desk/api.ts';

export type Figures = StepFigures;
export type Asked = { method: string; from: string; to: string };

export function useFigures(areaId: string, asked: Asked | null) {
  return useQuery({
    queryKey: ['matters', areaId, 'figures', asked],
    queryFn: () => ask<Figures>(`areas/${areaId}/matters/figures`, { ...asked }),
    placeholderData: keepPreviousData,
    enabled: asked !== null,
  });
}

export function useHandling(areaId: string, period: { from: string; to: string }) {
  return useQuery({
    queryKey: ['matters', areaId, 'handling', period],
    queryFn: () => ask<HandlingFigure>(`areas/${areaId}/matters/handling`, period),
    placeholderData: keepPreviousData,
  });
}

type Named = { id: string; name: { zh: string }; adopted: boolean };

export function useAdopted(areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId, 'adopted'],
    queryFn: () => ask<{ items: Named[] }>('methods', { area: areaId }),
    select: ({ items }) => items.filter((one) => one.adopted).map((one) => ({ id: one.id, name: one.name.zh })),
  });
}
