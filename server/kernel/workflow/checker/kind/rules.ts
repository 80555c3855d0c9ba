import type { Json, Method, Step } from '../../contract.ts';
import { voteRules } from '../../definition/vocabulary/rules.ts';
import { columnsOf } from '../../kinds/rows/rules.ts';
import { isPrivate } from '../../privacy/rules.ts';
import { parseTime } from '../../limit/rules.ts';
import type { Check, Finding, Subject } from '../contract.ts';
import { stepPath } from '../graph/rules.ts';

/** What each kind of step needs to be said about it. */

/** Nobody can be missing of those whose names no list holds. */
const countless: readonly string[] = ['anyone', 'resident', 'residents', 'owners', 'households', 'family', 'device'];

const stepsOf = (method: Method, kind: string): Step[] => method.steps.filter((step) => step.kind === kind);

/** The parameter a value names, if it names one that exists. */
function paramType(method: Method, value: Json): string | null {
  const named = typeof value === 'string' && value.startsWith('params.') ? value.slice('params.'.length) : '';
  return method.params[named]?.type ?? null;
}

const isCount = (method: Method, value: Json): boolean =>
  (typeof value === 'number' && Number.isInteger(value) && value >= 0) || paramType(method, value) === 'count';

function gatherFindings(method: Method, step: Step): Finding[] {
  const path = stepPath(step);
  const all = step.argument === 'all';
  const found: Finding[] = [];
  if (!all && !isCount(method, step.argument)) found.push({ code: 'gather-count', path: `${path}/gather` });
  const many = step.by.find((actor) => countless.includes(actor));
  if (all && many !== undefined) found.push({ code: 'gather-all', path: `${path}/by`, details: { actor: many } });
  if (!all && step.limit?.kind === 'unlimited') found.push({ code: 'gather-endless', path: `${path}/within` });
  if (step.forms.length === 0) found.push({ code: 'gather-form', path });
  return [...found, ...privateRows(method, step.forms, `${path}/form`)];
}

/** Rows stay beside the matter and are not sealed: nothing private may be asked in them. */
function privateRows(method: Method, forms: readonly string[], path: string): Finding[] {
  return forms
    .flatMap((form) => method.forms[form]?.fields ?? [])
    .flatMap((field) => [field, ...(field.columns ?? [])])
    .filter((field) => isPrivate(method, field))
    .map((field): Finding => ({ code: 'rows-private', path, details: { field: field.label.zh } }));
}

const gathers: Check = ({ method }) => stepsOf(method, 'gather').flatMap((step) => gatherFindings(method, step));

function voteFindings(method: Method, step: Step): Finding[] {
  const path = stepPath(step);
  const { rule = '', choose, pick } = step.options;
  const found: Finding[] = [];
  if (!voteRules.includes(String(rule)) && paramType(method, rule) !== 'rule')
    found.push({
      code: 'rule-unknown',
      path: `${path}/rule`,
      details: { rule: String(rule), known: voteRules.join(' ') },
    });
  if (choose !== undefined && columnsOf(method, String(choose)) === null)
    found.push({ code: 'rows-unknown', path: `${path}/choose`, details: { from: String(choose) } });
  const counted = pick === undefined || isCount(method, pick) || method.fields[String(pick)]?.type === 'count';
  if (!counted) found.push({ code: 'count-expected', path: `${path}/pick` });
  return found;
}

const votes: Check = ({ method }) => [
  ...stepsOf(method, 'vote').flatMap((step) => voteFindings(method, step)),
  ...Object.values(method.params)
    .filter(({ type, value }) => type === 'rule' && value !== null && !voteRules.includes(String(value)))
    .map(({ id, value }): Finding => ({
      code: 'rule-unknown',
      path: `params/${id}`,
      details: { rule: String(value), known: voteRules.join(' ') },
    })),
];

