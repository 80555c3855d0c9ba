import type { Reader } from '#platform/database';
import type { BodyMemberRow } from '../tables.ts';

const columns = `m.area_id as "areaId", m.id, m.body_id as "bodyId", m.post, m.user_id as "userId", m.person_id as "personId",
  m.name_sealed as "nameSealed", m.name_index as "nameIndex", m.name_masked as "nameMasked", m.phone_sealed as "phoneSealed",
  m.phone_index as "phoneIndex", m.phone_masked as "phoneMasked", m.party_member as "partyMember", m.party, m.standing, m.shown,
  m.from_on as "fromOn", m.left_on as "leftOn", m.left_why as "leftWhy", m.created_at as "createdAt", m.created_by as "createdBy"`;

/** Members of every body that stands, those who have left too, in the order in which they came. */
export function readAllMembers(reader: Reader, areaId: string): Promise<BodyMemberRow[]> {
  return reader.query<BodyMemberRow>(
    `select ${columns} from body_members m join bodies b on b.area_id = $1 and b.id = m.body_id and b.closed_on is null
     where m.area_id = $1 order by m.from_on, m.id`,
    [areaId],
  );
}

export async function readMember(
  reader: Reader,
  which: { areaId: string; bodyId: string; id: string },
): Promise<BodyMemberRow | null> {
  const rows = await reader.query<BodyMemberRow>(
    `select ${columns} from body_members m where m.area_id = $1 and m.body_id = $2 and m.id = $3`,
    [which.areaId, which.bodyId, which.id],
  );
  return rows[0] ?? null;
}

/** Who sits in a body now. */
export function readSitting(reader: Reader, areaId: string, bodyId: string): Promise<BodyMemberRow[]> {
  return reader.query<BodyMemberRow>(
    `select ${columns} from body_members m where m.area_id = $1 and m.body_id = $2 and m.left_on is null order by m.from_on, m.id`,
    [areaId, bodyId],
  );
}

export type SittingLine = {
  userId: string | null;
  nameIndex: string;
  phoneIndex: string | null;
  word: string;
  bodyId: string;
  bodyName: string;
  post: string;
  estateId: string | null;
  placeId: string | null;
  partyMember: boolean;
};

/** Every seat of an area that is held now, with its body. */
export function readSittings(reader: Reader, areaId: string): Promise<SittingLine[]> {
  return reader.query<SittingLine>(
    `select m.user_id as "userId", m.name_index as "nameIndex", m.phone_index as "phoneIndex", b.body as word, b.id as "bodyId",
       b.name as "bodyName", m.post, b.estate_id as "estateId", b.place_id as "placeId", m.party_member as "partyMember"
     from body_members m join bodies b on b.area_id = $1 and b.id = m.body_id and b.closed_on is null
     where m.area_id = $1 and m.left_on is null order by b.name, m.id`,
    [areaId],
  );
}

/** Adds a member; false when she holds the post already. */
export async function insertMember(
  reader: Reader,
  row: Omit<BodyMemberRow, 'leftOn' | 'leftWhy' | 'createdAt'>,
  now: Date,
): Promise<boolean> {
  const rows = await reader.query(
    `insert into body_members (area_id, id, body_id, post, user_id, person_id, name_sealed, name_index, name_masked, phone_sealed,
       phone_index, phone_masked, party_member, party, standing, shown, from_on, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) on conflict do nothing returning id`,
    [
      ...[
        row.areaId,
        row.id,
        row.bodyId,
        row.post,
        row.userId,
        row.personId,
        row.nameSealed,
        row.nameIndex,
        row.nameMasked,
      ],
      ...[row.phoneSealed, row.phoneIndex, row.phoneMasked, row.partyMember, row.party, row.standing, row.shown],
      ...[row.fromOn, now, row.createdBy],
    ],
  );
  return rows.length > 0;
}

export async function changeMember(
  reader: Reader,
  which: { areaId: string; bodyId: string; id: string },
  change: { shown: boolean | null; partyMember: boolean | null },
): Promise<boolean> {
  const rows = await reader.query(
    `update body_members set shown = coalesce($4, shown), party_member = coalesce($5, party_member)
     where area_id = $1 and body_id = $2 and id = $3 and left_on is null returning id`,
    [which.areaId, which.bodyId, which.id, change.shown, change.partyMember],
  );
  return rows.length > 0;
}

/** Notes that members have left, one or all of a body; answers the accounts they have. */
export async function leave(
  reader: Reader,
  which: { areaId: string; bodyId: string; id: string | null },
  leaving: { on: string; why: string },
): Promise<{ userId: string | null }[]> {
  return reader.query<{ userId: string | null }>(
    `update body_members set left_on = greatest($4::date, from_on), left_why = $5
     where area_id = $1 and body_id = $2 and ($3::uuid is null or id = $3) and left_on is null returning user_id as "userId"`,
    [which.areaId, which.bodyId, which.id, leaving.on, leaving.why],
  );
}
