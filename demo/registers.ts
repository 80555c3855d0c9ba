import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { Values } from '#kernel-contract/workflow';
import type { Community, DemoData, Gender } from './contract.ts';
import type { AssociationEntry, RegisterEntry, TalentEntry } from './register-data.ts';

export type RecordPlan = {
  key: string;
  register: string;
  at: string;
  form: Values;
  moves: { to: string; at: string; filled: Values }[];
};

type Ground = {
  random: Random;
  today: string;
  data: DemoData;
  community: Community;
  used: Set<string>;
  faces: string[];
};

const longestDays = 330;
const shortestDays = 40;

/** A working minute of a day, never on the hour all the time. */
function minuteOf(random: Random, day: string): string {
  return shanghaiInstant(day, 0, random.between(8 * 60 + 40, 17 * 60 + 20)).toISOString();
}

const daysAgo = ({ random, today }: Pick<Ground, 'random' | 'today'>, from: number, to: number): string =>
  addDays(today, -random.between(to, from));

function nameFor({ data, random, used }: Ground, gender: Gender, age: number): string {
  const { given, surnames, neverUse } = data.people;
  const old = age >= 65;
  const pool = gender === '女' ? (old ? given.oldWomen : given.women) : old ? given.oldMen : given.men;
  for (;;) {
    const name = random.pick(random.chance(0.6) ? surnames.common : surnames.local) + random.pick(pool);
    if (used.has(name) || neverUse.includes(name)) continue;
    used.add(name);
    return name;
  }
}

/** Faces that suit somebody of an age, none worn by two neighbours on end. */
function faceFor({ random, faces }: Ground, gender: Gender, age: number): string {
  const old = age >= 63;
  const woman = {
    old: ['gran', 'auntie'],
    young: age >= 48 ? ['auntie', 'secretary'] : ['secretary', 'grid', 'worker'],
  };
  const man = {
    old: ['grandpa', 'man', 'uncle'],
    young: age >= 48 ? ['uncle', 'man'] : ['lin', 'worker-man', 'student'],
  };
  const pool = (gender === '女' ? woman : man)[old ? 'old' : 'young'];
  const fresh = pool.filter((face) => faces.at(-1) !== face);
  const face = random.pick(fresh.length > 0 ? fresh : pool);
  faces.push(face);
  return face;
}

const portraitChance = 0.6;
const consentChance = 0.8;
const phoneDigits = 4;

function talentOf(ground: Ground, entry: TalentEntry, position: number): RecordPlan {
  const { random } = ground;
  const age = random.between(...entry.age);
  const entered = daysAgo(ground, longestDays, shortestDays + 120);
  const form: Values = {
    who: nameFor(ground, entry.g, age),
    sort: entry.sort,
    skills: entry.skills,
    offer: entry.offer,
    away: entry.away !== undefined,
    phone: `1990001${String(random.between(0, 9999)).padStart(phoneDigits, '0')}`,
    named: entry.works !== undefined || random.chance(consentChance),
    ...(entry.identity ? { identity: entry.identity } : {}),
    ...(entry.studio ? { studio: entry.studio } : {}),
    ...(entry.away ? { link: entry.away } : {}),
    ...(random.chance(portraitChance) ? { portrait: [`illustration:face-${faceFor(ground, entry.g, age)}`] } : {}),
  };
  const at = minuteOf(random, entered);
  return { key: `talent/${position}`, register: 'talents', at, form, moves: talentMoves(ground, entry, entered) };
}

function talentMoves({ random }: Ground, entry: TalentEntry, entered: string): RecordPlan['moves'] {
  const step = (days: number, to: string, filled: (day: string) => Values): RecordPlan['moves'][number] => {
    const day = addDays(entered, days);
    return { to, at: minuteOf(random, day), filled: filled(day) };
  };
  const { mentor, works, invited, contacted } = entry;
  if (mentor) return [step(30, 'appointed', (day) => ({ ...mentor, appointedOn: day }))];
  if (contacted)
    return [step(35, 'contacted', (day) => ({ contactedOn: day, sent: contacted, answer: '收到，问了大家好' }))];
  const touched = (sent: string) => step(18, 'contacted', (day: string) => ({ contactedOn: day, sent }));
  const asked = (to: string, reply: string) =>
    step(40, 'invited', (day: string) => ({ invitedTo: to, invitedOn: day, reply }));
  if (invited) return [touched('节庆活动的日程'), asked(invited, '线上参加')];
  if (!works) return [];
  return [
    touched('社区小报和老街的照片'),
    asked('邻里节', '愿意来'),
    step(75, 'working', (day) => ({ way: works.way, about: works.about, workedOn: day })),
    step(110, 'achieved', (day) => ({ work: works.work, resultOn: day })),
  ];
}

const placed = (community: Community, at: string): Values => {
  const [estate] = community.estates;
  return { label: `${estate?.short ?? ''}${at}` };
};

const fill = (community: Community, text: string): string =>
  text
    .replaceAll('<short>', community.name.replace(/社区$/, ''))
    .replaceAll('<estate>', community.estates[0]?.short ?? '');

const filledIn = (community: Community, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      Array.isArray(value) ? value.map((one) => fill(community, String(one))) : value,
    ]),
  );

const few = {
  resources: [4, 7],
  heritage: [1, 4],
  scenes: [4, 7],
  rules: [4, 6],
  equipment: [2, 4],
  honours: [3, 6],
  recommendations: [3, 5],
  agreements: [1, 3],
  managementUnits: [0, 1],
  localOrganisations: [4, 7],
  pacts: [1, 3],
  studyVisits: [0, 1],
} satisfies Record<string, [number, number]>;

