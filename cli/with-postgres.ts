import { readConfig } from '#platform/config';
import { openPostgres } from '#platform/postgres/open';

const silent = { info: () => {}, warn: () => {}, error: console.error };

/**
 * Gives a command the app's database: the running one, or one started for the length of the work. Never stops a server
 * that somebody else started or uses.
 */
export async function withPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = readConfig(process.env, false);
  const postgres = await openPostgres({ dataDir, databaseUrl, log: silent });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
