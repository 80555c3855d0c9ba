import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSame, whyNotSeat } from './members/rules.ts';
import {
  missingParties,
  otherPosts,
  partyGroupOf,
  termOf,
  vacanciesOf,
  whyNotHang,
  whyNotPartyGroup,
} from './rules.ts';
import { loadBodyWords } from './words/store.ts';

const words = loadBodyWords(join(import.meta.dirname, '../../../library'));
const kind = (word: string) => words.kinds[word]!;
const who = (nameIndex: string, change: { userId?: string; phoneIndex?: string } = {}) => ({
  ...{ userId: null, phoneIndex: null, nameIndex },
  ...change,
});

describe('the party tree', () => {
  test('N46: exactly five levels from the street to the household, each right under the one above', () => {
    expect(
      Object.values(words.kinds)
        .flatMap(({ treeLevel }) => treeLevel ?? [])
        .toSorted(),
    ).toEqual([1, 2, 3, 4, 5]);
    expect(kind('street-work-committee').treeLevel).toBe(1);
    expect(kind('centre-household').treeLevel).toBe(5);
    expect(whyNotHang(1, null)).toBeNull();
    for (const level of [3, 4, 5]) expect(whyNotHang(level, { level: level - 1 })).toBeNull();
  });

  test('N46: a sixth level is refused, and so is one that is skipped or hangs in the air', () => {
    expect(whyNotHang(6, { level: 5 })?.code).toBe('body.level-misplaced');
    expect(whyNotHang(5, { level: 5 })?.zh).toContain('最下面一级');
    expect(whyNotHang(4, { level: 2 })?.zh).toContain('不能隔着一级');
    expect(whyNotHang(3, null)).not.toBeNull();
    expect(whyNotHang(0, null)).not.toBeNull();
    expect(whyNotHang(null, { level: 2 })).not.toBeNull();
  });
});

describe('party groups of a 物管会', () => {
  const { atLeast } = words.partyGroup;

  test('N68: two party members make none, three prompt to set one up, and it stands once it is there', () => {
    expect([0, 2, 3, 4].map((members) => partyGroupOf(members, false, atLeast))).toEqual([
      'none',
      'none',
      'due',
      'due',
    ]);
    expect(partyGroupOf(3, true, atLeast)).toBe('stands');
  });

  test('N68: with two a group is refused, with three it is not', () => {
    expect(whyNotPartyGroup(2, atLeast)?.code).toBe('body.party-group-early');
    expect(whyNotPartyGroup(3, atLeast)).toBeNull();
  });
});

describe('seats', () => {
  const none = {
    holding: 0,
    sittings: [],
    labels: { 'community-party-committee': '社区党委', 'residents-committee': '居民委员会' },
  };
  const cadre = { ...who('chen'), post: '主任', partyMember: true };

  test('C77: the director of a 物管会 is a cadre of the 社区两委, and nobody else', () => {
    const committee = kind('property-management-committee');
    expect(whyNotSeat(committee, cadre, none)?.zh).toContain('由社区党委或居民委员会的成员担任');
    const sits = { ...who('chen'), word: 'residents-committee', bodyId: 'b', bodyName: '居委会', post: '委员' };
    expect(whyNotSeat(committee, cadre, { ...none, sittings: [sits] })).toBeNull();
    expect(whyNotSeat(committee, cadre, { ...none, sittings: [{ ...sits, word: 'owners-committee' }] })).not.toBeNull();
  });

  test('a post that one holds is full, an unknown one is no post, a party post is for party members', () => {
    const owners = kind('owners-committee');
    expect(whyNotSeat(owners, cadre, none)).toBeNull();
    expect(whyNotSeat(owners, cadre, { ...none, holding: 1 })?.zh).toContain('现在有人');
    expect(whyNotSeat(owners, { ...cadre, post: '皇帝' }, none)?.zh).toContain('主任、副主任、委员');
    expect(whyNotSeat(kind('grid-party-branch'), { ...cadre, post: '书记', partyMember: false }, none)?.zh).toContain(
      '党员',
    );
  });

  test('vacancies are what the seats ask and nobody holds', () => {
    const { seats } = kind('owners-committee');
    expect(vacanciesOf(seats, [{ post: '委员' }])).toEqual(['还缺主任 1 位', '还缺委员 1 位']);
    expect(vacanciesOf(seats, [{ post: '主任' }, { post: '委员' }, { post: '委员' }])).toEqual([]);
  });
});

describe('1+3+N', () => {
  const of = (id: string) => words.compositions[id]!;
  const three = ['community-party-committee', '居民委员会', 'owners-committee', '物业服务企业'];

  test('N58: a meeting that lacks one of the three bodies is told which; with all of them nothing is', () => {
    expect(missingParties(of('one-three-n-yingbin'), three)).toEqual([]);
    expect(missingParties(of('one-three-n-yingbin'), three.slice(0, 3))).toEqual(['物业服务企业']);
    expect(missingParties(of('one-three-n-yingbin'), ['律师'])).toEqual([
      '社区党委',
      '居民委员会',
      '业主委员会',
      '物业服务企业',
    ]);
  });

  test('X3: the three places mean three things: bodies, a list with three meetings, party forces', () => {
    const parts = (id: string) => of(id).parts.map((part) => `${part.sign} ${part.of}`);
    expect(parts('one-three-n-yingbin')).toEqual(['1 party', '3 party', 'N party']);
    expect(parts('one-three-n-qianjin')).toEqual(['1 paper', '3 meeting', 'N party']);
    expect(of('one-three-n-qianjin').parts[1]?.parties).toHaveLength(3);
    expect(missingParties(of('one-three-n-qianjin'), [])).toEqual(['联动单位']);
    expect(missingParties(of('one-three-n-qianjin'), ['城管'])).toEqual([]);
    expect(missingParties(of('one-three-n-huangjin'), ['社区党委'])).toEqual([
      '小区党支部',
      '共建单位党组织',
      '一编三定党员',
    ]);
    expect(of('one-three-n-huangjin').inferred).toBeTruthy();
  });
});

describe('terms and dual posts', () => {
  test('a term runs through its last day, is soon over 90 days before, and over the day after', () => {
    expect(termOf(null, '2026-11-20')).toBe('none');
    expect(termOf('2027-02-19', '2026-11-20')).toBe('running');
    expect(termOf('2027-02-18', '2026-11-20')).toBe('soon');
    expect(termOf('2026-11-20', '2026-11-20')).toBe('soon');
    expect(termOf('2026-11-19', '2026-11-20')).toBe('over');
  });

  test('C70: the same person in two bodies is shown with both posts; a namesake with another telephone is not', () => {
    const post = (id: string, bodyName: string, identity: ReturnType<typeof who>) => ({
      ...identity,
      id,
      bodyName,
      post: '委员',
    });
    const posts = otherPosts([
      post('1', '社区党委', who('zhai', { userId: 'u1' })),
      post('2', '居委会', who('zhai', { userId: 'u1' })),
      post('3', '业委会', who('zhai', { userId: 'u2' })),
    ]);
    expect([posts.get('1'), posts.get('2'), posts.get('3')]).toEqual([['居委会委员'], ['社区党委委员'], []]);
    expect(isSame(who('a', { phoneIndex: '1' }), who('a', { phoneIndex: '2' }))).toBe(false);
    expect(isSame(who('a', { phoneIndex: '1' }), who('a'))).toBe(true);
  });
});
