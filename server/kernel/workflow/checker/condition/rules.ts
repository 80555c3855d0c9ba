import { namesIn, parseCondition } from '../../condition/rules.ts';
import type { Expression } from '../../condition/contract.ts';
import type { Field, Method, Step } from '../../contract.ts';
import { columnsOf } from '../../kinds/rows/rules.ts';
import { isActor } from '../actor/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { stepPath } from '../graph/rules.ts';

type Written = { text: string; path: string };

/** What a step of each kind leaves behind for conditions, `by` and `shows`. */
const stepResults: Record<string, readonly string[]> = {
  task: ['who'],
  session: ['attended'],
  assess: ['gaps'],
  gather: ['rows', 'count', 'missing'],
  vote: ['tally', 'winners'],
  review: ['score'],
  publicity: ['objections'],
  offer: ['who'],
  children: ['done', 'all'],
  pay: ['amount', 'entry', 'day', 'voucher', 'reason'],
};

/** Whether a step leaves a result of this name (all after the first dot): its kind's, a column of its rows, or what stands beside it. */
export function hasResult(method: Method, step: Step, part: string): boolean {
  if (stepResults[step.kind]?.includes(part)) return true;
  const chosen = step.kind === 'vote' ? (columnsOf(method, String(step.options['choose'] ?? '')) ?? []) : [];
  if (chosen.some(({ id }) => part === `winners.${id}`)) return true;
  const kept = [
    ...(stepResults[step.kind]?.includes('rows') ? [{ rows: 'rows', forms: step.forms }] : []),
    ...step.meanwhile.map(({ id, forms }) => ({ rows: `${id}.rows`, forms })),
  ];
  return kept.some(
    ({ rows, forms }) =>
      part === rows || forms.some((form) => method.forms[form]?.fields.some((field) => part === `${rows}.${field.id}`)),
  );
}

function ofField(field: Field, path: string): Written[] {
  const own = (['if', 'is'] as const).flatMap((key) =>
    field[key] === undefined ? [] : [{ text: field[key], path: `${path}/${field.id}/${key}` }],
  );
  return [...own, ...(field.columns ?? []).flatMap((column) => ofField(column, `${path}/${field.id}/of`))];
}

function conditionsOf(method: Method): Written[] {
  const fields = Object.values(method.forms).flatMap((form) =>
    form.fields.flatMap((field) => ofField(field, `forms/${form.id}`)),
  );
  const steps = method.steps.flatMap((step) => {
    const path = stepPath(step);
    const routes = [
      ...step.actions.flatMap((action) => action.routes.map((route) => ({ route, path: `${path}/go/${action.id}` }))),
      ...Object.entries(step.outcomes).flatMap(([outcome, list]) =>
        list.map((route) => ({ route, path: `${path}/go/${outcome}` })),
      ),
    ];
    const sentences = (['needs', 'advise'] as const).flatMap((key) =>
      step[key].map((one) => ({ text: one.if, path: `${path}/${key}` })),
    );
    const starts = step.starts.flatMap((start) =>
      start.if === undefined ? [] : [{ text: start.if, path: `${path}/starts` }],
    );
    return [
      ...routes.flatMap(({ route, path: at }) => (route.if === undefined ? [] : [{ text: route.if, path: at }])),
      ...sentences,
      ...starts,
    ];
  });
  return [...fields, ...steps];
}

const columns = (method: Method): Field[] =>
  Object.values(method.fields).flatMap((field) => [field, ...(field.columns ?? [])]);

function nameProblem(method: Method, name: string, path: string): Finding | null {
  if (name === 'overdue' || columns(method).some((field) => field.id === name)) return null;
  const [owner, part] = name.split('.') as [string, string?];
  if (part === undefined) return { code: 'condition-name', path, details: { name } };
  if (owner === 'params') return method.params[part] ? null : { code: 'param-unknown', path, details: { param: part } };
  const list = method.fields[owner];
  if (list?.columns?.some((column) => column.id === part)) return null;
  const step = method.steps.find((one) => one.id === owner);
  if (!step) return { code: 'condition-name', path, details: { name } };
  return hasResult(method, step, name.slice(owner.length + 1))
    ? null
    : { code: 'result-unknown', path, details: { result: name } };
}

function wordProblem(method: Method, word: string, against: string, path: string): Finding | null {
  const plain = nameProblem(method, word, path);
  if (!plain || plain.code !== 'condition-name') return plain;
  const field = columns(method).find((one) => one.id === (against.split('.')[1] ?? against));
  if (!field) return nameProblem(method, against, path);
  const words = field.of ?? [];
  if (words.includes(word) || words.some((one) => one.startsWith('params.'))) return null;
  return { code: 'condition-word', path, details: { word, field: field.label.zh } };
}

function actorsIn(expression: Expression): string[] {
  if (expression.node === 'is') return [expression.actor];
  if (expression.node === 'not') return actorsIn(expression.of);
  return expression.node === 'and' || expression.node === 'or'
    ? [...actorsIn(expression.left), ...actorsIn(expression.right)]
    : [];
}

const conditions: Check = ({ method }) =>
  conditionsOf(method).flatMap(({ text, path }): Finding[] => {
    const parsed = parseCondition(text);
    if ('problem' in parsed)
      return [{ code: 'condition-broken', path, details: { why: parsed.problem.zh, whyEn: parsed.problem.en } }];
    const names = namesIn(parsed.expression).map(({ name, comparedWith }) =>
      comparedWith === undefined ? nameProblem(method, name, path) : wordProblem(method, name, comparedWith, path),
    );
    const actors = actorsIn(parsed.expression).filter((actor) => !isActor(method, actor));
    return [
      ...names.filter((one) => one !== null),
      ...actors.map((actor): Finding => ({ code: 'actor-unknown', path, details: { actor } })),
    ];
  });

export const conditionChecks: readonly Check[] = [conditions];
