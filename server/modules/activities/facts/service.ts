import type { Reader } from '#platform/database';
import { shanghaiInstant } from '#shared/time';
import { countPeople as countResidents } from '#modules/people/households';
import type { ActivityFigures } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type { ActivityFacts } from './store.ts';

/**
 * Every activity that stands and begins in a time (`to` is exclusive), with its themes, audiences and flags, and who came: 人 and
 * 人次 apart. An activity may be both large and broad, and counts towards both. Source: B37, X4, X9.
 */
export function readActivityFacts(
  reader: Reader,
  areaId: string,
  time: { from: Date; to: Date },
): Promise<store.ActivityFacts[]> {
  return store.readFacts(reader, areaId, time);
}

export { countComers, readSeriesNames } from './store.ts';

/** The figures of a calendar year of a community. The rate is that of people among the residents on the register. Source: X4, X9. */
export async function readActivityFigures(
  reader: Reader,
  input: { areaId: string; year: number },
): Promise<ActivityFigures> {
  const { areaId, year } = input;
  const time = { from: shanghaiInstant(`${year}-01-01`), to: shanghaiInstant(`${year + 1}-01-01`) };
  const [facts, came, { residents }] = await Promise.all([
    store.readFacts(reader, areaId, time),
    store.countPeople(reader, areaId, time),
    countResidents(reader, areaId),
  ]);
  const why = rules.whyNotRate(came.people, residents)?.zh ?? null;
  const participationPerMille = why ? null : rules.participationPerMille(came.people, residents);
  const quotas = rules.countQuotas(facts);
  return { year, activities: facts.length, ...quotas, ...came, residents, participationPerMille, why };
}
