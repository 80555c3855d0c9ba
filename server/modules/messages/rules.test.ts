import { describe, expect, test } from 'vitest';
import { nearestHolders, readActorKey, smsText } from './rules.ts';

describe('actor keys', () => {
  test.each([
    ['user:42', { kind: 'user', userId: '42' }],
    ['role:grid-worker@a1', { kind: 'role', role: 'grid-worker', areaId: 'a1' }],
  ])('%s names somebody', (key, read) => expect(readActorKey(key)).toEqual(read));

  test.each([
    'anyone',
    'system',
    'device',
    'reporter',
    'role:grid-worker',
    'user:',
    'user:anonymous',
    'user:system',
    'body:residents@a1',
  ])('%s names nobody who could be told', (key) => expect(readActorKey(key)).toBeNull());
});

describe('a notice to a role reaches somebody', () => {
  const path = ['city', 'street', 'community'];
  const held = (...areas: string[]) => areas.map((areaId) => ({ userId: `at-${areaId}`, areaId }));

  test('those at the area, and then nobody else', () => {
    expect(nearestHolders('community', path, held('street', 'community', 'grid'))).toEqual(['at-community']);
  });
  test('else those below it, all of them', () => {
    expect(nearestHolders('community', path, held('street', 'grid', 'gridTwo'))).toEqual(['at-grid', 'at-gridTwo']);
  });
  test('else those above, the nearest', () => {
    expect(nearestHolders('community', path, held('city', 'street'))).toEqual(['at-street']);
  });
  test('nobody when nobody holds it', () => expect(nearestHolders('community', path, [])).toEqual([]));
});

describe('the text of an SMS', () => {
  test('is signed, in one line, and has no marks a carrier could take for another signature', () => {
    expect(smsText({ title: '【中奖】\n点这里', body: '一\u202e二\u0000三' }, '工盛社区')).toBe(
      '【里仁·工盛社区】中奖 点这里：一 二 三',
    );
  });
  test('200 signs stay whole, of 201 the last is cut', () => {
    const of = (length: number) => [
      ...smsText({ title: '题', body: '字'.repeat(length - 2) }, '').slice('【里仁·】'.length),
    ];
    expect(of(200)).toHaveLength(200);
    expect(of(200).at(-1)).toBe('字');
    expect(of(201)).toHaveLength(200);
    expect(of(201).at(-1)).toBe('…');
  });
});
