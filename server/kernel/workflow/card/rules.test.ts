import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Method } from '../contract.ts';
import { compileMethod, compileNames } from '../definition/rules.ts';
import { readLibrary } from '../definition/store.ts';
import { methodCard } from './rules.ts';

const library = readLibrary(join(import.meta.dirname, '../../../../library'));
const shelf = { names: compileNames(library.names?.raw ?? {}, {}), english: {}, methods: [] };
const methods = library.methods.map((source) => compileMethod(source, shelf).method);
const cardOf = (id: string) => methodCard(methods.find((method) => method.id === id) as Method);

describe('明白卡: a method in plain sentences', () => {
  test('F33: who does what by when, what is asked, what happens when late', () => {
    const { rows } = cardOf('seven-step-loop');
    expect(rows.filter((row) => row.main).map((row) => row.label.zh)).toEqual([
      ...['发现', '上报', '交办', '办理', '反馈', '评价', '归档'],
    ]);
    expect(rows.find((row) => row.id === 'handle')).toMatchObject({
      who: '承办',
      fills: '办理结果、办理后照片',
      limit: expect.stringMatching(/^安全隐患、水电气暖、电梯故障 1个工作日；.*；其余 3个工作日$/),
      limitShort: '1/3/7 工作日',
      late: expect.stringContaining('再过2个工作日告诉街道干部并转到「街道协调」'),
    });
    expect(rows.find((row) => row.id === 'reply')?.late).toBe('提醒经办人和社区');
  });

  test('what is published says when and on what condition; a restricted method publishes nothing', () => {
    const card = cardOf('seven-step-loop');
    expect(card.published).toEqual([
      '一开始就公开：类别、地点、办到哪一步、日期；地点只到楼栋，从不公开是谁提出的',
      expect.stringContaining('到“归档”时公开：公开标题、公开结果、公开的办理后照片（公开办理结果时）；'),
    ]);
    expect(cardOf('thirty-minute-response')).toMatchObject({
      published: ['什么都不公开'],
      reads: expect.stringContaining('只有经办人能看'),
    });
  });

  test('who may object: the reporter by the buttons the method gives her, and those who stand above', () => {
    expect(cardOf('seven-step-loop').objections).toEqual([
      '提出人在“评价”可以选“不满意”：去「办理」，最多1次，之后去「交办」',
      '提出人随时可以催办一次、补充材料、还没有人办时撤回',
      expect.stringMatching(/社区书记.*可以督办$/),
    ]);
  });

  test.each(methods)('every step of $id that waits for somebody says for whom and how long', (method) => {
    for (const row of methodCard(method).rows) {
      if (row.ending !== null || row.position === 0) continue;
      expect(row.limit, row.id).not.toBe('');
      expect(row.who === '' && method.steps.find((step) => step.id === row.id)?.kind === 'task', row.id).toBe(false);
      expect(JSON.stringify(row), row.id).not.toMatch(/undefined|null"/);
    }
    const { published, objections } = methodCard(method);
    expect([...published, ...objections].join()).not.toMatch(/[a-z]/i);
  });
});
