import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '#shared/random';
import {
  findReceipt,
  reaches,
  readRecord,
  tallyOf,
  verifyRecord,
  type RecordElector,
  type RecordHead,
  type RecordVote,
  type Share,
} from '#shared/recount';
import { writeOpening, writeRecord, type Cast } from '../server/kernel/ballots/record/rules.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const atLeast = (part: number, whole: number): Share => ({ share: [part, whole], test: 'at-least' });
const moreThan = (part: number, whole: number): Share => ({ share: [part, whole], test: 'more-than' });
const openedAt = '2026-11-01T00:00:00.000Z';
const closesAt = '2026-11-08T16:00:00.000Z';
const yesNo = [
  { id: 'yes', label: '同意' },
  { id: 'no', label: '不同意' },
  { id: 'abstain', label: '弃权' },
];
const head = (changes: Partial<RecordHead> = {}): RecordHead => ({
  ...{ format: 'liren-ballot-1', ballot: 'b', title: '更换电梯', question: '', choices: yesNo, electorate: 'owners' },
  ...{ rule: 'owners-double-majority', ruleName: '双过半' },
  terms: { by: ['number', 'area'], takePart: atLeast(2, 3), agree: moreThan(1, 2), of: 'present' },
  ...{ secret: false, changeable: false, paperRule: 'paper', pick: 1, openedAt, closesAt, electors: 0 },
  ...changes,
});
const at = (minutes: number): string => new Date(Date.parse(openedAt) + minutes * 60_000).toISOString();

type Voter = { area?: number; person?: number; vote?: string | null };
/** A record of an owners' ballot: one line per voter, who votes by phone unless `vote` is null. */
const recordOf = (voters: Voter[], changes: Partial<RecordHead> = {}, cast: Partial<Cast> = {}) => {
  const electors = voters.map(({ area = 100, person }, index) => ({
    number: index + 1,
    person: person ?? index + 1,
    area,
    name: '',
  }));
  const votes = voters.flatMap(({ vote = 'yes' }, index) =>
    vote === null
      ? []
      : [
          {
            number: index + 1,
            way: 'phone' as const,
            revision: 1,
            at: at(index),
            receipt: sha256(`r${index}`),
            choices: [vote],
          },
        ],
  );
  const full = head({ ...changes, electors: electors.length });
  const opening = sha256(writeOpening(full, electors));
  return writeRecord(
    full,
    electors,
    { closedAt: closesAt, opening },
    { excluded: [], tookPart: [], slips: [], votes, ...cast },
  );
};
const many = (count: number, voter: Voter): Voter[] => Array.from({ length: count }, () => voter);
const outcome = (voters: Voter[], changes: Partial<RecordHead> = {}) => recordOf(voters, changes).record.tally;

describe('shares are exact', () => {
  test('a share is reached or not by whole numbers alone, however large', () => {
    expect(reaches(2, 3, atLeast(2, 3))).toBe(true);
    expect(reaches(1, 2, moreThan(1, 2))).toBe(false);
    expect(reaches(6_000_000_000_001, 9_000_000_000_001, atLeast(2, 3))).toBe(true);
    expect(reaches(6_000_000_000_000, 9_000_000_000_001, atLeast(2, 3))).toBe(false);
    expect(reaches(0, 0, atLeast(0, 1))).toBe(false);
  });
});

