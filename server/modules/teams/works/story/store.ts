import type { Reader } from '#platform/database';
import type { WorkRow } from '../tables.ts';

type WorkOf = Pick<WorkRow, 'areaId' | 'id' | 'title' | 'kind'> & { at: string };

const columns = `area_id as "areaId", id, title, kind, coalesce(decided_at, submitted_at) as at`;

/** Some works of an area that hang. */
export function readSome(reader: Reader, areaId: string, ids: readonly string[]): Promise<WorkOf[]> {
  return reader.query<WorkOf>(
    `select ${columns} from works where area_id = $1 and state = 'published' and id = any($2::uuid[])`,
    [areaId, ids],
  );
}

/** Works that hang whose title has these words, the newest first. */
export function findSome(reader: Reader, areaId: string, words: string, limit: number): Promise<WorkOf[]> {
  return reader.query<WorkOf>(
    `select ${columns} from works where area_id = $1 and state = 'published' and strpos(lower(title), lower($2)) > 0
     order by at desc, id desc limit $3`,
    [areaId, words, limit],
  );
}
