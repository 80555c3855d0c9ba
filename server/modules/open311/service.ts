import { anonymous } from '#shared/actor';
import { refuse, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import type { MatterRow } from '#kernel/workflow';
import type { Method, Values } from '#kernel-contract/workflow';
import type { AskedField } from '#contract/matters';
import { keyWrong, useKey } from '#modules/accounts';
import { listSpots, type AreaNode } from '#modules/areas';
import type { MattersContext } from '#modules/matters/list';
import { askFields } from '#modules/matters/detail/asked';
import { reportMatter } from '#modules/matters/report';
import { publicMatter } from '#modules/matters/trace';
import type * as wire from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Random = (bytes: number) => Uint8Array;

/** One service: a category of a method in force. */
type Offer = { service: wire.Service; method: Method; category: string; attributes: wire.Attribute[] };

/** The value, or the refusal a rule answered instead. */
function need<T>(value: T | Refusal): T {
  return rules.isRefusal(value) ? refuse(value) : (value as T);
}

const owning = ['city', 'district', 'street', 'community'] as const;

/** The area a request speaks of. Refused for an unknown code, and without one where there are several communities. */
function jurisdictionOf({ tree }: MattersContext, code: string | undefined): AreaNode {
  if (code) {
    const node = tree.byCode(code);
    return node && owning.some((level) => level === node.level) ? node : refuse(rules.jurisdictionUnknown);
  }
  const communities = tree.all().filter((node) => node.level === 'community');
  return (communities.length === 1 ? communities[0] : undefined) ?? refuse(rules.jurisdictionMissing);
}

/** Every service of a jurisdiction, each once: those of its communities together. */
function offersIn(context: MattersContext, area: AreaNode, now: Date): Map<string, Offer> {
  const methods = new Map<string, Method>();
  for (const community of context.tree.under(area.id, 'community'))
    for (const { method } of context.shelf.originals()) {
      const inForce = context.shelf.inForce(community.path, method.id);
      if (inForce && rules.isOffered(inForce)) methods.set(inForce.hash, inForce);
    }
  const offers = new Map<string, Offer>();
  for (const method of methods.values())
    for (const offer of offersOf(context, method, now))
      if (!offers.has(offer.service.service_code)) offers.set(offer.service.service_code, offer);
  return offers;
}

function offersOf(context: MattersContext, method: Method, now: Date): Offer[] {
  const asked: AskedField[] = askFields(context, method, null, method.steps[0]?.forms ?? [], now);
  const attributes = rules.attributesOf(method, asked);
  if (!attributes) return [];
  const words = asked.find((field) => field.id === method.present.category)?.of ?? [];
  return words.map(({ value: category }) => ({
    service: rules.serviceOf(method, category),
    method,
    category,
    attributes,
  }));
}

type Asked = { jurisdiction: string | undefined; now: Date };

export function listServices(context: MattersContext, asked: Asked): wire.Service[] {
  const area = jurisdictionOf(context, asked.jurisdiction);
  return [...offersIn(context, area, asked.now).values()].map((offer) => offer.service);
}

/** What a service asks. Refused when there is no such service in the jurisdiction. */
export function readDefinition(context: MattersContext, asked: Asked & { code: string }): wire.ServiceDefinition {
  const area = jurisdictionOf(context, asked.jurisdiction);
  const offer = offersIn(context, area, asked.now).get(asked.code) ?? refuse(rules.serviceUnknown);
  return { service_code: asked.code, attributes: offer.attributes };
}

/**
 * Files a request for another system, with no reporter. Refused without a key good for the community, for a service that is
 * not offered there, without a place, and as the method's form refuses. Source: GeoReport v2 “POST Service Request”.
 */
export async function createRequest(
  tx: Tx,
  context: MattersContext,
  input: { request: wire.NewRequest; jurisdiction: string | undefined; random: Random },
): Promise<wire.Created> {
  const { request, random } = input;
  const key = rules.textOf(request, 'api_key') ?? refuse(keyWrong);
  const area = jurisdictionOf(context, rules.textOf(request, 'jurisdiction_id') ?? input.jurisdiction);
  const community = communityOf(context, area, rules.textOf(request, 'address_id'));
  const partner = await useKey(tx, context.tree, { areaId: community.id, key });
  const code = rules.textOf(request, 'service_code') ?? refuse(rules.serviceMissing);
  const offer = offersIn(context, community, tx.now).get(code) ?? refuse(rules.serviceUnknown);
  const actor = { ...anonymous, id: `partner:${partner.id}`, name: partner.name };
  const form = formOf(context, community, offer, request);
  const matter = { method: offer.method.id, form };
  const { row } = await reportMatter(tx, context, actor, { areaId: community.id, matter, random, isPartner: true });
  const notice = offer.method.present.promise?.zh ?? '';
  return { service_request_id: row.traceCode, service_notice: notice, account_id: null };
}

/** The one community a request is for: the jurisdiction itself, or that of the address it names. */
function communityOf({ tree }: MattersContext, area: AreaNode, addressId: string | undefined): AreaNode {
  if (area.level === 'community') return area;
  const spot = addressId ? (tree.get(addressId) ?? tree.byCode(addressId)) : undefined;
  const owner = spot ? tree.get(tree.ownerOf(spot.id)) : undefined;
  if (owner?.level === 'community' && tree.covers(area.id, owner.id)) return owner;
  const communities = tree.under(area.id, 'community');
  return (communities.length === 1 ? communities[0] : undefined) ?? refuse(rules.jurisdictionMissing);
}

function formOf(context: MattersContext, community: AreaNode, offer: Offer, request: wire.NewRequest): Values {
  const { method, category, attributes } = offer;
  const form: Values = { ...need(rules.answersOf(attributes, request)) };
  const { present } = method;
  const words = present.title;
  const said = [rules.textOf(request, 'description'), rules.textOf(request, 'media_url')].filter(Boolean).join('\n');
  if (words && said && form[words] === undefined && attributes.some((one) => one.code === words)) form[words] = said;
  const asked = method.steps[0]?.forms.flatMap((id) => method.forms[id]?.fields ?? []) ?? [];
  const telephone = rules.textOf(request, 'phone');
  const phoneField = asked.find((field) => field.type === 'phone');
  if (telephone && phoneField) form[phoneField.id] = telephone;
  const placeField = asked.find((field) => field.id === present.place);
  if (placeField) {
    const place = placeOf(context, community, request);
    if (place) form[placeField.id] = place;
    else if (!placeField.optional) refuse(rules.placeMissing);
  }
  return { ...form, ...(present.category ? { [present.category]: category } : {}) };
}

function placeOf(context: MattersContext, community: AreaNode, request: wire.NewRequest): Values | null {
  const point = need(rules.pointOf(request));
  const spot = spotOf(context, community, rules.textOf(request, 'address_id'));
  const label = rules.textOf(request, 'address_string') ?? spot?.label ?? point?.toReversed().join(', ');
  if (!label) return null;
  return { label, ...(point ? { point } : {}), ...spot?.at };
}

/** The building, estate or lamp-post of the community that an `address_id` names by id or code. */
function spotOf({ tree }: MattersContext, community: AreaNode, id: string | undefined) {
  const node = id ? (tree.get(id) ?? tree.byCode(id)) : undefined;
  if (node && tree.ownerOf(node.id) === community.id) return { label: node.name, at: { areaId: node.id } };
  const post = id ? listSpots(tree, community.id, id).find((one) => one.code === id) : undefined;
  return post ? { label: post.label, at: { areaId: post.areaId, spot: id ?? '' } } : undefined;
}

type Reading = { query: wire.RequestsQuery; now: Date; origin: string };

/** Requests by id, or made in a time: what their methods show in public, the latest first, at most 1,000. */
export async function listRequests(
  reader: Reader,
  context: MattersContext,
  { query, now, origin }: Reading,
): Promise<wire.ServiceRequest[]> {
  const ids = rules.listOf(query.service_request_id);
  if (ids.length > 0) return readByIds(reader, context, { ids, jurisdiction: query.jurisdiction_id, origin });
  const area = jurisdictionOf(context, query.jurisdiction_id);
  const window = need(rules.windowOf({ start: query.start_date, end: query.end_date }, now));
  const rows = await store.readShown(reader, {
    areaIds: owning.flatMap((level) => context.tree.under(area.id, level).map((node) => node.id)),
    ...window,
    status: need(rules.statusOf(query.status)),
    services: servicesAsked(context, area, rules.listOf(query.service_code), now),
    limit: rules.requestsMost,
  });
  return toRequests(reader, context, rows, origin);
}

function servicesAsked(context: MattersContext, area: AreaNode, codes: string[], now: Date): store.Wanted['services'] {
  if (codes.length === 0) return null;
  const offers = offersIn(context, area, now);
  const asked = codes.map((code) => offers.get(code) ?? refuse(rules.serviceUnknown));
  return { methods: asked.map((one) => one.method.id), categories: asked.map((one) => one.category) };
}

/** One request. Refused alike when there is none and when it shows nothing in public. */
export async function readRequest(
  reader: Reader,
  context: MattersContext,
  asked: { id: string; jurisdiction: string | undefined; origin: string },
): Promise<wire.ServiceRequest[]> {
  const found = await readByIds(reader, context, { ...asked, ids: [asked.id] });
  return found.length > 0 ? found : refuse(rules.requestUnknown);
}

/** A code names its area by itself, so that only those areas are looked in. */
async function readByIds(
  reader: Reader,
  context: MattersContext,
  asked: { ids: string[]; jurisdiction: string | undefined; origin: string },
): Promise<wire.ServiceRequest[]> {
  const { tree } = context;
  const within = asked.jurisdiction ? jurisdictionOf(context, asked.jurisdiction) : null;
  const codes = asked.ids.map((id) => id.toLowerCase()).slice(0, rules.requestsMost);
  const letters = new Set(codes.map((code) => code.slice(0, 4)));
  const areaIds = [...letters]
    .map((each) => tree.byLetters(each))
    .filter((area) => area !== undefined && (!within || tree.covers(within.id, area.id)))
    .map((area) => area?.id ?? '');
  if (areaIds.length === 0) return [];
  const rows = await store.readShownByCode(reader, { areaIds, codes, limit: rules.requestsMost });
  return toRequests(reader, context, rows, asked.origin);
}

async function toRequests(
  reader: Reader,
  context: MattersContext,
  rows: MatterRow[],
  origin: string,
): Promise<wire.ServiceRequest[]> {
  await context.shelf.need(
    reader,
    rows.map((row) => row.definitionHash),
  );
  return rows.map((row) => {
    const method = context.shelf.known(row.definitionHash);
    if (!method) throw new Error(`definition ${row.definitionHash} was not loaded`);
    return toRequest(context, method, row, origin);
  });
}

/** Built from what the page of the story shows: whatever is not shown there has no way in here. */
function toRequest(context: MattersContext, method: Method, row: MatterRow, origin: string): wire.ServiceRequest {
  const shown = publicMatter(method, row);
  const point = pointIn(row.face.place);
  const picture = shown.before[0] ?? shown.after[0];
  const standing = shown.open ? `${shown.statusName}：${shown.stepName}` : shown.statusName;
  return {
    service_request_id: shown.code,
    status: shown.open ? 'open' : 'closed',
    status_notes: shown.result ? `${standing}。${shown.result}` : standing,
    service_name: shown.category ?? '',
    service_code: rules.serviceCode(method.id, shown.category ?? ''),
    description: shown.title,
    agency_responsible: context.tree.get(row.areaId)?.name ?? '',
    service_notice: null,
    requested_datetime: shown.createdAt,
    // When it came to its present step: what else changes it is not public.
    updated_datetime: shown.closedAt ?? row.enteredAt,
    expected_datetime: shown.dueAt,
    address: shown.place,
    address_id: null,
    zipcode: null,
    lat: point?.[1] ?? null,
    long: point?.[0] ?? null,
    media_url: picture ? `${origin}${picture.full}` : null,
  };
}

function pointIn(place: MatterRow['face']['place']): [number, number] | null {
  if (typeof place !== 'object' || place === null || Array.isArray(place)) return null;
  const { point } = place;
  return Array.isArray(point) && point.length === 2 ? (point as [number, number]) : null;
}
