import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { readShortCode, shortCode } from '#shared/short-codes';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { overlappingHours } from '#kernel/calendar';
import type { OpeningHours } from '#kernel-contract/calendar';
import { pointOf } from './circle/service.ts';
import { requireOwner, type AreaTree } from '#modules/areas';
import type {
  NewVenue,
  Venue,
  VenueCard,
  VenueChange,
  VenueException,
  VenueFacts,
  VenueHours,
  VenueList,
  VenueMap,
  VenuePage,
  VenueQuery,
} from './contract.ts';
import { mapOf } from './lists/rules.ts';
import { endBookings } from './bookings/closures/service.ts';
import { refreshParts } from './bookings/parts/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { VenueRow } from './tables.ts';
import { minutesOf, openingOf, openNow, readTimes, weekOf, type Times } from './times/service.ts';
import type { VenueWords } from './words/contract.ts';

export type VenueDoors = {
  tree: AreaTree;
  words: VenueWords;
  may(actor: Actor, capability: string, areaId: string): boolean;
};

type Which = { areaId: string; venueId: string };

type Around = { tree: AreaTree; spaces: readonly VenueRow[]; times: Times; now: Date };

function toVenue(row: VenueRow, { tree, spaces, times, now }: Around): Venue {
  const { opening } = openingOf(spaces, times, row.id);
  const [lng, lat] = pointOf(tree, spaces, row) ?? [null, null];
  return {
    ...row,
    lng,
    lat,
    weeklyMinutes: minutesOf(opening, now).weeklyMinutes,
    open: row.closedOn === null ? openNow(opening, now) : null,
  };
}

/** Venues of a community in the order it gave them: a house, then its rooms. */
export async function listVenues(
  reader: Reader,
  tree: AreaTree,
  input: { areaId: string; query: VenueQuery; now: Date },
): Promise<VenueList> {
  const { id } = requireOwner(tree, input.areaId);
  const [spaces, times] = await Promise.all([store.readVenues(reader, [id]), readTimes(reader, [id], input.now)]);
  const items = spaces.map((row) => toVenue(row, { tree, spaces, times, now: input.now }));
  return { items: items.filter((venue) => rules.matches(venue, input.query)) };
}

/** Every venue of a community for a sheet, those closed too, each with the house it is in. */
export async function* listForSheet(
  reader: Reader,
  tree: AreaTree,
  input: { areaId: string; now: Date },
): AsyncGenerator<Venue & { inside: string }> {
  const { items } = await listVenues(reader, tree, { ...input, query: { closed: true } });
  for (const venue of items) {
    yield { ...venue, inside: items.find(({ id }) => id === venue.parentId)?.name ?? '' };
  }
}

/** Venues of a community that stand, as GeoJSON. */
export async function readVenueMap(
  reader: Reader,
  tree: AreaTree,
  input: { areaId: string; now: Date },
): Promise<VenueMap> {
  const { items } = await listVenues(reader, tree, { ...input, query: {} });
  return mapOf(
    items.map((venue) => ({ venue, point: venue.lng !== null && venue.lat !== null ? [venue.lng, venue.lat] : null })),
  );
}

/** One venue with its rooms, its week and what the actor may do. Refused when there is none. */
export async function readVenue(
  reader: Reader,
  actor: Actor,
  doors: VenueDoors,
  input: Which & { now: Date },
): Promise<VenuePage> {
  const area = requireOwner(doors.tree, input.areaId);
  const [spaces, times] = await Promise.all([
    store.readVenues(reader, [area.id]),
    readTimes(reader, [area.id], input.now),
  ]);
  const row = spaces.find(({ id }) => id === input.venueId) ?? refuse(rules.venueUnknown);
  const held = { tree: doors.tree, spaces, times, now: input.now };
  const { holder, opening } = openingOf(spaces, times, row.id);
  const named = (id: string | null) => {
    const found = spaces.find((one) => one.id === id);
    return found ? { id: found.id, name: found.name } : null;
  };
  const rooms = spaces.filter((one) => one.parentId === row.id && one.closedOn === null);
  const mayEdit = row.closedOn === null && doors.may(actor, 'venue.manage', area.id);
  const today = shanghaiDate(input.now);
  return {
    ...row,
    ...toVenue(row, held),
    ownPoint: row.lng !== null && row.lat !== null ? { lng: row.lng, lat: row.lat } : null,
    areaName: area.name,
    shortPath: area.letters ? `/v/${shortCode(area.letters, row.id)}` : `/venues/${area.id}/${row.id}`,
    parent: named(row.parentId),
    rooms: rooms.map((room) => toVenue(room, held)),
    hours: (times.hours.get(row.id) ?? []).map(toHours),
    exceptions: (times.exceptions.get(row.id) ?? []).filter(({ day }) => day >= today).map(toException),
    hoursOf: named(holder),
    week: weekOf(opening, input.now),
    weekMinutes: minutesOf(opening, input.now).thisWeekMinutes,
    actions: mayEdit ? ['edit', 'close'] : [],
  };
}

