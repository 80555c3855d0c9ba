import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';

export type Span = { startsAt: string; endsAt: string };

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};

/** A session on a day between two times of the clock, in Shanghai. */
export function spanOn(day: string, from: string, to: string): Span {
  return {
    startsAt: shanghaiInstant(day, 0, minutesOf(from)).toISOString(),
    endsAt: shanghaiInstant(day, 0, minutesOf(to)).toISOString(),
  };
}

const weekMax = 60;

/** Every week from a day until another, both included, without the days off; at most sixty. */
export function weeklyDays(
  first: string,
  until: string,
  daysOff: readonly string[],
): { days: string[]; skipped: string[] } {
  const off = new Set(daysOff);
  const days: string[] = [];
  const skipped: string[] = [];
  for (let day = first; day <= until && days.length < weekMax; day = addDays(day, 7)) {
    (off.has(day) ? skipped : days).push(day);
  }
  return { days, skipped };
}

/** The next Saturday after today: when most things in a community take place. */
export function nextSaturday(now: Date): string {
  const today = shanghaiDate(now);
  const weekday = new Date(`${today}T00:00:00.000Z`).getUTCDay();
  return addDays(today, ((6 - weekday + 7) % 7) + (weekday === 6 ? 7 : 0));
}

/** The same sessions as last time, moved by whole weeks until the first of them lies ahead. */
export function movedAhead<S extends Span>(sessions: readonly S[], now: Date): S[] {
  const first = Math.min(...sessions.map((one) => Date.parse(one.startsAt)));
  const weekMs = 7 * 86_400_000;
  const weeks = Math.max(1, Math.ceil((now.getTime() - first) / weekMs));
  const moved = (instant: string): string => new Date(Date.parse(instant) + weeks * weekMs).toISOString();
  return sessions.map((one) => ({ ...one, startsAt: moved(one.startsAt), endsAt: moved(one.endsAt) }));
}
