import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform/migrate';
import { openPostgres } from '#platform/postgres/open';

/** A migrated, empty database of its own, and a folder for whatever else is needed; both are gone after `stop`. */
export type Scratch = { url: string; folder: string; stop(): Promise<void> };

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export async function openScratch(): Promise<Scratch> {
  const folder = mkdtempSync(join(tmpdir(), 'liren-scratch-'));
  // Under root the database runs as another user, who must get through.
  chmodSync(folder, 0o711);
  const postgres = await openPostgres({ dataDir: join(folder, 'data'), log: quiet, durable: false });
  const stop = async (): Promise<void> => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate({ url: postgres.url });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: postgres.url, folder, stop };
}
