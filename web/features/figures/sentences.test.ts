import { describe, expect, test } from 'vitest';
import { shareText } from '../../lib/desk/share.ts';
import { groupsSentence, stepsSentence } from './sentences.ts';

describe('look/desk 6: a percentage always shows its fraction', () => {
  test.each([
    [62, 70, '88.6%（62/70）'],
    [19, 19, '19/19'],
    [3, 19, '3/19'],
    [3, 20, '15.0%（3/20）'],
    [30, 30, '30/30'],
    [0, 0, '没有'],
  ])('%i of %i', (part, whole, text) => expect(shareText(part, whole)).toBe(text));
});

const step = (zh: string, medianMs: number | null, done: number, onTime: number) => ({
  id: zh,
  label: { zh, en: zh },
  done,
  onTime,
  medianMs,
  medianText: `${medianMs ?? 0} 毫秒`,
  limitText: '',
  shareOfLimit: null,
});

describe('each chart has a summary of one sentence', () => {
  test('the slowest step and the one most often late', () => {
    expect(stepsSentence([step('上报', 5, 10, 10), step('办理', 90, 10, 7)])).toBe(
      '“办理”用得最久，一半的事在 90 毫秒 以内；逾期最多的是“办理”，3 件次。',
    );
    expect(stepsSentence([step('上报', 5, 10, 10)])).toContain('没有一步逾期');
    expect(stepsSentence([step('上报', null, 0, 0)])).toBe('这段时间没有走完的步骤。');
  });

  test('groups', () => {
    expect(groupsSentence([{ name: '停车', count: 4 }], '来的')).toBe('新增 4 件，都是“停车”。');
    expect(groupsSentence([], '来的')).toBe('这段时间没有新增的事。');
  });
});
