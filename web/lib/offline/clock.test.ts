import { expect, test } from 'vitest';
import { agoMs, dayKeptMs, isDayOver, type Reading } from './clock.ts';

const hour = 3_600_000;
const server = Date.parse('2026-11-20T01:00:00Z');

/** A phone whose clock is off; it hears the server at `heardAt`, and shows `shift` more from the moment it was changed. */
function reading(at: number, offMs: number, heardAt: number, shiftMs = 0, heardShiftMs = 0): Reading {
  return {
    device: server + at + offMs + shiftMs,
    heard: { device: server + heardAt + offMs + heardShiftMs, server: server + heardAt },
  };
}

test('a clock that is a day wrong tells as well how long ago something was as one that is right', () => {
  for (const offMs of [0, 24 * hour, -24 * hour, 400 * 24 * hour])
    expect(agoMs(reading(hour, offMs, 0), reading(6 * hour, offMs, 6 * hour))).toBe(5 * hour);
});

test('a clock put right in between, by a day or by an hour beyond what can have passed, is caught by the server’s', () => {
  const made = reading(hour, 24 * hour, 0);
  for (const shiftMs of [-24 * hour, 24 * hour, -7 * hour, 7 * hour]) {
    const now = reading(6 * hour, 24 * hour, 6 * hour, shiftMs, shiftMs);
    expect(agoMs(made, now)).toBe(5 * hour);
  }
});

test('it is never less than nothing, and never more than has passed by the server’s clock', () => {
  const made = reading(hour, 0, 0, 30 * 24 * hour);
  const now = reading(6 * hour, 0, 6 * hour, -30 * 24 * hour, -30 * 24 * hour);
  expect(agoMs(made, now)).toBeGreaterThanOrEqual(0);
  expect(agoMs(made, now)).toBeLessThanOrEqual(6 * hour);
  expect(agoMs({ device: 5, heard: null }, { device: 1, heard: null })).toBe(0);
});

test('what is kept for a day is over after 24 hours, and when the clock has been put back', () => {
  const kept = { device: server, heard: null };
  const after = (ms: number): boolean => isDayOver(kept, { device: server + ms, heard: null });
  expect([after(0), after(dayKeptMs), after(dayKeptMs + 1), after(-60_000)]).toEqual([false, false, true, true]);
});
