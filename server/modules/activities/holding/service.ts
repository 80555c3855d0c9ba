import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { exchangeVenues } from '#modules/venues/bookings/exchange';
import type { ActivityDoors } from '../scope/service.ts';
import { writeBookings } from '../sessions/store.ts';
import * as rules from './rules.ts';

/**
 * Holds the venues of a public activity as its sessions have become, and gives back those it no longer needs; `before` is empty when
 * it becomes public, `after` when it is called off. The activity is held by the caller. Refused when a venue is taken or closed then.
 */
export async function holdVenues(
  tx: Tx,
  actor: Actor,
  doors: Pick<ActivityDoors, 'tree' | 'may'>,
  input: {
    areaId: string;
    activityId: string;
    title: string;
    before: readonly rules.Held[];
    after: readonly rules.Held[];
  },
): Promise<void> {
  const { areaId, activityId, title, before, after } = input;
  const { release, hold } = rules.changesOf(before, after, tx.now);
  if (release.length + hold.length === 0) return;
  const holder = { kind: 'activity' as const, id: activityId };
  const made = await exchangeVenues(tx, actor, doors, {
    areaId,
    release: release.map(({ bookingId }) => bookingId),
    reserve: hold.map(({ venueId, startsAt, endsAt }) => ({ venueId, startsAt, endsAt, holder, title })),
  });
  const held = hold.map(({ id }, index) => ({ id, bookingId: made[index] ?? null }));
  const bare = release.filter(({ id }) => !held.some((one) => one.id === id));
  await writeBookings(tx, areaId, [...held, ...bare.map(({ id }) => ({ id, bookingId: null }))]);
}
