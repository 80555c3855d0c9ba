import { violatedConstraint, type Reader } from '#platform/database';
import type { BodyChange, BodyForm } from './contract.ts';
import type { BodyRow } from './tables.ts';

const columns = `area_id as "areaId", id, body, name, estate_id as "estateId", place_id as "placeId", level, parent_id as "parentId",
  parent_level as "parentLevel", composition, platform, reach, term_from as "termFrom", term_to as "termTo",
  created_at as "createdAt", created_by as "createdBy", closed_on as "closedOn", version`;

/** Bodies that stand, the party tree first, then as they are called. */
export function readBodies(reader: Reader, areaId: string): Promise<BodyRow[]> {
  return reader.query<BodyRow>(
    `select ${columns} from bodies where area_id = $1 and closed_on is null order by level nulls last, estate_id nulls first, name, id`,
    [areaId],
  );
}

export async function readBody(reader: Reader, areaId: string, id: string): Promise<BodyRow | null> {
  const rows = await reader.query<BodyRow>(
    `select ${columns} from bodies where area_id = $1 and id = $2 and closed_on is null`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

/** The body, held until the transaction ends: two seats of one post are not given at once. */
export async function lockBody(reader: Reader, areaId: string, id: string): Promise<BodyRow | null> {
  const rows = await reader.query<BodyRow>(
    `select ${columns} from bodies where area_id = $1 and id = $2 and closed_on is null for update`,
    [areaId, id],
  );
  return rows[0] ?? null;
}

type NewBody = BodyForm & { areaId: string; id: string; level: number | null; createdBy: string };

/** Inserts a body; false when its name is taken. */
export async function insertBody(reader: Reader, row: NewBody, now: Date): Promise<boolean> {
  const parentLevel = row.parentId === null || row.level === null ? null : row.level - 1;
  const rows = await reader.query(
    `insert into bodies (area_id, id, body, name, estate_id, place_id, level, parent_id, parent_level, composition, platform, reach,
       term_from, term_to, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning id`,
    [
      ...[row.areaId, row.id, row.body, row.name, row.estateId, row.placeId, row.level, row.parentId, parentLevel],
      ...[row.composition, row.platform, row.reach, row.termFrom, row.termTo, now, row.createdBy],
    ],
  );
  return rows.length > 0;
}

/** Writes a body whose version is still this one. */
export async function updateBody(
  reader: Reader,
  which: { areaId: string; id: string },
  change: BodyChange,
): Promise<'done' | 'changed' | 'taken'> {
  try {
    const rows = await reader.query(
      `update bodies set name = $4, composition = $5, platform = $6, reach = $7, term_from = $8, term_to = $9, version = version + 1
       where area_id = $1 and id = $2 and version = $3 and closed_on is null returning id`,
      [
        ...[which.areaId, which.id, change.version, change.name, change.composition, change.platform, change.reach],
        ...[change.termFrom, change.termTo],
      ],
    );
    return rows.length > 0 ? 'done' : 'changed';
  } catch (error) {
    if (violatedConstraint(error) === 'bodies_name_key') return 'taken';
    throw error;
  }
}

export async function closeBody(reader: Reader, areaId: string, id: string, day: string): Promise<boolean> {
  const rows = await reader.query(
    `update bodies set closed_on = $3, version = version + 1 where area_id = $1 and id = $2 and closed_on is null returning id`,
    [areaId, id, day],
  );
  return rows.length > 0;
}

/** How many bodies stand right under one. */
export async function countBelow(reader: Reader, areaId: string, id: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*)::int as count from bodies where area_id = $1 and parent_id = $2 and closed_on is null`,
    [areaId, id],
  );
  return rows[0]?.count ?? 0;
}
