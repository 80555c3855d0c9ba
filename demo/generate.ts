import { addDays, dayMs, shanghaiDate } from '../shared/time.ts';
import { seededRandom } from '../shared/random.ts';
import type { Random } from '../shared/random.ts';
import { castCity, everybody } from './cast.ts';
import type { Calendar, Cast, CommunityCast, DemoData, MatterPlan } from './contract.ts';
import { isAfterStorm, isWorkday, stormDay } from './hours.ts';
import { planDuplicate, planOpen, planPast } from './matter.ts';
import type { Desk } from './desk.ts';

export type CityPlan = { cast: Cast; today: string; storm: string; matters: MatterPlan[] };

const matterTotals = { home: 420, elsewhere: 136 };

/** How much each of the twelve months before today had, as use spread. */
const growth = [0.5, 0.55, 0.6, 0.68, 0.75, 0.82, 0.9, 1, 1.1, 1.2, 1.35, 1.5];

function dayWeight(date: string, from: string, storm: string, calendar: Calendar): number {
  const month = Math.min(11, Math.floor((Date.parse(date) - Date.parse(from)) / dayMs / 30.5));
  const off = calendar.off.has(date) ? 0.35 : isWorkday(date, calendar) ? 1 : 0.65;
  return (growth[month] ?? 1) * off * (isAfterStorm(date, storm) ? 3.2 : 1);
}

type DayWeights = { date: string; weight: number }[];

/** Past matters of a community until there are as many as wanted; those that would still be open today are left out. */
function planPastOf(desk: Desk, days: DayWeights, count: number): MatterPlan[] {
  const plans: MatterPlan[] = [];
  for (let tries = 0; plans.length < count && tries < count * 8; tries++) {
    const { date } = desk.random.weighted(days, (day) => day.weight);
    const told = planPast(desk, date);
    if (!told) continue;
    plans.push(told.plan);
    const twin = desk.random.chance(0.045) && plans.length < count ? planDuplicate(desk, told) : null;
    if (twin) plans.push(twin);
  }
  return plans;
}

/** What stands open outside 工盛: mostly in hand, now and then overdue. */
function drawOpen(random: Random): DemoData['open'] {
  const steps = ['report', 'assign', 'handle', 'handle', 'handle', 'handle', 'reply', 'rate', 'rate'];
  const count = random.between(7, 13);
  const overdue = random.weighted([0, 1, 2], (n) => [5, 5, 1][n] ?? 0);
  return Array.from({ length: count }, (_, n) => {
    if (n < overdue) return { step: 'handle', due: 'overdue' as const };
    return { step: random.pick(steps), due: random.chance(0.18) ? ('today' as const) : ('later' as const) };
  });
}

function planCommunity(desk: Desk, days: DayWeights, home: boolean): MatterPlan[] {
  const { random, data } = desk;
  const entries = home ? data.open : drawOpen(random);
  const open = entries.flatMap((entry) => planOpen(desk, entry) ?? []);
  const total = home ? matterTotals.home : matterTotals.elsewhere + random.between(-26, 26);
  const plans = [...planPastOf(desk, days, total - open.length), ...open];
  return plans.toSorted((one, two) => one.createdAt.localeCompare(two.createdAt));
}

/** Matters get their final keys in the order in which they began; merged ones follow the one they joined. */
function number(plans: MatterPlan[], cast: CommunityCast): MatterPlan[] {
  const keys = new Map(
    plans.map((plan, n) => [plan.key, `${cast.community.letters}-${String(n + 1).padStart(4, '0')}`]),
  );
  return plans.map((plan) => ({
    ...plan,
    key: keys.get(plan.key) as string,
    acts: plan.acts.map((act) => (act.type === 'merge' ? { ...act, into: keys.get(act.into) as string } : act)),
  }));
}

/**
 * The demo city's matters over the twelve months before `now`, with everybody in them: what is reported, by whom, where,
 * and every action with its actor and time. The same seed, moment and data give the same city.
 */
export function planCity(input: CityInput): CityPlan {
  const { planNext, ...city } = beginCity(input);
  return { ...city, matters: city.cast.communities.flatMap(planNext) };
}

type CityInput = { seed: string; now: Date; calendar: Calendar; data: DemoData };

/** The same city, its communities planned one after another: `planNext` is to be asked in the order of the cast. */
export function beginCity(
  input: CityInput,
): Omit<CityPlan, 'matters'> & { planNext: (one: CommunityCast, position: number) => MatterPlan[] } {
  const { seed, now, calendar, data } = input;
  const today = shanghaiDate(now);
  const storm = stormDay(today);
  const cast = castCity(data, seed, Number(today.slice(0, 4)));
  const from = addDays(today, -365);
  const days = Array.from({ length: 365 }, (_, n) => addDays(from, n)).map((date) => ({
    date,
    weight: dayWeight(date, from, storm, calendar),
  }));
  const texts = new Map<string, number>();
  const people = new Map(everybody(cast).map((person) => [person.key, person]));
  const planNext = (one: CommunityCast, position: number): MatterPlan[] => {
    const random = seededRandom(`${seed}/${one.community.code}`);
    const punctuality = random.between(75, 145) / 1000;
    const desk: Desk = {
      data,
      cast: one,
      everybody: people,
      calendar,
      now: now.getTime(),
      today,
      storm,
      random,
      texts,
      punctuality,
      cases: new Map(),
      drawn: 0,
    };
    return number(planCommunity(desk, days, position === 0), one);
  };
  return { cast, today, storm, planNext };
}
