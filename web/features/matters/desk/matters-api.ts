import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ActOnMatter,
  AllowedAction,
  MatterCard,
  MatterCounts,
  MatterDetail,
  MatterList,
  MatterReceipt,
  MatterQuery,
} from '#contract/matters';
import type { MethodSummary } from '#contract/matters/methods';
import { ask, send, type Query } from '../../../lib/desk/api.ts';

export type Counts = z.infer<typeof MatterCounts>;
export type CountKey = keyof Counts;
export type List = z.infer<typeof MatterList>;
/** As it stands in an address: the server reads and checks it. */
export type ListQuery = { [Name in keyof MatterQuery]?: string | number };
export type Act = Partial<z.input<typeof ActOnMatter>>;
export type Method = z.infer<typeof MethodSummary>;

export const matterPath = (areaId: string, number: string): string => `areas/${areaId}/matters/${number}`;
export const matterKey = (areaId: string, number: string): string[] => ['matter', areaId, number];

export function readMatter(areaId: string, number: string): Promise<MatterDetail> {
  return ask<MatterDetail>(matterPath(areaId, number));
}

export function useMatter(areaId: string, number: string) {
  return useQuery({ queryKey: matterKey(areaId, number), queryFn: () => readMatter(areaId, number) });
}

export function useMatterList(areaId: string, query: ListQuery) {
  return useQuery({
    queryKey: ['matters', areaId, 'list', query],
    queryFn: ({ signal }) => ask<List>(`areas/${areaId}/matters`, query as Query, signal),
    placeholderData: keepPreviousData,
  });
}

export function useCounts(areaId: string) {
  return useQuery({
    queryKey: ['matters', areaId, 'counts'],
    queryFn: () => ask<Counts>(`areas/${areaId}/matters/counts`),
  });
}

/** The methods an area runs. */
export function useMethods(areaId: string) {
  return useQuery({
    queryKey: ['methods', areaId],
    queryFn: () => ask<{ items: Method[] }>('methods', { area: areaId }),
    staleTime: 300_000,
    select: ({ items }) => items.filter((method) => method.adopted),
  });
}

/** What a step's action is called on its button: 提交 alone says too little. */
export function actionName(action: AllowedAction, stepName: string): string {
  return action.kind === 'action' && action.label.zh === '提交' ? `提交${stepName}` : action.label.zh;
}

export type Doing = { action: string; act: Act; key: string };

/** Does something with a matter; whatever shows it asks again. */
export function useAct(matter: Pick<MatterCard, 'areaId' | 'number'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ action, act, key }: Doing) =>
      send<MatterReceipt>(`${matterPath(matter.areaId, matter.number)}/actions/${action}`, { body: act, key }),
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ['matters'] });
      await client.invalidateQueries({ queryKey: matterKey(matter.areaId, matter.number) });
    },
  });
}
