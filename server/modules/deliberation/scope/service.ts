import type { FastifyRequest } from 'fastify';
import { isSignedIn, type Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { requireOwner, type AreaNode } from '#modules/areas';
import type { MattersContext } from '#modules/matters/list';
import { notFromHere } from '../rules.ts';
import type { DeliberationWords } from '../words/contract.ts';

export type DeliberationDoors = {
  /** How matters are begun and read. */
  matters: MattersContext;
  words: DeliberationWords;
  addressOf(request: FastifyRequest): string;
};

/** Who lives in a community, or works in it or above it, takes part in what it deliberates. */
export function takesPart(doors: DeliberationDoors, actor: Actor, areaId: string): boolean {
  if (!isSignedIn(actor)) return false;
  const { tree } = doors.matters;
  return (
    actor.homeAreaId === areaId ||
    actor.grants.some((grant) => tree.covers(areaId, grant.areaId) || tree.covers(grant.areaId, areaId))
  );
}

/** The community, for who takes part in it. Refused for everybody else. */
export function requireTakingPart(doors: DeliberationDoors, actor: Actor, areaId: string): AreaNode {
  const area = requireOwner(doors.matters.tree, areaId);
  return takesPart(doors, actor, area.id) ? area : refuse(notFromHere);
}

/** The post somebody holds nearest to the people of this community: 楼栋长 · 社区工作者. Null for who holds none. */
export function postOf(doors: DeliberationDoors, actor: Actor, areaId: string): string | null {
  const { tree, shelf } = doors.matters;
  const held = actor.grants.find((grant) => tree.covers(areaId, grant.areaId));
  return held ? (shelf.names.roles[held.role]?.label.zh ?? null) : null;
}

export function mayModerate(doors: DeliberationDoors, actor: Actor, areaId: string): boolean {
  return doors.matters.may(actor, 'topic.moderate', areaId);
}
