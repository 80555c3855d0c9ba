import type { Random } from '../shared/random.ts';
import { seededRandom } from '../shared/random.ts';
import { addDays, shanghaiDate } from '../shared/time.ts';
import type { CommunityCast, Estate, Person } from './contract.ts';
import type { OrganisationsData } from './owners.ts';
import { gridKey, gridSuffixOf } from './person.ts';

/** The bodies of one community: party tree, committees of the community and of its estates, with members and terms. */

export type MemberPlan = {
  person: Person;
  post: string;
  partyMember: boolean;
  party: string;
  standing: '专职' | '兼职' | null;
  shown: boolean;
  fromOn: string;
  leftOn: string | null;
  leftWhy: string | null;
};

export type BodyPlan = {
  key: string;
  /** Code of the area that keeps it. */
  area: string;
  body: string;
  name: string;
  estate: string | null;
  /** Key of the grid it stands in. */
  place: string | null;
  level: number | null;
  /** Key of the body above, from level 3 on. */
  parent: string | null;
  composition: string | null;
  platform: string;
  reach: string;
  termFrom: string | null;
  termTo: string | null;
  members: MemberPlan[];
};

type Desk = { random: Random; one: CommunityCast; first: boolean; today: string; data: OrganisationsData };
type Seat = { person: Person; post: string } & Partial<Omit<MemberPlan, 'person' | 'post'>>;

/** Every body of a community, parents first; the same seed gives the same bodies. `street`: also the street's own. */
export function planBodies(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  street: string | null;
  data: OrganisationsData;
}): BodyPlan[] {
  const { seed, now, one, first, street, data } = input;
  const random = seededRandom(`${seed}/bodies/${one.community.code}`);
  const desk = { random, one, first, today: shanghaiDate(now), data };
  return [
    ...(street ? [streetBody(desk, street)] : []),
    ...communityBodies(desk),
    ...partyTree(desk),
    ...one.community.estates.flatMap((estate, n) => estateBodies(desk, estate, n)),
  ];
}

const yearDays = 365;

function body(
  { one, today, random, data, first }: Desk,
  plan: Pick<BodyPlan, 'key' | 'body' | 'name'> & Partial<BodyPlan>,
  seats: Seat[],
): BodyPlan {
  const termFrom = plan.termFrom === undefined ? addDays(today, -random.between(400, 900)) : plan.termFrom;
  const people = new Set<string>();
  return {
    area: one.community.code,
    estate: null,
    place: null,
    level: null,
    parent: null,
    composition: null,
    platform: '',
    reach: (first && data.reach[plan.body]) || '到社区便民服务大厅问一声',
    termTo: termFrom && addDays(termFrom, 5 * yearDays),
    ...plan,
    termFrom,
    members: seats
      .filter(({ person, post }) => !people.has(`${person.key} ${post}`) && people.add(`${person.key} ${post}`))
      .map((seat) => ({
        ...{ partyMember: false, party: '', standing: null, shown: false, leftOn: null, leftWhy: null },
        ...{ fromOn: termFrom ?? addDays(today, -yearDays) },
        ...seat,
      })),
  };
}

function streetBody(desk: Desk, code: string): BodyPlan {
  const { one } = desk;
  const plan = {
    key: 'party/1',
    area: code,
    body: 'street-work-committee',
    name: `${one.community.street}大工委`,
    level: 1,
  };
  const head = { person: one.streetOfficer, post: '书记', partyMember: true, shown: true };
  return body(desk, { ...plan, reach: '街道党群服务中心' }, [
    head,
    { person: one.secretary, post: '委员', partyMember: true },
  ]);
}

function communityBodies(desk: Desk): BodyPlan[] {
  const { one, first, random } = desk;
  const short = one.community.name.replace(/社区$/, '');
  const [worker, ...workers] = one.workers;
  const head = { person: one.secretary, partyMember: true, shown: true };
  const committee: Seat[] = [
    { ...head, post: '书记' },
    ...(worker ? [{ person: worker, post: '副书记', partyMember: true, shown: true }] : []),
    ...workers.map((person) => ({ person, post: '委员', partyMember: true, shown: first })),
  ];
  // 双向进入、交叉任职: the secretary is the director as well, and two workers sit in both.
  const residents: Seat[] = [
    { ...head, post: '主任' },
    ...workers.map((person) => ({ person, post: '委员', partyMember: true, shown: first })),
    ...one.volunteers.slice(2).map((person) => ({ person, post: '委员' })),
  ];
  const talks: Seat[] = [
    { ...head, post: '召集人', party: '社区党委' },
    ...Object.values(one.buildingHeads).map((person) => ({ person, post: '成员', party: '楼栋长', partyMember: true })),
    ...one.property.slice(0, 1).map((person) => ({ person, post: '成员', party: '物业服务企业' })),
    ...grown(one, one.community.estates[0]?.name ?? '', random, 2).map((person) => ({
      ...{ person, post: '成员', party: '居民党员', partyMember: true },
    })),
  ];
  const composition = 'one-three-n-yingbin';
  const group = { key: 'talks', body: 'deliberation-group', name: `${short}议事小组`, composition };
  return [
    body(desk, { key: 'committee', body: 'community-party-committee', name: `${one.community.name}党委` }, committee),
    body(desk, { key: 'residents', body: 'residents-committee', name: `${one.community.name}居民委员会` }, residents),
    body(desk, { ...group, platform: desk.data.platforms[0] ?? '', termFrom: null }, talks),
  ];
}

