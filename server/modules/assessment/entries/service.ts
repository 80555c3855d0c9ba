import { refuse, refuseIf } from '#shared/refusal';
import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { argumentsOf, judge, verdictsOf } from '#kernel/standards';
import { attachFiles } from '#modules/files';
import type { NewEntry } from '../contract.ts';
import { readFacts, type AssessmentContext } from '../facts/service.ts';
import { readMeasure } from '../measures/service.ts';
import { entryUnknown, findItem, itemUnknown, whyNotKeep } from '../rules.ts';
import { requireCommunity, requireStandard } from '../sheet/service.ts';
import * as store from '../store.ts';
import type { AssessmentRow } from '../tables.ts';

type Which = { areaId: string; standard: string; item: string };

/** What pictures of evidence belong to. */
export const evidenceSubject = (standard: string, item: string): string => `standard:${standard}/${item}`;

/**
 * Judges an item of a year, or attaches evidence to it. Refused where the system measures, without any proof, or when a
 * picture is somebody else's. Nothing said before is changed. Source: METHODS 2.4, F07 step 6.
 */
export async function keepEntry(
  tx: Tx,
  actor: Actor,
  context: AssessmentContext,
  { entry, ...which }: Which & { entry: NewEntry },
): Promise<string> {
  const area = requireCommunity(context, which.areaId);
  const standard = requireStandard(context, area.id, which.standard);
  const item = findItem(standard, which.item) ?? refuse(itemUnknown);
  const facts = await readFacts(tx, context, { areaId: area.id, standard, year: entry.year, now: tx.now });
  const measured = item.measure
    ? readMeasure(item.measure.name, facts, argumentsOf(item, standard.params)).measured
    : { kind: 'unrecorded' as const };
  const { byHand } = judge(item, { standard, measured, verdict: null });
  refuseIf(whyNotKeep(entry, byHand ? verdictsOf(item, standard) : []));
  const subject = evidenceSubject(standard.id, item.id);
  await attachFiles(tx, actor, { areaId: area.id, ids: entry.pictures, subject });
  const row: AssessmentRow = {
    areaId: area.id,
    id: tx.newId(),
    standard: standard.id,
    item: item.id,
    year: entry.year,
    kind: entry.verdict === undefined ? 'evidence' : 'judgement',
    verdict: entry.verdict ?? null,
    words: entry.words,
    link: entry.link ?? null,
    pictures: entry.pictures,
    withdraws: null,
    at: tx.now.toISOString(),
    actorId: actor.id,
    actorName: actor.name,
  };
  store.appendEntry(tx, row);
  audit(tx, actor, {
    areaId: area.id,
    act: `standard.${row.kind}`,
    subject,
    detail: { year: row.year, verdict: row.verdict },
  });
  return row.id;
}

/** Takes an entry back: it stays in the history, and no longer counts. Refused when there is none, or it was taken back. */
export async function withdrawEntry(
  tx: Tx,
  actor: Actor,
  context: AssessmentContext,
  { entryId, ...which }: Which & { entryId: string },
): Promise<void> {
  const area = requireCommunity(context, which.areaId);
  const found = (await store.findEntry(tx, area.id, entryId)) ?? refuse(entryUnknown);
  const { standard, item, year } = found;
  if (standard !== which.standard || item !== which.item || found.kind === 'withdrawal') refuse(entryUnknown);
  const said = await store.readEntries(tx, { areaIds: [area.id], standard, year });
  if (said.some(({ withdraws }) => withdraws === entryId)) refuse(entryUnknown);
  store.appendEntry(tx, {
    ...found,
    id: tx.newId(),
    kind: 'withdrawal',
    verdict: null,
    words: '',
    link: null,
    pictures: [],
    withdraws: entryId,
    at: tx.now.toISOString(),
    actorId: actor.id,
    actorName: actor.name,
  });
  audit(tx, actor, { areaId: area.id, act: 'standard.withdraw', subject: evidenceSubject(standard, item) });
}

/** Adds what was said before, for records kept elsewhere. */
export function importEntries(tx: Tx, rows: readonly AssessmentRow[]): void {
  for (const row of rows) store.appendEntry(tx, row);
}
