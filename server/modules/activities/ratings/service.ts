import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { activityUnknown } from '../rules.ts';
import { selfOf, type ActivityDoors } from '../scope/service.ts';
import { readActivity } from '../store.ts';
import type { NewRating, Rating } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { readRatingSum } from './store.ts';

type Which = { areaId: string; activityId: string };

/** Rates an activity; a later rating takes the place of the earlier. Refused for who did not come. */
export async function rateActivity(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { rating: NewRating },
): Promise<void> {
  const { areaId, activityId, rating } = input;
  requireOwner(doors.tree, areaId);
  if (!(await readActivity(tx, areaId, activityId, actor.id))) refuse(activityUnknown);
  if (!(await store.hasCome(tx, input, [actor.id, selfOf(actor)]))) refuse(rules.notThere);
  await store.writeRating(tx, input, actor.id, rating);
  audit(tx, actor, {
    areaId,
    act: 'activity.rate',
    subject: `activity:${activityId}`,
    detail: { stars: rating.stars },
  });
}

/** What somebody may say of an activity: her own rating, and whether she came. */
export async function readOwnRating(
  reader: Reader,
  actor: Actor,
  input: Which,
): Promise<{ came: boolean; rating: Rating | null }> {
  const [came, rating] = await Promise.all([
    store.hasCome(reader, input, [actor.id, selfOf(actor)]),
    store.readOwnRating(reader, input, actor.id),
  ]);
  return { came, rating };
}

/** Every rating of an activity with its words, for the staff. */
export async function listRatings(
  reader: Reader,
  input: Which,
): Promise<{ count: number; stars: number | null; items: Rating[] }> {
  const [sum, items] = await Promise.all([store.readRatingSum(reader, input), store.readRatings(reader, input)]);
  return { ...sum, items };
}
