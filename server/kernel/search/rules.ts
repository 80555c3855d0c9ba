import type { Refusal } from '#shared/refusal';
import type { Asked, Entry, Piece } from './contract.ts';

/**
 * How words are laid into the index and looked up in it. A text is cut into units (a Chinese sign, or a group of letters or
 * digits); every two neighbouring units are a piece, and the last of a run stands alone. So whatever occurs in a text is found,
 * known to a dictionary or not: 飞线 in 私拉飞线充电, 灯 in 路灯. The dictionary serves the question: 电动车飞线充电 asks for
 * 电动车, 飞线 and 充电, wherever they stand. Source: issue 3, decision 0012.
 */

const run = /[\p{Script=Han}a-z0-9]+/gu;
const unit = /\p{Script=Han}|[a-z]+|[0-9]+/gu;

const apart = /(?<=[0-9]) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=[0-9])/gu;

/** One width, one case, one space; none between a number and the sign beside it: 3 号楼 is 3号楼. */
export function tidy(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').replaceAll(apart, '').trim();
}

/** Runs of a text, each as its units. */
function runsOf(text: string): string[][] {
  return (tidy(text).match(run) ?? []).map((one) => one.match(unit) ?? []);
}

/** The pieces a text is found by: neighbouring units two by two, and the last unit of each run. */
export function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const units of runsOf(text))
    for (const [i, one] of units.entries())
      pieces.add(one.slice(0, unitLength) + (units[i + 1] ?? '').slice(0, unitLength));
  return pieces;
}

const unitLength = 24;
const numberForm = /^([0-9]{12,18})-([0-9]{4})-([0-9]{1,9})$/;

/** `370303001001-2026-000123` is found by 2026-123, 123, and its last three and four digits. */
export function numberPieces(number: string): string[] {
  const read = numberForm.exec(number);
  if (!read) return [];
  const [, , year = '', serial = ''] = read;
  const plain = String(Number(serial));
  return [...new Set([`#${year}-${plain}`, `#${plain}`, `#~${serial.slice(-3)}`, `#~${serial.slice(-4)}`])];
}

/** The area's mark before each piece: its words lie side by side in the index, and no other area's are read. */
export function markOf(areaId: string): string {
  return areaId.replaceAll('-', '').slice(-6);
}

const most = 600;

/** The words of an entry as PostgreSQL writes a `tsvector`; the title's weigh A. Empty when nothing can be found by it. */
export function vectorOf(entry: Pick<Entry, 'areaId' | 'title' | 'text' | 'number'>): string {
  const mark = markOf(entry.areaId);
  const title = new Set([...piecesOf(entry.title), ...(entry.number ? numberPieces(entry.number) : [])]);
  const rest = [...piecesOf(entry.text)].filter((piece) => !title.has(piece));
  const written = [
    ...[...title].map((piece) => `'${mark}${piece}':1A`),
    ...rest.map((piece) => `'${mark}${piece}':1B`),
  ];
  return written.slice(0, most).join(' ');
}

const stopWords = new Set([
  ...'的了是在我你他她它们和与或及有没不也就都很吗呢吧啊呀把被给让请这那个些里上下中',
  '怎么',
  '怎么办',
  '什么',
  '为什么',
  '如何',
  '哪里',
  '哪个',
  '一个',
  '我们',
  '你们',
  '他们',
  '可以',
  '没有',
  '就是',
  '还是',
  '有人',
  '很多',
  '现在',
  '已经',
]);

/** A word as the pieces that all must occur. A word of one unit stands for whatever begins with it. */
function piecesOfWord(units: string[]): Piece[] {
  if (units.length === 1) return [{ piece: (units[0] ?? '').slice(0, unitLength), begins: true }];
  return units.slice(0, -1).map((one, i) => {
    const next = units[i + 1] ?? '';
    const isLast = i === units.length - 2;
    // Letters may still be typed: `wif` finds wifi. A number is meant as it stands.
    return { piece: one.slice(0, unitLength) + next.slice(0, unitLength), begins: isLast && /^[a-z]/.test(next) };
  });
}

export const textMax = 60;
const wordsMax = 8;

/**
 * What somebody looks for, taken apart. `cut` knows the words of the language. Refused when it is too long, or when nothing
 * remains that could tell one record from another.
 */
