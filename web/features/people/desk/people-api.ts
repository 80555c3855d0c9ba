import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Area } from '#contract/areas';
import type {
  Household,
  HouseholdList,
  HouseholdPage,
  MaskedPerson,
  NewHousehold,
  PersonChange,
  PersonList,
} from '#contract/people';
import type { z } from 'zod';
import type { NewPerson } from '#contract/people';
import type { CardList } from '#contract/people/cards';
import type { Consent, ConsentList } from '#contract/people/family';
import { ask, send } from '../../../lib/desk/api.ts';

export type { Card, CardPrint, CardPrints } from '#contract/people/cards';
export type { Area, Consent, Household, HouseholdPage, MaskedPerson, PersonChange };
export type NewPersonForm = z.input<typeof NewPerson>;
export type HouseholdForm = Partial<z.input<typeof NewHousehold>>;
export type Where = { building?: string; grid?: string; q?: string; card?: string; cursor?: string };

export function useBelow(areaId: string, level: 'grid' | 'building' | 'estate') {
  return useQuery({
    queryKey: ['areas', areaId, level],
    queryFn: () => ask<{ items: Area[] }>('areas', { level, under: areaId }),
    select: ({ items }): Area[] => items,
    staleTime: Infinity,
  });
}

const pageSize = 50;

export function useHouseholds(areaId: string, where: Where) {
  return useQuery({
    queryKey: ['people', areaId, 'households', where],
    queryFn: ({ signal }) => ask<HouseholdList>(`areas/${areaId}/households`, { ...where, limit: pageSize }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useHousehold(areaId: string, householdId: string) {
  return useQuery({
    queryKey: ['people', areaId, 'household', householdId],
    queryFn: () => ask<HouseholdPage>(`areas/${areaId}/households/${householdId}`),
  });
}

export type SearchBy = 'phone' | 'idNumber' | 'name';

/** Looks somebody up by the whole of one thing; what was asked never stands in an address. */
export function usePersonSearch(areaId: string) {
  return useMutation({
    mutationFn: (search: Partial<Record<SearchBy, string>>) =>
      send<PersonList>(`areas/${areaId}/people/search`, { body: search }),
  });
}

export function useTagSearch(areaId: string, q: string) {
  return useQuery({
    queryKey: ['people', areaId, 'tagged', q],
    queryFn: () => ask<PersonList>(`areas/${areaId}/people`, { q, limit: 100 }),
    enabled: q !== '',
  });
}

export function useCards(areaId: string, householdId: string) {
  return useQuery({
    queryKey: ['people', areaId, 'cards', householdId],
    queryFn: () => ask<CardList>(`areas/${areaId}/households/${householdId}/cards`),
    select: ({ items }) => items,
  });
}

export function useWaitingCards(areaId: string, on: boolean) {
  return useQuery({
    queryKey: ['people', areaId, 'cards', 'waiting'],
    queryFn: () => ask<CardList>(`areas/${areaId}/cards/waiting`),
    select: ({ items }) => items,
    enabled: on,
  });
}

export function useConsents(areaId: string, personId: string) {
  return useQuery({
    queryKey: ['people', areaId, 'family', personId],
    queryFn: () => ask<ConsentList>(`areas/${areaId}/people/${personId}/family`),
    select: ({ items }): Consent[] => items.filter((one) => one.revokedAt === null),
  });
}

/** Changes something about people; every list of them asks again. */
export function usePeopleChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['people'] }),
  });
}
