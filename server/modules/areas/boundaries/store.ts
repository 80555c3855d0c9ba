import type { Reader, Tx } from '#platform/database';
import type { Boundary, Box } from './contract.ts';

export type DrawnArea = { id: string; geometry: Boundary; bbox: Box; schematic: boolean };

/** Which of these areas are drawn, and how. */
export function readDrawn(reader: Reader, ids: string[]): Promise<DrawnArea[]> {
  return reader.query<DrawnArea>(
    `select id, geometry, bbox, schematic from areas where id = any($1) and geometry is not null`,
    [ids],
  );
}

/** Keeps or (null) takes away the boundaries of areas. */
export async function writeBoundaries(
  tx: Tx,
  drawn: { id: string; geometry: Boundary | null; bbox: Box | null; schematic: boolean }[],
): Promise<void> {
  await tx.query(
    `update areas a set geometry = nullif(row.geometry, 'null'::jsonb), bbox = nullif(row.bbox, 'null'::jsonb), schematic = row.schematic
     from jsonb_to_recordset($1::jsonb) as row (id uuid, geometry jsonb, bbox jsonb, schematic boolean) where a.id = row.id`,
    [JSON.stringify(drawn)],
  );
}
