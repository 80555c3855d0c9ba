import { describe, expect, test } from 'vitest';
import { isOpen, leaders, whyNotDecide, whyNotOpen } from './choice/rules.ts';
import type { BrandForm } from './contract.ts';
import { belongs, figuresOf, warningOf, yearStart } from './review/rules.ts';
import { findSimilar, groupText, whyNotApprove, whyNotSubmit } from './rules.ts';

const form: BrandForm = {
  name: '井台书声',
  slogan: '一口老井边，天天有人读书',
  words: ['读书', '老街'],
  story: '从前打水的地方，如今是读书的地方。',
  pictures: ['brand-well'],
  venueId: null,
  teamId: null,
  seriesId: null,
  themes: ['读书活动'],
  owner: '孟庆华',
  startedOn: '2025-03-01',
};

describe('approval before anything is public', () => {
  test('F03: a brand is handed in whole: without a story, a picture or somebody in charge (E6) it is not', () => {
    expect(whyNotSubmit({ ...form, state: 'draft' })).toBeNull();
    for (const part of [{ story: ' ' }, { pictures: [] }, { owner: '' }])
      expect(whyNotSubmit({ ...form, ...part, state: 'draft' })?.code).toBe('brand.not-whole');
    expect(whyNotSubmit({ ...form, state: 'submitted' })?.code).toBe('brand.not-draft');
  });

  test('only what was submitted can be approved', () => {
    expect(whyNotApprove('submitted')).toBeNull();
    for (const state of ['draft', 'published', 'retired'] as const)
      expect(whyNotApprove(state)?.code).toBe('brand.not-submitted');
  });
});

describe('F03 step 5: similar to another → review', () => {
  const other = (name: string, words: string[] = []) => ({
    areaId: 'x',
    areaName: '邻近社区',
    slogan: '',
    name,
    words,
  });

  test('a close name is shown, a far one is not; words that every name has do not count', () => {
    expect(findSimilar(form, [other('井台书香')])).toMatchObject([{ because: 'name', percent: 67 }]);
    expect(findSimilar(form, [other('山水合唱')])).toEqual([]);
    expect(findSimilar({ name: '邻里文化社区', words: [] }, [other('文化社区品牌')])).toEqual([]);
  });

  test('the same theme under another name is shown too, the closest first', () => {
    const found = findSimilar(form, [
      other('晚风书屋', ['读书', '老街', '夜校']),
      other('井台书声'),
      other('花', ['花草']),
    ]);
    expect(found.map(({ because, percent }) => [because, percent])).toEqual([
      ['name', 100],
      ['words', 80],
    ]);
  });
});

