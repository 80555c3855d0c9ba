import { addDays, shanghaiDate } from '../shared/time.ts';
import type { Random } from '../shared/random.ts';
import { actsOf } from './acts.ts';
import type { Spoken } from './acts.ts';
import type { DemoData, Form, MatterPlan, OpenEntry } from './contract.ts';
import { neighbourSteps, sevenSteps, standingAt, stoppedAt, thirtyMinutes } from './course.ts';
import type { Course, Fate, Setting } from './course.ts';
import { awakeLater, endOfWorkdays, isAfterStorm, isWorkday, seasonOf, workLater } from './hours.ts';
import type { YearSeason } from './hours.ts';
import type { Choice, Desk, Weighed } from './desk.ts';
import { drawSketch, settingOf } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import { beginTelling, callOf, reportWords } from './words.ts';
import type { Telling } from './words.ts';

export type Told = { plan: MatterPlan; telling: Telling };

/** How often each case comes up in a season, or in the week after the storm. */
function weighCases(data: DemoData, season: YearSeason, stormy: boolean): Weighed[] {
  return data.subjects.flatMap((subject) =>
    subject.cases.map((story) => {
      const seasons = { ...subject.season, ...story.season };
      const share = (subject.weight / subject.cases.length) * (story.weight ?? 1);
      return { subject, story, weight: share * (seasons[season] ?? 1) * (stormy ? (seasons.storm ?? 0.7) : 1) };
    }),
  );
}

function drawCase(desk: Desk, date: string): Choice {
  const season = seasonOf(date);
  const stormy = isAfterStorm(date, desk.storm);
  const key = `${season} ${stormy}`;
  const cases = desk.cases.get(key) ?? weighCases(desk.data, season, stormy);
  desk.cases.set(key, cases);
  return desk.random.weighted(cases, ({ weight }) => weight);
}

function namedCase(desk: Desk, id: string): Choice {
  const subject = desk.data.subjects.find((one) => one.cases.some((story) => story.id === id));
  const story = subject?.cases.find((one) => one.id === id);
  if (!subject || !story) throw new Error(`no case ${id}`);
  return { subject, story };
}

function drawFate(desk: Desk, sketch: Sketch, date: string): Fate {
  const { random, punctuality } = desk;
  const stormy = isAfterStorm(date, desk.storm);
  if (sketch.method !== 'seven-step-loop')
    return { up: random.chance(0.12), late: random.chance(0.07) ? 'a little' : undefined };
  if (sketch.subject.refuse && random.chance(0.065) && !['card', 'grid-worker'].includes(sketch.channel))
    return { refused: true };
  if (sketch.channel === 'resident' && random.chance(0.012)) return { withdrawn: true };
  const late = random.chance(stormy ? 0.33 : punctuality);
  return {
    up: random.chance(0.025),
    wrong: random.chance(0.08),
    again: random.chance(0.075),
    late: late ? (random.chance(stormy ? 0.3 : 0.12) ? 'escalated' : 'a little') : undefined,
    extend: !late && random.chance(0.035),
    remind: random.chance(0.13),
    unrated: random.chance(sketch.channel === 'grid-worker' ? 0.75 : 0.22),
  };
}

const courses: Record<string, (setting: Setting) => Course> = {
  'seven-step-loop': sevenSteps,
  'neighbour-matter': neighbourSteps,
  'thirty-minute-response': thirtyMinutes,
};

const courseOf = (sketch: Sketch, setting: Setting): Course =>
  (courses[sketch.method] as (one: Setting) => Course)(setting);

const textMax = 3;

function isFresh(desk: Desk, texts: readonly string[]): boolean {
  return texts.every((text) => (desk.texts.get(text) ?? 0) < textMax);
}

function use(desk: Desk, texts: readonly string[]): void {
  for (const text of texts) desk.texts.set(text, (desk.texts.get(text) ?? 0) + 1);
}

const longTexts = (form: Form): string[] =>
  ['words', 'result', 'reply', 'minutes'].flatMap((field) => (typeof form[field] === 'string' ? [form[field]] : []));

const triesMax = 60;

