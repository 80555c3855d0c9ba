import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { areas, openWorld } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, parts, owner } = world;

const below = (area: string): string => `/api/v1/areas/${area}/areas`;

async function add(area: string, body: Record<string, unknown>, name: Parameters<typeof as>[0] = 'admin') {
  const answer = await as(name).post(below(area), body);
  await parts.tree.reload();
  return answer;
}

test('an area is read by its id and by its code, with those above it', async () => {
  for (const name of [areas.gongsheng, '370303002001']) {
    const page = need(await as('anonymous').get(`/api/v1/areas/${name}`)).body;
    expect(page).toMatchObject({
      id: areas.gongsheng,
      level: 'community',
      name: '工盛社区',
      fullName: '淄博市张店区公园街道工盛社区',
    });
    expect(page.ancestors.map((one: { name: string }) => one.name)).toEqual(['淄博市', '张店区', '公园街道']);
    expect(page.codes).toEqual([{ code: '370303002001', validFrom: '2026-11-20', validTo: null }]);
  }
  expect((await as('anonymous').get('/api/v1/areas/370303002999')).body).toMatchObject({
    status: 404,
    code: 'area.unknown',
  });
});

test('areas are listed by level, by parent, and below an area', async () => {
  const list = async (query: string): Promise<string[]> =>
    need(await as('anonymous').get(`/api/v1/areas?${query}`)).body.items.map((one: { name: string }) => one.name);
  expect(await list(`level=community&under=${areas.street}`)).toEqual(['工盛社区', '邻近社区']);
  expect(await list(`level=community&under=${areas.city}`)).toEqual(['工盛社区', '邻近社区', '远处社区']);
  expect(await list(`parent=${areas.gongsheng}&level=grid`)).toEqual(['第一网格', '第二网格']);
  expect(await list('level=community&q=工盛')).toEqual(['工盛社区']);
  expect((await as('anonymous').get('/api/v1/areas?level=galaxy')).body.code).toBe('input.invalid');
});

test('spots one can point at: buildings with their estate, estates, lamp-posts by the code on their plate', async () => {
  const { items } = need(await as('anonymous').get(`/api/v1/areas/${areas.gongsheng}/spots`)).body;
  const labels = items.map((spot: { label: string }) => spot.label);
  expect(labels).toEqual(expect.arrayContaining(['工盛小区 3号楼', '泰和苑 5号楼', '工盛小区', '健身广场 17 号灯杆']));
  const found = need(await as('anonymous').get(`/api/v1/areas/${areas.gongsheng}/spots?q=gs017`)).body.items;
  expect(found).toEqual([
    { kind: 'lamp-post', areaId: areas.gongsheng, label: '健身广场 17 号灯杆', code: 'gs017', point: [118.05, 36.81] },
  ]);
});

test('K01: a code of 12 digits names its level and must lie below the code of the area above', async () => {
  const added = need(await add(areas.street, { level: 'community', name: '新设社区', code: '370303002003' })).body;
  expect(added).toMatchObject({ level: 'community', parentId: areas.street, code: '370303002003', ownerId: added.id });
  expect(await add(areas.street, { level: 'community', name: '错的', code: '370303003009' })).toMatchObject({
    status: 422,
    body: { code: 'area.code-not-below' },
  });
  for (const code of ['37030300200', '3703030020011', '00030300200a', '370300002001']) {
    const refused = await add(areas.street, { level: 'community', name: '错的', code });
    expect([code, refused.status, refused.body.code]).toEqual([code, 422, 'area.code-invalid']);
  }
});

test('K01: a code names the level it is given to', async () => {
  for (const [area, level, code] of [
    [areas.street, 'community', '370303004000'],
    [areas.gongsheng, 'grid', '370303002001'],
    [areas.district, 'street', '370303002004'],
  ] as const) {
    expect((await add(area, { level, name: '错的', code })).body).toMatchObject({
      code: 'area.code-not-below',
      fields: { code: expect.any(String) },
    });
  }
  need(await add(areas.gongsheng, { level: 'grid', name: '第三网格', code: '37030300200103' }));
});

