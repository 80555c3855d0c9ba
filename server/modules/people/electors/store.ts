import type { Reader } from '#platform/database';

export type ResidentLine = {
  id: string;
  nameMasked: string;
  userId: string | null;
  birthYear: number | null;
  label: string;
  buildingId: string | null;
};

/** Everybody who lives in a community, or in some of its buildings, in order of the doors. */
export function readResidentLines(
  reader: Reader,
  areaId: string,
  buildingIds: readonly string[] | null,
): Promise<ResidentLine[]> {
  return reader.query<ResidentLine>(
    `select p.id, p.name_masked as "nameMasked", p.user_id as "userId", p.birth_year as "birthYear",
       coalesce(h.label, '') as label, h.building_id as "buildingId"
     from people p left join households h on h.area_id = $1 and h.id = p.household_id
     where p.area_id = $1 and p.left_at is null and ($2::uuid[] is null or h.building_id = any($2))
     order by coalesce(h.sort, '~'), p.id`,
    [areaId, buildingIds],
  );
}

export type DoorLine = {
  id: string;
  label: string;
  buildingId: string | null;
  unit: string;
  room: string;
  nameMasked: string | null;
  userId: string | null;
};

/** Every door of a community, or of some of its buildings, with one grown member to speak for it: first who has an account. */
export function readDoorLines(
  reader: Reader,
  areaId: string,
  input: { buildingIds: readonly string[] | null; bornUntil: number },
): Promise<DoorLine[]> {
  return reader.query<DoorLine>(
    `select h.id, h.label, h.building_id as "buildingId", h.unit, h.room, one.name_masked as "nameMasked", one.user_id as "userId"
     from households h left join lateral (
       select p.name_masked, p.user_id from people p where p.area_id = $1 and p.household_id = h.id and p.left_at is null
         and (p.birth_year is null or p.birth_year <= $3)
       order by p.user_id is null, p.birth_year nulls last, p.id limit 1) one on true
     where h.area_id = $1 and ($2::uuid[] is null or h.building_id = any($2)) order by h.sort, h.id`,
    [areaId, input.buildingIds, input.bornUntil],
  );
}
