import type { FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { route, type Route } from '#platform/http';
import { answerSheet } from '#platform/sheets';
import { requireOwner } from '#modules/areas';
import { readAvailability, readSlots } from './availability/service.ts';
import { closeVenue } from './closures/service.ts';
import * as wire from './contract.ts';
import { checkInAtDoor, readDoor, type DoorDoors } from './door/service.ts';
import { exportColumns } from './lists/rules.ts';
import * as service from './service.ts';

type Doors = DoorDoors & {
  /** The public address of the app, no slash at the end. */
  addressOf(request: FastifyRequest): string;
};

const venues = '/api/v1/areas/:areaId/venues';
const base = '/api/v1/areas/:areaId/bookings';
const tag = 'bookings';

export function bookingRoutes(doors: Doors): Route[] {
  return [...calendarRoutes(doors), ...personRoutes(doors), ...staffRoutes(doors), ...doorRoutes(doors)];
}

function calendarRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${venues}/availability`,
      summary: 'What is open, taken and free of many venues on some days',
      tag,
      permission: 'public',
      params: AreaParams,
      query: wire.AvailabilityQuery,
      answer: wire.Availability,
      handle: async ({ tx, params, query, now }) => readAvailability(tx, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: `${venues}/:venueId/slots`,
      summary: 'The days and times a venue can be booked, and what is near',
      tag,
      permission: 'public',
      params: wire.VenueBookingParams,
      query: wire.SlotQuery,
      answer: wire.SlotPage,
      handle: async ({ tx, actor, params, query, now }) => readSlots(tx, actor, doors, { ...params, query, now }),
    }),
  ];
}

function personRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'POST',
      path: `${venues}/:venueId/bookings`,
      summary: 'Book a venue, or wait for it',
      tag,
      permission: 'session',
      params: wire.VenueBookingParams,
      body: wire.NewBooking,
      answer: wire.Booking,
      status: 201,
      handle: async ({ tx, actor, params, body }) => service.bookVenue(tx, actor, doors, { ...params, booking: body }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/bookings',
      summary: 'What I have booked',
      tag,
      permission: 'session',
      answer: wire.BookingList,
      handle: async ({ tx, actor, now }) => service.listMyBookings(tx, actor, now),
    }),
    route({
      method: 'GET',
      path: `${base}/:bookingId`,
      summary: 'One booking, for its person and for staff',
      tag,
      permission: 'session',
      params: wire.BookingParams,
      answer: wire.Booking,
      handle: async ({ tx, actor, params, now }) => service.readBooking(tx, actor, doors, { ...params, now }),
    }),
    route({
      method: 'POST',
      path: `${base}/:bookingId/cancel`,
      summary: 'Give a booking back',
      tag,
      permission: 'session',
      params: wire.BookingParams,
      body: wire.BookingRelease,
      answer: wire.Booking,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.actOn(tx, actor, doors, { ...params, action: 'cancel', reason: body.reason });
        return service.readBooking(tx, actor, doors, { ...params, now });
      },
    }),
  ];
}

function staffRoutes(doors: Doors): Route[] {
  const decide = { can: 'booking.decide' };
  const plain = (action: 'confirm' | 'check-in' | 'no-show', summary: string): Route =>
    route({
      method: 'POST',
      path: `${base}/:bookingId/${action}`,
      summary,
      tag,
      permission: decide,
      params: wire.BookingParams,
      answer: wire.Booking,
      handle: async ({ tx, actor, params, now }) => {
        await service.actOn(tx, actor, doors, { ...params, action });
        return service.readBooking(tx, actor, doors, { ...params, now });
      },
    });
  return [
    ...listRoutes(doors),
    plain('confirm', 'Confirm a booking'),
    plain('check-in', 'Note that they came'),
    plain('no-show', 'Note that nobody came, and free the rest of the time'),
    route({
      method: 'POST',
      path: `${base}/:bookingId/refuse`,
      summary: 'Refuse a booking, with the reason',
      tag,
      permission: decide,
      params: wire.BookingParams,
      body: wire.BookingReason,
      answer: wire.Booking,
      handle: async ({ tx, actor, params, body, now }) => {
        await service.actOn(tx, actor, doors, { ...params, action: 'refuse', reason: body.reason });
        return service.readBooking(tx, actor, doors, { ...params, now });
      },
    }),
    route({
      method: 'POST',
      path: `${venues}/:venueId/closures`,
      summary: 'Close a venue for repair: its bookings are moved or cancelled, and told',
      tag,
      permission: decide,
      params: wire.VenueBookingParams,
      body: wire.NewClosure,
      answer: wire.ClosureResult,
      status: 201,
      handle: async ({ tx, actor, params, body }) => closeVenue(tx, actor, doors, { ...params, closure: body }),
    }),
  ];
}

function listRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: base,
      summary: 'The bookings of some days',
      tag,
      permission: { can: 'booking.decide' },
      params: AreaParams,
      query: wire.BookingQuery,
      answer: wire.BookingList,
      handle: async ({ tx, actor, params, query, now }) =>
        service.listBookings(tx, actor, doors, { areaId: params.areaId, query, now }),
    }),
    route({
      method: 'GET',
      path: '/api/v1/areas/:areaId/bookings.xlsx',
      summary: 'The bookings of some days as an Excel file',
      tag,
      permission: { can: 'booking.decide' },
      params: AreaParams,
      query: wire.BookingQuery,
      handle: async ({ tx, params, query, now, reply }) => {
        const rows = service.readLines(tx, requireOwner(doors.tree, params.areaId).id, service.filterOf(query));
        return answerSheet(reply, { name: '预约', columns: exportColumns, rows, now });
      },
    }),
  ];
}

function doorRoutes(doors: Doors): Route[] {
  return [
    route({
      method: 'GET',
      path: `${venues}/:venueId/door`,
      summary: 'The code the door shows now',
      tag,
      permission: { can: 'booking.decide' },
      params: wire.VenueBookingParams,
      answer: wire.DoorPass,
      handle: async ({ tx, params, request, now }) =>
        readDoor(tx, doors, { ...params, address: doors.addressOf(request), now }),
    }),
    route({
      method: 'POST',
      path: `${venues}/check-in`,
      summary: 'Check in by the code of the door',
      tag,
      permission: 'session',
      params: AreaParams,
      body: wire.DoorCheckIn,
      answer: wire.Booking,
      handle: async ({ tx, actor, params, body, now }) => {
        const bookingId = await checkInAtDoor(tx, actor, doors, { areaId: params.areaId, pass: body.pass });
        return service.readBooking(tx, actor, doors, { areaId: params.areaId, bookingId, now });
      },
    }),
  ];
}
