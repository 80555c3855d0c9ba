import type { Method } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import { isMap } from '../../definition/label/rules.ts';
import { officeVerbs } from '../../definition/vocabulary/rules.ts';
import { inferredPaths, listed, locate, valueAt } from '../../settings/path/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { stepPath } from '../graph/rules.ts';

/** What may be set, what may not, and everything a file refers to outside its steps. */

function pathExists(raw: Raw, written: string): boolean {
  if (!written.startsWith('*.')) {
    const path = locate(raw, written);
    return path !== null && valueAt(raw, path) !== undefined;
  }
  const tail = written.slice(2).split('.');
  const steps = [
    ...Object.values(isMap(raw['steps']) ? raw['steps'] : {}),
    ...Object.values(isMap(raw['aside']) ? raw['aside'] : {}),
  ];
  return steps.some((step) => isMap(step) && valueAt(step, tail) !== undefined);
}

const paths: Check = ({ source }) => {
  const inferred = inferredPaths(source.raw);
  const fixed = listed(source.raw['fixed']);
  const missing = (code: 'inferred-path' | 'fixed-path', list: string[], path: string): Finding[] =>
    list.filter((setting) => !pathExists(source.raw, setting)).map((setting) => ({ code, path, details: { setting } }));
  const both = fixed
    .filter((setting) => inferred.includes(setting))
    .map((setting): Finding => ({ code: 'fixed-inferred', path: 'fixed', details: { setting } }));
  return [...missing('inferred-path', inferred, 'inferred'), ...missing('fixed-path', fixed, 'fixed'), ...both];
};

/** Everything written in a method that could name a parameter. */
function paramMentions(method: Method): string[] {
  return [...JSON.stringify([method.steps, method.fields, method.anytime]).matchAll(/params\.([A-Za-z0-9]+)/g)].map(
    (match) => match[1] as string,
  );
}

const params: Check = ({ method }) => {
  const mentioned = paramMentions(method);
  const fromWords = Object.values(method.forms).flatMap((form) =>
    form.fields.flatMap((field) =>
      (field.of ?? [])
        .filter((word) => word.startsWith('params.') && !method.params[word.slice('params.'.length)])
        .map((word): Finding => ({
          code: 'param-unknown',
          path: `forms/${form.id}/${field.id}/of`,
          details: { param: word.slice('params.'.length) },
        })),
    ),
  );
  const fromActors = method.steps.flatMap((step) =>
    step.by
      .filter((actor) => actor.startsWith('params.') && !method.params[actor.slice('params.'.length)])
      .map((actor): Finding => ({
        code: 'param-unknown',
        path: `${stepPath(step)}/by`,
        details: { param: actor.slice('params.'.length) },
      })),
  );
  const idle = Object.values(method.params).filter((param) => !mentioned.includes(param.id));
  return [
    ...fromWords,
    ...fromActors,
    ...idle.map((param): Finding => ({
      code: 'param-unused',
      path: `params/${param.id}`,
      details: { param: param.label.zh },
    })),
  ];
};

const starts: Check = ({ method, shelf }) =>
  method.steps.flatMap((step): Finding[] => {
    const path = stepPath(step);
    const unknown =
      shelf.methods.length === 0
        ? []
        : step.starts.filter((start) => start.method !== method.id && !shelf.methods.includes(start.method));
    const found = unknown.map((start): Finding => ({
      code: 'starts-unknown',
      path: `${path}/starts`,
      details: { method: start.method },
    }));
    const moves = step.kind === 'end' && step.argument === 'moved' && step.starts.length === 0;
    return moves ? [...found, { code: 'moved-starts', path }] : found;
  });

const rest: Check = ({ method }) => {
  const known: readonly string[] = officeVerbs;
  const verbs = method.officeVerbsOff
    .filter((verb) => !known.includes(verb))
    .map((verb): Finding => ({ code: 'verb-unknown', path: 'without', details: { verb } }));
  const unique = method.unique
    .filter((field) => field !== 'reporter' && !method.fields[field])
    .map((field): Finding => ({ code: 'unique-unknown', path: 'unique', details: { field } }));
  return [...verbs, ...unique];
};

export const settingChecks: readonly Check[] = [paths, params, starts, rest];