/** Tells the beginning anew until it is not a text the city has had too often. */
function tellBeginning(
  desk: Desk,
  sketch: Sketch,
  given: { words?: string | undefined; slots?: Iterable<[string, string]> },
): { telling: Telling; words: string } {
  const season = seasonOf(shanghaiDate(sketch.createdAt));
  const estate = desk.cast.community.estates.find((one) => one.name === sketch.place.estate);
  for (let tries = 0; ; tries++) {
    const told = {
      subject: sketch.subject,
      story: sketch.story,
      voices: desk.data.voices,
      random: desk.random,
      season,
    };
    const telling = beginTelling(told, sketch.place, estate?.kind === 'lift');
    for (const [slot, word] of given.slots ?? []) telling.slots.set(slot, word);
    const words = given.words ?? reportWords(telling, sketch.channel, sketch.reporter);
    if (isFresh(desk, [words]) || tries > triesMax) return { telling, words };
  }
}

function firstForm(sketch: Sketch, words: string, random: Random): Form {
  const { place, subject, story, channel } = sketch;
  const spot: Record<string, string> = { label: place.label, estate: place.estate };
  if (place.building !== null) spot['building'] = `${place.short} ${place.building} 号楼`;
  if (sketch.method === 'thirty-minute-response') return { sort: story.quick ?? '其他', place: spot, words };
  const photo = story.photo ?? subject.photo;
  const shares: Record<string, number> = { resident: 0.75, 'grid-worker': 0.9, 'building-head': 0.6, card: 0.2 };
  const photos = photo !== 'none' && random.chance(shares[channel] ?? 0) ? { photos: [`${photo}-before`] } : {};
  if (sketch.method === 'neighbour-matter') {
    const heard =
      channel === 'building-head'
        ? '楼栋长'
        : channel === 'resident'
          ? '居民自报'
          : random.pick(['邻里议事角', '连心廊', '议事厅']);
    return { kind: story.kind ?? '其他', place: spot, words, ...photos, channel: heard };
  }
  const open = channel === 'resident' || channel === 'grid-worker' ? { open: random.chance(0.7) } : {};
  return { category: story.category ?? subject.category, place: spot, words, ...photos, ...open };
}

/** Whether the result may be put on the community's page: never what concerns one home or a quarrel. */
function mayPublish({ story, subject }: Sketch): boolean {
  return subject.private !== true && story.at !== 'home';
}

const endSteps: Record<string, MatterPlan['expected']['status']> = {
  archived: 'done',
  closed: 'done',
  refused: 'refused',
  withdrawn: 'withdrawn',
  merged: 'merged',
};

function write(
  desk: Desk,
  sketch: Sketch,
  course: Course,
  given: { words?: string | undefined; slots?: Iterable<[string, string]> } = {},
): Told {
  const { random } = desk;
  const { telling, words } = tellBeginning(desk, sketch, given);
  const colleague = sketch.channel === 'grid-worker';
  const call = colleague ? null : (sketch.onBehalfOf?.name ?? (sketch.reporter ? callOf(sketch.reporter) : null));
  const publish = mayPublish(sketch) && random.chance(0.55);
  const mark = telling.mark;
  let acts: MatterPlan['acts'] = [];
  for (let tries = 0; tries < triesMax; tries++) {
    telling.mark = mark;
    const spoken: Spoken = { telling, call, reporter: sketch.reporter, publish, outcome: { did: '', told: '' } };
    acts = actsOf(spoken, course.beats, desk.now);
    if (
      isFresh(
        desk,
        acts.flatMap((act) => (act.type === 'act' ? longTexts(act.form) : [])),
      )
    )
      break;
  }
  const form = firstForm(sketch, words, random);
  use(desk, [...longTexts(form), ...acts.flatMap((act) => (act.type === 'act' ? longTexts(act.form) : []))]);
  const { step } = standingAt(course, desk.now);
  const { community, method, channel, reporter, by, onBehalfOf, place, subject, story, createdAt } = sketch;
  const plan: MatterPlan = {
    key: `draft-${community.letters}-${desk.drawn++}`,
    community: community.name,
    method,
    channel,
    onBehalfOf,
    place,
    form,
    acts,
    createdAt: new Date(createdAt).toISOString(),
    reporter: reporter?.key ?? null,
    by: by.key,
    subject: subject.subject,
    case: story.id,
    expected: { status: endSteps[step] ?? 'open', step: step === 'withdrawn' ? 'report' : step },
  };
  return { plan, telling };
}

/** A matter that began on a date and has come to its end; null when the draw does not fit or would still be open. */
export function planPast(desk: Desk, date: string): Told | null {
  const sketch = drawSketch(desk, drawCase(desk, date), date, {});
  if (!sketch || sketch.createdAt > desk.now) return null;
  const course = courseOf(sketch, settingOf(desk, sketch, drawFate(desk, sketch, date)));
  const { step } = standingAt(course, desk.now);
  return endSteps[step] ? write(desk, sketch, course) : null;
}

