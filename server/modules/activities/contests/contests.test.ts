import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';

const { ask, actors, clock } = await openNeighbourhood(await testDatabase());

const begun = clock.now().getTime();
const inHours = (hours: number): string => new Date(begun + hours * 3_600_000).toISOString();
const open = async (): Promise<string> => {
  const body = {
    title: '藏书票大赛',
    kind: 'contest',
    place: '书吧',
    host: '社区',
    startsAt: inHours(1),
    endsAt: inHours(90),
  };
  const { id } = (await ask('POST', 'activities', { as: 'community', body })).body;
  const contest = {
    criteria: [
      { name: '创意', points: 50 },
      { name: '画工', points: 50 },
    ],
    bands: ['幼儿组', '小学组'],
    honours: ['一等奖', '二等奖'],
    entriesUntil: inHours(24),
    jurorIds: [actors.community.id, actors.grid.id],
  };
  expect((await ask('PUT', `activities/${id}/contest`, { as: 'clerk', body: contest })).status).toBe(200);
  return `activities/${id}/contest`;
};
const work = (title: string) => ({ title, words: '爷爷的书房', band: '小学组', signed: '小满' });

describe('A11: entries and a jury', () => {
  test('jurors score each for themselves, unseen until every score is there; then the honours', async () => {
    const at = await open();
    await ask('POST', `${at}/entries`, { as: 'resident', body: work('书山') });
    const page = (await ask('POST', `${at}/entries`, { as: 'other', body: work('书海') })).body;
    const [first, second] = page.entries.map((one: { id: string }) => one.id);
    const score = (entry: string, as: 'community' | 'grid' | 'clerk', points: number[]) =>
      ask('PUT', `${at}/entries/${entry}/score`, { as, body: { points } });
    expect((await score(first, 'grid', [40, 40])).body.code).toBe('entry.not-judging');
    clock.set(inHours(24));
    expect((await score(first, 'clerk', [40, 40])).body.code).toBe('entry.not-juror');
    await score(first, 'community', [50, 41]);
    const seen = (await score(first, 'grid', [40, 40])).body.entries;
    expect(seen.map((one: { myPoints: number[]; meanTenths: number }) => [one.myPoints, one.meanTenths])).toEqual([
      [[40, 40], null],
      [null, null],
    ]);
    expect(JSON.stringify(seen)).not.toContain('50,41');
    await score(second, 'community', [30, 30]);
    expect((await ask('POST', `${at}/result`, { as: 'community' })).body.code).toBe('contest.missing');
    await score(second, 'grid', [45, 45]);
    expect((await ask('POST', `${at}/result`, { as: 'clerk' })).status).toBe(403);
    const result = (await ask('POST', `${at}/result`, { as: 'community' })).body;
    expect(result.entries.map((one: { honour: string; meanTenths: number }) => [one.honour, one.meanTenths])).toEqual([
      ['一等奖', 855],
      ['二等奖', 750],
    ]);
    expect((await score(second, 'grid', [50, 50])).body.code).toBe('entry.not-judging');
    clock.set(inHours(0));
  });

  test('three works of one person at once and a fourth: three are taken, numbered one after another', async () => {
    const at = await open();
    const answers = await Promise.all(
      ['一', '二', '三', '四'].map((title) => ask('POST', `${at}/entries`, { as: 'resident', body: work(title) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409]);
    const { entries } = (await ask('GET', at)).body;
    expect(entries.map((one: { number: number }) => one.number)).toEqual([1, 2, 3]);
  });
});
