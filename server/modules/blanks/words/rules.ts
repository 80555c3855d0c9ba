import type { Dictionary, FigureId, Subject } from '../dictionary/contract.ts';

/** What narrows a figure: everything that is set must hold. Ages in completed years of the calendar year. */
export type Conditions = {
  gender?: '男' | '女';
  ageFrom?: number;
  ageTo?: number;
  tags?: string[];
  category?: string;
  channel?: string;
};
export type Figure = { figure: FigureId; conditions: Conditions };

type Meaning =
  | { is: 'figure'; figure: FigureId }
  | { is: 'condition'; conditions: Conditions }
  | { is: 'subject'; subject: Subject }
  | { is: 'filler' };

/** What words mean in one community: those of the dictionary, and the marks and categories its own records carry. */
export type Lexicon = { words: Map<string, Meaning>; longest: number };

/** A text as it is compared: without spaces, signs, and the unit in brackets behind it. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\((?:单位:)?(?:人|户|件|个|次|场|栋|幢|名|岁|元|处|%|座|条|万元|平方米|人次)\)/g, '')
    .replace(/[\s*:,.;、。,;“”"'()[\]【】《》<>_—\-/\\|·…]+/g, (signs) => (/^[-—]+$/.test(signs) ? '-' : ''));
}

type Carried = { tags: readonly string[]; categories: readonly string[] };

export function makeLexicon(dictionary: Dictionary, carried: Carried): Lexicon {
  const words = new Map<string, Meaning>();
  const learn = (list: readonly string[], meaning: Meaning): void => {
    for (const word of list) if (!words.has(plainWord(word))) words.set(plainWord(word), meaning);
  };
  for (const [id, { words: list }] of Object.entries(dictionary.figures))
    learn(list, { is: 'figure', figure: id as FigureId });
  for (const tag of carried.tags)
    learn([tag, ...(dictionary.tags[tag] ?? [])], { is: 'condition', conditions: { tags: [tag] } });
  for (const category of carried.categories)
    learn([category, `${category}类`], { is: 'condition', conditions: { category } });
  for (const { words: list, gender, from, to, channel } of Object.values(dictionary.conditions)) {
    const ages = { ...(from === undefined ? {} : { ageFrom: from }), ...(to === undefined ? {} : { ageTo: to }) };
    const conditions = { ...ages, ...(gender ? { gender } : {}), ...(channel ? { channel } : {}) };
    learn(list, { is: 'condition', conditions });
  }
  learn(dictionary.fillers, { is: 'filler' });
  return { words, longest: Math.max(...[...words.keys()].map((word) => word.length)) };
}

/** The same words, with those that only say what kind of paper it is, or whose, as in a title. */
export function titleLexicon(lexicon: Lexicon, dictionary: Dictionary, areaNames: readonly string[]): Lexicon {
  const words = new Map<string, Meaning>();
  for (const name of areaNames) words.set(plainWord(name), { is: 'filler' });
  for (const [subject, record] of Object.entries(dictionary.records))
    for (const word of record?.words ?? []) {
      const known = lexicon.words.get(plainWord(word));
      // 网格员 and 楼栋长 say which of the staff.
      if (subject === 'staff' && known?.is === 'figure') continue;
      words.set(plainWord(word), { is: 'subject', subject: subject as Subject });
    }
  for (const [word, meaning] of lexicon.words) if (!words.has(word)) words.set(word, meaning);
  for (const word of dictionary.titles) if (!words.has(word)) words.set(word, { is: 'filler' });
  return { words, longest: Math.max(...[...words.keys()].map((word) => word.length)) };
}

export type Read = { meanings: Meaning[]; unknown: string };

