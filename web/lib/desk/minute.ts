import { useEffect, useState } from 'react';

const halfMinuteMs = 30_000;

/** Draws again as time goes by, for words such as 今天 14:36. */
export function useMinute(): void {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), halfMinuteMs);
    return () => clearInterval(timer);
  }, []);
}
