import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RecordDetail, RecordList, RecordQuery, RegisterList, RegisterPage } from '#contract/registers';
import { ask, send } from '../../../lib/desk/api.ts';

export type ListAsked = Omit<RecordQuery, 'cursor' | 'limit'>;

const path = (areaId: string, register: string): string => `areas/${areaId}/registers/${register}`;

export function useRegisters(areaId: string) {
  return useQuery({
    queryKey: ['registers', areaId],
    queryFn: () => ask<RegisterList>(`areas/${areaId}/registers`),
    select: ({ items }) => items,
  });
}

export function useAdopt(areaId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ register, key }: { register: string; key: string }) =>
      send<{ adopted: string }>(`areas/${areaId}/register-adoptions`, { body: { register }, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['registers', areaId] }),
  });
}

export function useRegister(areaId: string, register: string) {
  return useQuery({
    queryKey: ['registers', areaId, register, 'page'],
    queryFn: () => ask<RegisterPage>(path(areaId, register)),
  });
}

export function useRecords(areaId: string, register: string, asked: ListAsked) {
  return useInfiniteQuery({
    queryKey: ['registers', areaId, register, 'records', asked],
    queryFn: ({ pageParam }) => ask<RecordList>(`${path(areaId, register)}/records`, { ...asked, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function useRecord(areaId: string, register: string, id: string) {
  return useQuery({
    queryKey: ['registers', areaId, register, 'record', id],
    queryFn: () => ask<RecordDetail>(`${path(areaId, register)}/records/${id}`),
  });
}

/** What can be done with a record; `act` is the end of its address (`moves/invite`, `change`). */
export type Doing = { act: string; body: Record<string, unknown>; key: string };

/** Enters a record, or does something with one; every list and figure is then read anew. */
export function useDoing(areaId: string, register: string, id: string | null) {
  const client = useQueryClient();
  const base = `${path(areaId, register)}/records`;
  return useMutation({
    mutationFn: ({ act, body, key }: Doing) =>
      send<{ id: string }>(id === null ? base : `${base}/${id}/${act}`, { body, key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['registers', areaId] }),
  });
}

export function reveal(areaId: string, register: string, id: string, body: { field: string; reason: string }) {
  return send<{ value: string }>(`${path(areaId, register)}/records/${id}/reveal`, { body });
}
