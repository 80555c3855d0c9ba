import { migrate } from '#platform/migrate';
import { withPostgres } from '../with-postgres.ts';

/** Applies the new migrations and says which. */
export async function run(): Promise<void> {
  const applied = await withPostgres((url) => migrate({ url }));
  if (applied.length === 0) console.log('数据库结构已是最新。  (The database is up to date.)');
  for (const name of applied) console.log(`✓ ${name}`);
}
