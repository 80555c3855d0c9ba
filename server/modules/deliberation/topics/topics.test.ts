import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { areas, openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, owner } = world;
// The world's library may not hold the method for topics: another one carries them here.
world.parts.deliberationWords.topics.methods.push('neighbour-matter');

const raised = async (title: string, who: Name = 'resident', change: object = {}): Promise<string> => {
  const body = { title, why: '夜里看不清路，老人摔过一回。', scope: 'community', ...change };
  const answer = await as(who).post('topics', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const decide = (id: string, decision: object, who: Name = 'community') =>
  as(who).post(`topics/${id}/decision`, decision);
const opened = async (title: string, who: Name = 'resident'): Promise<string> => {
  const id = await raised(title, who);
  expect((await decide(id, { decision: 'approve' })).status).toBe(200);
  return id;
};
const page = async (id: string, who: Name | 'anonymous' = 'resident') => (await as(who).get(`topics/${id}`)).body;
const support = (id: string, who: Name) => as(who).ask('PUT', `topics/${id}/support`);
const toldTo = async (who: Name): Promise<string[]> =>
  (await as(who).get('/api/v1/messages')).body.items.map(
    ({ title, body }: { title: string; body: string }) => `${title} ${body}`,
  );
const settings = (supports: number, answerDays = 7) =>
  as('community').ask('PUT', 'topic-settings', { body: { supports, answerDays } });

describe('先审后发: what residents raise is looked at before everybody sees it', () => {
  test('a topic waits for the desk; until then only its proposer and the desk see it', async () => {
    const id = await raised('东门口装一盏灯');
    expect(await page(id)).toMatchObject({ state: 'waiting', proposer: '邻居周**', supports: 1, isMine: true });
    expect((await as('resident2').get(`topics/${id}`)).status).toBe(404);
    expect((await as('anonymous').get('topics')).body.items).toEqual([]);
    expect((await as('resident').get('topics?state=waiting')).status).toBe(404);
    expect((await decide(id, { decision: 'approve' }, 'resident' as Name)).status).toBe(403);
    expect((await decide(id, { decision: 'approve' })).status).toBe(200);
    expect(await page(id, 'anonymous')).toMatchObject({ state: 'open', actions: [] });
    expect(JSON.stringify(await page(id, 'anonymous'))).not.toContain('周雪梅');
    expect((await toldTo('resident')).join()).toContain('公开了：东门口装一盏灯');
  });

  test('a declined one keeps its reason for its proposer, and needs one', async () => {
    const id = await raised('把停车位都画成我家的');
    expect((await decide(id, { decision: 'decline', reason: '' })).status).toBe(400);
    await decide(id, { decision: 'decline', reason: '车位是大家的，欢迎来议怎么轮着停。' });
    expect(await page(id)).toMatchObject({ state: 'declined', reason: '车位是大家的，欢迎来议怎么轮着停。' });
    expect((await as('resident2').get(`topics/${id}`)).status).toBe(404);
    expect((await toldTo('resident')).join()).toContain('欢迎来议怎么轮着停');
  });

  test('two desk workers decide at once: the first decision stands, the second is told', async () => {
    const id = await raised('垃圾桶晚点收');
    const both = await Promise.all([
      decide(id, { decision: 'approve' }, 'community'),
      decide(id, { decision: 'merge', into: areas.estate }, 'community2'),
      decide(id, { decision: 'approve' }, 'secretary'),
    ]);
    expect(both.map(({ status }) => status).sort()).not.toEqual([200, 200, 200]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = both.filter(({ body }) => body.code === 'topic.moved-on');
    expect(late.length).toBeGreaterThan(0);
    expect(late[0]?.body.detail).toContain('刚刚有人处理过了');
  });

  test('X29: the post is named only where she agreed, the name stays masked', async () => {
    const id = await raised('楼道灯换成感应的', 'building', { named: true, scope: 'estate', placeId: areas.estate });
    expect(await page(id, 'building')).toMatchObject({ proposer: '楼栋长何**', concerns: '工盛小区' });
    const other = await raised('楼道里别放鞋柜', 'building');
    expect(await page(other, 'building')).toMatchObject({ proposer: '邻居何**', concerns: '全社区' });
  });
});

describe('who takes part, and with what words', () => {
  test('who lives elsewhere neither proposes nor supports', async () => {
    const id = await opened('晾衣杆挪到南墙根');
    expect((await support(id, 'family')).body.code).toBe('deliberation.not-from-here');
    expect((await as('anonymous').ask('PUT', `topics/${id}/support`)).status).toBe(401);
  });

  test.each([
    ['a right-to-left override', '装灯\u202e装灯'],
    ['a control sign', '装灯\u0007装灯'],
    ['a zero-width sign', '装\u200b灯装灯'],
    ['heaped marks', `装灯${'\u0301'.repeat(9)}装灯`],
  ])('hostile text is refused with a sentence: %s', async (_name, title) => {
    const answer = await as('resident2').post('topics', { title, why: '没有灯看不见', scope: 'community' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'deliberation.odd-signs' } });
  });

  test('a script is plain text; a huge text is refused', async () => {
    const id = await raised('<script>alert(1)</script>', 'volunteer');
    expect(await page(id, 'volunteer')).toMatchObject({ title: '<script>alert(1)</script>' });
    const huge = { title: '装一盏灯吧', why: '长'.repeat(1001), scope: 'community' };
    expect((await as('volunteer').post('topics', huge)).status).toBe(400);
  });

  test('a place must be of this community and of the right kind; three may wait, a fourth not', async () => {
    const body = { title: '三号楼的门修一修', why: '门关不严', scope: 'building' };
    const place = (placeId: string | null) => as('volunteer2').post('topics', { ...body, placeId });
    expect((await place(null)).body.code).toBe('topic.place-wrong');
    expect((await place(areas.siblingBuilding)).body.code).toBe('topic.place-wrong');
    expect((await place(areas.estate)).body.code).toBe('topic.place-wrong');
    for (let nth = 0; nth < 3; nth++) expect((await place(areas.building)).status).toBe(201);
    expect((await place(areas.building)).body.code).toBe('topic.too-many');
  });

  test('similar topics are found by the words of a title', async () => {
    await opened('充电桩装到车棚里', 'secretary');
    const found = (await as('anonymous').get(`similar-topics?q=${encodeURIComponent('车棚装充电桩')}`)).body.items;
    expect(found.map(({ title }: { title: string }) => title)).toEqual(['充电桩装到车棚里']);
    expect((await as('anonymous').get(`similar-topics?q=${encodeURIComponent('养鸡')}`)).body.items).toEqual([]);
    expect((await as('anonymous').get('similar-topics?q=')).body.items).toEqual([]);
  });
});

describe('support', () => {
  test('one person 50 times at once counts once', async () => {
    const id = await opened('花坛补种几棵月季');
    const answers = await Promise.all(Array.from({ length: 50 }, () => support(id, 'resident2')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect((await page(id)).supports).toBe(2);
    await as('resident2').ask('DELETE', `topics/${id}/support`);
    expect((await page(id)).supports).toBe(1);
  });

  test('the control: without the key the same 50 count 50 times', async () => {
    await owner.query('create table keyless_supports (area_id uuid, topic_id uuid, user_id text)');
    const row = [areas.gongsheng, areas.estate, 'somebody'];
    const add = () => owner.query('insert into keyless_supports values ($1, $2, $3) on conflict do nothing', row);
    await Promise.all(Array.from({ length: 50 }, add));
    const { rows } = await owner.query('select count(*)::int as count from keyless_supports');
    expect(rows[0].count).toBe(50);
    await owner.query('drop table keyless_supports');
  });

  test('at the threshold, not one before, the office is asked to answer by the end of the day set; all hear of it', async () => {
    await settings(3, 5);
    const id = await opened('快递柜放到门卫室旁');
    expect((await page(id)).next).toBe('再有 2 位邻居附议，社区 5 天内答复怎么办');
    await support(id, 'resident2');
    expect(await page(id)).toMatchObject({ supports: 2, answerDueAt: null });
    await support(id, 'volunteer');
    // Friday 20 November and five whole days: 24:00 of the 25th.
    expect(await page(id)).toMatchObject({ supports: 3, answerDueAt: '2026-11-25T16:00:00.000Z' });
    expect((await page(id)).next).toContain('前答复怎么办');
    expect((await toldTo('resident2')).join()).toContain('附议够了：快递柜放到门卫室旁');
    expect((await toldTo('community')).join()).toContain('附议够了，请答复');
    const answer = '门卫室西墙放一组，下月十号前装好。';
    expect((await as('community').post(`topics/${id}/answer`, { answer })).status).toBe(200);
    expect(await page(id, 'anonymous')).toMatchObject({ state: 'answered', answer });
    expect((await support(id, 'property')).body.code).toBe('topic.not-open');
    expect((await as('community').post(`topics/${id}/result`, { result: '柜子装好了。' })).status).toBe(200);
    expect(await page(id, 'anonymous')).toMatchObject({ state: 'closed', result: '柜子装好了。' });
    await settings(10);
  });
});

describe('merging', () => {
  test('supporters, followers and voices move along, who supports both counts once, and all are told', async () => {
    const target = await opened('老槐树下添长椅');
    const twin = await opened('树荫底下放几张椅子', 'resident2');
    await support(target, 'resident2');
    await support(twin, 'volunteer');
    await as('grid').ask('PUT', `topics/${twin}/follow`);
    const voice = await as('volunteer').post(`topics/${twin}/voices`, { kind: 'for', body: '冬天台子太凉了' });
    await as('community').post(`topics/${twin}/voices/${voice.body.id}/decision`, { decision: 'show' });
    expect((await decide(twin, { decision: 'merge', into: twin })).body.code).toBe('topic.merge-wrong');
    expect((await decide(twin, { decision: 'merge', into: target })).status).toBe(200);
    expect(await page(target)).toMatchObject({ supports: 3, voices: 1 });
    expect(await page(twin, 'anonymous')).toMatchObject({ state: 'merged', mergedInto: { id: target } });
    for (const who of ['resident2', 'volunteer', 'grid'] as const)
      expect((await toldTo(who)).join()).toContain('并到一起议：老槐树下添长椅');
  });
});

describe('voices and reports', () => {
  test('a voice waits for the desk, is replied to, and its author is told; a declined one keeps its reason for her', async () => {
    const id = await opened('广场舞八点半收音响');
    const say = (body: string) => as('resident2').post(`topics/${id}/voices`, { kind: 'against', body });
    const { id: first } = (await say('夏天能不能到九点')).body;
    const { id: second } = (await say('谁家都不许跳')).body;
    expect((await page(id, 'anonymous')).voiceItems).toEqual([]);
    expect((await page(id, 'resident2')).voiceItems).toHaveLength(2);
    expect((await as('community').get('voice-queue')).body.voices).toHaveLength(2);
    await as('community').post(`topics/${id}/voices/${first}/decision`, { decision: 'show' });
    await as('community').post(`topics/${id}/voices/${first}/reply`, { reply: '夏天到九点，可以。' });
    const declined = { decision: 'decline', reason: '说的是别人，请说说您的建议。' };
    await as('community').post(`topics/${id}/voices/${second}/decision`, declined);
    const again = await as('secretary').post(`topics/${id}/voices/${second}/decision`, { decision: 'show' });
    expect(again.body.code).toBe('voice.decided-already');
    expect((await page(id, 'anonymous')).voiceItems).toMatchObject([
      { kindName: '有顾虑', speaker: '邻居郑**', reply: '夏天到九点，可以。', reason: null },
    ]);
    const own = (await page(id, 'resident2')).voiceItems;
    expect(own.find((one: { id: string }) => one.id === second)).toMatchObject({
      state: 'declined',
      reason: declined.reason,
    });
    expect((await toldTo('resident2')).join()).toContain('请说说您的建议');
  });

  test('what is reported is looked at: hidden with a reason its author reads, or left; twice by one person is once', async () => {
    const id = await opened('水系边装护栏');
    const { id: voice } = (await as('resident2').post(`topics/${id}/voices`, { kind: 'for', body: '某家的孩子太皮' }))
      .body;
    await as('community').post(`topics/${id}/voices/${voice}/decision`, { decision: 'show' });
    const report = () => as('resident').post(`topics/${id}/reports`, { voiceId: voice, reason: '说的是我家' });
    await Promise.all([report(), report()]);
    const [waiting, ...others] = (await as('community').get('voice-queue')).body.reports;
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ body: '某家的孩子太皮', reason: '说的是我家' });
    const hide = { decision: 'hide', reason: '说到了别人家，换个说法再发。' };
    const both = await Promise.all(
      (['community', 'community2'] as const).map((who) => as(who).post(`topic-reports/${waiting.id}/decision`, hide)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await page(id, 'anonymous')).voiceItems).toEqual([]);
    expect((await toldTo('resident2')).join()).toContain('换个说法再发');
    expect((await toldTo('resident')).join()).toContain('已经不再公开');
    await as('resident2').post(`topics/${id}/reports`, { reason: '不想看见这个议题' });
    const [about] = (await as('community').get('voice-queue')).body.reports;
    await as('community').post(`topic-reports/${about.id}/decision`, { decision: 'keep' });
    expect((await page(id, 'anonymous')).state).toBe('open');
  });
});

describe('from a topic to a matter', () => {
  test('the desk begins the method, the page follows its steps, supporters are told; while it runs there is no result', async () => {
    const id = await opened('单元门前做个缓坡');
    await support(id, 'resident2');
    expect((await page(id)).steps[0]).toMatchObject({ state: 'now', at: null });
    const begun = await as('community').post(`topics/${id}/matter`);
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    const shown = await page(id, 'anonymous');
    expect(shown).toMatchObject({ state: 'in-progress', matterNumber: begun.body.number, matter: { open: true } });
    expect(shown.steps[0]).toMatchObject({ state: 'done' });
    expect(shown.matter.href).toMatch(/^\/t\//);
    expect((await toldTo('resident2')).join()).toContain('开始议了：单元门前做个缓坡');
    expect((await as('community').post(`topics/${id}/matter`)).body.code).toBe('topic.moved-on');
    expect((await as('community').post(`topics/${id}/result`, { result: '已经做好了' })).body.code).toBe(
      'topic.matter-runs',
    );
  });

  test('a community that has adopted no method for topics is told so', async () => {
    const { methods } = world.parts.deliberationWords.topics;
    const kept = methods.splice(0, methods.length, 'unheard-of');
    const id = await opened('树下放个饮水桶');
    expect((await page(id, 'community')).actions).not.toContain('begin');
    expect((await as('community').post(`topics/${id}/matter`)).body.code).toBe('topic.no-method');
    methods.splice(0, methods.length, ...kept);
  });
});
