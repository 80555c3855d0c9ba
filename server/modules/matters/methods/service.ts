import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { diagram, differences as differencesOf, methodCard, settableOf, type Card } from '#kernel/workflow';
import {
  adoptMethod,
  countRunning,
  methodFile,
  planAdoption,
  templateFor,
  type Original,
} from '#kernel/workflow/shelf';
import { readRequired } from '#kernel/workflow/shelf/binding';
import type { Label, Method, Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import { refuse } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { z } from 'zod';
import type { AdoptionPreview, AdoptMethod, MethodPage, MethodSummary } from './contract.ts';
import { figuresOf } from '../figures/service.ts';
import type { MattersContext } from '../list/service.ts';
import { readUse } from './store.ts';

type Summary = z.infer<typeof MethodSummary>;
type Page = z.infer<typeof MethodPage>;

/** Every method of the library, whether an area has adopted it and changed how much, and whether it must. */
export async function listMethods(
  reader: Reader,
  context: MattersContext,
  areaId: string | undefined,
): Promise<Summary[]> {
  const required = areaId ? await readRequired(reader, context.tree.path(areaId)) : [];
  return context.shelf
    .originals()
    .map((original) => ({ ...summaryOf(context, original, areaId), required: required.includes(original.method.id) }));
}

function summaryOf(context: MattersContext, original: Original, areaId: string | undefined): Summary {
  const path = areaId ? context.tree.path(areaId) : [];
  const method = context.shelf.inForce(path, original.method.id) ?? original.method;
  const adoption = context.shelf.adoptionFor(path, original.method.id);
  const nothing: Label = { zh: '', en: '' };
  return {
    id: method.id,
    name: method.name,
    version: method.version,
    source: method.source,
    level: method.level,
    visible: method.visible,
    hash: method.hash,
    icon: method.present.icon ?? 'flow',
    promise: method.present.promise ?? nothing,
    steps: method.steps.filter((step) => step.main).map((step) => step.label),
    adopted: adoption !== null || isUsedBelow(context, original.method.id, areaId),
    changed: adoption ? context.shelf.changesIn(adoption.definitionHash).length : 0,
    required: false,
  };
}

/** Above the community a method counts as adopted where any community below uses it. */
function isUsedBelow(context: MattersContext, id: string, areaId: string | undefined): boolean {
  return areaId !== undefined && context.shelf.adoptionsOf(id).some((row) => context.tree.covers(areaId, row.areaId));
}

/** A method as a page: its steps, diagram, source, what may be set, who uses it and how it goes there. */
export async function readMethod(
  reader: Reader,
  context: MattersContext,
  input: { id: string; areaId: string | undefined; now: Date },
): Promise<Page> {
  const original =
    context.shelf.original(input.id) ??
    refuse({ code: 'method.unknown', status: 404, zh: '没有这个工作法。', en: 'There is no such method.' });
  const path = input.areaId ? context.tree.path(input.areaId) : [];
  const method = context.shelf.inForce(path, input.id) ?? original.method;
  const area = input.areaId ? context.tree.get(input.areaId) : undefined;
  const today = shanghaiDate(input.now);
  const owning = area ? context.tree.under(area.id, 'community').map((node) => node.id) : [];
  const figures =
    owning.length > 0
      ? await figuresOf(reader, context, { areaIds: owning, method: input.id, from: addDays(today, -365), to: today })
      : null;
  const inferred = new Set(original.method.inferred.flatMap((one) => one.paths));
  const card = methodCard(method);
  const template = await templateFor(reader, context.shelf, path, input.id);
  return {
    ...summaryOf(context, original, input.areaId),
    areaName: area?.name ?? '',
    stepRows: card.rows.map(({ limitShort: _short, ending: _ending, ...row }) => ({
      ...row,
      inferred: isInferred(inferred, row.id),
    })),
    reads: card.reads,
    published: card.published,
    objections: card.objections,
    diagram: diagramOf(method, card, inferred),
    quotes: quotesOf(original),
    inferred: original.method.inferred,
    settable: settableOf(template.raw, context.shelf.adoptionFor(path, input.id)?.settings ?? {}, context.shelf.names),
    fixed: original.method.fixed,
    variant: variantOf(context, path, original),
    update: updateOf(context, path, original),
    users: await usersOf(reader, context, input.id),
    figures,
    yaml: methodFile(context.shelf, path, input.id, area?.name ?? ''),
  };
}

/** What the version in force changed against the library's version it was made from. */
function variantOf(context: MattersContext, path: readonly string[], { method }: Original): Page['variant'] {
  const adoption = context.shelf.adoptionFor(path, method.id);
  const kept = adoption ? context.shelf.kept(adoption.definitionHash) : undefined;
  if (!adoption || !kept?.baseHash) return null;
  return {
    areaName: context.tree.get(adoption.areaId)?.name ?? '',
    since: adoption.adoptedAt,
    isFile: Object.keys(adoption.settings).length === 0 || isOwnFile(context, adoption.basedOn),
    changes: context.shelf.changesIn(adoption.definitionHash),
  };
}

const isOwnFile = ({ shelf }: MattersContext, basedOn: string | null | undefined): boolean =>
  typeof basedOn === 'string' && (shelf.kept(basedOn)?.baseHash ?? null) !== null;

/** A newer version of the library than the one in force stands on: it changes nothing until adopted. */
function updateOf({ shelf }: MattersContext, path: readonly string[], { method, source }: Original): Page['update'] {
  const adoption = shelf.adoptionFor(path, method.id);
  const kept = adoption ? shelf.kept(adoption.definitionHash) : undefined;
  if (!kept) return null;
  const base = kept.baseHash === null ? kept : shelf.kept(kept.baseHash);
  if (!base || base.method.hash === method.hash || base.method.version >= method.version) return null;
  return { version: method.version, changes: differencesOf(base.raw, source.raw, shelf.names) };
}

const isInferred = (inferred: Set<string>, step: string): boolean =>
  ['*.within', `${step}.within`, step].some((path) => inferred.has(path));

function diagramOf(method: Method, card: Card, inferred: Set<string>): Page['diagram'] {
  const drawn = diagram(method);
  const rowOf = (id: string): Card['rows'][number] | undefined => card.rows.find((row) => row.id === id);
  return {
    nodes: drawn.nodes.map((node) => ({
      ...node,
      label: node.label.zh,
      who: (rowOf(node.id)?.who ?? '').split('、').slice(0, 2).join(' '),
      limit: rowOf(node.id)?.limitShort ?? '',
      inferred: isInferred(inferred, node.id),
    })),
    edges: drawn.edges.filter((edge) => edge.kind !== 'anytime'),
    anytime: method.anytime.map((action) => ({
      label: action.label.zh,
      to: rowOf(action.routes[0]?.to ?? '')?.label.zh ?? '',
    })),
  };
}

function quotesOf(original: Original): Page['quotes'] {
  const quotes = original.source.raw['quotes'];
  if (!Array.isArray(quotes)) return [];
  return quotes
    .map((quote) => quote as { text?: string; place?: string })
    .map(({ text = '', place = '' }) => ({ text, place }));
}

/** Communities that use a method, with what they have ended in time. */
async function usersOf(reader: Reader, context: MattersContext, id: string): Promise<Page['users']> {
  const adoptions = context.shelf.adoptionsOf(id);
  const counts = await readUse(
    reader,
    adoptions.map((adoption) => adoption.areaId),
    id,
  );
  return adoptions
    .map((adoption) => {
      const area = context.tree.get(adoption.areaId);
      const use = counts.find((one) => one.areaId === adoption.areaId);
      const street = context.tree.ancestorAt(adoption.areaId, 'street');
      return {
        areaId: adoption.areaId,
        name: area?.name ?? '',
        street: street?.name ?? '',
        ended: use?.ended ?? 0,
        onTime: use?.onTime ?? 0,
        changed: context.shelf.changesIn(adoption.definitionHash).length,
        isFile:
          (context.shelf.kept(adoption.definitionHash)?.baseHash ?? null) !== null &&
          Object.keys(adoption.settings).length === 0,
      };
    })
    .sort((a, b) => b.ended - a.ended);
}

type Wanted = z.infer<typeof AdoptMethod>;

const wantedOf = ({ method, settings, file, update }: Wanted): Parameters<typeof planAdoption>[3] => ({
  method,
  settings: settings as Values,
  ...(file === undefined ? {} : { file }),
  ...(update === undefined ? {} : { update }),
});

const nameIn =
  ({ tree }: MattersContext) =>
  (areaId: string): string =>
    tree.get(areaId)?.name ?? '上级';

/** What adopting would change, before it is done. */
export async function previewFor(
  reader: Reader,
  context: MattersContext,
  areaId: string,
  wanted: Wanted,
): Promise<z.infer<typeof AdoptionPreview>> {
  const area = requireOwner(context.tree, areaId);
  const plan = await planAdoption(reader, context.shelf, area.path, wantedOf(wanted), nameIn(context));
  const communities = context.tree.under(area.id, 'community').map((node) => node.id);
  return {
    problems: plan.problems.map(({ path, line, zh, en }) => ({ path, line, zh, en })),
    differences: plan.differences,
    running: await countRunning(reader, communities, wanted.method),
    fileChanged: plan.fileChanged,
  };
}

/** Adopts a method for an area: as it is, with settings, or a file of its own. Running matters keep their version. */
export async function adoptFor(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; wanted: Wanted },
): Promise<Summary> {
  const area = requireOwner(context.tree, input.areaId);
  const { method, settings, from, file } = input.wanted;
  const adoption = { ...wantedOf(input.wanted), areaId: area.id, adoptedFrom: from ?? null, by: actor.id };
  const adopted = await adoptMethod(tx, context.shelf, adoption, { path: area.path, nameOf: nameIn(context) });
  audit(tx, actor, {
    areaId: area.id,
    act: 'method.adopt',
    subject: method,
    detail: { hash: adopted.hash, settings: Object.keys(settings), file: file !== undefined },
  });
  const original = context.shelf.original(method);
  if (!original) throw new Error(`${method} was adopted and is not on the shelf`);
  await context.shelf.byHash(tx, adopted.hash);
  return {
    ...summaryOf(context, original, area.id),
    adopted: true,
    changed: context.shelf.changesIn(adopted.hash).length,
    hash: adopted.hash,
  };
}
