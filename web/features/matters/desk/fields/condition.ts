/**
 * Whether a field is asked, for the conditions a form may carry: names of fields, `= 词`, `!= 词`, comparisons with a
 * number, `and`, `or`, `not` and brackets. The server decides again; what cannot be read here is asked.
 */
type Values = Record<string, unknown>;
type Reader = { words: string[]; at: number; values: Values };

const word = /\s*("[^"]*"|!=|<=|>=|[=<>()]|[^\s=<>()!]+)/gy;

export function isAsked(condition: string | undefined, values: Values): boolean {
  if (!condition) return true;
  const words = [...condition.matchAll(word)].map((match) => match[1] ?? '');
  if (words.join('').length !== condition.replaceAll(/\s/g, '').length) return true;
  const reader: Reader = { words, at: 0, values };
  const holds = readOr(reader);
  return reader.at === words.length ? holds : true;
}

function take(reader: Reader, ...wanted: string[]): string | null {
  const next = reader.words[reader.at];
  if (next === undefined || !wanted.includes(next)) return null;
  reader.at++;
  return next;
}

function readOr(reader: Reader): boolean {
  let holds = readAnd(reader);
  while (take(reader, 'or')) holds = readAnd(reader) || holds;
  return holds;
}

function readAnd(reader: Reader): boolean {
  let holds = readNot(reader);
  while (take(reader, 'and')) holds = readNot(reader) && holds;
  return holds;
}

function readNot(reader: Reader): boolean {
  if (take(reader, 'not')) return !readNot(reader);
  if (take(reader, '(')) {
    const inner = readOr(reader);
    take(reader, ')');
    return inner;
  }
  const name = reader.words[reader.at++] ?? '';
  const value = reader.values[name];
  const sign = take(reader, '=', '!=', '<', '<=', '>', '>=');
  if (!sign) return isTrue(value);
  return compares(value, sign, reader.words[reader.at++] ?? '');
}

function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

function compares(value: unknown, sign: string, text: string): boolean {
  const wanted = text.replaceAll('"', '');
  if (sign === '=' || sign === '!=') {
    const isSame = Array.isArray(value) ? value.includes(wanted) : String(value ?? '') === wanted;
    return (sign === '=') === isSame;
  }
  const [left, right] = [Number(value), Number.parseFloat(wanted)];
  if (sign === '<') return left < right;
  if (sign === '<=') return left <= right;
  return sign === '>' ? left > right : left >= right;
}
