import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { adoptRegister, registerUnknown } from '#kernel/registers/shelf';
import type { Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import type { AdoptRegister } from '../contract.ts';
import type { RegistersContext } from '../scope/service.ts';

/** Begins to keep a register, with an area's settings. Refused for one that areas of another level keep. */
export async function adoptFor(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: { areaId: string; wanted: AdoptRegister; at?: Date },
): Promise<void> {
  const area = requireOwner(context.tree, input.areaId);
  const { register: id, settings } = input.wanted;
  const original = context.registers.original(id)?.register ?? refuse(registerUnknown(id));
  if (original.level !== area.level) refuse(otherLevel);
  await adoptRegister(tx, context.registers, {
    areaId: area.id,
    register: id,
    settings: settings as Values,
    by: actor.id,
    ...(input.at ? { at: input.at } : {}),
  });
  audit(tx, actor, {
    areaId: area.id,
    act: 'register.adopt',
    subject: id,
    detail: { settings: Object.keys(settings) },
  });
}

const otherLevel: Parameters<typeof refuse>[0] = {
  code: 'register.other-level',
  status: 409,
  zh: '这本台账由上一级或下一级来记。请切换到那一级的辖区再开始用。',
  en: 'Areas of another level keep this register. Switch to one of them first.',
};
