import type { Actor } from '#shared/actor';
import type { Sealer } from '#platform/sealing';
import type { Accounts } from '#modules/accounts';
import type { AreaTree } from '#modules/areas';
import type { Roster } from '#modules/messages';
import type { BodyWords } from '../words/contract.ts';

/** What this module is opened with; server/doors.ts hands it over. */
export type OrganisationDoors = {
  tree: AreaTree;
  sealer: Sealer;
  roster: Roster;
  accounts: Accounts;
  words: BodyWords;
  may(actor: Actor, capability: string, areaId: string): boolean;
};

/** The buildings of an estate: those that say so, and those that lie in it. */
export function buildingsOf(
  tree: AreaTree,
  input: { areaId: string; estateId: string },
): { id: string; name: string }[] {
  const { areaId, estateId } = input;
  return tree
    .under(areaId, 'building')
    .filter(({ id, details }) => details.estateId === estateId || tree.covers(estateId, id))
    .map(({ id, name }) => ({ id, name }));
}
