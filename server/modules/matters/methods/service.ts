import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { diagram, settableOf, timeName } from '#kernel/workflow';
import {
  adoptMethod,
  changesAgainstOriginal,
  countRunning,
  previewAdoption,
  type Original,
} from '#kernel/workflow/shelf';
import type { Label, Method, Step, Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import { refuse } from '#shared/refusal';
import { addDays, shanghaiDate } from '#shared/time';
import type { z } from 'zod';
import type { AdoptionPreview, AdoptMethod, MethodPage, MethodSummary } from './contract.ts';
import { actorName } from '../detail/rules.ts';
import { figuresOf } from '../figures/service.ts';
import type { MattersContext } from '../list/service.ts';
import { readUse } from './store.ts';

type Summary = z.infer<typeof MethodSummary>;
type Page = z.infer<typeof MethodPage>;

/** Every method of the library, and whether an area has adopted it and changed how much. */
export function listMethods(context: MattersContext, areaId: string | undefined): Summary[] {
  return context.shelf.originals().map((original) => summaryOf(context, original, areaId));
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
    changed: adoption ? Object.keys(adoption.settings).length : 0,
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
  return {
    ...summaryOf(context, original, input.areaId),
    stepRows: method.steps.map((step) => stepRow(method, step, inferred)),
    diagram: diagramOf(method, inferred),
    quotes: quotesOf(original),
    inferred: original.method.inferred,
    settable: settableOf(
      original.source.raw,
      context.shelf.adoptionFor(path, input.id)?.settings ?? {},
      context.shelf.names,
    ),
    fixed: original.method.fixed,
    variant: variantOf(context, path, original),
    users: await usersOf(reader, context, input.id),
    figures,
    yaml: original.source.text,
  };
}

/** What the area in force changed against the library's file. */
function variantOf(context: MattersContext, path: readonly string[], { method }: Original): Page['variant'] {
  const adoption = context.shelf.adoptionFor(path, method.id);
  if (!adoption || Object.keys(adoption.settings).length === 0) return null;
  return {
    areaName: context.tree.get(adoption.areaId)?.name ?? '',
    since: adoption.adoptedAt,
    changes: changesAgainstOriginal(context.shelf, { method: method.id, settings: adoption.settings }),
  };
}

function stepRow(method: Method, step: Step, inferred: Set<string>): Page['stepRows'][number] {
  const fields = step.forms
    .flatMap((form) => method.forms[form]?.fields ?? [])
    .filter((field) => field.is === undefined);
  return {
    id: step.id,
    label: step.label,
    main: step.main,
    position: step.position,
    who: step.by.map((actor) => actorName(method, actor)).join('、'),
    fills: fields.map((field) => `${field.label.zh}${field.optional ? '（可不填）' : ''}`).join('、'),
    limit: limitWords(step),
    late: step.late.map((rule) => lateWords(method, rule)).join('；'),
    shows: step.shows.flatMap((show) => show.fields.map((id) => method.fields[id]?.label.zh ?? id)).join('、'),
    inferred: ['*.within', `${step.id}.within`, step.id].some((path) => inferred.has(path)),
  };
}

function limitWords(step: Step): string {
  const limit = step.limit;
  if (!limit) return step.kind === 'end' || step.position === 0 ? '' : '随时';
  if (limit.kind === 'unlimited') return '不限';
  if (limit.kind === 'within') return timeName(limit.time).zh;
  if (limit.kind === 'until') return '到约定的日期';
  const groups = new Map<string, string[]>();
  for (const [word, time] of Object.entries(limit.times)) groups.set(time, [...(groups.get(time) ?? []), word]);
  return [
    ...[...groups].map(([time, words]) => `${words.join('、')} ${timeName(time).zh}`),
    `其余 ${timeName(limit.else).zh}`,
  ].join('；');
}

function lateWords(method: Method, rule: Step['late'][number]): string {
  const when = rule.after ? `再过${timeName(rule.after).zh}` : '';
  const told = rule.tell.length > 0 ? `告诉${rule.tell.map((actor) => actorName(method, actor)).join('、')}` : '';
  const to = rule.to ? `转到“${method.steps.find((step) => step.id === rule.to)?.label.zh ?? rule.to}”` : '';
  return `${when}${[told, to].filter(Boolean).join('，')}`;
}

function diagramOf(method: Method, inferred: Set<string>): Page['diagram'] {
  const drawn = diagram(method);
  const stepOf = (id: string): Step | undefined => method.steps.find((one) => one.id === id);
  return {
    nodes: drawn.nodes.map((node) => ({
      ...node,
      label: node.label.zh,
      who: (stepOf(node.id)?.by ?? [])
        .slice(0, 2)
        .map((actor) => actorName(method, actor))
        .join(' '),
      limit: shortLimit(stepOf(node.id)),
      inferred: ['*.within', `${node.id}.within`, node.id].some((path) => inferred.has(path)),
    })),
    edges: drawn.edges.filter((edge) => edge.kind !== 'anytime'),
    anytime: method.anytime.map((action) => ({
      label: action.label.zh,
      to: stepOf(action.routes[0]?.to ?? '')?.label.zh ?? '',
    })),
  };
}

function shortLimit(step: Step | undefined): string {
  if (step?.limit?.kind !== 'by-choice') return step ? limitWords(step) : '';
  const counts = [
    ...new Set([...Object.values(step.limit.times), step.limit.else].map((time) => time.split(' ')[0])),
  ].sort();
  return `${counts.join('/')} ${timeName(step.limit.else).zh.replace(/^\d+\s*个?/, '')}`;
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
        changed: Object.keys(adoption.settings).length,
      };
    })
    .sort((a, b) => b.ended - a.ended);
}

type Wanted = z.infer<typeof AdoptMethod>;

/** What adopting with these settings would change, before it is done. */
export async function previewFor(
  reader: Reader,
  context: MattersContext,
  areaId: string,
  wanted: Wanted,
): Promise<z.infer<typeof AdoptionPreview>> {
  const area = requireOwner(context.tree, areaId);
  const preview = previewAdoption(context.shelf, area.path, {
    method: wanted.method,
    settings: wanted.settings as Values,
  });
  const communities = context.tree.under(area.id, 'community').map((node) => node.id);
  const running = await countRunning(reader, communities, wanted.method);
  return {
    problems: preview.problems.map(({ path, zh, en }) => ({ path, zh, en })),
    differences: preview.differences,
    running,
  };
}

/** Adopts a method for an area, copied and changed where it may be. Running matters keep their version. */
export async function adoptFor(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; wanted: Wanted },
): Promise<Summary> {
  const area = requireOwner(context.tree, input.areaId);
  const { method, settings, from } = input.wanted;
  const adopted = await adoptMethod(tx, context.shelf, {
    areaId: area.id,
    method,
    settings: settings as Values,
    adoptedFrom: from ?? null,
    by: actor.id,
  });
  audit(tx, actor, {
    areaId: area.id,
    act: 'method.adopt',
    subject: method,
    detail: { hash: adopted.hash, settings: Object.keys(settings) },
  });
  const original = context.shelf.original(method);
  if (!original) throw new Error(`${method} was adopted and is not on the shelf`);
  return {
    ...summaryOf(context, original, area.id),
    adopted: true,
    changed: Object.keys(settings).length,
    hash: adopted.hash,
  };
}
