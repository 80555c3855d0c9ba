import { addDays, shanghaiDate } from '#shared/time';
import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import { activityKindNames } from '../../contract.ts';
import type { ActivityDoors } from '../../scope/service.ts';
import { activityAudiences, activityThemes, type RecordChoices } from '../contract.ts';
import { editionsOf } from '../rules.ts';
import * as store from './store.ts';

/** The days off of the published calendars; main.ts hands them over. */
export type ChoiceDoors = ActivityDoors & { daysOff: ReadonlySet<string> };

const aheadDays = 400;

/** What somebody who writes an activity chooses from, so that nothing is typed twice. */
export async function readChoices(
  reader: Reader,
  doors: ChoiceDoors,
  input: { areaId: string; now: Date },
): Promise<RecordChoices> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const [series, named] = await Promise.all([store.readSeriesChoices(reader, id), store.readNamed(reader, id)]);
  const today = shanghaiDate(input.now);
  const colleagues = doors.roster.holders(['community-worker', 'community-secretary'], [id]).map(({ name }) => name);
  const hosts = named.flatMap(({ organisers, host }) => [...organisers, host]);
  const distinct = (words: string[]): string[] => [...new Set(words.filter(Boolean))].slice(0, 40);
  return {
    kinds: Object.entries(activityKindNames).map(([value, label]) => ({ value, label })),
    themes: [...activityThemes],
    audiences: [...activityAudiences],
    series: series.map(({ kind, ...one }) => ({ ...one, editions: editionsOf(kind) })),
    officers: distinct([...colleagues, ...named.map(({ officer }) => officer)]),
    organisers: distinct(hosts),
    daysOff: [...doors.daysOff].filter((day) => day >= today && day <= addDays(today, aheadDays)).sort(),
  };
}
