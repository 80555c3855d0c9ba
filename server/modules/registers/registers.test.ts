import { describe, expect, test } from 'vitest';
import { system } from '#shared/actor';
import { importRecords, readRegisterFacts } from '#modules/registers';
import { adoptFor } from '#modules/registers/adoption';
import type { Values } from '#kernel-contract/workflow';
import { testDatabase } from '#tests/database';
import { need } from '#tests/matters';
import { areas, openWorld, upload, type Asker } from '#tests/world';
import { registersContext } from '../../doors.ts';

const world = await openWorld(await testDatabase());
const { as, parts } = world;
const context = registersContext(parts);
const [community, secretary, city, resident] = [as('community'), as('secretary'), as('city'), as('resident')];

await world.database.transaction(world.clock.now(), async (tx) => {
  for (const register of ['talents', 'resources', 'rules'])
    await adoptFor(tx, context, system, { areaId: areas.gongsheng, wanted: { register, settings: {} } });
  await adoptFor(tx, context, system, { areaId: areas.city, wanted: { register: 'associations', settings: {} } });
});
await parts.registers.reload();

const ofCity = `/api/v1/areas/${areas.city}/registers/associations`;
const here = (register: string): string => `registers/${register}`;
type Form = Values;

const enter = async (who: Asker, path: string, form: Form): Promise<string> =>
  need(await who.post(`${path}/records`, { form })).body.id;
const one = async (who: Asker, path: string, id: string) => need(await who.get(`${path}/records/${id}`)).body;
const list = async (who: Asker, path: string, query = '') => need(await who.get(`${path}/records?${query}`)).body;
const move = async (who: Asker, path: string, id: string, action: string, form: Form = {}) => {
  const { version } = await one(who, path, id);
  return who.post(`${path}/records/${id}/moves/${action}`, { form, version });
};
const refusal = ({ status, body }: { status: number; body: any }) => ({ status, code: body.code });

const association = (who: string, party: number, members = 40): Form => ({ who, sort: '文艺', members, party });
const founding = { branch: '书法协会党支部', secretary: '李文涛', foundedOn: '2026-11-20' };
const guiding = { guide: '王立新', guideFrom: '2026-11-20', guideUntil: '2027-11-19' };
const judging = { judgedOn: '2026-11-20' };

describe('F48: 登记 → 判断组建条件 → 建支部 / 派指导员 → 覆盖 → 年度复核', () => {
  test('N88: an association without branch or guide is flagged; with one or the other for every one it is not', async () => {
    const coverage = async () =>
      need(await city.get(ofCity)).body.counts.find(({ id }: { id: string }) => id === 'covered');
    expect(await coverage()).toMatchObject({ all: 0, percent: null, flagged: false });
    const three = await enter(city, ofCity, association('书法协会', 3));
    const two = await enter(city, ofCity, association('诗词学会', 2));
    expect(await coverage()).toMatchObject({ all: 2, percent: 0, flagged: true });
    need(await move(city, ofCity, three, 'judge', judging));
    need(await move(city, ofCity, three, 'ready', founding));
    expect(await coverage()).toMatchObject({ percent: 50, flagged: true });
    const behind = await list(city, ofCity, `count=covered&part=${encodeURIComponent('否')}`);
    expect(behind.items.map(({ label }: { label: string }) => label)).toEqual(['诗词学会']);
    need(await move(city, ofCity, two, 'judge', judging));
    need(await move(city, ofCity, two, 'notYet', guiding));
    expect(await coverage()).toMatchObject({ percent: 100, flagged: false });
    const summary = need(await city.get(`/api/v1/areas/${areas.city}/registers`)).body.items;
    expect(summary.find(({ id }: { id: string }) => id === 'associations')).toMatchObject({ records: 2, flagged: [] });
  });

  test('F48: with two party members no branch can be founded, with three it can; a guide may become a branch', async () => {
    const id = await enter(city, ofCity, association('摄影协会', 2));
    need(await move(city, ofCity, id, 'judge', judging));
    const refused = await move(city, ofCity, id, 'ready', founding);
    expect(refusal(refused)).toEqual({ status: 422, code: 'register.need-unmet' });
    expect(refused.body.detail).toContain('党员不足三人');
    need(await move(city, ofCity, id, 'notYet', guiding));
    need(await move(city, ofCity, id, 'cover'));
    expect(refusal(await move(city, ofCity, id, 'ready', founding))).toEqual({
      status: 409,
      code: 'register.no-way',
    });
    need(await move(city, ofCity, id, 'review', { reviewedOn: '2026-11-20', found: '党员增加到三名' }));
    const { version } = await one(city, ofCity, id);
    need(await city.post(`${ofCity}/records/${id}/change`, { form: association('摄影协会', 3), version }));
    need(await move(city, ofCity, id, 'ready', founding));
    expect((await one(city, ofCity, id)).state).toMatchObject({ id: 'branched', label: '建支部' });
  });

  test('F48: the yearly review is due, and coming into its state is doing it', async () => {
    const id = await enter(city, ofCity, association('美术协会', 5));
    const due = async () => (await one(city, ofCity, id)).due;
    expect(await due()).toBe(null);
    need(await move(city, ofCity, id, 'judge', judging));
    need(await move(city, ofCity, id, 'ready', founding));
    need(await move(city, ofCity, id, 'cover'));
    expect(await due()).toMatchObject({ id: 'reviewed', state: 'open' });
    need(await move(city, ofCity, id, 'review', { reviewedOn: '2026-11-20', found: '正常' }));
    expect(await due()).toMatchObject({ id: 'reviewed', state: 'done' });
    expect(refusal(await city.post(`${ofCity}/records/${id}/duties/reviewed`, { form: {} }))).toEqual({
      status: 404,
      code: 'register.no-duty',
    });
  });

  test('D2: the page shows name, field and branch of everybody, the secretary of nobody', async () => {
    const page = need(await as('anonymous').get(`/api/v1/areas/${areas.city}/public-registers/associations`)).body;
    expect(page.items.map(({ name }: { name: string }) => name)).toContain('诗词学会');
    expect(page.rates[0]).toMatchObject({ label: '党组织覆盖率', percent: 100, held: page.rates[0].all });
    expect(JSON.stringify(page)).not.toContain('李文涛');
  });
});