describe('X17: owners decide by number and by area (Civil Code art. 278)', () => {
  test('exactly two thirds by number and area take part; one owner less is not enough', () => {
    expect(outcome([...many(6, {}), ...many(3, { vote: null })])).toMatchObject({ enough: true, outcome: 'passed' });
    expect(outcome([...many(5, {}), ...many(4, { vote: null })])).toMatchObject({ enough: false, outcome: 'failed' });
  });
  test('two thirds by number with less of the area is not enough, nor the other way round', () => {
    const short = outcome([...many(6, { area: 100 }), ...many(3, { area: 201, vote: null })]);
    expect(short.checks.map(({ met }) => met)).toEqual([true, false, true, true]);
    expect(short.outcome).toBe('failed');
    expect(outcome([...many(6, { area: 100 }), ...many(3, { area: 100, vote: null })]).enough).toBe(true);
    expect(outcome([...many(5, { area: 1000 }), ...many(4, { area: 1, vote: null })]).enough).toBe(false);
  });
  test('exactly half agreeing fails, one more passes, by number', () => {
    expect(outcome([...many(3, {}), ...many(3, { vote: 'no' })]).outcome).toBe('failed');
    expect(outcome([...many(4, {}), ...many(3, { vote: 'no' })]).outcome).toBe('passed');
  });
  test('exactly half of the area fails, 0.01 m² more passes', () => {
    const votes = (area: number) => outcome([...many(4, { area }), ...many(2, { vote: 'no', area: 200 })]);
    expect(votes(100).outcome).toBe('failed');
    expect(outcome([{ area: 101 }, ...many(3, { area: 100 }), ...many(2, { vote: 'no', area: 200 })]).outcome).toBe(
      'passed',
    );
  });
  test('three quarters for the heavy matters: exactly reached passes, one less by number or area fails', () => {
    const terms = {
      by: ['number', 'area'] as const,
      takePart: atLeast(2, 3),
      agree: atLeast(3, 4),
      of: 'present' as const,
    };
    expect(outcome([...many(3, {}), { vote: 'no' }], { terms }).outcome).toBe('passed');
    expect(outcome([...many(74, {}), ...many(26, { vote: 'no' })], { terms }).outcome).toBe('failed');
    expect(outcome([...many(3, {}), { vote: 'no', area: 101 }], { terms }).outcome).toBe('failed');
  });
  test('who abstains takes part and does not agree', () => {
    const tally = outcome([...many(3, {}), ...many(3, { vote: 'abstain' })]);
    expect(tally).toMatchObject({ enough: true, outcome: 'failed', tookPart: { number: 6 } });
  });
  test('an owner of several doors is one by number, with all areas; doors that disagree agree to nothing', () => {
    expect(outcome([{ person: 1 }, { person: 1 }, { person: 2, vote: 'no' }]).choices[0]).toEqual({
      id: 'yes',
      number: 1,
      area: 200,
    });
    expect(outcome([{ person: 1 }, { person: 1, vote: 'no' }, { person: 2 }])).toMatchObject({
      entitled: { number: 2, area: 300 },
      choices: [{ number: 1, area: 200 }, { number: 0, area: 100 }, { number: 0 }],
    });
  });
  test('who is excluded is in no denominator, and a vote already cast is kept and not counted', () => {
    const { record, text } = recordOf(many(4, {}), {}, { excluded: [{ number: 2, reason: '承包电梯的公司' }] });
    expect(record.tally).toMatchObject({ entitled: { number: 3, area: 300 }, excluded: 1, tookPart: { number: 3 } });
    expect(record.votes.map(({ counted }) => counted)).toEqual([true, false, true, true]);
    expect(readRecord(text).votes[1]?.receipt).toBe(sha256('r1'));
  });
});

describe('other rules', () => {
  const number = ['number'] as const;
  test('a majority of members is counted of all, a majority of those present of those who take part', () => {
    const ofAll = { by: number, takePart: null, agree: moreThan(1, 2), of: 'all' as const };
    const present = { by: number, takePart: moreThan(1, 2), agree: moreThan(1, 2), of: 'present' as const };
    const voters = [...many(3, {}), ...many(1, { vote: 'no' }), ...many(3, { vote: null })];
    expect(outcome(voters, { terms: ofAll }).outcome).toBe('failed');
    expect(outcome([{}, ...voters.slice(0, -1)], { terms: ofAll }).outcome).toBe('passed');
    expect(outcome(voters, { terms: present }).outcome).toBe('passed');
    expect(outcome([...many(3, {}), ...many(3, { vote: null })], { terms: present }).enough).toBe(false);
  });
  test('two thirds of those present: exactly reached passes, one less fails', () => {
    const terms = { by: number, takePart: moreThan(1, 2), agree: atLeast(2, 3), of: 'present' as const };
    expect(outcome([...many(4, {}), ...many(2, { vote: 'no' })], { terms }).outcome).toBe('passed');
    expect(outcome([...many(5, {}), ...many(3, { vote: 'no' })], { terms }).outcome).toBe('failed');
  });
  test('the most votes win; who is level at the edge does not, and nobody draws lots', () => {
    const choices = ['c1', 'c2', 'c3', 'none'].map((id) => ({ id, label: id }));
    const terms = { by: number, takePart: null, agree: null, of: 'present' as const };
    const votes = (...ids: string[]) =>
      outcome(
        ids.map((vote) => ({ vote })),
        { choices, terms },
      );
    expect(votes('c1', 'c1', 'c2', 'none', 'none', 'none').winners).toEqual(['c1']);
    expect(votes('c1', 'c2')).toMatchObject({ winners: [], tied: ['c1', 'c2'], outcome: 'failed' });
    const two = outcome(
      ['c1', 'c1', 'c2', 'c3'].map((vote) => ({ vote })),
      { choices, terms, pick: 2 },
    );
    expect(two).toMatchObject({ winners: ['c1'], tied: ['c2', 'c3'], outcome: 'passed' });
    expect(votes('none').outcome).toBe('failed');
  });
});

