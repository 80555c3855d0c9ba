import type { Names, Problem } from '#kernel-contract/workflow';
import type { Finding, Subject } from '#kernel-contract/workflow/checker';
import type { Library, Shelf, Source } from '#kernel-contract/workflow/definition';
import {
  actorChecks,
  checkSiblings,
  conditionChecks,
  fieldsNotHere,
  formChecks,
  lineOf,
  privateTypes,
  problemAt,
  problemsOnce,
  settingChecks,
} from '#kernel/workflow/definition';
import { recordForm, whoField, type Register } from '../contract.ts';
import { compileRegister } from '../definition/service.ts';
import { reachedFrom } from '../rules.ts';
import { registerProblem, type RegisterCode } from '../sentence/service.ts';

const checks = [...formChecks, ...actorChecks, ...conditionChecks, ...settingChecks];

type Own = { code: RegisterCode; path: string; details?: Record<string, string> };

/** Types that no record carries yet: what is sealed as a file, and what lies in another place. */
const notHere = ['signature', 'scan', 'who', 'list', 'checkin', 'area', 'files'];

/** Who may write must be held by somebody: a role, or a seat in a body, which is a role of the same name. */
const isHeld = ({ roles, members }: Names, actor: string): boolean =>
  roles[actor] !== undefined || members[actor]?.includes(actor) === true;

function checkKeepers({ by, states, duties, asking }: Register): Own[] {
  const mentions = [
    { actors: by, path: 'by' },
    ...states.map((state) => ({ actors: state.by, path: `${state.main ? 'states' : 'aside'}/${state.id}/by` })),
    ...duties.map((duty) => ({ actors: duty.by, path: `duties/${duty.id}/by` })),
  ];
  return mentions.flatMap(({ actors, path }) =>
    actors
      .filter((actor) => !isHeld(asking.names, actor))
      .map((actor): Own => ({ code: 'keeper-role', path, details: { actor } })),
  );
}

const permitted = (register: Register): string[] =>
  Object.values(register.asking.fields)
    .filter(({ type }) => type === 'consent')
    .flatMap(({ options }) => [options['for'] ?? []].flat().map(String));

function checkConsents({ asking }: Register): Own[] {
  return Object.values(asking.forms).flatMap((form) =>
    form.fields
      .filter(({ type }) => type === 'consent')
      .flatMap((field) =>
        [field.options['for'] ?? []]
          .flat()
          .map(String)
          .filter((name) => asking.fields[name] === undefined)
          .map((name): Own => ({
            code: 'consent-unknown',
            path: `${form.id === recordForm ? 'fields' : `forms/${form.id}`}/${field.id}`,
            details: { field: name },
          })),
      ),
  );
}

function checkShows(register: Register): Finding[] {
  const { asking, shows } = register;
  return shows.flatMap((name): Finding[] => {
    const field = asking.fields[name];
    if (!field) return [{ code: 'shown-unknown', path: 'shows', details: { field: name } }];
    return privateTypes.includes(field.type)
      ? [{ code: 'shown-private', path: 'shows', details: { field: field.label.zh } }]
      : [];
  });
}

/** Nothing of a person or a home is public unless she said so. */
function checkPersonal(register: Register): Own[] {
  if (register.subject !== 'person' && register.subject !== 'household') return [];
  const allowed = permitted(register);
  return register.shows
    .filter((name) => !allowed.includes(name))
    .map((field): Own => ({ code: 'show-unconsented', path: 'shows', details: { field } }));
}

function checkStates(register: Register): Own[] {
  const { states } = register;
  const [first] = states;
  if (!first) return [];
  const pathOf = (id: string): string =>
    `${states.find((one) => one.id === id)?.main === false ? 'aside' : 'states'}/${id}`;
  const few: Own[] = states.filter(({ main }) => main).length < 2 ? [{ code: 'state-few', path: 'states' }] : [];
  const unknown = states.flatMap((state) =>
    state.moves
      .filter(({ to }) => !states.some(({ id }) => id === to))
      .map((move): Own => ({
        code: 'state-unknown',
        path: `${pathOf(state.id)}/go/${move.id}`,
        details: { state: move.to },
      })),
  );
  const reached = reachedFrom(states, first.id);
  const unreached = states
    .filter(({ id }) => !reached.includes(id))
    .map(({ id, label }): Own => ({ code: 'state-unreached', path: pathOf(id), details: { state: label.zh } }));
  return [...few, ...unknown, ...unreached];
}

