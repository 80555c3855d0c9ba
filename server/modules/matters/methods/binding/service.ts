import type { z } from 'zod';
import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { adoptMethod } from '#kernel/workflow/shelf';
import {
  bindableOf,
  bindMethod,
  floorName,
  loweredBy,
  loweredName,
  readBindings,
  type Binding,
} from '#kernel/workflow/shelf/binding';
import type { Json, Method } from '#kernel-contract/workflow';
import { requireOwner, type AreaNode } from '#modules/areas';
import { refuse } from '#shared/refusal';
import type { MattersContext } from '../../list/service.ts';
import type { BindingPage, BindMethod } from './contract.ts';

type Page = z.infer<typeof BindingPage>;

const mayBind = (area: AreaNode): boolean => ['city', 'district', 'street'].includes(area.level);

function methodHere(context: MattersContext, area: AreaNode, id: string): Method {
  const original = context.shelf.original(id);
  if (!original)
    return refuse({ code: 'method.unknown', status: 404, zh: '没有这个工作法。', en: 'There is no such method.' });
  return context.shelf.inForce(area.path, id) ?? original.method;
}

/** What the areas above ask of a method here, whether it keeps to it, and for an area above how those below stand. */
export async function readBindingPage(
  reader: Reader,
  context: MattersContext,
  input: { areaId: string; method: string },
): Promise<Page> {
  const area = requireOwner(context.tree, input.areaId);
  const method = methodHere(context, area, input.method);
  const bindings = await readBindings(reader, area.path, method.id);
  const own = bindings.find((binding) => binding.areaId === area.id);
  const communities = mayBind(area) ? context.tree.under(area.id, 'community') : [];
  return {
    bindings: bindings.map((binding) => boundBy(context, area, method, binding)),
    lowered: loweredBy(method, bindings).map((lowered) => loweredName(lowered, method)),
    bindable: mayBind(area) ? bindableOf(method) : [],
    below: own ? communities.flatMap((community) => standingOf(context, community, method.id, own)) : [],
    communities: communities.length,
  };
}

function boundBy(context: MattersContext, area: AreaNode, method: Method, binding: Binding): Page['bindings'][number] {
  return {
    areaId: binding.areaId,
    areaName: context.tree.get(binding.areaId)?.name ?? '上级',
    required: binding.required,
    reason: binding.reason,
    byName: binding.boundByName,
    at: binding.boundAt,
    floors: binding.floors.map((floor) => ({
      place: floor.place,
      rule: floor.rule,
      value: floor.value,
      words: floorName(floor, method),
    })),
    own: binding.areaId === area.id,
  };
}

/** A community that does not keep to what is asked, and why. */
function standingOf(context: MattersContext, community: AreaNode, id: string, binding: Binding): Page['below'] {
  const method = context.shelf.inForce(community.path, id);
  const why = method
    ? loweredBy(method, [binding]).map((lowered) => loweredName(lowered, method))
    : binding.required
      ? ['还没有采用']
      : [];
  const street = context.tree.ancestorAt(community.id, 'street')?.name ?? '';
  return why.length > 0 ? [{ areaId: community.id, name: community.name, street, why }] : [];
}

/**
 * Binds the communities below an area to a method: that they use it, and what their versions may not lower. A method that
 * must be used is adopted by the area itself where it has not been, so that it is in force everywhere below. Refused for a
 * community. Source: METHODS 2 “Adoption”, issue 3.
 */
export async function bindFor(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; method: string; wanted: z.infer<typeof BindMethod> },
): Promise<Page> {
  const area = requireOwner(context.tree, input.areaId);
  if (!mayBind(area))
    refuse({
      code: 'method.bind-level',
      status: 422,
      zh: '对下面提要求的是街道、区县和市。社区直接改自己的版本就行。',
      en: 'Only a street, a district or a city binds those below it.',
    });
  const method = methodHere(context, area, input.method);
  const { required, reason, floors } = input.wanted;
  await bindMethod(tx, {
    areaId: area.id,
    method,
    required,
    reason,
    floors: floors.map((floor) => ({ ...floor, value: floor.value as Json })),
    by: { id: actor.id, name: actor.name },
  });
  if (required && !context.shelf.inForce(area.path, method.id))
    await adoptMethod(tx, context.shelf, {
      areaId: area.id,
      method: method.id,
      settings: {},
      adoptedFrom: null,
      by: actor.id,
    });
  audit(tx, actor, {
    areaId: area.id,
    act: 'method.bind',
    subject: method.id,
    detail: { required, floors: floors.map(({ place, rule }) => `${place} ${rule}`) },
  });
  return readBindingPage(tx, context, input);
}
