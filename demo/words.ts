import type { Random } from '../shared/random.ts';
import type { Case, Channel, PlanPlace, Person, Subject, Voices } from './contract.ts';
import type { YearSeason } from './hours.ts';

/** One matter as it is told: its case, the mark its phrases share, and what its slots stand for. */
export type Telling = {
  subject: Subject;
  story: Case;
  voices: Voices;
  random: Random;
  slots: Map<string, string>;
  mark: string | null;
  season: YearSeason;
};

type Phrase = { text: string; mark: string | null };

function readPhrase(phrase: string): Phrase {
  const at = phrase.lastIndexOf(' @');
  return at < 0 ? { text: phrase, mark: null } : { text: phrase.slice(0, at), mark: phrase.slice(at + 2) };
}

const outOfSeason: Partial<Record<YearSeason, RegExp>> = {
  winter: /天热|一热|热了|苍蝇|蚊|虫|空调|太阳一晒|暑假|下雨|雨停|那场雨|一阵雨|夏天|泼水/,
  spring: /上冻|薄冰|那场雨/,
  summer: /天冷|上冻|冬|冰|雪|暖气|没冷|灌风|过年|冻/,
  autumn: /天热|那场雨|薄冰/,
};

/** The phrases that go with a mark (where none carries it, those without any) and with the time of the year. */
function fitting(telling: Pick<Telling, 'mark' | 'season'>, phrases: readonly string[]): string[] {
  const read = phrases.map(readPhrase);
  const marked = telling.mark === null ? [] : read.filter((one) => one.mark === telling.mark);
  const all = (marked.length > 0 ? marked : read.filter((one) => one.mark === null)).map((one) => one.text);
  const inSeason = all.filter((one) => !outOfSeason[telling.season]?.test(one));
  return inSeason.length > 0 ? inSeason : all;
}

const floors = { low: ['二楼', '三楼', '四楼', '五楼'], high: ['五楼', '八楼', '十一楼', '九楼'] };

export function beginTelling(
  told: Pick<Telling, 'subject' | 'story' | 'voices' | 'random' | 'season'>,
  place: PlanPlace,
  high: boolean,
): Telling {
  const { random } = told;
  const building = place.building === null ? place.short : `${place.building}号楼`;
  const named = random.chance(0.3) && place.building !== null ? `${place.short}${building}` : building;
  const slots = new Map([
    ['b', named],
    ['here', place.unit === null ? named : `${named}${place.unit}单元`],
    ['e', place.short],
    ['spot', place.spot],
    ['f', random.pick(high ? floors.high : floors.low)],
    ['liaison', random.pick(['楼栋长', '网格员', '社区的同志', '住户'])],
  ]);
  return { ...told, slots, mark: null };
}

/** Fills the slots of a phrase. A slot keeps its word for the whole matter. */
export function fill(telling: Telling, phrase: string, extra: Record<string, string> = {}): string {
  return phrase.replace(/<([a-z]+)>/g, (_, name: string) => {
    const known = extra[name] ?? telling.slots.get(name);
    if (known !== undefined) return known;
    const list = telling.story.words?.[name] ?? telling.voices.slots[name];
    if (!list) throw new Error(`${telling.story.id}: nothing fills <${name}>`);
    const word = telling.random.pick(list);
    telling.slots.set(name, word);
    return word;
  });
}

const asks = /(吗|行不行|哪天了)$|^能不能/;

/** Sentences with their marks: 。 or, where it is asked, ？. */
export function sentences(parts: readonly string[]): string {
  return parts.map((part) => (/[。？]$/.test(part) ? part : part + (asks.test(part) ? '？' : '。'))).join('');
}

/** Picks one of the phrases that go with what this matter is about. */
export function pickPhrase(telling: Telling, phrases: readonly string[], extra?: Record<string, string>): string {
  return fill(telling, telling.random.pick(fitting(telling, phrases)), extra);
}

/** The first sentence sets the mark that all other phrases follow. */
function open(telling: Telling, phrases: readonly string[]): string {
  const inSeason = phrases.filter((one) => !outOfSeason[telling.season]?.test(one));
  const { text, mark } = readPhrase(telling.random.pick(inSeason.length > 0 ? inSeason : phrases));
  telling.mark = mark;
  return fill(telling, text);
}

type Voice = 'old' | 'young' | 'any';

export function voiceOf(person: Person | null): Voice {
  if (person && person.age >= 63) return 'old';
  return person && person.age < 42 ? 'young' : 'any';
}

