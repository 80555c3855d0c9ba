import { expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { begin, need } from '#tests/matters';
import { areas, openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as } = world;

const at = (x: number, y: number, size = 0.01): object => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});
const draw = (who: Name, areaId: string, geojson: unknown) =>
  as(who).ask('PUT', `/api/v1/areas/${areaId}/boundary`, { body: { geojson, schematic: true } });
const map = async (areaId: string = areas.gongsheng) =>
  need(await as('anonymous').get(`/api/v1/areas/${areaId}/map`)).body;

test('a secretary draws, everybody sees it as GeoJSON, and it is taken away again', async () => {
  expect(await map()).toMatchObject({ type: 'FeatureCollection', bbox: null, features: [] });
  need(await draw('secretary', areas.gongsheng, at(118.05, 36.81)));
  need(await draw('secretary', areas.gridOne, at(118.051, 36.811, 0.002)));
  const drawn = await map();
  expect(drawn.features.map((one: { properties: { name: string } }) => one.properties.name)).toEqual([
    '工盛社区',
    '第一网格',
  ]);
  expect(drawn.bbox).toEqual([118.05, 36.81, 118.06, 36.82]);
  need(await as('secretary').ask('DELETE', `/api/v1/areas/${areas.gridOne}/boundary`));
  expect((await map()).features).toHaveLength(1);
  expect((await map(areas.street)).features).toHaveLength(1);
});

test('who may not draw does not; what is no boundary is refused in a sentence', async () => {
  for (const who of ['grid', 'community', 'resident'] as const)
    expect((await draw(who, areas.gongsheng, at(118, 36))).status).toBe(403);
  expect((await draw('secretary', areas.far, at(118, 36))).status).toBe(403);
  expect((await draw('secretary', areas.gongsheng, at(36, 118))).body).toMatchObject({
    code: 'boundary.invalid',
    status: 422,
  });
});

test('a file of many finds each by code or name, and says which it did not find', async () => {
  const feature = (properties: object, x: number) => ({ type: 'Feature', properties, geometry: at(x, 36.8, 0.002) });
  const features = [
    feature({ name: '第一网格' }, 118.05),
    feature({ code: '37030300200102' }, 118.06),
    feature({ name: '没有的网格' }, 118.07),
  ];
  const answer = need(
    await as('secretary').post('boundaries', { geojson: { type: 'FeatureCollection', features } }),
  ).body;
  expect(answer).toEqual({ set: ['第一网格', '第二网格'], unknown: ['没有的网格'] });
});

test('dots are the open matters a list would show that have a point', async () => {
  const place = { label: '3号楼', areaId: areas.building, point: [118.0512, 36.8123] };
  const number = await begin(as('resident'), { place });
  await begin(as('resident'));
  const dots = async (who: Name): Promise<string[]> =>
    need(await as(who).get('matters/points')).body.items.map((item: { number: string }) => item.number);
  expect(await dots('community')).toEqual([number]);
  expect(await dots('grid')).toEqual([number]);
  expect(await dots('gridTwo')).toEqual([]);
  expect((await as('resident').get('matters/points')).status).toBe(403);
});
