import { matches } from '#kernel/search';
import type { Asked } from '#kernel-contract/search';
import type { AreaLevel } from '../contract.ts';
import { listSpots, type AreaNode, type AreaTree } from '../service.ts';

export type FoundPlace = {
  areaId: string;
  /** The community it lies in, or itself. */
  ownerId: string;
  level: AreaLevel | 'lamp-post' | 'place';
  label: string;
};

/** Areas, estates, buildings and named spots whose names hold what is looked for; those that begin with it first. */
export function findPlaces(tree: AreaTree, area: AreaNode, asked: Asked, limit: number): FoundPlace[] {
  const found = placesIn(tree, area).flatMap((place) => {
    const how = matches(asked, place.label);
    return how ? [{ place, rank: how === 'begins' ? 0 : 1 }] : [];
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.place.label.length - b.place.label.length)
    .slice(0, limit)
    .map(({ place }) => place);
}

function placesIn(tree: AreaTree, area: AreaNode): FoundPlace[] {
  const nodes = [area.id, ...tree.below(area.id)].flatMap((id) => tree.get(id) ?? []);
  const owners = nodes.filter((node) => node.level === 'community');
  const named = nodes
    .filter((node) => node.level !== 'building' && node.level !== 'estate')
    .map((node) => ({ areaId: node.id, ownerId: node.ownerId, level: node.level, label: node.name }));
  const spots = (owners.length > 0 ? owners : [area]).flatMap((owner) =>
    listSpots(tree, owner.id, '').map((spot) => ({
      areaId: spot.areaId,
      ownerId: tree.ownerOf(owner.id),
      level: spot.kind,
      label: spot.label,
    })),
  );
  return [...named, ...spots];
}
