import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import { addDays, daysBetween, shanghaiDate, shanghaiInstant, shanghaiParts } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaTree } from '#modules/areas';
import type { FestivalEntry } from '../festivals/contract.ts';
import { stateNames } from '../records/rules.ts';
import * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Doors = { tree: AreaTree };

function toSeries(row: store.SeriesLine): wire.Series {
  const kind = row.kind as wire.SeriesKind;
  return { ...row, kind, kindName: wire.seriesKindNames[kind] };
}

/** The series of a community, what comes next first. */
export async function listSeries(
  reader: Reader,
  doors: Doors,
  input: { areaId: string; now: Date },
): Promise<wire.SeriesList> {
  const { id } = requireOwner(doors.tree, input.areaId);
  return { items: (await store.readSeriesLines(reader, id, input.now)).map(toSeries) };
}

/** One series: what comes, what was, how many came, and which fixed editions of this year are still missing. */
export async function readSeries(
  reader: Reader,
  doors: Doors,
  input: { areaId: string; seriesId: string; now: Date },
): Promise<wire.SeriesPage> {
  const area = requireOwner(doors.tree, input.areaId);
  const row = (await store.readSeriesLine(reader, area.id, input.seriesId, input.now)) ?? refuse(rules.seriesUnknown);
  const [editions, came] = await Promise.all([
    store.readEditions(reader, area.id, row.id),
    store.countCame(reader, area.id, row.id),
  ]);
  const year = shanghaiParts(input.now).year;
  const shown = editions.map((one) => ({
    ...one,
    kind: one.kind as wire.Edition['kind'],
    isOver: Date.parse(one.endsAt) <= input.now.getTime(),
  }));
  return {
    ...toSeries(row),
    areaName: area.name,
    year,
    fixed: rules.fixedOf(row.kind, shown, year),
    coming: shown.filter(({ isOver }) => !isOver).reverse(),
    past: shown.filter(({ isOver }) => isOver),
    ...came,
  };
}

/** Begins a series. Answers its id. */
export async function beginSeries(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; series: wire.SeriesInput },
): Promise<string> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const id = tx.newId();
  await store.insertSeries(tx, { ...input.series, areaId, id });
  audit(tx, actor, { areaId, act: 'series.begin', subject: `series:${id}` });
  return id;
}

/** Writes a series anew; its kind stays. Refused when there is none. */
export async function saveSeries(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; seriesId: string; series: wire.SeriesInput },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { kind: _kind, ...series } = input.series;
  if (!(await store.updateSeries(tx, { ...series, areaId, id: input.seriesId }))) refuse(rules.seriesUnknown);
  audit(tx, actor, { areaId, act: 'series.save', subject: `series:${input.seriesId}` });
}

/** Our festivals of a year, what is planned for each, and which are empty. Source: B37. */
export async function readFestivals(
  reader: Reader,
  doors: Doors & { festivals: readonly FestivalEntry[] },
  input: { areaId: string; year: number; now: Date },
): Promise<wire.FestivalYear> {
  const { id } = requireOwner(doors.tree, input.areaId);
  const entries = doors.festivals.flatMap(({ name, custom, picture, days }) => {
    const day = days[input.year];
    return day ? [{ name, custom, picture, day }] : [];
  });
  if (entries.length === 0) return { year: input.year, items: [] };
  const { from, to } = rules.spanAround(entries.map(({ day }) => day));
  const time = { from: shanghaiInstant(from), to: shanghaiInstant(addDays(to, 1)) };
  const activities = await store.readDated(reader, id, time);
  const today = shanghaiDate(input.now);
  const items = entries.map((entry) => ({
    ...entry,
    daysLeft: daysBetween(today, entry.day),
    activities: activities
      .filter((one) => rules.belongsTo(entry, one))
      .map(({ themes: _themes, state, ...one }) => ({ ...one, stateName: stateNames[state as 'draft'] })),
  }));
  return { year: input.year, items: items.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}
