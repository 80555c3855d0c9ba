import { describe, expect, test } from 'vitest';
import { importActivities } from '#modules/activities';
import { readBrandFacts } from '#modules/brands';
import { testDatabase } from '#tests/database';
import { areas, openWorld, upload } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;
const of = (area: keyof typeof areas): string => `/api/v1/areas/${areas[area]}/brand`;

const form = {
  name: '井台书声',
  slogan: '一口老井边，天天有人读书',
  words: ['读书', '老街'],
  story: '从前打水的地方，如今是读书的地方。',
  pictures: ['tea'],
  themes: ['读书活动'],
  owner: '孟庆华',
  startedOn: '2025-03-01',
};
const save = async (change: object = {}, who: 'community' | 'sibling' = 'community', at = of('gongsheng')) => {
  const desk = (await as(who).get(`${at}/desk`)).body;
  return as(who).ask('PUT', at, { body: { ...form, ...change, revision: desk.brand?.revision ?? null } });
};

describe('one community, one brand, public as approved (A3, F03)', () => {
  test('nothing is public before the secretary has approved it, neither the page, the gallery, the facts nor its pictures', async () => {
    const photo = await upload(as('community'));
    expect((await save({ pictures: [photo, 'tea'] })).status).toBe(200);
    const nowhere = async () => {
      expect((await as('anonymous').get(of('gongsheng'))).status).toBe(404);
      expect((await as('anonymous').get('/api/v1/brands')).body.count).toBe(0);
      expect(await readBrandFacts(world.database, areas.gongsheng)).toBeNull();
      expect((await as('anonymous').get(`/api/v1/areas/${areas.gongsheng}/files/${photo}`)).status).toBe(404);
    };
    await nowhere();
    expect((await as('secretary').post(`${of('gongsheng')}/approval`)).body.code).toBe('brand.not-submitted');
    expect((await as('community').post(`${of('gongsheng')}/submission`)).status).toBe(200);
    await nowhere();
    expect((await as('community').post(`${of('gongsheng')}/approval`)).status).toBe(403);
    expect((await as('resident').get(`${of('gongsheng')}/desk`)).status).toBe(403);
    expect((await as('secretary').post(`${of('gongsheng')}/approval`)).status).toBe(200);
    const page = await as('anonymous').get(of('gongsheng'));
    expect(page).toMatchObject({ status: 200, body: { name: '井台书声', areaName: '工盛社区', actions: [] } });
    expect(page.body.pictures[0].address).toContain(photo);
    expect((await as('anonymous').get(`/api/v1/areas/${areas.gongsheng}/files/${photo}`)).status).toBe(200);
    expect((await as('anonymous').get('/api/v1/brands')).body).toMatchObject({ count: 1 });
  });

  test('a change waits for approval too: what was approved stays until then, and a return says why', async () => {
    expect((await save({ slogan: '改了一句还没有审的话' })).status).toBe(200);
    await as('community').post(`${of('gongsheng')}/submission`);
    expect((await as('anonymous').get(of('gongsheng'))).body.slogan).toBe(form.slogan);
    await as('secretary').post(`${of('gongsheng')}/return`, { reason: '这一句太空' });
    const desk = (await as('community').get(`${of('gongsheng')}/desk`)).body;
    expect(desk.brand).toMatchObject({ state: 'draft', returnedWhy: '这一句太空', slogan: '改了一句还没有审的话' });
    expect(desk.shown.slogan).toBe(form.slogan);
    expect(desk.actions).toEqual(['edit', 'choose', 'submit']);
  });

  test('two who begin the brand at once begin one; a save from an old view is refused', async () => {
    const body = { ...form, name: '城外花开', revision: null };
    const both = await Promise.all([1, 2].map(() => as('sibling').ask('PUT', of('sibling'), { body })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await as('sibling').ask('PUT', of('sibling'), { body })).body.code).toBe('brand.changed');
    expect((await as('sibling').ask('PUT', of('gongsheng'), { body })).status).toBe(403);
  });

  test('similar to another: the desk shows brands of other communities that are close', async () => {
    await save({ name: '井台书香' }, 'sibling', of('sibling'));
    const desk = (await as('sibling').get(`${of('sibling')}/desk`)).body;
    expect(desk.similar).toMatchObject([{ areaName: '工盛社区', name: '井台书声', because: 'name' }]);
    const asked = await as('sibling').get(`${of('sibling')}/similar?name=${encodeURIComponent('山水合唱')}`);
    expect(asked.body).toEqual({ items: [] });
  });
});

