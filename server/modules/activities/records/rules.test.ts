import { describe, expect, test } from 'vitest';
import { RecordInput } from './contract.ts';
import * as rules from './rules.ts';

const now = new Date('2026-11-20T01:00:00Z');
const session = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, place: '', venueId: null });
const draft = (change: object = {}) =>
  RecordInput.parse({
    title: '银龄手机课',
    kind: 'course',
    host: '社区',
    place: '二楼活动室',
    officer: '周敏',
    sessions: [session('2026-11-25T01:30:00Z', '2026-11-25T03:00:00Z')],
    ...change,
  });

describe('a draft', () => {
  test('sessions end after they begin; two touch but do not overlap in one place', () => {
    const second = (startsAt: string) =>
      draft({ sessions: [...draft().sessions, session(startsAt, '2026-11-25T05:00:00Z')] });
    expect(rules.whyNotKept(second('2026-11-25T03:00:00Z'))).toBeNull();
    expect(rules.whyNotKept(second('2026-11-25T02:59:00Z'))?.code).toBe('activity-record.overlap');
    const turned = draft({ sessions: [session('2026-11-25T03:00:00Z', '2026-11-25T03:00:00Z')] });
    expect(rules.whyNotKept(turned)?.code).toBe('activity-record.ends-before-start');
  });

  test('A7: two places may be played at the same time', () => {
    const [first] = draft().sessions;
    const elsewhere = { ...first, place: '公园小区广场' };
    expect(rules.whyNotKept(draft({ sessions: [first, elsewhere] }))).toBeNull();
  });

  test('E6: nothing is put forward without the person who sees to it', () => {
    expect(rules.whyNotReady(draft().sessions, '周敏', now)).toBeNull();
    expect(rules.whyNotReady(draft().sessions, '', now)?.code).toBe('activity-record.no-officer');
  });

  test('what would be over is not put forward; what is over to its last minute is', () => {
    expect(rules.whyNotReady(draft().sessions, '周敏', new Date('2026-11-25T02:59:59Z'))).toBeNull();
    expect(rules.whyNotReady(draft().sessions, '周敏', new Date('2026-11-25T03:00:00Z'))?.code).toBe(
      'activity-record.over',
    );
  });
});

describe('N39: four editions of the gala a year', () => {
  test('each of the four, none of them twice, and no fifth', () => {
    const taken: string[] = [];
    for (const edition of ['春之乐', '夏之悦', '秋之约', '冬之跃']) {
      expect(rules.whyNotEdition('gala', edition, taken)).toBeNull();
      taken.push(edition);
      expect(rules.whyNotEdition('gala', edition, taken)?.code).toBe('activity-record.edition-taken');
    }
    expect(rules.whyNotEdition('gala', '加演', taken)?.code).toBe('activity-record.edition-unknown');
    expect(rules.whyNotEdition('gala', '', [])?.code).toBe('activity-record.edition-unknown');
  });

  test('other series name their editions as they like; the year is Shanghai’s', () => {
    expect(rules.whyNotEdition('festival', '第 6 届', [])).toBeNull();
    expect([rules.yearOf('2026-12-31T15:59:59Z'), rules.yearOf('2026-12-31T16:00:00Z')]).toEqual([2026, 2027]);
  });
});

describe('who may do what', () => {
  const drafter = { drafts: true, approves: false };
  const secretary = { drafts: true, approves: true };
  test('a drafter never publishes: not from a draft, not from what waits, not when it is public', () => {
    for (const state of ['draft', 'submitted', 'published', 'withdrawn'] as const) {
      expect(rules.actionsOf(state, false, drafter)).not.toContain('approve');
      expect(rules.actionsOf(state, false, { drafts: false, approves: false })).toEqual([]);
    }
    expect(rules.actionsOf('draft', false, drafter)).toEqual(['save', 'submit', 'discard', 'again']);
    expect(rules.actionsOf('submitted', false, drafter)).toEqual(['recall', 'again']);
  });

  test('the secretary decides what waits, and changes what is public until it is over', () => {
    expect(rules.actionsOf('submitted', false, secretary)).toEqual(['save', 'approve', 'return', 'again']);
    expect(rules.actionsOf('published', false, secretary)).toEqual(['save', 'withdraw', 'again']);
    expect(rules.actionsOf('published', true, secretary)).toEqual(['again']);
  });
});

test('a change of time or of place is told, a change of words is not', () => {
  const held = { startsAt: '2026-11-25T01:30:00.000Z', endsAt: '2026-11-25T03:00:00.000Z', place: '二楼活动室' };
  expect(rules.changeTold('手机课', [held], [{ ...held, startsAt: '2026-11-25T01:30:00Z' }], now)).toBeNull();
  expect(rules.changeTold('手机课', [held], [{ ...held, place: '书吧' }], now)).toContain(
    '11月25日 星期三 09:30，书吧',
  );
  expect(rules.changeTold('手机课', [held], [held, { ...held, startsAt: '2026-11-26T01:30:00Z' }], now)).toContain(
    '手机课',
  );
});
