/** Who lives behind which door, masked: what other modules make lists of voters from. */
export { readDoorLines, readResidentLines, type DoorLine, type ResidentLine } from './store.ts';
