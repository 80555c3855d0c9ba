import type { Actor } from '#shared/actor';
import type { MessageDoors } from '#modules/messages';
import { activityKindNames, type Activity } from '../contract.ts';
import * as rules from '../rules.ts';
import type { ActivityRecord } from '../store.ts';

/** What this module is opened with; main.ts hands it over. */
export type ActivityDoors = MessageDoors & { may(actor: Actor, capability: string, areaId: string): boolean };

/** An activity as everybody sees it at a moment. */
export function toActivity(row: ActivityRecord, now: Date): Activity {
  const kind = row.kind as Activity['kind'];
  const seatsLeft = row.seats === null ? null : Math.max(0, row.seats - row.enrolled);
  return {
    ...row,
    kind,
    kindName: activityKindNames[kind],
    seatsLeft,
    state: rules.stateOf(row, now),
    stateName: rules.stateName(row, now),
  };
}
