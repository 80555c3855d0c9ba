import { countedVote, tallyOf, type BallotRecord, type RecordHead, type RecordVote, type Terms } from '#shared/recount';

/** A ballot as it is kept: what of it stands in the head of its record. */
export type Opened = Omit<RecordHead, 'format' | 'ballot' | 'openedAt' | 'closesAt' | 'electors'> & {
  id: string;
  openedAt: string | null;
  closesAt: string | null;
  electors: number | null;
};

/** What is fixed when a ballot opens, its keys in the order in which they are written. */
export function headOf(ballot: Opened): RecordHead {
  return {
    format: 'liren-ballot-1',
    ballot: ballot.id,
    title: ballot.title,
    question: ballot.question,
    choices: ballot.choices.map(({ id, label }) => ({ id, label })),
    electorate: ballot.electorate,
    rule: ballot.rule,
    ruleName: ballot.ruleName,
    terms: termsOf(ballot.terms),
    secret: ballot.secret,
    changeable: ballot.changeable,
    paperRule: ballot.paperRule,
    pick: ballot.pick,
    openedAt: ballot.openedAt ?? '',
    closesAt: ballot.closesAt ?? '',
    electors: ballot.electors ?? 0,
  };
}

function termsOf({ by, takePart, agree, of }: Terms): Terms {
  const written = (one: Terms['agree']): Terms['agree'] => one && { share: [...one.share], test: one.test };
  return { by: [...by], takePart: written(takePart), agree: written(agree), of };
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

type Listed = BallotRecord['electors'][number];

/** The lines that are fixed at opening; their SHA-256 is published at once. Names only where a body votes. */
export function writeOpening(head: RecordHead, electors: readonly Listed[]): string {
  const lines = electors.map(({ number, person, area, name }) => line(['elector', number, person, area, name]));
  return [line(head), ...lines].join('');
}

export type Cast = Pick<BallotRecord, 'excluded' | 'tookPart' | 'slips'> & {
  votes: readonly Omit<RecordVote, 'counted'>[];
};

/** Who is in the lines of a record: names of owners and residents stay out. */
export function listedIn(electorate: string, electors: readonly Listed[]): Listed[] {
  const isBody = electorate.split(',').every((one) => one.startsWith('body:'));
  return electors.map(({ number, person, area, name }) => ({ number, person, area, name: isBody ? name : '' }));
}

const byKey =
  <T>(keyOf: (row: T) => string) =>
  (one: T, other: T): number =>
    keyOf(one) < keyOf(other) ? -1 : 1;
const padded = (number: number): string => String(number).padStart(9, '0');

/** The whole record as its public text, and as what was read of it. The format stands at the top of `shared/recount.ts`. */
export function writeRecord(
  head: RecordHead,
  electors: readonly Listed[],
  close: { closedAt: string; opening: string },
  cast: Cast,
): { text: string; record: BallotRecord } {
  const excluded = [...cast.excluded].sort((one, other) => one.number - other.number);
  const tookPart = [...cast.tookPart].sort((one, other) => one.number - other.number);
  const slips = [...cast.slips].sort(byKey(({ receipt }) => receipt));
  const sorted = [...cast.votes].sort(byKey((vote) => `${padded(vote.number)} ${vote.way} ${padded(vote.revision)}`));
  const votes = markCounted(sorted, new Set(excluded.map(({ number }) => number)), head.paperRule);
  const uncounted = { head, electors, ...close, excluded, tookPart, votes, slips };
  const tally = tallyOf(uncounted);
  const lines = [
    line(['closed', close.closedAt, close.opening]),
    ...excluded.map(({ number, reason }) => line(['excluded', number, reason])),
    ...tookPart.map(({ number, way }) => line(['took-part', number, way])),
    ...votes.map(({ number, way, revision, at, receipt, choices, counted }) =>
      line(['vote', number, way, revision, at, receipt, choices, counted]),
    ),
    ...slips.map(({ receipt, choices }) => line(['slip', receipt, choices])),
    line(['tally', tally]),
  ];
  return { text: writeOpening(head, electors) + lines.join(''), record: { ...uncounted, tally } };
}

function markCounted(
  votes: readonly Omit<RecordVote, 'counted'>[],
  excluded: ReadonlySet<number>,
  paperRule: RecordHead['paperRule'],
): RecordVote[] {
  const groups = new Map<number, Omit<RecordVote, 'counted'>[]>();
  for (const vote of votes) {
    const others = groups.get(vote.number);
    if (others) others.push(vote);
    else groups.set(vote.number, [vote]);
  }
  return [...groups].flatMap(([number, group]) => {
    const counted = excluded.has(number) ? null : countedVote(group, paperRule);
    return group.map((vote) => ({ ...vote, counted: vote === counted }));
  });
}