describe('the yearly review (F03 step 6)', () => {
  const plain = {
    summary: '',
    kind: 'reading',
    place: '井台',
    buildingId: null,
    host: '社区',
    picture: null,
    seats: null,
  };
  const held = (id: string, startsAt: string, themes: string[], enrolled: string[] = []) => ({
    ...plain,
    areaId: areas.gongsheng,
    id,
    title: '晨读',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    publishedAt: startsAt,
    themes,
    enrolled: enrolled.map((userId) => ({ userId, at: startsAt })),
  });

  test('figures are computed from what was held: 人 and 人次 apart, other activities left out', async () => {
    const ids = ['1', '2', '3'].map((n) => `0197c000-0000-7000-8000-00000000000${n}`);
    await world.database.transaction(world.clock.now(), async (tx) => {
      importActivities(tx, [
        held(ids[0] ?? '', '2026-10-10T01:00:00.000Z', ['读书活动']),
        held(ids[1] ?? '', '2026-11-10T01:00:00.000Z', ['读书活动']),
        held(ids[2] ?? '', '2026-11-11T01:00:00.000Z', ['卫生']),
      ]);
    });
    await comeTo(ids[0] ?? '', ['u1', 'u2']);
    await comeTo(ids[1] ?? '', ['u1']);
    await comeTo(ids[2] ?? '', ['u3']);
    const year = (await as('anonymous').get(`${of('gongsheng')}/year`)).body;
    expect(year.figures).toMatchObject({ held: 2, people: 2, personTimes: 3, monthsActive: 2, warning: null });
    expect(year.activities.map(({ people }: { people: number }) => people)).toEqual([1, 2]);
  });

  async function comeTo(activityId: string, attendees: string[]): Promise<void> {
    const { rows } = await world.owner.query('select id from activity_sessions where activity_id = $1', [activityId]);
    for (const attendee of attendees)
      await world.owner.query(
        `insert into attendances (area_id, session_id, attendee, activity_id, at, way, by_id) values ($1, $2, $3, $4, $5, 'list', 'x')`,
        [areas.gongsheng, rows[0].id, attendee, activityId, world.clock.now()],
      );
  }

  test('the district reviews once a year, with the figures of that day; the community does not review itself', async () => {
    const review = { verdict: 'passed', words: '活动有人气' };
    expect((await as('community').post(`${of('gongsheng')}/reviews`, review)).status).toBe(403);
    expect((await as('district').post(`${of('gongsheng')}/reviews`, review)).status).toBe(201);
    expect((await as('district').post(`${of('gongsheng')}/reviews`, review)).body.code).toBe('brand.reviewed');
    const { reviews } = (await as('district').get(`${of('gongsheng')}/desk`)).body;
    expect(reviews).toMatchObject([{ year: 2026, verdict: 'passed', byName: '韩冬', figures: { held: 2 } }]);
    expect((await as('district').post(`${of('sibling')}/reviews`, review)).status).toBe(404);
  });

  test('N19: facts carry the proofs of promotion and publicity; one taken back counts no more', async () => {
    const proof = { kind: 'media', title: '晚报写了井台书声', givenBy: '晚报', givenOn: '2026-06-18' };
    expect((await as('community').post(`${of('gongsheng')}/proofs`, { ...proof, link: 'javascript:1' })).status).toBe(
      400,
    );
    expect((await as('community').post(`${of('gongsheng')}/proofs`, proof)).status).toBe(201);
    const [kept] = (await readBrandFacts(world.database, areas.gongsheng))?.proofs ?? [];
    expect(kept).toMatchObject({ kindName: '上过媒体', title: '晚报写了井台书声' });
    await as('community').post(`${of('gongsheng')}/proofs/${kept?.id}/withdrawal`);
    expect((await readBrandFacts(world.database, areas.gongsheng))?.proofs).toEqual([]);
  });
});

