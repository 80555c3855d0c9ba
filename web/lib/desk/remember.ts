import { useCallback, useState } from 'react';

/** Small things this browser keeps for one person: folds, columns, drafts, saved queries. Never personal data of others. */
function read<T>(key: string, initial: T): T {
  try {
    const text = localStorage.getItem(key);
    return text === null ? initial : (JSON.parse(text) as T);
  } catch {
    return initial;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still works; it only forgets.
  }
}

export function remembered<T>(personId: string, name: string, initial: T): T {
  return read(`liren.${personId}.${name}`, initial);
}

export function remember(personId: string, name: string, value: unknown): void {
  write(`liren.${personId}.${name}`, value);
}

/** State that outlives the page, per person. */
export function useRemembered<T>(personId: string, name: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => remembered(personId, name, initial));
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      remember(personId, name, next);
    },
    [personId, name],
  );
  return [value, keep];
}
