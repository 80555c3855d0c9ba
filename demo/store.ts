import type { Reader } from '#platform/database';

/** What the loader remembers of its own work, among the app's settings. */

export async function readSettings<T>(reader: Reader, prefix: string): Promise<{ name: string; value: T }[]> {
  return reader.query<{ name: string; value: T }>(
    `select name, value from jobs.settings where left(name, length($1)) = $1`,
    [prefix],
  );
}

export async function keepSetting(reader: Reader, name: string, value: unknown): Promise<void> {
  await reader.query(`insert into jobs.settings (name, value) values ($1, $2)`, [name, JSON.stringify(value)]);
}

export async function putSetting(reader: Reader, name: string, value: unknown): Promise<void> {
  await reader.query(
    `insert into jobs.settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}

/** What some people were told in an area before a moment is read, a quarter of an hour after they came. */
export async function readOldMessages(
  reader: Reader,
  told: { areaId: string; userIds: string[] },
  before: Date,
): Promise<void> {
  await reader.query(
    `update messages set read_at = created_at + interval '15 minutes'
     where area_id = $1 and user_id = any($2) and created_at < $3 and read_at is null`,
    [told.areaId, told.userIds, before],
  );
}
