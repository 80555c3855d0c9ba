import type { Reader } from '#platform/database';
import type { FileRow } from './tables.ts';

export type FileRecord = Omit<FileRow, 'createdAt' | 'sizeBytes'>;

const columns = `area_id as "areaId", id, sha256, media_type as "mediaType", width, height, name, subject, public, uploaded_by as "uploadedBy"`;

export async function readFile(reader: Reader, areaId: string, id: string): Promise<FileRecord | null> {
  const rows = await reader.query<FileRecord>(`select ${columns} from files where area_id = $1 and id = $2`, [
    areaId,
    id,
  ]);
  return rows[0] ?? null;
}

export function readFiles(reader: Reader, areaId: string, ids: readonly string[]): Promise<FileRecord[]> {
  return reader.query<FileRecord>(`select ${columns} from files where area_id = $1 and id = any($2)`, [areaId, ids]);
}

/** Says what pictures belong to: the uploader's own that belong to nothing yet, or those that belong there already. */
export async function setSubject(
  reader: Reader,
  areaId: string,
  ids: readonly string[],
  row: { subject: string; uploadedBy: string },
): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `update files set subject = $3 where area_id = $1 and id = any($2) and (subject = $3 or (subject is null and uploaded_by = $4)) returning id`,
    [areaId, ids, row.subject, row.uploadedBy],
  );
  return rows.map((one) => one.id);
}

export async function setPublic(
  reader: Reader,
  areaId: string,
  ids: readonly string[],
  isPublic: boolean,
): Promise<void> {
  await reader.query(`update files set public = $3 where area_id = $1 and id = any($2) and public <> $3`, [
    areaId,
    ids,
    isPublic,
  ]);
}

export async function insertFiles(
  reader: Reader,
  areaId: string,
  now: Date,
  files: (FileRecord & { sizeBytes: number })[],
): Promise<void> {
  await reader.query(
    `insert into files (area_id, id, sha256, media_type, size_bytes, width, height, name, subject, public, uploaded_by, created_at)
     select $1, id, sha256, "mediaType", "sizeBytes", width, height, name, subject, public, "uploadedBy", $2
     from json_to_recordset($3::json) as row (id uuid, sha256 text, "mediaType" text, "sizeBytes" int, width int, height int,
       name text, subject text, public boolean, "uploadedBy" text)`,
    [areaId, now, JSON.stringify(files)],
  );
}