const countable = ['choice', 'yesno', 'checklist', 'tags'];

function checkCounts({ counts, asking, states }: Register): Own[] {
  return counts
    .filter(
      ({ by }) =>
        by !== null && !(by === 'state' && states.length > 0) && !countable.includes(asking.fields[by]?.type ?? ''),
    )
    .map(({ id, by }): Own => ({ code: 'count-field', path: `counts/${id}`, details: { field: by ?? '' } }));
}

const faceTypes = {
  picture: { types: ['images'], kind: '图片' },
  group: { types: ['choice'], kind: '选择' },
  story: { types: ['text', 'longtext'], kind: '文字' },
} as const;

function checkFace({ present, asking, shows }: Register): Own[] {
  return (['picture', 'group', 'story'] as const).flatMap((key): Own[] => {
    const name = present[key];
    if (name === undefined) return [];
    const types: readonly string[] = faceTypes[key].types;
    const isRight = types.includes(asking.fields[name]?.type ?? '') && shows.includes(name) && name !== whoField;
    return isRight
      ? []
      : [{ code: 'face-field', path: `present/${key}`, details: { field: name, kind: faceTypes[key].kind } }];
  });
}

const ownChecks = [checkKeepers, checkConsents, checkPersonal, checkStates, checkCounts, checkFace];

/** Where a finding about a station of the compiled method stands in a register file. */
function inRegister(path: string): string {
  return path
    .replace(/^steps\/\$(states|counts|duties)\.([^/]+)\/needs$/, (_all, group: string, id: string) =>
      group === 'states' ? `states/${id}/needs` : `${group}/${id}/if`,
    )
    .replace(/^steps\/\$(states|counts|duties)\.([^/]+)/, '$1/$2')
    .replace(/^steps\/\$$/, 'fields')
    .replace(/^steps\/\$\//, '')
    .replace(/^forms\/\$record/, 'fields');
}

/** A state that stands aside is said to stand there. */
function atHome(register: Register, path: string): string {
  const [group, id = ''] = path.split('/');
  const isAside = group === 'states' && register.states.some((state) => state.id === id && !state.main);
  return isAside ? path.replace(/^states/, 'aside') : path;
}

/** What the reader of fields says of the record's form, in the words of the file. */
const inFileWords = (problem: Problem): Problem => ({
  ...problem,
  path: problem.path.replace(`forms.${recordForm}`, 'fields'),
  zh: problem.zh.replace(`forms.${recordForm}`, 'fields'),
  en: problem.en.replace(`forms.${recordForm}`, 'fields'),
});

type Examined = { register: Register; problems: Problem[]; texts: string[] };

function examine(source: Source, shelf: Shelf): Examined {
  const compiled = compileRegister(source, shelf);
  const { register } = compiled;
  const subject: Subject = { method: register.asking, source, shelf };
  const found = [
    ...checks.flatMap((check) => check(subject)),
    ...fieldsNotHere(register.asking.forms, notHere),
    ...checkShows(register),
  ]
    // Whoever keeps a register is a role; what else an actor may be is said by that sentence.
    .filter(({ code }) => code !== 'actor-unknown')
    .map(({ code, path, details }) => problemAt(source, code, atHome(register, inRegister(path)), details));
  const own = ownChecks
    .flatMap((check) => check(register))
    .map(({ code, path, details }) =>
      registerProblem({ file: source.file, path, line: lineOf(source, path) }, code, details),
    );
  const all = [...compiled.problems.map(inFileWords), ...found, ...own];
  return { register, problems: problemsOnce(all), texts: compiled.texts };
}

/** What is wrong with one register file, in sentences with file, path and line. It may run when none is an error. */
export function checkRegister(source: Source, shelf: Shelf): Problem[] {
  return examine(source, shelf).problems;
}

/** What is wrong with the register files of a library. Source: METHODS 2.3, decision 0019. */
export function checkRegisters(library: Library): Problem[] {
  return checkSiblings(library, {
    sources: library.registers,
    examine,
    twice: (at, details) => registerProblem(at, 'register-twice', details),
  });
}
