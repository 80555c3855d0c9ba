import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Sealer } from '#platform/sealing';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { PeopleAction } from '../contract.ts';
import * as rules from './rules.ts';

/** What this module is opened with; server/doors.ts hands it over. */
export type PeopleDoors = {
  tree: AreaTree;
  sealer: Sealer;
  may(actor: Actor, capability: string, areaId: string | 'anywhere'): boolean;
};

/** All of the community, or the grids and buildings below it where the actor holds the capability; null when nowhere. */
export function scopeOf(
  actor: Actor,
  doors: Pick<PeopleDoors, 'tree' | 'may'>,
  input: { areaId: string; can: string },
): rules.Scope | null {
  const { tree, may } = doors;
  const held = actor.grants
    .filter((grant) => may({ ...actor, grants: [grant] }, input.can, grant.areaId))
    .map((grant) => grant.areaId);
  if (held.some((id) => tree.covers(id, input.areaId))) return 'all';
  const below = held.filter((id) => tree.covers(input.areaId, id));
  return below.length === 0 ? null : below.flatMap((id) => [id, ...tree.below(id)]);
}

/** The scope, or a refusal when the actor holds the capability nowhere in this community. */
export function requireScope(actor: Actor, doors: PeopleDoors, input: { areaId: string; can: string }): rules.Scope {
  requireOwner(doors.tree, input.areaId);
  return (
    scopeOf(actor, doors, input) ??
    refuse({
      code: 'people.out-of-scope',
      status: 403,
      zh: '这个社区的住户资料不归您管。需要的话，请找社区书记开通。',
      en: 'You hold no role with this capability in this community.',
      details: { capability: input.can },
    })
  );
}

const actionCapabilities: Record<PeopleAction, string> = {
  edit: 'people.write',
  reveal: 'people.reveal',
  'issue-card': 'card.issue',
  'confirm-card': 'card.confirm',
  'record-consent': 'people.write',
};

/** What the actor may do with the household at this place. */
export function actionsAt(
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; place: rules.Place },
): PeopleAction[] {
  return (Object.keys(actionCapabilities) as PeopleAction[]).filter((action) => {
    const scope = scopeOf(actor, doors, { areaId: input.areaId, can: actionCapabilities[action] });
    return scope !== null && rules.isWithin(scope, input.place);
  });
}
