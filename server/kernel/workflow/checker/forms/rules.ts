import type { Field, Method, Step } from '../../contract.ts';
import type { Check, Finding } from '../contract.ts';
import { stepPath } from '../graph/rules.ts';

const requiredMax = 7;

/** The forms of a step, and of what may be written down beside it. */
const formsIn = (step: Step): string[] => [...step.forms, ...step.meanwhile.flatMap(({ forms }) => forms)];

const formsExist: Check = ({ method }) => {
  const missing = method.steps.flatMap((step) =>
    formsIn(step)
      .filter((form) => !method.forms[form])
      .map((form): Finding => ({ code: 'form-unknown', path: `${stepPath(step)}/form`, details: { form } })),
  );
  const used = new Set(method.steps.flatMap(formsIn));
  const idle = Object.keys(method.forms).filter((form) => !used.has(form));
  return [
    ...missing,
    ...idle.map((form): Finding => ({ code: 'form-unused', path: `forms/${form}`, details: { form } })),
  ];
};

const photosOf = (field: Field): number => (field.type === 'images' ? Math.max(1, Number(field.min ?? 1)) : 0);

function asked(method: Method, step: Step): Field[] {
  const fields = step.forms.flatMap((form) => method.forms[form]?.fields ?? []);
  return fields.filter((field) => !field.optional && field.if === undefined && field.is === undefined);
}

/** Asking costs: more than seven required fields or one required photo needs a reason. Source: METHODS 1. */
const asksLittle: Check = ({ method }) =>
  method.steps.flatMap((step): Finding[] => {
    const fields = asked(method, step);
    const photos = fields.reduce((sum, field) => sum + photosOf(field), 0);
    if (step.why !== undefined || (fields.length <= requiredMax && photos <= 1)) return [];
    return [{ code: 'asks-much', path: stepPath(step), details: { count: String(fields.length) } }];
  });

export const formChecks: readonly Check[] = [formsExist, asksLittle];
