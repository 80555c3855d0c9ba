export type TimeUnit = 'minute' | 'hour' | 'day' | 'workday' | 'month' | 'year';

/** A time as library files write it: `30 minutes`, `1 workday`. */
export type Time = { count: number; unit: TimeUnit };

/** A published calendar: holidays with a date or `from / to`, and the weekend days worked instead. */
export type CalendarYear = { year: number; source: string; holidays: Record<string, string>; worked: string[] };
