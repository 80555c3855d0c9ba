import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Picture } from '#contract/files';
import type { DeskPublicity, DeskPublicityList, DeskPublicityPage, PublicityForm } from '#contract/publicity/desk';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { DeskPublicity, DeskPublicityPage, Picture };
export type Form = PublicityForm;
export type ShownLine = { label: string; lines: string[] };

export const blankForm: Form = {
  title: '',
  body: '',
  shown: [],
  pictures: [],
  days: 7,
  board: true,
  estateId: null,
};

export function usePublicities(areaId: string, ended: boolean) {
  return useQuery({
    queryKey: ['publicity', areaId, 'list', ended],
    queryFn: () => ask<DeskPublicityList>(`areas/${areaId}/publicities/desk`, { ended }),
  });
}

export function usePublicity(areaId: string, id: string) {
  return useQuery({
    queryKey: ['publicity', areaId, 'page', id],
    queryFn: () => ask<DeskPublicityPage>(`areas/${areaId}/publicities/${id}/desk`),
  });
}

type Change = { path: string; method?: 'POST' | 'PUT'; body?: unknown };

/** Changes a notice, or drafts one; what the desk shows is asked again. */
export function useChange(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body = {} }: Change) =>
      send<DeskPublicityPage>(`areas/${areaId}/publicities${path}`, { method, body, key: newKey() }),
    onSuccess: (page) => {
      client.setQueryData(['publicity', areaId, 'page', page.id], page);
      return client.invalidateQueries({ queryKey: ['publicity', areaId] });
    },
  });
}

/** The form of a draft as it stands. */
export function formOf({ title, body, shown, pictures, days, board, estateId }: DeskPublicityPage): Form {
  return { title, body, shown, pictures: pictures.map(({ id }) => id), days, board, estateId };
}
