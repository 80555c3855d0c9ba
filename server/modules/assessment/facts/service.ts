import { shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import type { StandardShelf } from '#kernel/standards/shelf';
import { readActivityFacts } from '#modules/activities';
import type { AreaTree } from '#modules/areas';
import { countOpenByCategory, type MattersContext } from '#modules/matters/list';
import { readVenueFacts } from '#modules/venues';
import { readCircle } from '#modules/venues/circle';
import type { VenueWords } from '#contract/venues/words';
import type { Actor } from '#shared/actor';
import type { PilotFile } from '../contract.ts';
import type { Facts } from '../measures/contract.ts';

/** What the assessment stands on; put together once by main. */
export type AssessmentContext = {
  tree: AreaTree;
  standards: StandardShelf;
  matters: MattersContext;
  words: VenueWords;
  pilots: readonly PilotFile[];
  may(actor: Actor, capability: string, areaId: string): boolean;
};

/** Everything the measures read of a community for a year, up to now: what is only planned has not happened. */
export async function readFacts(
  reader: Reader,
  context: AssessmentContext,
  { areaId, year, now }: { areaId: string; year: number; now: Date },
): Promise<Facts> {
  const from = shanghaiInstant(`${year}-01-01`);
  const end = shanghaiInstant(`${year + 1}-01-01`);
  const to = end < now ? end : now;
  const [venues, circle, activities, matters] = await Promise.all([
    readVenueFacts(reader, areaId, now),
    readCircle(reader, context, areaId),
    from < to ? readActivityFacts(reader, areaId, { from, to }) : [],
    readMatters(reader, context, areaId),
  ]);
  return { areaId, venues, activities, teams: null, circle, matters };
}

/** Open matters of every category that a method in force knows: one that none knows is counted by nobody. */
async function readMatters(
  reader: Reader,
  { tree, matters }: AssessmentContext,
  areaId: string,
): Promise<{ category: string; open: number }[]> {
  const known = new Set(
    matters.shelf.adopted(tree.path(areaId)).flatMap(({ fields, present }) => fields[present.category ?? '']?.of ?? []),
  );
  const counted = new Map((await countOpenByCategory(reader, areaId)).map(({ category, open }) => [category, open]));
  return [...known].map((category) => ({ category, open: counted.get(category) ?? 0 }));
}
