import { isSignedIn, type Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import { refuse } from '#shared/refusal';
import { audit } from '#kernel/audit';
import { beginMatter, type Birth, type Outcome } from '#kernel/workflow';
import type { Method, Values } from '#kernel-contract/workflow';
import type { Tx } from '#platform/database';
import { listSpots, placeNames, requireOwner, type AreaNode, type AreaTree } from '#modules/areas';
import { attachFiles } from '#modules/files';
import { readPhone } from '#modules/people';
import type { MattersContext } from '../list/service.ts';
import { channelNames, type NewMatter } from '../contract.ts';
import { continueMatter } from '../act/service.ts';
import { followOutcome } from '../follow/service.ts';
import { newTraceCode, requireMethod, type Random } from '../start/service.ts';
import { performerOf, surroundingsOf } from '../scope/service.ts';
import { doneEarlier } from '../rules.ts';
import { filesIn, whereabouts, type PlaceValue } from './rules.ts';

/** `isPartner`: another system brings it, and nobody in this one is its reporter. */
type Report = { areaId: string; matter: NewMatter; random: Random; isPartner?: boolean };

/**
 * Begins a matter of a method in an area. Refused when the method is unknown or not adopted there, when the place lies in
 * another area, and as the engine refuses the form. Source: F33, F39, F52, C73.
 */
export async function reportMatter(tx: Tx, context: MattersContext, actor: Actor, input: Report): Promise<Outcome> {
  const area = requireOwner(context.tree, input.areaId);
  const method = requireMethod(context, area, input.matter.method);
  const place = placeOf(context, actor, area, { method, form: input.matter.form as Values });
  const channel = input.isPartner ? 'partner' : channelOf(context, actor, area, input.matter);
  const birth: Birth = {
    ...place,
    areaId: area.id,
    areaCode: area.code ?? area.id.slice(-12),
    traceCode: newTraceCode(area, input.random),
    ...(input.isPartner ? nobody : reporterOf(actor, input.matter)),
    householdId: actor.householdId,
    channel,
    parentId: null,
  };
  const form = withPlace(
    context,
    method,
    await withPhone(tx, context, actor, { areaId: area.id, method, matter: input.matter }),
  );
  const earlier = doneEarlier(input.matter.madeAgoSeconds, tx.now);
  const outcome = await begin(tx, context, actor, { method, birth, form, action: input.matter.action, earlier });
  audit(tx, actor, {
    areaId: area.id,
    act: 'matter.begin',
    subject: outcome.row.number,
    detail: { method: method.id, channel },
  });
  return outcome;
}

/** Reports, and does at once what the same person may do next (即办). */
export async function reportAndContinue(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: Report,
): Promise<Outcome> {
  const outcome = await reportMatter(tx, context, actor, input);
  return continueMatter(tx, context, actor, outcome, input.matter.then ?? []);
}

type Beginning = {
  method: Method;
  birth: Birth;
  form: Values;
  action?: string | undefined;
  earlier: { remark?: string };
};

async function begin(tx: Tx, context: MattersContext, actor: Actor, beginning: Beginning): Promise<Outcome> {
  const { method, birth, form, action, earlier } = beginning;
  const performer = { ...performerOf(context, actor, null, birth.gridId ?? birth.areaId), ...earlier };
  if (birth.channel === 'partner') {
    performer.title = channelNames.partner;
    performer.keys.push('partner');
  } else if (isSignedIn(actor)) performer.keys.push('reporter');
  const event = { type: 'begin' as const, form, ...(action ? { action } : {}) };
  const outcome = await beginMatter(tx, { method, performer, event, birth, surroundings: surroundingsOf(context) });
  await attachFiles(tx, actor, {
    areaId: birth.areaId,
    ids: filesIn(method, form),
    subject: `matter:${outcome.row.number}`,
  });
  return followOutcome(tx, context, actor, { outcome, method });
}

/** The one estate of the area that somebody acts for: who sits on its committee is not asked which estate is meant. */
function ownEstate(context: MattersContext, actor: Actor, area: AreaNode): AreaNode | undefined {
  const held = new Set(actor.grants.map(({ areaId }) => areaId));
  const estates = context.tree.under(area.id, 'estate').filter(({ id }) => held.has(id));
  return estates.length === 1 ? estates[0] : undefined;
}

/** The place filled in the form, as grid, estate and building of the area. Refused when it lies elsewhere. */
function placeOf(
  context: MattersContext,
  actor: Actor,
  area: AreaNode,
  { method, form }: { method: Method; form: Values },
): Pick<Birth, 'gridId' | 'estateId' | 'buildingId'> {
  const value = method.present.place ? (form[method.present.place] as PlaceValue | undefined) : undefined;
  const named = value?.areaId ? context.tree.get(value.areaId) : undefined;
  const node = named ?? (value?.areaId || method.level !== 'estate' ? undefined : ownEstate(context, actor, area));
  if (value?.areaId && (!node || context.tree.ownerOf(node.id) !== area.id)) {
    refuse({
      code: 'place.other-area',
      status: 422,
      zh: `这个地点不在${area.name}。请重新选一个本社区的地点。`,
      en: 'The place lies in another area.',
      ...(method.present.place ? { fields: { [method.present.place]: '不在本社区' } } : {}),
    });
  }
  return whereabouts(node ? { ...node, estateId: node.details.estateId } : null, (level) =>
    node ? context.tree.ancestorAt(node.id, level)?.id : undefined,
  );
}

function channelOf(context: MattersContext, actor: Actor, area: AreaNode, matter: NewMatter): Birth['channel'] {
  const registrar =
    context.may(actor, 'matter.register', area.id) ||
    actor.grants.some((grant) => context.tree.covers(area.id, grant.areaId));
  if ((matter.channel || matter.onBehalfOf) && !registrar) {
    refuse({
      code: 'matter.not-registrar',
      status: 403,
      zh: '替别人登记要由网格员、楼栋长或社区来做。您可以用自己的名义反映。',
      en: 'Only staff may register a matter for somebody else.',
    });
  }
  if (matter.channel) return matter.channel;
  const roles = actor.grants
    .filter((grant) => context.tree.covers(area.id, grant.areaId) || context.tree.covers(grant.areaId, area.id))
    .map((grant) => grant.role);
  if (roles.includes('grid-worker')) return 'grid-worker';
  if (roles.includes('building-head')) return 'building-head';
  if (roles.length > 0 && registrar) return 'community';
  return actor.householdId && actor.id !== actor.personId ? 'card' : 'resident';
}

const nobody: Pick<Birth, 'reporterId' | 'reporterName' | 'registeredBy'> = {
  reporterId: null,
  reporterName: null,
  registeredBy: null,
};

function reporterOf(actor: Actor, matter: NewMatter): Pick<Birth, 'reporterId' | 'reporterName' | 'registeredBy'> {
  if (matter.onBehalfOf)
    return { reporterId: null, reporterName: maskName(matter.onBehalfOf.name), registeredBy: actor.id };
  if (!isSignedIn(actor)) return nobody;
  return { reporterId: actor.id, reporterName: maskName(actor.name), registeredBy: null };
}

/** The telephone of the person spoken for, or the one kept for the reporter, goes into the method's own field. */
async function withPhone(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  given: { areaId: string; method: Method; matter: NewMatter },
): Promise<Values> {
  const form = { ...(given.matter.form as Values) };
  const field = Object.values(given.method.fields).find((one) => one.type === 'phone');
  if (!field || form[field.id]) return form;
  const own = actor.personId && !given.matter.onBehalfOf;
  const phone = own
    ? await readPhone(tx, context, { areaId: given.areaId, personId: actor.personId as string })
    : given.matter.onBehalfOf?.phone;
  return phone ? { ...form, [field.id]: phone } : form;
}

/**
 * Names the building and the estate (or the lamp-post) of the place filled in, from the tree and from nowhere else: the
 * public face ends there.
 */
function withPlace(context: MattersContext, method: Method, form: Values): Values {
  const id = method.present.place;
  const value = id ? (form[id] as (PlaceValue & { building?: unknown; estate?: unknown }) | undefined) : undefined;
  if (!id || typeof value !== 'object' || value === null || Array.isArray(value)) return form;
  const { building: _building, estate: _estate, ...said } = value;
  return { ...form, [id]: { ...said, ...(said.areaId ? namesOf(context.tree, said.areaId, said.spot) : {}) } };
}

function namesOf(tree: AreaTree, areaId: string, spot: string | undefined): { building?: string; estate?: string } {
  const lampPost = spot ? listSpots(tree, areaId, spot).find((one) => one.kind === 'lamp-post') : undefined;
  return { ...(lampPost ? { building: lampPost.label } : {}), ...placeNames(tree, areaId) };
}
