/** What a module needs of the kernel besides its shelf: how an item stands, and the words for it. */
export { argumentsOf, countStates, judge, notRecorded, stateNames, thresholdName, verdictsOf } from './rules.ts';
export { amountName } from './threshold/rules.ts';
