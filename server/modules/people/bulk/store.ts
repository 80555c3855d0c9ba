import type { Reader } from '#platform/database';

export type Door = { buildingId: string | null; unit: string; room: string; label: string };

/** The households behind some doors; a door without a building is known by its address. */
export function findDoors(
  reader: Reader,
  areaId: string,
  doors: Door[],
): Promise<{ id: string; buildingId: string | null; unit: string; room: string; label: string }[]> {
  return reader.query(
    `select h.id, h.building_id as "buildingId", h.unit, h.room, h.label from households h
     join json_to_recordset($2::json) as d ("buildingId" uuid, unit text, room text) on h.building_id = d."buildingId"
       and h.unit = d.unit and h.room = d.room
     where h.area_id = $1
     union all
     select h.id, null, h.unit, h.room, h.label from households h
     where h.area_id = $1 and h.building_id is null and h.label = any($3)`,
    [
      areaId,
      JSON.stringify(doors.filter((door) => door.buildingId)),
      doors.filter((door) => !door.buildingId).map((door) => door.label),
    ],
  );
}

export type TwinKeys = { idNumbers: string[]; phones: string[] };

export type Twin = { id: string; idNumberIndex: string | null; phoneIndex: string | null; nameIndex: string };

/** Ids and indexes of residents who have one of these citizen numbers or telephones. */
export function findTwins(reader: Reader, areaId: string, keys: TwinKeys): Promise<Twin[]> {
  return reader.query<Twin>(
    `select id, id_number_index as "idNumberIndex", phone_index as "phoneIndex", name_index as "nameIndex" from people
     where area_id = $1 and left_at is null and (id_number_index = any($2) or phone_index = any($3))`,
    [areaId, keys.idNumbers, keys.phones],
  );
}
