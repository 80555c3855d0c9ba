import { beforeEach, describe, expect, test } from 'vitest';
import type { Tx } from '#platform/database';
import { startWorker } from '#platform/jobs';
import { liveChannel } from '#platform/live';
import { createLog } from '#platform/log';
import { smsHandler, tell, type Telling } from '#modules/messages';
import { readPhone } from '#modules/people';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood, type Name } from '#tests/neighbourhood';

const { ask, owner, actors, database, clock, doors, sent, sealer, tree } = await openNeighbourhood(
  await testDatabase(),
);

const telling = (change: Partial<Telling>): Telling => ({
  areaId: places.gongsheng,
  kind: 'waits',
  title: '有一件事等您受理',
  body: '1 号楼飞线充电',
  ...change,
});
const tellAll = (change: Partial<Telling>) =>
  database.transaction(clock.now(), (tx) => tell(tx, doors, telling(change)));
const inbox = async (as: Name) => (await ask('GET', '/api/v1/messages?limit=100', { as })).body;
const idsOf = (...names: Name[]) => names.map((name) => actors[name].id).sort();

beforeEach(async () => {
  await owner.query('delete from messages');
  await owner.query('delete from jobs.outbox');
});

describe('telling', { timeout: 60_000 }, () => {
  test('a role at its grid: its holder, nobody of the next grid', async () => {
    expect(await tellAll({ actorKeys: [`role:grid-worker@${places.gridOne}`] })).toEqual(idsOf('grid'));
    expect((await inbox('grid')).items).toEqual([
      expect.objectContaining({ title: '有一件事等您受理', readAt: null, areaId: places.gongsheng }),
    ]);
    expect((await inbox('gridTwo')).items).toEqual([]);
  });

  test('a role of the grid at the community: every grid worker there, none of the neighbour', async () => {
    expect((await tellAll({ actorKeys: [`role:grid-worker@${places.gongsheng}`] })).sort()).toEqual(
      idsOf('grid', 'gridTwo'),
    );
  });

  test('a role that nobody holds at the grid: who holds it above', async () => {
    expect(await tellAll({ actorKeys: [`role:community-worker@${places.gridTwo}`] })).toEqual(idsOf('clerk'));
  });

  test('a role that has been given up tells nobody', async () => {
    await owner.query(`update auth.grants set held_until = now() where user_id = $1`, [actors.neighbour.id]);
    await doors.roster.reload();
    expect(
      await tellAll({ areaId: places.neighbour, actorKeys: [`role:community-worker@${places.neighbour}`] }),
    ).toEqual([]);
    await owner.query(`update auth.grants set held_until = null where user_id = $1`, [actors.neighbour.id]);
    await doors.roster.reload();
  });

  test('someone named by role, key and id is told once; the one who did it is not; unknown ids are passed over', async () => {
    const told = await tellAll({
      actorKeys: [`role:grid-worker@${places.gridOne}`, `user:${actors.grid.id}`, `user:${actors.other.id}`, 'anyone'],
      userIds: [actors.grid.id, actors.resident.id, 'nobody'],
      except: [actors.other.id],
    });
    expect(told.sort()).toEqual(idsOf('grid', 'resident'));
    expect((await inbox('grid')).items).toHaveLength(1);
  });

  test('what is rolled back tells nobody', async () => {
    const failing = database.transaction(clock.now(), async (tx: Tx) => {
      await tell(tx, doors, telling({ userIds: [actors.resident.id] }));
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    expect((await inbox('resident')).items).toEqual([]);
  });

  test('open pages of the person hear of it, without a word of the message', async () => {
    // Of a person whom nothing was told before: what others are told may still be on its way.
    const topic = `user:${actors.family.id}`;
    const heard: { topic: string; data: string }[] = [];
    const stop = await database.listen(liveChannel, (payload) => heard.push(JSON.parse(payload)));
    await tellAll({ userIds: [actors.family.id] });
    await expect.poll(() => heard.filter((one) => one.topic === topic), { timeout: 30_000 }).toHaveLength(1);
    expect(heard.find((one) => one.topic === topic)).toEqual({ topic, data: '{"kind":"message"}' });
    await stop();
  });
});

describe('my messages', () => {
  test('from every area, newest first, page by page; nobody reads another’s', async () => {
    for (const [index, areaId] of [places.gongsheng, places.neighbour, places.far].entries()) {
      clock.set(new Date(clock.now().getTime() + 60_000));
      await tellAll({ areaId, userIds: [actors.family.id], title: `第${index}条` });
    }
    const first = (await ask('GET', '/api/v1/messages?limit=2', { as: 'family' })).body;
    expect(first.items.map((one: { title: string }) => one.title)).toEqual(['第2条', '第1条']);
    expect(first.unread).toBe(3);
    const rest = (await ask('GET', `/api/v1/messages?limit=2&cursor=${first.next}`, { as: 'family' })).body;
    expect(rest).toMatchObject({ items: [{ title: '第0条' }], next: null });
    expect((await inbox('resident')).items).toEqual([]);
    expect((await ask('GET', '/api/v1/messages')).status).toBe(401);
  });

  test('read once stays read at that time; another’s message is unknown', async () => {
    await tellAll({ userIds: [actors.resident.id] });
    const [message] = (await inbox('resident')).items;
    const read = await ask('POST', `/api/v1/messages/${message.id}/read`, { as: 'resident' });
    expect(read.body.readAt).toBe(clock.now().toISOString());
    clock.set(new Date(clock.now().getTime() + 60_000));
    expect((await ask('POST', `/api/v1/messages/${message.id}/read`, { as: 'resident' })).body.readAt).toBe(
      read.body.readAt,
    );
    expect((await ask('POST', `/api/v1/messages/${message.id}/read`, { as: 'other' })).body.code).toBe(
      'message.unknown',
    );
    expect((await ask('POST', '/api/v1/messages/xyz/read', { as: 'other' })).status).toBe(400);
  });

  test('all at once, mine only', async () => {
    await tellAll({ userIds: [actors.resident.id, actors.other.id] });
    await tellAll({ userIds: [actors.resident.id] });
    expect((await ask('GET', '/api/v1/messages/unread', { as: 'resident' })).body).toEqual({ unread: 2 });
    expect((await ask('POST', '/api/v1/messages/read-all', { as: 'resident' })).body).toEqual({ unread: 0 });
    expect((await inbox('resident')).unread).toBe(0);
    expect((await inbox('other')).unread).toBe(1);
  });
});

describe('by SMS', () => {
  const sms = { send: async (message: { phone: string; text: string }) => void sent.push(message) };
  const findPhone: Parameters<typeof smsHandler>[0]['findPhone'] = async (reader, { homeAreaId, personId }) =>
    homeAreaId && personId ? readPhone(reader, { sealer }, { areaId: homeAreaId, personId }) : null;
  const drain = async (door = sms) => {
    const log = createLog('silent');
    const outbox = { 'messages.sms': smsHandler({ tree, sms: door, findPhone }) };
    const worker = startWorker({ database, clock, log, outbox, deadlines: {}, everyMs: 0 });
    await worker.drain();
    await worker.stop();
  };
  const withPhone = async () => {
    const person = await ask('POST', 'people', { as: 'community', body: { name: '郑居民', phone: '13866662046' } });
    await owner.query(`update auth."user" set person_id = $2 where id = $1`, [actors.resident.id, person.body.id]);
  };

  test('only what is urgent or chosen; the number stands in no job; what became of it is noted', async () => {
    await withPhone();
    await tellAll({ userIds: [actors.resident.id], title: '不急' });
    await tellAll({ userIds: [actors.resident.id, actors.other.id], title: '很急', urgent: true });
    await owner.query(`update auth."user" set preferences = '{"sms": true}' where id = $1`, [actors.other.id]);
    await tellAll({ userIds: [actors.other.id], title: '想要短信' });
    const jobs = await owner.query<{ text: string }>(
      `select o::text as text from jobs.outbox o where kind = 'messages.sms'`,
    );
    expect(jobs.rows).toHaveLength(3);
    for (const { text } of jobs.rows) expect(text).not.toContain('13866662046');
    sent.length = 0;
    await drain();
    expect(sent).toEqual([{ phone: '13866662046', text: '【里仁·工盛社区】很急：1 号楼飞线充电' }]);
    const states = (await inbox('resident')).items.map((one: { title: string; smsState: string }) => [
      one.title,
      one.smsState,
    ]);
    expect(new Map(states)).toEqual(
      new Map([
        ['很急', 'sent'],
        ['不急', null],
      ]),
    );
    expect((await inbox('other')).items.map((one: { smsState: string }) => one.smsState)).toEqual([
      'no-phone',
      'no-phone',
    ]);
  });

  test('a door that fails is tried again later, and then it is sent once', async () => {
    sent.length = 0;
    await tellAll({ userIds: [actors.resident.id], urgent: true });
    await drain({ send: async () => Promise.reject(new Error('no line')) });
    expect((await inbox('resident')).items[0].smsState).toBe('waiting');
    await clock.advance(1);
    await drain();
    await drain();
    expect(sent).toHaveLength(1);
    expect((await inbox('resident')).items[0].smsState).toBe('sent');
  });
});
