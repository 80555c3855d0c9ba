import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { argumentsOf, judge } from '#kernel/standards';
import { checkStandards } from '#kernel/standards/checker';
import { loadStandards } from '#kernel/standards/shelf';
import { readLibrary, readSource } from '#kernel/workflow/definition';
import { loadPilots } from '../pilots/service.ts';
import type { ActivityFact, Facts, TeamFact, VenueFact } from './contract.ts';
import { measureSpecs, readMeasure } from './rules.ts';

const libraryDir = join(import.meta.dirname, '../../../../library');
const { originals, problems } = loadStandards(libraryDir, measureSpecs);
const zibo = originals.find(({ standard }) => standard.id === 'zibo-culture-community');
if (!zibo) throw new Error('the standard of Zibo is not in the library');
const { standard } = zibo;

const nothing: Facts = {
  areaId: 'a',
  year: 2026,
  venues: [],
  activities: [],
  teams: [],
  circle: null,
  brands: [],
  registers: {},
  matters: [],
};
const venue = (changes: Partial<VenueFact>): VenueFact => ({
  id: 'v',
  parentId: null,
  name: '阵地',
  kind: '活动室',
  indoor: true,
  sizeTenths: null,
  functions: [],
  free: true,
  weeklyMinutes: 0,
  ...changes,
});
const activity = (changes: Partial<ActivityFact>): ActivityFact => ({
  id: 'x',
  title: '活动',
  themes: [],
  audiences: [],
  large: false,
  broad: false,
  startsAt: '2026-05-01T01:30:00.000Z',
  personTimes: 40,
  ...changes,
});
const team = (members: number, changes: Partial<TeamFact> = {}): TeamFact => ({
  id: `t${members}`,
  name: '队伍',
  sort: '文化',
  members,
  activeMonths: 12,
  allYear: true,
  ...changes,
});

/** How an item of the Zibo standard stands, given some facts and, where they matter, parameters. */
function stand(id: string, facts: Partial<Facts>, params: Record<string, string> = {}) {
  const item = standard.groups.flatMap(({ items }) => items).find((one) => one.id === id);
  if (!item?.measure) throw new Error(`${id} is not measured`);
  const set = Object.fromEntries(
    Object.entries(standard.params).map(([name, param]) => [name, { ...param, value: params[name] ?? param.value }]),
  );
  const reading = readMeasure(item.measure.name, { ...nothing, ...facts }, argumentsOf(item, set));
  const spec = measureSpecs.find(({ name }) => name === item.measure?.name);
  return { ...judge(item, { standard, spec, measured: reading.measured, verdict: null }), reading };
}

describe('the standard of Zibo', () => {
  test('N10: eight groups, and every one of the 42 items of the source with its words, nothing more', () => {
    expect(problems).toEqual([]);
    const source = parse(readFileSync(join(libraryDir, 'sources/zibo-culture-community.yaml'), 'utf8'));
    const items = standard.groups.flatMap((group) =>
      group.items.map(({ id, quote }) => ({ id, group: group.label.zh, quote })),
    );
    expect(standard.groups).toHaveLength(8);
    expect(items).toHaveLength(42);
    expect(items).toEqual(source.items.map(({ id, group, quote }: (typeof items)[number]) => ({ id, group, quote })));
    for (const { place } of standard.groups.flatMap((group) => group.items)) expect(place).toMatch(/^B:L\d+/);
  });

  test('every number of the source is a threshold of its item', () => {
    const asked = standard.groups.flatMap(({ items }) =>
      items.flatMap(({ id, test: one }) =>
        one?.kind === 'number' && one.value > 0 ? [[id, one.value, one.unit]] : [],
      ),
    );
    expect(asked).toEqual([
      ['S1.3', 3000, 'm2'],
      ['S1.6', 10000, 'm2'],
      ['S4.2', 90, 'percent'],
      ['S5.3', 5, 'count'],
      ['S6.3', 100, 'percent'],
      ['S6.4', 56 * 60, 'h'],
      ['S7.3', 3, 'count'],
      ['S7.4', 15, 'count'],
      ['S8.2', 1, 'count'],
      ['S8.3', 1, 'count'],
    ]);
  });

  test.each(['zh', 'en'])('the standard that the guide (%s) writes is sound, but for its English', (language) => {
    const guide = readFileSync(join(libraryDir, `../docs/guide/${language}/standard.md`), 'utf8');
    const [, text = ''] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
    const { source } = readSource(text, 'our-city.yaml');
    const found = checkStandards({ ...readLibrary(libraryDir), standards: [source] }, measureSpecs);
    expect(found.filter(({ code }) => code !== 'english-missing')).toEqual([]);
  });

  test('B1: five themes, twenty pilots, and no theme for any of them, as in the source', () => {
    const [file] = loadPilots(libraryDir);
    expect(file?.themes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      '齐有爱 文明社区',
      '齐养德 德育社区',
      '齐育美 和美社区',
      '齐健康 康养社区',
      '齐劳动 活力社区',
    ]);
    expect(file?.pilots).toHaveLength(20);
    expect(file?.pilots.every(({ theme }) => theme === null)).toBe(true);
  });
});

