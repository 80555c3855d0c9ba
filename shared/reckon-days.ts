/**
 * Days in Shanghai for whoever adds up a bundle. Apart from `time.ts`, which the pages use too: a script that runs beside a page is
 * one file without imports, so nothing in it may be shared with the page.
 */

const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;

/** `2026-06-01` of an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10);
}

/** The day some days after a day. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** When a day begins, in milliseconds since 1970. */
export function beginOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`) - offsetMs;
}
