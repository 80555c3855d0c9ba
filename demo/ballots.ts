import { maskName } from '../shared/masking.ts';
import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { BodyPlan } from './bodies.ts';
import type { CommunityCast, Person } from './contract.ts';
import type { EstatePlan, OwnerPlan } from './owners.ts';

/** The ballots of the first community's first estate: what was asked, who was reached by which way, and what was cast. */

export type ElectorPlan = {
  key: string;
  label: string;
  name: string;
  person: string | null;
  building: number | null;
  area: number;
  deliveries: { way: 'app' | 'phone' | 'paper' | 'door'; at: string; note: string }[];
  vote: { way: 'phone' | 'paper'; choice: string; at: string } | null;
  /** What each reader read from the paper, in order. */
  readings: { choice: string; at: string }[];
};

export type BallotPlan = {
  key: string;
  title: string;
  question: string;
  choices: string[];
  electorate: string;
  rule: string;
  secret: boolean;
  draftedAt: string;
  openedAt: string;
  closesAt: string;
  closed: boolean;
  electors: ElectorPlan[];
};

type Voter = Omit<ElectorPlan, 'deliveries' | 'vote' | 'readings'>;
/** Of a hundred: who takes part, who of them agrees and abstains, who votes on paper. */
type Mood = { part: number; agree: number; abstain: number; paper: number };
type Asked = Omit<BallotPlan, 'electors' | 'draftedAt' | 'openedAt' | 'closesAt' | 'closed'> & {
  from: number;
  days: number;
  mood: Mood;
  voters: Voter[];
};

/** The ballots as of now: two closed and one open of owners and their committee, and a secret one of residents. */
export function planBallots(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  owners: EstatePlan[];
  bodies: BodyPlan[];
}): BallotPlan[] {
  const { seed, now, one, owners, bodies } = input;
  const [estate] = owners;
  if (!estate) return [];
  const random = seededRandom(`${seed}/ballots/${one.community.code}`);
  const doors = votersOf(estate);
  const committee = bodies.find(({ body, estate: of }) => body === 'owners-committee' && of === estate.estate);
  const plan = (asked: Asked): BallotPlan => planOne(random.fork(asked.key), now, asked);
  return [
    plan({
      ...{
        key: 'shed',
        title: '用公共收益改造车棚',
        electorate: 'owners',
        rule: 'owners-double-majority',
        secret: false,
      },
      question: '是否同意用本小区公共收益改造北侧车棚，加装充电桩和雨棚？预算三家比价后公开。',
      ...{ choices: [], from: -38, days: 14, mood: { part: 79, agree: 72, abstain: 6, paper: 38 }, voters: doors },
    }),
    plan({
      ...{ key: 'stairs', title: '楼道加装扶手和声控灯', electorate: 'owners', rule: 'owners-double-majority' },
      question: '是否同意在每个单元楼道加装扶手和声控灯，费用从公共收益支出？',
      ...{ secret: false, choices: [], from: -5, days: 12 },
      ...{ mood: { part: 52, agree: 74, abstain: 5, paper: 30 }, voters: doors },
    }),
    ...(committee ? [plan({ ...committeeAsked, voters: seatsOf(committee) })] : []),
    plan({
      ...{ key: 'corner', title: '小区空地先做什么', electorate: 'residents', rule: 'most-votes', secret: true },
      question: '东侧空地今年只够做一样，请选您最想要的。',
      ...{ choices: ['儿童沙坑', '晾衣架', '乒乓球台'], from: -60, days: 7 },
      ...{ mood: { part: 63, agree: 47, abstain: 8, paper: 0 }, voters: neighboursOf(one, estate.estate) },
    }),
  ];
}

const committeeAsked = {
  ...{ key: 'lamp', title: '选定车棚改造的施工单位', electorate: 'body:owners-committee', rule: 'majority-of-members' },
  question: '三家报价已公开，是否同意由报价第二、保修期最长的一家施工？',
  ...{ secret: false, choices: [], from: -19, days: 3, mood: { part: 86, agree: 80, abstain: 5, paper: 0 } },
};

const ownerKey = ({ person, name, phone }: OwnerPlan): string => person ?? `${name}${phone ?? ''}`;

/** Owners with all their doors: each one elector with the sum of the areas. */
function votersOf({ units }: EstatePlan): Voter[] {
  const voters = new Map<string, Voter>();
  for (const { building, unit, room, titleArea, owners } of units) {
    const key = ownerKey(owners[0]);
    const label = `${building}号楼 ${unit}单元 ${room}`;
    const known = voters.get(key);
    if (known) Object.assign(known, { label: `${known.label}、${label}`, area: known.area + titleArea });
    else
      voters.set(key, {
        ...{ key, label, building, area: titleArea },
        name: maskName(owners[0].name),
        person: owners[0].person,
      });
  }
  return [...voters.values()];
}

