import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { countStates } from '#kernel/standards';
import { standardUnknown } from '#kernel/standards/shelf';
import type { Standard } from '#kernel-contract/standards';
import { requireArea, type AreaNode } from '#modules/areas';
import type { CommunityStand, StandardOverview } from '../contract.ts';
import { readFacts, type AssessmentContext } from '../facts/service.ts';
import { standOf, yearsTo } from '../sheet/service.ts';
import * as store from '../store.ts';

type Asked = {
  areaId: string;
  standard: string;
  year?: number | undefined;
  cursor?: string | undefined;
  limit: number;
  now: Date;
};

/**
 * The communities below an area against a standard: how many items stand how in each, a page at a time. Each row opens the
 * community's own sheet; nothing is added up over communities, and there is no ranking. Source: F07.
 */
export async function readOverview(
  reader: Reader,
  context: AssessmentContext,
  asked: Asked,
): Promise<StandardOverview> {
  const { tree, standards } = context;
  const area = requireArea(tree, asked.areaId);
  const original = standards.original(asked.standard) ?? refuse(standardUnknown(asked.standard));
  const years = yearsTo(asked.now);
  const year = asked.year ?? (years[0] as number);
  const all = tree.under(area.id, 'community');
  const under = all.flatMap((node) => {
    const adopted = standards.inForce(tree.path(node.id), asked.standard);
    return adopted ? [{ node, standard: adopted.standard }] : [];
  });
  const start = asked.cursor ? under.findIndex(({ node }) => node.id === asked.cursor) + 1 : 0;
  const page = under.slice(start, start + asked.limit);
  const items: CommunityStand[] = [];
  for (const one of page) items.push(await standIn(reader, context, one, { year, now: asked.now }));
  const { id, name, version, source, groups } = original.standard;
  return {
    standard: { id, name: name.zh, version, source },
    year,
    years,
    groups: groups.map((group) => ({ id: group.id, name: group.label.zh })),
    items,
    without: all.length - under.length,
    next: start + page.length < under.length ? (page.at(-1)?.node.id ?? null) : null,
  };
}

async function standIn(
  reader: Reader,
  context: AssessmentContext,
  { node, standard }: { node: AreaNode; standard: Standard },
  { year, now }: { year: number; now: Date },
): Promise<CommunityStand> {
  const [facts, said] = await Promise.all([
    readFacts(reader, context, { areaId: node.id, standard, year, now }),
    store.readEntries(reader, { areaIds: [node.id], standard: standard.id, year }),
  ]);
  const findings = new Map(
    standOf(context, standard, facts, said).map(({ item, finding }) => [item.id, finding] as const),
  );
  const { tree } = context;
  return {
    areaId: node.id,
    name: node.name,
    district: tree.ancestorAt(node.id, 'district')?.name ?? '',
    street: tree.ancestorAt(node.id, 'street')?.name ?? '',
    counts: countStates([...findings.values()]),
    groups: standard.groups.map((group) => ({
      id: group.id,
      met: group.items.filter(({ id }) => findings.get(id)?.state === 'met').length,
      of: group.items.length,
    })),
  };
}
