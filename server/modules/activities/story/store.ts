import type { Reader } from '#platform/database';
import type { ActivityRow } from '../tables.ts';

type ActivityOf = Pick<ActivityRow, 'areaId' | 'id' | 'title' | 'place' | 'host' | 'startsAt' | 'endsAt'>;

const columns = `area_id as "areaId", id, title, place, host, starts_at as "startsAt", ends_at as "endsAt"`;

/** Some activities of an area that are published. */
export function readSome(reader: Reader, areaId: string, ids: readonly string[]): Promise<ActivityOf[]> {
  return reader.query<ActivityOf>(
    `select ${columns} from activities where area_id = $1 and state = 'published' and id = any($2::uuid[])`,
    [areaId, ids],
  );
}

/** Published activities whose title has these words, the newest first. */
export function findSome(reader: Reader, areaId: string, words: string, limit: number): Promise<ActivityOf[]> {
  return reader.query<ActivityOf>(
    `select ${columns} from activities where area_id = $1 and state = 'published' and strpos(lower(title), lower($2)) > 0
     order by starts_at desc, id desc limit $3`,
    [areaId, words, limit],
  );
}
