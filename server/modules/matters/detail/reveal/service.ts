import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { sealedPlace } from '#kernel/workflow';
import { refuse } from '#shared/refusal';
import type { MattersContext } from '../../list/service.ts';
import { findOwned, requireReadable } from '../../scope/service.ts';

/**
 * Opens one sealed field for whoever handles or reported the matter, or may reveal personal data there, with a reason that is kept. Refused to
 * everybody else, and when nothing is sealed there.
 */
export async function revealField(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; number: string; field: string; reason: string },
): Promise<{ field: string; value: string }> {
  const { row, standing } = requireReadable(context, actor, await findOwned(tx, context, actor, input));
  if (standing !== 'handler' && standing !== 'reporter' && !context.may(actor, 'people.reveal', row.areaId)) {
    refuse({
      code: 'matter.not-handler',
      status: 403,
      zh: '只有办这件事的人能看。需要联系提出人，请找正在办的人。',
      en: 'Only who handles the matter may see this.',
    });
  }
  const sealed = row.sealed[input.field];
  if (!sealed)
    return refuse({
      code: 'matter.nothing-sealed',
      status: 404,
      zh: '这一项没有加密的内容可看。',
      en: 'There is nothing sealed in this field.',
    });
  audit(tx, actor, {
    areaId: row.areaId,
    act: 'matter.reveal',
    subject: row.number,
    detail: { field: input.field, reason: input.reason },
  });
  return { field: input.field, value: context.sealer.open(sealedPlace(row.id, input.field), sealed) };
}
