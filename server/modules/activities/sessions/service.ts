import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { tell } from '#modules/messages';
import { readTold, takeActivity } from '../enrolment/store.ts';
import { holdVenues } from '../holding/service.ts';
import { movedMessage } from '../reminders/rules.ts';
import { remindAnew } from '../reminders/service.ts';
import type { ActivityDoors } from '../scope/service.ts';
import type { SessionMove } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; activityId: string; sessionId: string };

/**
 * Moves a session to another time or place and tells everybody who has a seat. The activity begins with its first and ends with its
 * last session, and holds the venue it moves to instead of the one before. Refused once it has begun, for a time that has passed,
 * and when the venue is taken or closed then.
 */
export async function moveSession(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { move: SessionMove },
): Promise<void> {
  const { areaId, activityId, sessionId, move } = input;
  requireOwner(doors.tree, areaId);
  if (!(await takeActivity(tx, areaId, activityId, actor.id))) refuse(rules.sessionUnknown);
  const session = (await store.readSession(tx, areaId, sessionId)) ?? refuse(rules.sessionUnknown);
  refuseIf(session.activityId === activityId ? rules.whyNotMove(session, move, tx.now) : rules.sessionUnknown);
  const { venueId = session.venueId } = move;
  await store.moveSession(tx, { areaId, id: sessionId, activityId, ...move, venueId });
  const after = [{ ...session, ...move, venueId }];
  await holdVenues(tx, actor, doors, { areaId, activityId, title: session.title, before: [session], after });
  await remindAnew(tx, areaId, [{ id: sessionId, startsAt: move.startsAt }]);
  const told = movedMessage(session, move, tx.now);
  if (told) {
    const userIds = await readTold(tx, areaId, activityId);
    const link = `/activities/${areaId}/${activityId}`;
    const telling = { areaId, userIds, kind: 'activity.moved', ...told, link, urgent: true };
    await tell(tx, doors, { ...telling, subject: `activity:${activityId}` });
  }
  audit(tx, actor, { areaId, act: 'activity.move', subject: `activity:${activityId}`, detail: { sessionId } });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}
