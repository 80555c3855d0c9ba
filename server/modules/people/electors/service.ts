import type { Reader } from '#platform/database';
import { findPeople } from '../residents/service.ts';
import type { PeopleDoors } from '../scope/service.ts';

/** Who lives behind which door, masked: what other modules make lists of voters from. */
export { readDoorLines, readResidentLines, type DoorLine, type ResidentLine } from './store.ts';

/** The resident of a community with this name and this telephone, when there is exactly one: never by the telephone alone. */
export async function findNamed(
  reader: Reader,
  doors: Pick<PeopleDoors, 'sealer'>,
  input: { areaId: string; name: string; phone: string },
): Promise<{ id: string; userId: string | null } | null> {
  const { areaId, name, phone } = input;
  const byPhone = await findPeople(reader, doors, { areaId, field: 'phone', text: phone, scope: 'all' });
  if (byPhone.length === 0) return null;
  const named = await findPeople(reader, doors, { areaId, field: 'name', text: name, scope: 'all' });
  const both = byPhone.filter(({ id }) => named.some((one) => one.id === id));
  const [one] = both;
  return one && both.length === 1 ? { id: one.id, userId: one.userId } : null;
}