/** How far back a matter may have begun that stands in a step today. */
const reachDays: Record<string, number> = {
  report: 5,
  assign: 7,
  handle: 16,
  reply: 16,
  rate: 22,
  coordinate: 14,
  grid: 6,
};

function fitsDue(desk: Desk, due: number | null, wanted: OpenEntry['due'], lenient: boolean): boolean {
  if (due === null) return false;
  if (wanted === 'overdue') return due <= desk.now;
  if (due <= desk.now) return false;
  const last = shanghaiDate(due - 1);
  return lenient || (wanted === 'today') === (last === desk.today);
}

/** How many days off lie before today: after the Spring Festival what is overdue began long ago. */
function daysOffBefore({ today, calendar }: Desk): number {
  let days = 0;
  while (!isWorkday(addDays(today, -days - 1), calendar)) days++;
  return days;
}

/** Overdue, yet not so long that the method has handed it up by itself. */
function stillThere(desk: Desk, step: string, due: number): boolean {
  return endOfWorkdays(due - 1, step === 'handle' ? 2 : 1, desk.calendar) > desk.now;
}

const openTries = 2500;
/** After so many draws a limit on another day than wished will do: on a Sunday no limit in workdays ends today. */
const strictTries = 200;
/** After so many, staff on call through a holiday will do: what waited for a rating before it has long been filed. */
const onCallTries = 300;

/** A matter that stands in a step now with its limit as wanted; null when on this day of the year none fits. */
export function planOpen(desk: Desk, entry: OpenEntry): Told['plan'] | null {
  const { random } = desk;
  const pause = daysOffBefore(desk);
  for (let tries = 0; tries < openTries; tries++) {
    const date = addDays(desk.today, -random.between(0, (reachDays[entry.step] ?? 10) + pause));
    const choice = entry.case ? namedCase(desk, entry.case) : drawCase(desk, date);
    const sketch = drawSketch(desk, choice, date, entry);
    if (!sketch || sketch.createdAt > desk.now) continue;
    const fate: Fate = { up: entry.step === 'coordinate', unrated: true, remind: random.chance(0.15) };
    const course = stoppedAt(courseOf(sketch, settingOf(desk, sketch, fate, tries > onCallTries)), entry.step);
    const standing = course?.entries.at(-1);
    if (!course || !standing || standing.at > desk.now) continue;
    if (!fitsDue(desk, standing.due, entry.due, tries > strictTries)) continue;
    if (entry.due === 'overdue' && !stillThere(desk, entry.step, standing.due as number)) continue;
    return write(desk, sketch, course, { words: entry.words, slots: Object.entries(entry.picks ?? {}) }).plan;
  }
  return null;
}

/** A second report of the same thing by somebody else, merged into the first while that was in hand. */
export function planDuplicate(desk: Desk, { plan, telling }: Told): MatterPlan | null {
  const { random, cast } = desk;
  const done = plan.acts.find((act) => act.type === 'act' && act.action === 'done');
  const shared = plan.method === 'seven-step-loop' && telling.story.at !== 'home' && done;
  if (!shared) return null;
  const createdAt = awakeLater(Date.parse(plan.createdAt), random.between(2, 30), random);
  const mergedAt = workLater(createdAt, random.between(20, 160), { calendar: desk.calendar }, random);
  if (mergedAt >= Date.parse(done.at)) return null;
  const reporter = random.pick(
    cast.residents.filter((one) => one.age >= 20 && one.key !== plan.reporter && one.username === null),
  );
  const sketch: Sketch = {
    subject: telling.subject,
    story: telling.story,
    community: cast.community,
    method: plan.method,
    channel: 'resident',
    reporter,
    by: reporter,
    onBehalfOf: null,
    place: plan.place,
    createdAt,
  };
  const course: Course = { beats: [], entries: [{ step: 'merged', at: mergedAt, due: null }] };
  const same = [...telling.slots].filter(([slot]) => telling.story.words?.[slot] !== undefined);
  const twin = write(desk, sketch, course, { slots: same }).plan;
  const by = random.chance(0.3) ? cast.head : random.pick(cast.workers);
  const reason = random.pick(desk.data.voices.merge);
  return {
    ...twin,
    acts: [{ at: new Date(mergedAt).toISOString(), by: by.key, type: 'merge', into: plan.key, reason: `${reason}。` }],
  };
}
