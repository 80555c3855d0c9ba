import type { Field, Method, Values } from '#kernel-contract/workflow';

/** What deliberation knows of something that is to become a matter. */
export type Known = { title: string; text: string; placeId: string; placeName: string; owner?: string; dueOn?: string };

/**
 * The form of a method's first step, filled by the types of its fields, whatever the method calls them. A choice nobody has made
 * is the last word offered, which the library keeps for what fits nowhere else.
 */
export function fillForm(method: Method, known: Known): Values {
  const fields = (method.steps[0]?.forms ?? []).flatMap((form) => method.forms[form]?.fields ?? []);
  const asked = fields.filter((field) => field.is === undefined);
  const first = (type: Field['type']): string | undefined => asked.find((field) => field.type === type)?.id;
  const values: Values = {};
  const put = (type: Field['type'], value: Values[string] | undefined): void => {
    const id = first(type);
    if (id !== undefined && value !== undefined && !(id in values)) values[id] = value;
  };
  const hasTitle = first('text') !== undefined;
  put('text', known.title);
  put('longtext', hasTitle ? known.text : `${known.title}\n${known.text}`.trim());
  put('place', { areaId: known.placeId, label: known.placeName });
  put('who', known.owner);
  put('date', known.dueOn);
  for (const field of asked) {
    const word = field.of?.at(-1);
    if (field.type === 'choice' && !field.optional && field.if === undefined && word) values[field.id] = word;
  }
  return values;
}
