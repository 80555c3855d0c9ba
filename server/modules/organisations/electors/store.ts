import type { Reader } from '#platform/database';
import type { DoorOfOwner } from './rules.ts';

/** The doors of an estate with who votes for each, in order of the doors. */
export function readVotingDoors(reader: Reader, areaId: string, estateId: string): Promise<DoorOfOwner[]> {
  return reader.query<DoorOfOwner>(
    `select o.owner_key as "ownerKey", u.label, u.building_id as "buildingId", u.title_area as area, o.name_masked as "nameMasked",
       o.user_id as "userId"
     from owned_units u join owners o on o.area_id = $1 and o.unit_id = u.id and o.id = u.voter_id
     where u.area_id = $1 and u.estate_id = $2 and u.removed_at is null order by u.sort, u.id`,
    [areaId, estateId],
  );
}

export type MemberLine = {
  id: string;
  bodyName: string;
  post: string;
  userId: string | null;
  nameMasked: string;
  nameIndex: string;
  phoneIndex: string | null;
};

/** Who sits in the bodies of a word now: all of the community's, or of one estate. */
export function readMemberLines(
  reader: Reader,
  areaId: string,
  asked: { word: string; estateId: string | null },
): Promise<MemberLine[]> {
  return reader.query<MemberLine>(
    `select m.id, b.name as "bodyName", m.post, m.user_id as "userId", m.name_masked as "nameMasked", m.name_index as "nameIndex",
       m.phone_index as "phoneIndex"
     from body_members m join bodies b on b.area_id = $1 and b.id = m.body_id
     where m.area_id = $1 and m.left_on is null and b.body = $2 and b.closed_on is null
       and ($3::uuid is null or b.estate_id is null or b.estate_id = $3)
     order by b.name, m.from_on, m.id`,
    [areaId, asked.word, asked.estateId],
  );
}
