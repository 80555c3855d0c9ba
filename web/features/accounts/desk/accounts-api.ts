import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { grantItem, newStaff, ownSession, roleItem } from '#contract/accounts';
import type { Area } from '#contract/areas';
import type { ApiKey, ApiKeyList, AskedApiKey, MadeApiKey } from '#contract/accounts/keys';
import { ask } from '../../../lib/desk/api.ts';

export type Grant = z.infer<typeof grantItem>;
export type Role = z.infer<typeof roleItem>;
export type Session = z.infer<typeof ownSession>;
export type Staff = z.input<typeof newStaff>;
export type Key = ApiKey;
export type NewKey = AskedApiKey;
export type MadeKey = z.infer<typeof MadeApiKey>;

export function useGrants(areaId: string) {
  return useQuery({
    queryKey: ['grants', areaId],
    queryFn: () => ask<{ grants: Grant[] }>(`areas/${areaId}/grants`),
    select: ({ grants }) => grants,
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles'],
    queryFn: () => ask<{ roles: Role[] }>('roles'),
    select: ({ roles }) => roles,
    staleTime: Infinity,
  });
}

export function useSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: () => ask<{ sessions: Session[] }>('sessions'),
    select: ({ sessions }) => sessions,
  });
}

/** Keys of other systems; a grid, an estate or a building has none of its own. */
export function useKeys(area: Area) {
  return useQuery({
    queryKey: ['api-keys', area.id],
    queryFn: () => ask<ApiKeyList>(`areas/${area.id}/api-keys`),
    enabled: area.ownerId === area.id,
  });
}

/** Where a role may be held: areas of its level at or below this one. */
export function usePlaces(area: Area, level: string | undefined) {
  const isHere = level === area.level || level === 'any';
  const below = useQuery({
    queryKey: ['areas', area.id, level],
    queryFn: () => ask<{ items: Area[] }>('areas', { level, under: area.id }),
    enabled: level !== undefined && !isHere,
    staleTime: Infinity,
  });
  return isHere ? [area] : (below.data?.items ?? []);
}

/** Changes who may do what; the list asks again. */
export function useAccountChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      for (const key of ['grants', 'sessions', 'api-keys']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
