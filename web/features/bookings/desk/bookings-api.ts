import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  Availability,
  Booking,
  BookingAction,
  BookingList,
  ClosureResult,
  DoorPass,
  NewClosure,
} from '#contract/venues/bookings';
import { ask, send } from '../../../lib/desk/api.ts';

export type Range = { from: string; to: string };
export type VenueDays = Availability['venues'][number];

export function useBookings(areaId: string, range: Range) {
  return useQuery({
    queryKey: ['bookings', areaId, 'list', range],
    queryFn: () => ask<BookingList>(`areas/${areaId}/bookings`, range),
    select: ({ items }) => items,
    placeholderData: keepPreviousData,
  });
}

export function useAvailability(areaId: string, from: string, days: number) {
  return useQuery({
    queryKey: ['bookings', areaId, 'availability', from, days],
    queryFn: () => ask<Availability>(`areas/${areaId}/venues/availability`, { from, days }),
    select: ({ venues }) => venues,
    placeholderData: keepPreviousData,
  });
}

export function usePending(areaId: string, range: Range) {
  return useQuery({
    queryKey: ['bookings', areaId, 'pending', range],
    queryFn: () => ask<BookingList>(`areas/${areaId}/bookings`, { ...range, state: 'pending' }),
    select: ({ items }) => items,
  });
}

export function useBooking(areaId: string, id: string) {
  return useQuery({
    queryKey: ['bookings', areaId, 'one', id],
    queryFn: () => ask<Booking>(`areas/${areaId}/bookings/${id}`),
  });
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['bookings'] }),
  });
}

export function useAct(areaId: string) {
  return useChange(({ id, action, reason }: { id: string; action: BookingAction; reason?: string }) =>
    send<Booking>(`areas/${areaId}/bookings/${id}/${action}`, reason === undefined ? {} : { body: { reason } }),
  );
}

export type Making = {
  venueId: string;
  startsAt: string;
  minutes: number;
  title: string;
  holderName: string;
  people?: number;
};

export function useMake(areaId: string) {
  return useChange(({ making: { venueId, ...body }, key }: { making: Making; key: string }) =>
    send<Booking>(`areas/${areaId}/venues/${venueId}/bookings`, { body, key }),
  );
}

export function useClose(areaId: string) {
  return useChange(({ venueId, closure, key }: { venueId: string; closure: NewClosure; key: string }) =>
    send<ClosureResult>(`areas/${areaId}/venues/${venueId}/closures`, { body: closure, key }),
  );
}

export function useDoor(areaId: string, venueId: string) {
  return useQuery({
    queryKey: ['door', areaId, venueId],
    queryFn: () => ask<DoorPass>(`areas/${areaId}/venues/${venueId}/door`),
    refetchInterval: ({ state }) => (state.data?.nextSeconds ?? 15) * 1000,
    refetchIntervalInBackground: true,
    enabled: venueId !== '',
  });
}
