import { describe, expect, test } from 'vitest';
import { groupText, stateName, stateOf, whyNotCancel, whyNotEnrol } from './rules.ts';

const startsAt = '2026-05-14T07:30:00.000Z';
const endsAt = '2026-05-14T09:00:00.000Z';
const before = new Date('2026-05-14T01:00:00Z');
const of = (seats: number | null, enrolled: number) => ({ startsAt, endsAt, seats, enrolled });

describe('how an activity stands', () => {
  test('with seats: open to the last, then full; without: free', () => {
    expect([of(10, 9), of(10, 10), of(null, 0)].map((one) => stateOf(one, before))).toEqual(['open', 'full', 'free']);
    expect([of(10, 4), of(10, 10), of(null, 0)].map((one) => stateName(one, before))).toEqual([
      '还有 6 个名额',
      '名额满了，可以排队',
      '不用报名',
    ]);
  });

  test('begun from its first moment, over from its last', () => {
    const at = (time: string, ms: number) => stateOf(of(10, 0), new Date(Date.parse(time) + ms));
    expect([at(startsAt, -1), at(startsAt, 0), at(endsAt, -1), at(endsAt, 0)]).toEqual([
      'open',
      'begun',
      'begun',
      'over',
    ]);
  });

  test('why not enrol, why not cancel', () => {
    expect(whyNotEnrol(of(10, 9), before)).toBeNull();
    expect(whyNotEnrol(of(10, 10), before)).toBeNull();
    expect(whyNotEnrol(of(null, 0), before)?.code).toBe('activity.no-enrolment');
    expect(whyNotEnrol(of(10, 0), new Date(startsAt))?.code).toBe('activity.begun');
    expect(whyNotCancel(of(10, 1), new Date(Date.parse(startsAt) - 1))).toBeNull();
    expect(whyNotCancel(of(10, 1), new Date(startsAt))?.code).toBe('activity.begun');
  });
});

test('the text for the group: date, place, host, what to bring, seats, address', () => {
  const activity = {
    title: '书记下午茶：聊聊停车',
    summary: '带上您的停车烦恼。',
    place: '北院老槐树下',
    host: '社区党委',
    ...of(10, 4),
  };
  const text = groupText(activity, { areaName: '工盛社区', url: 'https://x.cn/a' }, before);
  expect(text.split('\n')).toEqual([
    '【工盛社区】书记下午茶：聊聊停车',
    '时间：5月14日 星期四 15:30—17:00',
    '地点：北院老槐树下',
    '主办：社区党委',
    '带上您的停车烦恼。',
    '名额 10 个，还有 6 个名额。',
    '报名：https://x.cn/a',
  ]);
  expect(groupText({ ...activity, seats: null }, { areaName: '', url: 'u' }, before)).toContain(
    '不用报名，直接来。\n详情：u',
  );
});
