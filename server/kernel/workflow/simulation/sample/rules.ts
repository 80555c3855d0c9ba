import type { Field, Json, Method, Param, Values } from '../../contract.ts';

/** Something in the place of what an adopting area sets itself, so that a method can be played before anybody has. */

type Given = Param & { value: Json };

const isSet = ({ value }: Given): boolean =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function sampleOf({ type, min, of, label }: Given): Json {
  if (type === 'words') return Array.from({ length: Math.max(1, min ?? 1) }, (_, at) => `${label.zh} ${at + 1}`);
  if (type === 'yesno') return true;
  if (type === 'choice') return of?.[0] ?? null;
  if (type === 'actor') return 'community-worker';
  if (type === 'rule') return 'majority-of-members';
  return type === 'text' ? label.zh : (min ?? 1);
}

/** Settings for everything that a method leaves to its adopting area. */
export function sampleSettings({ params }: Pick<Method, 'params'>): Values {
  const unset = Object.values(params).filter((param) => !isSet(param));
  return Object.fromEntries(unset.map((param) => [param.id, sampleOf(param)]));
}

/** The method with samples in the place of what nobody has set. */
export function withSamples(method: Method): Method {
  const samples = sampleSettings(method);
  if (Object.keys(samples).length === 0) return method;
  const params = Object.entries(method.params).map(([id, param]) => [
    id,
    { ...param, value: samples[id] ?? param.value },
  ]);
  return { ...method, params: Object.fromEntries(params) };
}

/** The numbers that conditions of a method compare with: only from them on does a way branch. */
export function thresholds({ params }: Pick<Method, 'params'>): number[] {
  return Object.values(params).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

const numerals = '一二三四五六七八九十';

/** A row of a list with its texts told apart from those of the other rows, where there is room for it. */
export function apart(columns: readonly Field[], row: Values, at: number): Values {
  const numeral = numerals[at % numerals.length] ?? '';
  const told = columns.flatMap(({ id, type, max }): [string, Json][] => {
    const text = row[id];
    const hasRoom = typeof text === 'string' && text.length < Number(max ?? 40);
    return type === 'text' && hasRoom && at > 0 ? [[id, `${text}${numeral}`]] : [];
  });
  return { ...row, ...Object.fromEntries(told) };
}
