import type { Reader, Tx } from '#platform/database';

export async function readSlots(
  reader: Reader,
  at: { areaId: string; ballotId: string; holder: string },
): Promise<number[]> {
  const rows = await reader.query<{ slot: number }>(
    `select slot from ballot_proxies where area_id = $1 and ballot_id = $2 and holder = $3 and withdrawn_at is null`,
    [at.areaId, at.ballotId, at.holder],
  );
  return rows.map(({ slot }) => slot);
}

export type ProxyRow = {
  areaId: string;
  id: string;
  ballotId: string;
  electorId: string;
  holder: string;
  holderName: string;
  userId: string | null;
  slot: number;
  consentFile: string;
  enteredBy: string;
};

/** False when somebody holds it already, or this person got the same slot at this moment. */
export async function insertProxy(tx: Tx, row: ProxyRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into ballot_proxies (area_id, id, ballot_id, elector_id, holder, holder_name, user_id, slot, consent_file, entered_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [
      ...[row.areaId, row.id, row.ballotId, row.electorId, row.holder, row.holderName, row.userId, row.slot],
      ...[row.consentFile, row.enteredBy, tx.now],
    ],
  );
  return rows.length > 0;
}

export async function withdrawProxy(
  tx: Tx,
  at: { areaId: string; ballotId: string; proxyId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update ballot_proxies set withdrawn_at = $4 where area_id = $1 and ballot_id = $2 and id = $3 and withdrawn_at is null
     returning id`,
    [at.areaId, at.ballotId, at.proxyId, tx.now],
  );
  return rows.length > 0;
}
