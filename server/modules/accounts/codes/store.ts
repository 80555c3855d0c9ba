import type { Reader } from '#platform/database';

export type CodeInsert = { id: string; phone: string; origin: string; code: string; now: Date; expiresAt: Date };

export async function insertCode(reader: Reader, row: CodeInsert): Promise<void> {
  await reader.query(
    `insert into auth.codes (id, phone, origin, code, tries, sent_at, expires_at) values ($1, $2, $3, $4, 0, $5, $6)`,
    [row.id, row.phone, row.origin, row.code, row.now, row.expiresAt],
  );
}

export async function countSent(
  reader: Reader,
  key: { phone: string; origin: string; since: Date },
): Promise<{ pair: number; phone: number; origin: number; lastPairAt: string | null }> {
  const rows = await reader.query<{ pair: number; phone: number; origin: number; lastPairAt: string | null }>(
    `select count(*) filter (where phone = $1 and origin = $2)::int as pair,
       count(*) filter (where phone = $1)::int as phone, count(*) filter (where origin = $2)::int as origin,
       max(sent_at) filter (where phone = $1 and origin = $2) as "lastPairAt"
     from auth.codes where sent_at >= $3 and (phone = $1 or origin = $2)`,
    [key.phone, key.origin, key.since],
  );
  return rows[0] ?? { pair: 0, phone: 0, origin: 0, lastPairAt: null };
}

export type CodeKey = { phone: string; origin: string; ticket: string | null };

/** Takes one try from the code: the named one, else the last one asked for from this origin. Nothing when none is left. */
export async function takeTry(
  reader: Reader,
  key: CodeKey,
  limit: { now: Date; triesMost: number },
): Promise<{ id: string; code: string } | null> {
  const rows = await reader.query<{ id: string; code: string }>(
    `update auth.codes set tries = tries + 1
     where id = coalesce($3, (select id from auth.codes where phone = $1 and origin = $2 order by sent_at desc limit 1))
       and phone = $1 and used_at is null and expires_at > $4 and tries < $5
     returning id, code`,
    [key.phone, key.origin, key.ticket, limit.now, limit.triesMost],
  );
  return rows[0] ?? null;
}

/** Uses the code up; false when somebody was faster. */
export async function spendCode(reader: Reader, id: string, now: Date): Promise<boolean> {
  const rows = await reader.query(`update auth.codes set used_at = $2 where id = $1 and used_at is null returning id`, [
    id,
    now,
  ]);
  return rows.length > 0;
}
