import type { Database } from '#platform/database';

export type LiveEvent = { topic: string; data: string };

/** Tells open pages that something changed: topics are strings such as `area:<id>`; data is small and holds no personal data. */
export type Live = {
  subscribe(topics: string[], heard: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
};

export const liveChannel = 'liren_live';

export async function openLive(database: Database): Promise<Live> {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  const stop = await database.listen(liveChannel, (payload) => {
    const event = JSON.parse(payload) as LiveEvent;
    for (const heard of listeners.get(event.topic) ?? []) heard(event);
  });
  return {
    subscribe(topics, heard) {
      for (const topic of topics) {
        const set = listeners.get(topic) ?? new Set();
        set.add(heard);
        listeners.set(topic, set);
      }
      return () => {
        for (const topic of topics) listeners.get(topic)?.delete(heard);
      };
    },
    close: stop,
  };
}

export function liveMessage(topic: string, data: Record<string, unknown>): string {
  return JSON.stringify({ topic, data: JSON.stringify(data) });
}