/** Level 2 to 5. The secretary leads the first grid's branch: 社区书记担任网格长. */
function partyTree(desk: Desk): BodyPlan[] {
  const { one } = desk;
  const { community, secretary, streetOfficer } = one;
  const council = body(
    desk,
    { key: 'party/2', body: 'community-party-council', name: `${community.name}大党委`, level: 2 },
    [
      { person: secretary, post: '书记', partyMember: true, shown: true },
      { person: streetOfficer, post: '委员', partyMember: true },
      ...Object.values(one.units)
        .slice(0, 2)
        .map((person) => ({
          person,
          post: '兼职委员',
          partyMember: true,
          standing: '兼职' as const,
          party: '共建单位',
        })),
    ],
  );
  const branches = community.grids.map((grid, n) => {
    const leader = n === 0 ? secretary : (one.gridWorkers[grid.suffix] ?? secretary);
    const worker = one.gridWorkers[grid.suffix];
    const plan = { key: `party/3/${grid.suffix}`, body: 'grid-party-branch', name: `${grid.name}党支部`, level: 3 };
    return body(desk, { ...plan, parent: council.key, place: gridKey(community, grid.suffix) }, [
      { person: leader, post: '书记', partyMember: true, standing: n === 0 ? '兼职' : '专职', shown: n === 0 },
      ...(worker && n === 0 ? [{ person: worker, post: '委员', partyMember: true, standing: '专职' as const }] : []),
    ]);
  });
  return [council, ...branches, ...community.estates.flatMap((estate) => groupOf(desk, estate))];
}

function groupOf(desk: Desk, estate: Estate): BodyPlan[] {
  const { one, random } = desk;
  const person = one.buildingHeads[estate.name];
  if (!person) return [];
  const suffix = gridSuffixOf(one.community, estate.short, 1);
  const group = `party/4/${estate.name}`;
  const at = { estate: estate.name };
  const heads = [{ person, post: '组长', partyMember: true, shown: true }];
  const others = grown(one, estate.name, random, 2).map((one) => ({ person: one, post: '党员', partyMember: true }));
  return [
    body(
      desk,
      {
        ...at,
        key: group,
        body: 'building-party-group',
        name: `${estate.short}楼栋党小组`,
        level: 4,
        parent: `party/3/${suffix}`,
      },
      [...heads, ...others],
    ),
    body(
      desk,
      {
        ...{ ...at, key: `party/5/${estate.name}`, body: 'centre-household', level: 5, parent: group, termFrom: null },
        ...{ name: `${estate.short}党员中心户`, place: gridKey(one.community, suffix) },
      },
      [{ person, post: '中心户', partyMember: true, shown: true }],
    ),
  ];
}

/** Grown residents of an estate, without those whom the tour is about. */
function grown(one: CommunityCast, estate: string, random: Random, count: number): Person[] {
  const here = one.residents.filter(
    ({ home, age, username, tag }) =>
      home?.estate === estate && age >= 35 && age <= 74 && username === null && tag !== '租户' && tag !== '独居老人',
  );
  return random.shuffle(here).slice(0, count);
}

function estateBodies(desk: Desk, estate: Estate, n: number): BodyPlan[] {
  const { first, random, one } = desk;
  const signedIn = (username: string): Person | undefined =>
    one.residents.find((person) => person.username === username);
  if (first && n === 0)
    return storyEstate(desk, estate, [signedIn('committee'), signedIn('committee2'), signedIn('supervisor')]);
  const people = grown(one, estate.name, random, 6);
  if (people.length < 3) return [];
  if (estate.kind === 'village' && random.chance(0.6)) return [provisional(desk, estate, people)];
  return estate.kind === 'old' ? managed(desk, estate, people, n) : [owners(desk, estate, people)];
}

