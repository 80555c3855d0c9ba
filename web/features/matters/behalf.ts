import type { AskedField } from '#contract/matters';

/** In whose name a report is made 代报, as typed. */
export type BehalfTyped = { name: string; phone: string };

export function readBehalf(form: FormData): BehalfTyped {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  return { name: text('behalfName'), phone: text('behalfPhone') };
}

/** A telephone alone names nobody. */
export function behalfMissing({ name, phone }: BehalfTyped): Record<string, string> {
  return phone && !name ? { onBehalfOf: '写一下他怎么称呼，回话才知道告诉谁。' } : {};
}

/** What is wrong with a resident's telephone is said of the method's own field for it: here it stands below hers. */
export function behalfProblems(
  fields: AskedField[],
  { phone }: BehalfTyped,
  problems: Record<string, string>,
): Record<string, string> {
  const field = fields.find(({ type }) => type === 'phone');
  const sentence = field && phone ? problems[field.id] : undefined;
  return sentence && !problems.onBehalfOf ? { ...problems, onBehalfOf: sentence } : problems;
}