const ages: [RegExp, (first: number, second: number) => Conditions][] = [
  [/^(\d{1,3})(?:周?岁)?[-~至到](\d{1,3})周?岁(?:人口|人员|人数)?/, (from, to) => ({ ageFrom: from, ageTo: to })],
  [/^(\d{1,3})周?岁[及含]?以?[及含]?(?:以上|及以上)/, (from) => ({ ageFrom: from })],
  [/^(\d{1,3})周?岁[及含]以下/, (to) => ({ ageTo: to })],
  [/^(?:未满|不满)(\d{1,3})周?岁/, (to) => ({ ageTo: to - 1 })],
  [/^(\d{1,3})周?岁以下/, (to) => ({ ageTo: to - 1 })],
];

/** Takes a text apart into words that are known, such that as few signs as possible are left over. */
export function readWords(text: string, lexicon: Lexicon): Read {
  const plain = plainWord(text);
  // From the end backwards: the best way to read what follows each sign.
  const best: { left: number; words: number; read: Meaning[]; unknown: string }[] = [];
  best[plain.length] = { left: 0, words: 0, read: [], unknown: '' };
  for (let at = plain.length - 1; at >= 0; at--) {
    const skip = best[at + 1] as (typeof best)[number];
    let chosen = { ...skip, left: skip.left + 1, unknown: plain[at] + skip.unknown };
    for (const { length, meaning } of wordsAt(plain, at, lexicon)) {
      const rest = best[at + length] as (typeof best)[number];
      if (rest.left > chosen.left || (rest.left === chosen.left && rest.words + 1 > chosen.words)) continue;
      chosen = { left: rest.left, words: rest.words + 1, read: [meaning, ...rest.read], unknown: rest.unknown };
    }
    best[at] = chosen;
  }
  const { read, unknown } = best[0] as (typeof best)[number];
  return { meanings: read, unknown };
}

function wordsAt(text: string, at: number, { words, longest }: Lexicon): { length: number; meaning: Meaning }[] {
  const found: { length: number; meaning: Meaning }[] = [];
  for (let length = 1; length <= Math.min(longest, text.length - at); length++) {
    const meaning = words.get(text.slice(at, at + length));
    if (meaning) found.push({ length, meaning });
  }
  for (const [pattern, conditions] of ages) {
    const match = pattern.exec(text.slice(at));
    if (match) {
      const meaning: Meaning = { is: 'condition', conditions: conditions(Number(match[1]), Number(match[2])) };
      found.push({ length: match[0].length, meaning });
    }
  }
  return found;
}

const ofPeople: readonly FigureId[] = ['people', 'gridWorkers', 'buildingHeads', 'volunteers', 'workers'];
const ofMatters: readonly FigureId[] = ['received', 'done', 'open', 'late', 'doneRate', 'satisfiedRate'];
/** Heads that only say where something is counted. */
const ofPlaces: readonly FigureId[] = ['grids', 'buildings', 'estates', 'households', 'people'];

/** Which of two counted things is meant when a head says one and what stands below it the other; null when they do not go together. */
function below(head: FigureId, own: FigureId): FigureId | null {
  if (head === own || ofPlaces.includes(head)) return own === 'people' && ofPeople.includes(head) ? head : own;
  if (own === 'people' && ofPeople.includes(head)) return head;
  return head === 'received' && ofMatters.includes(own) ? own : null;
}

/**
 * The figure that a heading with those above it, or beside it in its row, asks for. Null when one word of them is not
 * known, or when they contradict each other: then nobody guesses. `only fillers` names no figure of its own.
 */
export function figureOf(path: readonly string[], lexicon: Lexicon): Figure | 'only fillers' | null {
  const conditions: Conditions[] = [];
  let figure: FigureId | null = null;
  for (const text of path) {
    const { meanings, unknown } = readWords(text, lexicon);
    if (unknown !== '') return null;
    for (const meaning of meanings) {
      if (meaning.is === 'condition') conditions.push(meaning.conditions);
      if (meaning.is !== 'figure') continue;
      const next: FigureId | null = figure === null ? meaning.figure : below(figure, meaning.figure);
      if (next === null) return null;
      figure = next;
    }
  }
  const all = together(conditions);
  if (all === null) return null;
  if (figure === null && conditions.length === 0) return 'only fillers';
  return fitting(figure ?? impliedBy(all), all);
}

