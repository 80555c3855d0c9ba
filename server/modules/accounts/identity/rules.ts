import type { Actor } from '#shared/actor';
import { canOfKeyRole } from '../keys/rules.ts';
import type { Roles } from '../roles/rules.ts';

/** What scope needs of the tree of areas. */
export type Paths = { path(id: string): readonly string[] };

/** The areas at which the actor holds a role with the capability; each stands for everything below it. */
export function areasHeld(roles: Roles, actor: Actor, capability: string): string[] {
  return actor.grants.filter(({ role }) => canOf(roles, role)?.has(capability)).map((grant) => grant.areaId);
}

const canOf = (roles: Roles, role: string): ReadonlySet<string> | undefined =>
  canOfKeyRole(role) ?? roles.get(role)?.can;

/**
 * Whether the actor has the capability over the area: a role held at it or above it. Denied by default; unknown areas and
 * unknown words are nobody's. The worker acts for the product itself and is not asked.
 */
export function hasCapability(
  scope: { roles: Roles; paths: Paths },
  actor: Actor,
  capability: string,
  areaId: string,
): boolean {
  if (actor.id === 'system') return true;
  const held = areasHeld(scope.roles, actor, capability);
  if (areaId === 'anywhere') return held.length > 0;
  if (held.length === 0) return false;
  const path = scope.paths.path(areaId);
  return held.some((at) => path.includes(at));
}

/** The capability over the area or over a part of it: a grid worker in her community. */
export function hasCapabilityWithin(
  scope: { roles: Roles; paths: Paths },
  actor: Actor,
  capability: string,
  areaId: string,
): boolean {
  if (hasCapability(scope, actor, capability, areaId)) return true;
  return areasHeld(scope.roles, actor, capability).some((at) => scope.paths.path(at).includes(areaId));
}

/** Everything the actor may do at one place or another. */
export function allCapabilities(roles: Roles, actor: Actor): string[] {
  return [...new Set(actor.grants.flatMap((grant) => [...(roles.get(grant.role)?.can ?? [])]))].toSorted();
}
