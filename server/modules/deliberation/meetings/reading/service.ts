import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import { peopleFor } from '#modules/matters/detail/asked';
import { listVenues, readVenueCards } from '#modules/venues';
import { readProgress } from '../../carrying/service.ts';
import type { DeliberationDoors } from '../../scope/service.ts';
import type {
  Conclusion,
  DeliberationPlace,
  Meeting,
  MeetingFigures,
  MeetingList,
  MeetingPage,
  MeetingQuery,
  MeetingState,
  MeetingWords,
} from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import type { ConclusionRow, ItemRow } from '../tables.ts';

const imageAddress = (areaId: string, id: string): string => `/api/v1/areas/${areaId}/files/${id}`;
const attendanceSeal = (meetingId: string, attendee: string): string =>
  `meeting_attendances/${meetingId}/${attendee}/name_sealed`;
export { attendanceSeal };

export function mayManage(doors: DeliberationDoors, actor: Actor, areaId: string): boolean {
  return doors.matters.may(actor, 'meeting.manage', areaId);
}

type Placing = { venues: Map<string, string>; now: Date };

async function venueNames(
  reader: Reader,
  areaId: string,
  rows: { venueId: string | null }[],
): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ venueId }) => (venueId ? [venueId] : []));
  if (ids.length === 0) return new Map();
  return new Map((await readVenueCards(reader, areaId, ids)).map(({ id, name }) => [id, name]));
}

export function toMeeting(doors: DeliberationDoors, row: store.MeetingRecord, { venues, now }: Placing): Meeting {
  const { id, areaId, kind, title, venueId, startsAt, endsAt, conclusions } = row;
  const state = row.state as MeetingState;
  const venue = venueId ? venues.get(venueId) : undefined;
  return {
    ...{ id, areaId, kind, title, venueId, startsAt, endsAt, state, conclusions },
    place: [venue, row.place].filter(Boolean).join(' '),
    stateName: rules.stateName({ ...row, state }, now),
    picture: row.picture ?? doors.words.meetings.kinds.find(({ name }) => name === kind)?.picture ?? 'deliberation',
    present: row.people + row.headcount,
  };
}

/** Meetings of a community: those to come, those held, and for who keeps them those in preparation. */
export async function listMeetings(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; query: MeetingQuery; now: Date },
): Promise<MeetingList> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  if (input.query.when === 'planned' && !mayManage(doors, actor, id)) refuse(rules.meetingUnknown);
  const rows = await store.readMeetings(reader, id, input.query);
  const venues = await venueNames(reader, id, rows);
  return { items: rows.map((row) => toMeeting(doors, row, { venues, now: input.now })) };
}

/** Something agreed, with what became of it. */
export async function toConclusion(
  reader: Reader,
  doors: DeliberationDoors,
  row: ConclusionRow & { from?: string },
  now: Date,
): Promise<Conclusion> {
  const { id, areaId, title, ownerName, dueOn, matterId, matterNumber: number } = row;
  const progress = await readProgress(reader, doors, { areaId, matterId, now });
  return {
    ...{ id, title, ownerName, dueOn, number },
    href: progress?.href ?? null,
    ...rules.conclusionState(progress, dueOn, shanghaiDate(now)),
    result: progress?.result ?? null,
    from: row.from ?? null,
  };
}

/** What earlier meetings agreed and is not settled comes up again by itself. Source: C30, C90. */
async function readFollowUps(
  reader: Reader,
  doors: DeliberationDoors,
  meeting: store.MeetingRecord,
  now: Date,
): Promise<Conclusion[]> {
  const rows = await store.readEarlier(reader, meeting, meeting.startsAt ?? now.toISOString());
  const all = await Promise.all(rows.map((row) => toConclusion(reader, doors, row, now)));
  return all.filter(({ state }) => state === 'doing' || state === 'late');
}

function itemHref(areaId: string, item: ItemRow): string | null {
  return item.topicId ? `/topics/${areaId}/${item.topicId}` : null;
}

/** One meeting. In preparation it is seen by who keeps meetings; minutes by everybody once they are approved. */
export async function readMeetingPage(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; meetingId: string; address: string; now: Date },
): Promise<MeetingPage> {
  const { areaId, meetingId, now, address } = input;
  const area = requireOwner(doors.matters.tree, areaId);
  const row = (await store.readMeeting(reader, area.id, meetingId)) ?? refuse(rules.meetingUnknown);
  const manages = mayManage(doors, actor, area.id);
  const approves = doors.matters.may(actor, 'minutes.approve', area.id);
  const state = row.state as MeetingState;
  if (state === 'planned' && !manages) refuse(rules.meetingUnknown);
  const [items, came, agreed, followUps, venues] = await Promise.all([
    store.readItems(reader, area.id, meetingId),
    store.readAttendances(reader, area.id, meetingId),
    store.readConclusions(reader, area.id, meetingId),
    readFollowUps(reader, doors, row, now),
    venueNames(reader, area.id, [row]),
  ]);
  const meeting = toMeeting(doors, row, { venues, now });
  const minutes = rules.minutesState({ ...row, state });
  const seesMinutes = manages || approves || minutes === 'approved';
  const must = doors.words.meetings.kinds.find(({ name }) => name === row.kind)?.must ?? [];
  const there = state === 'held' ? came.map(({ party }) => party) : row.parties;
  const missing = rules.missingParties(must, there);
  return {
    ...meeting,
    areaName: area.name,
    estateId: row.estateId,
    parties: partiesOf(row.parties, came),
    missing,
    warning: rules.warningOf(missing, state),
    items: items.map((item) => ({ id: item.id, title: item.title, href: itemHref(area.id, item) })),
    followUps,
    agreed: await Promise.all(agreed.map((one) => toConclusion(reader, doors, one, now))),
    people: came.length,
    headcount: row.headcount,
    attendances: manages
      ? came.map(({ attendee, nameSealed, party, at, way }) => ({
          ...{ attendee, party, at, way: way as 'qr' | 'list' },
          name: doors.matters.sealer.open(attendanceSeal(meetingId, attendee), nameSealed),
        }))
      : [],
    minutes: seesMinutes ? row.minutes : null,
    minutesState: minutes,
    minutesStateName: rules.minutesStateNames[minutes],
    returnedReason: manages ? row.returnedReason : null,
    images: seesMinutes ? row.images.map((id) => imageAddress(area.id, id)) : [],
    cancelReason: row.cancelReason,
    matterNumber: manages && row.matterId ? await numberOf(reader, doors, row, now) : null,
    groupText: rules.meetingText(
      { ...meeting, items: items.map(({ title }) => title) },
      { areaName: area.name, url: `${address}/meetings/${area.id}/${meetingId}`, now },
    ),
    actions: isSignedIn(actor)
      ? rules.meetingActs({ ...row, state }, { userId: actor.id, manages, approves }, now)
      : [],
  };
}

