export type Held = {
  id: string;
  startsAt: string;
  endsAt: string;
  venueId: string | null;
  bookingId: string | null;
};
export type Booked = { id: string; bookingId: string };
export type Wanted = Held & { venueId: string };

/**
 * What a public activity gives back and what it takes when its sessions become others: a session that is gone or has moved gives its
 * venue back; one that is new or has moved takes one, unless it is over. What stays as it was is left alone.
 */
export function changesOf(
  before: readonly Held[],
  after: readonly Held[],
  now: Date,
): { release: Booked[]; hold: Wanted[] } {
  const stays = (one: Held, others: readonly Held[]): boolean => others.some((other) => isSame(one, other));
  const release = before.flatMap(({ id, bookingId, ...one }) =>
    bookingId !== null && !stays({ id, bookingId, ...one }, after) ? [{ id, bookingId }] : [],
  );
  const hold = after.flatMap(({ venueId, ...one }) =>
    venueId !== null && Date.parse(one.endsAt) > now.getTime() && !stays({ venueId, ...one }, before)
      ? [{ venueId, ...one }]
      : [],
  );
  return { release, hold };
}

function isSame(one: Held, other: Held): boolean {
  return (
    one.id === other.id &&
    one.venueId === other.venueId &&
    Date.parse(one.startsAt) === Date.parse(other.startsAt) &&
    Date.parse(one.endsAt) === Date.parse(other.endsAt)
  );
}