export function askedOf(typed: string, cut: (text: string) => string[]): Asked | Refusal {
  const text = tidy(typed);
  if (text.length > textMax) return tooLong;
  const number = numberAsked(text);
  if (number) return { text, words: [], ...number };
  const words = (text.match(run) ?? []).flatMap((one) => wordsOfRun(cut(one)));
  const kept = [...new Map(words.map((units) => [units.join(''), units])).values()].slice(0, wordsMax);
  if (kept.length === 0) return text === '' ? nothingTyped : onlySmallWords(text);
  return {
    text,
    words: kept.map((units) => ({ word: units.join(''), pieces: piecesOfWord(units) })),
    number: null,
    areaCode: null,
  };
}

/** The words of one run that tell something; a number goes with the sign after it (3 号), a lone sign only where it is all. */
function wordsOfRun(cut: string[]): string[][] {
  const words: string[][] = [];
  for (const [i, one] of cut.entries()) {
    if (stopWords.has(one)) continue;
    const units = one.match(unit) ?? [];
    const [first = ''] = units;
    const next = /^[0-9]/.test(first) && units.length === 1 ? (cut[i + 1]?.match(unit)?.[0] ?? null) : null;
    if (units.length > 0) words.push(next === null ? units : [first, next]);
  }
  const long = words.filter((units) => units.length > 1);
  return long.length > 0 ? long : words;
}

/** `…-2026-000123`, `2026-123`, `尾号0123`, `0123`: the number of a matter, or its end. Fewer digits are a count's own. */
function numberAsked(text: string): Pick<Asked, 'number' | 'areaCode'> | null {
  const whole = numberForm.exec(text);
  if (whole) return { number: `#${whole[2]}-${Number(whole[3])}`, areaCode: whole[1] ?? null };
  const dated = /^(20[0-9]{2})-([0-9]{1,9})$/.exec(text);
  if (dated) return { number: `#${dated[1]}-${Number(dated[2])}`, areaCode: null };
  const digits = /^(?:编号|尾号|no\.?|#)? ?([0-9]{1,9})$/.exec(text)?.[1];
  if (!digits) return null;
  return { number: digits.length === 3 || digits.length === 4 ? `#~${digits}` : `#${Number(digits)}`, areaCode: null };
}

export type Queries = { all: string; title: string; number: string };

/** The question for one area, as PostgreSQL writes a `tsquery`: any match, a match of the title alone, of the number. */
export function queriesOf(asked: Asked, areaId: string): Queries {
  const mark = markOf(areaId);
  const nothing = `'${mark}#-'`;
  if (asked.number !== null) {
    const ends = asked.number.startsWith('#~') ? ` | '${mark}#${Number(asked.number.slice(2))}'` : '';
    const number = `'${mark}${asked.number}'${ends}`;
    return { all: number, title: nothing, number };
  }
  const write = (weight: string): string =>
    asked.words
      .flatMap(({ pieces }) => pieces)
      .map(({ piece, begins }) => `'${mark}${piece}'${begins || weight ? ':' : ''}${begins ? '*' : ''}${weight}`)
      .join(' & ');
  return { all: write(''), title: write('A'), number: nothing };
}

/** Whether a short text held in memory (a name, an address) holds every word asked for; where it begins with one. */
export function matches(asked: Asked, text: string): 'begins' | 'holds' | null {
  const plain = tidy(text).replaceAll(' ', '');
  const whole = asked.text.replaceAll(' ', '');
  if (plain.startsWith(whole)) return 'begins';
  if (plain.includes(whole)) return 'holds';
  if (asked.words.length === 0) return null;
  const pieces = piecesOf(text);
  const holds = asked.words.every(({ pieces: wanted }) =>
    wanted.every(({ piece, begins }) =>
      begins ? [...pieces].some((one) => one.startsWith(piece)) : pieces.has(piece),
    ),
  );
  return holds ? 'holds' : null;
}

const nothingTyped: Refusal = {
  code: 'search.empty',
  status: 422,
  zh: '请写要找的词：一件事的编号、标题里的几个字，或者地方的名字。',
  en: 'Say what to look for: a number, some words of a title, or the name of a place.',
};

const tooLong: Refusal = {
  code: 'search.too-long',
  status: 422,
  zh: `要找的话太长了，请留下最要紧的几个词，最多 ${textMax} 个字。`,
  en: `That is too long. Keep the words that matter, at most ${textMax} signs.`,
};

function onlySmallWords(text: string): Refusal {
  return {
    code: 'search.small-words',
    status: 422,
    zh: `“${text.slice(0, 12)}”这样的字到处都有，找不出什么。请换一个具体的词，比如“飞线充电”。`,
    en: 'Those words are everywhere. Look for something that stands out.',
  };
}
