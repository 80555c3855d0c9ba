import type { Tx } from '#platform/database';

/** Takes back the deadlines of sessions that were set before. */
export async function dropReminders(tx: Tx, kind: string, sessionIds: readonly string[]): Promise<void> {
  await tx.query(`delete from jobs.deadlines where kind = $1 and subject = any($2::uuid[])`, [kind, sessionIds]);
}
