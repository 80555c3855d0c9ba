import { violatedConstraint, type Reader } from '#platform/database';
import type { OwnedUnitRow, OwnerRow } from '../tables.ts';

const unitColumns = `u.area_id as "areaId", u.id, u.estate_id as "estateId", u.building_id as "buildingId", u.household_id as "householdId",
  u.unit, u.room, u.label, u.sort, u.use, u.title_area as "titleArea", u.voter_id as "voterId", u.verified_at as "verifiedAt",
  u.verified_by as "verifiedBy", u.verified_by_name as "verifiedByName", u.created_at as "createdAt", u.removed_at as "removedAt", u.version`;
const ownerColumns = `o.area_id as "areaId", o.id, o.unit_id as "unitId", o.owner_key as "ownerKey", o.kind, o.user_id as "userId",
  o.person_id as "personId", o.name_sealed as "nameSealed", o.name_index as "nameIndex", o.name_masked as "nameMasked",
  o.phone_sealed as "phoneSealed", o.phone_index as "phoneIndex", o.phone_masked as "phoneMasked", o.created_at as "createdAt",
  o.left_at as "leftAt"`;

export type UnitFilter = {
  estateId: string;
  buildingId: string | null;
  q: string;
  verified: boolean | null;
  after: string | null;
  limit: number;
};

export function readUnits(reader: Reader, areaId: string, filter: UnitFilter): Promise<OwnedUnitRow[]> {
  const { estateId, buildingId, q, verified, after, limit } = filter;
  return reader.query<OwnedUnitRow>(
    `select ${unitColumns} from owned_units u
     where u.area_id = $1 and u.estate_id = $2 and u.removed_at is null and ($3::uuid is null or u.building_id = $3)
       and ($4 = '' or position(replace($4, ' ', '') in replace(u.label, ' ', '')) > 0)
       and ($5::boolean is null or $5 = (u.verified_at is not null))
       and ($6::uuid is null or (u.sort, u.id) > (select sort, id from owned_units where area_id = $1 and id = $6))
     order by u.sort, u.id limit $7`,
    [areaId, estateId, buildingId, q, verified, after, limit],
  );
}

