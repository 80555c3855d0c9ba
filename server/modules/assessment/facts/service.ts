import { shanghaiInstant } from '#shared/time';
import type { Reader } from '#platform/database';
import type { RegisterShelf } from '#kernel/registers/shelf';
import type { StandardShelf } from '#kernel/standards/shelf';
import type { Standard } from '#kernel-contract/standards';
import { readActivityFacts } from '#modules/activities';
import type { AreaTree } from '#modules/areas';
import { readBrandFacts } from '#modules/brands';
import { countOpenByCategory, type MattersContext } from '#modules/matters/list';
import { readRegisterFacts } from '#modules/registers';
import { readTeamFacts } from '#modules/teams';
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
  registers: RegisterShelf;
  matters: MattersContext;
  words: VenueWords;
  pilots: readonly PilotFile[];
  may(actor: Actor, capability: string, areaId: string): boolean;
};

/** Everything the measures read of a community for a year, up to now: what is only planned has not happened. */
export async function readFacts(
  reader: Reader,
  context: AssessmentContext,
  { areaId, standard, year, now }: { areaId: string; standard: Standard; year: number; now: Date },
): Promise<Facts> {
  const from = shanghaiInstant(`${year}-01-01`);
  const end = shanghaiInstant(`${year + 1}-01-01`);
  const to = end < now ? end : now;
  const [venues, circle, activities, teams, matters, brand, registers] = await Promise.all([
    readVenueFacts(reader, areaId, now),
    readCircle(reader, context, areaId),
    from < to ? readActivityFacts(reader, areaId, { from, to }) : [],
    readTeamFacts(reader, areaId, now),
    readMatters(reader, context, areaId),
    readBrandFacts(reader, areaId),
    readRegisters(reader, context, { areaId, standard }),
  ]);
  return { areaId, year, venues, activities, teams, circle, matters, brands: brand ? [brand] : [], registers };
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

/** The records of every register that the standard asks about and the area keeps. */
async function readRegisters(
  reader: Reader,
  { registers }: AssessmentContext,
  { areaId, standard }: { areaId: string; standard: Standard },
): Promise<Facts['registers']> {
  const asked = standard.groups.flatMap(({ items }) => items.map(({ measure }) => measure?.with['register']));
  const kept = [...new Set(asked)].filter((id) => typeof id === 'string').filter((id) => registers.keptBy(areaId, id));
  return Object.fromEntries(
    await Promise.all(kept.map(async (id) => [id, await readRegisterFacts(reader, areaId, id)])),
  );
}
