import { useEffect, useRef } from 'react';

/** Whether the person is writing: then single keys are letters. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) || hasRole(target))
  );
}

function hasRole(target: HTMLElement): boolean {
  return ['combobox', 'listbox', 'menu', 'menuitem', 'option'].includes(target.getAttribute('role') ?? '');
}

export type Keys = Record<string, (event: KeyboardEvent) => void>;

/** Single keys while nobody is writing and no dialog is open. Names are those of `KeyboardEvent.key`. */
export function useKeys(keys: Keys, on = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const heard = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
      if (isWriting(event.target)) return;
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [on]);
}
