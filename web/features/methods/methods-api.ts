import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AdoptionPreview, AdoptMethod, MethodPage, MethodSummary } from '#contract/matters/methods';
import type { BindingPage, BindMethod } from '#contract/matters/methods/binding';
import { ask, send } from '../../lib/desk/api.ts';

export type Summary = z.infer<typeof MethodSummary>;
export type Method = z.infer<typeof MethodPage>;
export type Setting = Method['settable'][number];
export type StepRow = Method['stepRows'][number];
export type Preview = z.infer<typeof AdoptionPreview>;
export type Adoption = z.input<typeof AdoptMethod>;
export type Binding = z.infer<typeof BindingPage>;
export type Bind = z.input<typeof BindMethod>;
export type Floor = Bind['floors'][number];

/** What is copied from another community when its changes are taken over. */
export type TakenFrom = { areaId: string; name: string; values: Record<string, unknown> };

/** A whole version to be adopted: a file of one's own or of another community, or the library's newest. */
export type WholeVersion = { title: string; note: string; adoption: Adoption };

export function useLibrary(areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId, 'library'],
    queryFn: () => ask<{ items: Summary[] }>('methods', { area: areaId }),
    select: ({ items }) => items,
  });
}

export function useMethod(id: string, areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId, 'page', id],
    queryFn: () => ask<Method>(`methods/${id}`, { area: areaId }),
  });
}

/** What the areas above ask of a method here, and how those below stand. */
export function useBindings(id: string, areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId, 'bindings', id],
    queryFn: () => ask<Binding>(`areas/${areaId}/methods/${id}/bindings`),
  });
}

/** What adopting with these settings would change; asked again whenever a setting changes. */
export function usePreview(areaId: string, adoption: Adoption, on: boolean) {
  return useQuery({
    queryKey: ['adoption-preview', areaId, adoption],
    queryFn: () => send<Preview>(`areas/${areaId}/adoptions/preview`, { body: adoption }),
    placeholderData: keepPreviousData,
    enabled: on,
  });
}

export const levelNames: Record<string, string> = {
  grid: '网格级',
  community: '社区级',
  street: '街道级',
  district: '区县级',
  city: '市级',
};

export const visibleNames: Record<string, string> = {
  public: '全文：人人可看',
  area: '全文：本辖区可看',
  parties: '全文：当事人与经办人',
  restricted: '全文：仅经办人',
};