const talent = (more: Form = {}): Form => ({
  who: '赵春梅',
  sort: '能人达人',
  skills: ['剪纸'],
  offer: '教孩子剪窗花',
  away: false,
  phone: '13812345678',
  ...more,
});

describe('A15, D4: the talent pool', () => {
  const path = here('talents');

  test('N03: the survey offers exactly four kinds of talent and three of resources', async () => {
    const words = async (register: string): Promise<string[]> => {
      const { fields } = need(await community.get(here(register))).body;
      return fields.find(({ id }: { id: string }) => id === 'sort').of.map(({ value }: { value: string }) => value);
    };
    expect(await words('talents')).toEqual(['社会组织负责人', '专业人士', '能人达人', '热心居民']);
    expect(await words('resources')).toEqual(['文化活动场地', '志愿服务团队', '社区社会组织']);
    const fifth = await community.post(`${path}/records`, { form: talent({ sort: '名人' }) });
    expect(fifth.body).toMatchObject({ code: 'register.form-invalid', fields: { sort: expect.any(String) } });
    const fourth = await community.post(`${here('resources')}/records`, {
      form: { who: '器材', sort: '器材', offer: '借' },
    });
    expect(fourth.status).toBe(422);
  });

  test('R3: without her consent her name is sealed, masked, found by the whole of it alone, and on no page', async () => {
    const id = await enter(community, path, talent());
    const row = await one(community, path, id);
    expect(row.label).toBe('赵**');
    expect(JSON.stringify(row)).not.toContain('13812345678');
    expect(JSON.stringify(row)).not.toContain('赵春梅');
    const { rows } = await world.owner.query(`select form, sealed from register_records where id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toMatch(/赵春梅|13812345678/);
    const found = async (q: string) => (await list(community, path, `q=${encodeURIComponent(q)}`)).total;
    expect([await found('赵春梅'), await found('春梅'), await found('剪纸')]).toEqual([1, 0, 1]);
    const page = async () => need(await resident.get('public-registers/talents')).body.items;
    expect(await page()).toEqual([]);
    need(
      await community.post(`${path}/records/${id}/change`, {
        form: { ...talent({ named: true }), who: '', phone: '' },
        version: row.version,
      }),
    );
    expect(await page()).toMatchObject([{ name: '赵春梅', group: '能人达人', tags: ['剪纸'] }]);
    expect(JSON.stringify(await page())).not.toContain('13812345678');
  });

  test('R3: her photograph is seen with her consent, and no longer once she has taken it back', async () => {
    const id = await enter(community, path, talent({ who: '冯巧云' }));
    const portrait = await upload(community);
    const change = async (form: object): Promise<void> => {
      const { version } = await one(community, path, id);
      need(await community.post(`${path}/records/${id}/change`, { form, version }));
    };
    const seen = async (): Promise<number> => (await resident.get(`files/${portrait}`)).status;
    const kept = { ...talent({ portrait: [portrait] }), who: '', phone: '' };
    await change(kept);
    expect(await seen()).toBe(404);
    await change({ ...kept, named: true });
    expect(await seen()).toBe(200);
    await change({ ...kept, who: '冯巧云', named: false });
    expect(await seen()).toBe(404);
  });

  test('a sealed field opens with a reason, which is kept; without one, or for others, it does not', async () => {
    const id = await enter(community, path, talent({ who: '钱学民' }));
    const ask = (who: Asker, reason: string) => who.post(`${path}/records/${id}/reveal`, { field: 'phone', reason });
    expect((await ask(community, '')).status).toBe(400);
    expect((await ask(resident, '想打电话')).status).toBe(403);
    expect(need(await ask(community, '约上课时间')).body).toEqual({ field: 'phone', value: '13812345678' });
    const { rows: seen } = await world.owner.query(`select detail from audit where act = 'register.reveal'`);
    expect(seen).toEqual([{ detail: { field: 'phone', reason: '约上课时间' } }]);
  });

  test('F49: who lives elsewhere and was not contacted for twelve months is late, and not a day before', async () => {
    const id = await enter(community, path, talent({ who: '孙远行', away: true, link: '父母住在三号楼' }));
    await world.advance('2027-11-19T15:59:00.000Z');
    const due = async () => (await one(community, path, id)).due;
    expect(await due()).toMatchObject({ id: 'contacted', state: 'open', until: '2027-11-19' });
    await world.advance('2027-11-19T16:00:00.000Z');
    expect(await due()).toMatchObject({ state: 'late' });
    expect((await list(community, path, 'due=late')).items).toMatchObject([{ id }]);
    need(await move(community, path, id, 'contact', { contactedOn: '2027-11-20', sent: '邻居节的邀请' }));
    expect(await due()).toMatchObject({ state: 'done' });
  });
});

describe('bad input and others at the same time', () => {
  const path = here('rules');
  const rule = { who: '目标责任制', sort: '目标责任制', content: '全年办好十五场活动。', madeOn: '2026-01-10' };

  test('the same rule is entered once; withdrawn it may be entered anew', async () => {
    const both = await Promise.all([1, 2].map(() => community.post(`${path}/records`, { form: rule })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { items } = await list(community, path);
    const [{ id }] = items;
    need(await community.post(`${path}/records/${id}/close`, { reason: '写错了', version: 1 }));
    expect((await list(community, path)).total).toBe(0);
    expect((await list(community, path, 'closed=true')).total).toBe(1);
    expect(refusal(await community.post(`${path}/records/${id}/close`, { reason: '再来', version: 2 }))).toEqual({
      status: 409,
      code: 'register.record-closed',
    });
    await enter(community, path, rule);
  });

  test('of two who change at once one is told; who does not keep the register may not write', async () => {
    const id = await enter(community, path, { ...rule, who: '服务公示制', sort: '服务公示制' });
    const change = (who: Asker) =>
      who.post(`${path}/records/${id}/change`, { form: { ...rule, who: '服务公示制', owner: '刘敏' }, version: 1 });
    const both = await Promise.all([change(community), change(secretary)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await change(as('far'))).status).toBe(403);
    expect((await resident.get(`${path}/records`)).status).toBe(403);
    expect((await as('streetOfficer').get(`${path}/records`)).status).toBe(200);
    expect((await change(as('streetOfficer'))).status).toBe(403);
  });

  test('a register nobody keeps here, a record that is none, a cursor that is none: each says so', async () => {
    expect(refusal(await community.get(here('scenes')))).toEqual({ status: 404, code: 'register.unknown' });
    expect(refusal(await community.get(`${path}/records/${areas.city}`))).toEqual({
      status: 404,
      code: 'register.record-unknown',
    });
    expect((await community.get(`${path}/records?cursor=x`)).status).toBe(400);
  });

  test('the list leaves as Excel; records kept elsewhere come in with their way', async () => {
    const sheet = await community.get(`${path}/records.xlsx`);
    expect([sheet.status, sheet.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const at = '2026-03-02T01:20:00.000Z';
    await world.database.transaction(world.clock.now(), async (tx) =>
      importRecords(tx, context, [
        {
          areaId: areas.gongsheng,
          id: tx.newId(),
          register: 'talents',
          by: { id: 'system', name: '系统' },
          at,
          form: talent({ who: '周远', named: true }),
          moves: [{ to: 'contacted', at, filled: { contactedOn: '2026-03-02', sent: '社区小报' } }],
        },
      ]),
    );
    const facts = await readRegisterFacts(world.database, areas.gongsheng, 'talents');
    expect(facts.find(({ label }) => label === '周远')).toMatchObject({ state: 'contacted' });
  });
});
