export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with sorted keys and no blanks: the same value is the same text everywhere. Equal to Python's
 * `json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)` for texts, whole numbers and what holds them, as
 * long as no key has a letter beyond the 65,536 first of Unicode: those are sorted by their UTF-16 here, by their number there.
 */
export function canonical(value: Json | undefined): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