function seatsOf({ members }: BodyPlan): Voter[] {
  return members
    .filter(({ leftOn }) => leftOn === null)
    .map(({ person, post }) => ({
      ...{ key: person.key, label: post, name: maskName(person.name), person: person.key, building: null, area: 0 },
    }));
}

function neighboursOf(one: CommunityCast, estate: string): Voter[] {
  const livesHere = ({ home, age }: Person): boolean => home?.estate === estate && age >= 18;
  return one.residents.filter(livesHere).map(({ key, name, home }) => ({
    ...{ key, label: `${home?.building}号楼 ${home?.unit}单元 ${home?.room}`, name: maskName(name) },
    ...{ person: key, building: home?.building ?? null, area: 0 },
  }));
}

function planOne(random: Random, now: Date, { from, days, mood, voters, ...asked }: Asked): BallotPlan {
  const day = addDays(shanghaiDate(now), from);
  const openedAt = shanghaiInstant(day, 9, random.between(5, 50));
  const closesAt = shanghaiInstant(addDays(day, days));
  const until = Math.min(closesAt.getTime(), now.getTime());
  const cast: Cast = { random, mood, openedAt, until, asked, closed: closesAt <= now };
  return {
    ...asked,
    draftedAt: shanghaiInstant(addDays(day, -1), 15, random.between(0, 59)).toISOString(),
    openedAt: openedAt.toISOString(),
    closesAt: closesAt.toISOString(),
    closed: cast.closed,
    electors: voters.map((voter) => ({ ...voter, ...castOf(cast, voter) })),
  };
}

type Cast = {
  random: Random;
  mood: Mood;
  openedAt: Date;
  until: number;
  asked: Pick<BallotPlan, 'choices' | 'secret'>;
  closed: boolean;
};

// Accounts that visitors sign in with find their vote still to be cast.
const keptOpen = (voter: Voter, { closed }: Cast): boolean => !closed && voter.person !== null;

const minuteMs = 60_000;

function momentOf({ random, openedAt, until }: Cast, share: number): string {
  const span = until - openedAt.getTime() - 10 * minuteMs;
  return new Date(
    openedAt.getTime() + Math.floor(span * Math.min(0.99, share * (0.4 + random.next() * 0.6))),
  ).toISOString();
}

function castOf(cast: Cast, voter: Voter): Pick<ElectorPlan, 'deliveries' | 'vote' | 'readings'> {
  const { random, mood, asked } = cast;
  // Some buildings are keener than others.
  const keen = voter.building === null ? 0 : ((voter.building * 37) % 23) - 11;
  const takesPart = random.between(1, 100) <= mood.part + keen && !keptOpen(voter, cast);
  const onPaper = !asked.secret && random.between(1, 100) <= mood.paper;
  const deliveries = asked.secret ? [] : deliveriesOf(cast, voter, { takesPart, onPaper });
  if (!takesPart) return { deliveries, vote: null, readings: [] };
  const choice = choiceOf(cast);
  const at = momentOf(cast, 1);
  if (!onPaper) return { deliveries, vote: { way: 'phone', choice, at }, readings: [] };
  const readings = [
    { choice, at: momentOf(cast, 0.6) },
    { choice, at },
  ];
  // A few papers of an open ballot still wait for the second reader, or were read differently.
  const waits = cast.closed ? 100 : random.between(1, 100);
  if (waits <= 8) return { deliveries, vote: null, readings: readings.slice(1) };
  if (waits <= 10)
    return {
      deliveries,
      vote: null,
      readings: [
        { choice: 'yes', at },
        { choice: 'no', at },
      ],
    };
  return { deliveries, vote: { way: 'paper', choice, at }, readings };
}

function choiceOf({ random, mood, asked }: Cast): string {
  const drawn = random.between(1, 100);
  if (asked.choices.length > 0) {
    if (drawn <= mood.abstain) return 'none';
    return drawn <= mood.abstain + mood.agree ? 'c1' : random.chance(0.6) ? 'c2' : 'c3';
  }
  return drawn <= mood.agree ? 'yes' : drawn <= mood.agree + mood.abstain ? 'abstain' : 'no';
}

function deliveriesOf(
  cast: Cast,
  voter: Voter,
  { takesPart, onPaper }: { takesPart: boolean; onPaper: boolean },
): ElectorPlan['deliveries'] {
  const { random } = cast;
  if (!takesPart && voter.person === null && random.chance(0.35)) return [];
  const first = voter.person !== null ? 'app' : onPaper ? 'paper' : random.chance(0.5) ? 'door' : 'phone';
  const note = first === 'door' ? '当面说明' : first === 'phone' ? '电话里说好手机上投' : '';
  const line = { way: first, at: momentOf(cast, 0.3), note } as const;
  return onPaper && first !== 'paper'
    ? [line, { way: 'paper', at: momentOf(cast, 0.35), note: '投进门口信报箱' }]
    : [line];
}
