import type { Tx } from '#platform/database';

/** Changes whenever words are laid into the index in another way. */
const way = 'search.way-1';

/** Whether it falls to the caller to lay everything anew: true once. */
export async function claimBackfill(tx: Tx): Promise<boolean> {
  const claimed = await tx.query(
    `insert into jobs.settings (name, value) values ($1, $2) on conflict (name) do nothing returning name`,
    [way, JSON.stringify(tx.now.toISOString())],
  );
  return claimed.length > 0;
}
