import type { Tx } from '#platform/database';
import { keepBoundaries } from '#modules/areas/boundaries';
import type { Areas, Community } from '../contract.ts';
import { communityOutline, estateOutline, gridOutline, type Outline } from '../ground.ts';
import { estateKey, gridKey } from '../person.ts';
import { demoId } from './areas.ts';

/** Draws communities, estates and grids, schematically. */
export async function loadGround(tx: Tx, areas: Areas): Promise<void> {
  await keepBoundaries(
    tx,
    areas.communities.flatMap(outlinesOf).map(([key, boundary]) => ({ id: demoId(key), boundary, schematic: true })),
  );
}

function outlinesOf(community: Community): [string, Outline][] {
  const estates = community.estates.map((estate): [string, Outline] => [
    estateKey(community, estate.name),
    estateOutline(community, estate),
  ]);
  const grids = community.grids.flatMap(({ suffix, covers }): [string, Outline][] => {
    const outline = gridOutline(community, covers);
    return outline ? [[gridKey(community, suffix), outline]] : [];
  });
  return [[community.code, communityOutline(community)], ...estates, ...grids];
}
