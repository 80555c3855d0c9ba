import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { findMatter, sealedPlace } from '#kernel/workflow';
import { refuse } from '#shared/refusal';
import type { MattersContext } from '../../list/service.ts';
import { requireReadable } from '../../scope/service.ts';

/** Opens one sealed field for someone who may, with a reason that is kept. Refused when nothing is sealed there. */
export async function revealField(tx: Tx, context: MattersContext, actor: Actor, input: { areaId: string; number: string; field: string; reason: string }): Promise<{ field: string; value: string }> {
  const { row } = await requireReadable(tx, context, actor, await findMatter(tx, input.areaId, input.number));
  const sealed = row.sealed[input.field];
  if (!sealed) return refuse({ code: 'matter.nothing-sealed', status: 404, zh: '这一项没有加密的内容可看。', en: 'There is nothing sealed in this field.' });
  audit(tx, actor, { areaId: row.areaId, act: 'matter.reveal', subject: row.number, detail: { field: input.field, reason: input.reason } });
  return { field: input.field, value: context.sealer.open(sealedPlace(row.id, input.field), sealed) };
}
