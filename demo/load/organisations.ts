import type { Tx } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import { importBodies, importOwners } from '#modules/organisations';
import { readDoorLines } from '#modules/people/electors';
import type { BodyPlan } from '../bodies.ts';
import type { CommunityCast } from '../contract.ts';
import type { EstatePlan, OwnerPlan } from '../owners.ts';
import { buildingKey, estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

/** Puts the bodies of one community down, with the roles of their members and the ends of their terms. */
export function loadBodies(tx: Tx, sealer: Sealer, one: CommunityCast, known: Known, plans: BodyPlan[]): void {
  const { community } = one;
  importBodies(
    tx,
    { sealer },
    plans.map(({ key, area, estate, place, parent, members, ...plan }) => ({
      ...plan,
      areaId: demoId(area),
      id: bodyId(area, key),
      estateId: estate && demoId(estateKey(community, estate)),
      placeId: place && demoId(place),
      parentId: plan.level !== null && plan.level >= 3 && parent ? bodyId(area, parent) : null,
      members: members.map(({ person, ...member }) => ({
        ...member,
        name: person.name,
        phone: person.phone,
        userId: known.users.get(person.key) ?? null,
        personId: known.persons.get(person.key) ?? null,
      })),
    })),
  );
}

/** The id of a body of the demo city: by its key in the community. */
export const bodyId = (code: string, key: string): string => demoId(`${code}/body/${key}`);

/** Puts the doors and owners of the estates of one community down. */
export async function loadOwners(
  tx: Tx,
  sealer: Sealer,
  one: CommunityCast,
  known: Known,
  plans: EstatePlan[],
): Promise<void> {
  const { community } = one;
  const areaId = demoId(community.code);
  const lines = await readDoorLines(tx, areaId, { buildingIds: null, bornUntil: 0 });
  const homes = new Map(lines.map(({ id, buildingId, unit, room }) => [`${buildingId} ${unit} ${room}`, id]));
  const [worker] = one.workers;
  const by = { by: known.users.get(worker?.key ?? '') ?? 'system', byName: worker?.name ?? '' };
  for (const { estate, units, totals, source } of plans) {
    const building = (number: number): string => demoId(buildingKey(community, estate, number));
    importOwners(
      tx,
      { sealer },
      {
        areaId,
        estateId: demoId(estateKey(community, estate)),
        totals: totals.map(({ building: number, ...total }) => ({ ...total, source, buildingId: building(number) })),
        units: units.map(({ building: number, owners: [first, ...others], verifiedAt, ...unit }) => ({
          ...unit,
          id: demoId(`${community.code}/door/${estate}/${number}/${unit.unit}/${unit.room}`),
          buildingId: building(number),
          buildingName: `${number} 号楼`,
          householdId: homes.get(`${building(number)} ${unit.unit} ${unit.room}`) ?? null,
          verified: verifiedAt === null ? null : { at: verifiedAt, ...by },
          owners: [ownerOf(first, known), ...others.map((owner) => ownerOf(owner, known))],
        })),
      },
    );
  }
}

const ownerOf = ({ person, ...owner }: OwnerPlan, known: Known) => ({
  ...owner,
  userId: (person && known.users.get(person)) ?? null,
  personId: (person && known.persons.get(person)) ?? null,
});
