import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Topic,
  TopicDecision,
  TopicList,
  TopicPage,
  TopicSettings,
  TopicState,
} from '#contract/deliberation/topics';
import type { ReportDecision, VoiceDecision, VoiceQueue } from '#contract/deliberation/voices';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { Topic, TopicDecision, TopicPage, TopicSettings, TopicState, VoiceQueue };

export const useTopics = (areaId: string, state: TopicState) =>
  useQuery({
    queryKey: ['topics', areaId, 'list', state],
    queryFn: () => ask<TopicList>(`areas/${areaId}/topics`, { state, limit: 100 }),
  });

export const useTopic = (areaId: string, id: string) =>
  useQuery({ queryKey: ['topics', areaId, 'page', id], queryFn: () => ask<TopicPage>(`areas/${areaId}/topics/${id}`) });

export const useVoiceQueue = (areaId: string) =>
  useQuery({ queryKey: ['topics', areaId, 'queue'], queryFn: () => ask<VoiceQueue>(`areas/${areaId}/voice-queue`) });

export const useSimilar = (areaId: string, q: string) =>
  useQuery({
    queryKey: ['topics', areaId, 'similar', q],
    queryFn: () =>
      ask<{ items: { id: string; title: string; supports: number }[] }>(`areas/${areaId}/similar-topics`, { q }),
  });

export const useTopicSettings = (areaId: string) =>
  useQuery({
    queryKey: ['topics', areaId, 'settings'],
    queryFn: () => ask<TopicSettings>(`areas/${areaId}/topic-settings`),
  });

/** Changes something about topics; every list of them asks again, also after somebody else was first. */
function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries({ queryKey: ['topics'] }) });
}

export const useDecideTopic = (areaId: string) =>
  useChange(({ id, decision }: { id: string; decision: TopicDecision }) =>
    send(`areas/${areaId}/topics/${id}/decision`, { body: decision, key: newKey() }),
  );

export const useBegin = (areaId: string, id: string) =>
  useChange(() => send<{ number: string }>(`areas/${areaId}/topics/${id}/matter`, { key: newKey() }));

export const useAnswerTopic = (areaId: string, id: string) =>
  useChange((answer: string) => send(`areas/${areaId}/topics/${id}/answer`, { body: { answer }, key: newKey() }));

export const useCloseTopic = (areaId: string, id: string) =>
  useChange((result: string) => send(`areas/${areaId}/topics/${id}/result`, { body: { result }, key: newKey() }));

type OfVoice = { topicId: string; voiceId: string };

export const useDecideVoice = (areaId: string) =>
  useChange(({ topicId, voiceId, decision }: OfVoice & { decision: VoiceDecision }) =>
    send(`areas/${areaId}/topics/${topicId}/voices/${voiceId}/decision`, { body: decision, key: newKey() }),
  );

export const useReply = (areaId: string) =>
  useChange(({ topicId, voiceId, reply }: OfVoice & { reply: string }) =>
    send(`areas/${areaId}/topics/${topicId}/voices/${voiceId}/reply`, { body: { reply }, key: newKey() }),
  );

export const useDecideReport = (areaId: string) =>
  useChange(({ id, decision }: { id: string; decision: ReportDecision }) =>
    send(`areas/${areaId}/topic-reports/${id}/decision`, { body: decision, key: newKey() }),
  );

export const useSaveSettings = (areaId: string) =>
  useChange((body: TopicSettings) => send(`areas/${areaId}/topic-settings`, { method: 'PUT', body, key: newKey() }));
