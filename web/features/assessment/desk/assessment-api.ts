import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  NewEntry,
  PilotList,
  StandardItem,
  StandardList,
  StandardOverview,
  StandardSheet,
  StandState,
} from '#contract/assessment';
import type { IconName } from '../../../icons/icons.ts';
import { ask, newKey, send } from '../../../lib/desk/api.ts';
import type { Tone } from '../../../ui/desk/tag.tsx';

export type Asked = { standard: string; year?: string | undefined };

/** The sign, the tint and the word of each state: colour alone says nothing. */
export const looks: Record<StandState, { tone: Tone; icon: IconName; word: string }> = {
  met: { tone: 'ok', icon: 'check', word: '达到' },
  unmet: { tone: 'late', icon: 'warn', word: '没达到' },
  unmeasured: { tone: 'info', icon: 'info', word: '还没有记录' },
  toJudge: { tone: 'due', icon: 'clock', word: '待评' },
  optional: { tone: 'plain', icon: 'minus', word: '鼓励项，还没有' },
};
export const stateOrder: StandState[] = ['met', 'unmet', 'unmeasured', 'toJudge', 'optional'];

export function itemsOf(sheet: StandardSheet): StandardItem[] {
  return sheet.groups.flatMap((group) => group.items);
}

export function useStandards(areaId: string) {
  return useQuery({
    queryKey: ['standards', areaId, 'list'],
    queryFn: () => ask<StandardList>('standards', { area: areaId }),
    select: ({ items }) => items,
  });
}

export function useSheet(areaId: string, { standard, year }: Asked, isWanted = true) {
  return useQuery({
    queryKey: ['standards', areaId, 'sheet', standard, year],
    queryFn: () => ask<StandardSheet>(`areas/${areaId}/standards/${standard}`, { year }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function useOverview(areaId: string, { standard, year }: Asked, cursor: string | null) {
  return useQuery({
    queryKey: ['standards', areaId, 'communities', standard, year, cursor],
    queryFn: () => ask<StandardOverview>(`areas/${areaId}/standards/${standard}/communities`, { year, cursor }),
    placeholderData: keepPreviousData,
  });
}

export function usePilots(standard: string) {
  return useQuery({
    queryKey: ['standards', 'pilots', standard],
    queryFn: () => ask<PilotList>(`standards/${standard}/pilots`),
  });
}

export function useKeepEntry(areaId: string, standard: string, item: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ entry, key }: { entry: NewEntry; key: string }) =>
      send<{ id: string }>(`areas/${areaId}/standards/${standard}/items/${item}/entries`, { body: entry, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standards'] }),
  });
}

export function useWithdrawEntry(areaId: string, standard: string, item: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      send(`areas/${areaId}/standards/${standard}/items/${item}/entries/${id}/withdraw`, { body: {}, key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standards'] }),
  });
}

export function useAdoptStandard(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ standard, settings, key }: { standard: string; settings: Record<string, unknown>; key: string }) =>
      send(`areas/${areaId}/standard-adoptions`, { body: { standard, settings }, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['standards'] }),
  });
}

/** Changes what the address asks for; null takes it away. */
export type Change = (changes: Record<string, string | null>) => void;
