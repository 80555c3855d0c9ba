import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StepFigures } from '#contract/matters';
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

type Named = { id: string; name: { zh: string }; adopted: boolean };

export function useAdopted(areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId, 'adopted'],
    queryFn: () => ask<{ items: Named[] }>('methods', { area: areaId }),
    select: ({ items }) => items.filter((one) => one.adopted).map((one) => ({ id: one.id, name: one.name.zh })),
  });
}
