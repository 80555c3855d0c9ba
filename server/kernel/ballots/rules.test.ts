import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBallotRules } from '#kernel/ballots';
import {
  areAsStrict,
  choicesFor,
  missingFor,
  paperReading,
  readShare,
  ruleFor,
  ruleSentences,
  termsWith,
  whyNotChoices,
  whyNotChosen,
  whyNotSecret,
  whyNotTerms,
} from './rules.ts';

const rules = loadBallotRules(join(import.meta.dirname, '../../../library'));
const ruleOf = (id: string) => rules.rules.get(id)!;
const owners = ruleOf('owners-double-majority');

describe('X17: what the law asks is a floor', () => {
  test('every rule of the law refuses lower shares and takes higher ones', () => {
    for (const rule of [...rules.rules.values()].filter(({ legal }) => legal)) {
      const withShare = (agree: string) =>
        whyNotTerms(rules, rule, termsWith(rule, { agree: readShare(agree) }), [])?.code ?? null;
      const [part = 1, whole = 2] = rule.terms.agree?.share ?? [];
      expect(withShare(`at least ${part * 100 - 1}/${whole * 100}`)).toBe('ballot.below-law');
      expect(withShare(`more than ${part * 100 + 1}/${whole * 100}`)).toBeNull();
      expect(whyNotTerms(rules, rule, rule.terms, [])).toBeNull();
    }
  });
  test('at least a half is less than more than a half; two thirds taking part may not become three fifths', () => {
    const lowered = (own: Parameters<typeof termsWith>[1]) => areAsStrict(termsWith(owners, own), owners.terms);
    expect(lowered({ agree: readShare('at least 1/2') })).toBe(false);
    expect(lowered({ agree: readShare('more than 1/2') })).toBe(true);
    expect(lowered({ takePart: readShare('at least 3/5') })).toBe(false);
    expect(lowered({ takePart: readShare('at least 4/6') })).toBe(true);
  });
  test('owners never decide by a rule that counts less than number and area; a method that asks for one gets the floor', () => {
    for (const id of ['majority-of-members', 'majority-of-present', 'two-thirds-of-present', 'most-votes'])
      expect(whyNotTerms(rules, ruleOf(id), ruleOf(id).terms, ['owners'])?.code).toBe('ballot.below-floor');
    expect(ruleFor(rules, 'most-votes', ['owners'])?.id).toBe('owners-double-majority');
    expect(ruleFor(rules, 'owners-three-quarters', ['owners'])?.id).toBe('owners-three-quarters');
    expect(ruleFor(rules, null, ['body:owners-committee'])?.id).toBe('majority-of-members');
  });
  test('a share above the whole is none', () => {
    expect(readShare('at least 4/3')).toBeNull();
    expect(readShare('more than 3/3')).toBeNull();
    expect(readShare('at least 3/3')).not.toBeNull();
    expect(readShare('at least 1/0')).toBeNull();
  });
});

test('a ballot counted by area is not secret, and a secret vote is not changed', () => {
  expect(whyNotSecret(true, false, owners.terms)?.code).toBe('ballot.secret-by-area');
  expect(whyNotSecret(true, true, ruleOf('most-votes').terms)?.code).toBe('ballot.secret-changeable');
  expect(whyNotSecret(true, false, ruleOf('most-votes').terms)).toBeNull();
  expect(whyNotSecret(false, true, owners.terms)).toBeNull();
});

test('papers that are empty, repeated, too full or unknown are refused', () => {
  const ballot = { choices: choicesFor(['甲', '乙', '丙']), pick: 2 };
  const code = (chosen: string[]) => whyNotChosen(ballot, chosen)?.code ?? null;
  expect(code([])).toBe('ballot.nothing-chosen');
  expect(code(['c1', 'c1'])).toBe('ballot.chosen-twice');
  expect(code(['c1', 'c2', 'c3'])).toBe('ballot.chosen-too-many');
  expect(code(['c4'])).toBe('ballot.choice-unknown');
  expect(code(['c1', 'none'])).toBe('ballot.none-and-more');
  expect(code(['c1', 'c3'])).toBeNull();
  expect(whyNotChoices(['甲', '甲'], 1)?.code).toBe('ballot.option-twice');
  expect(whyNotChoices(['甲', '乙'], 3)?.code).toBe('ballot.pick-too-many');
});

test('a paper counts when two different people read the same; else one more looks', () => {
  const read = (...entries: [string, string][]) =>
    paperReading(entries.map(([byId, choice]) => ({ byId, choices: [choice] }))).state;
  expect(read()).toBe('none');
  expect(read(['a', 'yes'])).toBe('once');
  expect(read(['a', 'yes'], ['b', 'no'])).toBe('differ');
  expect(read(['a', 'yes'], ['b', 'no'], ['c', 'no'])).toBe('done');
  expect(read(['a', 'yes'], ['a', 'yes'])).toBe('differ');
});

test('what is missing until a share is reached is the smallest whole number', () => {
  const twoThirds = readShare('at least 2/3')!;
  expect(missingFor(312, 480, twoThirds)).toBe(8);
  expect(missingFor(320, 480, twoThirds)).toBe(0);
  expect(missingFor(0, 10, twoThirds)).toBe(7);
  expect(missingFor(240, 480, readShare('more than 1/2')!)).toBe(1);
});

test('a rule is said in sentences', () => {
  expect(ruleSentences(owners.terms)[0]).toBe('人数和面积都要有至少 2/3参加才有效');
});
