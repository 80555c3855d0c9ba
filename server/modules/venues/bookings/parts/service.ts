import { refuse } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { partsBooked } from '../refusals/rules.ts';
import { holdHouses } from '../store.ts';
import * as store from './store.ts';

/**
 * After rooms were added to venues or moved: bookings to come take the parts their venues have now. Refused when two bookings
 * would then share a part.
 */
export async function refreshParts(tx: Tx, areaId: string, venueIds: readonly string[]): Promise<void> {
  await holdHouses(tx, areaId, venueIds);
  await store.dropOldParts(tx, areaId);
  if ((await store.takeNewParts(tx, areaId)) > 0) refuse(partsBooked);
}
