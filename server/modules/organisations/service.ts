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
