import type { Problem } from '#kernel-contract/workflow';
import type { Finding, Subject } from '#kernel-contract/workflow/checker';
import type { Library, Shelf, Source } from '#kernel-contract/workflow/definition';
import {
  actorChecks,
  checkIds,
  compileNames,
  conditionChecks,
  formChecks,
  lineOf,
  problemAt,
  settingChecks,
} from '#kernel/workflow/definition';
import type { DutySet } from '../contract.ts';
import { compileDuties } from '../definition/service.ts';
import { dutyProblem } from '../sentence/rules.ts';

const checks = [...formChecks, ...actorChecks, ...conditionChecks, ...settingChecks];

/** Types whose values are sealed, or written where a matter is: a duty's record holds neither. */
const notHere = ['phone', 'person', 'signature', 'scan', 'who', 'list'];

function fieldsNotHere({ asking }: DutySet): Finding[] {
  return Object.values(asking.forms).flatMap((form) =>
    form.fields
      .filter((field) => notHere.includes(field.type))
      .map((field) => ({
        code: 'type-later' as const,
        path: `forms/${form.id}/${field.id}`,
        details: { type: field.type },
      })),
  );
}

function examine(source: Source, shelf: Shelf): { set: DutySet; problems: Problem[]; texts: string[] } {
  const compiled = compileDuties(source, shelf);
  const { set } = compiled;
  const subject: Subject = { method: set.asking, source, shelf };
  const found = [...checks.flatMap((check) => check(subject)), ...fieldsNotHere(set)]
    .filter(({ code, path }) => !(code === 'param-unused' && isMentioned(source, path)))
    .map(({ code, path, details }) => problemAt(source, code, inDuties(path), details));
  const all = [...compiled.problems, ...found];
  const once = all.filter((one, at) => all.findIndex((other) => other.zh === one.zh && other.line === one.line) === at);
  return { set, problems: once, texts: compiled.texts };
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

const isChinese = (written: string): boolean => /\p{Script=Han}/u.test(written);

/** What is wrong with the duty files of a library. Source: METHODS 2.2. */
export function checkDuties(library: Library): Problem[] {
  const english = (library.english?.raw ?? {}) as Record<string, string>;
  const names = compileNames(library.names?.raw ?? {}, english);
  const shelf = { names, english, methods: library.methods.map((source) => String(source.raw['id'])) };
  const ids = checkIds(library.duties).map((problem) =>
    problem.code === 'method-twice' ? twice(library.duties, problem) : problem,
  );
  return [
    ...ids,
    ...library.duties.flatMap((source) => {
      const { problems, texts } = examine(source, shelf);
      const missing = texts.filter((written) => isChinese(written) && english[written] === undefined);
      return [...problems, ...missing.map((written) => problemAt(source, 'english-missing', '', { text: written }))];
    }),
  ];
}

function twice(sources: readonly Source[], problem: Problem): Problem {
  const source = sources.find(({ file }) => file === problem.file);
  const line = source ? lineOf(source, 'id') : 1;
  return dutyProblem({ file: problem.file, path: 'id', line }, 'duty-twice', { id: String(source?.raw['id']) });
}
