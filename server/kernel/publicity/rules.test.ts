import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shanghaiDate } from '#shared/time';
import * as rules from './rules.ts';

const closesAt = '2026-06-08T16:00:00.000Z';
const posted = {
  postedAt: '2026-06-01T02:00:00.000Z',
  closesAt,
  endedAt: null,
  days: 7,
  state: 'open',
  openObjections: 0,
};
const last = new Date(Date.parse(closesAt) - 1);
const after = new Date(closesAt);

describe('whole days', () => {
  test.each([
    ['2026-06-01T00:00:00.000+08:00', 7],
    ['2026-06-01T09:30:00.000+08:00', 7],
    ['2026-06-01T23:59:59.999+08:00', 7],
  ])('N54: posted at %s, %i days are 2 to 8 June, closed at 24:00 of the 8th', (postedAt, days) => {
    expect(rules.periodOf(postedAt, days)).toEqual({ from: '2026-06-02', to: '2026-06-08', closesAt });
  });

  test('N54: posted a millisecond later, on 2 June, it is a day later', () => {
    const period = rules.periodOf('2026-06-02T00:00:00.000+08:00', 7);
    expect(period).toEqual({ from: '2026-06-03', to: '2026-06-09', closesAt: '2026-06-09T16:00:00.000Z' });
  });

  test('N54: whatever the moment and the length, the days are whole and none is missing, over months and leap years', () => {
    const moment = fc.date({ min: new Date('2023-12-01'), max: new Date('2029-03-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 90 }), (at, days) => {
        const period = rules.periodOf(at, days);
        const begins = Date.parse(`${period.from}T00:00:00.000+08:00`);
        expect(Date.parse(period.closesAt) - begins).toBe(days * 86_400_000);
        expect(begins).toBeGreaterThan(at.getTime());
        expect(begins - at.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(shanghaiDate(new Date(Date.parse(period.closesAt) - 1))).toBe(period.to);
      }),
    );
  });

  test('days left count today: 7 on the day of posting and on the first day, 1 on the last, then none', () => {
    const left = (at: string): number => rules.daysLeft(posted, new Date(at));
    expect(left('2026-06-01T23:00:00+08:00')).toBe(7);
    expect(left('2026-06-02T00:00:00+08:00')).toBe(7);
    expect(left('2026-06-03T00:00:00+08:00')).toBe(6);
    expect(left('2026-06-08T23:59:59.999+08:00')).toBe(1);
    expect(left('2026-06-09T00:00:00+08:00')).toBe(0);
  });
});

describe('objections and the gate', () => {
  test('N54: an objection at 23:59:59.999 of day 7 is taken, at 00:00:00.000 after it is refused with a sentence', () => {
    expect(rules.whyNotObject(posted, last)).toBeNull();
    expect(rules.whyNotObject(posted, after)).toMatchObject({ code: 'publicity.period-over', zh: /公示期已经结束/ });
  });

  test('N54: it does not end clear a millisecond early, and does at 24:00', () => {
    expect(rules.whyNotClear(posted, last)).toMatchObject({ code: 'publicity.too-early', zh: /6月8日 24:00/ });
    expect(rules.whyNotClear(posted, after)).toBeNull();
    const said = { ...posted, openObjections: 1 };
    expect(rules.whyNotClear(said, after)).toMatchObject({ code: 'publicity.unanswered' });
  });

  test('the clock moved back: what was over stays over, and no day comes back', () => {
    const ended = { ...posted, endedAt: closesAt };
    expect(rules.whyNotObject(ended, new Date('2026-06-03T00:00:00Z'))?.code).toBe('publicity.period-over');
    expect(rules.daysLeft(ended, new Date('2026-06-03T00:00:00Z'))).toBe(0);
    expect(rules.daysLeft(posted, new Date('2026-05-20T00:00:00Z'))).toBe(7);
  });

  test('nothing is taken before posting, after it was taken down, or once it has ended', () => {
    const refused = (row: object): string | undefined => rules.whyNotObject({ ...posted, ...row }, last)?.code;
    expect(refused({ state: 'checked', postedAt: null, closesAt: null })).toBe('publicity.unknown');
    expect(refused({ state: 'withdrawn' })).toBe('publicity.withdrawn');
    expect(refused({ state: 'upheld' })).toBe('publicity.period-over');
  });
});

describe('drafter, checker, approver', () => {
  const draft = { state: 'drafted', draftedBy: 'a', returnedReason: '' };
  const [a, b] = [
    { id: 'a', name: '孟' },
    { id: 'b', name: '周' },
  ];

  test('who drafted neither checks nor approves; who checks too does both in one press', () => {
    expect(rules.whyNotCheck(draft, a)?.code).toBe('publicity.own-draft');
    expect(rules.whyNotCheck(draft, b)).toBeNull();
    expect(rules.whyNotApprove(draft, a, true)?.code).toBe('publicity.own-draft');
    expect(rules.whyNotApprove({ ...draft, state: 'checked' }, a, true)?.code).toBe('publicity.own-draft');
    expect(rules.whyNotApprove(draft, b, false)?.code).toBe('publicity.not-checked');
    expect(rules.whyNotApprove(draft, b, true)).toBeNull();
    expect(rules.whyNotApprove({ ...draft, state: 'checked' }, b, false)).toBeNull();
  });

  test('what was given back is changed first', () => {
    const returned = { ...draft, returnedReason: '数字不对' };
    expect(rules.whyNotCheck(returned, b)?.code).toBe('publicity.returned');
    expect(rules.whyNotApprove(returned, b, true)?.code).toBe('publicity.returned');
  });

  test('what a matter has shown, and for how long, is not changed here; words may be added', () => {
    const held = { title: '候车亭', body: '', shown: [], pictures: [], days: 7, board: true, estateId: null };
    const row = { ...draft, ...held, matterId: 'm' };
    expect(rules.whyNotChange(row, { ...held, body: '请大家看看' })).toBeNull();
    for (const change of [{ days: 3 }, { title: '亭子' }, { board: false }, { shown: [{ label: '钱', lines: ['1'] }] }])
      expect(rules.whyNotChange(row, { ...held, ...change })?.code).toBe('publicity.carried');
    expect(rules.whyNotChange({ ...row, matterId: null }, { ...held, days: 3 })).toBeNull();
  });
});

describe('what was shown', () => {
  const row = {
    ...{ areaId: 'area', id: 'id', title: '候车亭公示', body: '请看', days: 7, board: true },
    shown: [{ label: '预算', lines: ['18,600 元'] }],
  };
  const seen = { areaName: '工盛社区', pictures: ['abc'], postedAt: posted.postedAt };
  const text = rules.openingText(row, seen);
  const openingHash = createHash('sha256').update(text, 'utf8').digest('hex');

  test('its text is the same whatever order its keys come in', () => {
    expect(rules.openingText(Object.fromEntries(Object.entries(row).toReversed()) as typeof row, seen)).toBe(text);
  });

  test('every word of it that changes is seen, and so is a changed text', () => {
    expect(rules.isAsPosted({ ...row, openingHash }, text)).toBe(true);
    const line = row.shown[0]!;
    const changes = [
      ...[{ title: '候车亭' }, { body: '' }, { days: 6 }, { board: false }, { shown: [] }],
      { shown: [{ ...line, lines: ['18,601 元'] }] },
      { shown: [{ ...line, label: '决算' }] },
    ];
    for (const change of changes) expect(rules.isAsPosted({ ...row, ...change, openingHash }, text)).toBe(false);
    expect(rules.isAsPosted({ ...row, openingHash }, text.replace('18,600', '18,601'))).toBe(false);
    expect(rules.isAsPosted({ ...row, openingHash: openingHash.replace(/^./, '-') }, text)).toBe(false);
  });

  test('the hash is read aloud in fours', () => {
    expect(rules.shortHash('3f2a91bc0d4e77a1ffff')).toBe('3f2a 91bc 0d4e 77a1');
  });
});
