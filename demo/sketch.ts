import { addDays } from '../shared/time.ts';
import type {
  Calendar,
  Case,
  Channel,
  Community,
  MatterPlan,
  OpenEntry,
  Person,
  PlanPlace,
  Subject,
} from './contract.ts';
import type { Fate, Setting } from './course.ts';
import { momentOfDay, workMoment } from './hours.ts';
import type { Desk } from './desk.ts';
import { drawPlace, namedPlace } from './place.ts';

/** What is reported, by whom, where and when: everything of a matter but its course and its words. */
export type Sketch = {
  subject: Subject;
  story: Case;
  community: Community;
  method: MatterPlan['method'];
  channel: Channel;
  reporter: Person | null;
  /** Who fills the form. */
  by: Person;
  onBehalfOf: MatterPlan['onBehalfOf'];
  place: PlanPlace;
  createdAt: number;
  /** Who must handle it, when that is fixed. */
  handler?: string;
};

type Wanted = Partial<OpenEntry>;

const channelShares: [Channel, number][] = [
  ['grid-worker', 37],
  ['resident', 32],
  ['hotline', 15],
  ['building-head', 10],
  ['community', 4],
  ['card', 2],
];

function drawChannel(desk: Desk, wanted: Wanted): Channel {
  if (wanted.channel) return wanted.channel;
  if (wanted.reporter === 'building') return 'building-head';
  if (wanted.reporter || wanted.step === 'rate') return 'resident';
  return desk.random.weighted(channelShares, ([, share]) => share)[0];
}

const staffNames = ['building', 'family'];

function drawReporter({ cast, random }: Desk, channel: Channel, { reporter, grid }: Wanted): Person | null {
  const everybody = [...cast.residents, ...Object.values(cast.buildingHeads)];
  if (reporter) return everybody.find((one) => one.key === reporter) as Person;
  if (channel === 'grid-worker')
    return grid ? (cast.gridWorkers[grid] as Person) : random.pick(Object.values(cast.gridWorkers));
  if (channel === 'building-head') return random.pick(Object.values(cast.buildingHeads));
  if (channel === 'hotline' || channel === 'community') return null;
  const grown = cast.residents.filter(
    (one) => one.age >= (channel === 'card' ? 70 : 20) && !staffNames.includes(one.key),
  );
  if (grown.length === 0) return null;
  return random.weighted(grown, (one) => (one.username ? 3 : 1));
}

/** The caller or the old person in whose name staff fill the form. */
function drawBehalf({ cast, random }: Desk, channel: Channel): MatterPlan['onBehalfOf'] {
  const phone = `1990000${random.between(9001, 9998)}`;
  if (channel === 'hotline') {
    const surname = random.pick([...'王李张刘孙于赵宋高徐郑周韩马杨陈孟翟毕耿']);
    return { name: surname + random.pick(['女士', '先生']), phone };
  }
  if (channel !== 'community') return null;
  const elders = cast.residents.filter((one) => one.age >= 66);
  const elder = elders.length > 0 ? random.pick(elders) : random.pick(cast.residents);
  return { name: elder.name, phone: elder.phone };
}

function methodOf(desk: Desk, story: Case, channel: Channel, wanted: Wanted): MatterPlan['method'] {
  if (wanted.method) return wanted.method;
  if (wanted.step) return 'seven-step-loop';
  if (story.quick && desk.random.chance(0.85)) return 'thirty-minute-response';
  const neighbourly = story.kind && channel !== 'hotline' && desk.random.chance(0.27);
  return neighbourly ? 'neighbour-matter' : 'seven-step-loop';
}

function whereOf(
  desk: Desk,
  choice: { subject: Subject; story: Case },
  reporter: Person | null,
  wanted: Wanted,
): PlanPlace | null {
  const { community, gridWorkers, buildingHeads } = desk.cast;
  if (wanted.at) return namedPlace(community, choice.story, wanted.at);
  const ofGrid = Object.entries(gridWorkers).find(([, worker]) => worker.key === reporter?.key)?.[0];
  const grid = wanted.grid ?? ofGrid;
  const estate = Object.entries(buildingHeads).find(([, head]) => head.key === reporter?.key)?.[0];
  return drawPlace(
    community,
    choice.subject,
    choice.story,
    { grid, estate, near: reporter?.home ?? null, strict: (reporter?.username ?? null) !== null },
    desk.random,
  );
}

/** Draws the circumstances of a case on a date; null when they do not fit together. */
export function drawSketch(
  desk: Desk,
  choice: { subject: Subject; story: Case },
  date: string,
  wanted: Wanted,
): Sketch | null {
  const { cast, random, calendar } = desk;
  const channel = drawChannel(desk, wanted);
  const reporter = drawReporter(desk, channel, wanted);
  const registered = channel === 'hotline' || channel === 'community';
  if (!registered && !reporter) return null;
  const place = whereOf(desk, choice, reporter, wanted);
  if (!place) return null;
  const atWork = registered || channel === 'grid-worker';
  const createdAt = atWork
    ? workMoment(date, { calendar, weekends: random.chance(0.4) }, random)
    : momentOfDay(date, 'resident', random);
  if (createdAt === null) return null;
  const family = wanted.by ? desk.everybody.get(wanted.by) : undefined;
  const by = family ?? reporter ?? random.pick(cast.workers);
  return {
    ...choice,
    community: cast.community,
    method: methodOf(desk, choice.story, channel, wanted),
    channel,
    reporter,
    by,
    onBehalfOf: drawBehalf(desk, channel),
    place,
    createdAt,
    ...(wanted.handler ? { handler: wanted.handler } : {}),
  };
}

const jobs: Record<string, number> = { lamp: 2, door: 3, pipe: 1, drain: 1, charge: 2, pool: 1 };

/** The person a word of `by` stands for: 物业 by trade, the grid's own worker, a unit of the street. */
function handlerFor({ cast, random }: Desk, sketch: Sketch, word: string): Person {
  if (word === 'grid') return cast.gridWorkers[sketch.place.grid] as Person;
  if (word === 'community') return random.pick(cast.workers);
  if (word === 'street') return cast.streetOfficer;
  if (word.startsWith('unit ')) return cast.units[word.slice(5)] as Person;
  const job = jobs[sketch.story.photo ?? sketch.subject.photo];
  return (job === undefined ? random.pick([cast.property[0], cast.property[3]]) : cast.property[job]) as Person;
}

/** Every one of the last weeks worked, as those on call through a holiday do. */
function everyDay(today: string): Calendar {
  return { off: new Set(), on: new Set(Array.from({ length: 60 }, (_, n) => addDays(today, -n))) };
}

export function settingOf(desk: Desk, sketch: Sketch, fate: Fate, onCall = false): Setting {
  const { random, cast } = desk;
  const named = sketch.handler ? desk.everybody.get(sketch.handler) : undefined;
  const handler = named ?? handlerFor(desk, sketch, random.pick(sketch.story.by ?? sketch.subject.by));
  const other = cast.property[0] as Person;
  const theirs = cast.property.some((one) => one.key === handler.key);
  return {
    createdAt: sketch.createdAt,
    channel: sketch.channel,
    reporter: sketch.reporter,
    place: sketch.place,
    category: sketch.story.category ?? sketch.subject.category,
    cast,
    handler,
    other,
    fate: theirs ? { ...fate, wrong: false } : fate,
    calendar: desk.calendar,
    shifts: onCall ? everyDay(desk.today) : desk.calendar,
    random,
  };
}
