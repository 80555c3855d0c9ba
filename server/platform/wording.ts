import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

const units: Record<string, string> = { string: '个字', array: '项', set: '项' };

/**
 * What is wrong with one value, in the words of a form: for every limit of a contract that brings no sentence of its own.
 * Whoever typed it reads it.
 */
export function inWords(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? '这一项还没填。' : '填的东西不对，请重新填。';
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'invalid_value') return '请从给出的几项里选一个。';
  if (issue.code === 'unrecognized_keys') return '多了不认识的内容，请刷新页面后再填一次。';
  if (issue.code === 'invalid_format') return '格式不对，请重新填。';
  return '填得不对，请重新填。';
}

function tooBig({ origin, maximum }: { origin: string; maximum: number | bigint }): string {
  const unit = units[origin];
  if (unit === '个字') return `太长了，最多 ${maximum} 个字。`;
  return unit ? `太多了，最多 ${maximum} 项。` : `太大了，最大 ${maximum}。`;
}

function tooSmall({ origin, minimum }: { origin: string; minimum: number | bigint }): string {
  const unit = units[origin];
  if (!unit) return `太小了，最小 ${minimum}。`;
  if (Number(minimum) <= 1) return unit === '项' ? '至少选一项。' : '这一项还没填。';
  return `太少了，至少 ${minimum} ${unit}。`;
}

z.config({ customError: inWords });
