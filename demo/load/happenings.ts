import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Tx } from '#platform/database';
import type { AreaTree } from '#modules/areas';

export type Happening = { tree: AreaTree; areaId: string; name: string; first: boolean; now: Date; publisher: string };

export async function loadHappenings(tx: Tx, happening: Happening): Promise<void> {
  const file = join(import.meta.dirname, '../notices.yaml');
  if (existsSync(file)) parse(readFileSync(file, 'utf8'));
  await tx.query('select $1::text', [happening.name]);
}
