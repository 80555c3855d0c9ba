import type { Reader } from '#platform/database';
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
