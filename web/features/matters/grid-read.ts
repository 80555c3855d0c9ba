import type { AllowedAction } from '#contract/matters';
import { inputName, missingFrom, readAsked, type PlaceChoice, type Readable, type Values } from './read-asked.ts';

/**
 * What a worker's form says, read alike by the page's own action and by the script that keeps it when there is no network.
 */

/** Values of asked fields, with those only a worker's form has: 到场签到. */
export function readHandled(fields: readonly Readable[], form: FormData, spots: PlaceChoice[]): Values {
  const plain = fields.filter(({ type }) => type !== 'checkin');
  const values = readAsked(plain, form, spots);
  for (const field of fields)
    if (field.type === 'checkin' && form.has(inputName(field))) values[field.id] = checkinOf(form, inputName(field));
  return values;
}

function checkinOf(form: FormData, name: string): { point?: [number, number] } {
  const [lng, lat] = String(form.get(`${name}.point`) ?? '')
    .split(',')
    .map(Number);
  return lng && lat ? { point: [lng, lat] } : {};
}

export type TypedParts = { values: Values; reason: string; to: string[]; until: string; into: string };

type Asking = Pick<AllowedAction, 'needsReason' | 'asks'> & { fields: readonly Readable[] };

/** What was typed into the form of an action. */
export function readAct(fields: readonly Readable[], form: FormData): TypedParts {
  return {
    values: readHandled(fields, form, []),
    reason: String(form.get('reason') ?? '').trim(),
    to: form.getAll('to').map(String),
    until: String(form.get('until') ?? ''),
    into: String(form.get('into') ?? '').trim(),
  };
}

/** What an action still lacks, one sentence each. */
export function missingOf(allowed: Asking, typed: TypedParts): Record<string, string> {
  const problems = missingFrom(allowed.fields, typed.values);
  if (allowed.needsReason && !typed.reason) problems.reason = '写一句为什么，接着办的人好知道。';
  if (allowed.asks === 'to' && typed.to.length === 0) problems.to = '还没选人，点一个就行。';
  if (allowed.asks === 'until' && !typed.until) problems.until = '还没选日子。';
  if (allowed.asks === 'number' && !typed.into) problems.into = '写一下是和哪一件重复，填它的编号。';
  return problems;
}

/** The action's body as the API takes it. */
export function bodyOf({ values, reason, to, until, into }: TypedParts) {
  return {
    form: values,
    ...(reason ? { reason } : {}),
    ...(to.length > 0 ? { to } : {}),
    ...(until ? { until } : {}),
    ...(into ? { into } : {}),
  };
}

export type AtOnce = readonly { action: string; fields: readonly Readable[] }[];

/** The first of the steps doable at once that takes a result in words. */
export function resultStepOf<Step extends { fields: readonly { type: string }[] }>(
  atOnce: readonly Step[],
): Step | undefined {
  return atOnce.find(({ fields }) => fields.some(({ type }) => type === 'longtext'));
}

/** The steps done at once: those that ask nothing; with the result, all that follow from it too. */
export function thenOf(
  atOnce: AtOnce,
  results: Record<string, unknown>,
  done: boolean,
): { action: string; form: Record<string, unknown> }[] {
  const asksNothing = (fields: AtOnce[number]['fields']): boolean => fields.every(({ optional }) => optional);
  const until = atOnce.findIndex(({ fields }) => !asksNothing(fields));
  const steps = done || until === -1 ? atOnce : atOnce.slice(0, until);
  return steps.map(({ action, fields }) => ({
    action,
    form: Object.fromEntries(fields.flatMap(({ id }) => (results[id] === undefined ? [] : [[id, results[id]]]))),
  }));
}
