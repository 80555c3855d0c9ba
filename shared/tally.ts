/** How a ballot is counted, in whole numbers only: the record's types, the comparison of shares, and the tally. It imports nothing. */

export type CountedBy = 'number' | 'area';

/** A share as an exact fraction, to be reached (`at-least`) or exceeded (`more-than`). */
export type Share = { share: readonly [number, number]; test: 'at-least' | 'more-than' };

/** What decides: what is counted, how many must take part, and what share of whom must agree. */
export type Terms = {
  by: readonly CountedBy[];
  takePart: Share | null;
  agree: Share | null;
  /** `all`: of everybody entitled; `present`: of those who take part. */
  of: 'all' | 'present';
};

export type RecordHead = {
  format: 'liren-ballot-1';
  ballot: string;
  title: string;
  question: string;
  choices: readonly { id: string; label: string }[];
  electorate: string;
  rule: string;
  ruleName: string;
  terms: Terms;
  secret: boolean;
  changeable: boolean;
  /** Which counts when the same elector voted by paper and by phone. */
  paperRule: 'paper' | 'first' | 'last';
  /** How many choices one vote may name. */
  pick: number;
  openedAt: string;
  closesAt: string;
  electors: number;
};

export type RecordElector = { number: number; person: number; area: number; name: string };
export type VoteWay = 'paper' | 'phone';
export type RecordVote = {
  number: number;
  way: VoteWay;
  revision: number;
  at: string;
  receipt: string;
  choices: readonly string[];
  counted: boolean;
};
export type RecordSlip = { receipt: string; choices: readonly string[] };

export type BallotRecord = {
  head: RecordHead;
  electors: readonly RecordElector[];
  closedAt: string;
  opening: string;
  excluded: readonly { number: number; reason: string }[];
  tookPart: readonly { number: number; way: VoteWay }[];
  votes: readonly RecordVote[];
  slips: readonly RecordSlip[];
  tally: Tally;
};

export type Sum = { number: number; area: number };

/** One comparison of the rule: `have` of `of` against the share. `about` is `take-part` or the id of a choice. */
export type Check = { about: string; by: CountedBy; have: number; of: number; needs: Share; met: boolean };

export type Tally = {
  entitled: Sum;
  excluded: number;
  tookPart: Sum;
  choices: readonly (Sum & { id: string })[];
  checks: readonly Check[];
  /** Whether as many took part as the rule asks. */
  enough: boolean;
  winners: readonly string[];
  /** Choices that stand level where only some of them could win: nobody draws lots for them here. */
  tied: readonly string[];
  outcome: 'passed' | 'failed';
};

/** What says neither for nor against a choice: it takes part and agrees to nothing. */
const yes = 'yes';
const blank = ['no', 'abstain', 'none'];

/** Whether a part of a whole reaches a share, in whole numbers only. Nothing reaches a share of nothing. */
export function reaches(have: number, of: number, { share: [part, whole], test }: Share): boolean {
  if (of <= 0) return false;
  const [left, right] = [BigInt(have) * BigInt(whole), BigInt(of) * BigInt(part)];
  return test === 'at-least' ? left >= right : left > right;
}

/** 至少 2/3 · 超过 1/2. */
export function shareName({ share: [part, whole], test }: Share): string {
  return `${test === 'at-least' ? '至少' : '超过'} ${part}/${whole}`;
}

/** The vote of an elector that counts among all that were cast for it: the last by phone, and between phone and paper as the rule says. */
export function countedVote<V extends Pick<RecordVote, 'way' | 'revision' | 'at'>>(
  votes: readonly V[],
  paperRule: RecordHead['paperRule'],
): V | null {
  const last = (way: VoteWay): V | null =>
    votes.reduce<V | null>((best, one) => (one.way === way && one.revision > (best?.revision ?? 0) ? one : best), null);
  const [paper, phone] = [last('paper'), last('phone')];
  if (!paper || !phone) return paper ?? phone;
  const [paperAt, phoneAt] = [Date.parse(paper.at), Date.parse(phone.at)];
  if (paperRule === 'first') return phoneAt < paperAt ? phone : paper;
  if (paperRule === 'last') return phoneAt > paperAt ? phone : paper;
  return paper;
}

export type Uncounted = Omit<BallotRecord, 'tally' | 'opening' | 'closedAt'>;
type Ballot = { person: number; area: number; choices: readonly string[] };