describe('venues', () => {
  const station = (sizeTenths: number) => [venue({ kind: '新时代文明实践站', sizeTenths })];

  test('N11: a station of 299.9 m² fails, of 300 passes', () => {
    expect(stand('S1.3', { venues: station(2999) })).toMatchObject({
      state: 'unmet',
      value: '299.9 平方米',
      gap: '还差 0.1 平方米',
    });
    expect(stand('S1.3', { venues: station(3000) })).toMatchObject({ state: 'met', gap: null });
    expect(stand('S1.3', { venues: [...station(2000), ...station(1500)] }).state).toBe('unmet');
  });

  const squares = (culture: number, fitness: number) => [
    venue({ id: 'c', kind: '文化广场', indoor: false, sizeTenths: culture * 10 }),
    venue({ id: 'f', kind: '健身活动广场', indoor: false, sizeTenths: fitness * 10 }),
  ];

  test('N12: squares of 999 m² together fail, of 1000 pass (X8: together is the default)', () => {
    expect(stand('S1.6', { venues: squares(600, 399) })).toMatchObject({ state: 'unmet', gap: '还差 1 平方米' });
    expect(stand('S1.6', { venues: squares(600, 400) })).toMatchObject({ state: 'met', value: '1000 平方米' });
  });

  test('X8: read as each, the smaller of the two squares decides: 999 fails, 1000 passes', () => {
    const each = { squares: '各自' };
    expect(stand('S1.6', { venues: squares(5000, 999) }, each)).toMatchObject({ state: 'unmet', value: '999 平方米' });
    expect(stand('S1.6', { venues: squares(1000, 1000) }, each).state).toBe('met');
    expect(stand('S1.6', { venues: squares(5000, 0).slice(0, 1) }, each).state).toBe('unmet');
  });

  test('half of a square is part of it and not one more', () => {
    const [whole] = squares(600, 0);
    const half = venue({ id: 'h', parentId: 'c', kind: '文化广场', indoor: false, sizeTenths: 5000 });
    expect(stand('S1.6', { venues: [whole as VenueFact, half] }).value).toBe('600 平方米');
  });

  test('N16: 55.5 hours a week fail, 56 pass', () => {
    const centre = (weeklyMinutes: number) => [venue({ kind: '文化服务中心', weeklyMinutes })];
    expect(stand('S6.4', { venues: centre(3330) })).toMatchObject({
      state: 'unmet',
      value: '55.5 小时',
      gap: '还差 0.5 小时',
    });
    expect(stand('S6.4', { venues: centre(3360) })).toMatchObject({ state: 'met', value: '56 小时' });
  });

  test('N21: a complex without a combined service fails, with one of them it passes', () => {
    const rooms = [venue({ kind: '图书阅览室' }), venue({ kind: '文体娱乐室' })];
    expect(stand('S1.4', { venues: rooms })).toMatchObject({
      state: 'unmet',
      missing: ['文化服务或民生服务或生活服务'],
    });
    const serving = venue({ kind: '新时代文明实践站', functions: ['民生服务'] });
    expect(stand('S1.4', { venues: [...rooms, serving] }).state).toBe('met');
  });

  test('B38: one culture facility that costs money is one too many', () => {
    const library = venue({ kind: '图书阅览室' });
    expect(stand('S6.3', { venues: [library, venue({ kind: '书吧', free: false })] })).toMatchObject({
      state: 'unmet',
      value: '50%（1／2）',
      gap: '还差 1 处',
    });
    expect(stand('S6.3', { venues: [library] }).state).toBe('met');
  });

  test('N13: all four kinds within 15 minutes of every building; one that is not is named', () => {
    const needs = ['便民市场', '运动场地', '社区服务中心', '医疗卫生保健服务机构'];
    const circle = (far: string, minutes = 15) => ({
      minutes,
      needs: needs.map((name) => {
        const reached = name === far ? 39 : 40;
        return { name, isWithin: reached === 40, buildings: 40, reached, places: [{ name: `${name}甲` }] };
      }),
    });
    expect(stand('S1.2', { circle: circle('') }).state).toBe('met');
    expect(stand('S1.2', { circle: circle('便民市场') })).toMatchObject({ state: 'unmet', missing: ['便民市场'] });
    expect(stand('S1.2', { circle: circle('', 20) }).state).toBe('unmeasured');
  });
});

