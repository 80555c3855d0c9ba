import type { Reader } from '#platform/database';

/** A household as a door one hands something over at. */
export type Door = {
  id: string;
  label: string;
  buildingId: string | null;
  gridId: string | null;
  /** Accounts of those who live there. */
  userIds: string[];
};

/** Doors of some buildings in order of their address; without any named, every door of the community. */
export function readDoors(reader: Reader, areaId: string, buildingIds: readonly string[]): Promise<Door[]> {
  return reader.query<Door>(
    `select h.id, h.label, h.building_id as "buildingId", h.grid_id as "gridId",
       array(select p.user_id from people p where p.area_id = h.area_id and p.household_id = h.id
         and p.left_at is null and p.user_id is not null) as "userIds"
     from households h where h.area_id = $1 and (cardinality($2::uuid[]) = 0 or h.building_id = any($2::uuid[]))
     order by h.sort, h.id`,
    [areaId, buildingIds],
  );
}
