import type { Reader, Tx } from '#platform/database';
import { refuse } from '#shared/refusal';
import type { Method } from '../../contract.ts';
import type { Floor } from '../../settings/floor/contract.ts';
import { floorName, loweredFloors, whyNotFloor, type Lowered } from '../../settings/floor/rules.ts';
import * as store from './store.ts';
import type { Binding } from './store.ts';

export type { Binding } from './store.ts';
export type { Bindable, Floor, FloorRule } from '../../settings/floor/contract.ts';
export { bindableOf, floorName } from '../../settings/floor/rules.ts';

/** What the areas of a path ask of a method, the highest first. */
export const readBindings = (reader: Reader, path: readonly string[], method: string): Promise<Binding[]> =>
  store.readBindings(reader, path, method);

/** Methods the areas of a path must use. */
export async function readRequired(reader: Reader, path: readonly string[]): Promise<string[]> {
  const bindings = await store.readBindings(reader, path);
  return [...new Set(bindings.filter(({ required }) => required).map(({ method }) => method))];
}

export type LoweredBinding = Lowered & { binding: Binding };

/** Every floor of some bindings that a version is below. */
export function loweredBy(method: Method, bindings: readonly Binding[]): LoweredBinding[] {
  return bindings.flatMap((binding) =>
    loweredFloors(method, binding.floors).map((lowered) => ({ ...lowered, binding })),
  );
}

/** What a version is below, in words, without who asked it. */
export const loweredName = ({ floor, found }: Lowered, method: Method): string =>
  `${floorName(floor, method)}，${found}`;

export type BindInput = {
  areaId: string;
  method: Method;
  required: boolean;
  reason: string;
  floors: Floor[];
  by: { id: string; name: string };
};

/**
 * Binds the subtree of an area to a method, in place of what it asked before; asking nothing lifts the binding. Refused for
 * a place the method does not have, a value that is none, and when the area's own version is below what it asks.
 * Source: METHODS 2 “Adoption”, issue 3 “binding for a subtree with floors that a fork may not lower”.
 */
export async function bindMethod(tx: Tx, input: BindInput): Promise<Binding | null> {
  const { areaId, method, required, reason, floors, by } = input;
  for (const floor of floors) {
    const why = whyNotFloor(method, floor);
    if (why)
      refuse({ code: 'method.floor-invalid', status: 422, zh: why.zh, en: why.en, fields: { [floor.place]: why.zh } });
  }
  const [below] = loweredFloors(method, floors);
  if (below)
    refuse({
      code: 'method.floor-above-own',
      status: 422,
      zh: `您这里自己用的版本就不够：${loweredName(below, method)}。请先改自己的版本，或者放宽要求。`,
      en: `Your own version is below this floor: ${below.floor.place}.`,
      fields: { [below.floor.place]: loweredName(below, method) },
    });
  await store.endBinding(tx, areaId, method.id);
  if (!required && floors.length === 0) return null;
  const row: Binding = {
    areaId,
    id: tx.newId(),
    method: method.id,
    required,
    reason,
    boundAt: tx.now.toISOString(),
    boundBy: by.id,
    boundByName: by.name,
    floors,
  };
  await store.insertBinding(tx, row);
  return row;
}
