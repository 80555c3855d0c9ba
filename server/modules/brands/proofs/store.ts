import type { Reader, Tx } from '#platform/database';
import type { ProofRow } from '../tables.ts';

export function readProofs(reader: Reader, areaId: string, brandId: string): Promise<ProofRow[]> {
  return reader.query<ProofRow>(
    `select area_id as "areaId", id, brand_id as "brandId", kind, title, given_by as "givenBy", given_on as "givenOn", link,
       pictures, withdrawn_at as "withdrawnAt" from brand_proofs
     where area_id = $1 and brand_id = $2 and withdrawn_at is null order by given_on desc, id`,
    [areaId, brandId],
  );
}

export async function insertProof(tx: Tx, proof: Omit<ProofRow, 'withdrawnAt'>): Promise<void> {
  await tx.query(
    `insert into brand_proofs (area_id, id, brand_id, kind, title, given_by, given_on, link, pictures)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      proof.areaId,
      proof.id,
      proof.brandId,
      proof.kind,
      proof.title,
      proof.givenBy,
      proof.givenOn,
      proof.link,
      proof.pictures,
    ],
  );
}

/** Takes a proof back; false when there is none. */
export async function withdrawProof(tx: Tx, areaId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `update brand_proofs set withdrawn_at = $3 where area_id = $1 and id = $2 and withdrawn_at is null returning id`,
    [areaId, id, tx.now],
  );
  return rows.length > 0;
}
