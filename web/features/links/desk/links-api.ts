import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Belongs, Linkables, LinkList, NewLink } from '#contract/links';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type Link = LinkList['items'][number];
export type Kind = NewLink['kind'];

const linksKey = (areaId: string, number: string): string[] => ['links', areaId, number];

export function useLinks(areaId: string, number: string) {
  return useQuery({
    queryKey: linksKey(areaId, number),
    queryFn: () => ask<LinkList>(`areas/${areaId}/matters/${number}/links`),
  });
}

export function useLinkables(areaId: string, kind: Kind, q: string) {
  return useQuery({
    queryKey: ['linkables', areaId, kind, q],
    queryFn: () => ask<Linkables>(`areas/${areaId}/linkables`, { kind, q }),
  });
}

export function useLink(areaId: string, number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (link: NewLink) => send(`areas/${areaId}/matters/${number}/links`, { body: link, key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: linksKey(areaId, number) }),
  });
}

export function useEndLink(areaId: string, number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      send(`areas/${areaId}/links/${id}/end`, { body: { reason }, key: newKey() }),
    onSettled: () => client.invalidateQueries({ queryKey: linksKey(areaId, number) }),
  });
}

/** The stories a record belongs to: for the code on its paper. */
export function useBelongs(areaId: string, kind: Kind, id: string) {
  return useQuery({
    queryKey: ['belongs', areaId, kind, id],
    queryFn: () => ask<Belongs>(`areas/${areaId}/belongs`, { kind, id }),
  });
}
