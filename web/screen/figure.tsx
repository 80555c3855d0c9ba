import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import type { Door } from './doors.ts';

type Props = { children: ReactNode; door: Door; open: (door: Door) => void; isLate?: boolean };

/** A figure that opens its list. */
export function Figure({ children, door, open, isLate }: Props) {
  // What opens nothing is not underlined.
  if (children === '0') return <b className="zero">0</b>;
  return (
    <button type="button" className={isLate ? 'fg l' : 'fg'} title={`看名单：${door.title}`} onClick={() => open(door)}>
      {children}
      <Icon name="open" size="xs" />
    </button>
  );
}

export function count(value: number): string {
  return value.toLocaleString('en-US');
}
