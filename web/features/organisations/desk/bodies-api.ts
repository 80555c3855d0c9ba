import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { BodyForm, BodyReview, Leaving, MemberChange, NewMember } from '#contract/organisations';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { BodyReview };
export type Body = BodyReview['items'][number];
export type Member = Body['members'][number];
export type BodyInput = z.input<typeof BodyForm>;
export type MemberInput = z.input<typeof NewMember>;

export const useBodies = (areaId: string) =>
  useQuery({ queryKey: ['bodies', areaId], queryFn: () => ask<BodyReview>(`areas/${areaId}/body-review`) });

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => void client.invalidateQueries({ queryKey: ['bodies'] }) });
}

export const useSaveBody = (areaId: string, body: Body | null, key: string) =>
  useChange((form: BodyInput) =>
    body
      ? send(`areas/${areaId}/bodies/${body.id}`, { method: 'PUT', body: { ...form, version: body.version }, key })
      : send(`areas/${areaId}/bodies`, { body: form, key }),
  );

export const useAddMember = (areaId: string, bodyId: string, key: string) =>
  useChange((member: MemberInput) => send(`areas/${areaId}/bodies/${bodyId}/members`, { body: member, key }));

export const useChangeMember = (areaId: string, bodyId: string) =>
  useChange(({ memberId, change }: { memberId: string; change: MemberChange }) =>
    send(`areas/${areaId}/bodies/${bodyId}/members/${memberId}`, { method: 'PATCH', body: change, key: newKey() }),
  );

export const useLeave = (areaId: string, bodyId: string) =>
  useChange(({ memberId, leaving }: { memberId: string; leaving: Leaving }) =>
    send(`areas/${areaId}/bodies/${bodyId}/members/${memberId}/leave`, { body: leaving, key: newKey() }),
  );

export const useClose = (areaId: string, bodyId: string) =>
  useChange((reason: string) => send(`areas/${areaId}/bodies/${bodyId}/close`, { body: { reason }, key: newKey() }));

export const reveal = (areaId: string, bodyId: string, memberId: string, reason: string) =>
  send<{ name: string; phone: string | null }>(`areas/${areaId}/bodies/${bodyId}/members/${memberId}/reveal`, {
    body: { reason },
    key: newKey(),
  });
