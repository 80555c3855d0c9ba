import { maskName } from '#shared/masking';
import { refuse } from '#shared/refusal';
import { shanghaiParts } from '#shared/time';
import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import { readDoorLines, readResidentLines } from '#modules/people/electors';
import { buildingsOf, type OrganisationDoors } from '../scope/service.ts';
import type { Elector } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type { Elector } from './contract.ts';

type Asked = { areaId: string; estateId: string | null; now: Date };
type ElectorDoors = Pick<OrganisationDoors, 'tree' | 'roster' | 'words'>;

/**
 * Who may vote: owners of an estate (one line per owner, all their doors in it), grown residents, households (one line per
 * door), members of a body, of the community or of an estate. Who stands in two lists has one vote. Refused for an electorate
 * nobody knows, and for owners without an estate. Source: F42, X17; whose year of birth is unknown counts as grown.
 */
export async function electorsOf(
  reader: Reader,
  doors: ElectorDoors,
  input: Asked & { electorate: readonly string[] },
): Promise<Elector[]> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const found: (Elector & { personKey: string })[] = [];
  for (const key of input.electorate) {
    const asked = rules.readElectorate(key, doors.words.kinds) ?? refuse(rules.electorateUnknown(key));
    found.push(...(await readOne(reader, doors, { ...input, areaId }, asked)));
  }
  return rules.onlyOnce(found);
}

async function readOne(
  reader: Reader,
  doors: ElectorDoors,
  input: Asked,
  asked: rules.Electorate,
): Promise<(Elector & { personKey: string })[]> {
  switch (asked.kind) {
    case 'owners':
      return ownersOf(reader, input);
    case 'residents':
      return residentsOf(reader, doors, input);
    case 'households':
      return householdsOf(reader, doors, input);
    case 'body':
      return membersOf(reader, doors, input, asked.word);
    case 'role':
      return holdersOf(doors, input, [asked.word]);
    case 'user':
      return [{ ...nobody, ref: asked.userId, userId: asked.userId, personKey: `user:${asked.userId}` }];
  }
}

const nobody = { label: '', name: '', userId: null, buildingId: null, area: 0 };

async function ownersOf(reader: Reader, { areaId, estateId }: Asked): Promise<(Elector & { personKey: string })[]> {
  if (estateId === null) return refuse(rules.estateMissing);
  const electors = rules.gatherOwners(await store.readVotingDoors(reader, areaId, estateId));
  return electors.map((elector) => ({ ...elector, personKey: `owner:${elector.ref}` }));
}

function placesOf(doors: ElectorDoors, { areaId, estateId }: Asked): string[] | null {
  return estateId === null ? null : buildingsOf(doors.tree, { areaId, estateId }).map(({ id }) => id);
}

async function residentsOf(
  reader: Reader,
  doors: ElectorDoors,
  input: Asked,
): Promise<(Elector & { personKey: string })[]> {
  const { year } = shanghaiParts(input.now);
  const rows = await readResidentLines(reader, input.areaId, placesOf(doors, input));
  return rows
    .filter(({ birthYear }) => rules.isAdult(birthYear, year))
    .map(({ id, label, nameMasked, userId, buildingId }) => ({
      ...{ ref: id, label, name: nameMasked, userId, buildingId, area: 0 },
      personKey: userId === null ? `person:${id}` : `user:${userId}`,
    }));
}

async function householdsOf(
  reader: Reader,
  doors: ElectorDoors,
  input: Asked,
): Promise<(Elector & { personKey: string })[]> {
  const bornUntil = rules.bornUntil(shanghaiParts(input.now).year);
  const rows = await readDoorLines(reader, input.areaId, { buildingIds: placesOf(doors, input), bornUntil });
  return rows.map(({ id, label, nameMasked, userId, buildingId }) => ({
    ...{ ref: id, label, name: nameMasked ?? '', userId, buildingId, area: 0 },
    personKey: `household:${id}`,
  }));
}

/** The members on record; where there are none yet, who holds the roles that make up the body. */
async function membersOf(
  reader: Reader,
  doors: ElectorDoors,
  input: Asked,
  word: string,
): Promise<(Elector & { personKey: string })[]> {
  const rows = await store.readMemberLines(reader, input.areaId, { word, estateId: input.estateId });
  if (rows.length === 0) return holdersOf(doors, input, doors.words.holders[word] ?? []);
  return rows.map(({ id, bodyName, post, nameMasked, nameIndex, phoneIndex, userId }) => ({
    ...{ ref: id, label: `${bodyName}${post}`, name: nameMasked, userId, buildingId: null, area: 0 },
    personKey: userId === null ? `name:${nameIndex} ${phoneIndex ?? ''}` : `user:${userId}`,
  }));
}

function holdersOf(
  doors: ElectorDoors,
  { areaId, estateId }: Asked,
  roles: string[],
): (Elector & { personKey: string })[] {
  const { tree, roster } = doors;
  const places = estateId === null ? [areaId, ...tree.below(areaId)] : [areaId, estateId, ...tree.below(estateId)];
  return roster.holders(roles, places).map(({ userId, name, role }) => ({
    ...{ ...nobody, ref: userId, label: doors.words.kinds[role]?.label ?? '', name: maskName(name), userId },
    personKey: `user:${userId}`,
  }));
}
