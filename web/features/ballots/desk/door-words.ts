import type { ElectorLine } from './ballots-api.ts';

/** How a door stands: the first that is true of it. */
export type DoorState = 'excluded' | 'voted' | 'paper' | 'delivered' | 'undelivered';

export const doorNames: Record<DoorState, string> = {
  undelivered: '没送达',
  delivered: '已送达，没投',
  paper: '纸票在录',
  voted: '已投',
  excluded: '回避',
};
export const doorSigns: Record<DoorState, string> = {
  undelivered: '○',
  delivered: '◐',
  paper: '✎',
  voted: '✓',
  excluded: '—',
};
export const doorStates: DoorState[] = ['undelivered', 'delivered', 'paper', 'voted', 'excluded'];

type Door = Pick<ElectorLine, 'excludedReason' | 'voted' | 'paper' | 'deliveries'>;

export function stateOf({ excludedReason, voted, paper, deliveries }: Door): DoorState {
  if (excludedReason !== null) return 'excluded';
  if (voted) return 'voted';
  if (paper === 'once' || paper === 'differ') return 'paper';
  return deliveries.length > 0 ? 'delivered' : 'undelivered';
}

/** The door without the estate and the building in front of it, which stands above the board: 2单元501. */
export function doorName(label: string, buildingName: string): string {
  const at = buildingName ? label.indexOf(buildingName) : -1;
  const rest = at >= 0 ? label.slice(at + buildingName.length) : label;
  return rest.replace(/^[·\s-]+/, '') || label;
}

/** How many doors of each state there are. */
export function countDoors(doors: readonly Door[]): Record<DoorState, number> {
  const counts = { excluded: 0, voted: 0, paper: 0, delivered: 0, undelivered: 0 };
  for (const door of doors) counts[stateOf(door)] += 1;
  return counts;
}
