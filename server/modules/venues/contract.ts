import { z } from 'zod';

/** A venue 阵地: a place of a community, its rooms inside it, its owner, its hours. A facility is a venue nobody books. */

/** Minutes of a day, 0 to 1440. */
const Minute = z.number().int().min(0).max(1440);

export const bookers = ['resident', 'team', 'staff'] as const;
export const bookerNames: Record<(typeof bookers)[number], string> = {
  resident: '居民',
  team: '队伍',
  staff: '社区工作人员',
};

/** Who may book, how long, how far ahead, and whether somebody decides. Source: A14, K14. */
export const BookingRules = z.strictObject({
  who: z.array(z.enum(bookers)).min(1).max(3),
  shortestMinutes: z.number().int().min(15).max(1440),
  longestMinutes: z.number().int().min(15).max(1440),
  stepMinutes: z.number().int().min(5).max(240),
  /** How many days ahead one may book. */
  earliestDays: z.number().int().min(1).max(365),
  /** How many hours before its beginning one must have booked. */
  latestHours: z.number().int().min(0).max(720),
  /** How many bookings to come one person may hold here. */
  openPerPerson: z.number().int().min(1).max(50),
  /** Somebody decides; otherwise the booking stands at once. */
  approval: z.boolean(),
  /** After so many bookings nobody came to, one must ask at the desk. */
  noShowsAllowed: z.number().int().min(1).max(20),
});
export type BookingRules = z.infer<typeof BookingRules>;

/** A line of the usual week. Monday is 1. A zone says what the place is then; empty: open for everything. */
export const VenueHours = z.strictObject({
  weekday: z.number().int().min(1).max(7),
  opens: Minute,
  closes: Minute,
  zone: z.string().trim().max(20).default(''),
});
export type VenueHours = z.infer<typeof VenueHours>;

/** A day that is not as usual; without minutes it is closed. */
export const VenueException = z.strictObject({
  day: z.iso.date(),
  opens: Minute.nullable(),
  closes: Minute.nullable(),
  zone: z.string().trim().max(20).default(''),
  reason: z.string().trim().max(60).default(''),
});
export type VenueException = z.infer<typeof VenueException>;

/** Whether it is open now: 开着，到 21:00 · 今天 14:00 开 · 周四 8:30 开. */
export const VenueOpen = z.object({
  isOpen: z.boolean(),
  /** What it is at this moment, or will be when it opens next. */
  zone: z.string(),
  name: z.string(),
});
export type VenueOpen = z.infer<typeof VenueOpen>;

export const Venue = z.object({
  id: z.string(),
  areaId: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  indoor: z.boolean(),
  /** In tenths of a square metre. */
  sizeTenths: z.number().int().nullable(),
  place: z.string(),
  buildingId: z.string().nullable(),
  /** Its own point; where it has none, its building's or its house's. */
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  ownerKind: z.enum(['community', 'unit']),
  ownerName: z.string(),
  operator: z.string(),
  free: z.boolean(),
  functions: z.array(z.string()),
  capacity: z.number().nullable(),
  /** Name of a drawn picture, or the address of one. */
  picture: z.string(),
  bookable: z.boolean(),
  closedOn: z.string().nullable(),
  /** Of the usual week. */
  weeklyMinutes: z.number().int(),
  /** Null where nobody has said when it is open. */
  open: VenueOpen.nullable(),
});
export type Venue = z.infer<typeof Venue>;

export const VenueList = z.object({ items: z.array(Venue) });
export type VenueList = z.infer<typeof VenueList>;

/** Venues as GeoJSON (RFC 7946): WGS-84, longitude first. */
export const VenueMap = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({
        name: z.string(),
        kind: z.string(),
        place: z.string(),
        bookable: z.boolean(),
        open: z.string(),
      }),
    }),
  ),
});
export type VenueMap = z.infer<typeof VenueMap>;

const RoomName = z.object({ id: z.string(), name: z.string() });

