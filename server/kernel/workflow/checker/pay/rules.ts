import type { Json, Method, Step } from '../../contract.ts';
import { listed, payBack, shareOf } from '../../kinds/pay/rules.ts';
import { isPrivate } from '../../privacy/rules.ts';
import type { Check, Finding } from '../contract.ts';
import { edgesOf, filledBefore, stepPath } from '../graph/rules.ts';

/** What must be said of money before a file may move any. Source: METHODS 2.1 (pay), X18. */

/** The parameter a value names, if there is one. */
function paramOf(method: Method, value: Json | undefined): Method['params'][string] | undefined {
  return typeof value === 'string' && value.startsWith('params.')
    ? method.params[value.slice('params.'.length)]
    : undefined;
}

function isAmount(method: Method, value: Json): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value > 0;
  const field = method.fields[String(value)];
  return (field ? field.type : paramOf(method, value)?.type) === 'money';
}

/** The words of a field, whom a vote has chosen, or somebody known by name. */
function isPayee(method: Method, name: string): boolean {
  const field = method.fields[name];
  if (field) return !isPrivate(method, field) && ['text', 'who', 'choice'].includes(field.type);
  const [owner, part] = name.split('.');
  const isWinner = part === 'winners' && method.steps.some(({ id, kind }) => id === owner && kind === 'vote');
  const { roles, bodies, funds } = method.names;
  return isWinner || Boolean(roles[name] ?? bodies[name] ?? funds[name]) || paramOf(method, name)?.type === 'text';
}

function splitFindings(method: Method, step: Step): Finding[] {
  const { split } = step.options;
  if (split === undefined) return [];
  const path = `${stepPath(step)}/split`;
  const isMap = typeof split === 'object' && split !== null && !Array.isArray(split);
  const shares = isMap ? Object.entries(split) : [];
  const points = shares.map(([, share]) => {
    const param = paramOf(method, share);
    return param ? (param.type === 'percent' ? shareOf(param.value ?? 0) : null) : shareOf(share);
  });
  const isBroken =
    points.some((one) => one === null) || points.reduce<number>((sum, one) => sum + (one ?? 0), 0) > 10000;
  return [
    ...shares.flatMap(([fund]) => fundFinding(method, fund, path)),
    ...(shares.length === 0 || isBroken ? [{ code: 'pay-split' as const, path }] : []),
  ];
}

const fundFinding = (method: Method, fund: Json | undefined, path: string): Finding[] =>
  typeof fund === 'string' && method.names.funds[fund]
    ? []
    : [
        {
          code: 'fund-unknown',
          path,
          details: { fund: String(fund ?? ''), known: Object.keys(method.names.funds).join(' ') },
        },
      ];

/** Only what was surely paid before can be taken back. */
function backFindings(method: Method, step: Step): Finding[] {
  const path = `${stepPath(step)}/of`;
  const paid = method.steps.find(({ id, kind }) => kind === 'pay' && id === step.options['of']);
  const before = filledBefore(method, edgesOf(method)).get(step.id);
  return paid && before?.has(`@${paid.id}`) ? [] : [{ code: 'pay-of', path }];
}

function payFindings(method: Method, step: Step): Finding[] {
  const path = stepPath(step);
  const { from, to, of } = step.options;
  if (step.argument === payBack) return backFindings(method, step);
  const payees = listed(to);
  return [
    ...(isAmount(method, step.argument) ? [] : [{ code: 'pay-amount' as const, path: `${path}/pay` }]),
    ...fundFinding(method, from, `${path}/from`),
    ...(payees.length > 0 && payees.every((name) => isPayee(method, name))
      ? []
      : [{ code: 'pay-to' as const, path: `${path}/to` }]),
    ...(of === undefined ? [] : [{ code: 'pay-of' as const, path: `${path}/of` }]),
    ...splitFindings(method, step),
  ];
}

export const payChecks: readonly Check[] = [
  ({ method }) => method.steps.filter(({ kind }) => kind === 'pay').flatMap((step) => payFindings(method, step)),
];