/** The venue a short public code names. Refused when there is none. */
export async function readVenueByCode(
  reader: Reader,
  actor: Actor,
  doors: VenueDoors,
  input: { code: string; now: Date },
): Promise<VenuePage> {
  const named = readShortCode(input.code) ?? refuse(rules.venueUnknown);
  const area = doors.tree.byLetters(named.area) ?? refuse(rules.venueUnknown);
  const spaces = await store.readVenues(reader, [area.id]);
  const venue = spaces.findLast(({ id }) => id.endsWith(named.tail)) ?? refuse(rules.venueUnknown);
  return readVenue(reader, actor, doors, { areaId: area.id, venueId: venue.id, now: input.now });
}

const toHours = ({ weekday, opens, closes, zone }: VenueHours): VenueHours => ({ weekday, opens, closes, zone });
const toException = ({ day, opens, closes, zone, reason }: VenueException): VenueException => ({
  day,
  opens,
  closes,
  zone,
  reason,
});

/** Opens a venue. Refused when it does not hold together or its hours overlap. Answers its id. Source: A6, A14, B38, N37. */
export async function openVenue(
  tx: Tx,
  actor: Actor,
  doors: VenueDoors,
  input: { areaId: string; venue: NewVenue },
): Promise<string> {
  const { areaId, venue } = input;
  requireOwner(doors.tree, areaId);
  await mustHold(tx, doors, { ...input, id: null });
  const id = tx.newId();
  await store.insertVenue(tx, areaId, id, written(venue, doors.words));
  await insertTimes(tx, { areaId, venueId: id }, venue);
  if (venue.parentId) await refreshParts(tx, areaId, [id]);
  audit(tx, actor, { areaId, act: 'venue.open', subject: `venue:${id}`, detail: { name: venue.name } });
  return id;
}

/** Changes a venue with all its times. Refused as `openVenue` is, when it is closed, or somebody changed it first. */
export async function changeVenue(
  tx: Tx,
  actor: Actor,
  doors: VenueDoors,
  input: Which & { venue: VenueChange },
): Promise<void> {
  const { areaId, venueId, venue } = input;
  requireOwner(doors.tree, areaId);
  const before = (await store.takeVenue(tx, areaId, venueId)) ?? refuse(rules.venueUnknown);
  if (before.closedOn !== null) refuse(rules.venueClosed);
  if (before.revision !== venue.revision) refuse(rules.venueChanged);
  await mustHold(tx, doors, { areaId, venue, id: venueId });
  await store.updateVenue(tx, areaId, venueId, written(venue, doors.words));
  await store.deleteTimes(tx, areaId, venueId, shanghaiDate(tx.now));
  await insertTimes(tx, { areaId, venueId }, venue);
  const houses = [venueId, ...(before.parentId ? [before.parentId] : [])];
  if (venue.parentId !== before.parentId) await refreshParts(tx, areaId, houses);
  audit(tx, actor, { areaId, act: 'venue.change', subject: `venue:${venueId}`, detail: { name: venue.name } });
}

async function mustHold(
  tx: Tx,
  doors: VenueDoors,
  { areaId, venue, id }: { areaId: string; venue: NewVenue; id: string | null },
): Promise<void> {
  const spaces = await store.readVenues(tx, [areaId]);
  refuseIf(rules.whyNotVenue(venue, id, spaces, doors.words));
  refuseIf(rules.whyNotHours(venue.hours, overlappingHours(venue.hours)));
  refuseIf(rules.whyNotExceptions(venue.exceptions));
  if (venue.buildingId && !doors.tree.covers(areaId, venue.buildingId)) refuse(rules.buildingElsewhere);
}

