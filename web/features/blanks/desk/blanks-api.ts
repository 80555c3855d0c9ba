import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Blank, BlankFill, BlankPage, Relief } from '#contract/blanks';
import { ask, download, newKey, queryText, send, type Query } from '../../../lib/desk/api.ts';

export type Page = BlankPage;
export type Filter = { month?: string | undefined; heading?: string | undefined; typed?: 'yes' | undefined };
export type Time = { from?: string; to?: string };

export function useBlanks(areaId: string, filter: Filter = {}) {
  return useQuery({
    queryKey: ['blanks', areaId, filter],
    queryFn: () => ask<{ items: Blank[]; next: string | null }>(`areas/${areaId}/blanks`, filter as Query),
  });
}

export function useBlank(areaId: string, id: string, time: Time) {
  return useQuery({
    queryKey: ['blank', areaId, id, time],
    queryFn: () => ask<Page>(`areas/${areaId}/blanks/${id}`, time),
    placeholderData: (before) => before,
  });
}

/** Sends a form to be read. */
export function useTake(areaId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return send<Page>(`areas/${areaId}/blanks`, { body, key: newKey() });
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['blanks', areaId] }),
  });
}

/** Says what a heading asks for, or what a form lists. */
export function useChoice(areaId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: { heading: string; term: string | null } | { listScope: string | null }) =>
      send<Page>(`areas/${areaId}/blanks/${id}/${'heading' in choice ? 'headings' : 'scope'}`, {
        body: choice,
        key: newKey(),
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['blank', areaId, id] }),
  });
}

export function useFill(areaId: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fill: BlankFill) => download(`areas/${areaId}/blanks/${id}/fill`, fill),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['blank', areaId, id] });
      void queries.invalidateQueries({ queryKey: ['blanks', areaId] });
      void queries.invalidateQueries({ queryKey: ['relief', areaId] });
    },
  });
}

export function useRelief(areaId: string) {
  return useQuery({ queryKey: ['relief', areaId], queryFn: () => ask<Relief>(`areas/${areaId}/relief`) });
}

/** The list a figure of the account counts. */
export function listPath(filter: Filter): string {
  return `/blanks${queryText(filter as Query)}`;
}
