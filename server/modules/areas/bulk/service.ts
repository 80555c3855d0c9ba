import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { importAreas, requireOwner, type AreaNode, type AreaTree } from '../service.ts';
import { readAllAreas } from '../store.ts';
import type { AreaLevel } from '../contract.ts';
import { placeKey, plainPlace, type IncomingPlace } from './rules.ts';

export { placeKey, plainPlace, type IncomingPlace } from './rules.ts';

export type TakenPlace = { at: number; state: 'added' | 'skipped' };

/** The buildings of a community by estate and name, as files write them. */
export function knownPlaces(nodes: readonly AreaNode[], areaId: string): Map<string, AreaNode> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const buildings = nodes.filter((node) => node.level === 'building' && node.path.includes(areaId));
  return new Map(
    buildings.map((node) => {
      const estate = typeof node.details.estateId === 'string' ? byId.get(node.details.estateId)?.name : '';
      return [placeKey(estate ?? '', node.name), node];
    }),
  );
}

/**
 * Adds buildings with the grids and estates they name, where these are not there yet; a building that is there stays as it
 * is. Reads the areas afresh: the batch before may just have added some.
 */
export async function takeInPlaces(
  tx: Tx,
  actor: Actor,
  tree: AreaTree,
  input: { areaId: string; incoming: IncomingPlace[] },
): Promise<TakenPlace[]> {
  const owner = requireOwner(tree, input.areaId);
  const nodes = await readAllAreas(tx);
  const known = knownPlaces(nodes, owner.id);
  const fresh: AreaNode[] = [];
  const named = new Map(
    nodes.filter((node) => node.parentId === owner.id).map((node) => [`${node.level} ${plainPlace(node.name)}`, node]),
  );
  let position = Math.max(0, ...[...named.values()].map((node) => node.position));
  const need = (level: AreaLevel, name: string): AreaNode => {
    const key = `${level} ${plainPlace(name)}`;
    const found = named.get(key) ?? below(tx, owner, { level, name, position: (position += 1) });
    if (!named.has(key)) fresh.push(found);
    named.set(key, found);
    return found;
  };
  const taken = input.incoming.map((row): TakenPlace => {
    const { at, grid, estate, building, units, floors } = row;
    const key = placeKey(estate, building);
    if (known.has(key)) return { at, state: 'skipped' };
    const estateId = estate ? need('estate', estate).id : undefined;
    const details = { ...(estateId ? { estateId } : {}), ...(units ? { units } : {}), ...(floors ? { floors } : {}) };
    const node = {
      ...below(tx, need('grid', grid), { level: 'building', name: plainPlace(building), position: at }),
      details,
    };
    known.set(key, node);
    fresh.push(node);
    return { at, state: 'added' };
  });
  if (fresh.length > 0) {
    await importAreas(tx, fresh);
    audit(tx, actor, { areaId: owner.id, act: 'areas.import', subject: owner.id, detail: { count: fresh.length } });
  }
  return taken;
}

function below(tx: Tx, parent: AreaNode, made: { level: AreaLevel; name: string; position: number }): AreaNode {
  const id = tx.newId();
  return {
    ...made,
    id,
    parentId: parent.id,
    ownerId: parent.ownerId,
    code: null,
    fullName: `${parent.fullName}${made.name}`,
    path: [...parent.path, id],
    letters: null,
    details: {},
  };
}
