import type { Reader } from '#platform/database';
import type { HouseholdCardRow } from '../tables.ts';

export type CardRecord = HouseholdCardRow & {
  householdLabel: string;
  personName: string | null;
  gridId: string | null;
  buildingId: string | null;
};

const columns = `c.area_id as "areaId", c.id, c.household_id as "householdId", c.person_id as "personId", c.token_hash as "tokenHash",
  c.issued_at as "issuedAt", c.issued_by as "issuedBy", c.first_used_at as "firstUsedAt", c.confirmed_at as "confirmedAt",
  c.confirmed_by as "confirmedBy", c.revoked_at as "revokedAt", c.revoked_by as "revokedBy", c.last_used_at as "lastUsedAt",
  h.label as "householdLabel", h.grid_id as "gridId", h.building_id as "buildingId", p.name_masked as "personName"`;

const withHousehold = `household_cards c join households h on h.area_id = $1 and h.id = c.household_id
  left join people p on p.area_id = $1 and p.id = c.person_id`;

export function readCards(reader: Reader, areaId: string, householdId: string): Promise<CardRecord[]> {
  return reader.query<CardRecord>(
    `select ${columns} from ${withHousehold} where c.area_id = $1 and c.household_id = $2 order by c.id desc limit 100`,
    [areaId, householdId],
  );
}

/** Cards used for the first time and not yet confirmed, the longest waiting first. */
export function readWaiting(reader: Reader, areaId: string): Promise<CardRecord[]> {
  return reader.query<CardRecord>(
    `select ${columns} from ${withHousehold}
     where c.area_id = $1 and c.first_used_at is not null and c.confirmed_at is null and c.revoked_at is null
     order by c.first_used_at limit 100`,
    [areaId],
  );
}

export async function readCard(reader: Reader, areaId: string, id: string): Promise<CardRecord | null> {
  const rows = await reader.query<CardRecord>(
    `select ${columns} from ${withHousehold} where c.area_id = $1 and c.id = $2`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

export function readCardsById(reader: Reader, areaId: string, ids: string[]): Promise<CardRecord[]> {
  return reader.query<CardRecord>(
    `select ${columns} from ${withHousehold} where c.area_id = $1 and c.id = any($2::uuid[]) order by h.sort, h.id`,
    [areaId, ids],
  );
}

export async function findCard(reader: Reader, areaId: string, tokenHash: string): Promise<CardRecord | null> {
  const rows = await reader.query<CardRecord>(
    `select ${columns} from ${withHousehold} where c.area_id = $1 and c.token_hash = $2`,
    [areaId, tokenHash],
  );
  return rows[0] ?? null;
}

export type NewCardRow = {
  id: string;
  householdId: string;
  personId: string | null;
  tokenHash: string;
  issuedBy: string;
};

export async function insertCards(reader: Reader, now: Date, areaId: string, rows: NewCardRow[]): Promise<void> {
  await reader.query(
    `insert into household_cards (area_id, id, household_id, person_id, token_hash, issued_at, issued_by)
     select $1, id, "householdId", "personId", "tokenHash", $2, "issuedBy"
     from json_to_recordset($3::json) as row (id uuid, "householdId" uuid, "personId" uuid, "tokenHash" text, "issuedBy" text)`,
    [areaId, now, JSON.stringify(rows)],
  );
}

/** Revokes the live cards of the same people, or of the households where nobody is named; answers their ids. */
export async function revokeEarlier(
  reader: Reader,
  now: Date,
  input: { areaId: string; holders: { householdId: string; personId: string | null }[]; by: string },
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `update household_cards c set revoked_at = $3, revoked_by = $4
     from json_to_recordset($2::json) as holder ("householdId" uuid, "personId" uuid)
     where c.area_id = $1 and c.household_id = holder."householdId"
       and c.person_id is not distinct from holder."personId" and c.revoked_at is null returning c.id`,
    [input.areaId, JSON.stringify(input.holders), now, input.by],
  );
  return rows.map((one) => one.id);
}

export async function markRevoked(
  reader: Reader,
  now: Date,
  row: { areaId: string; id: string; by: string },
): Promise<void> {
  await reader.query(
    `update household_cards set revoked_at = $3, revoked_by = $4 where area_id = $1 and id = $2 and revoked_at is null`,
    [row.areaId, row.id, now, row.by],
  );
}

/** Marks the first use; false when another use was first. */
export async function markFirstUse(reader: Reader, now: Date, areaId: string, id: string): Promise<boolean> {
  const rows = await reader.query(
    `update household_cards set first_used_at = $3, last_used_at = $3 where area_id = $1 and id = $2 and first_used_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

/** Marks a later use; false when the card was revoked in between. */
export async function markUse(reader: Reader, now: Date, areaId: string, id: string): Promise<boolean> {
  const rows = await reader.query(
    `update household_cards set last_used_at = $3 where area_id = $1 and id = $2 and revoked_at is null returning id`,
    [areaId, id, now],
  );
  return rows.length > 0;
}

export async function markConfirmed(
  reader: Reader,
  now: Date,
  row: { areaId: string; id: string; by: string },
): Promise<void> {
  await reader.query(
    `update household_cards set confirmed_at = $3, confirmed_by = $4
     where area_id = $1 and id = $2 and confirmed_at is null and revoked_at is null`,
    [row.areaId, row.id, now, row.by],
  );
}
