import { describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { openNeighbourhood } from '#tests/neighbourhood';
import { readTeamFacts } from '#modules/teams';

const { ask, clock, database, owner } = await openNeighbourhood(await testDatabase());

const found = async (change: object = {}) =>
  ask('POST', 'teams', {
    as: 'community',
    body: { name: `扇子舞队${Math.floor(clock.now().getTime() % 1e6)}`, sort: '文化', field: '扇子舞', ...change },
  });
const dance = (await found({ name: '扇子舞队', story: '一把红扇子', meets: '每周二 19:00，文化广场' })).body
  .id as string;
const join = (as: 'resident' | 'other' | 'family', shown = false) =>
  ask('POST', `teams/${dance}/membership`, { as, body: { shown } });
const members = async (as: 'community' | 'resident' | 'other' = 'community') =>
  (await ask('GET', `teams/${dance}/members`, { as })).body;
const page = async (as?: 'resident' | 'other') => (await ask('GET', `teams/${dance}`, as ? { as } : {})).body;

describe('joining', () => {
  test('a resident asks, the office takes her in and makes her leader; she is told', async () => {
    expect((await page()).standing).toBe('none');
    expect((await join('resident')).status).toBe(200);
    expect((await page('resident')).standing).toBe('asked');
    const [asking] = (await members()).items;
    expect(asking).toMatchObject({ name: '郑**', masked: true, state: 'asked', isMe: false });
    await ask('POST', `teams/${dance}/members/${asking.id}/answer`, { as: 'community', body: { accept: true } });
    await ask('PATCH', `teams/${dance}/members/${asking.id}`, { as: 'community', body: { role: 'leader' } });
    expect((await page('resident')).standing).toBe('leader');
    const told = (await ask('GET', '/api/v1/messages', { as: 'resident' })).body.items;
    expect(told.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['您加入了扇子舞队', '您现在是扇子舞队的队长']),
    );
  });

  test('the leader answers on her phone, once; who is no leader may not', async () => {
    await join('other');
    expect((await members('other')).code).toBe('team.not-yours');
    const asking = (await members('resident')).items.find(({ state }: { state: string }) => state === 'asked');
    expect(asking).toMatchObject({ name: '冯居民', masked: false });
    const answer = () =>
      ask('POST', `teams/${dance}/members/${asking.id}/answer`, { as: 'resident', body: { accept: true } });
    const both = await Promise.all([answer(), answer()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await page()).members).toBe(2);
  });

  test('asking twice at once is one line', async () => {
    await Promise.all([join('family'), join('family')]);
    const lines = (await members()).items.filter(({ state }: { state: string }) => state === 'asked');
    expect(lines).toHaveLength(1);
    await ask('DELETE', `teams/${dance}/membership`, { as: 'family' });
    expect((await page()).standing).toBe('none');
  });

  test('a team with people in it keeps its last leader; one that looks for no one takes nobody', async () => {
    expect((await ask('DELETE', `teams/${dance}/membership`, { as: 'resident' })).body.code).toBe('team.last-leader');
    await ask('PATCH', `teams/${dance}`, {
      as: 'resident',
      body: { story: '一把红扇子', meets: '每周二', contact: '', isOpen: false },
    });
    expect((await join('family')).body.code).toBe('team.not-open');
    expect((await ask('PATCH', `teams/${dance}`, { as: 'other', body: {} })).body.code).toBe('team.not-yours');
  });
});

describe('names', () => {
  test('a name is public only with consent: none before, hers after she agreed', async () => {
    expect(await page()).toMatchObject({ leader: null, shownMembers: [] });
    await join('resident', true);
    expect(await page()).toMatchObject({ leader: '郑居民', shownMembers: [{ name: '郑居民', role: 'leader' }] });
    await join('resident', false);
    expect((await page()).leader).toBeNull();
  });

  test('lie sealed in the database, and are revealed for a reason that is written down', async () => {
    const { rows } = await owner.query('select name_sealed, name_masked from team_members where team_id = $1', [dance]);
    expect(JSON.stringify(rows)).not.toContain('郑居民');
    const one = (await members()).items[0];
    const revealed = await ask('POST', `teams/${dance}/members/${one.id}/reveal`, {
      as: 'community',
      body: { reason: '核对演出名单' },
    });
    expect(revealed.body).toEqual({ name: '郑居民' });
    const { rows: seen } = await owner.query(`select detail from audit where act = 'team.reveal-member'`);
    expect(seen[0].detail).toMatchObject({ reason: '核对演出名单' });
  });
});

