import { expect, test } from 'vitest';
import { startWorker } from '#platform/jobs';
import { createLog } from '#platform/log';
import { reminderCame, reminderKind } from '#modules/activities';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';
import { movedMessage, remindersOf } from './rules.ts';

const { ask, clock, database, doors } = await openNeighbourhood(await testDatabase());
const worker = startWorker({
  database,
  clock,
  log: createLog('error', { write: () => {} }),
  everyMs: 0,
  outbox: { 'messages.sms': async () => {} },
  deadlines: { [reminderKind]: (tx, job) => reminderCame(tx, doors, job) },
});
const startsAt = '2026-11-24T06:00:00.000Z'; // 14:00 in Shanghai
const endsAt = '2026-11-24T07:00:00.000Z';

async function publish(title: string): Promise<{ id: string; session: string }> {
  const tea = { title, kind: 'talk', place: '老槐树下', host: '社区', seats: 5, startsAt, endsAt };
  const { body } = await ask('POST', 'activities', { as: 'community', body: tea });
  return { id: body.id, session: body.sessions[0].id };
}
const titles = async (as: 'resident' | 'other'): Promise<string[]> =>
  (await ask('GET', '/api/v1/messages', { as })).body.items.map((one: { title: string }) => one.title);
const advance = async (to: string): Promise<void> => {
  clock.set(to);
  await worker.drain();
};

test('a session is announced at six in the evening before and two hours before, never before seven in the morning, never late', () => {
  const at = (begins: string, now: string) =>
    remindersOf(begins, new Date(now)).map((one) => [one.rule, one.at.toISOString()]);
  expect(at(startsAt, '2026-11-20T01:00:00Z')).toEqual([
    ['day-before', '2026-11-23T10:00:00.000Z'],
    ['hours-before', '2026-11-24T04:00:00.000Z'],
  ]);
  expect(at(startsAt, '2026-11-23T10:00:00Z')).toEqual([['hours-before', '2026-11-24T04:00:00.000Z']]);
  // Two hours before 08:59 is 06:59.
  expect(at('2026-11-24T00:59:00.000Z', '2026-11-24T00:00:00Z')).toEqual([]);
  expect(at('2026-11-24T01:00:00.000Z', '2026-11-23T22:00:00Z')).toEqual([
    ['hours-before', '2026-11-23T23:00:00.000Z'],
  ]);
});

test('who moved, and what is said of it', () => {
  const before = { title: '下午茶', place: '老槐树下', startsAt, endsAt };
  const now = new Date('2026-11-20T01:00:00Z');
  expect(movedMessage(before, before, now)).toBeNull();
  expect(movedMessage(before, { ...before, place: '二楼活动室' }, now)?.title).toBe('地点改了：下午茶');
  const later = { ...before, startsAt: '2026-11-24T06:30:00.000Z', endsAt: '2026-11-24T07:30:00.000Z' };
  expect(movedMessage(before, { ...later, place: '二楼活动室' }, now)).toEqual({
    title: '时间和地点改了：下午茶',
    body: '现在是11月24日 星期二 14:30—15:30，在二楼活动室。去不了请取消报名，让给后面的人。',
  });
});

test('who has a seat is reminded twice; who cancelled is not, nor is anybody of what was called off; who moved is told and reminded at the new time', async () => {
  const tea = await publish('下午茶');
  const film = await publish('露天电影');
  const song = await publish('合唱');
  for (const { id } of [tea, film, song]) await ask('POST', `activities/${id}/enrolment`, { as: 'resident' });
  await ask('POST', `activities/${tea.id}/enrolment`, { as: 'other' });
  await ask('DELETE', `activities/${tea.id}/enrolment`, { as: 'other' });
  await ask('POST', `activities/${film.id}/withdraw`, { as: 'community', body: { reason: '有雨' } });
  const move = { startsAt: '2026-11-25T06:00:00.000Z', endsAt: '2026-11-25T07:00:00.000Z', place: '老槐树下' };
  const path = `activities/${song.id}/sessions/${song.session}`;
  expect((await ask('PUT', path, { as: 'grid', body: move })).status).toBe(403);
  expect((await ask('PUT', path, { as: 'community', body: { ...move, endsAt: move.startsAt } })).status).toBe(422);
  expect((await ask('PUT', path, { as: 'community', body: move })).body.startsAt).toBe(move.startsAt);
  expect(await titles('resident')).toEqual(['时间改了：合唱', '活动取消：露天电影']);
  await advance('2026-11-23T09:59:00Z');
  expect(await titles('resident')).toHaveLength(2);
  await advance('2026-11-23T10:00:00Z');
  expect((await titles('resident')).slice(0, -2)).toEqual(['明天14:00：下午茶']);
  for (const at of ['24T04:00', '24T10:00', '25T04:00']) await advance(`2026-11-${at}:00Z`);
  expect((await titles('resident')).slice(0, -2)).toEqual([
    '今天14:00：合唱',
    '明天14:00：合唱',
    '今天14:00：下午茶',
    '明天14:00：下午茶',
  ]);
  expect(await titles('other')).toEqual([]);
});
