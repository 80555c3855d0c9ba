import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  MeetingFigures,
  MeetingForm,
  MeetingList,
  MeetingPage,
  MeetingWords,
  NewConclusion,
  SignIn,
  SignInPass,
} from '#contract/deliberation/meetings';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { MeetingPage, MeetingWords };
export type Meeting = MeetingList['items'][number];
export type MeetingInput = z.input<typeof MeetingForm>;
export type When = 'next' | 'past' | 'planned';

export const useMeetings = (areaId: string, when: When) =>
  useQuery({
    queryKey: ['meetings', areaId, 'list', when],
    queryFn: () => ask<MeetingList>(`areas/${areaId}/meetings`, { when, limit: 100 }),
  });

export const useMeeting = (areaId: string, id: string) =>
  useQuery({
    queryKey: ['meetings', areaId, 'page', id],
    queryFn: () => ask<MeetingPage>(`areas/${areaId}/meetings/${id}`),
  });

export const useMeetingWords = (areaId: string) =>
  useQuery({
    queryKey: ['meetings', areaId, 'words'],
    queryFn: () => ask<MeetingWords>(`areas/${areaId}/meeting-words`),
  });

export const useMeetingFigures = (areaId: string, year: number) =>
  useQuery({
    queryKey: ['meetings', areaId, 'figures', year],
    queryFn: () => ask<MeetingFigures>(`areas/${areaId}/meeting-figures`, { year }),
  });

/** The code on the screen, asked for again when it changes. */
export const useSignInPass = (areaId: string, id: string) =>
  useQuery({
    queryKey: ['meetings', areaId, 'pass', id],
    queryFn: () => ask<SignInPass>(`areas/${areaId}/meetings/${id}/sign-in-pass`),
    refetchInterval: ({ state }) => Math.max(1, Math.min(10, state.data?.changesInSeconds ?? 3)) * 1000,
    refetchIntervalInBackground: true,
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => void client.invalidateQueries({ queryKey: ['meetings'] }),
  });
}

export const useSaveMeeting = (areaId: string, id: string | null, key: string) =>
  useChange((body: MeetingInput) =>
    id
      ? send(`areas/${areaId}/meetings/${id}`, { method: 'PUT', body, key })
      : send(`areas/${areaId}/meetings`, { body, key }),
  );

type Act = 'call' | 'cancel' | 'end' | 'minutes/check' | 'minutes/approve' | 'minutes/return';

export const useMeetingAct = (areaId: string, id: string) =>
  useChange(({ act, body }: { act: Act; body?: unknown }) =>
    send(`areas/${areaId}/meetings/${id}/${act}`, { ...(body === undefined ? {} : { body }), key: newKey() }),
  );

export const useSignIn = (areaId: string, id: string) =>
  useChange((body: SignIn) => send(`areas/${areaId}/meetings/${id}/attendances`, { body, key: newKey() }));

export const useDropSignIn = (areaId: string, id: string) =>
  useChange((attendee: string) =>
    send(`areas/${areaId}/meetings/${id}/attendances/${encodeURIComponent(attendee)}`, { method: 'DELETE' }),
  );

export const useConclude = (areaId: string, id: string) =>
  useChange((body: NewConclusion) => send(`areas/${areaId}/meetings/${id}/conclusions`, { body, key: newKey() }));

export const useDraft = (areaId: string, id: string) =>
  useChange((minutes: string) =>
    send(`areas/${areaId}/meetings/${id}/minutes`, { method: 'PUT', body: { minutes }, key: newKey() }),
  );
