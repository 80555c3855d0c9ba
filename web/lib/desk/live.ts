import { useEffect } from 'react';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';

const gatherMs = 800;

/** Keeps what is on screen true: the server says that something changed, and the queries it belongs to ask again. */
export function useLive(areaIds: string[]): void {
  const client = useQueryClient();
  const areas = areaIds.join(',');
  useEffect(() => {
    if (!areas) return;
    const source = new EventSource(`/api/v1/live?areas=${encodeURIComponent(areas)}`);
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = (keys: string[]): void => {
      for (const key of keys) waiting.add(key);
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh(client, [...waiting]);
        waiting.clear();
      }, gatherMs);
    };
    source.addEventListener('matter', () => changed(['matters', 'matter']));
    source.addEventListener('activity', () => changed(['activities']));
    source.addEventListener('booking', () => changed(['bookings']));
    source.addEventListener('message', () => changed(['messages']));
    source.addEventListener('clock', () => changed(['clock', 'everything']));
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client, areas]);
}

function refresh(client: QueryClient, keys: string[]): void {
  if (keys.includes('everything')) void client.invalidateQueries();
  else for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
}
