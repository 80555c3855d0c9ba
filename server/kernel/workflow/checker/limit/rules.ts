import type { Limit, Method, Step } from '../../contract.ts';
import { parseTime } from '../../limit/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { edgesOf, filledBefore, reachable, stepPath } from '../graph/rules.ts';

const hasLimit: Check = ({ method }) =>
  method.steps
    .filter(
      (step, at) =>
        at > 0 && step.kind !== 'end' && step.kind !== 'publicity' && !step.by.includes('system') && !step.limit,
    )
    .map((step) => ({ code: 'limit-missing', path: stepPath(step) }));

function byChoice(method: Method, step: Step, limit: Limit & { kind: 'by-choice' }): Finding[] {
  const path = `${stepPath(step)}/within`;
  const field = method.fields[limit.field];
  if (field?.type !== 'choice') return [{ code: 'limit-choice', path, details: { field: limit.field } }];
  const words = field.of ?? [];
  if (words.some((word) => word.startsWith('params.'))) return [];
  const details = { field: field.label.zh };
  const strange = Object.keys(limit.times).filter((word) => !words.includes(word));
  const found = strange.map((word): Finding => ({
    code: 'limit-word',
    path: `${path}/${word}`,
    details: { ...details, word },
  }));
  const covered = words.every((word) => limit.times[word] !== undefined);
  return covered || limit.else !== '' ? found : [...found, { code: 'limit-else', path, details }];
}

/** A limit of no time is none: whoever has the step would be late at once. A relative date may be today. */
const nothing: Check = ({ method }) =>
  method.steps.flatMap((step): Finding[] => {
    const path = `${stepPath(step)}/within`;
    const times = Object.entries(timesOf(step.limit, path));
    return times
      .filter(([, time]) => parseTime(time)?.count === 0)
      .map(([at]) => ({ code: 'limit-nothing', path: at }));
  });

/** The times of a limit by the place where they are written. */
function timesOf(limit: Limit | undefined, path: string): Record<string, string> {
  if (limit?.kind === 'within') return { [path]: limit.time };
  if (limit?.kind !== 'by-choice') return {};
  const entries = Object.entries({ ...limit.times, else: limit.else });
  return Object.fromEntries(entries.map(([word, time]) => [`${path}/${word}`, time]));
}

const isDate = (method: Method, field: string): boolean =>
  ['date', 'datetime'].includes(method.fields[field]?.type ?? '');

const dates: Check = ({ method }) =>
  method.steps.flatMap((step): Finding[] => {
    const found: Finding[] = [];
    const { limit, opens } = step;
    if (limit?.kind === 'until' && !isDate(method, limit.field)) {
      found.push({ code: 'date-expected', path: `${stepPath(step)}/until`, details: { field: limit.field } });
    }
    if (opens !== undefined && !parseTime(opens) && !isDate(method, opens)) {
      found.push({ code: 'date-expected', path: `${stepPath(step)}/opens`, details: { field: opens } });
    }
    return limit?.kind === 'by-choice' ? [...found, ...byChoice(method, step, limit)] : found;
  });

/** `since` must name a step that has been passed on every way; a matter that comes back is told that it is not renewed. */
const since: Check = ({ method }) => {
  const edges = edgesOf(method);
  const filled = filledBefore(method, edges);
  return method.steps.flatMap((step): Finding[] => {
    if (step.since === undefined) return [];
    const path = `${stepPath(step)}/since`;
    const from = method.steps.find((one) => one.id === step.since);
    if (!from) return [{ code: 'since-unknown', path, details: { step: step.since } }];
    const details = { step: from.label.zh };
    if (!filled.get(step.id)?.has(`@${from.id}`)) return [{ code: 'since-unsure', path, details }];
    const after = edges.filter((edge) => edge.from === step.id && edge.to !== from.id);
    const comesBack = after.some((edge) => reachable(edges, edge.to, from.id).has(step.id));
    return comesBack ? [{ code: 'since-loop', path, details }] : [];
  });
};

export const limitChecks: readonly Check[] = [hasLimit, nothing, dates, since];
