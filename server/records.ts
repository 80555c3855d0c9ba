import { recordEntries } from '#modules/registers';
import type { Values } from '#kernel-contract/workflow';
import type { Entered, RecordDoor } from '#modules/matters/settle';
import { readSpots } from '#modules/people';
import { registersContext } from './doors.ts';
import type { Parts } from './opened.ts';

/** Hangs in where registers take what matters end with, and for which households matters are begun. */
export function hangRecords(parts: Parts): void {
  const { context } = parts;
  context.recordDoors.register = recordInRegister(parts);
  context.householdsOf = (reader, areaId, estateId) => readSpots(reader, areaId, buildingsOf(parts, areaId, estateId));
}

/** The buildings of an estate; null for the whole area. */
function buildingsOf({ tree }: Parts, areaId: string, estateId: string | null): string[] | null {
  if (estateId === null) return null;
  const buildings = tree.under(areaId, 'building');
  return buildings
    .filter(({ details, path }) => details.estateId === estateId || path.includes(estateId))
    .map(({ id }) => id);
}

/** What a matter ends with becomes records of a register, named by the person, the first words, or the matter itself. */
function recordInRegister(parts: Parts): RecordDoor {
  const { directory } = parts.context;
  const personOf = (value: unknown): string | null =>
    typeof value === 'string' && value.startsWith('user:') ? (directory.person(value.slice(5))?.name ?? null) : null;
  const nameOf = (entry: Values, { matter }: Entered): string =>
    personOf(entry['who']) ?? [entry['who'], entry['name'], entry['title']].find(isWords) ?? matter.title;
  return async (tx, entered) => {
    const { areaId, id: register, actor } = entered;
    const entries = entered.entries.map((values) => ({ name: nameOf(values, entered), values }));
    await recordEntries(tx, registersContext(parts), actor, { areaId, register, entries });
  };
}

const isWords = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
