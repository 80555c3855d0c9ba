import { refuseIf } from '#shared/refusal';
import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { adoptStandard } from '#kernel/standards/shelf';
import type { Json } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import type { AdoptStandard, StandardList } from '../contract.ts';
import type { AssessmentContext } from '../facts/service.ts';

/** Every standard of the library, and whether it is in force for an area. */
export function listStandards({ standards, tree }: AssessmentContext, areaId?: string): StandardList['items'] {
  const path = areaId === undefined ? [] : tree.path(areaId);
  return standards.originals().map(({ standard: { id, name, version, source, groups } }) => {
    const adopted = standards.inForce(path, id);
    return {
      id,
      name: name.zh,
      version,
      source,
      groups: groups.map((group) => ({ id: group.id, name: group.label.zh, items: group.items.length })),
      adopted: adopted !== null,
      adoptedBy: tree.get(adopted?.adoption.areaId ?? '')?.name ?? null,
    };
  });
}

/** Adopts a standard for an area and everything below it, with its parameters. Refused when a setting may not be set so. */
export async function adoptFor(
  tx: Tx,
  actor: Actor,
  context: Pick<AssessmentContext, 'tree' | 'standards'>,
  { areaId, wanted }: { areaId: string; wanted: AdoptStandard },
): Promise<void> {
  const area = requireOwner(context.tree, areaId);
  const settings = wanted.settings as { [setting: string]: Json };
  const long = Object.values(settings).some((value) => JSON.stringify(value).length > 2000);
  refuseIf(
    long
      ? { code: 'standard.settings-long', status: 422, zh: '参数写得太长了，请改短。', en: 'A setting is too long.' }
      : null,
  );
  await adoptStandard(tx, context.standards, { areaId: area.id, standard: wanted.standard, settings, by: actor.id });
  audit(tx, actor, { areaId: area.id, act: 'standard.adopt', subject: wanted.standard, detail: { settings } });
}
