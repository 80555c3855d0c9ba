import type { Refusal } from '#shared/refusal';
import type { AreaLevel } from './contract.ts';

/** A 统计用区划代码 taken apart. `parent` is the code of the unit above, null for a province. */
export type DivisionCode = {
  level: 'province' | 'city' | 'district' | 'street' | 'community' | 'grid';
  parent: string | null;
};

const form = /^[0-9]{12}([0-9]{2,6})?$/;

/**
 * Reads a 12-digit code (2 province, 2 city, 2 district, 3 street or town, 3 community or village) with an optional grid
 * suffix of 2 to 6 digits. Refuses anything else with what is wrong. Source: K01, DESIGN 5.
 */
export function readCode(code: string): DivisionCode | Refusal {
  if (!form.test(code)) return wrong(code, '应该是 12 位数字；网格再加 2 到 6 位');
  if (code.startsWith('00')) return wrong(code, '前两位是省份，不能是 00');
  if (code.length > 12)
    return code.slice(9, 12) === '000'
      ? wrong(code, '网格代码前面要有社区的 12 位代码')
      : { level: 'grid', parent: code.slice(0, 12) };
  const parts = [code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9, 12)];
  const depth = parts.findLastIndex((part) => !/^0+$/.test(part)) + 1;
  if (parts.slice(0, depth).some((part) => /^0+$/.test(part))) return wrong(code, '上级的几位是 0，下级却不是');
  const level = (['province', 'city', 'district', 'street', 'community'] as const)[depth] ?? 'community';
  const kept = [2, 2, 4, 6, 9][depth] ?? 9;
  return { level, parent: depth === 0 ? null : code.slice(0, kept).padEnd(12, '0') };
}

export const unitLevels = ['city', 'district', 'street', 'community'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/** The codes from the city down to a community, out of the community's own. Null when it is no community's code. */
export function unitCodes(code: string): Record<UnitLevel, string> | null {
  const read = readCode(code);
  if ('zh' in read || read.level !== 'community') return null;
  const kept = { city: 4, district: 6, street: 9, community: 12 };
  const codeOf = (level: UnitLevel): string => code.slice(0, kept[level]).padEnd(12, '0');
  return { city: codeOf('city'), district: codeOf('district'), street: codeOf('street'), community: code };
}

function wrong(code: string, why: string): Refusal {
  return {
    code: 'area.code-invalid',
    status: 422,
    zh: `区划代码“${code.slice(0, 20)}”不对：${why}。`,
    en: `“${code.slice(0, 20)}” is not a division code.`,
    fields: { code: why },
  };
}

export const codeNotCommunity: Refusal = {
  code: 'area.code-not-community',
  status: 422,
  zh: '要填社区（村）自己的 12 位代码：最后三位不能是 000。可以在国家统计局网站“统计用区划代码”里查到。',
  en: 'The 12-digit code of the community or village itself is needed.',
  fields: { code: '这是上级的代码' },
};

const below: Record<AreaLevel, AreaLevel[]> = {
  city: ['district'],
  district: ['street'],
  street: ['community'],
  community: ['grid', 'estate', 'building'],
  grid: ['micro-grid', 'building'],
  'micro-grid': ['building'],
  estate: ['building'],
  building: [],
};

/** Whether an area of one level may lie directly in one of another. */
export function mayContain(parent: AreaLevel, child: AreaLevel): boolean {
  return below[parent].includes(child);
}

/** The level whose areas own records: a community or village, and each unit above for its own records. */
export function ownsRecords(level: AreaLevel): boolean {
  return level === 'city' || level === 'district' || level === 'street' || level === 'community';
}
