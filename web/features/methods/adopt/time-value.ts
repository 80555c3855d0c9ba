/** A length of time as the library writes it: `1 workday`, `7 days`, `30 minutes`. */
export const timeUnits = {
  minute: '分钟',
  hour: '小时',
  workday: '工作日',
  day: '天',
  month: '个月',
  year: '年',
} as const;
export type TimeUnit = keyof typeof timeUnits;
export type TimeValue = { count: number; unit: TimeUnit };

const written = /^(\d+) (minute|hour|workday|day|month|year)s?$/;

/** Null for what is no count of a unit, such as `unlimited`. */
export function readTime(value: unknown): TimeValue | null {
  const found = typeof value === 'string' ? written.exec(value) : null;
  return found ? { count: Number(found[1]), unit: found[2] as TimeUnit } : null;
}

export function writeTime({ count, unit }: TimeValue): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export function timeWords(value: unknown): string {
  const time = readTime(value);
  return time ? `${time.count} ${timeUnits[time.unit]}` : String(value ?? '不限');
}
