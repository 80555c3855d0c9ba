import type { Reader } from '#platform/database';

/** Open matters at the same building that its method shows to neighbours: so that nothing is reported twice unknowingly. */
export function readSimilar(
  reader: Reader,
  input: { areaId: string; buildingId: string; now: Date },
): Promise<{ traceCode: string; title: string; step: string; definitionHash: string; createdAt: string }[]> {
  return reader.query(
    `select trace_code as "traceCode", coalesce(face->>'title', face->>'category', '') as title, step, definition_hash as "definitionHash", created_at as "createdAt"
     from matters where area_id = $1 and building_id = $2 and status = 'open' and visible <> 'restricted' and face->>'category' is not null
     order by created_at desc limit 3`,
    [input.areaId, input.buildingId],
  );
}
