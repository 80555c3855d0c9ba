import type { Reader, Tx } from '#platform/database';

export type UserInsert = {
  name: string;
  username?: string | null;
  face?: string | null;
  phoneIndex?: string | null;
  homeAreaId?: string | null;
  personId?: string | null;
  householdId?: string | null;
  mustChangePassword?: boolean;
  preferences?: Record<string, unknown>;
};

/**
 * Adds an account; nothing when its user name, phone, person or household has one already. better-auth wants an address
 * for mail: one that can never exist stands in.
 */
export async function insertUser(tx: Tx, user: UserInsert): Promise<string | null> {
  const id = tx.newId();
  const rows = await tx.query(
    `insert into auth."user" (id, name, email, username, display_username, face, phone_number, phone_number_verified,
       home_area_id, person_id, household_id, must_change_password, preferences, created_at,
       updated_at)
     values ($1, $2, $3, $4, $5, $6, $7::text, $7::text is not null, $8, $9, $10, $11, $12, $13, $13)
     on conflict do nothing returning id`,
    [
      id,
      user.name,
      `${id}@user.invalid`,
      user.username?.toLowerCase() ?? null,
      user.username ?? null,
      user.face ?? null,
      user.phoneIndex ?? null,
      user.homeAreaId ?? null,
      user.personId ?? null,
      user.householdId ?? null,
      user.mustChangePassword ?? false,
      JSON.stringify(user.preferences ?? {}),
      tx.now,
    ],
    'accounts.insert-user',
  );
  return rows.length > 0 ? id : null;
}

export async function insertPassword(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx.query(
    `insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     values ($1, $2, 'credential', $2, $3, $4, $4)`,
    [tx.newId(), userId, passwordHash, tx.now],
    'accounts.insert-password',
  );
}

export async function updatePassword(
  tx: Tx,
  userId: string,
  change: { passwordHash: string; mustChange: boolean },
): Promise<boolean> {
  const rows = await tx.query(
    `with changed as (update auth.account set password = $2, updated_at = $4
       where user_id = $1 and provider_id = 'credential' returning user_id)
     update auth."user" set must_change_password = $3, updated_at = $4 where id in (select user_id from changed)
     returning id`,
    [userId, change.passwordHash, change.mustChange, tx.now],
  );
  return rows.length > 0;
}

export type Credential = { userId: string; passwordHash: string; disabled: boolean };

export async function findCredential(reader: Reader, username: string): Promise<Credential | null> {
  const rows = await reader.query<Credential>(
    `select u.id as "userId", a.password as "passwordHash", u.disabled_at is not null as disabled
     from auth."user" u join auth.account a on a.user_id = u.id and a.provider_id = 'credential'
     where u.username = $1 and a.password is not null`,
    [username],
    'accounts.credential',
  );
  return rows[0] ?? null;
}

export async function findCredentialOf(reader: Reader, userId: string): Promise<Credential | null> {
  const rows = await reader.query<Credential>(
    `select u.id as "userId", a.password as "passwordHash", u.disabled_at is not null as disabled
     from auth."user" u join auth.account a on a.user_id = u.id and a.provider_id = 'credential' where u.id = $1`,
    [userId],
  );
  return rows[0] ?? null;
}

export async function findByPhone(
  reader: Reader,
  phoneIndex: string,
): Promise<{ userId: string; disabled: boolean } | null> {
  const rows = await reader.query<{ userId: string; disabled: boolean }>(
    `select id as "userId", disabled_at is not null as disabled from auth."user" where phone_number = $1`,
    [phoneIndex],
    'accounts.by-phone',
  );
  return rows[0] ?? null;
}

export async function writeSetting(tx: Tx, name: string, value: unknown): Promise<void> {
  await tx.query(
    `insert into jobs.settings (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}

export async function readSetting<T>(reader: Reader, name: string): Promise<T | null> {
  const rows = await reader.query<{ value: T }>(`select value from jobs.settings where name = $1`, [name]);
  return rows[0]?.value ?? null;
}
