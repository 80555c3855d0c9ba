import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  RecordChoices,
  RecordInput,
  RecordList,
  RecordPage,
  YearFigures,
} from '../../../../server/modules/activities/records/contract.ts';
import type { ContestPage } from '../../../../server/modules/activities/contests/contract.ts';
import { ask, send } from '../../../lib/desk/api.ts';

export type { RecordChoices, RecordInput, RecordPage, YearFigures };
export type Contest = z.infer<typeof ContestPage>;
export type RecordLine = RecordList['items'][number];
export type Draft = z.input<typeof RecordInput>;
export type DraftSession = Draft['sessions'][number];

export const states = [
  { value: 'submitted', label: '等书记审核' },
  { value: 'draft', label: '草稿' },
  { value: 'published', label: '已发布' },
  { value: 'withdrawn', label: '已取消' },
];

export type RecordsAsked = Record<string, string | number | null>;

export function useRecords(areaId: string, asked: RecordsAsked) {
  return useQuery({
    queryKey: ['activities', areaId, 'records', asked],
    queryFn: () => ask<RecordList>(`areas/${areaId}/activity-records`, asked),
    placeholderData: keepPreviousData,
  });
}

export function useRecord(areaId: string, id: string | null) {
  return useQuery({
    queryKey: ['activities', areaId, 'record', id],
    queryFn: () => ask<RecordPage>(`areas/${areaId}/activity-records/${id}`),
    enabled: id !== null,
  });
}

export function useChoices(areaId: string) {
  return useQuery({
    queryKey: ['activities', areaId, 'choices'],
    queryFn: () => ask<RecordChoices>(`areas/${areaId}/activity-choices`),
  });
}

export function useYearFigures(areaId: string) {
  return useQuery({
    queryKey: ['activities', areaId, 'figures'],
    queryFn: () => ask<YearFigures>(`areas/${areaId}/activity-quotas`),
  });
}

/** Changes an activity; whatever shows activities asks again. */
export function useRecordChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['activities'] }),
  });
}

export function saveDraft(areaId: string, id: string | null, body: Draft, key: string): Promise<RecordPage> {
  const path = `areas/${areaId}/activity-records`;
  return id ? send<RecordPage>(`${path}/${id}`, { method: 'PUT', body, key }) : send<RecordPage>(path, { body, key });
}

export function takeStep(areaId: string, id: string, step: string, reason: string | null): Promise<RecordPage> {
  return send<RecordPage>(
    `areas/${areaId}/activity-records/${id}/${step}`,
    reason === null ? {} : { body: { reason } },
  );
}
