/** The pure face of the workflow kernel: everything its service builds on, by name. */

export { methodCard } from './card/rules.ts';
export { checkLibrary, checkMethod } from './checker/rules.ts';
export { compileMethod, compileNames, methodHash, sourceOf } from './definition/rules.ts';
export { diagram, mermaid } from './diagram/rules.ts';
export type { Diagram, DiagramEdge, DiagramNode } from './diagram/contract.ts';
export { publicFace, stagesVisited } from './face/rules.ts';
export type { PublicFace } from './face/rules.ts';
export { checkForm, travellingFields } from './form/rules.ts';
export type { CheckedForm, Place } from './form/contract.ts';
export {
  addWorkdays,
  dueAt,
  isLate,
  isWorkday,
  missingYears,
  timeName,
  workCalendar,
  workdaysBetween,
} from './limit/rules.ts';
export { rowChoices } from './kinds/rows/rules.ts';
export { holdsFor } from './scope/rules.ts';
export { officeRules } from './office/rules.ts';
export { gathersRows, openActions, waitsFor } from './opening/rules.ts';
export { applySettings } from './settings/rules.ts';
export { settingValue } from './settings/path/rules.ts';
export { differences } from './settings/difference/rules.ts';
export { isRefusal, step } from './transition/rules.ts';
