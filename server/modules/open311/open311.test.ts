import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, bring, matterAt, need, phone, trace, words } from '#tests/matters';
import { base, here, openPartner, service, street } from '#tests/open311';
import { areas, openWorld, upload } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, owner, clock } = world;
const { anyone, read, requests, one, codeOf } = openPartner(world);

describe('GeoReport v2: discovery and services', () => {
  test('the discovery names the endpoint and its formats', async () => {
    const { endpoints } = await read('discovery.json');
    expect(endpoints).toMatchObject([
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: 'https://liren.test/open311/v2',
        type: 'production',
      },
    ]);
    expect(endpoints[0].formats).toEqual(['application/json', 'text/xml']);
  });

  test('services are the categories of methods that residents may begin and that show something in public', async () => {
    const services = await read(`services.json?jurisdiction_id=${here}`);
    expect(services).toContainEqual({
      service_code: service,
      service_name: '安全隐患',
      description: '七步闭环：拍一张，说一句，最晚下一个工作日告诉您收不收、谁来办',
      metadata: true,
      type: 'realtime',
      keywords: '',
      group: '七步闭环',
    });
    const codes: string[] = services.map((each: { service_code: string }) => each.service_code);
    expect(codes).toContain(service);
    expect(codes).toContain('neighbour-matter.渗水漏水');
    expect(codes.filter((code) => code.startsWith('thirty-minute-response'))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(await read(`services.json?jurisdiction_id=370300000000`)).toEqual(services);
  });

  test('a definition asks what the first form asks, but never for place, photo or telephone', async () => {
    const code = encodeURIComponent('neighbour-matter.噪声');
    const { service_code, attributes } = await read(`services/${code}.json?jurisdiction_id=${here}`);
    expect(service_code).toBe('neighbour-matter.噪声');
    expect(attributes.map((each: any) => [each.code, each.datatype, each.required])).toEqual([
      ['words', 'text', true],
      ['channel', 'singlevaluelist', false],
    ]);
    expect(attributes[1].values[0]).toEqual({ key: '议事厅', name: '议事厅' });
  });

  test('GeoReport v2: jurisdiction_id is required where there are several communities, and must be known', async () => {
    for (const path of ['services.json', 'requests.json', `services/${encodeURIComponent(service)}.json`]) {
      const missing = await anyone.get(`${base}/${path}`);
      expect([missing.status, missing.body[0].code]).toEqual([400, 400]);
      expect((await anyone.get(`${base}/${path}?jurisdiction_id=999`)).status).toBe(404);
      // A grid has no records of its own.
      expect((await anyone.get(`${base}/${path}?jurisdiction_id=37030300200101`)).status).toBe(404);
    }
  });
});

describe('GeoReport v2: exactly what the method shows in public', () => {
  test.each(['public', 'area', 'parties', 'restricted'])(
    'visible %s: the same as the page of the story',
    async (to) => {
      const number = await begin(as('resident'), { phone, photos: [await upload(as('resident'))] });
      const code = await codeOf(number);
      await owner.query(`update matters set visible = $1 where number = $2`, [to, number]);
      const told = await anyone.get(`/api/v1/traces/${code}`);
      const shown = await anyone.get(`${base}/requests/${code}.json`);
      expect([to, shown.status]).toEqual([to, told.status]);
      const ids = (await requests()).map((each) => each.service_request_id);
      expect([to, ids.includes(code)]).toEqual([to, to !== 'restricted']);
      expect(await read(`requests.json?service_request_id=${code}`)).toHaveLength(to === 'restricted' ? 0 : 1);
      expect((await anyone.get(`${base}/tokens/${code}.json`)).status).toBe(told.status);
      if (to === 'restricted') return;
      expect(shown.body[0]).toMatchObject({
        service_request_id: told.body.code,
        service_name: told.body.category,
        description: told.body.title,
        address: told.body.place,
        requested_datetime: told.body.createdAt,
        expected_datetime: told.body.dueAt,
        agency_responsible: told.body.areaName,
        media_url: null,
      });
      for (const secret of [words, phone, '周雪梅', '周**', '2单元', number])
        expect([secret, JSON.stringify(shown.body).includes(secret)]).toEqual([secret, false]);
    },
  );

  test('every step of a matter says the same there and here', async () => {
    for (const step of ['report', 'assign', 'handle', 'reply', 'rate', 'archived'] as const) {
      const code = await codeOf(await matterAt(world, step, { open: true, photos: [await upload(as('resident'))] }));
      const [told, shown] = [await trace(world, code), await one(code)];
      expect(shown.status).toBe(told.closedAt ? 'closed' : 'open');
      expect([shown.description, shown.address]).toEqual([told.title, told.place]);
      expect(shown.status_notes).toBe(
        [told.open ? `在办：${told.stepName}` : '办结', told.result].filter(Boolean).join('。'),
      );
      expect(shown.updated_datetime).toBe(told.closedAt ?? told.story.at(-1).at);
      const picture = told.before[0] ?? told.after[0];
      expect(shown.media_url).toBe(picture ? `https://liren.test${picture.full}` : null);
      if (step !== 'archived') continue;
      expect(shown.description).toBe('3号楼飞线已拆');
      expect((await anyone.get(new URL(shown.media_url).pathname)).status).toBe(200);
    }
  });

  test('a matter of a restricted method is nowhere', async () => {
    const form = { sort: '突发事件', place: '3号楼', words };
    const { body } = need(await as('grid').post('matters', { method: 'thirty-minute-response', form }));
    const code = (await owner.query(`select trace_code from matters where number = $1`, [body.number])).rows[0];
    expect((await anyone.get(`${base}/requests/${code.trace_code}.json`)).status).toBe(404);
    expect(JSON.stringify(await requests())).not.toContain(code.trace_code);
  });

  test('a point is shown when the face has one, to ten metres', async () => {
    const place = { label: '3号楼 门口', areaId: areas.building, point: [118.0512345, 36.8112345] };
    const shown = await one(await codeOf(await begin(as('resident'), { place })));
    expect([shown.lat, shown.long]).toEqual([36.8112, 118.0512]);
    const without = await one(await codeOf(await begin(as('resident'))));
    expect([without.lat, without.long]).toEqual([null, null]);
  });
});

