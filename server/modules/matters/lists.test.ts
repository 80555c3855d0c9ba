import exceljs from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/database';
import { act, begin, bring, finding, need, type Step } from '#tests/matters';
import { areas, openWorld, type Name } from '#tests/world';

const world = await openWorld(await testDatabase());
const { as, clock, ids } = world;

type Card = {
  areaId: string;
  number: string;
  status: string;
  dueState: string;
  createdAt: string;
  closedAt: string | null;
  dueAt: string | null;
} & Record<string, any>;

const at = (area: string, query = '', path = 'matters'): string =>
  `/api/v1/areas/${area}/${path}${query ? `?${query}` : ''}`;

async function pages(name: Name, area: string, query: string, limit: number): Promise<Card[]> {
  const found: Card[] = [];
  for (let cursor = ''; ;) {
    const answer = need(
      await as(name).get(at(area, `${query}&limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)),
    ).body;
    found.push(...answer.items);
    if (!answer.next) return found;
    expect(answer.items).toHaveLength(limit);
    cursor = answer.next;
  }
}

const numbers = (cards: Card[]): string[] => cards.map((card) => card.number);

beforeAll(async () => {
  const steps: Step[] = ['report', 'assign', 'handle', 'reply', 'rate', 'archived'];
  for (let i = 0; i < 18; i++) {
    // Three at the same moment: a page may end between them.
    clock.set(new Date(Date.parse('2026-11-02T01:00:00.000Z') + Math.floor(i / 3) * 86_400_000));
    const place = i % 2 === 0 ? finding.place : { label: '5号楼', areaId: areas.buildingFive };
    const number = await begin(as('resident'), {
      category: i % 3 === 0 ? '停车秩序' : '安全隐患',
      place,
      words: `第${i}件：楼道里有杂物`,
    });
    if (i % 2 === 0) await bring(world, number, steps[i % steps.length] ?? 'report');
    if (i === 4) need(await act(as('secretary'), number, 'supervise', { reason: '盯一盯' }));
    if (i === 2) need(await act(as('property'), number, 'suspend', { reason: '等配件' }));
  }
  clock.set('2026-11-19T01:00:00.000Z');
  for (const [name, area] of [
    ['sibling', areas.sibling],
    ['far', areas.far],
  ] as const) {
    for (let i = 0; i < 5; i++) {
      need(
        await as(name).post(at(area), {
          method: 'seven-step-loop',
          form: { category: '其他', place: { label: '门口' }, words: `路灯不亮 ${i}` },
          channel: i % 2 ? 'hotline' : 'community',
        }),
      );
    }
  }
  need(
    await as('resident').post('matters', {
      method: 'neighbour-matter',
      form: { kind: '噪声', place: finding.place, words: '夜里有声音' },
    }),
  );
  await world.advance('2026-11-20T01:00:00.000Z');
}, 120_000);

test.each(['due', 'created', 'closed'])(
  'pages by key, sorted by %s, over several communities: nothing lost, nothing twice, in order',
  async (sort) => {
    const whole = await pages('city', areas.city, `sort=${sort}`, 100);
    expect(new Set(whole.map((card) => card.areaId)).size).toBe(sort === 'closed' ? 1 : 3);
    for (const limit of [1, 2, 3, 7])
      expect(numbers(await pages('city', areas.city, `sort=${sort}`, limit))).toEqual(numbers(whole));
    const key = (card: Card): string =>
      sort === 'due' ? (card.dueAt ?? 'infinity') : sort === 'created' ? card.createdAt : (card.closedAt ?? '');
    const order = whole.map(key);
    expect(order).toEqual(sort === 'due' ? order.toSorted() : order.toSorted().toReversed());
    expect(new Set(numbers(whole)).size).toBe(whole.length);
  },
);

test('a street, a district and a city list their communities, a community itself', async () => {
  const count = async (name: Name, area: string): Promise<number> =>
    (await pages(name, area, 'sort=created', 100)).length;
  expect(await count('secretary', areas.gongsheng)).toBe(19);
  expect(await count('streetOfficer', areas.street)).toBe(24);
  expect(await count('district', areas.district)).toBe(29);
  expect(await count('city', areas.city)).toBe(29);
});

const filters: [string, (card: Card) => boolean][] = [
  ['status=open', (card) => card.status === 'open'],
  ['status=ended', (card) => card.status !== 'open'],
  ['status=done', (card) => card.status === 'done'],
  ['method=neighbour-matter', (card) => card['method'].id === 'neighbour-matter'],
  ['step=assign', (card) => card['step'].id === 'assign'],
  ['category=停车秩序', (card) => card['category'] === '停车秩序'],
  [`grid=${areas.gridTwo}`, (card) => card['grid']?.id === areas.gridTwo],
  ['channel=hotline', (card) => card['channel'] === 'hotline'],
  ['due=late', (card) => card.dueState === 'late'],
  ['due=today', (card) => card.dueState === 'today'],
  ['due=later', (card) => card.dueState === 'later'],
  ['supervised=true', (card) => card['supervised']],
  ['supervised=false', () => true],
  ['stars=5', (card) => card['stars'] === 5],
  ['satisfied=yes', (card) => (card['stars'] ?? 0) >= 4],
  ['rated=yes', (card) => card['stars'] !== null],
  ['rated=no', (card) => card['stars'] === null],
  ['q=杂物', (card) => card['title'].includes('杂物')],
  ['q=100%25', () => false],
  ['q=第1_件', () => false],
  [
    'from=2026-11-03&to=2026-11-04',
    (card) => card.createdAt >= '2026-11-02T16:00' && card.createdAt < '2026-11-04T16:00',
  ],
  ['closedFrom=2026-11-01&closedTo=2026-11-30', (card) => card.closedAt !== null],
];

test.each(filters)('filter %s finds exactly what its cards say', async (query, says) => {
  const whole = await pages('city', areas.city, 'sort=created', 100);
  const found = numbers(await pages('city', areas.city, `sort=created&${query}`, 4));
  expect(found).toEqual(numbers(whole.filter(says)));
});

test.each(['community', 'secretary', 'grid', 'building', 'property', 'streetOfficer', 'city'] as const)(
  'counts equal the lists they open, for %s',
  async (name) => {
    const area = name === 'city' ? areas.city : name === 'streetOfficer' ? areas.street : areas.gongsheng;
    const counts = need(await as(name).get(at(area, '', 'matters/counts'))).body;
    const opens: Record<string, string> = {
      open: 'status=open',
      waiting: 'mine=waiting',
      late: 'due=late',
      today: 'due=today',
      supervised: 'status=open&supervised=true',
      hotline: 'status=open&channel=hotline',
      handed: 'mine=handed',
      closedThisMonth: 'status=done&closedFrom=2026-11-01',
      onTimeThisMonth: 'status=done&closedFrom=2026-11-01&onTime=yes',
      newThisWeek: 'from=2026-11-16',
      closedThisWeek: 'status=done&closedFrom=2026-11-16',
    };
    const found: Record<string, number> = {};
    for (const [key, query] of Object.entries(opens)) found[key] = (await pages(name, area, query, 100)).length;
    expect(counts).toEqual(found);
  },
);

test('the export holds the same rows as the list, in words, and who took it is recorded', async () => {
  const list = await pages('secretary', areas.gongsheng, 'sort=created&status=open', 100);
  const answer = await as('secretary').get('matters.xlsx?sort=created&status=open');
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  const book = new exceljs.Workbook();
  await book.xlsx.load(answer.raw as never);
  const rows = book.worksheets[0]?.getSheetValues().slice(1) as unknown[][];
  expect(rows[0]?.slice(1, 5)).toEqual(['编号', '社区', '工作法', '事项']);
  expect(rows.slice(1).map((row) => row[1])).toEqual(numbers(list));
  expect(rows.slice(1).map((row) => row[10])).toEqual(list.map((card) => card['step'].label.zh));
  const { rows: kept } = await world.owner.query(`select actor_id from audit where act = 'matter.export'`);
  expect(kept).toEqual([{ actor_id: ids.secretary }]);
  expect((await as('grid').get('matters.xlsx')).body.code).toBe('permission.denied');
});

test('the wall’s roll-up equals live counts, and its late ones the list they open', async () => {
  await world.advance('2026-11-20T01:00:05.000Z');
  const wall = need(await as('city').get(`/api/v1/areas/${areas.city}/screen?period=month`)).body;
  const counts = need(await as('city').get(at(areas.city, '', 'matters/counts'))).body;
  const created = await pages('city', areas.city, 'from=2026-11-01', 100);
  expect(wall).toMatchObject({
    open: counts.open,
    supervised: counts.supervised,
    created: created.length,
    closed: counts.closedThisMonth,
  });
  expect(wall.channels.reduce((sum: number, one: { count: number }) => sum + one.count, 0)).toBe(created.length);
  const [district] = wall.districts;
  expect(district.communities.reduce((sum: number, one: { open: number }) => sum + one.open, 0)).toBe(wall.open);
  const methods = created.map((card) => card['method'].id);
  const times = (id: string): number => methods.filter((one) => one === id).length;
  expect(times(wall.method.id)).toBe(Math.max(...methods.map(times)));
  const late = await pages('city', areas.city, 'due=late', 100);
  expect(wall.latest.map((one: { number: string }) => one.number)).toEqual(numbers(late).slice(0, 5));
});

test('lateness on the wall grows with the clock, without anything being done', async () => {
  const late = async (): Promise<number> => need(await as('city').get(`/api/v1/areas/${areas.city}/screen`)).body.late;
  const before = await late();
  await world.advance('2026-11-20T16:00:00.001Z');
  await world.advance('2026-11-20T16:00:05.001Z');
  const after = (await pages('city', areas.city, 'due=late', 100)).length;
  expect(after).toBeGreaterThan(before);
  expect(await late()).toBe(after);
});

test('public figures open the lists that add up to them', async () => {
  const month = need(await as('anonymous').get(at(areas.gongsheng, '', 'face'))).body.month;
  for (const [state, figure] of [
    ['reported', month.reported],
    ['closed', month.closed],
    ['open', month.open],
  ] as const) {
    let items: unknown[] = [];
    for (let cursor = ''; ;) {
      const page = need(
        await as('anonymous').get(
          at(
            areas.gongsheng,
            `state=${state}&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
            'public-matters',
          ),
        ),
      ).body;
      items = [...items, ...page.items];
      if (!page.next) break;
      cursor = page.next;
    }
    expect([state, items.length, new Set(items.map((item) => (item as { code: string }).code)).size]).toEqual([
      state,
      figure,
      figure,
    ]);
  }
});

test('solved ones page by key too, even several closed at the same moment', async () => {
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = need(
      await as('anonymous').get(
        at(
          areas.gongsheng,
          `state=solved&limit=1${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
          'public-matters',
        ),
      ),
    ).body;
    seen.push(...page.items.map((item: { code: string }) => item.code));
    if (!page.next) break;
    cursor = page.next;
  }
  const whole = need(await as('anonymous').get(at(areas.gongsheng, 'state=solved&limit=50', 'public-matters'))).body
    .items;
  expect(seen).toEqual(whole.map((item: { code: string }) => item.code));
});
