import { existsSync } from 'node:fs';
import type pg from 'pg';
import { createSealer, readOrCreateKey } from '#platform/sealing';

export type KeyState = 'opens' | 'nothing-sealed' | 'missing' | 'wrong';

// One sealed value of each kind, with its place as the app writes it.
const samples = `
  (select 'people/' || id || '/name_sealed' as place, name_sealed as sealed from people limit 1)
  union all
  (select 'matters/' || m.id || '/' || s.key, s.value from matters m cross join jsonb_each_text(m.sealed) as s limit 1)`;

/** Whether the key in this file, which is not made when missing, opens what is sealed in the database. */
export async function checkKey(client: pg.Client, secretFile: string): Promise<KeyState> {
  const { rows } = await client.query<{ place: string; sealed: string }>(samples);
  if (rows.length === 0) return 'nothing-sealed';
  if (!existsSync(secretFile)) return 'missing';
  try {
    const sealer = createSealer(readOrCreateKey(secretFile));
    for (const { place, sealed } of rows) sealer.open(place, sealed);
    return 'opens';
  } catch {
    return 'wrong';
  }
}
