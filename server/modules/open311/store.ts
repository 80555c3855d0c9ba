import type { Reader } from '#platform/database';
import { matterColumns, type MatterRow } from '#kernel/workflow';

// What the public may see has a category; whatever has none is no service of the standard.
const isShown = `m.visible <> 'restricted' and m.face->>'category' is not null`;

export type Wanted = {
  areaIds: string[];
  from: Date;
  to: Date;
  status: 'open' | 'closed' | null;
  /** Pairs of method and category, side by side; null for every service. */
  services: { methods: string[]; categories: string[] } | null;
  limit: number;
};

/** Matters made in a time, the latest first: as many as asked out of each area's own index, merged. */
export function readShown(reader: Reader, wanted: Wanted): Promise<MatterRow[]> {
  return reader.query<MatterRow>(
    `select page.* from unnest($1::uuid[]) as area (id) cross join lateral (
       select ${matterColumns} from matters m
       where m.area_id = area.id and m.created_at >= $2 and m.created_at <= $3 and ${isShown}
         and ($4::text is null or (m.status = 'open') = ($4 = 'open'))
         and ($5::text[] is null or (m.method, m.face->>'category') in (select * from unnest($5::text[], $6::text[])))
       order by m.created_at desc, m.id desc limit $7
     ) page order by page."createdAt" desc, page.id desc limit $7`,
    [
      wanted.areaIds,
      wanted.from,
      wanted.to,
      wanted.status,
      wanted.services?.methods ?? null,
      wanted.services?.categories ?? null,
      wanted.limit,
    ],
  );
}

/** Matters by their public codes, the latest first. */
export function readShownByCode(
  reader: Reader,
  wanted: { areaIds: string[]; codes: string[]; limit: number },
): Promise<MatterRow[]> {
  return reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = any($1::uuid[]) and m.trace_code = any($2::text[]) and ${isShown}
     order by m.created_at desc, m.id desc limit $3`,
    [wanted.areaIds, wanted.codes, wanted.limit],
  );
}
