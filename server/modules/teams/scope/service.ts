import type { Actor } from '#shared/actor';
import { isSignedIn } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { requireOwner } from '#modules/areas';
import type { MessageDoors } from '#modules/messages';
import type { Standing } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import type { TeamWords } from '../words/contract.ts';

export type TeamDoors = MessageDoors & {
  sealer: Sealer;
  words: TeamWords;
  may(actor: Actor, capability: string, areaId: string): boolean;
};
export type WhichTeam = { areaId: string; teamId: string };

/** How somebody stands to a team; the anonymous public to none. */
export function standingOf(actor: Actor, row: { myRole: string | null; myState: string | null }): Standing {
  if (!isSignedIn(actor) || row.myState === null) return 'none';
  if (row.myState === 'asked') return 'asked';
  return row.myRole === 'member' ? 'member' : 'leader';
}

/** The team and how the actor stands to it. Refused when there is none or it is closed. */
export async function readStanding(
  reader: Reader,
  actor: Actor,
  doors: Pick<TeamDoors, 'tree'>,
  which: WhichTeam,
): Promise<{ team: store.TeamRecord; standing: Standing }> {
  requireOwner(doors.tree, which.areaId);
  const team = (await store.readTeam(reader, which.areaId, which.teamId, actor.id)) ?? refuse(rules.teamUnknown);
  return { team, standing: standingOf(actor, team) };
}

/** The team for who leads it or keeps teams at the office. Refused for everybody else. */
export async function readForManager(
  reader: Reader,
  actor: Actor,
  doors: Pick<TeamDoors, 'tree' | 'may'>,
  which: WhichTeam,
): Promise<{ team: store.TeamRecord; leads: boolean; keeps: boolean }> {
  const { team, standing } = await readStanding(reader, actor, doors, which);
  const leads = standing === 'leader';
  const keeps = doors.may(actor, 'team.manage', which.areaId);
  if (!leads && !keeps) refuse(rules.notYourTeam);
  return { team, leads, keeps };
}
