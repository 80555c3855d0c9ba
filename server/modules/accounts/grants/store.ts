import type { Reader, Tx } from '#platform/database';

export type GrantRow = {
  id: string;
  userId: string;
  name: string;
  face: string | null;
  username: string | null;
  role: string;
  areaId: string;
  heldFrom: string;
};

const columns = `g.id, g.user_id as "userId", u.name, u.face, u.username, g.role, g.area_id as "areaId", g.held_from as "heldFrom"`;

/** Roles held now at an area or below it. */
export async function listGrants(reader: Reader, areaId: string): Promise<GrantRow[]> {
  return reader.query<GrantRow>(
    `select ${columns} from auth.grants g join auth."user" u on u.id = g.user_id join areas a on a.id = g.area_id
     where g.held_until is null and a.path @> array[$1::uuid]
     order by array_length(a.path, 1), a.position, a.name, g.role, g.held_from, g.id limit 2000`,
    [areaId],
  );
}

/** Whether somebody holds the role anywhere now. */
export async function isHeld(reader: Reader, role: string): Promise<boolean> {
  const rows = await reader.query(`select 1 from auth.grants where role = $1 and held_until is null limit 1`, [role]);
  return rows.length > 0;
}

export async function findGrant(reader: Reader, id: string): Promise<GrantRow | null> {
  const rows = await reader.query<GrantRow>(
    `select ${columns} from auth.grants g join auth."user" u on u.id = g.user_id where g.id = $1 and g.held_until is null`,
    [id],
  );
  return rows[0] ?? null;
}

export async function grantsOf(reader: Reader, userId: string): Promise<GrantRow[]> {
  return reader.query<GrantRow>(
    `select ${columns} from auth.grants g join auth."user" u on u.id = g.user_id
     where g.user_id = $1 and g.held_until is null order by g.held_from, g.id`,
    [userId],
  );
}

export type NewGrantRow = { role: string; areaId: string };

/** Adds roles; one held already stays as it is. */
export async function insertGrants(
  tx: Tx,
  input: { userId: string; grants: NewGrantRow[]; grantedBy: string },
): Promise<void> {
  if (input.grants.length === 0) return;
  await tx.query(
    `insert into auth.grants (id, user_id, role, area_id, held_from, granted_by)
     select t.id, $1, t.role, t.area_id, $2, $3 from unnest($4::uuid[], $5::text[], $6::uuid[]) as t (id, role, area_id)
     on conflict (user_id, role, area_id) where held_until is null do nothing`,
    [
      input.userId,
      tx.now,
      input.grantedBy,
      input.grants.map(() => tx.newId()),
      input.grants.map((grant) => grant.role),
      input.grants.map((grant) => grant.areaId),
    ],
    'accounts.insert-grants',
  );
}

export async function endGrants(tx: Tx, ids: string[]): Promise<void> {
  await tx.query(`update auth.grants set held_until = $2 where id = any($1::uuid[]) and held_until is null`, [
    ids,
    tx.now,
  ]);
}

export async function endGrantsOf(
  tx: Tx,
  grant: { userId: string; role: string; areaId: string; grantedBy: string },
): Promise<void> {
  await tx.query(
    `update auth.grants set held_until = $5 where user_id = $1 and role = $2 and area_id = $3 and granted_by = $4
       and held_until is null`,
    [grant.userId, grant.role, grant.areaId, grant.grantedBy, tx.now],
  );
}

export async function findName(
  reader: Reader,
  userId: string,
): Promise<{ name: string; username: string | null; disabled: boolean } | null> {
  const rows = await reader.query<{ name: string; username: string | null; disabled: boolean }>(
    `select name, username, disabled_at is not null as disabled from auth."user" where id = $1`,
    [userId],
  );
  return rows[0] ?? null;
}
