import type { Json, Method, Param, Problem } from '../../contract.ts';

/** What an adopting area must set itself, and within what bounds. */

type Given = Param & { value: Json };

/** Kinds whose bounds count items instead of measuring a number. */
const listed = ['words', 'actor'];

const isEmpty = (value: Json): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** How many items a list has, each counted once; what a number measures. */
function sizeOf({ type, value }: Given): number {
  if (!listed.includes(type)) return Number(value);
  const items = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? '').trim());
  return new Set(items.filter((one) => one !== '')).size;
}

function askedOf({ type, min, max }: Given): { zh: string; en: string } {
  const unit = listed.includes(type) ? ' 项' : '';
  if (min !== undefined && min === max) return { zh: `要正好 ${min}${unit}`, en: `exactly ${min}` };
  if (min !== undefined && max !== undefined) return { zh: `要在 ${min} 到 ${max}${unit}之间`, en: `${min} to ${max}` };
  return min === undefined
    ? { zh: `最多 ${max}${unit}`, en: `at most ${max}` }
    : { zh: `至少 ${min}${unit}`, en: `at least ${min}` };
}

function isWithin(param: Given): boolean {
  const size = sizeOf(param);
  return size >= (param.min ?? Number.NEGATIVE_INFINITY) && size <= (param.max ?? Number.POSITIVE_INFINITY);
}

const hasBounds = ({ min, max }: Given): boolean => min !== undefined || max !== undefined;

function problemOf(param: Given, path: string): Problem | null {
  const { label } = param;
  const asked = hasBounds(param) ? askedOf(param) : null;
  const wrong = (zh: string, en: string): Problem => ({
    severity: 'error',
    code: 'param-unset',
    file: '',
    path,
    line: 0,
    zh,
    en,
  });
  if (isEmpty(param.value))
    return wrong(
      `请先填“${label.zh}”${asked ? `，${asked.zh}` : ''}。原文没有写，要您这里定了才能用`,
      `“${param.id}” must be set before this is adopted${asked ? ` (${asked.en})` : ''}`,
    );
  if (!asked || isWithin(param)) return null;
  return wrong(`“${label.zh}”${asked.zh}，现在是 ${sizeOf(param)}`, `“${param.id}” must be ${asked.en}`);
}

/** Parameters of a method that nobody has set, or set out of their bounds, in sentences. Source: METHODS 2 `params`, N61. */
export function paramProblems({ params }: Pick<Method, 'params'>): Problem[] {
  return Object.values(params).flatMap((param) => problemOf(param, param.id) ?? []);
}
