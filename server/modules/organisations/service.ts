/** The public face of organisations: what other modules, the demo and what puts the app together may call. */
export type { OrganisationDoors } from './scope/service.ts';
export { electorsOf, type Elector } from './electors/service.ts';
export {
  importBodies,
  importOwners,
  type PastBody,
  type PastMember,
  type PastOwner,
  type PastTotal,
  type PastUnit,
} from './bulk/service.ts';
export { changeBody, closeBody, foundBody } from './keep/service.ts';
export { addMember, changeMember, leaveBody, revealMember, termEnded, termKind } from './members/service.ts';
export { ownsIn } from './owners/service.ts';
export { readBodies, reviewBodies } from './review/service.ts';
export { readPublicBodies } from './page/service.ts';
export { missingParties } from './rules.ts';
export { loadBodyWords } from './words/store.ts';
export type { BodyWords, Composition } from './words/contract.ts';
