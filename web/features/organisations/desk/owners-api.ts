import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  DoorChange,
  DoorForm,
  DoorList,
  OwnerReview,
  Transfer,
  VoterChoice,
} from '#contract/organisations/owners';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type Estate = OwnerReview['estates'][number];
export type Building = Estate['buildings'][number];
export type Door = DoorList['items'][number];
export type DoorInput = z.input<typeof DoorForm>;

export const useEstates = (areaId: string) =>
  useQuery({ queryKey: ['owners', areaId, 'review'], queryFn: () => ask<OwnerReview>(`areas/${areaId}/owner-review`) });

export type DoorsAsked = { building?: string | undefined; q?: string | undefined; verified?: string | undefined };

export const useDoors = (areaId: string, estateId: string, asked: DoorsAsked) =>
  useQuery({
    queryKey: ['owners', areaId, estateId, asked],
    queryFn: () => ask<DoorList>(`areas/${areaId}/estates/${estateId}/doors`, { ...asked, limit: 200 }),
  });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => void client.invalidateQueries({ queryKey: ['owners'] }) });
}

export const useAddDoor = (areaId: string, estateId: string, key: string) =>
  useChange((form: DoorInput) => send(`areas/${areaId}/estates/${estateId}/doors`, { body: form, key }));

export const useVerify = (areaId: string) =>
  useChange((doorIds: string[]) => send(`areas/${areaId}/door-verifications`, { body: { doorIds }, key: newKey() }));

export const useChangeDoor = (areaId: string, doorId: string) =>
  useChange((body: z.input<typeof DoorChange>) =>
    send(`areas/${areaId}/doors/${doorId}`, { method: 'PUT', body, key: newKey() }),
  );

export const useChooseVoter = (areaId: string, doorId: string) =>
  useChange((body: z.input<typeof VoterChoice>) =>
    send(`areas/${areaId}/doors/${doorId}/voter`, { method: 'PUT', body, key: newKey() }),
  );

export const useTransfer = (areaId: string, doorId: string) =>
  useChange((body: z.input<typeof Transfer>) =>
    send(`areas/${areaId}/doors/${doorId}/transfer`, { body, key: newKey() }),
  );

export const revealDoor = (areaId: string, doorId: string, reason: string) =>
  send<{ items: { id: string; name: string; phone: string | null }[] }>(`areas/${areaId}/doors/${doorId}/reveal`, {
    body: { reason },
    key: newKey(),
  });

/** 8952 → 89.52. */
export const squareMetres = (hundredths: number): string => (hundredths / 100).toFixed(2);
