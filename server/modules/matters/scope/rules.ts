import type { Actor, Grant } from '#shared/actor';

/** The part of the tree of areas that scope needs. */
export type Tree = {
  covers(ancestorId: string, id: string): boolean;
  levelOf(id: string): string | undefined;
  ancestorAt(id: string, level: string): string | undefined;
  under(id: string, level: string): string[];
};

/** Where a matter lies, and who stands behind it. */
export type Whereabouts = {
  areaId: string;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  reporterId: string | null;
  /** Who registered it for somebody without an account (代报), and so answers for her. */
  registeredBy: string | null;
  householdId: string | null;
  /** Who may see it, once it is a matter. */
  visible?: string;
};

const inner = new Set(['grid', 'micro-grid', 'estate', 'building']);

/** Whether a role held at an area is valid over a matter: its own area, or any area above. */
export function reaches(tree: Tree, grant: Grant, matter: Whereabouts): boolean {
  if (!inner.has(tree.levelOf(grant.areaId) ?? '')) return tree.covers(grant.areaId, matter.areaId);
  const spots = [matter.gridId, matter.estateId, matter.buildingId].filter((id) => id !== null);
  if (spots.length === 0) return tree.covers(matter.areaId, grant.areaId);
  return spots.some((spot) => grant.areaId === spot || tree.covers(grant.areaId, spot));
}

/** What an actor counts as towards a matter: the keys the engine compares with `by`. */
export function keysOf(
  tree: Tree,
  actor: Actor,
  matter: Whereabouts | null,
  areaId: string,
  membersOf: Record<string, string[]>,
): string[] {
  const keys = new Set(['anyone', `user:${actor.id}`]);
  if (actor.id !== 'anonymous') keys.add('resident');
  const place = matter ?? {
    areaId,
    gridId: null,
    estateId: null,
    buildingId: null,
    reporterId: null,
    registeredBy: null,
    householdId: null,
  };
  for (const grant of actor.grants) if (reaches(tree, grant, place)) keys.add(`role:${grant.role}`);
  for (const [body, roles] of Object.entries(membersOf))
    if (roles.some((role) => keys.has(`role:${role}`))) keys.add(`body:${body}`);
  if (matter && isReporter(actor, matter)) keys.add('reporter');
  return [...keys];
}

/**
 * Whether an actor stands for whoever reported: herself, who registered it for her, her household's card, or family acting
 * for the elder. A restricted matter stays with the very account: a household may be what it is about. Source: METHODS 2.1.
 */
export function isReporter(
  actor: Actor,
  matter: Pick<Whereabouts, 'reporterId' | 'registeredBy' | 'householdId' | 'visible'>,
): boolean {
  if (actor.id === 'anonymous') return false;
  if (matter.reporterId === null && matter.registeredBy === actor.id) return true;
  if (matter.reporterId === actor.id) return true;
  if (matter.visible === 'restricted') return false;
  const isHousehold = actor.householdId !== null && matter.householdId === actor.householdId;
  return isHousehold || (Boolean(actor.elderUserId) && matter.reporterId === actor.elderUserId);
}

/** The rows of `matter_waits` that stand for an actor expression: `role:grid-worker` → `role:grid-worker@<grid>`. */
export function locateKey(
  tree: Tree,
  key: string,
  matter: Whereabouts,
  levels: Record<string, string>,
  membersOf: Record<string, string[]>,
): string[] {
  if (key === 'reporter')
    return [matter.reporterId ?? matter.registeredBy].filter((id) => id !== null).map((id) => `user:${id}`);
  if (key.startsWith('body:'))
    return (membersOf[key.slice(5).split('@')[0] ?? ''] ?? []).flatMap((role) =>
      locateKey(tree, `role:${role}`, matter, levels, membersOf),
    );
  if (!key.startsWith('role:') || key.includes('@')) return [key];
  const role = key.slice(5);
  return [`role:${role}@${areaOfRole(tree, levels[role] ?? 'community', matter)}`];
}

function areaOfRole(tree: Tree, level: string, matter: Whereabouts): string {
  if (level === 'grid') return matter.gridId ?? matter.areaId;
  if (level === 'estate') return matter.estateId ?? matter.areaId;
  return tree.ancestorAt(matter.areaId, level) ?? matter.areaId;
}

/** Every waiting key that means this actor, within one owning area. */
export function waitingKeysOf(tree: Tree, actor: Actor, areaId: string, levels: Record<string, string>): string[] {
  const keys = [`user:${actor.id}`];
  for (const grant of actor.grants) {
    const level = levels[grant.role] ?? 'community';
    const at = tree.levelOf(grant.areaId) ?? '';
    if (inner.has(at)) {
      if (tree.covers(areaId, grant.areaId))
        keys.push(`role:${grant.role}@${grant.areaId}`, `role:${grant.role}@${areaId}`);
      continue;
    }
    if (!tree.covers(grant.areaId, areaId)) continue;
    const reached = inner.has(level)
      ? [areaId, ...tree.under(areaId, level)]
      : [tree.ancestorAt(areaId, level) ?? areaId];
    for (const id of reached) keys.push(`role:${grant.role}@${id}`);
  }
  return [...new Set(keys)];
}

export type Standing = 'reporter' | 'handler' | 'above' | 'neighbour' | 'public';

/** How near an actor stands to a matter, the nearest first. */
export function standingOf(input: {
  actor: Actor;
  keys: string[];
  relations: string[];
  waiting: boolean;
  mayReadArea: boolean;
  livesHere: boolean;
  matter: Whereabouts;
}): Standing {
  if (isReporter(input.actor, input.matter)) return 'reporter';
  if (input.waiting || input.relations.some((relation) => relation === 'handled' || relation === 'copied'))
    return 'handler';
  if (input.mayReadArea) return 'above';
  return input.livesHere ? 'neighbour' : 'public';
}

/** Who may read the whole matter. A restricted one is open to its named handlers and reporter only. Source: METHODS 2.1. */
export function mayReadWhole(visible: string, standing: Standing): boolean {
  if (standing === 'reporter' || standing === 'handler') return true;
  if (visible === 'restricted') return false;
  if (standing === 'above') return true;
  if (visible === 'area') return standing === 'neighbour';
  return visible === 'public';
}
