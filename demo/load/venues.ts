import { addDays, shanghaiDate } from '../../shared/time.ts';
import { seededRandom, type Random } from '../../shared/random.ts';
import type { KeptVenue } from '#modules/venues';
import type { VenueWords } from '../../server/modules/venues/words/contract.ts';
import type { Community, VenueEntry, VenuesData } from '../contract.ts';
import { buildingPoint } from '../ground.ts';
import { demoId } from './areas.ts';
import { buildingKey } from '../person.ts';

type Ground = {
  community: Community;
  booking: VenuesData['booking'];
  words: VenueWords;
  random: Random;
  today: string;
};

/** The venues of one community: the first has all that is written for it, the others three each and some drawn. */
export function planVenues(input: {
  seed: string;
  now: Date;
  data: VenuesData;
  words: VenueWords;
  one: { community: Community };
  first: boolean;
}): KeptVenue[] {
  const { data } = input;
  const { community } = input.one;
  const random = seededRandom(`${input.seed}/venues/${community.code}`);
  const ground = { community, booking: data.booking, words: input.words, random, today: shanghaiDate(input.now) };
  const drawn = data.more.filter(({ chance }) => random.between(1, 100) <= (chance ?? 100));
  const entries = input.first ? data.home : [...data.others, ...drawn];
  return entries.map((entry, position) => venueOf(ground, entry, position));
}

function venueOf(ground: Ground, entry: VenueEntry, position: number): KeptVenue {
  const { community, booking, words, random, today } = ground;
  const idOf = (key: string): string => demoId(`${community.code}/venue/${key}`);
  const { at, before, owner } = entry;
  const estate = at ? community.estates[Math.min(at[0], community.estates.length - 1)] : undefined;
  const number = estate && at ? Math.min(at[1], estate.buildings) : 1;
  const fill = (text: string): string =>
    text.replaceAll('<short>', community.name.replace(/社区$/, '')).replaceAll('<estate>', estate?.short ?? '');
  // A step beside the building, so that neighbours on the map do not lie on one another.
  const point = estate ? buildingPoint(community, estate, number) : null;
  const hours = entry.shortHours && random.chance(0.3) ? entry.shortHours : (entry.hours ?? []);
  return {
    areaId: demoId(community.code),
    id: idOf(entry.key),
    parentId: entry.in ? idOf(entry.in) : null,
    name: fill(entry.name),
    kind: entry.kind,
    indoor: entry.outdoor !== true,
    sizeTenths: tenthsOf(entry.size, random),
    place: fill(entry.place),
    buildingId: estate ? demoId(buildingKey(community, estate.name, number)) : null,
    lng: point ? round(point[0] + (position % 5) * 0.00012) : null,
    lat: point ? round(point[1] - 0.0002) : null,
    ownerKind: owner ? 'unit' : 'community',
    ownerName: owner ?? '',
    ownerTerms: entry.terms ?? '',
    operator: entry.operator ?? '',
    free: entry.free ?? true,
    functions: entry.functions ?? [],
    capacity: entry.seats ?? null,
    story: entry.story ?? '',
    picture: entry.picture ?? words.kinds.find(({ name }) => name === entry.kind)?.picture ?? 'venue-room',
    usedBefore: before?.use ?? '',
    pictureBefore: before?.picture ?? null,
    sizeBeforeTenths: tenthsOf(before?.size, random),
    bookable: entry.booking !== undefined,
    rules: entry.booking ? (booking[entry.booking] ?? null) : null,
    closedOn: null,
    closedWhy: '',
    position: position * 10,
    createdAt: new Date(Date.parse(`${addDays(today, -420 + position * 7)}T02:20:00.000Z`)).toISOString(),
    hours: hours.flatMap(hoursOf),
    exceptions: Object.entries(entry.closed ?? {}).map(([days, reason]) => ({
      day: addDays(today, Number(days)),
      opens: null,
      closes: null,
      zone: '',
      reason,
    })),
  };
}

const round = (value: number): number => Number(value.toFixed(6));

function tenthsOf(size: VenueEntry['size'], random: Random): number | null {
  if (size === undefined) return null;
  return Array.isArray(size) ? random.between(size[0] * 10, size[1] * 10) : Math.round(size * 10);
}

/** `1-5 9:00-11:30 棋牌`: weekdays, from, to, and what the place is then. */
function hoursOf(text: string): KeptVenue['hours'] {
  const [days = '', times = '', zone = ''] = text.split(' ');
  const [from = 1, to = from] = days.split('-').map(Number);
  const [opens = 0, closes = 0] = times.split('-').map(minutesOf);
  return Array.from({ length: to - from + 1 }, (_, i) => ({ weekday: from + i, opens, closes, zone }));
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}
