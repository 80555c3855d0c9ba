import { privateTypes } from '../../definition/vocabulary/rules.ts';
import { hasResult } from '../condition/rules.ts';
import type { Check, Finding, Subject } from '../contract.ts';
import { stepPath } from '../graph/rules.ts';

/** What becomes public, and the face residents see. */

const shown: Check = ({ method }) =>
  method.steps.flatMap((step) =>
    step.shows.flatMap(({ audience, fields }): Finding[] => {
      const path = `${stepPath(step)}/shows`;
      if (audience !== 'public') return [{ code: 'key-later', path, details: { key: audience } }];
      return fields.flatMap((field): Finding[] => {
        const known = method.fields[field];
        if (known)
          return privateTypes.includes(known.type)
            ? [{ code: 'shown-private', path, details: { field: known.label.zh } }]
            : [];
        const [owner, part] = field.split('.') as [string, string?];
        const from = method.steps.find((one) => one.id === owner);
        if (from && part !== undefined && hasResult(method, from, field.slice(owner.length + 1))) return [];
        return from && part !== undefined
          ? [{ code: 'result-unknown', path, details: { result: field } }]
          : [{ code: 'shown-unknown', path, details: { field } }];
      });
    }),
  );

const named = ['title', 'category', 'place', 'photos', 'result', 'after', 'reply', 'rating', 'handler'] as const;

function presentFields({ method }: Subject): { key: string; field: string }[] {
  const single = named.flatMap((key) =>
    method.present[key] === undefined ? [] : [{ key, field: method.present[key] }],
  );
  const facts = method.present.facts.map((field) => ({ key: 'facts', field }));
  const pages = Object.entries(method.present.shown).map(([key, field]) => ({ key: `shown.${key}`, field }));
  return [...single, ...facts, ...pages];
}

const present: Check = (subject) => {
  const { method } = subject;
  const found = presentFields(subject).flatMap(({ key, field }): Finding[] => {
    const known = method.fields[field];
    if (!known) return [{ code: 'present-field', path: 'present', details: { key, field } }];
    return privateTypes.includes(known.type)
      ? [{ code: 'present-private', path: 'present', details: { key, field: known.label.zh } }]
      : [];
  });
  const opened = method.steps.flatMap((step) => step.shows.flatMap((show) => show.fields));
  const hidden = Object.values(method.present.shown).filter((field) => method.fields[field] && !opened.includes(field));
  for (const field of hidden)
    found.push({
      code: 'present-unshown',
      path: 'present/shown',
      details: { field: method.fields[field]?.label.zh ?? field },
    });
  const asked = method.steps[0]?.by.some((actor) => actor === 'resident' || actor === 'anyone') ?? false;
  const faceless =
    method.present.promise === undefined || (method.present.place === undefined && method.visible !== 'restricted');
  if (asked && faceless) found.push({ code: 'present-missing', path: 'present' });
  const facts = method.present.facts.length;
  return facts === 3 || (facts === 0 && !asked) ? found : [...found, { code: 'facts-three', path: 'present/facts' }];
};

export const publicChecks: readonly Check[] = [shown, present];
