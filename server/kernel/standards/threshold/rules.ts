import type { NumberTest, Unit } from '../contract.ts';

/** Thresholds as a file writes them: `300 m2`, `56 h`, `90%`, `5`; read into integers. */

type Threshold = { value: number; unit: Exclude<Unit, 'words'> };

const tenthsPerSquareMetre = 10;
const minutesPerHour = 60;

/** A threshold in its unit's integers (0.1 m², minutes, per cent, pieces); null when it is none. Source: METHODS 2.4. */
export function parseThreshold(written: unknown): Threshold | null {
  const [, digits, unit = ''] = /^(\d{1,7}(?:\.\d)?)(?: (m2|h)|(?=%$)%)?$/.exec(String(written)) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  if (unit === 'm2') return { value: Math.round(number * tenthsPerSquareMetre), unit };
  if (unit === 'h') {
    const value = number * minutesPerHour;
    return Number.isInteger(value) ? { value, unit } : null;
  }
  if (String(written).endsWith('%')) return number <= 100 ? { value: number, unit: 'percent' } : null;
  return Number.isInteger(number) ? { value: number, unit: 'count' } : null;
}

/** An amount in words: 299.9 平方米, 55.5 小时, 90%, 5 次. */
export function amountName(value: number, unit: NumberTest['unit'], counted = ''): string {
  if (unit === 'm2') return `${value / tenthsPerSquareMetre} 平方米`;
  if (unit === 'percent') return `${value}%`;
  if (unit === 'count') return `${value} ${counted || '个'}`;
  const [hours, minutes] = [Math.floor(value / minutesPerHour), value % minutesPerHour];
  if (minutes === 0) return `${hours} 小时`;
  if (minutes === 30) return `${hours}.5 小时`;
  return hours === 0 ? `${minutes} 分钟` : `${hours} 小时 ${minutes} 分钟`;
}

export const unitNames: Record<Unit, string> = {
  m2: '平方米（m2）',
  h: '小时（h）',
  percent: '百分比（%）',
  count: '个数',
  words: '几样东西的名字',
};
