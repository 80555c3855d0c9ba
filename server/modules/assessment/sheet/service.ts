import { refuse } from '#shared/refusal';
import { shanghaiParts } from '#shared/time';
import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { argumentsOf, countStates, judge, stateNames, verdictsOf } from '#kernel/standards';
import type { Finding, Item, MeasureSpec, Standard } from '#kernel-contract/standards';
import { requireOwner, type AreaNode } from '#modules/areas';
import { describeFiles } from '#modules/files';
import type { Picture } from '#contract/files';
import type { AssessmentEntry, StandardItem, StandardSheet } from '../contract.ts';
import { readFacts, type AssessmentContext } from '../facts/service.ts';
import type { Facts, Reading } from '../measures/contract.ts';
import { readMeasure } from '../measures/service.ts';
import { notAdopted, notCommunity, verdictOn, withdrawnIn } from '../rules.ts';
import * as store from '../store.ts';
import type { AssessmentRow } from '../tables.ts';

type Asked = { areaId: string; standard: string; year?: number | undefined; now: Date };

const behindShown = 60;
const yearsBack = 2;

/** This year and the two before it, this one first. */
export function yearsTo(now: Date): number[] {
  const { year } = shanghaiParts(now);
  return Array.from({ length: yearsBack + 1 }, (_, back) => year - back);
}

/** The standard in force for an area. Refused when none is. */
export function requireStandard({ standards, tree }: AssessmentContext, areaId: string, id: string): Standard {
  return standards.inForce(tree.path(areaId), id)?.standard ?? refuse(notAdopted);
}

/** The community a standard is read for. Refused above it. */
export function requireCommunity(context: AssessmentContext, areaId: string): AreaNode {
  const area = requireOwner(context.tree, areaId);
  return area.level === 'community' ? area : refuse(notCommunity);
}

export type Stand = { item: Item; spec: MeasureSpec | undefined; reading: Reading; finding: Finding };

const nothing: Reading = { measured: { kind: 'unrecorded' }, behind: [], list: null };

/** How every item of a standard stands, given the facts and what people said. */
export function standOf(
  context: AssessmentContext,
  standard: Standard,
  facts: Facts,
  said: readonly AssessmentRow[],
): Stand[] {
  return standard.groups.flatMap(({ items }) =>
    items.map((item) => {
      const spec = context.standards.measures.find(({ name }) => name === item.measure?.name);
      const reading = item.measure
        ? readMeasure(item.measure.name, facts, argumentsOf(item, standard.params))
        : nothing;
      const verdict = verdictOn(said, item.id);
      return { item, spec, reading, finding: judge(item, { standard, spec, measured: reading.measured, verdict }) };
    }),
  );
}

/**
 * A community against a standard for a year: every item with its value, what is asked, what is missing and the records
 * behind it. Computed at every reading; there is no total. Refused where the standard is not in force. Source: B4, F07.
 */
export async function readSheet(
  reader: Reader,
  actor: Actor,
  context: AssessmentContext,
  asked: Asked,
): Promise<StandardSheet> {
  const area = requireCommunity(context, asked.areaId);
  const standard = requireStandard(context, area.id, asked.standard);
  const years = yearsTo(asked.now);
  const year = asked.year ?? (years[0] as number);
  const [facts, said] = await Promise.all([
    readFacts(reader, context, { areaId: area.id, standard, year, now: asked.now }),
    store.readEntries(reader, { areaIds: [area.id], standard: standard.id, year }),
  ]);
  const pictures = await picturesOf(reader, area.id, said);
  const stands = standOf(context, standard, facts, said);
  const items = new Map(stands.map((stand) => [stand.item.id, toItem(stand, standard, said, pictures)]));
  const groups = standard.groups.map((group) => {
    const own = group.items.flatMap(({ id }) => items.get(id) ?? []);
    return { id: group.id, name: group.label.zh, counts: countStates(own), items: own };
  });
  const actions: StandardSheet['actions'] = [];
  if (context.may(actor, 'standard.judge', area.id)) actions.push('judge');
  if (context.may(actor, 'method.adopt', area.id)) actions.push('adopt');
  const { id, name, version, source } = standard;
  return {
    standard: { id, name: name.zh, version, source },
    areaId: area.id,
    areaName: area.name,
    year,
    years: years.includes(year) ? years : [...years, year],
    counts: countStates([...items.values()]),
    groups,
    first: firstOf([...items.values()]),
    params: Object.values(standard.params).map((param) => ({
      id: param.id,
      name: param.label.zh,
      value: param.value,
      of: param.type === 'choice' ? (param.of ?? []) : [],
    })),
    inferred: standard.inferred.map(({ reason }) => reason),
    actions,
  };
}

/** What to see to first: what is not met, then what nobody has decided. */
function firstOf(items: readonly StandardItem[]): string[] {
  return (['unmet', 'unmeasured', 'toJudge'] as const).flatMap((state) =>
    items.filter((item) => item.state === state).map(({ id }) => id),
  );
}

function toItem(
  { item, spec, reading, finding }: Stand,
  standard: Standard,
  said: readonly AssessmentRow[],
  pictures: ReadonlyMap<string, Picture>,
): StandardItem {
  const behind = reading.behind.toSorted((a, b) => Number(b.counts) - Number(a.counts));
  return {
    id: item.id,
    name: item.label.zh,
    quote: item.quote,
    place: item.place,
    how: item.measure ? 'measured' : 'judged',
    state: finding.state,
    stateName: stateNames[finding.state],
    value: finding.value,
    threshold: finding.threshold,
    gap: finding.gap,
    encouraged: item.encouraged,
    of: spec?.of ?? 'year',
    verdicts: finding.byHand ? verdictsOf(item, standard) : [],
    behind: behind.slice(0, behindShown),
    more: Math.max(0, behind.length - behindShown),
    list: reading.list,
    entries: entriesOn(said, item.id, pictures),
  };
}

function entriesOn(
  said: readonly AssessmentRow[],
  item: string,
  pictures: ReadonlyMap<string, Picture>,
): AssessmentEntry[] {
  const withdrawn = withdrawnIn(said);
  return said
    .filter((row) => row.item === item && row.kind !== 'withdrawal')
    .map((row) => ({
      id: row.id,
      kind: row.kind === 'judgement' ? ('judgement' as const) : ('evidence' as const),
      verdict: row.verdict,
      words: row.words,
      link: row.link,
      pictures: row.pictures.flatMap((id) => pictures.get(id) ?? []),
      at: row.at,
      by: row.actorName,
      withdrawn: withdrawn.has(row.id),
    }))
    .toReversed();
}

async function picturesOf(
  reader: Reader,
  areaId: string,
  said: readonly AssessmentRow[],
): Promise<ReadonlyMap<string, Picture>> {
  const found = await describeFiles(
    reader,
    areaId,
    said.flatMap(({ pictures }) => pictures),
  );
  return new Map(found.map((picture) => [picture.id, picture]));
}