type Kind = keyof typeof few;

/** The date that a record of a register begins with. */
const dated: Partial<Record<Kind, string>> = {
  scenes: 'madeOn',
  rules: 'madeOn',
  pacts: 'madeOn',
  honours: 'givenOn',
  recommendations: 'heldOn',
  agreements: 'signedOn',
  managementUnits: 'since',
  studyVisits: 'visitedOn',
};

/** `<day>` is the day of the move, `<day+90>` ninety days later. */
const dayIn = (value: unknown, day: string): unknown => {
  const [, days] = /^<day(?:\+(\d+))?>$/.exec(String(value)) ?? [];
  return typeof value === 'string' && value.startsWith('<day') ? addDays(day, Number(days ?? 0)) : value;
};

function movesOf({ random }: Ground, entered: string, written: RegisterEntry['moves']): RecordPlan['moves'] {
  return (written ?? []).map(({ to, days, filled }) => {
    const day = addDays(entered, days);
    const values = Object.entries(filled ?? {}).map(([id, value]) => [id, dayIn(value, day)]);
    return { to, at: minuteOf(random, day), filled: Object.fromEntries(values) as Values };
  });
}

const idOf = (kind: Kind): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function entryOf(ground: Ground, register: Kind, entry: RegisterEntry, position: number): RecordPlan {
  const { community, random } = ground;
  const { who, picture, at, owner, broken, repaired, moves: written, ...rest } = entry;
  const day = daysAgo(ground, longestDays, written ? longestDays - 30 : shortestDays);
  const date = dated[register];
  const form: Values = {
    ...filledIn(community, rest),
    who: fill(community, who),
    ...(at ? { place: placed(community, at) } : {}),
    ...(picture ? { picture: [`illustration:${picture}`] } : {}),
    ...(owner ? { owner } : {}),
    ...(date ? { [date]: addDays(day, -random.between(3, 20)) } : {}),
  };
  if (register === 'heritage')
    Object.assign(form, { inheritor: nameFor(ground, '女', 60), named: random.chance(consentChance) });
  const moves = movesOf(ground, day, written);
  if (broken) {
    const found = daysAgo(ground, shortestDays - 10, 12);
    moves.push({ to: 'broken', at: minuteOf(random, found), filled: { broken, brokenOn: found } });
    const mended = addDays(found, 6);
    if (repaired) moves.push({ to: 'repaired', at: minuteOf(random, mended), filled: { repairedOn: mended } });
  }
  return { key: `${register}/${position}`, register: idOf(register), at: minuteOf(random, day), form, moves };
}
const talentsFew = 6;
const talentsMost = 15;

/** The registers of one community: the first has nearly everything, the others what was drawn for them. */
export function planRegisters(input: {
  seed: string;
  now: Date;
  data: DemoData;
  one: { community: Community };
  first: boolean;
}): RecordPlan[] {
  const { data, first } = input;
  const { community } = input.one;
  const random = seededRandom(`${input.seed}/registers/${community.code}`);
  const ground: Ground = { random, today: shanghaiDate(input.now), data, community, used: new Set(), faces: [] };
  const people = random.shuffle(data.registers.talents);
  const count = first ? talentsMost : random.between(talentsFew, talentsMost);
  const away = people.filter((entry) => entry.away !== undefined);
  // Some live elsewhere everywhere; the first community shows one who has come as far as a result.
  const chosen = first
    ? [
        ...data.registers.talents.filter(({ works, invited }) => works ?? invited).slice(0, 3),
        ...people.filter((one) => !one.away),
      ]
    : [...away.slice(0, 2), ...people.filter((one) => !one.away)];
  const talents = chosen.slice(0, count).map((entry, position) => talentOf(ground, entry, position));
  const others = (Object.keys(few) as Kind[]).flatMap((register) => {
    const entries = data.registers[register];
    const [least, most] = few[register] as [number, number];
    const drawn = first ? entries : random.shuffle(entries).slice(0, random.between(least, most));
    return drawn.map((entry, position) => entryOf(ground, register, entry, position));
  });
  return [...talents, ...others];
}

/** The associations of the city, each as far as it has come. Source: F48. */
export function planAssociations(input: { seed: string; now: Date; data: DemoData }): RecordPlan[] {
  const random = seededRandom(`${input.seed}/associations`);
  const ground = { random, today: shanghaiDate(input.now) };
  const { given, surnames } = input.data.people;
  const person = (): string => random.pick(surnames.common) + random.pick(given.men);
  return input.data.registers.associations.map(({ way, ...form }, position) => {
    const entered = daysAgo(ground, longestDays, longestDays - 60);
    const step = (days: number, to: string, filled: (day: string) => Values): RecordPlan['moves'][number] => {
      const day = addDays(entered, days);
      return { to, at: minuteOf(random, day), filled: filled(day) };
    };
    const judged = step(6, 'judged', (day) => ({ judgedOn: day }));
    const branched = (days: number) =>
      step(days, 'branched', (day) => ({ branch: `${form.who}党支部`, secretary: person(), foundedOn: day }));
    const guided = step(14, 'guided', (day) => ({ guide: person(), guideFrom: day, guideUntil: addDays(day, 365) }));
    const covered = (days: number) => step(days, 'covered', () => ({}));
    const ways: Record<AssociationEntry['way'], RecordPlan['moves']> = {
      branch: [judged, branched(20), covered(24)],
      guide: [judged, guided, covered(22)],
      later: [judged, guided, branched(150), covered(156)],
      none: [judged],
    };
    return {
      key: `association/${position}`,
      register: 'associations',
      at: minuteOf(random, entered),
      form,
      moves: ways[way],
    };
  });
}