function written(venue: NewVenue, words: VenueWords): store.Written {
  const { hours: _hours, exceptions: _exceptions, picture, ...rest } = venue;
  return { ...rest, picture: picture ?? rules.pictureOfKind(venue.kind, words) };
}

/** The days past stay as they were written; only today and later are written anew. */
async function insertTimes(
  tx: Tx,
  { areaId, venueId }: Which,
  { hours, exceptions }: Pick<NewVenue, 'hours' | 'exceptions'>,
): Promise<void> {
  const today = shanghaiDate(tx.now);
  const place = () => ({ areaId, id: tx.newId(), venueId });
  await store.insertHours(
    tx,
    hours.map((one) => ({ ...place(), ...toHours(one) })),
  );
  const coming = exceptions.filter(({ day }) => day >= today);
  await store.insertExceptions(
    tx,
    coming.map((one) => ({ ...place(), ...toException(one) })),
  );
}

/** Closes a venue and the rooms inside it for good; bookings to come are cancelled, and told. Refused when it is closed already. */
export async function closeVenue(
  tx: Tx,
  actor: Actor,
  doors: VenueDoors,
  input: Which & { reason: string },
): Promise<void> {
  const { areaId, venueId, reason } = input;
  requireOwner(doors.tree, areaId);
  const before = (await store.takeVenue(tx, areaId, venueId)) ?? refuse(rules.venueUnknown);
  if (before.closedOn !== null) refuse(rules.venueClosed);
  await endBookings(tx, { areaId, venueId, reason });
  const spaces = await store.readVenues(tx, [areaId]);
  const ids = rules.insideOf(spaces, venueId).map(({ id }) => id);
  await store.markClosed(tx, areaId, ids, { day: shanghaiDate(tx.now), why: reason });
  audit(tx, actor, { areaId, act: 'venue.close', subject: `venue:${venueId}`, detail: { reason } });
}

/** What other pages show of venues, by their ids; those closed too. */
export async function readVenueCards(reader: Reader, areaId: string, ids: readonly string[]): Promise<VenueCard[]> {
  const rows = await store.readVenues(reader, [areaId]);
  return rows
    .filter((row) => ids.includes(row.id))
    .map(({ id, name, kind, place, lng, lat, picture }) => ({ id, name, kind, place, lng, lat, picture }));
}

/** What a standard measures of the venues that stand. Source: S1.3, S1.4, S1.6, S6.3, S6.4; N11, N12, N16, N21. */
export async function readVenueFacts(reader: Reader, areaId: string, now: Date): Promise<VenueFacts[]> {
  const [spaces, times] = await Promise.all([store.readVenues(reader, [areaId]), readTimes(reader, [areaId], now)]);
  return spaces
    .filter(({ closedOn }) => closedOn === null)
    .map(({ id, parentId, name, kind, indoor, sizeTenths, functions, free }) => {
      const minutes = minutesOf(openingOf(spaces, times, id).opening, now);
      return { id, parentId, name, kind, indoor, sizeTenths, functions, free, ...minutes };
    });
}

/** When each venue of a community is open, rooms by the hours of their house. */
export async function readOpenings(reader: Reader, areaId: string, now: Date): Promise<Map<string, OpeningHours>> {
  const [spaces, times] = await Promise.all([store.readVenues(reader, [areaId]), readTimes(reader, [areaId], now)]);
  return new Map(spaces.map(({ id }) => [id, openingOf(spaces, times, id).opening]));
}

export type KeptVenue = Omit<VenueRow, 'revision' | 'createdAt'> & {
  createdAt: string;
  hours: VenueHours[];
  exceptions: VenueException[];
};

/** Adds venues kept elsewhere, houses before their rooms. */
export function importVenues(tx: Tx, kept: readonly KeptVenue[]): void {
  for (const { areaId, id, closedOn, closedWhy, createdAt, hours, exceptions, ...venue } of kept) {
    const closing = { closed_on: closedOn, closed_why: closedWhy };
    tx.append('venues', { area_id: areaId, id, ...store.rowOf(venue), ...closing, created_at: createdAt });
    const place = () => ({ area_id: areaId, id: tx.newId(), venue_id: id });
    for (const one of hours) tx.append('venue_hours', { ...place(), ...toHours(one) });
    for (const one of exceptions) tx.append('venue_exceptions', { ...place(), ...toException(one) });
  }
}

export { readCircle } from './circle/service.ts';