describe('paper and phone by the same owner', () => {
  const both = (paperRule: RecordHead['paperRule']) => {
    const phone = {
      number: 1,
      way: 'phone' as const,
      revision: 1,
      at: at(1),
      receipt: sha256('phone'),
      choices: ['yes'],
    };
    const paper = {
      number: 1,
      way: 'paper' as const,
      revision: 1,
      at: at(2),
      receipt: sha256('paper'),
      choices: ['no'],
    };
    return recordOf([{ vote: null }], { paperRule }, { votes: [phone, paper] });
  };
  test('the rule says which counts; both are kept and marked', () => {
    for (const [rule, counted] of [
      ['paper', 'no'],
      ['first', 'yes'],
      ['last', 'no'],
    ] as const) {
      const { record } = both(rule);
      expect(record.votes).toHaveLength(2);
      expect(record.votes.filter((vote) => vote.counted).map(({ choices }) => choices)).toEqual([[counted]]);
    }
  });
});

const electorsArbitrary = fc.array(
  fc.record({ area: fc.integer({ min: 0, max: 20_000 }), person: fc.integer({ min: 1, max: 12 }) }),
  {
    minLength: 1,
    maxLength: 14,
  },
);
const ballotArbitrary = fc
  .record({
    electors: electorsArbitrary,
    secret: fc.boolean(),
    paperRule: fc.constantFrom('paper', 'first', 'last'),
    ask: fc.integer({ min: 0, max: 1 }),
    dice: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ electors: drawn, secret, paperRule, ask, dice }) => {
    const random = seededRandom(`ballot ${dice}`);
    const draw = (below: number): number => random.between(0, below - 1);
    const choices = ask === 0 ? yesNo : ['c1', 'c2', 'c3', 'none'].map((id) => ({ id, label: id }));
    const chosen = (): string[] => [choices[draw(choices.length)]?.id ?? 'yes'];
    const electors: RecordElector[] = drawn.map((one, index) => ({ ...one, number: index + 1, name: '' }));
    const votes: Omit<RecordVote, 'counted'>[] = [];
    const cast: Cast = { excluded: [], tookPart: [], slips: [], votes };
    for (const { number } of electors) {
      if (draw(4) === 0) continue;
      const receipt = (): string => sha256(`${dice} ${number} ${draw(1_000_000_000)}`);
      if (secret) {
        (cast.tookPart as unknown[]).push({ number, way: 'phone' });
        (cast.slips as unknown[]).push({ receipt: receipt(), choices: chosen() });
      } else {
        for (let revision = 1; revision <= 1 + draw(3); revision++)
          votes.push({ number, way: 'phone', revision, at: at(draw(9000)), receipt: receipt(), choices: chosen() });
        if (draw(3) === 0)
          votes.push({ number, way: 'paper', revision: 1, at: at(draw(9000)), receipt: receipt(), choices: chosen() });
        if (draw(6) === 0) (cast.excluded as unknown[]).push({ number, reason: '与本事项有利害关系' });
      }
    }
    const by = secret ? (['number'] as const) : (['number', 'area'] as const);
    const full = head({
      secret,
      paperRule: paperRule as 'paper',
      choices,
      changeable: !secret,
      electors: electors.length,
    });
    const terms = { ...full.terms, by };
    const opening = sha256(writeOpening({ ...full, terms }, electors));
    return { dice, ...writeRecord({ ...full, terms }, electors, { closedAt: closesAt, opening }, cast) };
  });

