import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import type { MessageDoors } from '#modules/messages';
import { activityKindNames, type Activity } from '../contract.ts';
import * as rules from '../rules.ts';
import type { ActivityRecord } from '../store.ts';

/** What this module is opened with; main.ts hands it over. */
export type ActivityDoors = MessageDoors & {
  sealer: Sealer;
  may(actor: Actor, capability: string, areaId: string): boolean;
  /** Whether somebody leads a team; teams knows. */
  leadsTeam?(reader: Reader, actor: Actor, team: { areaId: string; teamId: string }): Promise<boolean>;
  /** The teams somebody belongs to; teams knows. */
  teamsOf?(reader: Reader, actor: Actor): Promise<string[]>;
};

/** What the codes of doors are signed with. */
export function passKey({ sealer }: ActivityDoors): Buffer {
  return Buffer.from(sealer.secret('door'), 'hex');
}

/** Who somebody enrols for when she enrols herself: the elder while a family member acts for her. */
export function selfOf(actor: Actor): string {
  return actor.elderUserId ?? actor.id;
}

/** An activity as everybody sees it at a moment. */
export function toActivity(row: ActivityRecord, now: Date): Activity {
  const kind = row.kind as Activity['kind'];
  const seatsLeft = row.seats === null ? null : Math.max(0, row.seats - row.enrolled);
  return {
    ...row,
    mine: row.myState === 'enrolled',
    kind,
    kindName: activityKindNames[kind],
    seatsLeft,
    state: rules.stateOf(row, now),
    stateName: rules.stateName(row, now),
  };
}
