import { seededRandom } from '../shared/random.ts';
import type { Account, Cast, Community, CommunityCast, DemoData, Person, StaffEntry } from './contract.ts';
import { estateKey, faceOf, genderOf, gridKey, gridSuffixOf, make } from './person.ts';
import type { Maker } from './person.ts';

/** Who lives and works in the demo city. Everybody is invented; names and numbers are drawn from the seed. */

/** Someone who works in a community: drawn. */
function staff(maker: Maker, key: string, age: [number, number], women: number, more: Partial<Person>): Person {
  const gender = genderOf(maker.random, women);
  return make(maker, { key, gender, age: maker.random.between(age[0], age[1]), ...more });
}

const faceAtWork = (person: Person, face: { 男: string; 女: string }): Person => ({
  ...person,
  face: face[person.gender],
});

function drawStaff(
  maker: Maker,
  community: Community,
): Omit<CommunityCast, 'residents' | 'families' | 'streetOfficer' | 'units'> {
  const key = (name: string): string => `${community.letters}.${name}`;
  const at = community.code;
  const workerFace = { 男: 'worker-man', 女: 'worker' };
  const workers = [1, 2, 3].map((n) =>
    faceAtWork(
      staff(maker, key(`worker${n}`), [26, 50], 0.7, {
        title: '社区工作者',
        holds: [{ role: 'community-worker', at }],
      }),
      workerFace,
    ),
  );
  const heads = community.grids.map((grid) => ({ role: 'grid-head', at: gridKey(community, grid.suffix) }));
  const head = faceAtWork(staff(maker, key('head'), [40, 58], 0.4, { title: '网格长', holds: heads }), workerFace);
  const secretary = staff(maker, key('secretary'), [42, 56], 0.55, {
    title: '社区书记',
    face: 'secretary',
    holds: [{ role: 'community-secretary', at }],
  });
  const gridWorkers = Object.fromEntries(
    community.grids.map((grid, n) => {
      const holds = [{ role: 'grid-worker', at: gridKey(community, grid.suffix) }];
      const drawn = staff(maker, key(`grid${n + 1}`), [27, 55], 0.7, { title: `${grid.name}网格员`, holds });
      return [grid.suffix, faceAtWork(drawn, { 男: 'officer', 女: 'grid' })];
    }),
  );
  const property = drawProperty(maker, community);
  const buildingHeads = drawBuildingHeads(maker, community);
  const volunteers = [1, 2, 3].map((n) =>
    staff(maker, key(`volunteer${n}`), n === 3 ? [58, 70] : [19, 30], 0.5, {
      title: '志愿者',
      holds: volunteerRoles(at),
      ...(n === 3 ? {} : { face: 'volunteer' }),
    }),
  );
  return { community, secretary, workers, head, gridWorkers, property, buildingHeads, volunteers };
}

function drawProperty(maker: Maker, community: Community): Person[] {
  const estates = community.estates.map((estate) => ({ role: 'property', at: estateKey(community, estate.name) }));
  const jobs = ['物业经理', '水暖维修', '电工', '综合维修'];
  return jobs.map((job, n) => {
    const drawn = staff(maker, `${community.letters}.property${n + 1}`, [32, 58], n === 0 ? 0.4 : 0, {
      title: `${community.property} · ${job}`,
      face: 'property',
      holds: estates,
    });
    return n === 0 ? drawn : { ...drawn, called: `${drawn.name.slice(0, 1)}师傅` };
  });
}

function drawBuildingHeads(maker: Maker, community: Community): Record<string, Person> {
  return Object.fromEntries(
    community.estates.map((estate, n) => {
      const at = estateKey(community, estate.name);
      const drawn = staff(maker, `${community.letters}.building${n + 1}`, [58, 74], 0.6, {
        title: `${estate.short}楼栋长`,
      });
      return [
        estate.name,
        {
          ...drawn,
          holds: [
            { role: 'building-head', at },
            { role: 'centre-household', at: gridKey(community, gridSuffixOf(community, estate.short, 1)) },
          ],
        },
      ];
    }),
  );
}

const volunteerRoles = (at: string): Person['holds'] => [
  { role: 'volunteer', at },
  { role: 'volunteer-team', at },
];

/** A resident in each of some doors, spread over all buildings. */
function drawResidents(maker: Maker, community: Community, from: number, count: number): Person[] {
  const { random } = maker;
  const doors = community.estates.flatMap((estate) =>
    Array.from({ length: estate.buildings }, (_, at) => ({ estate, building: at + 1 })),
  );
  return Array.from({ length: count }, (_, n) => {
    const { estate, building } = doors[n % doors.length] as (typeof doors)[number];
    const unit = random.between(1, estate.units);
    const floor = random.between(1, estate.floors);
    const room = `${estate.floors > 9 ? String(floor).padStart(2, '0') : floor}0${random.between(1, 2)}`;
    const age = random.weighted(
      [
        [24, 34],
        [35, 49],
        [50, 64],
        [65, 84],
      ] as const,
      ([low]) => (low >= 50 ? 3 : 2),
    );
    return make(maker, {
      key: `${community.letters}.r${String(from + n).padStart(3, '0')}`,
      gender: genderOf(random, 0.55),
      age: random.between(age[0], age[1]),
      home: { estate: estate.name, building, unit, room },
    });
  });
}

