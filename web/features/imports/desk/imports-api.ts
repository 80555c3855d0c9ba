import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Import, ImportKind, ImportPage, KindId } from '#contract/imports';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type Kind = z.infer<typeof ImportKind>;
export type Way = Import['duplicates'];

const pollMs = 700;

export function useKinds(areaId: string) {
  return useQuery({
    queryKey: ['import-kinds', areaId],
    queryFn: async () => (await ask<{ items: Kind[] }>(`areas/${areaId}/imports/kinds`)).items,
    staleTime: Infinity,
  });
}

export function useImports(areaId: string) {
  return useQuery({
    queryKey: ['imports', areaId],
    queryFn: () => ask<{ items: Import[]; next: string | null }>(`areas/${areaId}/imports`),
  });
}

/** One import, looked at again and again while it runs. */
export function useImport(areaId: string, id: string | null) {
  return useQuery({
    queryKey: ['import', areaId, id],
    queryFn: () => ask<ImportPage>(`areas/${areaId}/imports/${id}`),
    enabled: id !== null,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? pollMs : false),
  });
}

/** Sends a file to be read and checked. */
export function useUpload(areaId: string, kind: KindId) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return send<ImportPage>(`areas/${areaId}/imports/kinds/${kind}`, { body, key: newKey() });
    },
    onSuccess: (page) => {
      queries.setQueryData(['import', areaId, page.id], page);
      void queries.invalidateQueries({ queryKey: ['imports', areaId] });
    },
  });
}

export function useMove(areaId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (move: { to: 'start'; duplicates: Way } | { to: 'cancel' }) =>
      send<ImportPage>(`areas/${areaId}/imports/${id}/${move.to}`, {
        key: newKey(),
        ...(move.to === 'start' ? { body: { duplicates: move.duplicates } } : {}),
      }),
    onSuccess: (page) => {
      queries.setQueryData(['import', areaId, id], page);
      void queries.invalidateQueries({ queryKey: ['imports', areaId] });
    },
  });
}
