import { dayName } from '#shared/time';
import type { Json } from '#kernel-contract/workflow';
import type { MeasureSpec } from '#kernel-contract/standards';
import type { ActivityFact, Behind, Facts, RegisterFact, Measure, Reading, TeamFact, VenueFact } from './contract.ts';

/** The measures this platform can take, by the names that standard files use. Each is pure: facts and arguments in, a reading out. */

const unrecorded: Reading = { measured: { kind: 'unrecorded' }, behind: [], list: null };

type Given = { [argument: string]: Json };

/** One word, or a list of words. */
function wordsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

const venuesDoor = { label: '场地', path: '/venues' };
const teamsDoor = { label: '队伍', path: '/teams' };

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
const indoorArea: Measure = {
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
const outdoorArea: Measure = {
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
const facilityKinds: Measure = {
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
const freeShare: Measure = {
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
const openHours: Measure = {
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
const circleKinds: Measure = {
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

const activityBehind = (areaId: string, one: ActivityFact, detail: string): Behind => ({
  title: one.title,
  detail: `${dayName(one.startsAt, one.startsAt)}，${detail}`,
  path: `/activities/${areaId}/${one.id}`,
  counts: true,
});

/** The desk's list of the year's activities, those with a flag where one is named. */
function activitiesDoor(year: number, flag?: string): Reading['list'] {
  const query = { ...(flag ? { flag } : {}), state: 'published', from: `${year}-01-01`, to: `${year}-12-31` };
  return { label: '活动', path: `/activities?${new URLSearchParams(query).toString()}` };
}

function overActivities(
  { activities, areaId, year }: Facts,
  own: (one: ActivityFact) => string | null,
  measured: (counted: readonly ActivityFact[]) => Reading['measured'],
  flag?: string,
): Reading {
  if (activities === null) return unrecorded;
  const told = activities.flatMap((one) => {
    const detail = own(one);
    return detail === null ? [] : [{ one, detail }];
  });
  return {
    measured: measured(told.map(({ one }) => one)),
    behind: told.map(({ one, detail }) => activityBehind(areaId, one, detail)),
    list: activitiesDoor(year, flag),
  };
}

const flags: Record<string, 'large' | 'broad'> = { 较大规模: 'large', 居民广泛参与: 'broad' };

/** Activities of the year that bear a flag; one may count for several. Source: B37, N15, N18, X9. */
const activityCount: Measure = {
  gives: 'count',
  takes: ['flag'],
  counted: '次',
  of: 'year',
  recorded: true,
  read: (facts, given) => {
    const flag = flags[String(given['flag'])];
    return overActivities(
      facts,
      (one) => (flag && one[flag] ? `${one.personTimes} 人次` : null),
      (counted) => ({ kind: 'number', value: counted.length }),
      flag,
    );
  },
};

const activityWords = (of: (one: ActivityFact) => readonly string[]): Measure => ({
  gives: 'words',
  takes: [],
  of: 'year',
  recorded: true,
  read: (facts) =>
    overActivities(
      facts,
      (one) => (of(one).length > 0 ? of(one).join('、') : null),
      (counted) => ({ kind: 'words', words: [...new Set(counted.flatMap(of))] }),
    ),
});

const teamBehind = (areaId: string, team: TeamFact, counts: boolean, why: string): Behind => ({
  title: team.name,
  detail: `${team.members} 人，近一年有 ${team.activeMonths} 个月有活动${why}`,
  path: `/teams/${areaId}/${team.id}`,
  counts,
});

/**
 * Teams active all year with enough people: in each of them (每支), or, read otherwise, in all of them together (合计). Source:
 * B39, N17, X8.
 */
const teamCount: Measure = {
  gives: 'count',
  takes: ['sorts', 'members', 'size'],
  counted: '支',
  of: 'now',
  recorded: true,
  read: ({ teams, areaId }, given) => {
    if (teams === null) return unrecorded;
    const least = Number(given['members'] ?? 0);
    const sorts = wordsOf(given['sorts']);
    const own = teams.filter(({ sort }) => sorts.length === 0 || sorts.includes(sort));
    const steady = own.filter(({ allYear }) => allYear);
    const isEach = given['size'] !== '合计';
    const together = steady.reduce((sum, { members }) => sum + members, 0);
    const isEnough = (team: TeamFact): boolean => (isEach ? team.members : together) >= least;
    const why = (team: TeamFact): string =>
      !team.allYear ? '，不是常年' : isEnough(team) ? '' : isEach ? `，不够 ${least} 人` : `，合计不够 ${least} 人`;
    return {
      measured: { kind: 'number', value: steady.filter(isEnough).length },
      behind: own.map((team) => teamBehind(areaId, team, team.allYear && isEnough(team), why(team))),
      list: teamsDoor,
    };
  },
};

/** Sorts of teams that are there. Source: B39, S5.2. */
const teamSorts: Measure = {
  gives: 'words',
  takes: [],
  of: 'now',
  recorded: true,
  read: ({ teams, areaId }) =>
    teams === null
      ? unrecorded
      : {
          measured: { kind: 'words', words: [...new Set(teams.map(({ sort }) => sort))] },
          behind: teams.map((team) => teamBehind(areaId, team, true, `，${team.sort}`)),
          list: teamsDoor,
        },
};

/** Open matters of some categories; unrecorded when no method in force knows any of them. Source: B4, B32. */
const mattersOpen: Measure = {
  gives: 'count',
  takes: ['categories'],
  counted: '件',
  of: 'now',
  recorded: true,
  read: ({ matters }, given) => {
    const asked = wordsOf(given['categories']);
    const own = (matters ?? []).filter(({ category }) => asked.includes(category));
    if (own.length === 0) return unrecorded;
    const path = (category: string): string => `/matters?status=open&category=${encodeURIComponent(category)}`;
    return {
      measured: { kind: 'number', value: own.reduce((sum, { open }) => sum + open, 0) },
      behind: own.map(({ category, open }) => ({
        title: category,
        detail: open === 0 ? '没有没办完的' : `${open} 件还没办完`,
        path: path(category),
        counts: open > 0,
      })),
      list: null,
    };
  },
};

const brandsDoor = { label: '一社一品', path: '/brand' };

/** Proofs that a brand is known: promotion at provincial level or above, or media. Source: B42, N19, S8.2. */
const brandProofs: Measure = {
  gives: 'count',
  takes: [],
  counted: '项',
  of: 'now',
  recorded: true,
  read: ({ brands }) => {
    if (brands === null) return unrecorded;
    const proofs = brands.flatMap((brand) => brand.proofs.map((proof) => ({ brand, proof })));
    return {
      measured: { kind: 'number', value: proofs.length },
      behind: proofs.map(({ brand, proof }) => ({
        title: proof.title,
        detail: `${brand.name}，${proof.kindName}，${proof.givenBy} ${proof.givenOn}`,
        path: brandsDoor.path,
        counts: true,
      })),
      list: brandsDoor,
    };
  },
};

/** Brands with such a proof; one without evidence is not counted. Source: B42, N19, S8.3. */
const brandCount: Measure = {
  gives: 'count',
  takes: [],
  counted: '个',
  of: 'now',
  recorded: true,
  read: ({ brands }) =>
    brands === null
      ? unrecorded
      : {
          measured: { kind: 'number', value: brands.filter(({ proofs }) => proofs.length > 0).length },
          behind: brands.map(({ name, proofs }) => ({
            title: name,
            detail: proofs.length > 0 ? `${proofs.length} 项佐证` : '没有推广或宣传的佐证',
            path: brandsDoor.path,
            counts: proofs.length > 0,
          })),
          list: brandsDoor,
        },
};

/** What a field of a register holds, over the records that stand; unrecorded where the area does not keep it. */
const registerWords: Measure = {
  gives: 'words',
  takes: ['register', 'field'],
  of: 'now',
  recorded: true,
  read: ({ registers }, given) => {
    const id = String(given['register']);
    const records = registers[id];
    if (!records) return unrecorded;
    const heldBy = ({ form }: RegisterFact): string[] => wordsOf(form[String(given['field'])] as Json);
    return {
      measured: { kind: 'words', words: [...new Set(records.flatMap(heldBy))] },
      behind: records.map((record) => ({
        title: record.label,
        detail: heldBy(record).join('、'),
        path: null,
        counts: heldBy(record).length > 0,
      })),
      list: { label: '台账', path: `/registers/${id}` },
    };
  },
};

const notYet = (gives: Measure['gives'], takes: string[], counted?: string): Measure => ({
  gives,
  takes,
  of: 'now',
  recorded: false,
  read: () => unrecorded,
  ...(counted ? { counted } : {}),
});

export const measures: Readonly<Record<string, Measure>> = {
  'venues.indoorArea': indoorArea,
  'venues.outdoorArea': outdoorArea,
  'venues.freeShare': freeShare,
  'venues.openHours': openHours,
  'facilities.kinds': facilityKinds,
  'circle.kinds': circleKinds,
  'activities.count': activityCount,
  'activities.themes': activityWords(({ themes }) => themes),
  'activities.audiences': activityWords(({ audiences }) => audiences),
  'teams.count': teamCount,
  'teams.sorts': teamSorts,
  'matters.open': mattersOpen,
  'people.posts': notYet('words', []),
  'customs.breaches': notYet('count', [], '件'),
  'honours.participation': notYet('percent', []),
  'brands.proofs': brandProofs,
  'brands.count': brandCount,
  'registers.words': registerWords,
};

/** The same as the checker knows them. */
export const measureSpecs: readonly MeasureSpec[] = Object.entries(measures).map(
  ([name, { read: _read, ...spec }]): MeasureSpec => ({ name, ...spec }),
);

/** What a measure finds. A name that nobody registers is unrecorded. */
export function readMeasure(name: string, facts: Facts, given: Given): Reading {
  return measures[name]?.read(facts, given) ?? unrecorded;
}