describe('activities of the year', () => {
  const many = (count: number, changes: Partial<ActivityFact>) =>
    Array.from({ length: count }, (_, at) => activity({ id: `x${at}`, ...changes }));

  test('N15: 4 large events in the year fail, 5 pass', () => {
    expect(stand('S5.3', { activities: many(4, { large: true }) })).toMatchObject({ state: 'unmet', gap: '还差 1 次' });
    expect(stand('S5.3', { activities: many(5, { large: true }) }).state).toBe('met');
  });

  test('N18: 14 activities with broad participation fail, 15 pass', () => {
    const broad = { broad: true };
    expect(stand('S7.4', { activities: many(14, broad) })).toMatchObject({ state: 'unmet', gap: '还差 1 次' });
    expect(stand('S7.4', { activities: many(15, broad) }).state).toBe('met');
  });

  test('X9: one activity with both flags counts for both', () => {
    const both = [activity({ large: true, broad: true })];
    expect(stand('S5.3', { activities: both }).value).toBe('1 次');
    expect(stand('S7.4', { activities: both }).value).toBe('1 次');
  });

  test('the figure is the number of the records behind it', () => {
    const activities = [...many(3, { large: true }), ...many(2, { broad: true })];
    const { reading, value } = stand('S5.3', { activities });
    expect(value).toBe('3 次');
    expect(reading.behind.filter(({ counts }) => counts)).toHaveLength(3);
  });

  test('S3.4: four groups of people, each with something for them', () => {
    const all = ['老年人', '优抚对象', '残疾人'];
    expect(stand('S3.4', { activities: [activity({ audiences: all })] })).toMatchObject({ missing: ['困难群体'] });
    expect(stand('S3.4', { activities: [activity({ audiences: [...all, '困难群体'] })] }).state).toBe('met');
  });
});

describe('teams', () => {
  const teams = (...sizes: number[]) => sizes.map((members) => team(members));

  test('N17: three teams of 14 fail, three of 15 pass (X8: in each is the default)', () => {
    const short = { state: 'unmet', value: '0 支', gap: '还差 3 支' };
    expect(stand('S7.3', { teams: teams(14, 14, 14) })).toMatchObject(short);
    expect(stand('S7.3', { teams: teams(15, 15, 15) })).toMatchObject({ state: 'met', value: '3 支' });
    expect(stand('S7.3', { teams: teams(15, 15, 14) }).value).toBe('2 支');
  });

  test('X8: read as together, three teams with 15 people in all are enough, with 14 they are not', () => {
    const together = { teamSize: '合计' };
    expect(stand('S7.3', { teams: teams(5, 5, 5) }, together).state).toBe('met');
    expect(stand('S7.3', { teams: teams(5, 5, 4) }, together).state).toBe('unmet');
    expect(stand('S7.3', { teams: teams(14, 14, 14) }, together).state).toBe('met');
    expect(stand('S7.3', { teams: teams(30, 30) }, together).state).toBe('unmet');
  });

  test('N17: a team that is not active all year, or of volunteers, does not count, and the list says why', () => {
    const asleep = team(20, { allYear: false, activeMonths: 3 });
    const { value, reading } = stand('S7.3', { teams: [...teams(15, 15), asleep, team(40, { sort: '志愿' })] });
    expect(value).toBe('2 支');
    expect(reading.behind.map(({ detail, counts }) => [counts, detail])).toContainEqual([
      false,
      '20 人，近一年有 3 个月有活动，不是常年',
    ]);
  });
});

