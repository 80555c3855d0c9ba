import { describe, expect, test } from 'vitest';
import type { Json, Values, World } from '../contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readSource } from '../definition/store.ts';
import { checkForm, travellingFields } from './rules.ts';

const text = `id: sample
name: 样例
version: 1
source: custom
level: community
params:
  sorts 类别: { type: words, default: [甲, 乙] }
forms:
  all:
    words 情况: { type: optional longtext, max: 10 }
    line 一行: optional text
    number 数: { type: optional number, min: 1, max: 9 }
    count 个数: optional count
    money 金额: optional money
    percent 比例: optional percent
    day 日期: { type: optional date, min: 0 days, max: 30 days }
    moment 时间: optional datetime
    yes 是否: optional yesno
    tags 标签: optional tags
    place 地点: optional place
    phone 电话: optional phone
    photos 照片: { type: optional images, min: 1, max: 2 }
    checkin 签到: optional checkin
    stars 满意度: optional rating
    sort 类别: { type: optional choice, of: params.sorts }
    called 已联系: { type: optional choice, of: ["110", "119"], many: true }
    ticks 清单: { type: optional checklist, of: [灭火器, 楼道灯] }
    who 承办: { type: optional who, of: [grid-worker, unit] }
    rows 报价: { type: optional list, max: 2, of: { name 供应商: text, sum 报价: money } }
    total 合计: { type: money, is: sum(rows.sum) }
  asked:
    must 必填: text
    why 原因: { type: text, if: overdue }
    other 其他: { type: text, if: sort = 乙 }
steps:
  ask 提出: { by: community-worker, form: [all, asked] }
  closed 办结: { end: done }
`;
const names = compileNames(
  {
    roles: { 'grid-worker 网格员': 'grid', 'community-worker 社区工作者': 'community' },
    bodies: { 'unit 责任单位': 'city' },
  },
  {},
);
const { method, problems } = compileMethod(readSource(text, 'sample.yaml').source, { names, english: {}, methods: [] });
const calendar = { off: new Set<string>(), on: new Set<string>(), years: new Set<string>() };
const world: World = {
  now: '2026-11-20T06:36:00.000Z',
  calendar,
  holds: { 'user:sun': ['role:grid-worker'], 'user:zhou': [] },
};

const check = (values: Values): ReturnType<typeof checkForm> =>
  checkForm(method, ['all'], values, { state: null, world });

test('the sample is written soundly', () => expect(problems).toEqual([]));

