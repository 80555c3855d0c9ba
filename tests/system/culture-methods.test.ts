import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActorRef, MatterState, Method, Values } from '#kernel-contract/workflow';
import { loadLibrary } from '#kernel/workflow';
import { root } from '../../cli/build.mjs';
import { isRefusal, step } from '../../server/kernel/workflow/rules.ts';

const { originals, calendar } = loadLibrary(join(root, 'library'));
const worker: ActorRef = { id: 'worker', name: '孟庆华', keys: ['role:community-worker', 'user:worker'] };
const now = '2026-03-02T01:00:00.000Z';

function methodOf(id: string): Method {
  const found = originals.find(({ method }) => method.id === id)?.method;
  if (!found) throw new Error(`no method ${id}`);
  return found;
}

const words = (method: Method, field: string): string[] => method.fields[field]?.of ?? [];

/** The festival as far as its figures, which are then filled in. */
function festivalWith(figures: Values) {
  const method = methodOf('neighbours-festival');
  const forms: Values[] = [
    { wishes: '想坐下来吃顿饭', asked: ['入户'] },
    { theme: '和谐邻里，低碳生活', heldOn: '2026-03-02', owner: 'user:worker', plan: '长桌宴' },
    { units: '供电所', sorts: ['驻街单位'], tasks: '供电所出桌椅' },
    {},
  ];
  let state: MatterState | null = null;
  for (const [at, form] of forms.entries()) {
    const event = at === 0 ? { type: 'begin' as const, form } : { type: 'act' as const, action: 'next', form };
    const went = step(method, state, event, worker, { now, calendar });
    if (isRefusal(went)) throw new Error(went.zh);
    state = went.next;
  }
  return step(method, state, { type: 'act', action: 'next', form: figures }, worker, { now, calendar });
}

describe('what the sources fix in the methods of culture', () => {
  test('N03: the survey offers exactly 3 kinds of resources and 4 kinds of talents, and no fork may change them', () => {
    const method = methodOf('brand-building');
    expect(words(method, 'resources')).toEqual(['文化活动场地', '志愿服务团队', '社区社会组织']);
    expect(words(method, 'talents')).toEqual(['社会组织负责人', '专业人士', '能人达人', '热心居民']);
    expect(method.fixed).toEqual(['resources.of', 'talents.of']);
    const survey = (resources: string[]) => {
      const form = { resources, talents: ['热心居民'], found: '有一口井' };
      return step(method, null, { type: 'begin', form }, worker, { now, calendar });
    };
    expect(isRefusal(survey(['文化活动场地', '社区社会组织']))).toBe(false);
    expect(survey(['会议室'])).toMatchObject({ code: 'form.invalid' });
  });

  test('N87: a festival is told on the four platforms and no others', () => {
    expect(words(methodOf('neighbours-festival'), 'platforms')).toEqual([
      '社会宣传',
      '单位宣传',
      '媒体宣传',
      '网络宣传',
    ]);
  });

  test('N86, X4: a participation rate of 100% is in, above it is refused; 人 are never more than 人次; the target is 95%', () => {
    const festival = methodOf('neighbours-festival');
    expect(festival.params['target']?.value).toBe(95);
    const figures = (people: number, personTimes: number) => festivalWith({ invited: 200, people, personTimes });
    expect(isRefusal(figures(200, 200))).toBe(false);
    expect(figures(201, 260)).toMatchObject({ code: 'form.need-unmet' });
    expect(figures(150, 149)).toMatchObject({ code: 'form.need-unmet' });
    const advice = (people: number) => JSON.stringify(figures(people, 260)).includes('参与率没有到目标');
    expect([advice(189), advice(190)]).toEqual([true, false]);
  });
});