describe('brands and registers', () => {
  const proof = { title: '省台报道', kindName: '上过媒体', givenBy: '省台', givenOn: '2026-05-01' };

  test('N19: a brand without evidence is not counted, with promotion or media publicity it is', () => {
    expect(stand('S8.3', { brands: [{ id: 'b', name: '井台书声', proofs: [] }] })).toMatchObject({ state: 'unmet' });
    expect(stand('S8.3', { brands: [{ id: 'b', name: '井台书声', proofs: [proof] }] }).state).toBe('met');
    expect(stand('S8.2', { brands: [] })).toMatchObject({ state: 'unmet', gap: '还差 1 项' });
    expect(stand('S8.2', { brands: [{ id: 'b', name: '井台书声', proofs: [proof] }] }).state).toBe('met');
  });

  test('S6.2: three systems stand in the register of rules, or the missing one is named', () => {
    const rules = (...sorts: string[]) => ({ rules: sorts.map((sort) => ({ id: sort, label: sort, form: { sort } })) });
    const all = ['目标责任制', '岗位责任制', '服务公示制'];
    expect(stand('S6.2', { registers: rules(...all) }).state).toBe('met');
    expect(stand('S6.2', { registers: rules(...all.slice(1)) })).toMatchObject({ missing: ['目标责任制'] });
  });
});

describe('recommendation rounds', () => {
  const kinds = ['文明楼院', '文明家庭', '文明小区', '绿色小区', '平安小区'];
  const round = (category: string, joined: number, heldOn = '2026-05-20', eligible = 1000) => ({
    id: `${category}-${heldOn}`,
    label: `${category}推荐`,
    form: { category, joined, eligible, heldOn },
  });
  const held = (...rounds: ReturnType<typeof round>[]) => ({ registers: { recommendations: rounds } });

  test('N14: 899 of 1000 eligible households are 89.9% and fail, 900 are 90% and pass; each of the five kinds for itself', () => {
    const all = kinds.map((kind) => round(kind, 900));
    expect(stand('S4.2', held(...all))).toMatchObject({ state: 'met', missing: [] });
    const [first, ...others] = all;
    const short = stand('S4.2', held(round(kinds[0] ?? '', 899), ...others));
    expect(short).toMatchObject({ state: 'unmet', missing: ['文明楼院'] });
    expect(short.value).toContain('89.9%（899／1000）');
    expect(stand('S4.2', held(...(first ? [first] : []))).state).toBe('unmeasured');
  });

  test('N14: two rounds of a kind count together, one of another year does not, and each is behind the figure', () => {
    const others = kinds.slice(1).map((kind) => round(kind, 1000));
    const [kind = ''] = kinds;
    const mixed = [round(kind, 85, '2026-03-01', 100), round(kind, 95, '2026-09-01', 100)];
    expect(stand('S4.2', held(...mixed, ...others)).state).toBe('met');
    const old = round(kind, 0, '2025-12-31', 5000);
    const { state, reading } = stand('S4.2', held(...mixed, old, ...others));
    expect(state).toBe('met');
    expect(reading.behind.filter(({ counts }) => counts)).toHaveLength(6);
    expect(stand('S4.2', held(...mixed.slice(0, 1), ...others)).state).toBe('unmet');
  });

  test('X4: more participating than eligible households is a mistake in the records and decides nothing', () => {
    const others = kinds.slice(1).map((kind) => round(kind, 1000));
    expect(stand('S4.2', held(round('文明楼院', 1001), ...others)).state).toBe('unmeasured');
  });
});

describe('what nobody records', () => {
  test('says so: a module that is not there, and a category that no method knows', () => {
    const unrecorded = { state: 'unmeasured', gap: '这一项系统还没有记录，先由人填' };
    expect(stand('S7.3', { teams: null })).toMatchObject(unrecorded);
    expect(stand('S6.1', {})).toMatchObject(unrecorded);
    expect(stand('S2.7', { matters: [{ category: '环境卫生', open: 0 }] })).toMatchObject(unrecorded);
    expect(stand('S2.2', { matters: [{ category: '环境卫生', open: 2 }] })).toMatchObject({
      state: 'unmet',
      gap: '多了 2 件',
    });
  });
});
