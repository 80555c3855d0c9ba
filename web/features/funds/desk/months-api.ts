import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskMonth, DeskMonthList, DeskMonthPage } from '#contract/funds/disclosures/desk';
import type { Handover, HandoverList } from '#contract/funds/handovers';
import type { LateAccounts } from '#contract/funds/late';
import type { DeskQuestion, DeskQuestionList } from '#contract/funds/questions';
import type { Kept as KeptPart, Supervision } from '#contract/funds/supervision';
import { ask, newKey, send } from '../../../lib/desk/api.ts';

export type { DeskMonth, DeskMonthPage, DeskQuestion, Handover, HandoverList, KeptPart, LateAccounts };

/** The fund of the page that a tab belongs to. */
export type OneFund = { areaId: string; id: string; estateId: string | null };

/** One fund, as every tab of its page is given it. */
export type WhichFund = { areaId: string; fundId: string };

const path = ({ areaId, fundId }: WhichFund): string => `areas/${areaId}/funds/${fundId}`;

export function useMonths(which: WhichFund) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.fundId, 'months'],
    queryFn: () => ask<DeskMonthList>(`${path(which)}/months`),
  });
}

export function useMonth(which: WhichFund, month: number) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.fundId, 'months', month],
    queryFn: () => ask<DeskMonthPage>(`${path(which)}/months/${month}`),
  });
}

export function useQuestions(which: WhichFund) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.fundId, 'questions'],
    queryFn: () => ask<DeskQuestionList>(`${path(which)}/questions`),
  });
}

export function useHandovers(which: WhichFund) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.fundId, 'handovers'],
    queryFn: () => ask<HandoverList>(`${path(which)}/handovers`),
  });
}

/** Where what the supervision group looked at is written, and how it is reached. */
export function useSupervision(which: WhichFund) {
  return useQuery({
    queryKey: ['funds', which.areaId, which.fundId, 'supervision'],
    queryFn: () => ask<Supervision>(`${path(which)}/supervision`),
  });
}

export function useLateAccounts(areaId: string, enabled = true) {
  return useQuery({
    queryKey: ['funds', areaId, 'late'],
    queryFn: () => ask<LateAccounts>(`areas/${areaId}/late-accounts`),
    enabled,
  });
}

/** Does something with a fund; everything that is shown of funds is then asked anew. */
export function useFundDoing(which: WhichFund) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, body = {} }: { act: string; body?: unknown }) =>
      send<unknown>(`${path(which)}/${act}`, { body, key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['funds'] }),
  });
}