async function numberOf(
  reader: Reader,
  doors: DeliberationDoors,
  { areaId, matterId }: { areaId: string; matterId: string | null },
  now: Date,
): Promise<string | null> {
  return matterId ? ((await readProgress(reader, doors, { areaId, matterId, now }))?.number ?? null) : null;
}

function partiesOf(called: readonly string[], came: readonly { party: string }[]): MeetingPage['parties'] {
  const all = [...new Set([...called, ...came.map(({ party }) => party)])];
  return all.map((name) => ({ name, present: came.filter(({ party }) => party === name).length }));
}

/** What a meeting is made of: kinds, parties, places to deliberate, and who may be given what was agreed. */
export async function readMeetingWords(
  reader: Reader,
  doors: DeliberationDoors,
  input: { areaId: string; now: Date },
): Promise<MeetingWords> {
  const area = requireOwner(doors.matters.tree, input.areaId);
  const { kinds, parties } = doors.words.meetings;
  const venues = await listVenues(reader, doors.matters.tree, { areaId: area.id, query: {}, now: input.now });
  const near = { areaId: area.id, gridId: null, estateId: null, buildingId: null, reporterId: null };
  return {
    kinds: kinds.map(({ name, parties: called, must }) => ({ name, parties: called, must })),
    parties: parties.map(({ name }) => name),
    places: venues.items.map(({ id, name }) => ({ id, name })),
    owners: peopleFor(doors.matters, { ...near, registeredBy: null, householdId: null }, ''),
  };
}

/** Meetings at which a topic was or will be talked over. */
export async function listOfTopic(
  reader: Reader,
  doors: DeliberationDoors,
  input: { areaId: string; topicId: string; now: Date },
): Promise<MeetingList> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  const rows = await store.readOfTopic(reader, id, input.topicId);
  const venues = await venueNames(reader, id, rows);
  return { items: rows.map((row) => toMeeting(doors, row, { venues, now: input.now })) };
}

/** Where a community deliberates, with the next meeting there and what came of those held. Source: D21. */
export async function listPlaces(
  reader: Reader,
  doors: DeliberationDoors,
  input: { areaId: string; now: Date },
): Promise<{ items: DeliberationPlace[] }> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  const { places } = doors.words.meetings;
  const found = await listVenues(reader, doors.matters.tree, { areaId: id, query: {}, now: input.now });
  const venues = found.items.filter(({ kind }) => places.includes(kind));
  const [next, held, agreed] = await Promise.all([
    store.readMeetings(reader, id, { when: 'next', limit: 100 }),
    store.readMeetings(reader, id, { when: 'past', limit: 100 }),
    store.readLatestConclusions(reader, id),
  ]);
  const all = await Promise.all(
    agreed.map(async (row) => ({ row, shown: await toConclusion(reader, doors, row, input.now) })),
  );
  const names = new Map(venues.map((venue) => [venue.id, venue.name]));
  return {
    items: venues.map(({ id: venueId, name, kind, place, picture }) => {
      const first = next.find((one) => one.venueId === venueId);
      const here = held.filter((one) => one.venueId === venueId && one.state === 'held');
      const ours = all.filter(({ row }) => here.some((one) => one.id === row.meetingId));
      return {
        ...{ id: venueId, areaId: id, name, kind, place, picture },
        next: first ? toMeeting(doors, first, { venues: names, now: input.now }) : null,
        held: here.length,
        agreed: ours.length,
        done: ours.filter(({ shown }) => shown.state === 'done').length,
      };
    }),
  };
}

/** A year of meetings: person-times and people apart, and how much of what was agreed is done. */
export async function readMeetingFigures(
  reader: Reader,
  doors: DeliberationDoors,
  input: { areaId: string; year: number; now: Date },
): Promise<MeetingFigures> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  const year = { from: shanghaiInstant(`${input.year}-01-01`), to: shanghaiInstant(`${input.year + 1}-01-01`) };
  const [counts, agreed] = await Promise.all([
    store.countYear(reader, id, year),
    store.readYearConclusions(reader, id, year),
  ]);
  const all = await Promise.all(agreed.map((row) => toConclusion(reader, doors, row, input.now)));
  const done = all.filter(({ state }) => state === 'done').length;
  return { year: input.year, ...counts, agreed: all.length, done };
}
