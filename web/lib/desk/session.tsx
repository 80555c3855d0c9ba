import { createContext, useContext } from 'react';
import type { Area } from '#contract/areas';
import type { Me } from '#contract/accounts';

/** Who sits at the desk, where, and what time it is there. */
export type DeskSession = {
  me: Me;
  /** The area looked at: a community, or a street, district or city above it. */
  area: Area;
  ancestors: Area[];
  setAreaId(areaId: string): void;
  demo: boolean;
  /** The time of the app's one clock, which the demo moves. */
  now(): Date;
  can(capability: string): boolean;
};

export const SessionContext = createContext<DeskSession | null>(null);

export function useSession(): DeskSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the desk');
  return session;
}

/** Whether the area looked at holds several communities, so that lists name the community and numbers are whole. */
export function isWide(area: Area): boolean {
  return area.level === 'city' || area.level === 'district' || area.level === 'street';
}
