import type { Parts } from './opened.ts';

/**
 * Hangs in what carries steps of matters: a carrier by kind of step, and a door that says what carried a matter. Matters know
 * none of them by name.
 */
export function hangCarriers(_parts: Parts): void {
  // Each part adds two lines: `context.carriers['vote'] = …` and `context.carriedDoors.push(…)`.
}