const residentsElsewhere = 30;
const residentsMoreAtHome = 40;

function castCommunity(maker: Maker, community: Community, upper: UpperCast): CommunityCast {
  const residents = drawResidents(maker, community, 1, residentsElsewhere);
  const street = upper.streets[community.street] as StreetCast;
  return {
    ...drawStaff(maker, community),
    residents,
    families: [],
    streetOfficer: street.officer,
    units: street.units,
  };
}

// ------------------------------------------------------------------------------------------------ 工盛, mostly by name

function fromAccount(maker: Maker, account: Account, holds: Person['holds'], title: string): Person {
  const { username, name, gender, age, face, says, home } = account;
  const [estate, building, unit, room] = home ?? ['', 0, 0, ''];
  return make(maker, {
    key: username,
    name,
    gender,
    age,
    face: face ?? faceOf(gender, age),
    username,
    says,
    title,
    holds,
    home: home ? { estate, building, unit, room } : null,
  });
}

function fromEntry(maker: Maker, community: Community, entry: StaffEntry): Person {
  const { key, name, fullName, gender, age, face, role } = entry;
  const places =
    entry.grids?.map((suffix) => gridKey(community, suffix)) ??
    (entry.grid ? [gridKey(community, entry.grid)] : null) ??
    (entry.estate ? [estateKey(community, entry.estate)] : null) ??
    (role === 'property' ? community.estates.map((one) => estateKey(community, one.name)) : [community.code]);
  const titles: Record<string, string> = {
    'grid-worker': '网格员',
    'grid-head': '网格长',
    'community-worker': '社区工作者',
    'building-head': '楼栋长',
    volunteer: '志愿者',
  };
  return make(maker, {
    key: `${community.letters}.${key}`,
    name: fullName ?? name,
    called: fullName ? name : null,
    gender,
    age,
    face: face ?? faceOf(gender, age),
    title: role === 'property' ? `${community.property} · ${entry.title ?? ''}` : (titles[role] ?? ''),
    holds: role === 'volunteer' ? volunteerRoles(community.code) : places.flatMap((at) => held(role, at)),
  });
}

// Where the volunteer who signs in is 红管家; elsewhere the building heads are.
const stewardEstate = '工盛北院';

function held(role: string, at: string): Person['holds'] {
  return role === 'building-head'
    ? [
        { role, at },
        { role: 'red-steward', at },
      ]
    : [{ role, at }];
}

function accountPeople(maker: Maker, community: Community): Record<string, Person> {
  const at = community.code;
  const found: Record<string, Person> = {};
  for (const account of maker.data.people.accounts) {
    const area = areaOfAccount(maker.data, community, account);
    const own = ['resident', 'family'].includes(account.role) ? [] : [{ role: account.role, at: area }];
    const holds = account.role === 'volunteer' ? volunteerRoles(at) : own;
    if (account.role === 'volunteer') holds.push({ role: 'red-steward', at: estateKey(community, stewardEstate) });
    if (account.role === 'building-head') holds.push({ role: 'centre-household', at: gridKey(community, '001') });
    found[account.username] = fromAccount(maker, account, holds, titleOfAccount(account));
  }
  return found;
}

function areaOfAccount(data: DemoData, community: Community, account: Account): string {
  if (account.grid) return gridKey(community, account.grid);
  if (account.estate) return estateKey(community, account.estate);
  const named = [...data.areas.streets, ...data.areas.districts].find(
    (one) => one.name === (account.street ?? account.district),
  );
  if (named) return named.code;
  return ['city-officer', 'administrator'].includes(account.role) ? data.areas.city.code : community.code;
}

const accountTitles: Record<string, string> = {
  'grid-worker': '第一网格网格员',
  'building-head': '楼栋长',
  volunteer: '志愿者',
  'community-worker': '社区工作者',
  'community-secretary': '社区书记',
  'street-officer': '街道干部',
  'legal-adviser': '法律顾问',
  'district-officer': '区工作人员',
  'city-officer': '市级工作人员',
  administrator: '系统管理员',
  family: '家人',
};
const titleOfAccount = (account: Account): string => account.title ?? accountTitles[account.role] ?? '居民';