test('X20: two places named 桂花 are two, told apart by the whole path; the same path twice is refused', async () => {
  const guihua = need(await add(areas.street, { level: 'community', name: '桂花社区', code: '370303002021' })).body;
  const other = need(await add(areas.district, { level: 'street', name: '桂花街道', code: '370303009000' })).body;
  const below = need(await add(other.id, { level: 'community', name: '桂花社区', code: '370303009001' })).body;
  const { items } = need(await as('anonymous').get('/api/v1/areas?q=桂花')).body;
  expect(items.map((one: { id: string; fullName: string }) => [one.id, one.fullName])).toEqual(
    expect.arrayContaining([
      [guihua.id, '淄博市张店区公园街道桂花社区'],
      [other.id, '淄博市张店区桂花街道'],
      [below.id, '淄博市张店区桂花街道桂花社区'],
    ]),
  );
  const twice = await add(areas.street, { level: 'community', name: '桂花社区', code: '370303002022' });
  expect(twice).toMatchObject({ status: 409, body: { code: 'area.name-taken', fields: { name: expect.any(String) } } });
  const insert = `insert into areas (id, owner_id, level, name, full_name, path)
    select $1, $1, level, name, full_name, array[$1::uuid] from areas where id = $2`;
  await expect(owner.query(insert, ['0197b000-0000-7000-8000-00000000aaaa', guihua.id])).rejects.toMatchObject({
    constraint: 'areas_full_name_key',
  });
});

test('X21: 歧阳社区 and 岐阳社区 are one place, found under both; a neighbour keeps its name to itself', async () => {
  const place = need(await add(areas.street, { level: 'community', name: '岐阳社区', code: '370303002031' })).body;
  const name = async (areaId: string, aliases: string[], who: Parameters<typeof as>[0] = 'admin') => {
    const answer = await as(who).ask('PUT', `/api/v1/areas/${areaId}/aliases`, { body: { aliases } });
    await parts.tree.reload();
    return answer;
  };
  const found = async (q: string): Promise<string[]> =>
    need(await as('anonymous').get(`/api/v1/areas?q=${q}`)).body.items.map((one: { id: string }) => one.id);
  expect(await found('歧阳')).toEqual([]);
  need(await name(place.id, ['歧阳社区', '岐阳社区']));
  expect(await found('歧阳')).toEqual([place.id]);
  expect(await found('公园街道歧阳')).toEqual([place.id]);
  expect(await found('岐阳')).toEqual([place.id]);
  expect((await name(areas.gongsheng, ['歧阳社区'])).body.code).toBe('area.alias-borne');
  expect((await name(place.id, ['邻近社区'])).body.code).toBe('area.alias-borne');
  expect((await name(place.id, ['歧'])).body.code).toBe('input.invalid');
  expect((await name(place.id, [], 'secretary')).body.code).toBe('permission.denied');
  need(await name(place.id, []));
  expect(await found('歧阳')).toEqual([]);
});

test('a code that another area has is refused', async () => {
  expect(await add(areas.street, { level: 'community', name: '又一个', code: '370303002002' })).toMatchObject({
    status: 409,
    body: { code: 'area.code-taken' },
  });
});

test('a level that does not fit below another is refused', async () => {
  expect(await add(areas.city, { level: 'grid', name: '错的' })).toMatchObject({
    status: 422,
    body: { code: 'area.level-misplaced' },
  });
  expect((await add(areas.building, { level: 'building', name: '错的' })).body.code).toBe('area.level-misplaced');
});

test('an area is added by those who manage areas, and is there at once', async () => {
  for (const name of ['secretary', 'streetLeader', 'resident'] as const)
    expect((await add(areas.gongsheng, { level: 'estate', name: '新小区' }, name)).body.code).toBe('permission.denied');
  const estate = need(await add(areas.gongsheng, { level: 'estate', name: '新小区' })).body;
  expect(estate.ownerId).toBe(areas.gongsheng);
  const building = need(await add(estate.id, { level: 'building', name: '1号楼' })).body;
  const number = await begin(as('resident'), { place: { label: '新小区 1号楼', areaId: building.id } });
  const { rows } = await owner.query('select estate_id, building_id, grid_id from matters where number = $1', [number]);
  expect(rows).toEqual([{ estate_id: estate.id, building_id: building.id, grid_id: null }]);
});

test('a place of another community is refused and nothing typed is lost', async () => {
  for (const areaId of [areas.siblingBuilding, areas.farGrid, '0197b000-0000-7000-8000-00000000ffff', 'x']) {
    const refused = await as('resident').post('matters', {
      method: 'seven-step-loop',
      form: { category: '其他', words: '坏了', place: { label: '别处', areaId } },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'place.other-area', fields: { place: '不在本社区' } } });
  }
});

test('records belong to a community: the address of a grid or a building names the one to use', async () => {
  const refused = await as('resident').post(`/api/v1/areas/${areas.gridOne}/matters`, {
    method: 'seven-step-loop',
    form: {},
  });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'area.not-owner', details: { ownerId: areas.gongsheng } },
  });
});
