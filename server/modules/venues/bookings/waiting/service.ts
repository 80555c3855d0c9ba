import { BookingRules } from '../../contract.ts';
import type { Tx } from '#platform/database';
import { waitingOrder } from '#kernel/calendar';
import type { Span } from '../rules.ts';
import { takeParts } from '../store.ts';
import { tellLater } from '../telling/service.ts';
import * as store from './store.ts';

export type Promoted = store.Waiting & { state: string };

/**
 * Gives what became free to those who wait for it, strictly in the order in which they asked: whose whole time is free gets it at
 * once and is told also by SMS; giving it up is one tap. (An offer that lapses while somebody sleeps would go to whoever
 * happens to look at the phone.) Answers who got a place.
 */
export async function promoteWaiting(
  tx: Tx,
  areaId: string,
  parts: readonly string[],
  span: Span,
): Promise<Promoted[]> {
  if (parts.length === 0) return [];
  const promoted: Promoted[] = [];
  for (const one of waitingOrder(await store.readWaiting(tx, areaId, parts, span))) {
    const approval = BookingRules.safeParse(one.rules).data?.approval ?? false;
    const state = approval ? 'pending' : 'confirmed';
    if (!(await store.promote(tx, areaId, one.id, state))) continue;
    if (await takeParts(tx, one, one.parts)) {
      promoted.push({ ...one, state });
      tellLater(tx, { areaId, bookingId: one.id, what: 'promoted' });
    } else await store.putBack(tx, areaId, one.id);
  }
  return promoted;
}

export { isHeld } from './store.ts';
