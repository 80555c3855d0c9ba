import type { Tx } from '#platform/database';
import { insertReplayed, replayMatter, type PastEvent, type Replayed } from '#kernel/workflow/replay';
import type { MatterRow, Performer, Surroundings } from '#kernel/workflow';
import type { Method, Values } from '#kernel-contract/workflow';
import type { Actor } from '#shared/actor';
import { placeNames } from '#modules/areas';
import type { MattersContext } from '#modules/matters/list';
import { performerOf, surroundingsOf } from '#modules/matters/scope';
import type { CommunityCast, MatterPlan, PlanAct, PlanPlace } from '../contract.ts';
import { buildingPoint, estatePoint } from '../ground.ts';
import { buildingKey, estateKey, gridKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

export type Loading = { context: MattersContext; one: CommunityCast; known: Known; until: Date };

/**
 * Turns the plans of one community into matters, by the engine itself: what a plan does not allow for, the engine refuses,
 * and the demo city does not load.
 */
export async function loadMatters(tx: Tx, loading: Loading, plans: MatterPlan[]): Promise<number> {
  const areaId = demoId(loading.one.community.code);
  const ordered = plans.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
  const numbers = numberPlans(ordered);
  const surroundings = surroundingsFor(loading);
  const replayed: Replayed[] = [];
  for (const [i, plan] of ordered.entries()) {
    replayed.push(await replayPlan(tx, loading, { plan, numbers, surroundings }));
    // Whoever looks at the app meanwhile gets an answer.
    if (i % 10 === 9) await new Promise((next) => setImmediate(next));
  }
  await insertReplayed(tx, areaId, replayed);
  return replayed.length;
}

/** Numbers as they would have been taken: in the order of creation, from 1 in each year. */
function numberPlans(plans: MatterPlan[]): Map<string, { last: number; year: string }> {
  const last = new Map<string, number>();
  return new Map(
    plans.map((plan) => {
      const year = new Date(Date.parse(plan.createdAt) + 8 * 3_600_000).toISOString().slice(0, 4);
      last.set(year, (last.get(year) ?? 0) + 1);
      return [plan.key, { last: last.get(year) ?? 0, year }];
    }),
  );
}

type Numbers = Map<string, { last: number; year: string }>;

async function replayPlan(
  tx: Tx,
  loading: Loading,
  planned: { plan: MatterPlan; numbers: Numbers; surroundings: Surroundings },
): Promise<Replayed> {
  const { context, one, until } = loading;
  const { plan } = planned;
  const area = context.tree.get(demoId(one.community.code));
  const method = area ? context.shelf.inForce(area.path, plan.method) : null;
  if (!area || !method) throw new Error(`${plan.key}: ${plan.method} is not adopted`);
  const reporterId = plan.reporter ? (loading.known.users.get(plan.reporter) ?? null) : null;
  const byId = loading.known.users.get(plan.by) ?? null;
  const birth = {
    areaId: area.id,
    areaCode: area.code ?? '',
    traceCode: traceCode(one.community.letters, plan.key),
    ...whereabouts(one, plan.place),
    reporterId,
    reporterName: reporterName(loading, plan),
    registeredBy: reporterId === byId ? null : byId,
    householdId: null,
    channel: plan.channel,
    parentId: null,
  };
  const events = plan.acts.map((act) => pastEvent(loading, planned, act));
  const first: PastEvent = {
    at: plan.createdAt,
    event: { type: 'begin', form: formOf(loading, plan.form, plan.place) },
    by: () => withKey(performer(loading, plan.by, null, birth.gridId ?? area.id), 'reporter'),
  };
  try {
    return replayMatter({
      method: await sameMethod(tx, context, method),
      birth,
      id: demoId(`matter/${plan.key}`, Date.parse(plan.createdAt)),
      last: planned.numbers.get(plan.key)?.last ?? 0,
      events: [first, ...events],
      until,
      surroundings: planned.surroundings,
    });
  } catch (error) {
    throw new Error(
      `${plan.key} ${plan.case} (${plan.acts.map((act) => (act.type === 'act' ? act.action : act.type)).join(' ')}): ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** The surroundings of a matter, with the names of people who are being loaded in the same transaction. */
function surroundingsFor({ context, known }: Loading): Surroundings {
  const names = new Map([...known.users].map(([key, id]) => [`user:${id}`, known.names.get(key) ?? null]));
  return { ...surroundingsOf(context), nameOf: (key) => names.get(key) ?? null };
}

function sameMethod(tx: Tx, context: MattersContext, method: Method): Promise<Method> {
  return context.shelf.byHash(tx, method.hash);
}

function withKey(one: Performer, key: string): Performer {
  return one.keys.includes(key) ? one : { ...one, keys: [...one.keys, key] };
}

function reporterName(loading: Loading, plan: MatterPlan): string | null {
  const name = plan.onBehalfOf?.name ?? personName(loading, plan.reporter);
  return name ? `${name.slice(0, 1)}**` : null;
}

function personName(loading: Loading, key: string | null): string | null {
  return key ? (loading.known.names.get(key) ?? null) : null;
}

function whereabouts(
  one: CommunityCast,
  place: PlanPlace,
): { gridId: string; estateId: string; buildingId: string | null } {
  return {
    gridId: demoId(gridKey(one.community, place.grid)),
    estateId: demoId(estateKey(one.community, place.estate)),
    buildingId: place.building ? demoId(buildingKey(one.community, place.estate, place.building)) : null,
  };
}

function pastEvent(loading: Loading, planned: { numbers: Numbers }, act: PlanAct): PastEvent {
  const by = (row: MatterRow | null): Performer => performer(loading, act.by, row, demoId(loading.one.community.code));
  const reason = 'reason' in act && act.reason ? { reason: act.reason } : {};
  if (act.type === 'act')
    return {
      at: act.at,
      by,
      event: { type: 'act', action: act.action, form: formOf(loading, act.form, null), ...reason },
    };
  if (act.type === 'merge') {
    const into = planned.numbers.get(act.into);
    return {
      at: act.at,
      by,
      event: {
        type: 'merge',
        into: into ? `${loading.one.community.code}-${into.year}-${String(into.last).padStart(6, '0')}` : '',
        ...reason,
      },
    };
  }
  return {
    at: act.at,
    by,
    event: { type: 'office', verb: act.verb as 'remind', ...reason, ...(act.until ? { until: act.until } : {}) },
  };
}

/** Somebody as she stands to the matter: her roles over it, and whether she reported it. */
function performer(loading: Loading, key: string, row: MatterRow | null, areaId: string): Performer {
  const id = loading.known.users.get(key);
  if (!id) throw new Error(`nobody is loaded as ${key}`);
  const actor: Actor = {
    id,
    name: loading.known.names.get(key) ?? '',
    grants: loading.known.grants.get(key) ?? [],
    homeAreaId: areaId,
    personId: null,
    householdId: null,
    sessionId: null,
    face: null,
  };
  return performerOf(loading.context, actor, row, row?.gridId ?? areaId);
}

/** A planned form with people as user ids and pictures as drawings. */
function formOf(loading: Loading, form: MatterPlan['form'], place: PlanPlace | null): Values {
  const filled = Object.entries(form).map(([id, value]) => {
    if (typeof value === 'string' && value.startsWith('user:'))
      return [id, `user:${loading.known.users.get(value.slice(5)) ?? value.slice(5)}`];
    if (Array.isArray(value)) return [id, value.map((one) => `illustration:${one}`)];
    if (place && typeof value === 'object') return [id, placeValue(loading, place, value)];
    return [id, value];
  });
  return Object.fromEntries(filled) as Values;
}

function placeValue({ context, one }: Loading, place: PlanPlace, value: object): object {
  const areaId = demoId(areaKeyOf(one, place));
  const point = pointOf(one, place);
  return { ...value, areaId, ...(point ? { point } : {}), ...placeNames(context.tree, areaId) };
}

function pointOf({ community }: CommunityCast, place: PlanPlace): [number, number] | null {
  const estate = community.estates.find(({ name }) => name === place.estate);
  if (!estate) return null;
  return place.building ? buildingPoint(community, estate, place.building) : estatePoint(community, estate);
}

function areaKeyOf(one: CommunityCast, place: PlanPlace): string {
  return place.building
    ? buildingKey(one.community, place.estate, place.building)
    : estateKey(one.community, place.estate);
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

function traceCode(letters: string, key: string): string {
  const id = demoId(`trace/${key}`).replaceAll('-', '');
  return `${letters}${Array.from({ length: 6 }, (_, i) => alphabet[Number.parseInt(id.slice(14 + i * 2, 16 + i * 2), 16) % alphabet.length]).join('')}`;
}
