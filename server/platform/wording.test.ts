import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import './wording.ts';

function said(schema: z.ZodType, value: unknown): string {
  return schema.safeParse(value).error?.issues[0]?.message ?? '';
}

describe('what a contract refuses is said in the words of a form', () => {
  test.each([
    [z.string().max(40), '王'.repeat(41), '太长了，最多 40 个字。'],
    [z.string().min(4), '王', '太少了，至少 4 个字。'],
    [z.string().min(1), '', '这一项还没填。'],
    [z.string(), undefined, '这一项还没填。'],
    [z.string(), 5, '填的东西不对，请重新填。'],
    [z.number().max(5), 6, '太大了，最大 5。'],
    [z.number().min(1), 0, '太小了，最小 1。'],
    [z.array(z.string()).min(1), [], '至少选一项。'],
    [z.array(z.string()).max(2), ['a', 'b', 'c'], '太多了，最多 2 项。'],
    [z.enum(['a', 'b']), 'c', '请从给出的几项里选一个。'],
    [z.uuid(), 'x', '格式不对，请重新填。'],
    [z.strictObject({}), { a: 1 }, '多了不认识的内容，请刷新页面后再填一次。'],
    [z.union([z.string(), z.number()]), true, '填得不对，请重新填。'],
  ])('%#', (schema, value, sentence) => {
    expect(said(schema, value)).toBe(sentence);
  });

  test('a sentence the contract brings itself stands', () => {
    expect(said(z.string().min(3, '用户名至少 3 个字符'), 'a')).toBe('用户名至少 3 个字符');
  });
});