function storyEstate(desk: Desk, estate: Estate, [chair, deputy, auditor]: (Person | undefined)[]): BodyPlan[] {
  const { one, random, today, data } = desk;
  const people = grown(one, estate.name, random, 9);
  if (!chair || !deputy || !auditor) return [];
  const [gone, ...others] = people;
  const termFrom = addDays(today, -520);
  const seats: Seat[] = [
    { person: chair, post: '主任', partyMember: true, shown: true },
    ...[deputy, ...others.slice(1, 4)].map((person, at) => ({
      ...{ person, post: at === 0 ? '副主任' : '委员', partyMember: at < 2, shown: at < 2 },
    })),
    ...(gone ? [{ person: gone, post: '委员', leftOn: addDays(today, -96), leftWhy: data.left[0] ?? '' }] : []),
  ];
  const plan = { key: `owners/${estate.name}`, body: 'owners-committee', name: `${estate.name}第三届业委会` };
  const group = { key: `supervisors/${estate.name}`, body: 'supervisors', name: `${estate.name}公共收益监督小组` };
  const at = { estate: estate.name, termFrom };
  const watching: Seat[] = [
    { person: auditor, post: '组长', partyMember: true, shown: true },
    ...others.slice(4, 6).map((person) => ({ person, post: '成员' })),
  ];
  return [
    body(desk, { ...plan, ...at, termTo: addDays(termFrom, 3 * yearDays), platform: data.platforms[0] ?? '' }, seats),
    body(desk, { ...group, ...at, termTo: addDays(termFrom, 3 * yearDays) }, watching),
  ];
}

/** 物管会: its director is a cadre of the 社区两委; with three party members or more there is a party group, or one is due. */
function managed(desk: Desk, estate: Estate, people: Person[], n: number): BodyPlan[] {
  const { one, first, random, today, data } = desk;
  const cadre = one.workers[(n % 2) + 1] ?? one.secretary;
  const members = people.slice(0, 4).map((person, at) => ({ person, post: '成员', partyMember: at < 2 }));
  const seats = [
    { person: cadre, post: '主任', partyMember: true, shown: true, standing: '兼职' as const },
    ...members,
  ];
  const at = { estate: estate.name, termFrom: addDays(today, -random.between(300, 700)) };
  const plan = { key: `property/${estate.name}`, body: 'property-management-committee', name: `${estate.name}物管会` };
  const termTo = first ? addDays(today, 46) : addDays(at.termFrom, 3 * yearDays);
  const main = body(desk, { ...plan, ...at, termTo, platform: random.pick(data.platforms) }, seats);
  const hasGroup = first ? n === 1 : random.chance(0.7);
  if (!hasGroup) return [main];
  const group = { key: `group/${estate.name}`, body: 'property-party-group', name: `${estate.name}物管会党小组` };
  const party = members
    .filter(({ partyMember }) => partyMember)
    .map(({ person }) => ({ person, post: '党员', partyMember: true }));
  return [
    main,
    body(desk, { ...group, ...at, termTo }, [
      { person: cadre, post: '组长', partyMember: true, shown: true },
      ...party,
    ]),
  ];
}

function owners(desk: Desk, estate: Estate, people: Person[]): BodyPlan {
  const { random, first, today, data } = desk;
  const termFrom = addDays(today, -random.between(200, 1000));
  const count = first ? 2 : random.between(3, 5);
  const seats = people.slice(0, count).map((person, at) => ({
    ...{ person, post: at === 0 ? '主任' : '委员', partyMember: at === 0, shown: at === 0 },
  }));
  const plan = { key: `owners/${estate.name}`, body: 'owners-committee', estate: estate.name, termFrom };
  const session = random.pick(['首届', '第二届', '第二届', '第三届']);
  return body(
    desk,
    {
      ...{ ...plan, name: `${estate.name}${session}业委会`, termTo: addDays(termFrom, 3 * yearDays) },
      ...{ platform: random.pick(data.platforms) },
    },
    seats,
  );
}

function provisional(desk: Desk, estate: Estate, people: Person[]): BodyPlan {
  const plan = {
    key: `provisional/${estate.name}`,
    body: 'provisional-committee',
    name: `${estate.name}临时自治管理委员会`,
  };
  const words = ['乡贤能人', '党员', '居民', '居民'];
  const seats = people.slice(0, 4).map((person, at) => ({
    ...{
      person,
      post: at === 0 ? '召集人' : '成员',
      party: words[at] ?? '居民',
      partyMember: at === 1,
      shown: at === 0,
    },
  }));
  return body(desk, { ...plan, estate: estate.name, platform: desk.random.pick(desk.data.platforms) }, seats);
}
