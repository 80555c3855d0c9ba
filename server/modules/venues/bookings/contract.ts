import { z } from 'zod';

/** A booking 预约: a venue held for a person, a team, an activity or a repair, from one moment to another. */

export const bookingStates = ['waiting', 'pending', 'confirmed', 'refused', 'cancelled', 'done', 'no-show'] as const;
export type BookingState = (typeof bookingStates)[number];
export const bookingStateNames: Record<BookingState, string> = {
  waiting: '候补中',
  pending: '等社区确认',
  confirmed: '订好了',
  refused: '没有同意',
  cancelled: '已取消',
  done: '用过了',
  'no-show': '没有来',
};

export const holderKinds = ['person', 'activity', 'team', 'closure'] as const;
export type HolderKind = (typeof holderKinds)[number];
export const holderKindNames: Record<HolderKind, string> = {
  person: '居民',
  activity: '活动',
  team: '队伍',
  closure: '维修',
};

export const bookingActions = ['confirm', 'refuse', 'cancel', 'check-in', 'no-show'] as const;
export type BookingAction = (typeof bookingActions)[number];

export const Booking = z.object({
  id: z.string(),
  areaId: z.string(),
  venueId: z.string(),
  venueName: z.string(),
  venuePlace: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** 11月24日 星期二 9:00—10:30 */
  time: z.string(),
  state: z.enum(bookingStates),
  stateName: z.string(),
  holderKind: z.enum(holderKinds),
  holderId: z.string().nullable(),
  holderName: z.string(),
  title: z.string(),
  people: z.number().nullable(),
  zone: z.string(),
  /** Why it was refused, cancelled or moved. */
  reason: z.string(),
  askedAt: z.string(),
  checkedInAt: z.string().nullable(),
  /** 1 for who comes next, 0 for what does not wait. */
  waitingPlace: z.number(),
  mine: z.boolean(),
  actions: z.array(z.enum(bookingActions)),
});
export type Booking = z.infer<typeof Booking>;

export const BookingList = z.object({ items: z.array(Booking) });
export type BookingList = z.infer<typeof BookingList>;

const AreaId = z.string().min(1).max(64);
const Moment = z.iso.datetime({ offset: true });
const Day = z.iso.date();
export const BookingParams = z.object({ areaId: AreaId, bookingId: z.guid() });
export const VenueBookingParams = z.object({ areaId: AreaId, venueId: z.guid() });

export const BookingQuery = z.object({
  /** Days in Shanghai, both included. */
  from: Day,
  to: Day,
  venueId: z.guid().optional(),
  state: z.enum(bookingStates).optional(),
});
export type BookingQuery = z.infer<typeof BookingQuery>;

export const NewBooking = z.object({
  startsAt: Moment,
  minutes: z.number().int().min(5).max(1440),
  title: z.string().trim().max(60).default(''),
  people: z.number().int().min(1).max(10_000).optional(),
  /** Waits in order when the time is taken. */
  wait: z.boolean().default(false),
  /** Staff: for somebody who came to the counter or called. */
  holderName: z.string().trim().min(1).max(40).optional(),
});
export type NewBooking = z.infer<typeof NewBooking>;

export const BookingReason = z.object({ reason: z.string().trim().min(2).max(200) });
export const BookingRelease = z.object({ reason: z.string().trim().max(200).default('') });

/** A time that is free, near to one that was not. */
export const Suggestion = z.object({
  venueId: z.string(),
  venueName: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** 明天 9:00—10:00 */
  time: z.string(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const SlotQuery = z.object({
  day: Day.optional(),
  minutes: z.coerce.number().int().min(5).max(1440).optional(),
  /** The time that was asked for and not to be had: what is near to it is suggested. */
  near: Moment.optional(),
});
export type SlotQuery = z.infer<typeof SlotQuery>;

export const Slot = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  from: z.number(),
  to: z.number(),
  free: z.boolean(),
  waiting: z.number(),
});
export type Slot = z.infer<typeof Slot>;

export const SlotPage = z.object({
  venueId: z.string(),
  areaId: z.string(),
  venueName: z.string(),
  venuePlace: z.string(),
  venuePicture: z.string(),
  capacity: z.number().nullable(),
  free: z.boolean(),
  ownerName: z.string(),
  /** 每次最长 2 小时 · 可以订 7 天以内 … */
  rules: z.array(z.string()),
  lengths: z.array(z.number()),
  minutes: z.number(),
  day: z.string(),
  days: z.array(z.object({ day: z.string(), name: z.string(), open: z.boolean(), free: z.number() })),
  slots: z.array(Slot),
  /** What the space is at other hours of the day: 9:00—11:00 爱心缝纫铺. */
  zones: z.array(z.string()),
  nearest: z.array(Suggestion),
  /** Why the one who asks cannot book here, with what to do next; null when they can. */
  refused: z.string().nullable(),
});
export type SlotPage = z.infer<typeof SlotPage>;

export const AvailabilityQuery = z.object({
  from: Day,
  days: z.coerce.number().int().min(1).max(31).default(7),
  /** Ids with commas between; without: every venue that can be booked. */
  venueIds: z.string().max(4000).optional(),
});
export type AvailabilityQuery = z.infer<typeof AvailabilityQuery>;

const Stretch = z.object({ from: z.number(), to: z.number() });
export const Availability = z.object({
  venues: z.array(
    z.object({
      id: z.string(),
      parentId: z.string().nullable(),
      name: z.string(),
      capacity: z.number().nullable(),
      days: z.array(
        z.object({
          day: z.string(),
          openings: z.array(Stretch.extend({ zone: z.string() })),
          taken: z.array(Stretch),
          free: z.array(Stretch),
        }),
      ),
    }),
  ),
});
export type Availability = z.infer<typeof Availability>;

export const NewClosure = z.object({
  startsAt: Moment,
  endsAt: Moment,
  reason: z.string().trim().min(2).max(200),
  /** Where bookings go if it is free there at the same time; those that find no place are cancelled. */
  moveTo: z.guid().optional(),
});
export type NewClosure = z.infer<typeof NewClosure>;
export const ClosureResult = z.object({ id: z.string(), moved: z.number(), cancelled: z.number() });
export type ClosureResult = z.infer<typeof ClosureResult>;

export const DoorPass = z.object({
  venueId: z.string(),
  venueName: z.string(),
  pass: z.string(),
  url: z.string(),
  /** Ask for the next one in so many seconds. */
  nextSeconds: z.number(),
});
export type DoorPass = z.infer<typeof DoorPass>;
export const DoorCheckIn = z.object({ pass: z.string().min(1).max(400) });
