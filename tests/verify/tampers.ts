import { canonical } from '#shared/canonical';
import { chainStart, linkText } from '#shared/chain';
import { seededRandom, type Random } from '#shared/random';
import type { Asked } from '#tests/python';
import { sha256 } from './material.ts';

export const ways = ['flip', 'drop', 'duplicate', 'reorder', 'insert', 'backdate'] as const;
export type Way = (typeof ways)[number];
/** How much trouble whoever tampers takes: none, to make the sums of the file right again, or to chain everything anew. */
export type Trouble = 'plain' | 'mended' | 'rechained';
export type Tamper = Asked & { way: Way; trouble: Trouble; line: number };

const earlier = (line: string): string => line.replace(/202[56]-(\d\d-\d\d)/, '2024-$1');

/** One digit, letter or sign of a line becomes another; where `only` is given, a part of the line that it finds. */
function flip(random: Random, line: string, only: RegExp): string {
  const places = [...line.matchAll(only)].flatMap(({ 0: found, index }) =>
    Array.from({ length: found.length }, (_, at) => index + at),
  );
  const at = random.pick(places);
  const sign = line[at] ?? '';
  const other = /\d/.test(sign) ? String((Number(sign) + random.between(1, 9)) % 10) : sign === 'x' ? 'y' : 'x';
  return line.slice(0, at) + other + line.slice(at + 1);
}

type Edit = { random: Random; lines: string[]; at: number; only: RegExp };

function edited({ random, lines, at, only }: Edit, way: Way, bodyEnd: number): string[] {
  const copy = [...lines];
  const line = lines[at] ?? '';
  if (way === 'flip') copy[at] = flip(random, line, only);
  if (way === 'drop') copy.splice(at, 1);
  if (way === 'duplicate') copy.splice(random.between(at, bodyEnd), 0, line);
  if (way === 'insert') copy.splice(at, 0, flip(random, line, only));
  if (way === 'backdate') copy[at] = earlier(line);
  if (way === 'reorder') {
    const other = at === bodyEnd ? at - 1 : random.between(at + 1, bodyEnd);
    [copy[at], copy[other]] = [lines[other] ?? '', line];
  }
  return copy;
}

const join = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The rows of an audit bundle numbered anew; with `chain`, each with the hash that `hashOf` gives it. */
function mendAudit(lines: string[], hashOf: ((before: string, n: number, content: string) => string) | null): string[] {
  const head = JSON.parse(lines[0] ?? '') as { through: number };
  const rows = lines.slice(1, -1);
  let before = chainStart;
  const mended = rows.map((line, index) => {
    const [, , hash] = /^\["row",(\d+),"([0-9a-f]+)",/.exec(line) ?? [];
    const content = line.slice(line.indexOf('{'), -1);
    before = hashOf ? hashOf(before, index + 1, sha256(content)) : (hash ?? '');
    return `["row",${index + 1},"${before}",${content}]`;
  });
  const above = [canonical({ ...head, through: rows.length }), ...mended];
  return [...above, JSON.stringify(['end', rows.length, before, sha256(join(above))])];
}

type Posted = { seq: number; hash: string; month?: number; [key: string]: unknown };

/** A bundle of accounts with its sum made right; with `chain`, its entries and closings numbered and hashed anew. */
function mendAccounts(lines: string[], chain: boolean): string[] {
  const { book } = JSON.parse(lines[0] ?? '') as { book: string };
  let before = chainStart;
  let seq = -1;
  const above = lines.slice(0, -1).map((line) => {
    if (!chain || !/^\["(entry|closing|opening)",/.test(line)) return line;
    const [kind, { hash: _, ...of }] = JSON.parse(line) as [string, Posted];
    seq += 1;
    const { seq: __, month, ...held } = of;
    const content = { ...held, book, ...(kind === 'closing' ? { closes: month } : {}) };
    before = sha256(linkText(before, seq, sha256(canonical(content as never))));
    return canonical([kind, { ...of, seq, hash: before }] as never);
  });
  return [...above, canonical(['end', above.length, sha256(join(above))])];
}

export type HashOf = (before: string, n: number, content: string) => string;
export const chained: HashOf = (before, n, content) => sha256(linkText(before, n, content));

/** What is written for an entry that its chain alone tells from another: everything else is told from the published account, too. */
const shownOfEntry = /(?<="day":"\d{4}-\d\d-)\d\d|(?<="lines":\[\["\d{4}",-?)\d+|(?<="memo":")[^"]+/g;
const anything = /[0-9a-zA-Z一-鿿]/g;

/** Text number `at` of a series, changed in one of six ways with some trouble; never the same text. */
export function tamper(asked: Asked, at: number, troubles: readonly Trouble[], hashOf: HashOf = chained): Tamper {
  const random = seededRandom(`tamper ${asked.kind} ${at}`);
  const way = ways[at % ways.length] as Way;
  const trouble = random.pick(troubles);
  const lines = asked.text.split('\n').slice(0, -1);
  const isRechained = trouble === 'rechained';
  const last =
    isRechained && asked.kind === 'accounts'
      ? lines.findLastIndex((one) => one.startsWith('["entry"'))
      : lines.length - 2;
  for (;;) {
    const line = random.between(1, last);
    const held = lines[line] ?? '';
    if (way === 'backdate' && earlier(held) === held) continue;
    if (isRechained && asked.kind === 'accounts' && !held.startsWith('["entry"')) continue;
    const only = isRechained ? (asked.kind === 'accounts' ? shownOfEntry : /(?<="amount":)\d/g) : anything;
    if (['flip', 'insert'].includes(way) && !only.test(held)) continue;
    only.lastIndex = 0;
    const made = edited({ random, lines, at: line, only }, way, last);
    let text = join(made);
    try {
      if (trouble !== 'plain' && asked.kind === 'audit') text = join(mendAudit(made, isRechained ? hashOf : null));
      if (trouble !== 'plain' && asked.kind === 'accounts') text = join(mendAccounts(made, isRechained));
    } catch {
      continue;
    }
    if (text !== asked.text) return { ...asked, text, way, trouble, line };
  }
}
