/** A door as the title says it: 1 号楼 2单元 301. */
export function doorLabel(building: string, unit: string, room: string): string {
  return [building.replace(/\s+/g, ''), /^\d+$/.test(unit) ? `${unit}单元` : unit, room]
    .filter((part) => part !== '')
    .join(' ');
}

/** A label in which every number has four digits, so that sorting by signs sorts by number. */
export function sortKey(label: string): string {
  return label.replace(/\d+/g, (digits) => digits.padStart(4, '0'));
}