describe('rehearsals and the facts of the standard', () => {
  const record = (startsAt: string, present: string[]) =>
    ask('POST', `teams/${dance}/rehearsals`, {
      as: 'resident',
      body: {
        startsAt,
        endsAt: new Date(Date.parse(startsAt) + 5_400_000).toISOString(),
        place: '文化广场',
        present,
      },
    });

  test('the leader records who came: once, not ahead, nobody from outside', async () => {
    const ids = (await members('resident')).items.map(({ id }: { id: string }) => id);
    const yesterday = new Date(clock.now().getTime() - 86_400_000).toISOString();
    expect((await record(yesterday, ids)).status).toBe(201);
    expect((await record(yesterday, ids)).body.code).toBe('rehearsal.recorded-already');
    const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString();
    expect((await record(tomorrow, ids)).body.code).toBe('rehearsal.ahead');
    const before = new Date(clock.now().getTime() - 2 * 86_400_000).toISOString();
    expect((await record(before, [dance])).body.code).toBe('rehearsal.strangers');
    expect((await page()).rehearsals).toMatchObject({ held: 1, last: { present: ids.length } });
  });

  test('N17: members of now, months with a rehearsal or an activity of the team', async () => {
    await ask('POST', 'activities', {
      as: 'community',
      body: {
        title: '扇子舞展演',
        kind: 'culture',
        place: '文化广场',
        host: '社区',
        teamId: dance,
        startsAt: new Date(clock.now().getTime() + 3_600_000).toISOString(),
        endsAt: new Date(clock.now().getTime() + 7_200_000).toISOString(),
      },
    });
    const facts = await readTeamFacts(database, places.gongsheng, clock.now());
    expect(facts).toEqual([
      {
        id: dance,
        name: '扇子舞队',
        field: '扇子舞',
        sort: '文化',
        members: 2,
        activeMonths: 1,
        allYear: false,
      },
    ]);
    expect((await page()).next).toMatchObject([{ title: '扇子舞展演' }]);
    const review = (await ask('GET', 'team-review', { as: 'community' })).body;
    expect(review).toMatchObject({ passed: false, items: [{ counts: false }] });
    expect((await ask('GET', 'team-review', { as: 'resident' })).status).toBe(403);
  });
});

describe('the hall', () => {
  test('only who leads the team or keeps teams books in its name, and only ahead', async () => {
    const hall = { venueId: dance, startsAt: '2027-01-05T11:00:00Z', endsAt: '2027-01-05T12:30:00Z' };
    const book = (as: 'resident' | 'other', change: object = {}) =>
      ask('POST', `teams/${dance}/bookings`, { as, body: { ...hall, ...change } });
    expect((await book('other')).body.code).toBe('team.not-yours');
    expect((await book('resident', { startsAt: '2026-01-05T11:00:00Z' })).body.code).toBe('rehearsal.hall-times');
    expect((await book('resident')).status).toBe(404);
  });
});

describe('the office', () => {
  test('a field of another sort and a name twice are refused; closed, a team is gone from the list', async () => {
    expect((await found({ name: '新队', field: '太极拳' })).body.code).toBe('team.field-unknown');
    expect((await found({ name: '扇子舞队' })).body.code).toBe('team.name-taken');
    const own = { name: '自己的队', sort: '文化', field: '音乐' };
    expect((await ask('POST', 'teams', { as: 'resident', body: own })).status).toBe(403);
    const { id } = (await found({ name: '太极拳队', sort: '体育', field: '太极拳' })).body;
    await ask('POST', `teams/${id}/honours`, {
      as: 'community',
      body: { title: '优秀队伍', givenBy: '街道办事处', givenOn: '2026-05-01' },
    });
    expect((await ask('GET', `teams/${id}`)).body.honours).toMatchObject([{ title: '优秀队伍' }]);
    await ask('POST', `teams/${id}/close`, { as: 'community', body: { reason: '没有人了' } });
    expect((await ask('GET', 'teams')).body.items.map(({ name }: { name: string }) => name)).toEqual(['扇子舞队']);
    expect((await ask('GET', `teams/${id}`)).body.code).toBe('team.unknown');
  });
});
