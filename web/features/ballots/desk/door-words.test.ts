import { expect, test } from 'vitest';
import { countDoors, doorName, stateOf } from './door-words.ts';

const door = { excludedReason: null, voted: false, paper: 'none' as const, deliveries: [] };
const delivery = { way: 'door' as const, wayName: '上门', at: '', byName: '', note: '', proofFile: null };

test('a door that may not vote is excluded whatever else is true of it', () => {
  expect(stateOf({ ...door, excludedReason: '是施工方', voted: true })).toBe('excluded');
});

test('a door is open until it has voted: not reached, reached, or with a paper that waits for its second reader', () => {
  expect(stateOf(door)).toBe('undelivered');
  expect(stateOf({ ...door, deliveries: [delivery] })).toBe('delivered');
  expect(stateOf({ ...door, paper: 'once' })).toBe('paper');
  expect(stateOf({ ...door, paper: 'differ', deliveries: [delivery] })).toBe('paper');
  expect(stateOf({ ...door, paper: 'done', voted: true, deliveries: [delivery] })).toBe('voted');
});

test('the counts of a board add up to its doors', () => {
  const counts = countDoors([door, { ...door, voted: true }, { ...door, deliveries: [delivery] }]);
  expect(counts).toEqual({ excluded: 0, voted: 1, paper: 0, delivered: 1, undelivered: 1 });
});

test('a door is called without the building that stands above the board', () => {
  expect(doorName('3号楼2单元501', '3号楼')).toBe('2单元501');
  expect(doorName('3号楼 2-501', '3号楼')).toBe('2-501');
  expect(doorName('工盛北院 1 号楼 3单元 601', '1 号楼')).toBe('3单元 601');
  expect(doorName('临街7号', '3号楼')).toBe('临街7号');
  expect(doorName('3号楼', '3号楼')).toBe('3号楼');
});
