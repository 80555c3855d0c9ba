import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { adoptDuties, type DutyOriginal } from '#kernel/duties/shelf';
import { settableOf, timeName } from '#kernel/workflow';
import type { Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import type { AdoptDuties, DutySetSummary } from '../contract.ts';
import { subjectName } from '../coverage/service.ts';
import { watchLateness } from '../late/service.ts';
import { oftenText } from '../rules.ts';
import type { DutiesContext } from '../scope/service.ts';

/** Every set of duties of the library, as an area has it. */
export function listSets(context: DutiesContext, areaId: string | undefined): DutySetSummary[] {
  return context.duties.originals().map((original) => summaryOf(context, original, areaId));
}

function summaryOf(
  context: DutiesContext,
  { set: own, source }: DutyOriginal,
  areaId: string | undefined,
): DutySetSummary {
  const { matters } = context;
  const inForce = areaId ? context.duties.inForce(matters.tree.path(areaId), own.id) : null;
  const set = inForce?.set ?? own;
  const { names } = matters.shelf;
  const quotes = Array.isArray(source.raw['quotes']) ? source.raw['quotes'] : [];
  const who = (by: string): string =>
    by === 'subject' ? subjectName(context, set.subject) : (names.roles[by]?.label.zh ?? by);
  return {
    id: set.id,
    name: set.name,
    version: set.version,
    source: set.source,
    quotes: quotes
      .map((quote) => quote as { text?: string; place?: string })
      .map(({ text = '', place = '' }) => ({ text, place })),
    subjectName: subjectName(context, set.subject),
    duties: set.duties.map((duty) => ({
      id: duty.id,
      name: duty.label,
      often: oftenText(duty.cadence, (time) => timeName(time).zh),
      who: duty.by.map(who).join('、'),
    })),
    inferred: own.inferred.map(({ reason }) => reason),
    adopted: inForce !== null,
    settable: settableOf(source.raw, inForce?.adoption.settings ?? {}, names),
  };
}

/** Adopts a set of duties for an area and everything below it, with its settings; lateness is watched from then on. */
export async function adoptFor(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; wanted: AdoptDuties; at?: Date },
): Promise<void> {
  const area = requireOwner(context.matters.tree, input.areaId);
  const { set, settings } = input.wanted;
  const adoption = await adoptDuties(tx, context.duties, {
    areaId: area.id,
    set,
    settings: settings as Values,
    by: actor.id,
    ...(input.at ? { at: input.at } : {}),
  });
  watchLateness(tx, adoption);
  audit(tx, actor, { areaId: area.id, act: 'duties.adopt', subject: set, detail: { settings: Object.keys(settings) } });
}