describe('R6: anybody counts the record again', () => {
  test('what is read from the record counts to the result that was published, for ballots of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(ballotArbitrary, async ({ text, record }) => {
        expect(tallyOf(readRecord(text))).toEqual(record.tally);
        expect(await verifyRecord(text, sha256(text), sha256)).toMatchObject({ ok: true, reasons: [] });
      }),
      { numRuns: 100 },
    );
  });
  test('R7: every receipt is found in the record', () => {
    const { record } = recordOf(many(3, {}));
    for (const index of [0, 1, 2])
      expect(findReceipt(record, sha256(`r${index}`))).toMatchObject({ number: index + 1 });
    expect(findReceipt(record, sha256('somebody else'))).toBeNull();
  });
});

/** What somebody could do to a record: turn a vote, drop, double, swap or add a line, change a time. */
const tampers: ((lines: string[], draw: (below: number) => number) => string[])[] = [
  (lines, draw) => {
    const index = pickVote(lines, draw);
    return lines.with(
      index,
      (lines[index] ?? '').replace(/"(yes|no|abstain|c\d|none)"/, (word) => (word === '"yes"' ? '"no"' : '"yes"')),
    );
  },
  (lines, draw) => lines.toSpliced(pickVote(lines, draw), 1),
  (lines, draw) => {
    const index = pickVote(lines, draw);
    return lines.toSpliced(index, 0, lines[index] ?? '');
  },
  (lines, draw) => {
    const index = pickVote(lines, draw);
    return lines.with(index, lines[index - 1] ?? '').with(index - 1, lines[index] ?? '');
  },
  (lines, draw) => {
    const index = pickVote(lines, draw);
    return lines.toSpliced(index, 0, (lines[index] ?? '').replace(/[0-9a-f]{64}/, 'f'.repeat(64)));
  },
  (lines, draw) => {
    const index = pickVote(lines, draw);
    return lines.with(
      index,
      (lines[index] ?? '').replace(/2026-11-0\d/, '2026-10-31').replace(/[0-9a-f]{8}(?=[0-9a-f]{56})/, '00000000'),
    );
  },
];
const pickVote = (lines: readonly string[], draw: (below: number) => number): number => {
  const votes = lines.flatMap((line, index) => (/^\["(vote|slip)"/.test(line) ? [index] : []));
  return votes[draw(votes.length)] ?? lines.length - 2;
};

describe('R6: a tampered record is found', () => {
  const records = fc
    .sample(ballotArbitrary, { numRuns: 60, seed: 2026 })
    .filter(({ text }) => /^\["(vote|slip)"/m.test(text));
  const random = seededRandom('tampers');
  const draw = (below: number): number => random.between(0, below - 1);
  const tampered = Array.from({ length: 100 }, (_, index) => {
    const { text } = records[index % records.length] ?? { text: '' };
    const tamper = tampers[index % tampers.length] ?? ((lines: string[]) => lines);
    return { text, changed: tamper(text.split('\n'), draw).join('\n') };
  });
  test('100 of 100: turned, dropped, doubled, swapped, inserted and backdated lines', async () => {
    for (const { text, changed } of tampered) {
      expect(changed).not.toBe(text);
      const verdict = await verifyRecord(changed, sha256(text), sha256);
      expect(verdict.ok).toBe(false);
      expect(verdict.reasons.length).toBeGreaterThan(0);
    }
  });
  test('the control without the hash misses some of them, and finds most by the record itself', async () => {
    const found = await Promise.all(tampered.map(({ changed }) => verifyRecord(changed, sha256(changed), sha256)));
    const missed = found.filter(({ ok }) => ok).length;
    expect(missed).toBeGreaterThan(0);
    expect(missed).toBeLessThan(50);
  });
});
