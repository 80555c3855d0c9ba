import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { HonourForm, TeamForm, TeamPage, TeamReview } from '#contract/teams';
import type { Member, MemberChange, MemberList, NewMember } from '#contract/teams/members';
import type { ShiftForm, SlotList, TurnAct } from '#contract/teams/shifts';
import type { WorkDecision, WorkList, WorkPage, WorkState } from '#contract/teams/works';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type {
  HonourForm,
  Member,
  MemberChange,
  SlotList,
  TeamPage,
  TeamReview,
  TurnAct,
  WorkList,
  WorkPage,
  WorkState,
};
export type Team = TeamReview['items'][number];
export type TeamInput = z.input<typeof TeamForm>;
export type ShiftInput = z.input<typeof ShiftForm>;
export type Slot = SlotList['items'][number];

export const useReview = (areaId: string) =>
  useQuery({ queryKey: ['teams', areaId, 'review'], queryFn: () => ask<TeamReview>(`areas/${areaId}/team-review`) });

export const useTeam = (areaId: string, id: string) =>
  useQuery({ queryKey: ['teams', areaId, 'page', id], queryFn: () => ask<TeamPage>(`areas/${areaId}/teams/${id}`) });

export const useMembers = (areaId: string, id: string) =>
  useQuery({
    queryKey: ['teams', areaId, 'members', id],
    queryFn: () => ask<MemberList>(`areas/${areaId}/teams/${id}/members`),
  });

export const useWorks = (areaId: string, state: WorkState) =>
  useQuery({
    queryKey: ['works', areaId, state],
    queryFn: () => ask<WorkList>(`areas/${areaId}/works`, { state, limit: 100 }),
  });

export const useWork = (areaId: string, id: string) =>
  useQuery({ queryKey: ['works', areaId, 'page', id], queryFn: () => ask<WorkPage>(`areas/${areaId}/works/${id}`) });

export const useSlots = (areaId: string, from: string) =>
  useQuery({
    queryKey: ['shifts', areaId, from],
    queryFn: () => ask<SlotList>(`areas/${areaId}/shifts`, { from, days: 7 }),
  });

/** Changes something about teams, works or shifts; their lists ask again. */
function useChange<Input>(kind: 'teams' | 'works' | 'shifts', change: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => void client.invalidateQueries({ queryKey: [kind] }) });
}

export const useSaveTeam = (areaId: string, id: string | null, key: string) =>
  useChange('teams', (body: TeamInput) =>
    id
      ? send(`areas/${areaId}/teams/${id}`, { method: 'PUT', body, key })
      : send(`areas/${areaId}/teams`, { body, key }),
  );

export const useAnswer = (areaId: string, id: string) =>
  useChange('teams', ({ memberId, accept }: { memberId: string; accept: boolean }) =>
    send(`areas/${areaId}/teams/${id}/members/${memberId}/answer`, { body: { accept }, key: newKey() }),
  );

export const useChangeMember = (areaId: string, id: string) =>
  useChange('teams', ({ memberId, change }: { memberId: string; change: MemberChange }) =>
    send(`areas/${areaId}/teams/${id}/members/${memberId}`, { method: 'PATCH', body: change, key: newKey() }),
  );

export const useAddMember = (areaId: string, id: string) =>
  useChange('teams', (body: z.input<typeof NewMember>) =>
    send(`areas/${areaId}/teams/${id}/members`, { body, key: newKey() }),
  );

export const useAddHonour = (areaId: string, id: string) =>
  useChange('teams', (body: HonourForm) => send(`areas/${areaId}/teams/${id}/honours`, { body, key: newKey() }));

export const useDecide = (areaId: string, id: string) =>
  useChange('works', (body: WorkDecision) => send(`areas/${areaId}/works/${id}/decision`, { body, key: newKey() }));

export const usePlanShift = (areaId: string, key: string) =>
  useChange('shifts', (body: ShiftInput) => send(`areas/${areaId}/shifts`, { body, key }));

export const useTurnAct = (areaId: string) =>
  useChange('shifts', ({ turnId, act }: { turnId: string; act: TurnAct }) =>
    send(`areas/${areaId}/shift-turns/${turnId}`, { body: act, key: newKey() }),
  );
