import { describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';

const { ask, actors, clock } = await openNeighbourhood(await testDatabase());
const contact = (query = '', area = places.gongsheng) => ask('GET', `/api/v1/areas/${area}/grid-worker${query}`);

describe('my grid worker', () => {
  test('C28: of a building, for anybody: name, what she looks after, hours, work telephone, emergency numbers', async () => {
    const card = await contact(`?building=${buildings.two}`);
    expect(card.body).toMatchObject({
      grid: { name: '第一网格' },
      worker: { name: '孙丽娟' },
      looksAfter: '工盛小区 1—2、10 号楼',
      hours: '08:30—17:30',
      onDutyUntil: '17:30',
      telephone: '13800002046',
      officeTelephone: '0533-2345678',
    });
    expect(card.body.emergency.map((one: { number: string }) => one.number)).toEqual(['110', '119', '120', '12345']);
  });

  test('without a building, in a community of two grids: the office', async () => {
    const card = await contact();
    expect(card.body).toMatchObject({
      grid: null,
      worker: null,
      telephone: '0533-2345678',
      looksAfter: '工盛社区',
      hours: '08:30—18:00',
    });
  });

  test('a worker without a work telephone: the office answers; a building elsewhere is refused', async () => {
    expect((await contact(`?building=${buildings.other}`)).body).toMatchObject({
      worker: { name: '钱二' },
      telephone: '0533-2345678',
    });
    expect((await contact(`?building=${buildings.neighbour}`)).body.code).toBe('contact.place-elsewhere');
  });
});

describe('what hangs in the hall', () => {
  const hang = (query = '') => ask('GET', `door-notices${query}`, { as: 'community' });

  test('C28: a notice per building with the worker of its grid and a QR that opens the report form there', async () => {
    const { body } = await hang();
    const items = body.items as { buildingId: string; label: string; url: string; contact: { worker: unknown } }[];
    expect(items.find(({ buildingId }) => buildingId === buildings.two)).toMatchObject({
      label: '工盛小区 2号楼',
      url: expect.stringMatching(new RegExp(`/report\\?area=[^&]+&building=${buildings.two}$`)),
      contact: { worker: { name: '孙丽娟' }, telephone: '13800002046' },
    });
    expect(items.map(({ buildingId }) => buildingId)).not.toContain(buildings.neighbour);
  });

  test('of one building; of one that lies elsewhere, none', async () => {
    expect((await hang(`?building=${buildings.one}`)).body.items).toHaveLength(1);
    expect((await hang(`?building=${buildings.neighbour}`)).body.items).toEqual([]);
  });
});

describe('my page', () => {
  test('of somebody in a household: grid worker, open matters, next activity, notices; only masked names', async () => {
    const household = await ask('POST', 'households', {
      as: 'community',
      body: { buildingId: buildings.one, unit: '2', room: '502' },
    });
    const body = { householdId: household.body.id, name: '张桂兰', phone: '13866662046' };
    const person = await ask('POST', 'people', { as: 'community', body });
    const notice = { title: '下午停水 3 小时', body: '先接点水', kind: 'outage', affects: '1—3 号楼' };
    await ask('POST', 'notices', { as: 'community', body: notice });
    const startsAt = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const endsAt = new Date(clock.now().getTime() + 7_200_000).toISOString();
    await ask('POST', 'activities', {
      as: 'community',
      body: { title: '书记下午茶', kind: 'talk', place: '老槐树下', host: '社区', startsAt, endsAt, seats: 6 },
    });
    const mine = await ask('GET', '/api/v1/me/home', { as: { ...actors.resident, personId: person.body.id } });
    expect(mine.body).toMatchObject({
      area: { name: '工盛社区' },
      household: { label: '工盛小区 1号楼 2单元 502', members: [{ name: '张**', isMe: true }] },
      contact: { worker: { name: '孙丽娟' }, telephone: '13800002046' },
      openMatterCount: 2,
      unreadCount: 0,
      activities: [{ title: '书记下午茶', stateName: '还有 6 个名额' }],
      notices: [{ title: '下午停水 3 小时', kindName: '停水停电' }],
    });
    expect(JSON.stringify(mine.body)).not.toMatch(/张桂兰|13866662046/);
  });

  test('of somebody without a home: empty, and no refusal', async () => {
    const mine = await ask('GET', '/api/v1/me/home', { as: 'grid' });
    expect(mine).toMatchObject({ status: 200, body: { area: null, household: null, contact: null } });
    expect((await ask('GET', '/api/v1/me/home')).status).toBe(401);
  });
});