/** The votes that count, each with who cast it where that is known. */
function countedBallots(record: Uncounted): Ballot[] {
  if (record.head.secret) return record.slips.map(({ choices }, index) => ({ person: index + 1, area: 0, choices }));
  const excluded = new Set(record.excluded.map(({ number }) => number));
  const cast = new Map<number, RecordVote[]>();
  for (const vote of record.votes) {
    const others = cast.get(vote.number);
    if (others) others.push(vote);
    else cast.set(vote.number, [vote]);
  }
  return record.electors.flatMap(({ number, person, area }) => {
    const votes = excluded.has(number) ? [] : (cast.get(number) ?? []);
    const counted = countedVote(votes, record.head.paperRule);
    return counted ? [{ person, area, choices: counted.choices }] : [];
  });
}

function entitledOf(record: Uncounted): Sum {
  const excluded = new Set(record.excluded.map(({ number }) => number));
  const electors = record.electors.filter(({ number }) => !excluded.has(number));
  return {
    number: new Set(electors.map(({ person }) => person)).size,
    area: electors.reduce((sum, { area }) => sum + area, 0),
  };
}

/**
 * What each choice got. By number a person is one however many doors she owns: she counts for a choice when all doors she voted
 * for named it. Source: Civil Code art. 278; the count of owners by persons.
 */
function sumsOf(record: Uncounted, ballots: readonly Ballot[]): (Sum & { id: string })[] {
  const persons = new Map<number, Ballot[]>();
  for (const ballot of ballots) {
    const others = persons.get(ballot.person);
    if (others) others.push(ballot);
    else persons.set(ballot.person, [ballot]);
  }
  const sums = new Map(record.head.choices.map(({ id }) => [id, { id, number: 0, area: 0 }]));
  for (const { area, choices } of ballots) for (const id of choices) (sums.get(id) ?? { area: 0 }).area += area;
  for (const [first, ...rest] of persons.values())
    for (const id of first?.choices ?? [])
      if (rest.every(({ choices }) => choices.includes(id))) (sums.get(id) ?? { number: 0 }).number += 1;
  return [...sums.values()];
}

const more = (one: Sum, other: Sum): number => other.number - one.number || other.area - one.area;

/** The best of those who qualify, as many as may win; those level at the edge, with room for some of them only, do not. */
function bestOf(qualified: readonly (Sum & { id: string })[], pick: number): { winners: string[]; tied: string[] } {
  const ranked = [...qualified].sort(more);
  const [last, next] = [ranked[pick - 1], ranked[pick]];
  const isLevel = (one: Sum): boolean => last !== undefined && more(one, last) === 0;
  const tied = next && isLevel(next) ? ranked.filter(isLevel).map(({ id }) => id) : [];
  const winners = ranked.slice(0, pick).flatMap(({ id }) => (tied.includes(id) ? [] : [id]));
  return { winners, tied };
}

/** Counts a record: who may vote, who took part, what each choice got, each comparison of the rule, and the outcome. */
export function tallyOf(record: Uncounted): Tally {
  const { terms, choices, pick } = record.head;
  const ballots = countedBallots(record);
  const entitled = entitledOf(record);
  const tookPart = {
    number: new Set(ballots.map(({ person }) => person)).size,
    area: ballots.reduce((sum, { area }) => sum + area, 0),
  };
  const sums = sumsOf(record, ballots);
  const check = (about: string, needs: Share, have: Sum, of: Sum): Check[] =>
    terms.by.map((by) => ({
      ...{ about, by, have: have[by], of: of[by] },
      ...{ needs, met: reaches(have[by], of[by], needs) },
    }));
  const taking = terms.takePart ? check('take-part', terms.takePart, tookPart, entitled) : [];
  const enough = taking.every(({ met }) => met);
  const isYesNo = choices.some(({ id }) => id === yes);
  const asked = sums.filter(({ id }) => (isYesNo ? id === yes : !blank.includes(id)));
  const base = terms.of === 'all' ? entitled : tookPart;
  const agreeing = asked.map((sum) => (terms.agree ? check(sum.id, terms.agree, sum, base) : []));
  const qualified = asked.filter((sum, index) => sum.number > 0 && (agreeing[index] ?? []).every(({ met }) => met));
  const { winners, tied } = enough ? bestOf(qualified, isYesNo ? 1 : pick) : { winners: [], tied: [] };
  return {
    ...{ entitled, excluded: record.excluded.length, tookPart, choices: sums },
    ...{ checks: [...taking, ...agreeing.flat()], enough, winners, tied },
    outcome: winners.length > 0 ? 'passed' : 'failed',
  };
}
