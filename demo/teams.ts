import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, People, Person } from './contract.ts';

/** The teams of one community: who belongs to them, when they have rehearsed in the last year, what they were given. */

/** `honours`: what for, and by whom; `women`: how many of a hundred. */
export type TeamEntry = {
  key: string;
  sort: '文化' | '体育' | '志愿';
  field: string;
  picture: string;
  names: string[];
  /** 1 Monday … 7 Sunday. */
  days: number[];
  at: string;
  minutes: number;
  places: string[];
  size: [number, number];
  women: number;
  story: string;
  skills: string[];
  honours: [string, string][];
};

export type TeamPlan = {
  key: string;
  name: string;
  sort: TeamEntry['sort'];
  field: string;
  story: string;
  picture: string;
  meets: string;
  contact: string;
  foundedOn: string;
  isOpen: boolean;
  createdAt: string;
  honours: { title: string; givenBy: string; givenOn: string }[];
  rehearsals: { startsAt: string; endsAt: string; place: string; present: number }[];
  members: TeamMemberPlan[];
};

type TeamMemberPlan = {
  /** Key of somebody of the cast, who has an account. */
  person: string | null;
  name: string;
  role: 'leader' | 'deputy' | 'member';
  skills: string[];
  shown: boolean;
  /** Null: asks to join. */
  joinedOn: string | null;
};

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const yearDays = 365;

type Desk = { random: Random; now: Date; today: string; one: CommunityCast; people: People; first: boolean };

/** Teams of the first community are all of the data's, of the others four or five; the same seed gives the same teams. */
export function planTeams(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  entries: TeamEntry[];
  people: People;
}): TeamPlan[] {
  const { seed, now, one, first, entries, people } = input;
  const random = seededRandom(`${seed}/teams/${one.community.code}`);
  const desk = { random, now, today: shanghaiDate(now), one, people, first };
  const always = entries.filter(({ key }) => key === 'dance' || key === 'volunteers');
  const others = random.shuffle(entries.filter((entry) => !always.includes(entry)));
  const chosen = first ? entries : [...always, ...others.slice(0, random.between(2, 3))];
  return chosen.map((entry) => planTeam(desk, entry));
}

function planTeam(desk: Desk, entry: TeamEntry): TeamPlan {
  const { random, today, first } = desk;
  const short = desk.one.community.name.replace(/社区$/, '');
  const place = first ? (entry.places[0] ?? '') : random.pick(entry.places);
  const fill = (text: string): string => text.replaceAll('<short>', short).replaceAll('<place>', place);
  const foundedOn = addDays(today, -random.between(900, 6200));
  const members = membersOf(desk, entry, foundedOn);
  const days = entry.days.map((day) => weekdays[day - 1]).join('、');
  return {
    key: entry.key,
    name: fill(first ? (entry.names[0] ?? '') : random.pick(entry.names.slice(1))),
    sort: entry.sort,
    field: entry.field,
    story: fill(entry.story),
    picture: entry.picture,
    meets: `每周${days} ${entry.at}，${place}`,
    contact: '来碰头的地方找队长，或者问社区前台',
    foundedOn,
    isOpen: first ? entry.key !== 'opera' : random.chance(0.7),
    createdAt: shanghaiInstant(addDays(today, -random.between(400, 800)), 10, random.between(0, 59)).toISOString(),
    honours: honoursOf(desk, entry),
    rehearsals: rehearsalsOf(desk, entry, { place, size: members.length }),
    members,
  };
}

function honoursOf({ random, today }: Desk, entry: TeamEntry): TeamPlan['honours'] {
  return entry.honours
    .filter(() => random.chance(0.8))
    .map(([title, givenBy]) => ({ title, givenBy, givenOn: addDays(today, -random.between(30, 700)) }));
}

/** Held once a week or every other week, less in the hot and the cold months; a few teams pause for months. */
function rehearsalsOf(
  { random, today, now, first }: Desk,
  entry: TeamEntry,
  { place, size }: { place: string; size: number },
): TeamPlan['rehearsals'] {
  const [hour = 0, minute = 0] = entry.at.split(':').map(Number);
  const pausesFor = !first && random.chance(0.2) ? random.between(4, 6) * 30 : 0;
  const held: TeamPlan['rehearsals'] = [];
  for (let back = yearDays; back >= 0; back -= first ? 7 : 14) {
    const near = addDays(today, -back);
    const weekday = ((new Date(`${near}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1;
    const day = addDays(near, (entry.days[0] ?? 1) - weekday);
    const starts = shanghaiInstant(day, hour, minute);
    const ends = new Date(starts.getTime() + entry.minutes * 60_000);
    if (ends >= now || back < pausesFor || random.chance(0.12)) continue;
    const present = Math.max(3, Math.round(size * (random.between(48, 86) / 100)));
    held.push({ startsAt: starts.toISOString(), endsAt: ends.toISOString(), place, present });
  }
  return held;
}

function membersOf(desk: Desk, entry: TeamEntry, foundedOn: string): TeamMemberPlan[] {
  const { random, one, first, today } = desk;
  const size = !first && random.chance(0.18) ? 14 : random.between(entry.size[0], entry.size[1]);
  const known = knownOf(desk, entry);
  const used = new Set(known.map(({ name }) => name));
  const members: TeamMemberPlan[] = [];
  while (members.length < size) {
    const person = known[members.length];
    const name = person?.name ?? invented(desk, entry, used);
    const lead = members.length === 0;
    members.push({
      person: person?.key ?? null,
      name,
      role: lead ? 'leader' : members.length === 1 ? 'deputy' : 'member',
      skills: entry.skills.length > 0 && random.chance(lead ? 1 : 0.25) ? [random.pick(entry.skills)] : [],
      shown: lead ? first || random.chance(0.85) : random.chance(0.2),
      joinedOn: lead ? foundedOn : addDays(today, -random.between(20, 1500)),
    });
  }
  if (!first || entry.key !== 'dance') return members;
  const asks = one.residents.filter(({ key }) => !known.some((person) => person.key === key)).slice(3, 5);
  const asking = asks.map(({ key, name }) => ({
    ...{ person: key, name, role: 'member' as const, skills: [], shown: false, joinedOn: null },
  }));
  return [...members, ...asking];
}

/** People of the cast who belong to the team: the dance team of the first community is led by the resident of the tour. */
function knownOf({ random, one, first }: Desk, entry: TeamEntry): Person[] {
  const grown = one.residents.filter(({ age, username }) => age >= 45 && age < 80 && username === null);
  const leads = first && entry.key === 'dance' ? one.residents.filter(({ username }) => username === 'resident') : [];
  const helps = entry.key === 'volunteers' ? one.volunteers : [];
  return [...leads, ...helps, ...random.shuffle(grown).slice(0, first ? 5 : 3)];
}

function invented({ random, people }: Desk, entry: TeamEntry, used: Set<string>): string {
  const { given, surnames } = people;
  for (;;) {
    const isWoman = random.between(1, 100) <= entry.women;
    const pool = isWoman ? [...given.oldWomen, ...given.women] : [...given.oldMen, ...given.men];
    const name = random.pick([...surnames.common, ...surnames.common, ...surnames.local]) + random.pick(pool);
    if (used.has(name) || people.neverUse.includes(name)) continue;
    used.add(name);
    return name;
  }
}
