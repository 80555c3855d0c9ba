import type { Reader, Tx } from '#platform/database';
import type { Face } from '#kernel-contract/workflow';
import type { CardRow } from '../list/store.ts';

export type FoundRow = Pick<
  CardRow,
  'areaId' | 'id' | 'number' | 'traceCode' | 'definitionHash' | 'title' | 'category' | 'place' | 'step' | 'status'
> & { createdAt: string; face: Face };

/** What a line of results says of matters, by their ids. */
export function readFound(reader: Reader, ids: { areaId: string; id: string }[]): Promise<FoundRow[]> {
  return reader.query<FoundRow>(
    `select m.area_id as "areaId", m.id, m.number, m.trace_code as "traceCode", m.definition_hash as "definitionHash", m.title,
       m.category, m.place, m.step, m.status, m.created_at as "createdAt", m.face
     from unnest($1::uuid[], $2::uuid[]) as wanted (area_id, id) join matters m on m.area_id = wanted.area_id and m.id = wanted.id`,
    [ids.map(({ areaId }) => areaId), ids.map(({ id }) => id)],
    'matters.found',
  );
}

export type FindableRow = {
  areaId: string;
  id: string;
  number: string;
  visible: 'public' | 'area' | 'parties' | 'restricted';
  title: string;
  words: string;
  face: Face;
  createdAt: string;
};

/** The next matters of an area in order of their ids; held until the commit, so that nobody changes them meanwhile. */
export function takeFindable(tx: Tx, areaId: string, after: string | null, limit: number): Promise<FindableRow[]> {
  return tx.query<FindableRow>(
    `select area_id as "areaId", id, number, visible, title, words, face, created_at as "createdAt" from matters
     where area_id = $1 and ($2::uuid is null or id > $2) order by id limit $3 for no key update`,
    [areaId, after, limit],
  );
}
