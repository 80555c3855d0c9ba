/** The public face of people: what other modules, the demo and what puts the app together may call. */
export type { PeopleDoors } from './scope/service.ts';
export {
  addHouseholds,
  createHousehold,
  findHouseholds,
  listHouseholds,
  readHousehold,
  readOwnHousehold,
  readSpots,
  type HouseholdSpot,
} from './households/service.ts';
export {
  addPeople,
  changePerson,
  createPerson,
  listPeople,
  revealField,
  searchPeople,
  type PersonInput,
} from './residents/service.ts';
export {
  findPersonByPhone,
  linkUser,
  livesHere,
  readMaskedPhone,
  readPhone,
  readPlaceOfPerson,
} from './lookups/service.ts';
export { confirmCard, findCard, issueCard, listCards, revokeCard, useCard, type CardDoors } from './cards/service.ts';
export { listConsents, listMyElders, recordConsent, requireConsent, revokeConsent } from './family/service.ts';
export { readContactCard, type ContactDoors } from './contact/service.ts';
export { readMyHome, type HomeDoors } from './home/service.ts';
