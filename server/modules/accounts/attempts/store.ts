import type { Reader } from '#platform/database';
import type { Tally } from './rules.ts';

type Row = { name: string; failures: number; lastAt: string; blockedUntil: string | null; provenAt: string | null };

const ms = (text: string | null): number | null => (text === null ? null : Date.parse(text));

export async function readTallies(
  reader: Reader,
  key: { name: string; origin: string },
): Promise<{ pair: Tally | null; origin: Tally | null }> {
  const rows = await reader.query<Row>(
    `select name, failures, last_at as "lastAt", blocked_until as "blockedUntil", proven_at as "provenAt"
     from auth.attempts where name in ($1, '') and origin = $2`,
    [key.name, key.origin],
    'accounts.tallies',
  );
  const tally = (name: string): Tally | null => {
    const row = rows.find((one) => one.name === name);
    if (!row) return null;
    const { failures, lastAt, blockedUntil, provenAt } = row;
    return { failures, lastAt: Date.parse(lastAt), blockedUntil: ms(blockedUntil), provenAt: ms(provenAt) };
  };
  return { pair: tally(key.name), origin: tally('') };
}

export type Failure = { name: string; origin: string; now: Date; pairFrom: Date; originFrom: Date };

/** Counts a failure for the name and for the origin; failures older than the given times are forgotten. Answers the name's count. */
export async function countFailure(reader: Reader, failure: Failure): Promise<number> {
  const rows = await reader.query<{ name: string; failures: number }>(
    `insert into auth.attempts (name, origin, failures, last_at) values ($1, $2, 1, $3), ('', $2, 1, $3)
     on conflict (name, origin) do update set last_at = excluded.last_at,
       failures = case when attempts.last_at < (case when attempts.name = '' then $5::timestamptz else $4::timestamptz end)
         then 1 else attempts.failures + 1 end
     returning name, failures`,
    [failure.name, failure.origin, failure.now, failure.pairFrom, failure.originFrom],
    'accounts.failure',
  );
  return rows.find((row) => row.name === failure.name)?.failures ?? 1;
}

export async function block(reader: Reader, key: { name: string; origin: string }, until: Date): Promise<void> {
  await reader.query(`update auth.attempts set blocked_until = $3 where name = $1 and origin = $2`, [
    key.name,
    key.origin,
    until,
  ]);
}

/** This origin has signed in this name. */
export async function prove(reader: Reader, key: { name: string; origin: string }, now: Date): Promise<void> {
  await reader.query(
    `insert into auth.attempts (name, origin, failures, last_at, proven_at) values ($1, $2, 0, $3, $3)
     on conflict (name, origin) do update set failures = 0, last_at = excluded.last_at, blocked_until = null,
       proven_at = excluded.proven_at`,
    [key.name, key.origin, now],
    'accounts.prove',
  );
}