function residentWords(telling: Telling, voice: Voice): string {
  const { story, subject, voices, random } = telling;
  const own = voice === 'any' ? [] : (story[voice] ?? []);
  const parts = [open(telling, [...story.say, ...own, ...own])];
  if (random.chance(0.66)) parts.push(pickPhrase(telling, story.more));
  if (random.chance(0.36)) parts.push(pickPhrase(telling, story.wish ?? subject.wish));
  if (random.chance(0.45)) {
    const outdoors = story.at !== 'home' && voice !== 'old';
    parts.push(random.pick(outdoors && random.chance(0.5) ? voices.after.seen : voices.after[voice]));
  }
  return sentences(parts);
}

/** What the reporter writes. The first sentence says what is wrong: it is what lists show. */
export function reportWords(telling: Telling, channel: Channel, reporter: Person | null): string {
  const { story, voices, random } = telling;
  const { report } = voices;
  if (channel === 'resident' || channel === 'card') return residentWords(telling, voiceOf(reporter));
  if (channel === 'hotline') {
    const parts = [open(telling, story.say)];
    if (random.chance(0.5)) parts.push(pickPhrase(telling, story.more));
    return sentences([...parts, random.pick(report.hotline)]);
  }
  if (channel === 'community') {
    const parts = [open(telling, [...story.say, ...(story.old ?? [])])];
    return sentences([...parts, pickPhrase(telling, story.more), random.pick(report.proxy)]);
  }
  const list = channel === 'grid-worker' ? report.grid : report.building;
  const plain = channel === 'building-head' && random.chance(0.4) ? story.say : story.fact;
  return sentences([open(telling, plain), ...(random.chance(0.85) ? [random.pick(list)] : [])]);
}

/** What was done and what the reporter is told of it: the two belong together. Not what was done the time before. */
export function pickOutcome(telling: Telling, before = ''): { did: string; told: string } {
  const outcomes = fitting(telling, telling.story.fixed).map((pair) => pair.split(' ⇒ ') as [string, string]);
  const others = outcomes.filter(([, told]) => told !== before);
  const [did, told] = telling.random.pick(others.length > 0 ? others : outcomes);
  return { did: fill(telling, did), told };
}

/** Inside a house: on the stairs or in a home. */
export const isInside = ({ story }: Pick<Telling, 'story'>): boolean => story.at === 'unit' || story.at === 'home';

export function resultWords(telling: Telling, did: string, half: '上午' | '下午'): string {
  const { random, voices } = telling;
  const lead = random.chance(0.6)
    ? `${fill(telling, random.pick(voices.done.lead[isInside(telling) ? 'inside' : 'outside']), { half })}，`
    : '';
  const tail = random.chance(0.65) ? [random.pick(voices.done.tail)] : [];
  return sentences([lead + did, ...tail]);
}

export function replyWords(telling: Telling, told: string, call: string | null, by: Person): string {
  const { random, voices } = telling;
  const me = by.name.slice(0, 1);
  if (call === null) {
    const short =
      random.chance(0.5) && !/^(好|办|修|弄|说好|处理|已经)/.test(told) ? `${random.pick(voices.reply.short)}，` : '';
    const { group, colleague } = voices.reply;
    const tails = telling.story.at === 'home' ? colleague : [...colleague, ...group];
    const tail = random.chance(0.6) ? [random.pick(tails)] : [];
    return sentences([short + fill(telling, told), ...tail]);
  }
  const lead = random.chance(0.62) ? `${fill(telling, random.pick(voices.reply.lead), { call })}，` : '';
  const tail = random.chance(0.55) ? [fill(telling, random.pick(voices.reply.tail), { me })] : [];
  return sentences([lead + fill(telling, told), ...tail]);
}

const headlineMax = 30;

/** The headline of a published result: never longer than its field. */
export function newsWords(telling: Telling): string {
  const all = fitting(telling, telling.story.news).map((one) => fill(telling, one));
  const fit = all.filter((one) => Array.from(one).length <= headlineMax);
  return fit.length > 0 ? telling.random.pick(fit) : (all[0] as string).slice(0, headlineMax);
}

/** How staff call someone: 周阿姨, 王大爷, 郑先生. */
export function callOf(person: Person): string {
  const surname = person.name.slice(0, 1);
  if (person.gender === '女') return surname + (person.age >= 72 ? '大娘' : person.age >= 45 ? '阿姨' : '女士');
  return surname + (person.age >= 62 ? '大爷' : '先生');
}
