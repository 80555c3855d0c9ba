import type { Reader } from '#platform/database';

/** When an area first adopted each set of duties: its periods count from then on, whatever was changed since. */
export function firstAdoptions(reader: Reader): Promise<{ areaId: string; set: string; at: string }[]> {
  return reader.query(
    `select area_id as "areaId", method as "set", min(adopted_at) as at from adoptions
     where kind = 'duties' group by area_id, method`,
  );
}
