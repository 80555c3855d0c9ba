import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Sealer } from '#platform/sealing';
import type { DutyShelf } from '#kernel/duties/shelf';
import { registerUnknown, type KeptRegister, type RegisterShelf } from '#kernel/registers/shelf';
import type { Register, RegisterWorld } from '#kernel-contract/registers';
import { requireOwner, type AreaNode, type AreaTree } from '#modules/areas';
import type { RecordRow } from '../store.ts';

/** What the module of registers stands on; put together once by the app. */
export type RegistersContext = {
  registers: RegisterShelf;
  duties: Pick<DutyShelf, 'reach'>;
  tree: AreaTree;
  sealer: Sealer;
  may(actor: Actor, capability: string, areaId: string): boolean;
};

export const worldAt = ({ registers }: RegistersContext, now: Date): RegisterWorld => ({
  now: now.toISOString(),
  calendar: registers.calendar,
});

/** The register as an area keeps it. Refused when the area owns no records, or does not keep it. */
export function requireKept(
  context: RegistersContext,
  input: { areaId: string; register: string },
): KeptRegister & { area: AreaNode } {
  const area = requireOwner(context.tree, input.areaId);
  return { area, ...(context.registers.keptBy(area.id, input.register) ?? refuse(registerUnknown(input.register))) };
}

/** Roles an actor holds at an area or above it. */
export function rolesAt({ tree }: RegistersContext, actor: Actor, areaId: string): string[] {
  return actor.grants.filter((grant) => tree.covers(grant.areaId, areaId)).map(({ role }) => role);
}

/** Whether an actor keeps a register: holds one of its roles there, and may write registers at all. */
export function mayKeep(context: RegistersContext, actor: Actor, register: Register, areaId: string): boolean {
  const roles = rolesAt(context, actor, areaId);
  return context.may(actor, 'register.write', areaId) && register.by.some((role) => roles.includes(role));
}

/** Where a sealed value of a record belongs. */
export const sealedAt = (recordId: string, field: string): string => `register_records/${recordId}/${field}`;

/** A sealed value of a record, opened to be masked or revealed; null when there is none. */
export function openSealed(
  { sealer }: RegistersContext,
  row: Pick<RecordRow, 'id' | 'sealed'>,
  field: string,
): string | null {
  const sealed = row.sealed[field];
  return sealed === undefined ? null : sealer.open(sealedAt(row.id, field), sealed);
}
