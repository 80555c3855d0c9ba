import { describe, expect, test } from 'vitest';
import { doorPass } from '#kernel/calendar';
import { testDatabase } from '#tests/database';
import { areas, openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, clock, ids, parts } = world;

const hours = (n: number): string => new Date(clock.now().getTime() + n * 3_600_000).toISOString();
const form = (change: object = {}) => ({
  kind: '书记下午茶',
  title: '晾衣杆挪到哪里',
  place: '榕树下议事厅',
  startsAt: hours(30),
  endsAt: hours(32),
  parties: ['社区党委', '居民'],
  points: ['量一量南墙根'],
  ...change,
});
const planned = async (change: object = {}): Promise<string> => {
  const answer = await as('community').post('meetings', form(change));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const act = (id: string, what: string, body: object = {}, who: Name = 'community') =>
  as(who).post(`meetings/${id}/${what}`, body);
const called = async (change: object = {}): Promise<string> => {
  const id = await planned(change);
  const answer = await act(id, 'call');
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return id;
};
const page = async (id: string, who: Name | 'anonymous' = 'anonymous') => (await as(who).get(`meetings/${id}`)).body;
const told = async (who: Name): Promise<string> =>
  (await as(who).get('/api/v1/messages')).body.items.map(({ title }: { title: string }) => title).join();

describe('calling', () => {
  test('C30: a meeting is planned unseen, called with notice to the invited, and public from then on', async () => {
    const id = await planned();
    expect((await as('anonymous').get(`meetings/${id}`)).status).toBe(404);
    expect((await as('resident').post('meetings', form())).status).toBe(403);
    expect((await act(id, 'call')).status).toBe(200);
    expect(await page(id)).toMatchObject({ state: 'called', kind: '书记下午茶', actions: [], attendances: [] });
    expect(await told('secretary')).toContain('请您来议事：晾衣杆挪到哪里');
    expect((await as('anonymous').get('meetings?when=next')).body.items).toHaveLength(1);
    await act(id, 'cancel', { reason: '下雨，改到下周。' });
    expect(await page(id)).toMatchObject({ state: 'cancelled', cancelReason: '下雨，改到下周。' });
  });

  test('C37, N58: a meeting that lacks one of the three bodies is warned about, and called all the same', async () => {
    const lacking = await called({ kind: '1+3+N 议事会', parties: ['社区党委', '居民委员会', '物业服务企业'] });
    expect(await page(lacking)).toMatchObject({ missing: ['业主委员会'], state: 'called' });
    expect((await page(lacking)).warning).toContain('还没有请业主委员会');
    const whole = await called({ kind: '1+3+N 议事会', parties: ['居民委员会', '业主委员会', '物业服务企业'] });
    expect(await page(whole)).toMatchObject({ missing: [], warning: null });
    expect(await told('property')).toContain('请您来议事');
  });

  test('what is not offered is refused: a kind, a party, an estate or venue of elsewhere', async () => {
    const refused = async (change: object) => (await as('community').post('meetings', form(change))).body.code;
    expect(await refused({ kind: '茶话' })).toBe('meeting.kind-unknown');
    expect(await refused({ parties: ['火星人'] })).toBe('meeting.kind-unknown');
    expect(await refused({ estateId: areas.siblingBuilding })).toBe('meeting.kind-unknown');
    expect(await refused({ venueId: areas.estate })).toBe('meeting.kind-unknown');
    const id = await planned({ place: '', points: [] });
    expect((await act(id, 'call')).body.fields).toMatchObject({ place: '请定地点', points: '请写议程' });
  });
});

describe('signing in', () => {
  test('by the code on the screen: forged or older than 60 seconds is refused, twice is once', async () => {
    const id = await called({ startsAt: hours(0.5), endsAt: hours(2) });
    const { pass } = (await as('community').get(`meetings/${id}/sign-in-pass`)).body;
    expect((await as('resident').get(`meetings/${id}/sign-in-pass`)).status).toBe(403);
    const enter = (code: string, who: Name = 'resident') => as(who).post(`meeting-check-ins/${code}`);
    const forged = doorPass(Buffer.alloc(32, 1), `meeting:${id}`, clock.now());
    expect((await enter(forged)).body.code).toBe('meeting.pass-wrong');
    const key = Buffer.from(parts.context.sealer.secret('door'), 'hex');
    const old = doorPass(key, `meeting:${id}`, new Date(clock.now().getTime() - 90_000));
    expect((await enter(old)).body.code).toBe('meeting.pass-wrong');
    const other = doorPass(key, `session:${id}`, clock.now());
    expect((await enter(other)).body.code).toBe('meeting.pass-wrong');
    const both = await Promise.all([enter(pass), enter(pass)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await enter(pass, 'property')).body).toMatchObject({ signedIn: true, party: '物业服务企业' });
    expect((await enter(pass, 'far')).body.code).toBe('deliberation.not-from-here');
    expect(await page(id)).toMatchObject({ people: 2, present: 2 });
    expect(JSON.stringify(await page(id))).not.toContain('周雪梅');
    expect((await page(id, 'community')).attendances.map(({ name }: { name: string }) => name).sort()).toEqual([
      '周雪梅',
      '陈守义',
    ]);
  });

  test('by the list for people without phones: names lie sealed, the same name is one person, a mistake is taken back', async () => {
    const id = await called({ title: '楼道里的鞋柜', startsAt: hours(0.5), endsAt: hours(2) });
    const write = (name: string) => act(id, 'attendances', { name, party: '居民' });
    await write('刘桂枝');
    await write('刘桂枝');
    await write('写错的人');
    const kept = (await page(id, 'community')).attendances as { attendee: string; name: string }[];
    expect(kept).toHaveLength(2);
    const wrong = kept.find(({ name }) => name === '写错的人')?.attendee ?? '';
    await as('community').ask('DELETE', `meetings/${id}/attendances/${encodeURIComponent(wrong)}`);
    expect((await page(id)).people).toBe(1);
    const { rows } = await world.owner.query('select name_sealed from meeting_attendances where meeting_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain('刘桂枝');
  });
});

describe('minutes, and what was agreed', () => {
  test('C87, C90: held, agreed, minuted by three hands, public without login, and brought up at the next meeting by itself', async () => {
    const id = await called({
      kind: '三方现场办公',
      parties: ['居民委员会', '物业服务企业'],
      startsAt: hours(1),
      endsAt: hours(2),
    });
    expect((await act(id, 'end', { headcount: 4 })).body.code).toBe('meeting.moved-on');
    await world.advance(hours(1.5));
    const { owners } = (await as('community').get('meeting-words')).body;
    const property = owners.find(({ title }: { title: string }) => title === '物业服务企业');
    expect(property).toBeTruthy();
    const agree = (change: object = {}) =>
      act(id, 'conclusions', {
        title: '三号楼前的井盖换成铸铁的',
        owner: property.key,
        dueOn: '2026-11-25',
        ...change,
      });
    expect((await agree({ owner: 'user:nobody' })).body.code).toBe('meeting.kind-unknown');
    expect((await agree({ dueOn: '2026-11-19' })).body.code).toBe('meeting.day-past');
    const agreed = await agree();
    expect(agreed.status, JSON.stringify(agreed.body)).toBe(201);
    expect((await act(id, 'end', { headcount: 4 })).status).toBe(200);
    expect(await page(id)).toMatchObject({ state: 'held', present: 4, people: 0, headcount: 4, minutes: null });
    expect(await page(id)).toMatchObject({ agreed: [{ state: 'doing', ownerName: '陈守义', dueOn: '2026-11-25' }] });

    const minutes = '三方到齐看了现场，商定换井盖，物业出钱出人。';
    await as('community').ask('PUT', `meetings/${id}/minutes`, { body: { minutes } });
    expect((await act(id, 'minutes/check')).body.code).toBe('meeting.own-minutes');
    expect((await act(id, 'minutes/approve', {}, 'secretary')).body.code).toBe('meeting.moved-on');
    expect((await act(id, 'minutes/return', { reason: '写明多少钱。' }, 'community2')).status).toBe(200);
    expect((await page(id, 'community')).returnedReason).toBe('写明多少钱。');
    await as('community').ask('PUT', `meetings/${id}/minutes`, { body: { minutes: `${minutes}约两千元。` } });
    expect((await act(id, 'minutes/check', {}, 'community2')).status).toBe(200);
    expect((await page(id)).minutes).toBeNull();
    expect((await act(id, 'minutes/approve', {}, 'community2')).status).toBe(403);
    expect((await act(id, 'minutes/approve', {}, 'secretary')).status).toBe(200);
    expect((await page(id)).minutes).toContain('约两千元');

    await world.advance(new Date('2026-11-26T02:00:00.000Z'));
    const next = await called({ kind: '三方现场办公', startsAt: hours(1), endsAt: hours(2) });
    expect((await page(next)).followUps).toMatchObject([{ title: '三号楼前的井盖换成铸铁的', state: 'late' }]);
    const figures = (await as('anonymous').get('meeting-figures?year=2026')).body;
    expect(figures).toMatchObject({ meetings: 1, personTimes: 4, people: 0, agreed: 1, done: 0 });
  });

  test('person-times and people are apart: who came to two meetings is one person', async () => {
    const before = (await as('anonymous').get('meeting-figures?year=2026')).body;
    for (const title of ['第一回', '第二回']) {
      const id = await called({ title: `${title}商量车棚`, startsAt: hours(0.5), endsAt: hours(1) });
      await act(id, 'attendances', { name: '耿大爷', party: '居民' });
      await world.advance(hours(0.75));
      await act(id, 'end', { headcount: 1 });
    }
    const after = (await as('anonymous').get('meeting-figures?year=2026')).body;
    expect(after.personTimes - before.personTimes).toBe(4);
    expect(after.people - before.people).toBe(1);
  });

  test('D21: a place to deliberate says what was agreed there', async () => {
    const venue = await as('community').post('venues', { name: '榕树下议事角', kind: '邻里议事角', indoor: false });
    const id = await called({ venueId: venue.body.id, place: '', startsAt: hours(0.5), endsAt: hours(1) });
    const places = async () => (await as('anonymous').get('deliberation-places')).body.items;
    expect(await places()).toMatchObject([{ name: '榕树下议事角', held: 0, next: { id } }]);
    await world.advance(hours(0.75));
    await act(id, 'conclusions', { title: '树下添四张长椅', owner: `user:${ids.building}`, dueOn: '2026-12-20' });
    await act(id, 'end');
    expect(await places()).toMatchObject([{ held: 1, agreed: 1, done: 0, next: null }]);
  });
});
