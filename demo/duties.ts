import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';
import type { CommunityCast, Person } from './contract.ts';
import { estateKey, gridKey } from './person.ts';

/** Three weeks of duties of one community: who did what when, who was away, what was missed. A pure plan. */

export type DutyAct = {
  set: string;
  duties: string[];
  subject: { kind: string; key: string; label: string };
  period: string;
  at: string;
  by: string;
  standsFor: string | null;
  form: Record<string, string | number | string[]>;
};

export type AwayPlan = { who: string; standIn: string | null; from: string; to: string; reason: string };
export type DutyPlan = { sets: string[]; since: string; acts: DutyAct[]; away: AwayPlan[] };

export const dutyDays = 21;
const doneShare = 0.95;

const notes = ['都正常', '北门边有积水，跟物业说了', '楼道口自行车挪走了', '提醒两户别在楼道充电', ''];
const groupNotes = ['问停水到几点', '有人问快递柜', '说了装修别太早', ''];
const visitNotes = ['两户问起暖气', '老人一切都好', '有一户想办老年卡', '都在家，没有事'];

type Making = { one: CommunityCast; now: Date; random: Random };

const days = (now: Date): string[] => {
  const today = shanghaiDate(now);
  return Array.from({ length: dutyDays }, (_, i) => addDays(today, i + 1 - dutyDays));
};

/** When on a day somebody goes round; null when that is still to come. */
function moment({ now, random }: Making, day: string, from: number, to: number): string | null {
  const at = shanghaiInstant(day, 0, random.between(from * 60, to * 60));
  return at.getTime() < now.getTime() ? at.toISOString() : null;
}

const isAway = (plan: AwayPlan, who: string, day: string): boolean =>
  plan.who === who && plan.from <= day && day <= plan.to;

function awayOf({ one, now }: Making): AwayPlan[] {
  const today = shanghaiDate(now);
  const [first, second, third] = Object.values(one.gridWorkers).map(({ key }) => key);
  return [
    ...(first && second
      ? [{ who: second, standIn: first, from: addDays(today, -5), to: addDays(today, -4), reason: '参加区里培训' }]
      : []),
    ...(third
      ? [{ who: third, standIn: null, from: addDays(today, -12), to: addDays(today, -10), reason: '病假' }]
      : []),
  ];
}

function patrols(making: Making, items: string[], away: AwayPlan[]): DutyAct[] {
  const { one, now, random } = making;
  const today = shanghaiDate(now);
  return one.community.grids.flatMap(({ suffix, name }) => {
    const worker = one.gridWorkers[suffix];
    if (!worker) return [];
    return days(now).flatMap((day): DutyAct[] => {
      const absent = away.find((plan) => isAway(plan, worker.key, day));
      const by = absent ? absent.standIn : worker.key;
      const at = moment(making, day, 8, 17);
      // The first grid's worker has today's round before her: it is hers to try.
      const isHers = day === today && worker.username !== null;
      if (!by || !at || isHers || !random.chance(doneShare)) return [];
      const note = random.pick(notes);
      return [
        {
          set: 'grid-patrol',
          duties: ['patrol'],
          subject: { kind: 'grid', key: gridKey(one.community, suffix), label: name },
          period: day,
          at,
          by,
          standsFor: absent ? worker.key : null,
          form: { items: random.chance(0.8) ? items : items.slice(0, -1), ...(note ? { note } : {}) },
        },
      ];
    });
  });
}

const holding = (people: Person[], role: string): { person: Person; at: string }[] =>
  people.flatMap((person) => person.holds.filter((held) => held.role === role).map(({ at }) => ({ person, at })));

const threePatrols = ['safety', 'order', 'people'];

function rounds(making: Making): DutyAct[] {
  const { one, now, random } = making;
  const today = shanghaiDate(now);
  const stewards = holding([...one.volunteers, ...Object.values(one.buildingHeads)], 'red-steward');
  return one.community.estates.flatMap(({ name }) => {
    const steward = stewards.find(({ at }) => at === estateKey(one.community, name))?.person;
    if (!steward) return [];
    return days(now).flatMap((day): DutyAct[] => {
      const at = moment(making, day, 7, 19);
      if (!at || (day === today && steward.username) || !random.chance(doneShare)) return [];
      // Mostly one round for all three; now and then the last is not made.
      const duties = random.chance(0.9) ? threePatrols : threePatrols.slice(0, 2);
      const subject = { kind: 'estate', key: estateKey(one.community, name), label: name };
      return [{ set: 'three-patrols', duties, subject, period: day, at, by: steward.key, standsFor: null, form: {} }];
    });
  });
}

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7));

function households(making: Making): DutyAct[] {
  const { one, now, random } = making;
  const today = shanghaiDate(now);
  return holding(Object.values(one.buildingHeads), 'centre-household').flatMap(({ person, at: key }) => {
    const grid = one.community.grids.find(({ suffix }) => gridKey(one.community, suffix) === key);
    const subject = { kind: 'centre-household', key: person.key, label: `${person.name}（${grid?.name ?? ''}）` };
    const act = (duty: string, period: string, at: string | null, form: DutyAct['form']): DutyAct[] =>
      at
        ? [{ set: 'centre-household', duties: [duty], subject, period, at, by: person.key, standsFor: null, form }]
        : [];
    const daily = days(now)
      .filter((day) => day !== today)
      .flatMap((day) => {
        const found = random.pick(groupNotes);
        const form = { level: '楼栋群', ...(found ? { found } : {}) };
        return random.chance(doneShare) ? act('group', day, moment(making, day, 7, 21), form) : [];
      });
    const weekly = [...new Set(days(now).map(mondayOf))]
      .filter((monday) => monday !== mondayOf(today))
      .flatMap((monday) =>
        act('visit', monday, moment(making, addDays(monday, random.between(0, 5)), 9, 17), {
          visited: random.between(6, 12),
          said: random.pick(visitNotes),
        }),
      );
    return [...daily, ...weekly];
  });
}

/** The first community runs all three sets, as their sources do; the others the daily grid patrol. */
export function planDuties(input: {
  seed: string;
  now: Date;
  one: CommunityCast;
  first: boolean;
  items: string[];
}): DutyPlan {
  const { seed, now, one, first, items } = input;
  const making: Making = { one, now, random: seededRandom(`${seed}/duties/${one.community.code}`) };
  const away = awayOf(making);
  const acts = patrols(making, items, away);
  const since = addDays(shanghaiDate(now), 1 - dutyDays);
  if (!first) return { sets: ['grid-patrol'], since, acts, away };
  return {
    sets: ['grid-patrol', 'three-patrols', 'centre-household'],
    since,
    acts: [...acts, ...rounds(making), ...households(making)],
    away,
  };
}
