import { isRegistered } from '../../kinds/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { edgesOf, reachable, stepPath } from '../graph/rules.ts';

/** The shape of the line: kinds, targets, the proof that no step of the main line can be skipped, ends. Source: N65. */

const kinds: Check = ({ method }) =>
  method.steps.flatMap((step): Finding[] =>
    isRegistered(step.kind) ? [] : [{ code: 'kind-later', path: stepPath(step), details: { kind: step.kind } }],
  );

const buttons: Check = ({ method }) =>
  method.steps
    .filter((step) => ['task', 'session'].includes(step.kind) && step.actions.length === 0)
    .map((step) => ({ code: 'action-missing', path: `${stepPath(step)}/go` }));

const targets: Check = ({ method }) => {
  const known = new Set(method.steps.map((step) => step.id));
  const wrong = edgesOf(method).filter((edge) => edge.to !== 'next' && !known.has(edge.to));
  const once = wrong.filter(
    (edge, at) => wrong.findIndex((other) => other.path === edge.path && other.to === edge.to) === at,
  );
  return once.map(({ path, to }) => ({
    code: 'target-unknown',
    path,
    details: { target: to },
  }));
};

const ends: Check = ({ method }) => {
  const main = method.steps.filter((step) => step.main);
  const last = main.at(-1);
  const found: Finding[] = main.length < 2 ? [{ code: 'line-short', path: 'steps' }] : [];
  const done = method.steps.filter((step) => step.kind === 'end' && step.argument === 'done');
  if (done.length === 0) found.push({ code: 'done-missing', path: 'steps' });
  for (const step of done) if (step !== last) found.push({ code: 'done-last', path: stepPath(step) });
  return found;
};

/** Without a main-line step, the one after it must be out of reach: so every way passes all of them, in order. */
const unskipped: Check = ({ method }) => {
  const edges = edgesOf(method);
  const main = method.steps.filter((step) => step.main);
  const first = main[0];
  return main.slice(1).flatMap((next, at): Finding[] => {
    const step = main[at];
    if (!first || !step || step === first || !reachable(edges, first.id, step.id).has(next.id)) return [];
    return [{ code: 'line-skipped', path: stepPath(step), details: { step: step.label.zh, next: next.label.zh } }];
  });
};

const reach: Check = ({ method }) => {
  const edges = edgesOf(method);
  const found = reachable(edges, method.steps[0]?.id ?? '');
  const ending = new Set(method.steps.filter((step) => step.kind === 'end').map((step) => step.id));
  return method.steps.flatMap((step): Finding[] => {
    const details = { step: step.label.zh };
    if (!found.has(step.id)) return [{ code: 'unreachable', path: stepPath(step), details }];
    const canEnd = [...reachable(edges, step.id)].some((id) => ending.has(id));
    return canEnd ? [] : [{ code: 'endless', path: stepPath(step), details }];
  });
};

export const lineChecks: readonly Check[] = [kinds, buttons, targets, ends, unskipped, reach];
