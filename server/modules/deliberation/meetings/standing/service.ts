import { refuse } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { requireOwner } from '#modules/areas';
import type { DeliberationDoors } from '../../scope/service.ts';
import type { MeetingState } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

type Which = { areaId: string; meetingId: string };

/** The meeting, locked, when it stands in one of these states. Refused otherwise. */
export async function requireMeeting(
  tx: Tx,
  doors: DeliberationDoors,
  which: Which,
  states: readonly MeetingState[],
): Promise<store.MeetingRecord> {
  requireOwner(doors.matters.tree, which.areaId);
  const meeting = (await store.lockMeeting(tx, which.areaId, which.meetingId)) ?? refuse(rules.meetingUnknown);
  return states.some((state) => state === meeting.state) ? meeting : refuse(rules.meetingMoved);
}
