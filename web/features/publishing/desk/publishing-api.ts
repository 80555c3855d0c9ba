import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { NewNotice, NoticeList, NoticePage } from '#contract/notices';
import { ask, send } from '../../../lib/desk/api.ts';

export type { NoticeList, NoticePage };
export type Notice = NoticeList['items'][number];
export type NoticeForm = z.input<typeof NewNotice>;

export const noticeKinds: { value: NoticeForm['kind']; label: string; icon: string }[] = [
  { value: 'reminder', label: '提醒', icon: 'bell' },
  { value: 'outage', label: '停水停电', icon: 'bolt' },
  { value: 'work', label: '施工', icon: 'wrench' },
  { value: 'meeting', label: '议事', icon: 'chat' },
  { value: 'result', label: '结果', icon: 'check' },
  { value: 'service', label: '便民', icon: 'heart' },
];

export function useNotices(areaId: string) {
  return useQuery({
    queryKey: ['notices', areaId, 'list'],
    queryFn: () => ask<NoticeList>(`areas/${areaId}/notices`, { limit: 100 }),
  });
}

export function usePublished(areaId: string, id: string) {
  return useQuery({
    queryKey: ['notices', areaId, 'page', id],
    queryFn: () => ask<NoticePage>(`areas/${areaId}/notices/${id}`),
  });
}

/** Publishes, or takes back what was published; the list asks again. */
export function usePublishing<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // The page of what was just taken back stays as it was read: there is nothing to ask for any more.
    onSuccess: () =>
      void client.invalidateQueries({ queryKey: ['notices'], predicate: ({ queryKey }) => queryKey[2] === 'list' }),
  });
}

export function publishNotice(areaId: string, body: NoticeForm, key: string): Promise<NoticePage> {
  return send<NoticePage>(`areas/${areaId}/notices`, { body, key });
}
