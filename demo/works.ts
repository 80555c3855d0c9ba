import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, Person } from './contract.ts';

/** Works on the wall of one community, and the shifts that its volunteers keep. */

/** `made`: how many days ago; `shows`: where it was performed; `topic`: what the community had asked for. */
export type WorkEntry = {
  kind: string;
  title: string;
  team?: string;
  theme: string;
  picture: string;
  home?: boolean;
  made: number;
  body: string;
  topic?: string;
  heritage?: string;
  shows?: string[];
};

export type WorkPlan = {
  key: string;
  kind: string;
  title: string;
  authors: string;
  shown: boolean;
  team: string | null;
  theme: string;
  body: string;
  picture: string;
  topic: string;
  heritage: string;
  madeOn: string;
  state: 'submitted' | 'published';
  submittedAt: string;
  by: string;
  decidedAt: string | null;
  performances: { performedOn: string; place: string; audience: number }[];
};

type Desk = { random: Random; today: string; one: CommunityCast };

const atHour = (day: string, random: Random): string =>
  shanghaiInstant(day, random.between(9, 20), random.between(1, 59)).toISOString();

/** The first community has every work that is at home there, one of them waiting; the others draw two or three. */
function planWorks(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  entries: WorkEntry[];
  teams: string[];
}): WorkPlan[] {
  const { seed, now, one, first, entries, teams } = input;
  const random = seededRandom(`${seed}/works/${one.community.code}`);
  const desk = { random, today: shanghaiDate(now), one };
  const fitting = entries.filter(({ team }) => team === undefined || teams.includes(team));
  const others = random.shuffle(fitting.filter(({ home, title }) => !home || title === '早市' || title === '金婚'));
  const chosen = first ? fitting.filter(({ home }) => home) : others.slice(0, random.between(2, 3));
  return chosen.map((entry, at) => planWork(desk, entry, first && at === chosen.length - 1));
}

function planWork({ random, today, one }: Desk, entry: WorkEntry, waits: boolean): WorkPlan {
  const short = one.community.name.replace(/社区$/, '');
  const back = waits ? 1 : entry.made + random.between(0, 24);
  const madeOn = addDays(today, -back);
  const author = random.pick(one.residents.filter(({ age }) => age >= 30));
  const [event, where] = entry.shows ?? [];
  const performedOn = addDays(madeOn, Math.min(21, Math.max(1, back - 2)));
  return {
    key: entry.title,
    kind: entry.kind,
    title: entry.title.replace('<short>', short),
    authors: author.name,
    shown: random.chance(0.8),
    team: entry.team ?? null,
    theme: entry.theme,
    body: entry.body,
    picture: entry.picture,
    topic: entry.topic ?? '',
    heritage: entry.heritage ?? '',
    madeOn,
    state: waits ? 'submitted' : 'published',
    submittedAt: atHour(madeOn, random),
    by: author.key,
    decidedAt: waits ? null : atHour(addDays(madeOn, Math.min(2, back - 1)), random),
    performances:
      event && where && !waits
        ? [{ performedOn, place: `${event} · ${where}`, audience: random.between(40, 260) }]
        : [],
  };
}

export type ShiftPlan = {
  key: string;
  station: string;
  title: string;
  weekday: number;
  opens: number;
  closes: number;
  seats: number;
  skill: string;
  fromOn: string;
  turns: { day: string; seat: number; person: Person; state: 'taken' | 'offered' | 'done'; minutes: number | null }[];
};

type Rota = Pick<ShiftPlan, 'key' | 'station' | 'title' | 'weekday' | 'opens' | 'closes' | 'seats' | 'skill'>;

/** 爱心缝纫铺 on Tuesdays is C10; the others are invented. */
const rotas: Rota[] = [
  {
    key: 'sewing',
    station: '便民百宝阁',
    title: '爱心缝纫铺',
    weekday: 2,
    opens: 540,
    closes: 690,
    seats: 3,
    skill: '缝纫',
  },
  {
    key: 'station',
    station: '志愿服务站',
    title: '便民咨询',
    weekday: 6,
    opens: 540,
    closes: 660,
    seats: 2,
    skill: '',
  },
  {
    key: 'barber',
    station: '便民百宝阁',
    title: '便民理发',
    weekday: 4,
    opens: 840,
    closes: 990,
    seats: 2,
    skill: '理发',
  },
  {
    key: 'reading',
    station: '图书阅览室',
    title: '看书的人来了',
    weekday: 7,
    opens: 840,
    closes: 1020,
    seats: 1,
    skill: '',
  },
];

const weeksBack = 12;

/** Who kept which shift in the last weeks, and who will: one seat is offered to whoever can come instead. */
function planShifts(input: { seed: string; now: Date; one: CommunityCast; first: boolean }): ShiftPlan[] {
  const { seed, now, one, first } = input;
  const random = seededRandom(`${seed}/shifts/${one.community.code}`);
  const today = shanghaiDate(now);
  const helpers = [...one.volunteers, ...one.residents.filter(({ age }) => age >= 50 && age < 76)].slice(0, 9);
  return (first ? rotas : rotas.slice(0, 2)).map((rota) => {
    const fromOn = addDays(today, -7 * (weeksBack + 1));
    const turns = daysOf(rota.weekday, fromOn, addDays(today, 14)).flatMap((day) => {
      const isPast = day < today;
      const count = isPast ? rota.seats : random.between(0, rota.seats);
      return random
        .shuffle(helpers)
        .slice(0, Math.min(count, helpers.length))
        .map((person, at) => ({
          ...{ day, seat: at + 1, person },
          state: isPast
            ? ('done' as const)
            : at === 0 && random.chance(0.4)
              ? ('offered' as const)
              : ('taken' as const),
          minutes: isPast ? rota.closes - rota.opens - random.between(0, 25) : null,
        }));
    });
    return { ...rota, fromOn, turns };
  });
}

function daysOf(weekday: number, from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7) + 1 === weekday) days.push(day);
  }
  return days;
}

/** What hangs on the wall of one community, and who keeps its stations. */
export function planCulture(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  entries: WorkEntry[];
  teams: { key: string }[];
}): { works: WorkPlan[]; shifts: ShiftPlan[] } {
  const teams = input.teams.map(({ key }) => key);
  return { works: planWorks({ ...input, teams }), shifts: planShifts(input) };
}
