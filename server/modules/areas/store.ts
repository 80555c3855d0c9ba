import { violatedConstraint, type Reader } from '#platform/database';
import type { AreaFigure, AreaLevel } from './contract.ts';

export type AreaRecord = {
  id: string;
  parentId: string | null;
  ownerId: string;
  level: AreaLevel;
  code: string | null;
  name: string;
  fullName: string;
  path: string[];
  position: number;
  letters: string | null;
  details: Record<string, unknown>;
};

const columns = `id, parent_id as "parentId", owner_id as "ownerId", level, code, name, full_name as "fullName",
  path, position, letters, details`;

export function readAllAreas(reader: Reader): Promise<AreaRecord[]> {
  return reader.query<AreaRecord>(
    `select ${columns} from areas where closed_on is null order by array_length(path, 1), position, name`,
  );
}

export async function insertAreas(reader: Reader, rows: AreaRecord[]): Promise<void> {
  await reader.query(
    `insert into areas (id, parent_id, owner_id, level, code, name, full_name, path, position, letters, details)
     select id, "parentId", "ownerId", level, code, name, "fullName", path, position, letters, details
     from json_to_recordset($1::json) as row (id uuid, "parentId" uuid, "ownerId" uuid, level text, code text, name text,
       "fullName" text, path uuid[], position int, letters text, details jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** Adds one area; says what of it another area has already, or null. */
export async function insertArea(reader: Reader, row: AreaRecord): Promise<'code' | 'name' | null> {
  try {
    await insertAreas(reader, [row]);
    return null;
  } catch (error) {
    const violated = violatedConstraint(error);
    if (violated === 'areas_code_key') return 'code';
    if (violated === 'areas_full_name_key') return 'name';
    throw error;
  }
}

export async function insertCode(reader: Reader, areaId: string, code: string, validFrom: string): Promise<void> {
  await reader.query(`update area_codes set valid_to = $3 where area_id = $1 and valid_to is null and code <> $2`, [
    areaId,
    code,
    validFrom,
  ]);
  await reader.query(`insert into area_codes (area_id, code, valid_from) values ($1, $2, $3) on conflict do nothing`, [
    areaId,
    code,
    validFrom,
  ]);
}

export async function updateAliases(reader: Reader, id: string, aliases: string[]): Promise<void> {
  await reader.query(`update areas set details = details || jsonb_build_object('aliases', $2::jsonb) where id = $1`, [
    id,
    JSON.stringify(aliases),
  ]);
}

export function readFigures(reader: Reader, areaId: string): Promise<AreaFigure[]> {
  return reader.query<AreaFigure>(
    `select id, metric, value, unit, qualifier, period, source, published_on as "publishedOn"
     from area_figures where area_id = $1 order by position, metric`,
    [areaId],
  );
}

export function readCodes(
  reader: Reader,
  areaId: string,
): Promise<{ code: string; validFrom: string; validTo: string | null }[]> {
  return reader.query(
    `select code, valid_from as "validFrom", valid_to as "validTo" from area_codes where area_id = $1 order by valid_from desc`,
    [areaId],
  );
}

export async function insertCodes(
  reader: Reader,
  rows: { areaId: string; code: string; validFrom: string }[],
): Promise<void> {
  await reader.query(
    `insert into area_codes (area_id, code, valid_from)
     select "areaId", code, "validFrom" from json_to_recordset($1::json) as row ("areaId" uuid, code text, "validFrom" date)`,
    [JSON.stringify(rows)],
  );
}
