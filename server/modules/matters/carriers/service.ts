import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import type { MatterRow } from '#kernel/workflow';
import type { Method, Step, Values } from '#kernel-contract/workflow';

/** Parts of the platform that stand on matters and carry steps of theirs: matters know them by the kind of step alone. */

/** A step that has just been entered and is to be carried, with what the engine says about it in words people read. */
export type Carried = {
  areaId: string;
  matter: MatterRow;
  method: Method;
  step: Step;
  settings: Values;
  actor: Actor;
};

/** Makes what carries a step: a ballot, a public notice, a meeting. In the same transaction. */
export type Carrier = (tx: Tx, carried: Carried) => Promise<void>;

/** What carries or carried steps of a matter, as its page links to it. `deskHref` is null for those without a desk. */
export type CarriedLink = {
  kind: string;
  id: string;
  step: string | null;
  title: string;
  href: string;
  deskHref: string | null;
  state: string;
};

export type CarriedOf = (reader: Reader, areaId: string, matterId: string) => Promise<CarriedLink[]>;

/** What a matter enters into a register or body, by the field ids of its method. Private values are open here. */
export type Entered = {
  areaId: string;
  kind: 'register' | 'body';
  id: string;
  entries: Values[];
  matter: MatterRow;
  actor: Actor;
};

export type RecordDoor = (tx: Tx, entered: Entered) => Promise<void>;

/** A household of an area, for which a matter of its own is begun. */
export type HouseholdOf = { id: string; buildingId: string | null; gridId: string | null };

export type Carriers = {
  /** By kind of step. */
  carriers: Record<string, Carrier>;
  /** Each answers with what it carries of a matter. */
  carriedDoors: CarriedOf[];
  /** Where registers and bodies take what matters enter. */
  recordDoors: Partial<Record<Entered['kind'], RecordDoor>>;
  /** The households of an estate, or of the area. */
  householdsOf(reader: Reader, areaId: string, estateId: string | null): Promise<HouseholdOf[]>;
};

/** Everything that carries steps of a matter, in the order of the doors. */
export async function carriedOf(
  { carriedDoors }: Carriers,
  reader: Reader,
  areaId: string,
  matterId: string,
): Promise<CarriedLink[]> {
  const found: CarriedLink[] = [];
  for (const door of carriedDoors) found.push(...(await door(reader, areaId, matterId)));
  return found;
}
