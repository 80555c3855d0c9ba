/** The door for parts of the platform that carry steps of matters. */

export { settleStep, type Settling } from '../follow/service.ts';
export type { Carried, CarriedLink, CarriedOf, Carrier, Entered, RecordDoor } from '../carriers/service.ts';
export type { MattersContext } from '../list/service.ts';
