import type { Reader } from '#platform/database';

/** The names of accounts, by their ids. */
export async function readUserNames(reader: Reader, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.query<{ id: string; name: string }>(`select id, name from auth."user" where id = any($1)`, [
    userIds,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