const publicities: Check = ({ method }) =>
  stepsOf(method, 'publicity')
    .filter(({ argument }) => {
      const time = parseTime(argument);
      return !(time?.unit === 'day' && time.count > 0) && paramType(method, argument) !== 'count';
    })
    .map((step): Finding => ({ code: 'publicity-days', path: `${stepPath(step)}/publicity` }));

const sessions: Check = ({ method }) =>
  stepsOf(method, 'session')
    .filter(({ options: { quorum } }) => quorum !== undefined && !isCount(method, quorum))
    .map((step): Finding => ({ code: 'count-expected', path: `${stepPath(step)}/quorum` }));

function childrenFindings({ method, shelf }: Subject, step: Step): Finding[] {
  const path = stepPath(step);
  const [begun, { per, at }] = [String(step.argument), step.options];
  const found: Finding[] = [];
  if (shelf.methods.length > 0 && begun !== method.id && !shelf.methods.includes(begun))
    found.push({ code: 'starts-unknown', path: `${path}/children`, details: { method: begun } });
  if (per !== undefined && per !== 'households' && columnsOf(method, String(per)) === null)
    found.push({ code: 'rows-unknown', path: `${path}/per`, details: { from: String(per) } });
  if (at !== undefined) found.push({ code: 'key-later', path: `${path}/at`, details: { key: 'at' } });
  return found;
}

const children: Check = (subject) =>
  stepsOf(subject.method, 'children').flatMap((step) => childrenFindings(subject, step));

/** What may be written down beside a step: by somebody, in a form of its own, nothing private. */
const beside: Check = ({ method }) =>
  method.steps.flatMap((step) =>
    step.meanwhile.flatMap(({ id, by, forms }): Finding[] => {
      const path = `${stepPath(step)}/meanwhile/${id}`;
      const taken = [...step.actions, ...method.anytime].some((action) => action.id === id);
      return [
        ...(by.length === 0 ? [{ code: 'actor-missing' as const, path }] : []),
        ...(forms.length === 0 ? [{ code: 'gather-form' as const, path }] : []),
        ...(taken ? [{ code: 'action-twice' as const, path, details: { action: id } }] : []),
        ...privateRows(method, forms, path),
      ];
    }),
  );

/** A form, a list, what was gathered or chosen, or people. */
function isSource(method: Method, from: string): boolean {
  if (method.forms[from] || method.fields[from]?.type === 'who' || columnsOf(method, from) !== null) return true;
  const [owner, part] = from.split('.');
  return part === 'winners' && method.steps.some((step) => step.id === owner && step.kind === 'vote');
}

const records: Check = ({ method, shelf: { registers = [] } }) =>
  method.steps.flatMap((step) =>
    step.record.flatMap(({ into, from }): Finding[] => {
      const path = `${stepPath(step)}/record/${into}`;
      const known = method.names.bodies[into] || registers.length === 0 || registers.includes(into);
      return [
        ...(known ? [] : [{ code: 'record-unknown' as const, path, details: { into } }]),
        ...(isSource(method, from) ? [] : [{ code: 'record-from' as const, path, details: { from } }]),
      ];
    }),
  );

/** A `pick` chooses among the rows of a list or a gathering. */
const picks: Check = ({ method }) =>
  Object.values(method.forms).flatMap((form) =>
    form.fields
      .filter((field) => field.type === 'pick' && columnsOf(method, field.of?.[0] ?? '') === null)
      .map((field): Finding => ({
        code: 'rows-unknown',
        path: `forms/${form.id}/${field.id}/of`,
        details: { from: field.of?.[0] ?? '' },
      })),
  );

/** A matter begins with somebody who does something. */
const first: Check = ({ method }) => {
  const [step] = method.steps;
  return step && !['task', 'session', 'end', 'assess'].includes(step.kind)
    ? [{ code: 'first-kind', path: stepPath(step) }]
    : [];
};

export const kindChecks: readonly Check[] = [
  gathers,
  votes,
  publicities,
  sessions,
  children,
  beside,
  records,
  picks,
  first,
];
