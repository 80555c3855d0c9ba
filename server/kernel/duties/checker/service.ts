import type { Problem } from '#kernel-contract/workflow';
import type { Subject } from '#kernel-contract/workflow/checker';
import type { Library, Shelf, Source } from '#kernel-contract/workflow/definition';
import {
  actorChecks,
  checkSiblings,
  conditionChecks,
  fieldsNotHere,
  formChecks,
  problemAt,
  problemsOnce,
  settingChecks,
} from '#kernel/workflow/definition';
import type { DutySet } from '../contract.ts';
import { compileDuties } from '../definition/service.ts';
import { dutyProblem } from '../sentence/service.ts';

const checks = [...formChecks, ...actorChecks, ...conditionChecks, ...settingChecks];

/** Types whose values are sealed, or written where a matter is: a duty's record holds neither. */
const notHere = ['phone', 'person', 'signature', 'scan', 'who', 'list'];

function examine(source: Source, shelf: Shelf): { set: DutySet; problems: Problem[]; texts: string[] } {
  const compiled = compileDuties(source, shelf);
  const { set } = compiled;
  const subject: Subject = { method: set.asking, source, shelf };
  const found = [...checks.flatMap((check) => check(subject)), ...fieldsNotHere(set.asking.forms, notHere)]
    .filter(({ code, path }) => !(code === 'param-unused' && isMentioned(source, path)))
    .map(({ code, path, details }) => problemAt(source, code, inDuties(path), details));
  const all = [...compiled.problems, ...found];
  return { set, problems: problemsOnce(all), texts: compiled.texts };
}

/** Where a finding about a step stands in a duty file. */
const inDuties = (path: string): string => path.replace(/^steps\//, 'duties/').replace(/\/needs$/, '/if');

/** A parameter that decides about the duty itself (`together: params.oneRound`) stands in no form and no condition. */
function isMentioned(source: Source, path: string): boolean {
  return JSON.stringify([source.raw['each'], source.raw['duties']]).includes(`"params.${path.split('/')[1] ?? ''}"`);
}

/** What is wrong with one duty file, in sentences with file, path and line. It may run when none is an error. */
export function checkDutySet(source: Source, shelf: Shelf): Problem[] {
  return examine(source, shelf).problems;
}

/** What is wrong with the duty files of a library. Source: METHODS 2.2. */
export function checkDuties(library: Library): Problem[] {
  return checkSiblings(library, {
    sources: library.duties,
    examine,
    twice: (at, details) => dutyProblem(at, 'duty-twice', details),
  });
}
