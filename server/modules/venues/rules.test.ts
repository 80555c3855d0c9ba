import { describe, expect, test } from 'vitest';
import { loadVenueWords } from './words/store.ts';
import type { NewVenue } from './contract.ts';
import * as rules from './rules.ts';

const words = loadVenueWords('library');
const hour = 60;
const venue: NewVenue = {
  name: '邻里书吧',
  kind: '书吧',
  parentId: null,
  indoor: true,
  sizeTenths: 860,
  place: '1 号楼底层',
  buildingId: null,
  lng: null,
  lat: null,
  ownerKind: 'community',
  ownerName: '',
  ownerTerms: '',
  operator: '',
  free: true,
  functions: ['文化服务'],
  capacity: null,
  story: '',
  picture: null,
  usedBefore: '',
  pictureBefore: null,
  sizeBeforeTenths: null,
  bookable: false,
  rules: null,
  position: 0,
  hours: [],
  exceptions: [],
};
const wrong = (change: Partial<NewVenue>, id: string | null = null) =>
  rules.whyNotVenue({ ...venue, ...change }, id, [{ id: 'hall', parentId: null, closedOn: null }], words)?.fields;

describe('A14: what a venue must say', () => {
  test('kind and functions are words of the library, others are refused', () => {
    expect(wrong({})).toBeUndefined();
    expect(wrong({ kind: '飞机场' })).toHaveProperty('kind');
    expect(wrong({ functions: ['文化服务', '飞行服务'] })).toHaveProperty('functions');
  });

  test('a unit that shares its venue is named; a venue that is booked says how', () => {
    expect(wrong({ ownerKind: 'unit' })).toHaveProperty('ownerName');
    expect(wrong({ ownerKind: 'unit', ownerName: '工盛小学' })).toBeUndefined();
    expect(wrong({ bookable: true })).toHaveProperty('rules');
  });

  test('a hall does not lie in itself nor in one of its rooms, nor in a house nobody knows', () => {
    const spaces = [
      { id: 'hall', parentId: null, closedOn: null },
      { id: 'room', parentId: 'hall', closedOn: null },
    ];
    const moved = (id: string, parentId: string) =>
      rules.whyNotVenue({ ...venue, parentId }, id, spaces, words)?.fields;
    expect(moved('hall', 'room')).toHaveProperty('parentId');
    expect(moved('hall', 'hall')).toHaveProperty('parentId');
    expect(moved('room', 'hall')).toBeUndefined();
    expect(moved('room', 'nowhere')).toHaveProperty('parentId');
  });
});

describe('N21: a combined service is at least one of culture, livelihood and daily life', () => {
  test('the library names these three, and a station without any is told from one with one', () => {
    const combined = words.functions.find(({ group }) => group === '综合服务')?.words.map(({ name }) => name) ?? [];
    expect(combined).toEqual(['文化服务', '民生服务', '生活服务']);
    const has = (functions: string[]) => functions.some((name) => combined.includes(name));
    expect([has([]), has(['展区']), has(['民生服务'])]).toEqual([false, false, true]);
  });
});

describe('open now', () => {
  const day = (...openings: [number, number, string?][]) => ({
    day: '2026-11-24',
    openings: openings.map(([from, to, zone = '']) => ({ from, to, zone })),
  });
  const later = (on: string, from: number) => ({ day: on, openings: [{ from, to: from + 60, zone: '' }] });

  test('it closes at its minute, not after; what follows at once belongs to it', () => {
    expect(rules.openName([day([540, 690, '爱心缝纫铺'])], 689)).toMatchObject({ isOpen: true, zone: '爱心缝纫铺' });
    expect(rules.openName([day([540, 690])], 690)).toMatchObject({ isOpen: false });
    expect(rules.openName([day([540, 690], [690, 1020])], 600).name).toBe('开着，到 17:00');
  });

  test('N37: on another day than Tuesday it opens on Tuesday', () => {
    expect(rules.openName([day(), { day: '2026-11-30', openings: [] }, later('2026-12-01', 540)], 600).name).toBe(
      '周二 9:00 开',
    );
    expect(rules.openName([day([15 * hour, 17 * hour])], 600).name).toBe('今天 15:00 开');
    expect(rules.openName([day(), later('2026-11-25', 510)], 600).name).toBe('明天 8:30 开');
    expect(rules.openName([day()], 600).name).toBe('这几天不开');
  });
});

test('a day is said once: what overlaps, or is half written, is refused with its day', () => {
  const one = { day: '2026-12-31', opens: 540, closes: 720, zone: '', reason: '' };
  expect(rules.whyNotExceptions([one, { ...one, opens: 720, closes: 800 }])).toBeNull();
  for (const other of [one, { ...one, opens: null, closes: null }, { ...one, opens: 719, closes: 730 }])
    expect(rules.whyNotExceptions([one, other])?.fields?.['exceptions']).toContain('2026-12-31');
  expect(rules.whyNotExceptions([{ ...one, closes: null }])).not.toBeNull();
});
