import { dayName } from '#shared/time';
import type { Json } from '#kernel-contract/workflow';
import type { MeasureSpec } from '#kernel-contract/standards';
import type { ActivityFact, Behind, Facts, Measure, Reading, RegisterFact, TeamFact } from './contract.ts';
import { participation } from './participation/rules.ts';
import { unrecorded, wordsOf, type Given } from './reading/rules.ts';
import { circleKinds, facilityKinds, freeShare, indoorArea, openHours, outdoorArea } from './venues/rules.ts';

/** The measures this platform can take, by the names that standard files use. Each is pure: facts and arguments in, a reading out. */

const teamsDoor = { label: '队伍', path: '/teams' };

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

const teamBehind = (team: TeamFact, counts: boolean, why: string): Behind => ({
  title: team.name,
  detail: `${team.members} 人，近一年有 ${team.activeMonths} 个月有活动${why}`,
  path: `/teams?open=${team.id}`,
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
  read: ({ teams }, given) => {
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
      behind: own.map((team) => teamBehind(team, team.allYear && isEnough(team), why(team))),
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
  read: ({ teams }) =>
    teams === null
      ? unrecorded
      : {
          measured: { kind: 'words', words: [...new Set(teams.map(({ sort }) => sort))] },
          behind: teams.map((team) => teamBehind(team, true, `，${team.sort}`)),
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
        path: `/registers/${id}?open=${record.id}`,
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
  'honours.participation': participation,
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
