/** What other kernels compile and check their own kinds of library files with: keys, labels, forms, conditions, settings. */
export { actorChecks } from '../checker/actor/rules.ts';
export { conditionChecks } from '../checker/condition/rules.ts';
export { formChecks } from '../checker/forms/rules.ts';
export { settingChecks } from '../checker/setting/rules.ts';
export { checkForm } from '../form/rules.ts';
export { addTime, parseTime } from '../limit/rules.ts';
export { holdsFor, unseen } from '../scope/rules.ts';
export { applySettings } from '../settings/rules.ts';
export { readForms, readParams } from './field/rules.ts';
export {
  entriesOf,
  isMap,
  labelOf,
  lineOf,
  listOf,
  note,
  problemAt,
  readKey,
  refuseUnknownKeys,
} from './label/rules.ts';
export { checkSiblings, fieldsNotHere, problemsOnce, problemWriter } from './sibling/rules.ts';
export { compileNames, methodHash, readInferred, sourceOf, text, wordsOf } from './rules.ts';
export { readLibrary, readSource } from './store.ts';
export { levels, privateTypes, visibilities } from './vocabulary/rules.ts';
export { wordsOf as wordsOfField } from '../form/value/rules.ts';
export { splitPrivate } from '../privacy/rules.ts';
export { schemaParts, type Schema } from '../schema/rules.ts';
