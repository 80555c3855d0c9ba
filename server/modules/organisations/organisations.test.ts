import { describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';
import { fixedClock } from '#platform/clock';
import { startWorker } from '#platform/jobs';
import { createLog } from '#platform/log';
import type { BodyReview } from './contract.ts';
import { termEnded, termKind } from './service.ts';

const house = await openNeighbourhood(await testDatabase());
const { ask, actors, database, owner } = house;
const { estate: estateId, gridOne } = places;

const found = async (form: object, as: 'clerk' | 'resident' = 'clerk') => ask('POST', 'bodies', { as, body: form });
const idOf = async (form: object): Promise<string> => (await found(form)).body.id;
const add = (bodyId: string, member: object, as: 'clerk' | 'resident' = 'clerk') =>
  ask('POST', `bodies/${bodyId}/members`, { as, body: { fromOn: '2026-01-01', ...member } });
const review = async (): Promise<BodyReview> => (await ask('GET', 'body-review', { as: 'clerk' })).body;
const bodyIn = async (id: string) => (await review()).items.find((one) => one.id === id)!;
const seats = async (userId: string): Promise<string[]> => {
  const { rows } = await owner.query(
    `select role from auth.grants where user_id = $1 and held_until is null and granted_by like 'seat:%' order by role`,
    [userId],
  );
  return rows.map(({ role }: { role: string }) => role);
};

const council = await idOf({ body: 'community-party-council', name: '工盛社区大党委' });
const committee = await idOf({ body: 'residents-committee', name: '工盛社区居民委员会' });

describe('the party tree', () => {
  test('C26 N46: branch under the council, group under the branch, household under the group; nothing else', async () => {
    const branch = { body: 'grid-party-branch', name: '第一网格党支部', placeId: gridOne };
    expect((await found(branch)).body.code).toBe('body.level-misplaced');
    const branchId = await idOf({ ...branch, parentId: council });
    const group = { body: 'building-party-group', name: '3号楼党小组', estateId };
    expect((await found({ ...group, parentId: council })).body.code).toBe('body.level-misplaced');
    const groupId = await idOf({ ...group, parentId: branchId });
    const centre = { body: 'centre-household', name: '周家', placeId: gridOne, parentId: groupId };
    const centreId = await idOf(centre);
    expect((await found({ ...centre, name: '第六级', parentId: centreId })).body.code).toBe('body.level-misplaced');
    expect((await ask('POST', `bodies/${groupId}/close`, { as: 'clerk', body: { reason: '并掉' } })).body.code).toBe(
      'body.has-below',
    );
    await expect(
      owner.query(`update bodies set parent_id = $1, parent_level = 2 where id = $2`, [council, groupId]),
    ).rejects.toThrow();
  });

  test('what stands in an estate names one, the street keeps its own, and a name is borne once', async () => {
    expect((await found({ body: 'owners-committee', name: '业委会' })).body.code).toBe('body.form-wrong');
    expect((await found({ body: 'street-work-committee', name: '公园街道大工委' })).body.code).toBe('body.form-wrong');
    expect((await found({ body: 'residents-committee', name: '工盛社区居民委员会' })).body.code).toBe(
      'body.name-taken',
    );
    expect((await found({ body: 'owners', name: '所有业主' })).body.code).toBe('body.form-wrong');
    expect((await found({ body: 'owners-committee', name: '业委会', estateId }, 'resident')).status).toBe(403);
  });
});

describe('members', () => {
  test('C77 N68: a 物管会 is led by a cadre; with three party members a group is due, with two it is refused', async () => {
    const property = await idOf({ body: 'property-management-committee', name: '工盛小区物管会', estateId });
    const director = { userId: actors.clerk.id, name: '韩冰', post: '主任', partyMember: true };
    expect((await add(property, director)).body.code).toBe('body.post-not-open');
    expect((await add(committee, { ...director, post: '委员' })).status).toBe(201);
    expect((await add(property, director)).status).toBe(201);
    await add(property, { name: '高瑞兰', post: '成员', partyMember: true });
    const group = { body: 'property-party-group', name: '工盛小区物管会党小组', estateId };
    expect((await found(group)).body.code).toBe('body.party-group-early');
    expect((await review()).prompts).toEqual([expect.objectContaining({ body: null })]);
    await add(property, { name: '于光明', post: '成员', partyMember: true });
    expect((await review()).prompts.map(({ text }) => text)).toContain('工盛小区物管会有 3 位党员，可以成立党小组了。');
    expect((await found(group)).status).toBe(201);
  });

  test('C70: dual posts are shown, and a seat gives its role until she leaves', async () => {
    const { duals } = await review();
    expect(duals).toEqual([
      { name: '韩**', posts: expect.arrayContaining(['工盛社区居民委员会委员', '工盛小区物管会主任']) },
    ]);
    expect(await seats(actors.clerk.id)).toEqual(['property-management-committee', 'residents-committee']);
    const { members } = await bodyIn(committee);
    const leave = () =>
      ask('POST', `bodies/${committee}/members/${members[0]?.id}/leave`, {
        as: 'clerk',
        body: { reason: '调到街道', leftOn: '2026-11-20' },
      });
    expect((await leave()).status).toBe(200);
    expect((await leave()).body.code).toBe('body.member-unknown');
    expect(await seats(actors.clerk.id)).toEqual(['property-management-committee']);
    expect((await bodyIn(committee)).left).toMatchObject([{ post: '委员', leftWhy: '调到街道' }]);
  });

  test('two are given one post at once: one is', async () => {
    const body = await idOf({ body: 'provisional-committee', name: '临时自治管理委员会', estateId });
    const both = await Promise.all(['甲一', '乙二'].map((name) => add(body, { name, post: '召集人' })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect((await bodyIn(body)).vacancies).toEqual([]);
  });

  test('a name is public only with consent, lies sealed, and is revealed for a reason', async () => {
    const body = await idOf({ body: 'supervisors', name: '监督小组', estateId, reach: '意见箱' });
    const id = (await add(body, { name: '翟福田', phone: '19900000009', post: '组长' })).body.id;
    const shown = async () =>
      (await ask('GET', 'bodies')).body.estates[0].bodies.find(({ name }: { name: string }) => name === '监督小组')
        .members[0].name;
    expect(await shown()).toBe('翟**');
    await ask('PATCH', `bodies/${body}/members/${id}`, { as: 'clerk', body: { shown: true } });
    expect(await shown()).toBe('翟福田');
    const { rows } = await owner.query('select * from body_members where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toMatch(/翟福田|19900000009/);
    const revealed = await ask('POST', `bodies/${body}/members/${id}/reveal`, {
      as: 'community',
      body: { reason: '核对名单' },
    });
    expect(revealed.body).toEqual({ name: '翟福田', phone: '19900000009' });
  });

  test('at the end of the term everybody leaves and the roles end; a later last day keeps them', async () => {
    const form = { body: 'owners-committee', estateId, termFrom: '2023-12-01' };
    const ends = await idOf({ ...form, name: '第一届', termTo: '2026-11-25' });
    const stays = await idOf({ ...form, name: '第二届', termTo: '2026-11-25' });
    await add(ends, { userId: actors.grid.id, name: '孙丽娟', post: '主任' });
    expect((await add(ends, { userId: actors.gridTwo.id, name: '钱二', post: '主任' })).status).toBe(422);
    await add(stays, { userId: actors.gridTwo.id, name: '钱二', post: '主任' });
    const { version } = await bodyIn(stays);
    const change = {
      name: '第二届',
      composition: null,
      platform: '',
      reach: '',
      termFrom: '2023-12-01',
      termTo: '2027-01-31',
      version,
    };
    expect((await ask('PUT', `bodies/${stays}`, { as: 'clerk', body: change })).status).toBe(200);
    expect((await ask('PUT', `bodies/${stays}`, { as: 'clerk', body: change })).body.code).toBe('body.changed-first');
    const clock = fixedClock('2026-11-25T15:59:59Z');
    const log = createLog('error');
    const worker = startWorker({
      ...{ database, clock, log, everyMs: 0, outbox: {} },
      deadlines: { [termKind]: termEnded({ accounts: house.accounts }) },
    });
    await worker.drain();
    expect((await bodyIn(ends)).members).toHaveLength(1);
    clock.set('2026-11-25T16:00:00Z');
    await worker.drain();
    await worker.stop();
    expect((await bodyIn(ends)).left).toMatchObject([{ leftWhy: '任期届满', leftOn: '2026-11-25' }]);
    expect((await bodyIn(stays)).members).toHaveLength(1);
  });
});

describe('the register of owners', () => {
  const doors = async (query = '') =>
    (await ask('GET', `estates/${estateId}/doors?${query}`, { as: 'clerk' })).body.items;
  const addDoor = (room: string, change: object = {}) =>
    ask('POST', `estates/${estateId}/doors`, {
      as: 'clerk',
      body: {
        ...{ buildingId: buildings.one, unit: '1', room, titleArea: '89.52' },
        owners: [{ name: '房晓燕', phone: '19900000001' }, { name: '边海涛' }],
        ...change,
      },
    });

  test('X17: a door is entered as the title says it: 0.1 and 0.2 are 0.3, co-owners have one vote, a door is there once', async () => {
    expect((await addDoor('101', { titleArea: '0.1' })).status).toBe(201);
    expect((await addDoor('102', { titleArea: '0.2' })).status).toBe(201);
    expect((await addDoor('101')).body.code).toBe('owner.door-taken');
    expect((await addDoor('103', { titleArea: '八十九' })).body.code).toBe('owner.form-wrong');
    const items = await doors();
    expect(items.map(({ titleArea }: { titleArea: number }) => titleArea)).toEqual([10, 20]);
    expect(items[0].owners.map(({ votes }: { votes: boolean }) => votes)).toEqual([true, false]);
    expect(items[0].doorsOfVoter).toBe(2);
    const [figures] = (await ask('GET', 'owner-review', { as: 'clerk' })).body.estates;
    expect(figures).toMatchObject({ doors: 2, titleArea: 30, owners: 1, verified: 0 });
  });

  test('the voter is one of the owners now, verification names who and ends with a change, a sale keeps the old owner', async () => {
    const [door, other] = await doors();
    const put = (path: string, body: object) => ask('PUT', `doors/${door.id}${path}`, { as: 'clerk', body });
    const verified = await ask('POST', 'door-verifications', { as: 'clerk', body: { doorIds: [door.id, other.id] } });
    expect(verified.body).toEqual({ verified: 2 });
    expect((await put('/voter', { version: door.version + 1, ownerId: other.owners[0].id })).body.code).toBe(
      'owner.voter-not-here',
    );
    expect((await put('/voter', { version: door.version, ownerId: door.owners[1].id })).body.code).toBe(
      'owner.changed-first',
    );
    expect((await put('/voter', { version: door.version + 1, ownerId: door.owners[1].id })).status).toBe(200);
    const [now] = await doors();
    expect(now).toMatchObject({
      verifiedAt: null,
      owners: [
        { name: '边**', votes: true },
        { name: '房**', votes: false },
      ],
    });
    const transfer = { version: now.version, owners: [{ name: '蒲立芹', phone: '19900000003' }], reason: '买卖' };
    expect((await ask('POST', `doors/${door.id}/transfer`, { as: 'clerk', body: transfer })).status).toBe(200);
    expect((await doors())[0].owners).toMatchObject([{ name: '蒲**', phone: '199****0003', votes: true }]);
    const { rows } = await owner.query('select count(*)::int as kept from owners where unit_id = $1', [door.id]);
    expect(rows[0].kept).toBe(3);
  });

  test('the register is held against the title plan, and is not for residents', async () => {
    const total = { buildingId: buildings.one, doors: 3, titleArea: '100', source: '楼盘表' };
    await ask('PUT', `estates/${estateId}/totals`, { as: 'clerk', body: total });
    const [figures] = (await ask('GET', 'owner-review', { as: 'clerk' })).body.estates;
    expect(figures.buildings.find(({ id }: { id: string }) => id === buildings.one).differs).toBe(
      '少 1 户、少 99.70 平方米',
    );
    expect((await ask('GET', 'owner-review', { as: 'resident' })).status).toBe(403);
    const exported = await ask('POST', `estates/${estateId}/owners-export`, { as: 'clerk', body: {} });
    expect(exported.status).toBe(200);
    expect(exported.bytes.length).toBeGreaterThan(1000);
  });
});
