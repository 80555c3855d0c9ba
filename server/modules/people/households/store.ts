import type { Reader } from '#platform/database';
import type { Scope } from '../scope/rules.ts';
import type { HouseholdRow } from '../tables.ts';

export type HouseholdRecord = Omit<HouseholdRow, 'areaId' | 'createdAt' | 'sort'> & { memberCount: number };

const householdColumns = `h.id, h.building_id as "buildingId", h.grid_id as "gridId", h.unit, h.room, h.label, h.version,
  (select count(*)::int from people p where p.area_id = $1 and p.household_id = h.id and p.left_at is null) as "memberCount"`;

export type HouseholdFilter = {
  scope: Scope;
  buildingId: string | null;
  gridId: string | null;
  q: string;
  card: 'none' | 'unused' | null;
  after: string | null;
  limit: number;
};

export function readHouseholds(reader: Reader, areaId: string, filter: HouseholdFilter): Promise<HouseholdRecord[]> {
  const { scope, buildingId, gridId, q, card, after, limit } = filter;
  return reader.query<HouseholdRecord>(
    `select ${householdColumns} from households h
     where h.area_id = $1 and ($2::uuid[] is null or h.grid_id = any($2) or h.building_id = any($2))
       and ($3::uuid is null or h.building_id = $3) and ($4::uuid is null or h.grid_id = $4)
       and ($5 = '' or position(replace($5, ' ', '') in replace(h.label, ' ', '')) > 0)
       and ($6::uuid is null or (h.sort, h.id) > (select sort, id from households where area_id = $1 and id = $6))
       and ($8::text is null or $8 = (select case count(*) when 0 then 'none' when count(*) filter (where c.first_used_at is null) then 'unused' end
         from household_cards c where c.area_id = $1 and c.household_id = h.id and c.revoked_at is null))
     order by h.sort, h.id limit $7`,
    [areaId, scope === 'all' ? null : scope, buildingId, gridId, q, after, limit, card],
  );
}

export type PeopleCounts = { households: number; residents: number; cards: number };

/** How many households and residents a community has on record, and how many households hold a card. */
export async function countPeople(reader: Reader, areaId: string): Promise<PeopleCounts> {
  const rows = await reader.query<PeopleCounts>(
    `select (select count(*) from households where area_id = $1) as households,
       (select count(*) from people where area_id = $1 and left_at is null) as residents,
       (select count(distinct household_id) from household_cards where area_id = $1 and revoked_at is null) as cards`,
    [areaId],
  );
  return rows[0] as PeopleCounts;
}

/** Those of the named households that exist, in order of their address. */
export function readHouseholdsById(reader: Reader, areaId: string, ids: string[]): Promise<HouseholdRecord[]> {
  return reader.query<HouseholdRecord>(
    `select ${householdColumns} from households h where h.area_id = $1 and h.id = any($2::uuid[]) order by h.sort, h.id`,
    [areaId, ids],
  );
}

export async function readHousehold(reader: Reader, areaId: string, id: string): Promise<HouseholdRecord | null> {
  const rows = await reader.query<HouseholdRecord>(
    `select ${householdColumns} from households h where h.area_id = $1 and h.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export type NewHouseholdRow = Omit<HouseholdRow, 'areaId' | 'createdAt' | 'version'>;

/** Inserts households and answers the ids of those whose door was free. */
export async function insertHouseholds(
  reader: Reader,
  areaId: string,
  now: Date,
  rows: NewHouseholdRow[],
): Promise<string[]> {
  const inserted = await reader.query<{ id: string }>(
    `insert into households (area_id, id, building_id, grid_id, unit, room, label, sort, created_at)
     select $1, id, "buildingId", "gridId", unit, room, label, sort, $2
     from json_to_recordset($3::json) as row (id uuid, "buildingId" uuid, "gridId" uuid, unit text, room text, label text, sort text)
     on conflict do nothing returning id`,
    [areaId, now, JSON.stringify(rows)],
  );
  return inserted.map((row) => row.id);
}

export type HouseholdSpot = { id: string; buildingId: string | null; gridId: string | null };

/** The households of some buildings, or of the whole area, by address. */
export function readSpots(reader: Reader, areaId: string, buildingIds: string[] | null): Promise<HouseholdSpot[]> {
  return reader.query<HouseholdSpot>(
    `select id, building_id as "buildingId", grid_id as "gridId" from households
     where area_id = $1 and ($2::uuid[] is null or building_id = any($2)) order by sort, id`,
    [areaId, buildingIds],
  );
}
