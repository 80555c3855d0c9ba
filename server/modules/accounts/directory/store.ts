import type { Reader } from '#platform/database';

export type HolderRow = {
  userId: string;
  name: string;
  face: string | null;
  workPhone: string | null;
  dutyUntil: string | null;
  role: string;
  areaId: string;
  /** How she is reached outside the app. */
  wantsSms: boolean;
  homeAreaId: string | null;
  personId: string | null;
};

const columns = `u.id as "userId", u.name, u.face, u.preferences->>'workPhone' as "workPhone", u.preferences->>'dutyUntil' as "dutyUntil", g.role, g.area_id as "areaId",
  coalesce((u.preferences->>'sms')::boolean, false) as "wantsSms", u.home_area_id as "homeAreaId", u.person_id as "personId"`;

/** Everyone who holds a role now: staff and volunteers, small enough to keep in memory. */
export function readHolders(reader: Reader): Promise<HolderRow[]> {
  return reader.query<HolderRow>(
    `select ${columns} from auth.grants g join auth."user" u on u.id = g.user_id
     where g.held_until is null and u.disabled_at is null order by g.held_from, u.id`,
  );
}
