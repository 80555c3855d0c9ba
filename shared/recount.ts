/**
 * The public record of a ballot, and how it is counted: the same code in the server that closes a ballot and in the browser of
 * whoever counts again.
 *
 * The record is a text file in UTF-8. Every line is JSON without spaces, written as `JSON.stringify` writes it, and ends with
 * `\n`. Its SHA-256 is published with the result; `sha256sum` gives the same. The lines stand in this order:
 *
 * 1. the head, an object (`RecordHead`): question, choices, rule and times, as fixed at opening
 * 2. `["elector",number,person,area,name]` for each, by number: the number of the ballot paper; owners who are the same person have
 *    the same `person`; the title area in 0.01 m² (0 where areas do not count); the name only where a body votes, else empty
 * 3. `["closed",closedAt,opening]`: `opening` is the SHA-256 of all lines above it, published when the ballot opened
 * 4. `["excluded",number,reason]`: who does not take part in this decision, by number
 * 5. secret ballots: `["took-part",number,way]`, by number
 * 6. open ballots: `["vote",number,way,revision,at,receipt,choices,counted]`, by number, way and revision; secret ballots:
 *    `["slip",receipt,choices]`, by receipt. A receipt is the SHA-256 of what the voter alone was given
 * 7. `["tally",…]` (`Tally`)
 *
 * Source: study/trust.md R6, R7; Civil Code art. 278.
 */

import {
  countedVote,
  tallyOf,
  type BallotRecord,
  type RecordElector,
  type RecordHead,
  type RecordSlip,
  type RecordVote,
  type Tally,
  type VoteWay,
} from './tally.ts';

export { countedVote, reaches, shareName, tallyOf } from './tally.ts';
export type {
  BallotRecord,
  Check,
  CountedBy,
  RecordElector,
  RecordHead,
  RecordSlip,
  RecordVote,
  Share,
  Sum,
  Tally,
  Terms,
  VoteWay,
} from './tally.ts';

type Line = readonly unknown[];
type Parsed = { record: BallotRecord | null; faults: string[] };

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isWay = (value: unknown): value is VoteWay => value === 'paper' || value === 'phone';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isMoment = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));

const forms: Record<string, readonly ((value: unknown) => boolean)[]> = {
  elector: [isWhole, isWhole, isWhole, isText],
  closed: [isMoment, isText],
  excluded: [isWhole, isText],
  'took-part': [isWhole, isWay],
  vote: [isWhole, isWay, isWhole, isMoment, isText, isTexts, (value) => typeof value === 'boolean'],
  slip: [isText, isTexts],
  tally: [(value) => typeof value === 'object' && value !== null],
};
const order = Object.keys(forms);

function fits(line: unknown): line is Line {
  if (!Array.isArray(line)) return false;
  const form = forms[line[0] as string];
  return form !== undefined && line.length === form.length + 1 && form.every((test, at) => test(line[at + 1]));
}

function isHead(value: unknown): value is RecordHead {
  const head = value as RecordHead | null;
  return (
    typeof head === 'object' && head?.format === 'liren-ballot-1' && Array.isArray(head.choices) && !!head.terms?.by
  );
}

