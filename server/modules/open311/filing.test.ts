import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { detail, matterAt, need, phone } from '#tests/matters';
import { base, filing, here, openPartner, parseXml, sameAs, service, street } from '#tests/open311';
import { areas, gongsheng, openWorld, type Answer } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, owner, clock } = world;
const { anyone, read, one, codeOf, makeKey, file } = openPartner(world);
const filed = { ...filing, api_key: (await makeKey()).key as string };

describe('GeoReport v2: filing a request', () => {
  test('answers its id; it comes from 其他系统, with nobody as its reporter', async () => {
    const { body, status } = await file({
      ...filed,
      phone,
      first_name: '周',
      email: 'zhou@liren.test',
      'attribute[open]': 'false',
    });
    expect(status).toBe(201);
    expect(body[0]).toMatchObject({ service_request_id: expect.stringMatching(/^gshe/), account_id: null });
    const id = body[0].service_request_id as string;
    expect(await one(id)).toMatchObject({ status: 'open', service_code: service, address: '3号楼' });
    const { rows } = await owner.query(`select * from matters where trace_code = $1`, [id]);
    expect(rows[0]).toMatchObject({ channel: 'partner', reporter_id: null, reporter_name: null, registered_by: null });
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${phone}|zhou@`));
    const seen = await detail(world, rows[0].number);
    expect(seen).toMatchObject({ channelName: '其他系统', reporter: null });
    expect(seen.history.at(-1) ?? seen.history[0]).toMatchObject({
      actorName: '市 12345 平台',
      actorTitle: '其他系统',
    });
    expect(await read(`tokens/${id}`)).toEqual([{ service_request_id: id, token: id }]);
    const audited = await owner.query(`select actor_name from audit where subject = $1`, [rows[0].number]);
    expect(audited.rows).toEqual([{ actor_name: '市 12345 平台' }]);
    expect((await file(filed, 'xml')).body).toMatch(/<service_requests><request><service_request_id>gshe/);
  });

  test('a street names the community by the address', async () => {
    const { address_string: _, ...rest } = { ...filed, jurisdiction_id: street };
    expect((await file(rest)).status).toBe(400);
    const { body } = need(await file({ ...rest, address_id: areas.building }));
    expect(await one(body[0].service_request_id)).toMatchObject({
      address: '工盛小区 3号楼',
      agency_responsible: '工盛社区',
    });
    expect((await file({ ...rest, address_id: areas.siblingBuilding })).status).toBe(403);
    const post = need(await file({ ...filed, address_string: '', address_id: 'gs017' })).body[0];
    expect(await one(post.service_request_id)).toMatchObject({ address: '健身广场 17 号灯杆' });
  });

  test('the same Idempotency-Key files once, in either format', async () => {
    const again = (): Promise<Answer> =>
      anyone.ask('POST', `${base}/requests.xml`, {
        key: 'partner-1',
        payload: new URLSearchParams(filed).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const [first, second] = [need(await again()), need(await again())];
    const idIn = (answer: Answer): string => /<service_request_id>(\w+)</.exec(answer.body)?.[1] ?? '';
    expect(idIn(first)).toMatch(/^gshe/);
    expect(idIn(second)).toBe(idIn(first));
    parseXml(second.body);
    expect(second.headers['idempotent-replay']).toBe('true');
  });

  test.each([
    [403, { api_key: '' }],
    [403, { api_key: 'wrong' }],
    [403, { jurisdiction_id: '370303002002' }],
    [400, { jurisdiction_id: '' }],
    [404, { jurisdiction_id: 'x' }],
    [400, { service_code: '' }],
    [404, { service_code: 'thirty-minute-response.突发事件' }],
    [404, { service_code: '__proto__' }],
    [400, { address_string: '' }],
    [400, { lat: '36' }],
    [400, { address_string: '长'.repeat(101) }],
    [400, { description: '' }],
    [400, { description: '字'.repeat(501) }],
    [400, { phone: '12' }],
    [400, { 'attribute[reporter]': 'x' }],
    [400, { 'attribute[open]': 'maybe' }],
  ])('GeoReport v2: %i for %j, in both languages', async (status, wrong) => {
    for (const format of ['json', 'xml']) {
      const refused = await file({ ...filed, ...wrong }, format);
      expect(refused.status).toBe(status);
      const said = format === 'json' ? JSON.stringify(refused.body) : (refused.body as string);
      expect(said).toMatch(/[\u4e00-\u9fff].*[A-Za-z]{3}/su);
      if (format === 'json') expect(refused.body[0].code).toBe(status);
      else expect([parseXml(said).name, parseXml(said).nodes[0]?.name]).toEqual(['errors', 'error']);
    }
  });
});

describe('keys of other systems', () => {
  test('a key is told once, kept as a hash, and known by name, last use and end', async () => {
    const made = await makeKey();
    expect(made.key).toHaveLength(43);
    const { rows } = await owner.query(`select * from api_keys`);
    expect(JSON.stringify(rows)).not.toContain(made.key);
    const listed = need(await as('secretary').get('api-keys')).body.items;
    expect(JSON.stringify(listed)).not.toContain(made.key);
    const used = listed.filter((each: { id: string }) => each.id !== made.id);
    expect(used).toHaveLength(1);
    expect(used[0]).toMatchObject({ name: '市 12345 平台', madeByName: '周敏', lastUsedAt: expect.any(String) });
    const audit = await owner.query(`select detail from audit where subject = $1`, [made.id]);
    expect(JSON.stringify(audit.rows)).not.toContain(made.key);
  });

  test('only who manages accounts there makes, sees and ends keys', async () => {
    for (const name of ['resident', 'grid', 'community', 'sibling', 'streetOfficer', 'anonymous'] as const) {
      const status = name === 'anonymous' ? 401 : 403;
      expect((await as(name).get('api-keys')).status).toBe(status);
      expect((await as(name).post('api-keys', { name: 'x', until: '2026-12-31' })).status).toBe(status);
      expect((await as(name).ask('DELETE', `api-keys/${areas.building}`)).status).toBe(status);
    }
  });

  test('a revoked key opens nothing from that moment; ending it again is refused', async () => {
    const made = await makeKey();
    need(await file({ ...filed, api_key: made.key }));
    need(await as('secretary').ask('DELETE', `api-keys/${made.id}`));
    expect((await file({ ...filed, api_key: made.key })).status).toBe(403);
    expect((await as('secretary').ask('DELETE', `api-keys/${made.id}`)).body.code).toBe('api-key.unknown');
  });

  test('a key is good through its last day, and not a moment longer', async () => {
    const made = await makeKey(gongsheng, as('secretary'), '2026-11-20');
    const before = clock.now();
    clock.set('2026-11-20T15:59:59.999Z');
    expect((await file({ ...filed, api_key: made.key })).status).toBe(201);
    clock.set('2026-11-20T16:00:00.000Z');
    expect((await file({ ...filed, api_key: made.key })).status).toBe(403);
    clock.set(before);
    for (const until of ['2026-11-19', '2028-11-20', 'never'])
      expect((await as('secretary').post('api-keys', { name: 'x', until })).status).toBeGreaterThanOrEqual(400);
  });

  test('a key of a street is good in its communities, one of a neighbour is not', async () => {
    const wide = await makeKey(`/api/v1/areas/${areas.street}`, as('admin'));
    const beside = await makeKey(`/api/v1/areas/${areas.sibling}`, as('admin'));
    expect((await file({ ...filed, api_key: wide.key })).status).toBe(201);
    expect((await file({ ...filed, api_key: beside.key })).status).toBe(403);
  });
});

describe('GeoReport v2: both formats, and what comes from outside', () => {
  test('XML says exactly what JSON says', async () => {
    const code = await codeOf(await matterAt(world, 'archived', { open: true }));
    for (const [path, query, root] of [
      ['discovery', '', 'discovery'],
      ['services', '', 'services'],
      [`services/${encodeURIComponent(service)}`, '', 'service_definition'],
      ['requests', '', 'service_requests'],
      [`requests/${code}`, '', 'service_requests'],
      [`tokens/${code}`, '', 'service_requests'],
      ['requests', '&status=bad', 'errors'],
      ['requests/gshezzzzzz', '', 'errors'],
    ]) {
      const asked = (format: string): Promise<Answer> =>
        anyone.get(`${base}/${path}.${format}?jurisdiction_id=${here}${query}`);
      const [json, xml] = [await asked('json'), await asked('xml')];
      expect([json.status, json.headers['content-type']]).toEqual([xml.status, 'application/json; charset=utf-8']);
      expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
      const tree = parseXml(xml.body);
      expect(tree.name).toBe(root);
      sameAs(tree, json.body);
    }
  });

  test('a title with signs of XML in it comes through as text', async () => {
    const headline = `<b>&"'</b>]]>`;
    const number = await matterAt(world, 'archived');
    await owner.query(`update matters set face = face || jsonb_build_object('title', $1::text) where number = $2`, [
      headline,
      number,
    ]);
    const answer = await anyone.get(`${base}/requests/${await codeOf(number)}.xml`);
    const said = parseXml(answer.body).nodes[0]?.nodes.find((each) => each.name === 'description');
    expect(said?.text).toBe(headline);
  });

  const hostile = ['%00', "'%20or%201=1--", '..%2f..%2fetc', '%F0%9F%98%80', '%ff', '<x>', 'x'.repeat(300), '%2c%2c'];
  test.each(hostile)('never a server error for %s', async (bad) => {
    for (const path of [
      `requests.json?jurisdiction_id=${bad}`,
      `requests.xml?jurisdiction_id=${here}&service_code=${bad}`,
      `requests.json?jurisdiction_id=${here}&start_date=${bad}`,
      `requests.json?jurisdiction_id=${here}&status=${bad}&status=open`,
      `requests.json?service_request_id=${bad}`,
      `requests/${bad}.json`,
      `services/${bad}.xml?jurisdiction_id=${here}`,
      `tokens/${bad}`,
    ]) {
      const { status } = await anyone.get(`${base}/${path}`);
      expect([path, status < 500]).toEqual([path, true]);
    }
  });

  test('a body that is no form is refused in the standard’s words; JSON routes still take no forms', async () => {
    for (const [type, payload, status] of [
      ['application/yaml', 'x', 415],
      ['text/plain', 'x', 400],
      ['multipart/form-data; boundary=x', '--x--', 400],
      ['application/json', '{"a":{}}', 400],
      ['application/json', '{', 400],
      ['application/x-www-form-urlencoded', `api_key=%00`, 400],
      ['application/x-www-form-urlencoded', '', 403],
      ['application/x-www-form-urlencoded', 'api_key=a&api_key=b&%', 400],
    ] as const) {
      const headers = { 'content-type': type };
      const refused = await anyone.ask('POST', `${base}/requests.json`, { payload, headers });
      expect([type, payload, refused.status]).toEqual([type, payload, status]);
      expect(refused.body[0].code).toBe(status);
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await as('resident').ask('POST', 'matters', { payload: 'method=seven-step-loop', headers })).status).toBe(
      415,
    );
  });
});
