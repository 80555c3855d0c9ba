import { describe, expect, test } from 'vitest';
import { conclusionState, meetingActs, missingParties, warningOf, whyDoorClosed, whyNotCall } from './rules.ts';

const must = ['居民委员会', '业主委员会', '物业服务企业'];
const now = new Date('2026-11-20T11:00:00.000Z');
const at = (hours: number): string => new Date(now.getTime() + hours * 3_600_000).toISOString();

describe('N58: of 1+3+N the three bodies', () => {
  test('N58: all three are there: nothing to warn about; one is lacking: it is named, in a sentence', () => {
    expect(missingParties(must, ['社区党委', ...must])).toEqual([]);
    expect(warningOf([], 'called')).toBeNull();
    const missing = missingParties(must, ['社区党委', '居民委员会', '物业服务企业', '律师']);
    expect(missing).toEqual(['业主委员会']);
    expect(warningOf(missing, 'called')).toContain('还没有请业主委员会');
    expect(warningOf(missing, 'held')).toContain('业主委员会没有到场');
    expect(warningOf(missing, 'cancelled')).toBeNull();
  });
});

describe('the door of a meeting', () => {
  const meeting = { state: 'called', startsAt: at(0), endsAt: at(2) };
  test('opens an hour before and closes an hour after, to the millisecond', () => {
    const moment = (hours: number, ms = 0) => new Date(Date.parse(at(hours)) + ms);
    expect(whyDoorClosed(meeting, moment(-1, -1))?.code).toBe('meeting.not-yet');
    expect(whyDoorClosed(meeting, moment(-1))).toBeNull();
    expect(whyDoorClosed(meeting, moment(3))).toBeNull();
    expect(whyDoorClosed(meeting, moment(3, 1))?.code).toBe('meeting.over');
    expect(whyDoorClosed({ ...meeting, state: 'planned' }, now)?.code).toBe('meeting.not-called');
  });
});

test('a meeting is called with a time ahead, a place and an agenda', () => {
  const ready = { state: 'planned', startsAt: at(1), endsAt: at(2), place: '榕树下', venueId: null };
  expect(whyNotCall(ready, 1, now)).toBeNull();
  expect(whyNotCall({ ...ready, startsAt: at(0) }, 1, now)?.fields).toEqual({ startsAt: '请定在以后' });
  expect(whyNotCall({ ...ready, place: '' }, 1, now)?.fields).toEqual({ place: '请定地点' });
  expect(whyNotCall({ ...ready, startsAt: null }, 0, now)?.fields).toEqual({
    startsAt: '请定时间',
    points: '请写议程',
  });
});

test('minutes pass three hands: who drafted them neither checks nor approves', () => {
  const held = { state: 'held' as const, startsAt: at(-3), minutesBy: 'a', checkedAt: null, approvedAt: null };
  const drafted = { ...held, minutesAt: at(-1) };
  const acts = (meeting: Parameters<typeof meetingActs>[0], userId: string, approves = false) =>
    meetingActs(meeting, { userId, manages: true, approves }, now);
  expect(acts({ ...held, minutesAt: null }, 'a')).toContain('draft');
  expect(acts(drafted, 'a')).not.toContain('check');
  expect(acts(drafted, 'b')).toContain('check');
  expect(acts({ ...drafted, checkedAt: at(0) }, 'a', true)).not.toContain('approve');
  expect(acts({ ...drafted, checkedAt: at(0) }, 'b', true)).toContain('approve');
  expect(acts({ ...drafted, checkedAt: at(0), approvedAt: at(0) }, 'b', true)).not.toContain('draft');
});

test('something agreed is late from the day after its day, and never once it is done', () => {
  const open = { open: true, done: false, late: false };
  expect(conclusionState(open, '2026-11-20', '2026-11-20').state).toBe('doing');
  expect(conclusionState(open, '2026-11-20', '2026-11-21').state).toBe('late');
  expect(conclusionState({ ...open, open: false, done: true }, '2026-11-20', '2026-11-21').state).toBe('done');
  expect(conclusionState({ ...open, open: false }, '2026-11-20', '2026-11-21').state).toBe('stopped');
});
