import type { Reader } from '#platform/database';
import type { Scope } from '../scope/rules.ts';

/** Ids of the residents of a scope in order of their address: small, so that the rows can follow a page at a time. */
export async function readRosterIds(reader: Reader, areaId: string, scope: Scope): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select p.id from people p left join households h on h.area_id = $1 and h.id = p.household_id
     where p.area_id = $1 and p.left_at is null
       and ($2::uuid[] is null or h.grid_id = any($2) or h.building_id = any($2))
     order by coalesce(h.sort, '~'), p.id`,
    [areaId, scope === 'all' ? null : scope],
  );
  return rows.map((row) => row.id);
}

export type RosterRow = {
  id: string;
  nameSealed: string;
  nameMasked: string;
  phoneSealed: string | null;
  phoneMasked: string | null;
  idNumberSealed: string | null;
  noteSealed: string | null;
  birthYear: number | null;
  gender: string | null;
  tags: string[];
  label: string | null;
  gridId: string | null;
  buildingId: string | null;
  unit: string | null;
  room: string | null;
};

export async function readRosterRows(reader: Reader, areaId: string, ids: string[]): Promise<RosterRow[]> {
  const rows = await reader.query<RosterRow>(
    `select p.id, p.name_sealed as "nameSealed", p.name_masked as "nameMasked", p.phone_sealed as "phoneSealed",
       p.phone_masked as "phoneMasked", p.id_number_sealed as "idNumberSealed", p.note_sealed as "noteSealed",
       p.birth_year as "birthYear", p.gender, p.tags, h.label, h.grid_id as "gridId", h.building_id as "buildingId", h.unit, h.room
     from people p left join households h on h.area_id = $1 and h.id = p.household_id
     where p.area_id = $1 and p.id = any($2)`,
    [areaId, ids],
    'people.roster',
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type PeopleTally = {
  gridId: string | null;
  buildingId: string | null;
  gender: string | null;
  birthYear: number | null;
  tags: string[];
  count: number;
};

/** How many residents there are of each kind that figures ask for. */
export function tallyPeople(reader: Reader, areaId: string): Promise<PeopleTally[]> {
  return reader.query<PeopleTally>(
    `select h.grid_id as "gridId", h.building_id as "buildingId", p.gender, p.birth_year as "birthYear", p.tags, count(*) as count
     from people p left join households h on h.area_id = $1 and h.id = p.household_id
     where p.area_id = $1 and p.left_at is null group by 1, 2, 3, 4, 5`,
    [areaId],
  );
}

export type HouseholdTally = { gridId: string | null; buildingId: string | null; count: number };

export function tallyHouseholds(reader: Reader, areaId: string): Promise<HouseholdTally[]> {
  return reader.query<HouseholdTally>(
    `select grid_id as "gridId", building_id as "buildingId", count(*) as count from households where area_id = $1 group by 1, 2`,
    [areaId],
  );
}

/** The marks residents of a community carry. */
export async function readTags(reader: Reader, areaId: string): Promise<string[]> {
  const rows = await reader.query<{ tag: string }>(
    `select distinct unnest(tags) as tag from people where area_id = $1 and left_at is null order by 1`,
    [areaId],
  );
  return rows.map((row) => row.tag);
}
