import type { Reader } from '#platform/database';

export type ChildRow = { number: string; title: string; status: string; step: string; definitionHash: string };

/** The matters another one began, the oldest first. */
export function readChildRows(reader: Reader, areaId: string, parentId: string, limit: number): Promise<ChildRow[]> {
  return reader.query<ChildRow>(
    `select number, title, status, step, definition_hash as "definitionHash" from matters
     where area_id = $1 and parent_id = $2 order by number limit $3`,
    [areaId, parentId, limit],
    'matters.children',
  );
}
