import { describe, expect, test } from 'vitest';
import { places } from '#tests/accounts';
import { testDatabase } from '#tests/database';
import { buildings, openNeighbourhood } from '#tests/neighbourhood';

const { ask, owner, clock } = await openNeighbourhood(await testDatabase());

const name = '张桂兰';
const phone = '13866662046';
const idNumber = '11010519491231002X';

const household = async (room: string, buildingId = buildings.one): Promise<string> => {
  const made = await ask('POST', 'households', { as: 'community', body: { buildingId, unit: '1', room } });
  expect(made.status).toBe(201);
  return made.body.id as string;
};
const person = (body: object, as: 'community' | 'grid' = 'community') => ask('POST', 'people', { as, body });
const auditOf = async (act: string) =>
  (await owner.query(`select actor_name, subject, detail from audit where act = $1 order by id desc`, [act])).rows;

const homeId = await household('301');
const made = await person({ householdId: homeId, name, phone, idNumber, tags: ['独居'], note: '膝盖不好' });
const personId = made.body.id as string;

describe('personal data are sealed', () => {
  test('the answer is masked; year of birth and gender come from the number and are not asked', () => {
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: '张**',
      phone: '138****2046',
      hasIdNumber: true,
      hasNote: true,
      birthYear: 1949,
      gender: '女',
      householdLabel: '工盛小区 1号楼 1单元 301',
    });
  });

  test('X29: no column of any table holds the name, the telephone, the number or the note in clear', async () => {
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'jobs')`,
    );
    const seen: string[] = [];
    for (const table of tables.rows) {
      const rows = await owner.query<{ text: string }>(`select t::text as text from ${table.name} t`);
      for (const { text } of rows.rows)
        for (const secret of [name, phone, idNumber, '膝盖不好'])
          if (text.includes(secret)) seen.push(`${table.name}: ${secret}`);
    }
    expect(seen).toEqual([]);
    const sealed = await owner.query(`select name_sealed, phone_sealed from people where id = $1`, [personId]);
    expect(sealed.rows[0].name_sealed).toMatch(/^1\.[\w-]+$/);
  });

  test('a sealed value moved to another row does not open', async () => {
    const other = await person({ householdId: homeId, name: '李四', phone: '13900001111' });
    await owner.query(
      `update people set phone_sealed = (select phone_sealed from people where id = $1) where id = $2`,
      [personId, other.body.id],
    );
    const reveal = await ask('POST', `people/${other.body.id}/reveal`, {
      as: 'community',
      body: { field: 'phone', reason: '核对电话' },
    });
    expect(reveal.status).toBe(500);
    expect(JSON.stringify(reveal.body)).not.toContain(phone);
  });

  test('equal telephones of two communities do not show as equal', async () => {
    const theirs = await ask('POST', `/api/v1/areas/${places.neighbour}/people`, {
      as: 'neighbour',
      body: { name, phone },
    });
    expect(theirs.status).toBe(201);
    const rows = await owner.query(
      `select distinct phone_index, name_index from people where phone_masked = '138****2046'`,
    );
    expect(rows.rows).toHaveLength(2);
  });
});

describe('lists are masked, one field is revealed by a logged act', () => {
  test('lists of people and of a household hold no clear value', async () => {
    for (const url of ['people', `households/${homeId}`, 'people?q=独居']) {
      const list = await ask('GET', url, { as: 'community' });
      expect(list.status).toBe(200);
      const text = JSON.stringify(list.body);
      expect(text).toContain('张**');
      for (const secret of [name, phone, idNumber]) expect(text).not.toContain(secret);
    }
  });

  test('14.2.6: a reveal gives the value and writes who looked at what and why, without the value', async () => {
    const reveal = await ask('POST', `people/${personId}/reveal`, {
      as: 'community',
      body: { field: 'phone', reason: '上门前联系' },
    });
    expect(reveal.body).toEqual({ field: 'phone', value: phone });
    const [row] = await auditOf('person.reveal');
    expect(row).toEqual({
      actor_name: '周敏',
      subject: `person:${personId}`,
      detail: { field: 'phone', reason: '上门前联系' },
    });
  });

  test('without a reason of four signs nothing is revealed and nothing is written', async () => {
    const before = (await auditOf('person.reveal')).length;
    const reveal = await ask('POST', `people/${personId}/reveal`, {
      as: 'community',
      body: { field: 'phone', reason: '看看 ' },
    });
    expect(reveal).toMatchObject({ status: 422, body: { code: 'person.reason-too-short' } });
    expect(await auditOf('person.reveal')).toHaveLength(before);
  });

  test('an empty field says so; a grid worker without the capability is refused', async () => {
    const bare = await person({ householdId: homeId, name: '王五' });
    const reveal = await ask('POST', `people/${bare.body.id}/reveal`, {
      as: 'community',
      body: { field: 'note', reason: '查看备注' },
    });
    expect(reveal).toMatchObject({ status: 409, body: { code: 'person.field-empty' } });
    const refused = await ask('POST', `people/${personId}/reveal`, {
      as: 'grid',
      body: { field: 'phone', reason: '上门前联系' },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission.denied' } });
  });

  test('a revealed value is not kept for a repeated key', async () => {
    const headers = { 'idempotency-key': 'reveal-1' };
    await ask('POST', `people/${personId}/reveal`, {
      as: 'community',
      headers,
      body: { field: 'idNumber', reason: '核对证件' },
    });
    const kept = await owner.query(`select count(*)::int as count from idempotency_keys where key = 'reveal-1'`);
    expect(kept.rows[0].count).toBe(0);
  });
});

describe('people are found by a blind index', () => {
  test.each([
    ['phone', { phone: '+86 138-6666-2046' }],
    ['citizen number', { idNumber: '11010519491231002x' }],
    ['name', { name: ` ${name} ` }],
  ])('by %s, however it was typed', async (_what, body) => {
    const found = await ask('POST', 'people/search', { as: 'community', body });
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([personId]);
    expect(found.body.items[0].name).toBe('张**');
  });

  test('a wrong number is said to be wrong; two things at once or none are refused', async () => {
    expect((await ask('POST', 'people/search', { as: 'community', body: { phone: '1386666' } })).body.code).toBe(
      'person.phone-invalid',
    );
    for (const body of [{}, { phone, name }])
      expect((await ask('POST', 'people/search', { as: 'community', body })).body.code).toBe('person.search-one');
  });

  test('a search is recorded without what was searched for', async () => {
    await ask('POST', 'people/search', { as: 'community', body: { phone: '13811112222' } });
    const details = (await auditOf('person.search')).map((row) => row.detail);
    expect(details).toContainEqual({ by: 'phone', found: 0 });
    expect(JSON.stringify(details)).not.toContain('13811112222');
  });
});

describe('a grid worker sees her own grid', () => {
  test('the neighbour’s household is in no list, no search and under no address', async () => {
    const theirs = await household('501', buildings.other);
    const them = await person({ householdId: theirs, name: '赵邻居', phone: '13877778888' });
    const lists = await Promise.all(['households', 'people'].map((url) => ask('GET', url, { as: 'grid' })));
    for (const list of lists) {
      expect(list.status).toBe(200);
      expect(JSON.stringify(list.body)).not.toContain('5号楼');
      expect(list.body.items.length).toBeGreaterThan(0);
    }
    expect((await ask('GET', `households/${theirs}`, { as: 'grid' })).body.code).toBe('household.unknown');
    expect((await ask('POST', 'people/search', { as: 'grid', body: { phone: '13877778888' } })).body.items).toEqual([]);
    expect((await ask('GET', `households/${theirs}`, { as: 'gridTwo' })).body.members[0].id).toBe(them.body.id);
  });

  test('somebody without a household is seen by the community only', async () => {
    const loose = await person({ name: '孤身人', phone: '13855556666' });
    const search = { body: { phone: '13855556666' } };
    expect((await ask('POST', 'people/search', { as: 'grid', ...search })).body.items).toEqual([]);
    expect((await ask('POST', 'people/search', { as: 'community', ...search })).body.items[0].id).toBe(loose.body.id);
  });

  test('another community’s worker, a resident and the public are refused', async () => {
    expect((await ask('GET', 'households', { as: 'neighbour' })).body.code).toBe('people.out-of-scope');
    expect((await ask('GET', 'households', { as: 'resident' })).status).toBe(403);
    expect((await ask('GET', 'households')).status).toBe(401);
    const elsewhere = await ask('GET', `/api/v1/areas/${places.neighbour}/households/${homeId}`, { as: 'neighbour' });
    expect(elsewhere.body.code).toBe('household.unknown');
  });

  test('an address that is no area, a grid, or no id at all is a refusal and not a fault', async () => {
    expect((await ask('GET', '/api/v1/areas/nowhere/people', { as: 'community' })).body.code).toBe('area.unknown');
    expect((await ask('GET', `/api/v1/areas/${places.gridOne}/people`, { as: 'grid' })).body.code).toBe(
      'area.not-owner',
    );
    expect((await ask('GET', 'households/xyz', { as: 'community' })).status).toBe(400);
  });

  test('what may be done here travels with the household', async () => {
    expect((await ask('GET', `households/${homeId}`, { as: 'grid' })).body.actions).toEqual(['confirm-card']);
    const all = ['edit', 'reveal', 'issue-card', 'confirm-card', 'record-consent'];
    expect((await ask('GET', `households/${homeId}`, { as: 'community' })).body.actions).toEqual(all);
  });
});

describe('changing', () => {
  test('a change keeps what it does not name, and the sealed fields still open', async () => {
    const body = { version: made.body.version, tags: ['独居', '高龄'] };
    const changed = await ask('PATCH', `people/${personId}`, { as: 'community', body });
    expect(changed.body).toMatchObject({ tags: ['独居', '高龄'], phone: '138****2046', birthYear: 1949, version: 2 });
    const reveal = await ask('POST', `people/${personId}/reveal`, {
      as: 'community',
      body: { field: 'note', reason: '看看备注' },
    });
    expect(reveal.body.value).toBe('膝盖不好');
    expect((await auditOf('person.change'))[0]).toMatchObject({ detail: { fields: ['tags'] } });
  });

  test('who saves second sees both sides, masked, and nothing is overwritten', async () => {
    const late = await ask('PATCH', `people/${personId}`, {
      as: 'community',
      body: { version: 1, phone: '13900009999' },
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'person.changed' } });
    expect(late.body.details).toMatchObject({
      current: { phone: '138****2046', version: 2 },
      yours: { phone: '139****9999' },
      version: 2,
    });
  });

  test('of two who save the same version at once, one wins and one is shown both', async () => {
    const both = await Promise.all(
      ['13900000001', '13900000002'].map((number) =>
        ask('PATCH', `people/${personId}`, { as: 'community', body: { version: 2, phone: number } }),
      ),
    );
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
  });

  test('a citizen number registered already is refused, also when two register it at once', async () => {
    const again = await person({ householdId: homeId, name: '冒名', idNumber });
    expect(again).toMatchObject({ status: 409, body: { code: 'person.id-number-taken' } });
    const both = await Promise.all(
      ['甲一', '乙一'].map((one) => person({ householdId: homeId, name: one, idNumber: '440524188001010014' })),
    );
    expect(both.map((one) => one.status).sort()).toEqual([201, 409]);
    const someone = await person({ householdId: homeId, name: '丙一' });
    const taken = await ask('PATCH', `people/${someone.body.id}`, { as: 'community', body: { version: 1, idNumber } });
    expect(taken.body.code).toBe('person.id-number-taken');
  });

  test('who has left is listed no more, is not found, and the number is free again', async () => {
    const gone = await person({ householdId: homeId, name: '搬走的', idNumber: '110101199003078531' });
    const left = await ask('PATCH', `people/${gone.body.id}`, { as: 'community', body: { version: 1, left: true } });
    expect(left.body.leftAt).toBe(clock.now().toISOString());
    expect((await ask('POST', 'people/search', { as: 'community', body: { name: '搬走的' } })).body.items).toEqual([]);
    expect((await person({ householdId: homeId, name: '搬回来', idNumber: '110101199003078531' })).status).toBe(201);
  });

  test('nobody is moved where the mover could not see them, and null empties a field', async () => {
    const someone = await person({ householdId: homeId, name: '丁一', phone: '13800001234' });
    const emptied = await ask('PATCH', `people/${someone.body.id}`, {
      as: 'community',
      body: { version: 1, phone: null },
    });
    expect(emptied.body.phone).toBeNull();
    const elsewhere = { version: 2, householdId: '0197a000-0000-7000-8000-00000000ffff' };
    expect((await ask('PATCH', `people/${someone.body.id}`, { as: 'community', body: elsewhere })).body.code).toBe(
      'household.unknown',
    );
  });
});

describe('households', () => {
  test('they come in the order of their numbers, page by page, each once', async () => {
    for (const [building, room] of [
      [buildings.ten, '101'],
      [buildings.two, '101'],
      [buildings.two, '1001'],
    ] as const)
      await household(room, building);
    const labels: string[] = [];
    for (let cursor = ''; ;) {
      const page = await ask('GET', `households?limit=2${cursor}`, { as: 'community' });
      labels.push(...page.body.items.map((one: { label: string }) => one.label));
      if (!page.body.next) break;
      cursor = `&cursor=${page.body.next}`;
    }
    expect(labels).toEqual([
      '工盛小区 1号楼 1单元 301',
      '工盛小区 2号楼 1单元 101',
      '工盛小区 2号楼 1单元 1001',
      '工盛小区 5号楼 1单元 501',
      '工盛小区 10号楼 1单元 101',
    ]);
  });

  test('filters by building, grid and part of the address', async () => {
    const by = async (query: string) =>
      (await ask('GET', `households?${query}`, { as: 'community' })).body.items.length;
    expect(await by(`building=${buildings.two}`)).toBe(2);
    expect(await by(`grid=${places.gridTwo}`)).toBe(1);
    expect(await by('q=10号楼')).toBe(1);
    expect(await by('q=%25')).toBe(0);
  });

  test('a door is registered once; a building of another community is refused; a village house is an address in words', async () => {
    const again = await ask('POST', 'households', {
      as: 'community',
      body: { buildingId: buildings.one, unit: '1', room: '301' },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'household.exists' } });
    const elsewhere = await ask('POST', 'households', {
      as: 'community',
      body: { buildingId: buildings.neighbour, room: '1' },
    });
    expect(elsewhere.body.code).toBe('household.place-elsewhere');
    expect((await ask('POST', 'households', { as: 'community', body: {} })).body.code).toBe('household.no-place');
    const house = await ask('POST', 'households', {
      as: 'community',
      body: { label: '东头第三家', gridId: places.gridTwo },
    });
    expect(house.body).toMatchObject({ label: '东头第三家', gridName: '第二网格', buildingId: null });
  });
});
