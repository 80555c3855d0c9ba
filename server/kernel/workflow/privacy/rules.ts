import { sealedMark, type Field, type Method, type Values } from '../contract.ts';

const alwaysPrivate = new Set(['phone', 'person', 'signature', 'scan']);
const text = new Set(['text', 'longtext', 'place', 'person', 'phone']);

/** Private types are sealed, masked and never shown; of a restricted method every text is. Source: METHODS 2.1. */
export function isPrivate(method: Pick<Method, 'visible'>, field: Pick<Field, 'type'>): boolean {
  return alwaysPrivate.has(field.type) || (method.visible === 'restricted' && text.has(field.type));
}

/** Takes the private values out of a form: what stays readable, and what is to be sealed. */
export function splitPrivate(method: Method, values: Values): { open: Values; secret: Record<string, string> } {
  const open: Values = {};
  const secret: Record<string, string> = {};
  for (const [id, value] of Object.entries(values)) {
    const field = method.fields[id];
    if (!field || !isPrivate(method, field) || value === null || value === '' || value === sealedMark) {
      open[id] = value;
      continue;
    }
    open[id] = sealedMark;
    secret[id] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return { open, secret };
}