export async function lockUnit(reader: Reader, areaId: string, id: string): Promise<OwnedUnitRow | null> {
  const rows = await reader.query<OwnedUnitRow>(
    `select ${unitColumns} from owned_units u where u.area_id = $1 and u.id = $2 and u.removed_at is null for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** The owners of some doors now, who votes first. */
export function readOwners(reader: Reader, areaId: string, unitIds: string[]): Promise<OwnerRow[]> {
  return reader.query<OwnerRow>(
    `select ${ownerColumns} from owners o join owned_units u on u.area_id = $1 and u.id = o.unit_id
     where o.area_id = $1 and o.unit_id = any($2) and o.left_at is null order by o.id = u.voter_id desc, o.created_at, o.id`,
    [areaId, unitIds],
  );
}

/** Whether somebody is on record as an owner of a verified door, of one estate or of any. */
export async function isOwner(
  reader: Reader,
  areaId: string,
  asked: { estateId: string | null; userId: string; personId: string | null },
): Promise<boolean> {
  const rows = await reader.query(
    `select 1 from owners o join owned_units u on u.area_id = $1 and u.id = o.unit_id
     where o.area_id = $1 and o.left_at is null and (o.user_id = $3 or o.person_id = $4) and u.removed_at is null
       and u.verified_at is not null and ($2::uuid is null or u.estate_id = $2) limit 1`,
    [areaId, asked.estateId, asked.userId, asked.personId],
  );
  return rows.length > 0;
}

/** How many doors of an estate the voters of these keys have. */
export function countDoors(
  reader: Reader,
  areaId: string,
  asked: { estateId: string; keys: string[] },
): Promise<{ ownerKey: string; doors: number }[]> {
  return reader.query<{ ownerKey: string; doors: number }>(
    `select o.owner_key as "ownerKey", count(*)::int as doors from owned_units u
     join owners o on o.area_id = $1 and o.unit_id = u.id and o.id = u.voter_id
     where u.area_id = $1 and u.estate_id = $2 and u.removed_at is null and o.owner_key = any($3) group by 1`,
    [areaId, asked.estateId, asked.keys],
  );
}

export type BuildingTally = {
  estateId: string;
  buildingId: string | null;
  doors: number;
  titleArea: number;
  verified: number;
};

export function tallyBuildings(reader: Reader, areaId: string): Promise<BuildingTally[]> {
  return reader.query<BuildingTally>(
    `select estate_id as "estateId", building_id as "buildingId", count(*) as doors, sum(title_area) as "titleArea",
       count(verified_at) as verified from owned_units where area_id = $1 and removed_at is null group by 1, 2`,
    [areaId],
  );
}

/** Owners by number per estate, and how many of them can vote in the app. */
export function tallyVoters(
  reader: Reader,
  areaId: string,
): Promise<{ estateId: string; owners: number; withAccount: number }[]> {
  return reader.query<{ estateId: string; owners: number; withAccount: number }>(
    `select u.estate_id as "estateId", count(distinct o.owner_key) as owners,
       count(distinct o.owner_key) filter (where o.user_id is not null) as "withAccount"
     from owned_units u join owners o on o.area_id = $1 and o.unit_id = u.id and o.id = u.voter_id
     where u.area_id = $1 and u.removed_at is null group by 1`,
    [areaId],
  );
}

export type Stated = { estateId: string; buildingId: string; doors: number; titleArea: number; source: string };

export function readStated(reader: Reader, areaId: string): Promise<Stated[]> {
  return reader.query<Stated>(
    `select estate_id as "estateId", building_id as "buildingId", doors, title_area as "titleArea", source from estate_totals
     where area_id = $1`,
    [areaId],
  );
}

export async function keepStated(
  reader: Reader,
  areaId: string,
  total: Stated & { by: string },
  now: Date,
): Promise<void> {
  await reader.query(
    `insert into estate_totals (area_id, estate_id, building_id, doors, title_area, source, stated_at, stated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (area_id, estate_id, building_id) do update set doors = excluded.doors, title_area = excluded.title_area,
       source = excluded.source, stated_at = excluded.stated_at, stated_by = excluded.stated_by`,
    [areaId, total.estateId, total.buildingId, total.doors, total.titleArea, total.source, now, total.by],
  );
}

export type DoorKey = { estateId: string; label: string };

/** Which of these doors are in the register. */
export function findDoors(reader: Reader, areaId: string, doors: DoorKey[]): Promise<DoorKey[]> {
  return reader.query<DoorKey>(
    `select u.estate_id as "estateId", u.label from owned_units u
     join json_to_recordset($2::json) as d ("estateId" uuid, label text) on u.estate_id = d."estateId" and u.label = d.label
     where u.area_id = $1 and u.removed_at is null`,
    [areaId, JSON.stringify(doors)],
  );
}

export type NewOwnerRow = Omit<OwnerRow, 'areaId' | 'createdAt' | 'leftAt'>;

export async function insertOwners(reader: Reader, areaId: string, now: Date, rows: NewOwnerRow[]): Promise<void> {
  await reader.query(
    `insert into owners (area_id, created_at, id, unit_id, owner_key, kind, user_id, person_id, name_sealed, name_index, name_masked,
       phone_sealed, phone_index, phone_masked)
     select $1, $2, id, "unitId", "ownerKey", kind, "userId", "personId", "nameSealed", "nameIndex", "nameMasked", "phoneSealed",
       "phoneIndex", "phoneMasked"
     from json_to_recordset($3::json) as row (id uuid, "unitId" uuid, "ownerKey" text, kind text, "userId" text, "personId" uuid,
       "nameSealed" text, "nameIndex" text, "nameMasked" text, "phoneSealed" text, "phoneIndex" text, "phoneMasked" text)`,
    [areaId, now, JSON.stringify(rows)],
  );
}

export type NewUnitRow = Pick<
  OwnedUnitRow,
  | 'id'
  | 'estateId'
  | 'buildingId'
  | 'householdId'
  | 'unit'
  | 'room'
  | 'label'
  | 'sort'
  | 'use'
  | 'titleArea'
  | 'voterId'
>;

/** Adds doors whose owners are there; answers `taken` when one of them is in the register. */
export async function insertUnits(
  reader: Reader,
  areaId: string,
  now: Date,
  rows: NewUnitRow[],
): Promise<'done' | 'taken'> {
  try {
    await reader.query(
      `insert into owned_units (area_id, created_at, id, estate_id, building_id, household_id, unit, room, label, sort, use, title_area, voter_id)
       select $1, $2, id, "estateId", "buildingId", "householdId", unit, room, label, sort, use, "titleArea", "voterId"
       from json_to_recordset($3::json) as row (id uuid, "estateId" uuid, "buildingId" uuid, "householdId" uuid, unit text, room text,
         label text, sort text, use text, "titleArea" int, "voterId" uuid)`,
      [areaId, now, JSON.stringify(rows)],
    );
    return 'done';
  } catch (error) {
    if (violatedConstraint(error) === 'owned_units_door_key') return 'taken';
    throw error;
  }
}

/** Changes a door; what was verified is to be verified again. */
export async function updateUnit(
  reader: Reader,
  which: { areaId: string; id: string },
  change: { use: string; titleArea: number; voterId: string },
): Promise<void> {
  await reader.query(
    `update owned_units set use = $3, title_area = $4, voter_id = $5, verified_at = null, verified_by = null, verified_by_name = null,
       version = version + 1 where area_id = $1 and id = $2`,
    [which.areaId, which.id, change.use, change.titleArea, change.voterId],
  );
}

export async function leaveDoor(reader: Reader, areaId: string, unitId: string, now: Date): Promise<void> {
  await reader.query(`update owners set left_at = $3 where area_id = $1 and unit_id = $2 and left_at is null`, [
    areaId,
    unitId,
    now,
  ]);
}

/** Marks doors as verified; answers how many had not been. */
export async function verify(
  reader: Reader,
  areaId: string,
  ids: string[],
  by: { id: string; name: string; at: Date },
): Promise<number> {
  const rows = await reader.query(
    `update owned_units set verified_at = $3, verified_by = $4, verified_by_name = $5, version = version + 1
     where area_id = $1 and id = any($2) and removed_at is null and verified_at is null returning id`,
    [areaId, ids, by.at, by.id, by.name],
  );
  return rows.length;
}