/** Takes the lines apart; says of each that does not fit where it stands. */
function parseRecord(text: string): Parsed {
  const faults: string[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') faults.push('文件最后一行不完整，可能没有下载完。');
  let head: RecordHead | null = null;
  let stage = 0;
  const parts = new Map<string, Line[]>(order.map((kind) => [kind, []]));
  for (const [index, written] of lines.entries()) {
    const value = parseLine(written);
    if (index === 0) {
      if (isHead(value)) head = value;
      else faults.push('第 1 行不是这种记录的开头。');
      continue;
    }
    const kind = fits(value) ? (value[0] as string) : '';
    const rank = order.indexOf(kind);
    if (rank < stage) faults.push(`第 ${index + 1} 行不该在这里，或者写得不对。`);
    else stage = rank;
    if (fits(value)) parts.get(kind)?.push(value);
  }
  const closed = parts.get('closed') ?? [];
  const tally = parts.get('tally') ?? [];
  if (closed.length !== 1 || tally.length !== 1) faults.push('记录里应当各有一行截止和一行结果。');
  return { record: head && closed[0] && tally[0] ? assemble(head, parts) : null, faults };
}

/** What a line says; undefined when it is not written as `JSON.stringify` writes it. */
function parseLine(written: string): unknown {
  try {
    const value: unknown = JSON.parse(written);
    return JSON.stringify(value) === written ? value : undefined;
  } catch {
    return undefined;
  }
}

function assemble(head: RecordHead, parts: Map<string, Line[]>): BallotRecord {
  const of = (kind: string): Line[] => parts.get(kind) ?? [];
  const [closed = []] = of('closed');
  const [tally = []] = of('tally');
  return {
    head,
    electors: of('elector').map(([, number, person, area, name]) => ({ number, person, area, name }) as RecordElector),
    closedAt: closed[1] as string,
    opening: closed[2] as string,
    excluded: of('excluded').map(([, number, reason]) => ({ number, reason }) as BallotRecord['excluded'][number]),
    tookPart: of('took-part').map(([, number, way]) => ({ number, way }) as BallotRecord['tookPart'][number]),
    votes: of('vote').map(
      ([, number, way, revision, at, receipt, choices, counted]) =>
        ({ number, way, revision, at, receipt, choices, counted }) as RecordVote,
    ),
    slips: of('slip').map(([, receipt, choices]) => ({ receipt, choices }) as RecordSlip),
    tally: tally[1] as Tally,
  };
}

/** Reads the text of a record. Throws with a sentence when it is none. */
export function readRecord(text: string): BallotRecord {
  const { record, faults } = parseRecord(text);
  if (!record || faults.length > 0) throw new Error(faults[0] ?? '这不是一份表决记录。');
  return record;
}

/** The lines that are fixed at opening: their SHA-256 is published before anybody votes. */
export function openingText(text: string): string {
  const end = text.indexOf('\n["closed",');
  return end < 0 ? text : text.slice(0, end + 1);
}

const ascends = <T>(rows: readonly T[], keyOf: (row: T) => string): boolean =>
  rows.every((row, index) => index === 0 || keyOf(rows[index - 1] as T) < keyOf(row));

const padded = (number: number): string => String(number).padStart(9, '0');

function faultsOfElectors({ head, electors, excluded, tookPart, votes }: BallotRecord): string[] {
  const faults: string[] = [];
  if (electors.length !== head.electors || electors.some(({ number }, index) => number !== index + 1))
    faults.push('表决人名册缺行、多行或者顺序不对。');
  const isKnown = ({ number }: { number: number }): boolean => number >= 1 && number <= electors.length;
  if (![...excluded, ...tookPart, ...votes].every(isKnown)) faults.push('有一票不属于名册上的任何人。');
  if (!ascends(excluded, ({ number }) => padded(number))) faults.push('回避名单有重复或者顺序不对。');
  if (!ascends(tookPart, ({ number }) => padded(number))) faults.push('参加名单有重复或者顺序不对。');
  return faults;
}

function faultsOfVotes(record: BallotRecord): string[] {
  const { head, votes, slips, tookPart, excluded } = record;
  const faults: string[] = [];
  const cast = [...votes, ...slips];
  if (head.secret ? votes.length > 0 : slips.length > 0) faults.push('记名和无记名的票混在一起。');
  if (slips.length > tookPart.length && head.secret) faults.push('票数比参加的人数多。');
  if (new Set(cast.map(({ receipt }) => receipt)).size < cast.length) faults.push('有两票的回执号相同。');
  if (!ascends(slips, ({ receipt }) => receipt)) faults.push('票的顺序不对。');
  if (!ascends(votes, ({ number, way, revision }) => `${padded(number)} ${way} ${padded(revision)}`))
    faults.push('票有重复或者顺序不对。');
  const known = new Set(head.choices.map(({ id }) => id));
  const isChoice = (choices: readonly string[]): boolean =>
    choices.length >= 1 && choices.length <= head.pick && choices.every((id) => known.has(id));
  if (!cast.every(({ choices }) => isChoice(choices) && new Set(choices).size === choices.length))
    faults.push('有一票的选项不在选票上，或者选多了。');
  const [from, to] = [Date.parse(head.openedAt), Date.parse(head.closesAt)];
  if (!votes.every(({ at }) => Date.parse(at) >= from && Date.parse(at) < to)) faults.push('有一票不在表决时间内。');
  if (!head.secret && !countsAsWritten(votes, excluded, head)) faults.push('有一票算没算数写得不对。');
  return faults;
}

function countsAsWritten(
  votes: readonly RecordVote[],
  excluded: BallotRecord['excluded'],
  { paperRule }: RecordHead,
): boolean {
  const without = new Set(excluded.map(({ number }) => number));
  const groups = new Map<number, RecordVote[]>();
  for (const vote of votes) groups.set(vote.number, [...(groups.get(vote.number) ?? []), vote]);
  return [...groups].every(([number, group]) => {
    const counted = without.has(number) ? null : countedVote(group, paperRule);
    return group.every((vote) => vote.counted === (vote === counted));
  });
}

export type Verdict = { ok: boolean; reasons: string[]; tally: Tally | null };
export type Digest = (text: string) => string | Promise<string>;

/**
 * Counts a record again and compares everything it says: with its published hash, with itself, and with its own result. `digest` is
 * SHA-256 as 64 hex digits. The reasons say in Chinese what does not agree; the tally is the one counted here.
 */
export async function verifyRecord(text: string, hash: string, digest: Digest): Promise<Verdict> {
  const reasons: string[] = [];
  if ((await digest(text)) !== hash) reasons.push('记录和公布的校验码对不上：内容被改动过。');
  const { record, faults } = parseRecord(text);
  if (!record) return { ok: false, reasons: [...reasons, ...faults], tally: null };
  if ((await digest(openingText(text))) !== record.opening) reasons.push('名册或规则和开始表决时公布的不一样。');
  reasons.push(...faults, ...faultsOfElectors(record), ...faultsOfVotes(record));
  const tally = tallyOf(record);
  if (JSON.stringify(tally) !== JSON.stringify(record.tally)) reasons.push('重新计票的结果和公布的结果不一样。');
  return { ok: reasons.length === 0, reasons, tally };
}

/** The vote a receipt stands for, so that a voter finds her own line. */
export function findReceipt(record: BallotRecord, receipt: string): RecordVote | RecordSlip | null {
  return (
    record.votes.find((vote) => vote.receipt === receipt) ??
    record.slips.find((slip) => slip.receipt === receipt) ??
    null
  );
}