describe('METHODS 2.1: every field type holds what it should', () => {
  test.each<[string, Json, Json]>([
    ['words', '  灯坏了\r\n两天 ', '灯坏了\n两天'],
    ['words', '一二三四五六七八九十', '一二三四五六七八九十'],
    ['number', 1, 1],
    ['number', 9, 9],
    ['count', 0, 0],
    ['money', 12_345, 12_345],
    ['percent', 100, 100],
    ['day', '2026-11-20', '2026-11-20'],
    ['day', '2026-12-20', '2026-12-20'],
    ['moment', '2026-11-20T14:36:00+08:00', '2026-11-20T06:36:00.000Z'],
    ['yes', false, false],
    ['tags', ['消防', ' 消防 ', ''], ['消防']],
    ['place', '3号楼', { label: '3号楼' }],
    [
      'place',
      { label: '3号楼2单元', building: '3号楼', point: [117.8, 36.7], html: 'x' },
      { label: '3号楼2单元', building: '3号楼', point: [117.8, 36.7] },
    ],
    ['phone', '138-0000 2046', '13800002046'],
    ['phone', '0533-2880000', '05332880000'],
    ['photos', 'p1', ['p1']],
    ['photos', ['p1', 'p2', 'p1'], ['p1', 'p2']],
    [
      'checkin',
      { at: '1999-01-01', point: [117.8, 36.7], accuracy: 12 },
      { at: world.now, point: [117.8, 36.7], accuracy: 12 },
    ],
    ['checkin', {}, { at: world.now }],
    ['stars', 5, 5],
    ['sort', '乙', '乙'],
    ['called', ['119', '110'], ['110', '119']],
    ['ticks', ['楼道灯'], ['楼道灯']],
    ['who', 'user:sun', 'user:sun'],
    ['who', 'role:grid-worker', 'role:grid-worker'],
    ['who', 'unit:hengtai', 'unit:hengtai'],
    ['rows', [{ name: '甲公司', sum: 100 }], [{ name: '甲公司', sum: 100 }]],
  ])('%s accepts %j', (field, value, kept) => {
    const checked = check({ [field]: value });
    expect(checked.problems).toEqual({});
    expect(checked.values[field]).toEqual(kept);
  });

  test.each<[string, Json, string]>([
    ['words', '一二三四五六七八九十一', '多了 1 个字，最多 10 个字'],
    ['words', 'a\u0000b', '里面有看不见的控制字符，请删去再填'],
    ['words', 7, '这里要填文字'],
    ['line', '两\n行', '这里只能写一行'],
    ['line', '长'.repeat(501), '多了 1 个字，最多 500 个字'],
    ['number', 0, '不能小于 1'],
    ['number', 10, '不能大于 9'],
    ['number', '3', '这里要填数字'],
    ['count', 1.5, '这里要填整数'],
    ['money', -1, '不能小于 0'],
    ['money', Number.MAX_SAFE_INTEGER + 1, '这里要填整数'],
    ['percent', 101, '要在 0 到 100 之间'],
    ['day', '2026-11-19', '不能早于 2026-11-20'],
    ['day', '2026-12-21', '不能晚于 2026-12-20'],
    ['day', '2026-02-30', '这里要填日期，像 2026-11-20'],
    ['moment', '明天', '这里要填日期和时间'],
    ['yes', '是', '请选是或否'],
    ['place', { detail: '门口' }, '请说一下在哪里'],
    ['place', { label: '3号楼', point: [200, 36] }, '地图上的位置不对，请再点一次'],
    ['phone', '138000020', '少了 2 位。手机号是 11 位，再看一眼？'],
    ['phone', 'abc', '手机号是 11 位，座机请带区号'],
    ['photos', ['p1', 'p2', 'p3'], '照片最多 2 个，请去掉 1 个'],
    ['photos', '../etc/passwd', '照片没有传好，请再传一次'],
    ['stars', 6, '请点 1 到 5 颗星'],
    ['stars', 0, '请点 1 到 5 颗星'],
    ['sort', '丙', '“丙”不在可选的里面，请从列出的选'],
    ['sort', ['甲', '乙'], '只能选一个'],
    ['who', 'user:zhou', '这个人或单位不能承办这件事，请另选'],
    ['who', 'role:mayor', '这个人或单位不能承办这件事，请另选'],
    ['who', '孙丽娟', '请选一个人或单位'],
    ['rows', [{ name: '甲' }], '第 1 行：还没有填报价'],
    [
      'rows',
      [
        { name: '甲', sum: 1 },
        { name: '乙', sum: 1 },
        { name: '丙', sum: 1 },
      ],
      '最多 2 行',
    ],
    ['colour', 'red', '这一步没有“colour”这一项，请去掉'],
    ['__proto__x', '1', '这一步没有“__proto__x”这一项，请去掉'],
  ])('%s refuses %j', (field, value, zh) => {
    expect(check({ [field]: value }).problems[field]?.zh).toBe(zh);
  });

  test('HTML and hostile names are kept as plain text', () => {
    expect(check({ line: '<script>alert(1)</script>' }).values['line']).toBe('<script>alert(1)</script>');
  });

  test('a computed field is computed, whatever was sent for it', () => {
    const checked = check({
      rows: [
        { name: '甲', sum: 100 },
        { name: '乙', sum: 250 },
      ],
      total: 1,
    });
    expect(checked).toMatchObject({ problems: {}, values: { total: 350 } });
  });

  test('required fields are asked for; conditional ones only while their condition holds', () => {
    const asked = (values: Values, dueAt: string | null): string[] =>
      Object.keys(
        checkForm(method, ['asked'], values, { state: { fields: { sort: '乙' }, results: {}, dueAt } as never, world })
          .problems,
      );
    expect(asked({}, null)).toEqual(['must', 'other']);
    expect(asked({ must: '有', other: '有' }, world.now)).toEqual([]);
    expect(asked({ must: '有', other: '有' }, '2026-11-20T06:35:59.999Z')).toEqual(['why']);
    const blank = checkForm(method, ['asked'], { must: '   ' }, { state: null, world });
    expect(blank.problems).toEqual({ must: { zh: '还没有填必填', en: 'Fill in: 必填' } });
  });

  test('fields travel to another matter when it knows them and they fit', () => {
    expect(travellingFields(method, { words: '灯坏了', number: 99, elsewhere: 1, total: 5 }, world)).toEqual({
      words: '灯坏了',
    });
  });
});