describe('GeoReport v2: requests by filter', () => {
  test('the newest first, by status, by service, by id, by time', async () => {
    clock.set(new Date(clock.now().getTime() + 1000));
    const open = await codeOf(await begin(as('resident')));
    clock.set(new Date(clock.now().getTime() + 1000));
    const closing = await begin(as('resident'), { category: '停车秩序' });
    const closed = await codeOf(closing);
    await bring(world, closing, 'archived');
    const idsOf = (items: any[]): string[] => items.map((each) => each.service_request_id);
    expect(idsOf(await requests()).slice(0, 2)).toEqual([closed, open]);
    const times = (await requests()).map((each) => each.requested_datetime);
    expect(times).toEqual(times.toSorted().reverse());
    expect(idsOf(await requests('&status=open'))).not.toContain(closed);
    expect(idsOf(await requests('&status=closed'))).toContain(closed);
    expect(idsOf(await requests('&status=closed'))).not.toContain(open);
    expect(idsOf(await requests('&status=open,closed')).slice(0, 2)).toEqual([closed, open]);
    const parking = encodeURIComponent('seven-step-loop.停车秩序');
    expect(idsOf(await requests(`&service_code=${parking}`))).toEqual([closed]);
    const byId = await read(`requests.json?service_request_id=${open},${closed.toUpperCase()},zzzz999999`);
    expect(idsOf(byId)).toEqual([closed, open]);
    const later = await requests(`&start_date=${clock.now().toISOString()}`);
    expect(idsOf(later)).toEqual([closed]);
    expect(await requests('&end_date=2026-01-01T00:00:00Z')).toEqual([]);
  });

  test('a street reads its communities and no others', async () => {
    const place = { label: '1号楼', areaId: areas.siblingBuilding };
    const form = { category: '电梯故障', place, words };
    const sibling = `/api/v1/areas/${areas.sibling}/matters`;
    const { traceCode } = need(await as('sibling').post(sibling, { method: 'seven-step-loop', form })).body;
    const asked = async (code: string): Promise<boolean> =>
      JSON.stringify(await read(`requests.json?jurisdiction_id=${code}`)).includes(traceCode);
    expect(await asked(street)).toBe(true);
    expect(await asked(here)).toBe(false);
    expect(await asked('370303003000')).toBe(false);
    expect((await anyone.get(`${base}/requests/${traceCode}.json?jurisdiction_id=${here}`)).status).toBe(404);
    expect((await anyone.get(`${base}/requests/${traceCode}.json?jurisdiction_id=${street}`)).status).toBe(200);
  });

  test('the newest come out of the index of their area', async () => {
    await owner.query(
      `insert into matters (area_id, id, number, trace_code, method, definition_hash, status, visible, step, entered_at, title, channel,
         fields, face, state, created_at, updated_at)
       select area_id, gen_random_uuid(), 'n' || n, 't' || n, method, definition_hash, 'open', 'parties', 'report', created_at - interval '20 days', '',
         channel, fields, face, state, created_at - interval '20 days' - n * interval '1 second', updated_at
       from (select * from matters where area_id = $1 and status = 'open' and visible <> 'restricted' limit 1) m, generate_series(1, 3000) n`,
      [areas.gongsheng],
    );
    await owner.query('analyze matters');
    expect(await requests()).toHaveLength(1000);
    const { rows } = await owner.query(
      `explain select * from matters m where m.area_id = '${areas.gongsheng}' and m.created_at >= '2026-08-22' and m.created_at <= '2026-11-21'
         and m.visible <> 'restricted' and m.face->>'category' is not null order by m.created_at desc, m.id desc limit 1000`,
    );
    expect(JSON.stringify(rows)).toContain('matters_created_idx');
    await owner.query(`delete from matters where number like 'n%'`);
  });
});
