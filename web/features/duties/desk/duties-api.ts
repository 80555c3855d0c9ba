import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Absence,
  AbsenceList,
  DutyCoverage,
  DutyPeriodList,
  DutySetSummary,
  DutyState,
  NewAbsence,
} from '#contract/duties';
import { ask, send } from '../../../lib/desk/api.ts';

export type Asked = { set?: string | undefined; from: string; to: string };
export type PeriodsAsked = Asked & { subject?: string | undefined; state?: DutyState | undefined };

export function useCoverage(areaId: string, asked: Asked) {
  return useQuery({
    queryKey: ['duties', areaId, 'coverage', asked],
    queryFn: () => ask<DutyCoverage>(`areas/${areaId}/duties/coverage`, { ...asked }),
    placeholderData: keepPreviousData,
  });
}

export function usePeriods(areaId: string, asked: PeriodsAsked) {
  return useInfiniteQuery({
    queryKey: ['duties', areaId, 'periods', asked],
    queryFn: ({ pageParam }) => ask<DutyPeriodList>(`areas/${areaId}/duties/periods`, { ...asked, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function useSets(areaId: string) {
  return useQuery({
    queryKey: ['duties', areaId, 'sets'],
    queryFn: () => ask<{ items: DutySetSummary[] }>('duties', { area: areaId }),
    select: ({ items }) => items,
  });
}

export function useAdopt(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ set, settings, key }: { set: string; settings: Record<string, unknown>; key: string }) =>
      send<{ adopted: string }>(`areas/${areaId}/duty-adoptions`, { body: { set, settings }, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['duties'] }),
  });
}

export function useAbsences(areaId: string) {
  return useQuery({
    queryKey: ['duties', areaId, 'absences'],
    queryFn: () => ask<AbsenceList>(`areas/${areaId}/absences`),
  });
}

export function useNoteAbsence(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ absence, key }: { absence: NewAbsence; key: string }) =>
      send<Absence>(`areas/${areaId}/absences`, { body: absence, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['duties'] }),
  });
}

export function useWithdrawAbsence(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send(`areas/${areaId}/absences/${id}/withdraw`, { body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['duties'] }),
  });
}
