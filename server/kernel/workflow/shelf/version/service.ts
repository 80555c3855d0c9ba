import type { Tx } from '#platform/database';
import { refuseIf } from '#shared/refusal';
import type { Problem, Values } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import * as store from '../store.ts';

/** Told to every process when what is in force somewhere has changed. */
export const adoptionsChannel = 'liren_adoptions';

/** A library file compiled, as far as it is stored under its hash. */
export type Compiled = { hash: string; id: string; version: number; name: { zh: string } };

/** A compiled file as it is kept. `baseHash`: the library's version it was made from, null when it is one. */
export function definitionOf(
  kind: store.AdoptionKind,
  compiled: Compiled,
  raw: Raw,
  from: { baseHash: string | null; settings: Values; now: Date },
): store.DefinitionRow {
  return {
    hash: compiled.hash,
    kind,
    id: compiled.id,
    version: compiled.version,
    baseHash: from.baseHash,
    settings: from.settings,
    content: raw,
    name: compiled.name.zh,
    createdAt: from.now.toISOString(),
  };
}

/** Refuses settings with the first thing that is wrong with them, or with the file they make. */
export function refuseSettings(code: string, applied: readonly Problem[], checked: readonly Problem[]): void {
  const [wrong] = [...applied, ...checked.filter(({ severity }) => severity === 'error')];
  refuseIf(wrong ? { code, status: 422, zh: wrong.zh, en: wrong.en, fields: { [wrong.path]: wrong.zh } } : null);
}

export type Version = { kind: store.AdoptionKind; compiled: Compiled; raw: Raw; originalHash: string };
export type By = { areaId: string; settings: Values; by: string; at?: Date };

/** Puts a version into force in an area in place of the one before; every process hears of it. */
export async function adoptVersion(tx: Tx, version: Version, input: By): Promise<store.AdoptionRow> {
  const { kind, compiled, raw, originalHash } = version;
  const baseHash = compiled.hash === originalHash ? null : originalHash;
  await store.keepDefinition(
    tx,
    definitionOf(kind, compiled, raw, { baseHash, settings: input.settings, now: tx.now }),
  );
  const row: store.AdoptionRow = {
    areaId: input.areaId,
    id: tx.newId(),
    method: compiled.id,
    definitionHash: compiled.hash,
    settings: input.settings,
    binding: [],
    adoptedFrom: null,
    adoptedAt: (input.at ?? tx.now).toISOString(),
    adoptedBy: input.by,
  };
  await store.replaceAdoption(tx, row, kind);
  tx.notify(adoptionsChannel, compiled.id);
  return row;
}
