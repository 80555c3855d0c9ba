import { z } from 'zod';

/** A meeting 议事会: who is called, what is on its agenda, who came, its minutes, and what was agreed. */

export const meetingStates = ['planned', 'called', 'held', 'cancelled'] as const;
export type MeetingState = (typeof meetingStates)[number];

export const Meeting = z.object({
  id: z.string(),
  areaId: z.string(),
  kind: z.string(),
  title: z.string(),
  place: z.string(),
  venueId: z.string().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  state: z.enum(meetingStates),
  /** 今晚开 · 开完了，纪要在整理 · 纪要已公开 … */
  stateName: z.string(),
  picture: z.string(),
  conclusions: z.number(),
  /** 人次 of those signed in and those only counted. */
  present: z.number(),
});
export type Meeting = z.infer<typeof Meeting>;
export const MeetingList = z.object({ items: z.array(Meeting) });
export type MeetingList = z.infer<typeof MeetingList>;

/** What was agreed, and what became of it. */
export const Conclusion = z.object({
  id: z.string(),
  title: z.string(),
  ownerName: z.string(),
  dueOn: z.string(),
  number: z.string(),
  href: z.string().nullable(),
  state: z.enum(['doing', 'late', 'done', 'stopped']),
  stateName: z.string(),
  result: z.string().nullable(),
  /** The meeting at which it was agreed, for those that are followed up. */
  from: z.string().nullable(),
});
export type Conclusion = z.infer<typeof Conclusion>;

export const MeetingItem = z.object({ id: z.string(), title: z.string(), href: z.string().nullable() });
export const Attendance = z.object({
  attendee: z.string(),
  name: z.string(),
  party: z.string(),
  at: z.string(),
  way: z.enum(['qr', 'list']),
});
export type Attendance = z.infer<typeof Attendance>;

export const MeetingPage = Meeting.extend({
  areaName: z.string(),
  estateId: z.string().nullable(),
  parties: z.array(z.object({ name: z.string(), present: z.number() })),
  /** Bodies without which a meeting of this kind should not decide, that are not called or did not come. Source: N58. */
  missing: z.array(z.string()),
  warning: z.string().nullable(),
  items: z.array(MeetingItem),
  /** What earlier meetings agreed, brought up again by itself. */
  followUps: z.array(Conclusion),
  agreed: z.array(Conclusion),
  people: z.number(),
  headcount: z.number(),
  /** Signed in, for who keeps the meeting. */
  attendances: z.array(Attendance),
  minutes: z.string().nullable(),
  minutesState: z.enum(['none', 'drafted', 'checked', 'approved']),
  minutesStateName: z.string(),
  returnedReason: z.string().nullable(),
  images: z.array(z.string()),
  cancelReason: z.string().nullable(),
  matterNumber: z.string().nullable(),
  groupText: z.string(),
  actions: z.array(z.string()),
});
export type MeetingPage = z.infer<typeof MeetingPage>;

const AreaId = z.string().min(1).max(64);
export const AreaParams = z.object({ areaId: AreaId });
export const MeetingParams = z.object({ areaId: AreaId, meetingId: z.guid() });
export const AttendeeParams = MeetingParams.extend({ attendee: z.string().min(1).max(120) });
export const PassParams = z.object({ areaId: AreaId, pass: z.string().min(1).max(260) });
export const MeetingQuery = z.object({
  when: z.enum(['next', 'past', 'planned']).default('next'),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type MeetingQuery = z.infer<typeof MeetingQuery>;

const Line = z.string().trim();
export const MeetingForm = z.object({
  kind: Line.min(1).max(20),
  title: Line.min(2).max(40),
  estateId: z.guid().nullable().default(null),
  venueId: z.guid().nullable().default(null),
  place: Line.max(60).default(''),
  startsAt: z.iso.datetime().nullable().default(null),
  endsAt: z.iso.datetime().nullable().default(null),
  parties: z.array(Line.min(1).max(20)).max(20).default([]),
  topicIds: z.array(z.guid()).max(20).default([]),
  /** Further points, each a line. */
  points: z.array(Line.min(2).max(60)).max(20).default([]),
});
export type MeetingForm = z.infer<typeof MeetingForm>;
export const Made = z.object({ id: z.string() });
export const Done = z.object({ done: z.boolean() });
export const Reason = z.object({ reason: Line.min(4, '请写明原因').max(300) });
export const SignIn = z.object({ name: Line.min(2).max(20), party: Line.min(1).max(20) });
export type SignIn = z.infer<typeof SignIn>;
export const Ending = z.object({
  /** Who came and was only counted. */
  headcount: z.number().int().min(0).max(100_000).default(0),
});
export const MinutesForm = z.object({
  minutes: Line.min(10, '纪要至少写几句').max(8000),
  images: z.array(z.guid()).max(9).default([]),
});
export type MinutesForm = z.infer<typeof MinutesForm>;
export const NewConclusion = z.object({
  title: Line.min(4, '写清楚办什么，至少 4 个字').max(60),
  owner: Line.min(1).max(100),
  dueOn: z.iso.date(),
});
export type NewConclusion = z.infer<typeof NewConclusion>;

export const MeetingWords = z.object({
  kinds: z.array(z.object({ name: z.string(), parties: z.array(z.string()), must: z.array(z.string()) })),
  parties: z.array(z.string()),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  owners: z.array(z.object({ key: z.string(), name: z.string(), title: z.string() })),
});
export type MeetingWords = z.infer<typeof MeetingWords>;

export const SignInPass = z.object({
  pass: z.string(),
  /** What the code holds: the address of the page that signs in. */
  address: z.string(),
  changesInSeconds: z.number(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  people: z.number(),
});
export type SignInPass = z.infer<typeof SignInPass>;

export const AtMeeting = z.object({
  meetingId: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  signedIn: z.boolean(),
  party: z.string(),
  /** Why nobody signs in now, in a sentence. */
  why: z.string().nullable(),
});
export type AtMeeting = z.infer<typeof AtMeeting>;

export const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100) });

/** A place to deliberate 议事阵地: its next meeting, and what came of those held there. Source: D21. */
export const DeliberationPlace = z.object({
  id: z.string(),
  areaId: z.string(),
  name: z.string(),
  kind: z.string(),
  place: z.string(),
  picture: z.string().nullable(),
  next: Meeting.nullable(),
  held: z.number(),
  agreed: z.number(),
  done: z.number(),
});
export type DeliberationPlace = z.infer<typeof DeliberationPlace>;
export const PlaceList = z.object({ items: z.array(DeliberationPlace) });

/** A year of meetings: 人次 are attendances, 人 are different people. */
export const MeetingFigures = z.object({
  year: z.number(),
  meetings: z.number(),
  personTimes: z.number(),
  people: z.number(),
  agreed: z.number(),
  done: z.number(),
});
export type MeetingFigures = z.infer<typeof MeetingFigures>;
