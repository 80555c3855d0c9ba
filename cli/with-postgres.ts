import { readConfig } from '#platform/config';
import { openPostgres } from '#platform/postgres/open';

const silent = { info: () => {}, warn: () => {}, error: console.error };

/**
 * Gives a command the app's database: the running one, or one started for the length of the work. Never stops a server
 * that somebody else started or uses. `soleHolder`: the name under which no app may run on the data meanwhile; refused when
 * one does.
 */
export async function withPostgres<T>(work: (url: string) => Promise<T>, soleHolder?: string): Promise<T> {
  const { dataDir, databaseUrl } = readConfig(process.env, false);
  const postgres = await openPostgres({ dataDir, databaseUrl, log: silent, ...(soleHolder ? { soleHolder } : {}) });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
