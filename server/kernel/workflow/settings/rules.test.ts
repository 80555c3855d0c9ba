import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Values } from '../contract.ts';
import type { Raw } from '../definition/contract.ts';
import { compileNames, methodHash } from '../definition/rules.ts';
import { readLibrary } from '../definition/store.ts';
import { differences } from './difference/rules.ts';
import { settingValue } from './path/rules.ts';
import { applySettings } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const names = compileNames(library.names?.raw ?? {}, {});
const loop = library.methods.find((source) => source.raw['id'] === 'seven-step-loop')?.raw as Raw;
const set = (values: Values): ReturnType<typeof applySettings> => applySettings(loop, values, names);

describe('METHODS 2: adoption sets what the source left open, and nothing else', () => {
  test('days, category list, who and how often', () => {
    const before = methodHash(loop);
    const values: Values = {
      'handle.within.安全隐患': '2 workdays',
      'report.by': ['grid-worker'],
      'rate.go.again.atMost': 2,
      'reply.within': '2 workdays',
    };
    const { raw, problems } = set(values);
    expect(problems).toEqual([]);
    expect(settingValue(raw, 'handle.within.安全隐患')).toBe('2 workdays');
    expect(methodHash(loop)).toBe(before);
    expect(methodHash(raw)).not.toBe(before);
    expect(differences(loop, raw, names)).toEqual([
      '上报·谁来办：网格员、社区工作者 → 网格员',
      '办理·安全隐患：1个工作日 → 2个工作日',
      '反馈·时限：1个工作日 → 2个工作日',
      '评价·不满意：去「办理」，最多1次，之后去「交办」 → 去「办理」，最多2次，之后去「交办」',
    ]);
  });

  test('a category list and the limits by category are checked together', () => {
    const words = ['安全隐患', '环境卫生', '其他'];
    const wrong = set({ 'category.of': words });
    expect(wrong.problems.map((problem) => problem.code)).toContain('limit-word');
    const right = set({
      'category.of': words,
      'handle.within': { by: 'category', 安全隐患: '1 workday', else: '3 workdays' },
    });
    expect(right.problems).toEqual([]);
    expect(differences(loop, right.raw, names)).toContain(
      '类别：去掉「水电气暖」「电梯故障」「停车秩序」「乱堆乱晾」「不文明养犬」「邻里纠纷」「公共设施」「欠薪与宅基地」',
    );
  });

  test.each([
    ['rate.by', 'community-worker', '这一处按规定不能改'],
    ['find.by', 'resident', '“find”这一处来自原文，不能改；可改的是原文没有定的地方'],
    ['handle.nonsense', 'x', '“handle”这一处来自原文，不能改；可改的是原文没有定的地方'],
    ['visible', 'public', '这个工作法里没有这一处'],
    ['handle.within.安全隐患.deep', 'x', '这个工作法里没有这一处'],
  ])('%s is refused with a sentence', (path, value, why) => {
    expect(set({ [path]: value }).problems.map((problem) => problem.zh)).toEqual([`set 里的“${path}”：${why}`]);
  });

  test('a value that makes no sense is refused as the checker would', () => {
    expect(set({ 'reply.within': '三天' }).problems).toMatchObject([{ code: 'time-broken' }]);
    expect(set({ 'report.by': 'mayor' }).problems).toMatchObject([{ code: 'actor-unknown' }]);
  });

  test('nothing set is nothing changed', () => {
    expect(differences(loop, set({}).raw, names)).toEqual([]);
    expect(methodHash(set({}).raw)).toBe(methodHash(loop));
  });

  test('a parameter is set as its value', () => {
    const raw: Raw = { ...loop, params: { 'largeFrom 大型起点': { type: 'money', default: 5_000_000 } } };
    const { raw: changed, problems } = applySettings(raw, { largeFrom: 8_000_000 });
    expect(problems).toEqual([]);
    expect(settingValue(changed, 'largeFrom')).toBe(8_000_000);
    expect(differences(raw, changed, names)).toEqual(['大型起点：50000元 → 80000元']);
  });
});

describe('differences in plain Chinese', () => {
  test('steps, fields and buttons added, taken away and renamed', () => {
    const changed = structuredClone(loop) as Record<string, Record<string, Record<string, unknown>>>;
    changed['forms']!['rating']!['again 还要什么'] = 'optional text';
    delete changed['forms']!['rating']!['comment 想说的话'];
    changed['steps'] = Object.fromEntries(
      Object.entries(changed['steps']!).map(([key, step]) => [key === 'reply 反馈' ? 'reply 回复' : key, step]),
    );
    delete changed['aside']!['refused 不予受理'];
    changed['steps']['report 上报']!['go'] = { 'accept 受理': 'next', 'up 上交': 'coordinate' };
    expect(differences(loop, changed as Raw, names)).toEqual([
      '去掉步骤「不予受理」',
      '去掉「上报」的操作「不予受理」',
      '增加「上报」的操作「上交」',
      '步骤改名：「反馈」 → 「回复」',
      '去掉填写项「想说的话」',
      '增加填写项「还要什么」',
    ]);
  });
});
