import type { Json, Method } from '../../contract.ts';
import { electorates, givenActors } from '../../definition/vocabulary/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { edgesOf, filledBefore, reachable, stepPath } from '../graph/rules.ts';

const given: readonly string[] = givenActors;

const listed = (value: Json): string[] => (value === null ? [] : (Array.isArray(value) ? value : [value]).map(String));

/** Whether an expression names somebody who can be asked to vote or come: also those known as a whole. */
export function isElectorate(method: Method, actor: string): boolean {
  return electorates.includes(actor) || isActor(method, actor);
}

/** Whether an actor expression can name anybody here. */
export function isActor(method: Method, actor: string): boolean {
  if (given.includes(actor) || method.names.roles[actor] || method.names.bodies[actor]) return true;
  if (method.fields[actor]?.type === 'who') return true;
  const [owner, part] = actor.split('.') as [string, string?];
  if (part === 'who') return method.steps.some((step) => step.id === owner);
  return owner === 'params' && part !== undefined;
}

type Mention = { actors: string[]; path: string };

function mentions(method: Method): Mention[] {
  const steps = method.steps.flatMap((step): Mention[] => {
    const path = stepPath(step);
    const offered = step.kind === 'offer' ? listed(step.argument) : [];
    const asked = ['vote', 'session'].includes(step.kind) ? listed(step.argument) : [];
    return [
      { actors: step.by, path: `${path}/by` },
      { actors: step.tell, path: `${path}/tell` },
      { actors: offered, path: `${path}/offer` },
      { actors: asked.filter((actor) => !electorates.includes(actor)), path: `${path}/${step.kind}` },
      ...step.meanwhile.map(({ id, by }) => ({ actors: by, path: `${path}/meanwhile/${id}` })),
      ...step.late.map((rule) => ({ actors: rule.tell, path: `${path}/late` })),
    ];
  });
  const fields = Object.values(method.forms).flatMap((form) =>
    form.fields.flatMap((field): Mention[] =>
      field.type === 'who' ? [{ actors: field.of ?? [], path: `forms/${form.id}/${field.id}/of` }] : [],
    ),
  );
  const anytime = method.anytime.map((action) => ({ actors: action.by, path: `anytime/${action.id}/by` }));
  const params = Object.values(method.params)
    .filter((param) => param.type === 'actor')
    .map((param): Mention => ({
      actors: listed(param.value).filter((actor) => !electorates.includes(actor)),
      path: `params/${param.id}`,
    }));
  return [...steps, ...fields, ...anytime, ...params];
}

const known: Check = ({ method }) =>
  mentions(method).flatMap(({ actors, path }) =>
    actors
      .filter((actor) => !isActor(method, actor))
      .map((actor): Finding => ({ code: 'actor-unknown', path, details: { actor } })),
  );

const named: Check = ({ method }) => {
  const steps = method.steps
    .filter((step) => ['task', 'session', 'gather'].includes(step.kind) && step.by.length === 0)
    .map((step): Finding => ({ code: 'actor-missing', path: stepPath(step) }));
  const anytime = method.anytime
    .filter((action) => action.by.length === 0)
    .map((action): Finding => ({ code: 'actor-missing', path: `anytime/${action.id}` }));
  return [...steps, ...anytime];
};

/** Rows to choose among are filled on some way to the vote; without rows it is a vote for or against. */
const choosable: Check = ({ method }) => {
  const edges = edgesOf(method);
  return method.steps.flatMap((step): Finding[] => {
    const field = step.kind === 'vote' ? method.fields[String(step.options['choose'])] : undefined;
    if (!field) return [];
    const filling = method.steps.filter(({ forms }) =>
      forms.some((form) => method.forms[form]?.fields.some(({ id }) => id === field.id)),
    );
    if (filling.some(({ id }) => id !== step.id && reachable(edges, id).has(step.id))) return [];
    return [{ code: 'filled-before', path: `${stepPath(step)}/choose`, details: { field: field.label.zh } }];
  });
};

/** In every step somebody surely acts: at least one of `by` does not hang on a field that may be empty on the way. */
const sure: Check = ({ method }) => {
  const filled = filledBefore(method, edgesOf(method));
  return method.steps.flatMap((step): Finding[] => {
    const before = filled.get(step.id);
    if (!before || step.kind === 'end') return [];
    const hangs = (actor: string): boolean => {
      if (method.fields[actor]) return !before.has(actor);
      return actor.endsWith('.who') && !before.has(actor);
    };
    const found: Finding[] = [];
    if (step.kind !== 'gather' && step.by.length > 0 && step.by.every(hangs)) {
      found.push({ code: 'actor-unsure', path: `${stepPath(step)}/by`, details: { actor: step.by.join('、') } });
    }
    const reads = [
      step.limit?.kind === 'until' ? ['until', step.limit.field] : [],
      step.kind === 'offer' ? ['offer', String(step.argument)] : [],
      step.kind === 'children' ? ['per', String(step.options['per'])] : [],
      step.kind === 'pay' ? ['pay', String(step.argument)] : [],
      step.kind === 'pay' ? ['to', String(step.options['to'])] : [],
    ];
    for (const [key, field] of reads) {
      if (key === undefined || field === undefined || !method.fields[field] || before.has(field)) continue;
      found.push({
        code: 'filled-before',
        path: `${stepPath(step)}/${key}`,
        details: { field: method.fields[field].label.zh },
      });
    }
    return found;
  });
};

export const actorChecks: readonly Check[] = [known, named, sure, choosable];
