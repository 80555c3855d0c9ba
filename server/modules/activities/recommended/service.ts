import type { Actor } from '#shared/actor';
import { dayMs, shanghaiDate } from '#shared/time';
import type { Point } from '#shared/walking';
import type { Reader } from '#platform/database';
import { readUserAreas } from '#modules/messages';
import { readOwnHousehold } from '#modules/people/households';
import { agesOn } from '../enrolment/rules.ts';
import { readCandidates } from '../enrolment/service.ts';
import { filtersOf } from '../rules.ts';
import { selfOf, toActivity, type ActivityDoors } from '../scope/service.ts';
import { readActivities } from '../store.ts';
import type { Recommended } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const aheadMs = 21 * dayMs;
const habitMs = 365 * dayMs;
const shown = 4;

/** Where somebody lives, as far as her building is on the map. */
export async function readHomePoint(reader: Reader, actor: Actor, doors: ActivityDoors): Promise<Point | null> {
  const household = actor.homeAreaId ? await readOwnHousehold(reader, actor, actor.homeAreaId) : null;
  const building = household?.buildingId ? doors.tree.get(household.buildingId) : undefined;
  return (building?.details.point as Point | undefined) ?? null;
}

async function readAbout(reader: Reader, actor: Actor, doors: ActivityDoors, now: Date): Promise<rules.About> {
  const areaIds = await readUserAreas(reader, actor);
  const [habits, candidates, home, teamIds] = await Promise.all([
    store.readHabits(reader, { areaIds, attendee: selfOf(actor), since: new Date(now.getTime() - habitMs) }),
    readCandidates(reader, actor, doors),
    readHomePoint(reader, actor, doors),
    doors.teamsOf?.(reader, actor) ?? [],
  ]);
  const kinds = new Map<string, number>();
  const series = new Map<string, number>();
  for (const { kind, seriesId, times } of habits) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + times);
    if (seriesId) series.set(seriesId, (series.get(seriesId) ?? 0) + times);
  }
  const today = shanghaiDate(now);
  const ages = candidates.map(({ isMe, birth }) => ({ isMe, age: agesOn(birth, today)?.least ?? null }));
  return {
    ...{ kinds, series, home, teamIds: new Set(teamIds) },
    age: ages.find((one) => one.isMe)?.age ?? null,
    childAges: ages.flatMap(({ isMe, age }) => (!isMe && age !== null && age < 18 ? [age] : [])),
  };
}

/** What the actor may like in the next three weeks at home, with the reasons in words; nothing without a home. Source: B45. */
export async function readRecommended(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  now: Date,
): Promise<Recommended> {
  const areaId = actor.homeAreaId;
  if (!areaId) return { items: [] };
  const about = await readAbout(reader, actor, doors, now);
  const rows = await readActivities(reader, areaId, {
    ...filtersOf({ limit: 100 }),
    ...{ endsAfter: now, startsBefore: new Date(now.getTime() + aheadMs), after: null, limit: 100 },
    userId: selfOf(actor),
  });
  const offers = rows.map((row) => toActivity(row, now));
  return {
    items: rules.recommend(offers, about, shown).map(({ offer, reasons }) => ({
      ...{ activity: offer, reasons },
      walkMinutes: rules.minutesFrom(about.home, offer),
    })),
  };
}
