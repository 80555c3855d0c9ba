import type { Tx } from '#platform/database';

// Any number will do, as long as nothing else takes it.
const foundingLock = 7_304_001;

/** Lets one founding happen at a time; the lock ends with the transaction. */
export async function lockFounding(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1)`, [foundingLock]);
}
