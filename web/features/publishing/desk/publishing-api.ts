import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ActivityList, ActivityPage, NewActivity } from '#contract/activities';
import type { NewNotice, NoticeList, NoticePage } from '#contract/notices';
import { ask, send } from '../../../lib/desk/api.ts';

export type { ActivityList, ActivityPage, NoticeList, NoticePage };
export type Notice = NoticeList['items'][number];
export type Activity = ActivityList['items'][number];
export type NoticeForm = z.input<typeof NewNotice>;
export type ActivityForm = z.input<typeof NewActivity>;
export type Kind = 'notices' | 'activities';

export const noticeKinds: { value: NoticeForm['kind']; label: string; icon: string }[] = [
  { value: 'reminder', label: '提醒', icon: 'bell' },
  { value: 'outage', label: '停水停电', icon: 'bolt' },
  { value: 'work', label: '施工', icon: 'wrench' },
  { value: 'meeting', label: '议事', icon: 'chat' },
  { value: 'result', label: '结果', icon: 'check' },
  { value: 'service', label: '便民', icon: 'heart' },
];

export const activityKinds: { value: ActivityForm['kind']; label: string }[] = [
  { value: 'culture', label: '文体' },
  { value: 'course', label: '课程' },
  { value: 'volunteer', label: '志愿' },
  { value: 'talk', label: '议事' },
  { value: 'festival', label: '节庆' },
  { value: 'service', label: '便民' },
];

export function useNotices(areaId: string) {
  return useQuery({
    queryKey: ['notices', areaId, 'list'],
    queryFn: () => ask<NoticeList>(`areas/${areaId}/notices`, { limit: 100 }),
  });
}

/** What is not over; or everything between two days. */
export function useActivities(areaId: string, days: { from: string; to: string } | null) {
  return useQuery({
    queryKey: ['activities', areaId, 'list', days],
    queryFn: () => ask<ActivityList>(`areas/${areaId}/activities`, { ...days, limit: 100 }),
  });
}

type Pages = { notices: NoticePage; activities: ActivityPage };

export function usePublished<K extends Kind>(kind: K, areaId: string, id: string) {
  return useQuery({
    queryKey: [kind, areaId, 'page', id],
    queryFn: () => ask<Pages[K]>(`areas/${areaId}/${kind}/${id}`),
  });
}

/** Publishes, or takes back what was published; the lists ask again. */
export function usePublishing<Input, Answer>(kind: Kind, change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // The page of what was just taken back stays as it was read: there is nothing to ask for any more.
    onSuccess: () =>
      void client.invalidateQueries({ queryKey: [kind], predicate: ({ queryKey }) => queryKey[2] === 'list' }),
  });
}

export function publishNotice(areaId: string, body: NoticeForm, key: string): Promise<NoticePage> {
  return send<NoticePage>(`areas/${areaId}/notices`, { body, key });
}

export function publishActivity(areaId: string, body: ActivityForm, key: string): Promise<ActivityPage> {
  return send<ActivityPage>(`areas/${areaId}/activities`, { body, key });
}
