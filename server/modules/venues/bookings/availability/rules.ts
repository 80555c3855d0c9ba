import { minuteMs } from '#shared/time';
import type { Stretch } from '#kernel-contract/calendar';

export type Candidate = { venueId: string; venueName: string; startsAt: string; endsAt: string };

/**
 * The free times nearest to one that could not be had: the same place first, up to three, then up to two other places at the time
 * nearest to it; in the order in which they begin.
 */
export function nearestOf(candidates: readonly Candidate[], wanted: { venueId: string; at: string }): Candidate[] {
  const distance = (one: Candidate): number => Math.abs(Date.parse(one.startsAt) - Date.parse(wanted.at)) / minuteMs;
  const near = candidates.toSorted((a, b) => distance(a) - distance(b) || (a.startsAt < b.startsAt ? -1 : 1));
  const here = near.filter(({ venueId }) => venueId === wanted.venueId).slice(0, 3);
  const others = new Map<string, Candidate>();
  for (const one of near) if (one.venueId !== wanted.venueId && !others.has(one.venueId)) others.set(one.venueId, one);
  return [...here, ...[...others.values()].slice(0, 2)].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** What remains of stretches from a minute on. */
export function fromMinute<One extends Stretch>(stretches: readonly One[], minute: number): One[] {
  return stretches.flatMap((one) => (one.to <= minute ? [] : [{ ...one, from: Math.max(one.from, minute) }]));
}

/** How many of the waiting wait for a time that touches a slot. */
export function waitingFor(
  waits: readonly { startsAt: string; endsAt: string }[],
  slot: { startsAt: string; endsAt: string },
): number {
  return waits.filter((one) => one.startsAt < slot.endsAt && one.endsAt > slot.startsAt).length;
}
