import type { Behind, Facts, Measure, Reading, VenueFact } from '../contract.ts';
import { unrecorded, wordsOf } from '../reading/rules.ts';

/** Measures of venues and facilities. */

const venuesDoor = { label: '场地', path: '/venues' };

const sizeName = ({ sizeTenths }: VenueFact): string =>
  sizeTenths === null ? '没有登记面积' : `${sizeTenths / 10} 平方米`;

const hoursName = (minutes: number): string => `每周开放 ${Math.round(minutes / 6) / 10} 小时`;

const venueBehind = (areaId: string, venue: VenueFact, detail: string, counts = true): Behind => ({
  title: venue.name,
  detail: `${venue.kind}，${detail}`,
  path: `/venues/${areaId}/${venue.id}`,
  counts,
});

function overVenues(facts: Facts, read: (venues: readonly VenueFact[]) => Omit<Reading, 'list'>): Reading {
  return facts.venues === null ? unrecorded : { ...read(facts.venues), list: venuesDoor };
}

/** The largest indoor floor area of a kind of venue: two small stations are not one large one. Source: B31, N11. */
export const indoorArea: Measure = {
  gives: 'm2',
  takes: ['kind'],
  of: 'now',
  recorded: true,
  read: (facts, given) =>
    overVenues(facts, (venues) => {
      const own = venues.filter(({ kind, indoor }) => indoor && wordsOf(given['kind']).includes(kind));
      const value = Math.max(0, ...own.map(({ sizeTenths }) => sizeTenths ?? 0));
      const largest = own.find(({ sizeTenths }) => sizeTenths === value);
      return {
        measured: { kind: 'number', value },
        behind: own.map((one) => venueBehind(facts.areaId, one, `室内 ${sizeName(one)}`, one === largest)),
      };
    }),
};

/** The outdoor area of kinds of venues: all together (合计), or of the kind that has least (各自). Source: N12, X8. */
export const outdoorArea: Measure = {
  gives: 'm2',
  takes: ['kinds', 'count'],
  of: 'now',
  recorded: true,
  read: (facts, given) =>
    overVenues(facts, (venues) => {
      const kinds = wordsOf(given['kinds']);
      const all = venues.filter(({ kind, indoor }) => !indoor && kinds.includes(kind));
      // Half a square is part of the square, and not one more.
      const own = all.filter(({ parentId }) => all.every(({ id }) => id !== parentId));
      const sums = kinds.map((kind) =>
        own.filter((one) => one.kind === kind).reduce((sum, { sizeTenths }) => sum + (sizeTenths ?? 0), 0),
      );
      const value = given['count'] === '各自' ? Math.min(...sums) : sums.reduce((sum, one) => sum + one, 0);
      return {
        measured: { kind: 'number', value },
        behind: own.map((one) => venueBehind(facts.areaId, one, `室外 ${sizeName(one)}`)),
      };
    }),
};

/** Kinds of venues that are there, and what they serve for. Source: B30, B31, N21. */
export const facilityKinds: Measure = {
  gives: 'words',
  takes: [],
  of: 'now',
  recorded: true,
  read: (facts) =>
    overVenues(facts, (venues) => ({
      measured: { kind: 'words', words: [...new Set(venues.flatMap(({ kind, functions }) => [kind, ...functions]))] },
      behind: venues.map((one) => venueBehind(facts.areaId, one, one.functions.join('、') || sizeName(one))),
    })),
};

/** How many of the venues of some kinds are open free of charge. Source: B38. */
export const freeShare: Measure = {
  gives: 'percent',
  takes: ['kinds'],
  counted: '处',
  of: 'now',
  recorded: true,
  read: (facts, given) =>
    overVenues(facts, (venues) => {
      const own = venues.filter(({ kind }) => wordsOf(given['kinds']).includes(kind));
      return {
        measured: { kind: 'share', part: own.filter(({ free }) => free).length, whole: own.length },
        behind: own.map((one) => venueBehind(facts.areaId, one, one.free ? '免费开放' : '收费', one.free)),
      };
    }),
};

/** The weekly opening of the venue of a kind that is open longest; closed days count as nothing. Source: B38, N16. */
export const openHours: Measure = {
  gives: 'h',
  takes: ['kind'],
  of: 'now',
  recorded: true,
  read: (facts, given) =>
    overVenues(facts, (venues) => {
      const own = venues.filter(({ kind }) => wordsOf(given['kind']).includes(kind));
      const value = Math.max(0, ...own.map(({ weeklyMinutes }) => weeklyMinutes));
      const longest = own.find(({ weeklyMinutes }) => weeklyMinutes === value);
      return {
        measured: { kind: 'number', value },
        behind: own.map((one) => venueBehind(facts.areaId, one, hoursName(one.weeklyMinutes), one === longest)),
      };
    }),
};

/** What every building reaches on foot within some minutes. Source: B30, N13. */
export const circleKinds: Measure = {
  gives: 'words',
  takes: ['minutes'],
  of: 'now',
  recorded: true,
  read: ({ circle }, given) => {
    if (circle === null || circle.minutes !== Number(given['minutes'] ?? circle.minutes)) return unrecorded;
    const { needs } = circle;
    return {
      measured: { kind: 'words', words: needs.filter(({ isWithin }) => isWithin).map(({ name }) => name) },
      behind: needs.map(({ name, isWithin, buildings, reached, places }) => ({
        title: name,
        detail:
          places.length === 0
            ? '还没有登记'
            : `${places.map((place) => place.name).join('、')}，${reached}／${buildings} 栋楼走得到`,
        path: null,
        counts: isWithin,
      })),
      list: { label: '便民生活圈', path: '/venues' },
    };
  },
};
