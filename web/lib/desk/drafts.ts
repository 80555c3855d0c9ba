import { useCallback, useState } from 'react';
import { remember, remembered } from './remember.ts';

const prefix = 'draft.';

/** What was typed and not sent, kept per person and form until it is sent or given up. */
export function useDraft<T>(personId: string, name: string, initial: T): [T, (value: T) => void, () => void, boolean] {
  const key = prefix + name;
  const [kept, setKept] = useState<T | null>(() => remembered<T | null>(personId, key, null));
  const keep = useCallback(
    (value: T) => {
      setKept(value);
      remember(personId, key, value);
    },
    [personId, key],
  );
  const drop = useCallback(() => {
    setKept(null);
    remember(personId, key, null);
  }, [personId, key]);
  return [kept ?? initial, keep, drop, kept !== null];
}

export function countDrafts(personId: string): number {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`liren.${personId}.${prefix}`)).length;
  } catch {
    return 0;
  }
}