export const VenuePage = Venue.extend({
  areaName: z.string(),
  /** Its short public address: `/v/` and thirteen letters. */
  shortPath: z.string(),
  parent: RoomName.nullable(),
  rooms: z.array(Venue),
  /** The point somebody set for it, apart from its building's. */
  ownPoint: z.object({ lng: z.number(), lat: z.number() }).nullable(),
  ownerTerms: z.string(),
  story: z.string(),
  usedBefore: z.string(),
  pictureBefore: z.string().nullable(),
  sizeBeforeTenths: z.number().int().nullable(),
  /** Null where it was never booked: nobody has said how. */
  rules: BookingRules.nullable(),
  closedWhy: z.string(),
  position: z.number(),
  revision: z.number(),
  /** Its own hours; a room without any keeps those of the house it is in. */
  hours: z.array(VenueHours),
  exceptions: z.array(VenueException),
  /** Whose hours hold: its own, or the house's. */
  hoursOf: RoomName.nullable(),
  /** The seven days from Monday of this week, exceptions counted. */
  week: z.array(
    z.object({
      day: z.string(),
      openings: z.array(z.object({ from: z.number(), to: z.number(), zone: z.string() })),
      reason: z.string(),
    }),
  ),
  /** Of this very week, with the days that are closed. Source: N16. */
  weekMinutes: z.number().int(),
  actions: z.array(z.enum(['edit', 'close'])),
});
export type VenuePage = z.infer<typeof VenuePage>;

const AreaId = z.string().min(1).max(64);
export const VenueCode = z.object({ code: z.string().max(40) });
export const VenueParams = z.object({ areaId: AreaId, venueId: z.guid() });
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
export const VenueQuery = z.object({
  kind: z.string().max(20).optional(),
  function: z.string().max(20).optional(),
  q: z.string().trim().max(40).optional(),
  bookable: flag.optional(),
  open: flag.optional(),
  /** Also those closed for good. */
  closed: flag.optional(),
});
export type VenueQuery = z.infer<typeof VenueQuery>;

const Picture = z.string().trim().min(1).max(200).nullable();

export const NewVenue = z.strictObject({
  name: z.string().trim().min(2).max(40),
  kind: z.string().trim().min(1).max(20),
  parentId: z.guid().nullable().default(null),
  indoor: z.boolean(),
  sizeTenths: z.number().int().min(1).max(10_000_000).nullable().default(null),
  place: z.string().trim().max(80).default(''),
  buildingId: z.guid().nullable().default(null),
  lng: z.number().min(73).max(136).nullable().default(null),
  lat: z.number().min(3).max(54).nullable().default(null),
  ownerKind: z.enum(['community', 'unit']).default('community'),
  ownerName: z.string().trim().max(40).default(''),
  ownerTerms: z.string().trim().max(200).default(''),
  operator: z.string().trim().max(40).default(''),
  free: z.boolean().default(true),
  functions: z.array(z.string().max(20)).max(20).default([]),
  capacity: z.number().int().min(1).max(100_000).nullable().default(null),
  story: z.string().trim().max(1000).default(''),
  /** None: the one drawn for its kind. */
  picture: Picture.default(null),
  usedBefore: z.string().trim().max(80).default(''),
  pictureBefore: Picture.default(null),
  sizeBeforeTenths: z.number().int().min(1).max(10_000_000).nullable().default(null),
  bookable: z.boolean().default(false),
  rules: BookingRules.nullable().default(null),
  position: z.number().int().min(0).max(10_000).default(0),
  hours: z.array(VenueHours).max(70).default([]),
  exceptions: z.array(VenueException).max(200).default([]),
});
export type NewVenue = z.infer<typeof NewVenue>;

export const VenueChange = NewVenue.extend({ revision: z.number().int() });
export type VenueChange = z.infer<typeof VenueChange>;

export const VenueClosing = z.object({ reason: z.string().trim().min(2).max(100) });

/** What other pages show of a venue. */
export type VenueCard = Pick<Venue, 'id' | 'name' | 'kind' | 'place' | 'lng' | 'lat' | 'picture'>;

/** What the standard measures. `weeklyMinutes` is the usual week, `thisWeekMinutes` counts the days closed. */
export type VenueFacts = Pick<Venue, 'id' | 'name' | 'kind' | 'indoor' | 'sizeTenths' | 'functions' | 'free'> & {
  weeklyMinutes: number;
  thisWeekMinutes: number;
  parentId: string | null;
};
