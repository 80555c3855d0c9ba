import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Answering, Letter, LetterPage, NewLetter } from '#contract/deliberation/letters';
import type { Spot } from '#contract/areas';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { Letter, LetterPage };
export type LetterInput = z.input<typeof NewLetter>;

export const useLetters = (areaId: string) =>
  useQuery({ queryKey: ['letters', areaId], queryFn: () => ask<{ items: Letter[] }>(`areas/${areaId}/letters`) });

export const useLetter = (areaId: string, id: string) =>
  useQuery({ queryKey: ['letters', areaId, id], queryFn: () => ask<LetterPage>(`areas/${areaId}/letters/${id}`) });

export const useBuildings = (areaId: string) =>
  useQuery({ queryKey: ['spots', areaId], queryFn: () => ask<{ items: Spot[] }>(`areas/${areaId}/spots`, { q: '' }) });

function useChange<Input, Answer = unknown>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSettled: () => void client.invalidateQueries({ queryKey: ['letters'] }) });
}

export const useWriteLetter = (areaId: string, key: string) =>
  useChange((body: LetterInput) => send<{ id: string }>(`areas/${areaId}/letters`, { body, key }));

export const useSendLetter = (areaId: string, id: string) =>
  useChange(() => send(`areas/${areaId}/letters/${id}/send`, { key: newKey() }));

export const useAnswerQuestion = (areaId: string, id: string) =>
  useChange(({ questionId, said }: { questionId: string; said: Answering }) =>
    send(`areas/${areaId}/letters/${id}/questions/${questionId}/answer`, { body: said, key: newKey() }),
  );

export const useHandOver = (areaId: string, id: string) =>
  useChange(({ householdId, done }: { householdId: string; done: boolean }) =>
    send(`areas/${areaId}/letters/${id}/doors/${householdId}`, { method: done ? 'PUT' : 'DELETE', key: newKey() }),
  );
