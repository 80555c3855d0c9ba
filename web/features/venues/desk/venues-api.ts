import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Spot } from '#contract/areas';
import type { NewVenue, VenueList, VenuePage } from '#contract/venues';
import type { VenueWords } from '../../../../server/modules/venues/words/contract.ts';
import { ask, send, type Query } from '../../../lib/desk/api.ts';

export type { Venue, VenuePage } from '#contract/venues';
export type { VenueWords } from '../../../../server/modules/venues/words/contract.ts';
export type VenueBody = z.input<typeof NewVenue>;

export function useVenues(areaId: string, query: Query = {}) {
  return useQuery({
    queryKey: ['venues', areaId, 'list', query],
    queryFn: () => ask<VenueList>(`areas/${areaId}/venues`, query),
  });
}

export function useVenue(areaId: string, id: string | undefined) {
  return useQuery({
    queryKey: ['venues', areaId, 'page', id],
    queryFn: () => ask<VenuePage>(`areas/${areaId}/venues/${id}`),
    enabled: id !== undefined,
  });
}

export function useWords() {
  return useQuery({ queryKey: ['venue-words'], queryFn: () => ask<VenueWords>('venue-words'), staleTime: Infinity });
}

/** The buildings of a community with their points. */
export function useBuildings(areaId: string) {
  return useQuery({
    queryKey: ['spots', areaId],
    queryFn: async () =>
      (await ask<{ items: Spot[] }>(`areas/${areaId}/spots`)).items.filter(({ kind }) => kind === 'building'),
  });
}

/** Opens, changes or closes a venue; lists and pages ask again. */
export function useVenueChange<Input>(change: (input: Input) => Promise<VenuePage>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['venues'] }),
  });
}

export function saveVenue(
  areaId: string,
  saved: { id: string; revision: number } | null,
  body: VenueBody,
  key: string,
): Promise<VenuePage> {
  if (!saved) return send<VenuePage>(`areas/${areaId}/venues`, { body, key });
  const { id, revision } = saved;
  return send<VenuePage>(`areas/${areaId}/venues/${id}`, { method: 'PUT', body: { ...body, revision }, key });
}

export function closeVenue(areaId: string, id: string, reason: string, key: string): Promise<VenuePage> {
  return send<VenuePage>(`areas/${areaId}/venues/${id}/closing`, { body: { reason }, key });
}
