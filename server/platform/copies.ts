import type { Database } from '#platform/database';

export type Copy = { reload(): Promise<void>; close(): Promise<void> };

/**
 * Keeps what this process holds in memory in step with the database: `load` is called once before this answers, again at
 * every notice on the channel, and when notices may have been missed. Listening comes first, so that nothing falls between. Who
 * changes something by a request to this process finds it in the copy from its answer on.
 */
export async function keepCopy(database: Database, channel: string, load: () => Promise<void>): Promise<Copy> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  // Whoever asks while one is under way needs another: the first may have read before the change.
  const reload = (): Promise<void> =>
    (next ??= running.then(() => {
      next = null;
      const loading = load();
      running = loading.catch(() => {});
      return loading;
    }));
  const follow = (): void => void reload().catch(() => {});
  const stop = await database.listen(channel, follow, follow);
  const leave = database.follow(channel, reload);
  const close = (): Promise<void> => {
    leave();
    return stop();
  };
  try {
    await reload();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    reload,
    async close() {
      await close();
      await running;
    },
  };
}