describe('residents choose the theme (F03 step 2)', () => {
  const opening = {
    question: '我们的品牌做什么',
    closesOn: '2026-11-27',
    themes: [{ title: '老井读书' }, { title: '街坊合唱' }],
  };
  const read = async (who: 'anonymous' | 'resident' = 'anonymous') => (await as(who).get('brand/choice')).body;
  const voice = (who: 'resident' | 'resident2' | 'family', themeId: string, id: string, words = '') =>
    as(who).post(`brand/choices/${id}/voices`, { themeId, words });

  test('one voice a person under a race; a check before writing alone lets them all through (control)', async () => {
    expect((await as('community').post('brand/choices', opening)).status).toBe(201);
    expect((await as('community').post('brand/choices', opening)).body.code).toBe('brand.choice-running');
    const { id, themes } = await read();
    const eight = Array.from({ length: 8 }, (_, at) => themes[at % 2].id as string);
    const answers = await Promise.all(eight.map((themeId) => voice('resident', themeId, id, '孩子爱读书')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await read()).voices).toBe(1);

    await world.owner.query('create table control_voices (voter text)');
    const checked = await Promise.all(eight.map(() => world.owner.query('select 1 from control_voices')));
    await Promise.all(
      checked.map(({ rows }) =>
        rows.length === 0 ? world.owner.query(`insert into control_voices values ('a')`) : null,
      ),
    );
    expect((await world.owner.query('select 1 from control_voices')).rows).toHaveLength(8);
  });

  test('only residents speak; counts stay hidden while it is open; a sentence is shown when the community has read it', async () => {
    const { id, themes } = await read();
    expect((await voice('family', themes[0].id, id)).body.code).toBe('brand.not-resident');
    expect((await as('anonymous').post(`brand/choices/${id}/voices`, { themeId: themes[0].id })).status).toBe(401);
    expect(themes.map((theme: { voices: unknown }) => theme.voices)).toEqual([null, null]);
    expect((await read()).sentences).toEqual([]);
    const [word] = (await as('community').get('brand/desk')).body.choice.words;
    expect(JSON.stringify((await as('community').get('brand/desk')).body.choice)).not.toContain(as('resident').id);
    await as('community').post(`brand/voices/${word.id}/shown`, { shown: true });
    expect((await read()).sentences).toMatchObject([{ words: '孩子爱读书' }]);
    expect((await read('resident')).mine).not.toBeNull();
  });

  test('tie → the community decides with its reason, after the last day and among those that lead', async () => {
    const { id, themes } = await read();
    const mine = (await read('resident')).mine;
    const other = themes.find((theme: { id: string }) => theme.id !== mine).id;
    expect((await voice('resident2', other, id)).status).toBe(200);
    const decide = (reason: string) => as('community').post(`brand/choices/${id}/decision`, { themeId: other, reason });
    expect((await decide('井修好了，先做读书这一个')).body.code).toBe('brand.choice-open');
    await world.advance('2026-11-28T01:00:00.000Z');
    expect((await voice('resident2', other, id)).body.code).toBe('brand.choice-closed');
    expect(await read()).toMatchObject({ state: 'tied', themes: [{ voices: 1 }, { voices: 1 }] });
    expect((await decide('')).body.code).toBe('brand.reason-missing');
    expect((await decide('井修好了，先做读书这一个')).status).toBe(200);
    expect(await read()).toMatchObject({ state: 'decided', reason: '井修好了，先做读书这一个' });
    expect((await as('anonymous').get(of('gongsheng'))).body.choice).toMatchObject({ voices: 2, isOpen: false });
  });
});
