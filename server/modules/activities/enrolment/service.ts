import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import { noteUserArea, readUserAreas } from '#modules/messages';
import type { ActivityList } from '../contract.ts';
import * as rules from '../rules.ts';
import { toActivity } from '../scope/service.ts';
import * as store from './store.ts';

type Which = { areaId: string; activityId: string };

/** Enrols the actor. Twice is once. Refused when full (exact under any race), begun, over, or no enrolment is needed. */
export async function enrol(tx: Tx, actor: Actor, doors: { tree: AreaTree }, input: Which): Promise<void> {
  const { areaId, activityId } = input;
  requireOwner(doors.tree, areaId);
  const activity = (await store.takeActivity(tx, areaId, activityId, actor.id)) ?? refuse(rules.activityUnknown);
  const place = { areaId, activityId, attendee: actor.id, userId: actor.id };
  if (activity.mine) return;
  refuseIf(rules.whyNotEnrol(activity, tx.now));
  if (!(await store.putEnrolled(tx, place))) return;
  await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: 'activity.enrol', subject: `activity:${activityId}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** Gives the actor's seat back; without one nothing happens. Refused once the activity has begun. */
export async function cancelEnrolment(tx: Tx, actor: Actor, doors: { tree: AreaTree }, input: Which): Promise<void> {
  const { areaId, activityId } = input;
  requireOwner(doors.tree, areaId);
  const activity = (await store.takeActivity(tx, areaId, activityId, actor.id)) ?? refuse(rules.activityUnknown);
  refuseIf(rules.whyNotCancel(activity, tx.now));
  if (!(await store.dropEnrolled(tx, { ...input, attendee: actor.id }))) return;
  audit(tx, actor, { areaId, act: 'activity.cancel', subject: `activity:${activityId}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** What the actor is enrolled in, in every area, the next first. */
export async function listMyEnrolments(reader: Reader, actor: Actor, now: Date): Promise<ActivityList> {
  const rows = await store.readEnrolled(reader, await readUserAreas(reader, actor), actor.id, now);
  return { items: rows.map((row) => toActivity(row, now)), next: null };
}
