import type { Reader, Tx } from '#platform/database';
import { requireArea, type AreaNode } from '#modules/areas';
import { countActivitiesBetween } from '#modules/activities';
import { addDays, daysBetween, shanghaiDate, shanghaiInstant } from '#shared/time';
import { channelNames } from '../contract.ts';
import type { Screen } from './contract.ts';
import { figuresOf } from '../figures/service.ts';
import type { MattersContext } from '../list/service.ts';
import { periodOf } from '../rules.ts';
import { sumRollups, type Rollup } from './rules.ts';
import * as store from './store.ts';

const keptDays = 800;

/** Works `matters.changed`: one recomputation for all changes of the area that are there by now. */
export async function followChanges(tx: Tx, areaId: string): Promise<void> {
  await store.takeChanges(tx, areaId);
  await refreshRollup(tx, areaId, tx.now);
}

/** Recomputes what one area shows of itself. Safe to repeat; an older computation never replaces a newer one. */
export async function refreshRollup(reader: Reader, areaId: string, now: Date): Promise<void> {
  const [count, days] = await Promise.all([
    store.countArea(reader, areaId, now),
    store.countDays(reader, areaId, addDays(shanghaiDate(now), -keptDays)),
  ]);
  const rollup: Rollup = { ...count, days };
  await store.keepRollup(reader, areaId, 'matters', now, rollup);
}

type Wanted = { areaId: string; period: 'today' | 'week' | 'month' | 'year'; now: Date };

/** The wall of a city, a district or a street: figures from the roll-ups of its communities. Source: C79, K29. */
export async function readScreen(reader: Reader, context: MattersContext, wanted: Wanted): Promise<Screen> {
  const { tree, shelf } = context;
  const area = requireArea(tree, wanted.areaId);
  const areaIds = tree.under(area.id, 'community').map((node) => node.id);
  const period = periodOf(wanted.period, wanted.now);
  const begun = { areaIds, from: shanghaiInstant(period.from), to: shanghaiInstant(period.to) };
  const [rollups, latest, happening, happened, figures] = await Promise.all([
    store.readRollups<Rollup>(reader, areaIds, 'matters'),
    store.readLatest(reader, areaIds, wanted.now, 5),
    store.readHappening(reader, areaIds, 6),
    countActivitiesBetween(reader, begun),
    readStepFigures(reader, context, { areaIds, period: wanted.period, from: period.from, to: period.to }),
  ]);
  const byArea = new Map(rollups.map((one) => [one.areaId, one.figures]));
  const { channels, onTime: _, ...totals } = sumRollups([...byArea.values()], period);
  const hashes = latest.map((row) => row.definitionHash);
  await shelf.need(reader, hashes);
  const counted = rollups.map((one) => one.at).sort();
  return {
    areaId: area.id,
    name: area.name,
    at: counted.at(-1) ?? wanted.now.toISOString(),
    period: wanted.period,
    from: period.from,
    to: addDays(period.to, -1),
    ...totals,
    ...happened,
    ...figures,
    channels: channels.map(({ channel, count }) => ({ channel, name: nameOfChannel(channel), count })),
    districts: districtsOf(context, area, byArea, period),
    latest: latest.map((row) => lateOne(context, row, wanted.now)),
    happening: happening.map((row) => ({
      at: row.at,
      areaName: tree.get(row.areaId)?.name ?? '',
      text: `${row.status === 'open' ? '在办' : '办结'}：${row.category ?? row.title}`,
    })),
  };
}

function nameOfChannel(channel: string): string {
  return channelNames[channel as keyof typeof channelNames] ?? channel;
}

function lateOne(context: MattersContext, row: store.LateRow, now: Date): Screen['latest'][number] {
  const { areaId, number, title } = row;
  const lastDay = shanghaiDate(new Date(row.dueAt).getTime() - 1);
  return {
    areaId,
    number,
    title,
    place: placeName(context, row),
    days: Math.max(1, daysBetween(lastDay, shanghaiDate(now))),
  };
}

/** Time per step of the method most matters go through; of this month while only today is shown. */
async function readStepFigures(
  reader: Reader,
  context: MattersContext,
  span: { areaIds: string[]; period: Wanted['period']; from: string; to: string },
): Promise<Pick<Screen, 'method' | 'steps'>> {
  const { areaIds } = span;
  const from = span.period === 'today' ? `${span.from.slice(0, 8)}01` : span.from;
  const begun = { areaIds, from: shanghaiInstant(from), to: shanghaiInstant(span.to) };
  const method = context.shelf.original((await store.findMostUsed(reader, begun)) ?? '')?.method;
  if (!method) return { method: null, steps: [] };
  const { steps } = await figuresOf(reader, context, { areaIds, method: method.id, from, to: addDays(span.to, -1) });
  return { method: { id: method.id, name: method.name }, steps };
}

function placeName(context: MattersContext, row: store.LateRow): string {
  const area = context.tree.get(row.areaId);
  const district = context.tree.ancestorAt(row.areaId, 'district');
  const step = context.shelf.known(row.definitionHash)?.steps.find((one) => one.id === row.step)?.label.zh ?? '';
  return `${district?.name ?? ''} ${area?.name ?? ''} · ${step}`;
}

type Drawn = { polygon?: [number, number][]; labelAt?: [number, number]; dot?: [number, number] };

function districtsOf(
  context: MattersContext,
  area: AreaNode,
  byArea: Map<string, Rollup>,
  period: { from: string; to: string; before: string },
): Screen['districts'] {
  const districts = area.level === 'city' ? context.tree.children(area.id) : [area];
  return districts.map((district) => {
    const drawn = district.details as Drawn;
    const communities = context.tree.under(district.id, 'community');
    const totals = sumRollups(
      communities.map((node) => byArea.get(node.id)).filter((one) => one !== undefined),
      period,
    );
    return {
      id: district.id,
      name: district.name,
      polygon: drawn.polygon ?? [],
      labelAt: drawn.labelAt ?? [0, 0],
      open: totals.open,
      late: totals.late,
      ended: totals.closed,
      onTime: totals.onTime,
      communities: communities.map((node) => ({
        id: node.id,
        name: node.name,
        dot: (node.details as Drawn).dot ?? [0, 0],
        open: byArea.get(node.id)?.open ?? 0,
        late: byArea.get(node.id)?.late ?? 0,
      })),
    };
  });
}