function impliedBy({ category, channel }: Conditions): FigureId {
  return category !== undefined || channel !== undefined ? 'received' : 'people';
}

/** A figure that its conditions can narrow; null when they speak of something else. */
export function fitting(figure: FigureId, conditions: Conditions): Figure | null {
  const { gender, ageFrom, ageTo, tags, category, channel } = conditions;
  const speaksOfPeople = [gender, ageFrom, ageTo, tags].some((one) => one !== undefined);
  const speaksOfMatters = category !== undefined || channel !== undefined;
  if (speaksOfPeople && figure !== 'people') return null;
  return speaksOfMatters && !ofMatters.includes(figure) ? null : { figure, conditions };
}

/** Several conditions as one; null when two of them contradict each other. */
export function together(all: readonly Conditions[]): Conditions | null {
  const result: Conditions = {};
  for (const one of all) {
    for (const key of ['gender', 'category', 'channel'] as const)
      if (one[key] !== undefined && result[key] !== undefined && one[key] !== result[key]) return null;
    const from = Math.max(result.ageFrom ?? 0, one.ageFrom ?? 0);
    const to = Math.min(result.ageTo ?? 999, one.ageTo ?? 999);
    if (from > to) return null;
    const tags = [...new Set([...(result.tags ?? []), ...(one.tags ?? [])])];
    Object.assign(
      result,
      one,
      from > 0 ? { ageFrom: from } : {},
      to < 999 ? { ageTo: to } : {},
      tags.length > 0 ? { tags } : {},
    );
  }
  return result;
}

/** What a title says: of what, narrowed how, and which of its words nobody here knows. */
export function readTitle(
  title: string,
  lexicon: Lexicon,
): { subjects: Subject[]; figures: FigureId[]; conditions: Conditions; unknown: string } {
  const plain = title
    .normalize('NFKC')
    .replace(/附件\s*\d*|\d{4}\s*年(?:度)?|\d{1,2}\s*月(?:份)?|\d{1,2}\s*日|第?[一二三四1-4]季度|[上下]半年/g, '');
  const { meanings, unknown } = readWords(plain, lexicon);
  const conditions = together(meanings.flatMap((one) => (one.is === 'condition' ? [one.conditions] : []))) ?? {};
  return {
    subjects: meanings.flatMap((one) => (one.is === 'subject' ? [one.subject] : [])),
    figures: meanings.flatMap((one) => (one.is === 'figure' ? [one.figure] : [])),
    conditions,
    unknown: unknown.replace(/\d+/g, ''),
  };
}

/** The days a title speaks of: a month, a quarter, half a year or a year; null when it names no year or nothing. */
export function periodIn(title: string): { from: string; to: string } | null {
  const text = title.normalize('NFKC').replace(/\s/g, '');
  const year = /(20\d\d)年?/.exec(text)?.[1];
  if (!year) return null;
  const month = Number(/年(\d{1,2})月/.exec(text)?.[1] ?? 0);
  const quarter = '一二三四'.indexOf(/第?([一二三四])季度/.exec(text)?.[1] ?? '零') + 1;
  if (month >= 1 && month <= 12) return monthsOf(Number(year), month, month);
  if (quarter > 0) return monthsOf(Number(year), quarter * 3 - 2, quarter * 3);
  if (text.includes('上半年')) return monthsOf(Number(year), 1, 6);
  return text.includes('下半年') ? monthsOf(Number(year), 7, 12) : monthsOf(Number(year), 1, 12);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** From the first day of one month to the last day of another. */
export function monthsOf(year: number, first: number, last: number): { from: string; to: string } {
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(days)}` };
}
