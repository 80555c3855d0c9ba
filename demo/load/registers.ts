import { system } from '#shared/actor';
import type { Tx } from '#platform/database';
import { adoptRegister } from '#kernel/registers/shelf';
import { importRecords, type RegistersContext } from '#modules/registers';
import type { RecordPlan } from '../registers.ts';
import { demoId } from './areas.ts';

/** Begins to keep, a year ago, every register that areas of this level keep. */
export async function adoptRegisters(
  tx: Tx,
  context: RegistersContext,
  input: { code: string; level: string; at: Date },
): Promise<void> {
  const fitting = context.registers.originals().filter(({ register }) => register.level === input.level);
  for (const { register } of fitting)
    await adoptRegister(tx, context.registers, {
      areaId: demoId(input.code),
      register: register.id,
      settings: {},
      by: system.id,
      at: input.at,
    });
}

/** Puts the records of an area into its registers, with the way each has gone. */
export function loadRegisters(
  tx: Tx,
  context: RegistersContext,
  input: { code: string; by: { id: string; name: string }; plans: readonly RecordPlan[] },
): void {
  const { code, by, plans } = input;
  importRecords(
    tx,
    context,
    plans.map(({ key, ...plan }) => ({ ...plan, areaId: demoId(code), id: demoId(`${code}/register/${key}`), by })),
  );
}