describe('F03 step 2: residents choose, a tie is decided by the community with its reason', () => {
  const counts = (...voices: number[]) => voices.map((count, at) => ({ themeId: `t${at}`, voices: count }));
  const closed = { closesOn: '2026-11-19', decidedAt: null };
  const now = new Date('2026-11-20T01:00:00Z');
  const reason = '两个主题一样多，老街的井已经修好，先做这一个';

  test('it is open to the end of its last day in Shanghai, and not a minute longer', () => {
    const choice = { closesOn: '2026-11-20', decidedAt: null };
    expect(isOpen(choice, new Date('2026-11-20T15:59:00Z'))).toBe(true);
    expect(isOpen(choice, new Date('2026-11-20T16:00:00Z'))).toBe(false);
  });

  test('the one with most voices leads; equal ones lead together; without any voice all do', () => {
    expect(leaders(counts(3, 5, 4))).toEqual(['t1']);
    expect(leaders(counts(5, 5, 4))).toEqual(['t0', 't1']);
    expect(leaders(counts(0, 0))).toEqual(['t0', 't1']);
  });

  test('nobody decides while residents choose, nor against them; a tie needs ten characters of reason', () => {
    const open = { ...closed, closesOn: '2026-11-20' };
    expect(whyNotDecide(open, counts(2, 1), { themeId: 't0', reason }, now)?.code).toBe('brand.choice-open');
    expect(whyNotDecide(closed, counts(2, 1), { themeId: 't1', reason }, now)?.code).toBe('brand.not-leading');
    expect(whyNotDecide(closed, counts(2, 1), { themeId: 't0', reason: '' }, now)).toBeNull();
    expect(whyNotDecide(closed, counts(2, 2), { themeId: 't0', reason: '九个字的理由还不够' }, now)?.code).toBe(
      'brand.reason-missing',
    );
    expect(whyNotDecide(closed, counts(2, 2), { themeId: 't0', reason: '十个字的理由刚刚好了' }, now)).toBeNull();
    expect(whyNotDecide(closed, counts(2, 2, 1), { themeId: 't2', reason }, now)?.code).toBe('brand.not-leading');
  });

  test('it runs 3 to 60 days, among themes that differ', () => {
    const choice = (closesOn: string, titles = ['甲甲', '乙乙']) => ({
      question: '选什么主题',
      closesOn,
      themes: titles.map((title) => ({ title, why: '', picture: 'tea' })),
    });
    expect(whyNotOpen(choice('2026-11-22'), now)?.fields).toHaveProperty('closesOn');
    expect(whyNotOpen(choice('2026-11-23'), now)).toBeNull();
    expect(whyNotOpen(choice('2027-01-19'), now)).toBeNull();
    expect(whyNotOpen(choice('2027-01-20'), now)?.fields).toHaveProperty('closesOn');
    expect(whyNotOpen(choice('2026-11-23', ['甲甲', '甲甲']), now)?.fields).toHaveProperty('themes');
  });
});

describe('F03 step 6: the yearly review is computed', () => {
  const counted = { people: 40, personTimes: 90, members: null, works: null };

  test('twelve months with this one; months active are those with something held; 人 and 人次 stand apart (X4)', () => {
    const held = ['2026-01-05T02:00:00Z', '2026-01-31T15:30:00Z', '2026-11-18T02:00:00Z'].map((startsAt) => ({
      startsAt,
    }));
    const figures = figuresOf(held, counted, null, new Date('2026-11-20T01:00:00Z'));
    expect(figures).toMatchObject({
      from: '2025-12-01',
      held: 3,
      monthsActive: 2,
      people: 40,
      personTimes: 90,
      warning: null,
    });
    expect(figures.months).toHaveLength(12);
    expect(figures.months[1]).toEqual({ month: '2026-01', held: 2 });
    expect(yearStart(new Date('2026-12-31T16:00:00Z'))).toBe('2026-02-01');
    expect(yearStart(new Date('2026-12-31T15:00:00Z'))).toBe('2026-01-01');
  });

  test('inactive → warn: after 92 days without anything, not before; a young brand is given that time too', () => {
    expect(warningOf(['2026-08-20'], null, '2026-11-20')).toBeNull();
    expect(warningOf(['2026-08-19'], null, '2026-11-20')).toContain('停了 93 天');
    expect(warningOf([], '2026-11-01', '2026-11-20')).toBeNull();
    expect(warningOf([], '2026-01-01', '2026-11-20')).toContain('没有办过活动');
  });

  test('an activity belongs by series, by team or by a word, else not', () => {
    const brand = { seriesId: 's', teamId: 't', themes: ['读书活动'] };
    const none = { seriesId: null, teamId: null, themes: [] };
    expect(belongs(brand, { ...none, seriesId: 's' })).toBe(true);
    expect(belongs(brand, { ...none, teamId: 't' })).toBe(true);
    expect(belongs(brand, { ...none, themes: ['读书活动', '文化'] })).toBe(true);
    expect(belongs(brand, none)).toBe(false);
    expect(belongs({ ...none }, none)).toBe(false);
  });
});

test('the text for the group says who, what, where and when next', () => {
  const text = groupText(
    { ...form, areaName: '工盛社区', space: null, next: '晨读（明天 08:30）' },
    'https://a.cn/b/1',
  );
  expect(text.split('\n')).toEqual([
    '【工盛社区】井台书声',
    form.slogan,
    '接下来：晨读（明天 08:30）',
    '看看我们社区：https://a.cn/b/1',
  ]);
});