function castGongsheng(maker: Maker, community: Community, upper: UpperCast): CommunityCast {
  const { gongsheng, accounts } = maker.data.people;
  const byName = upper.accounts;
  const people = gongsheng.staff.map((entry) => ({ entry, person: fromEntry(maker, community, entry) }));
  const those = (role: string): Person[] =>
    people.filter(({ entry }) => entry.role === role).map(({ person }) => person);
  const residents: Person[] = [];
  for (const {
    at: [estate, building, unit, room],
    tag,
    people: members,
  } of gongsheng.households) {
    for (const member of members) {
      const home = { estate, building, unit, room };
      const person =
        typeof member === 'string'
          ? { ...(byName[member] as Person), home, tag: tag ?? null }
          : make(maker, {
              key: `${community.letters}.h${String(residents.length + 1).padStart(3, '0')}`,
              ...member,
              home,
              tag: tag ?? null,
            });
      residents.push(person);
    }
  }
  const gridEntries = people.filter(({ entry }) => entry.role === 'grid-worker');
  const headEntries = people.filter(({ entry }) => entry.role === 'building-head');
  const street = upper.streets[community.street] as StreetCast;
  return {
    community,
    secretary: byName['secretary'] as Person,
    workers: [byName['community'] as Person, ...those('community-worker')],
    head: those('grid-head')[0] as Person,
    gridWorkers: {
      '001': byName['grid'] as Person,
      ...Object.fromEntries(gridEntries.map(({ entry, person }) => [entry.grid, person])),
    },
    property: those('property'),
    buildingHeads: {
      工盛北院: byName['building'] as Person,
      ...Object.fromEntries(headEntries.map(({ entry, person }) => [entry.estate, person])),
    },
    volunteers: [byName['volunteer'] as Person, ...those('volunteer')],
    residents: [...residents, ...drawResidents(maker, community, 1, residentsMoreAtHome)],
    families: accounts.flatMap(({ username, of, relation }) =>
      of ? [{ elder: of, family: username, relation: relation ?? '家人' }] : [],
    ),
    streetOfficer: street.officer,
    units: street.units,
  };
}

// ------------------------------------------------------------------------------------------------- above the community

type StreetCast = { officer: Person; units: Record<string, Person> };
type UpperCast = { accounts: Record<string, Person>; streets: Record<string, StreetCast>; people: Person[] };

function castUpper(maker: Maker, accounts: Record<string, Person>): UpperCast {
  const streets: Record<string, StreetCast> = {};
  for (const street of maker.data.areas.streets) {
    const own = Object.values(accounts).find((one) => one.holds.some(({ at }) => at === street.code));
    const officer =
      own ??
      faceAtWork(
        staff(maker, `${street.code}.officer`, [34, 55], 0.4, {
          title: '街道干部',
          holds: [{ role: 'street-officer', at: street.code }],
        }),
        { 男: 'worker-man', 女: 'worker' },
      );
    const units = Object.fromEntries(
      maker.data.people.units.map((unit, n) => {
        const holds = [{ role: 'department', at: street.code }];
        const drawn = staff(maker, `${street.code}.unit${n + 1}`, [28, 55], 0.15, {
          title: unit,
          face: 'officer',
          holds,
        });
        return [unit, { ...drawn, called: `${drawn.name.slice(0, 1)}师傅` }];
      }),
    );
    streets[street.name] = { officer, units };
  }
  const drawn = Object.values(streets).flatMap(({ officer, units }) => [officer, ...Object.values(units)]);
  const above = ['legal', 'district', 'city', 'admin', 'family'].flatMap((name) => accounts[name] ?? []);
  const people = [...new Map([...drawn, ...above].map((one) => [one.key, one])).values()];
  return { accounts, streets, people };
}

/** Everybody of the demo city. The same seed and year give the same people. */
export function castCity(data: DemoData, seed: string, year: number): Cast {
  const random = seededRandom(`${seed}/cast`);
  const maker: Maker = { data, random, year, used: new Set(), phones: { next: 101 } };
  for (const one of data.people.accounts) maker.used.add(one.name);
  for (const one of data.people.gongsheng.staff) maker.used.add(one.fullName ?? one.name);
  for (const member of data.people.gongsheng.households.flatMap((household) => household.people))
    if (typeof member !== 'string') maker.used.add(member.name);
  const [gongsheng, ...others] = data.areas.communities as [Community, ...Community[]];
  const upper = castUpper(maker, accountPeople(maker, gongsheng));
  const home = castGongsheng(maker, gongsheng, upper);
  return { communities: [home, ...others.map((one) => castCommunity(maker, one, upper))], upper: upper.people };
}

/** Everybody once: those of a community, and those above. `family` is among the people of the community she acts in. */
export function everybody(cast: Cast): Person[] {
  const inside = cast.communities.flatMap((one) => [
    one.secretary,
    ...one.workers,
    one.head,
    ...Object.values(one.gridWorkers),
    ...one.property,
    ...Object.values(one.buildingHeads),
    ...one.volunteers,
    ...one.residents,
  ]);
  return [...new Map([...inside, ...cast.upper].map((one) => [one.key, one])).values()];
}
