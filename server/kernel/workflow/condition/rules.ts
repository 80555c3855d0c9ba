import type { Json } from '../contract.ts';
import type { Arithmetic, Comparison, Expression, FunctionName, Parsed } from './contract.ts';

type Token = { text: string; kind: 'number' | 'name' | 'mark'; at: number };

class Broken extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(en);
    this.zh = zh;
    this.en = en;
  }
}

const functions: Record<FunctionName, number> = { sum: 1, count: 1, different: 1, length: 1, all: 1, eachHas: 2 };
const fullWidth = /[（）＝！＜＞，＋－＊／：；“”]/;
const pattern =
  /\s*(?:(\d+(?:\.\d+)?%?)|([\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*)*)|(!=|<=|>=|[=<>()+\-*/,]))/uy;

function tokens(text: string): Token[] {
  const wide = fullWidth.exec(text);
  if (wide) {
    throw new Broken(
      `条件“${text}”里的“${wide[0]}”是全角符号，请改用半角`,
      `“${wide[0]}” in “${text}” is a full-width mark`,
    );
  }
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex;
    if (/^\s*$/.test(text.slice(at))) break;
    const match = pattern.exec(text);
    if (!match)
      throw new Broken(
        `条件“${text}”从“${text.slice(at).trim()}”起看不懂`,
        `cannot read “${text}” from “${text.slice(at).trim()}”`,
      );
    const [, number, name, mark] = match;
    if (number !== undefined) found.push({ text: number, kind: 'number', at });
    else if (name !== undefined) found.push({ text: name, kind: 'name', at });
    else found.push({ text: mark as string, kind: 'mark', at });
  }
  return found;
}

type Reader = { tokens: Token[]; at: number; text: string };

const peek = (reader: Reader): string | undefined => reader.tokens[reader.at]?.text;

function take(reader: Reader, ...texts: string[]): string | undefined {
  const text = peek(reader);
  if (text === undefined || !texts.includes(text)) return undefined;
  reader.at++;
  return text;
}

function demand(reader: Reader, text: string): void {
  if (take(reader, text)) return;
  throw new Broken(`条件“${reader.text}”少了“${text}”`, `“${reader.text}” lacks “${text}”`);
}

function readOr(reader: Reader): Expression {
  let left = readAnd(reader);
  while (take(reader, 'or')) left = { node: 'or', left, right: readAnd(reader) };
  return left;
}

function readAnd(reader: Reader): Expression {
  let left = readNot(reader);
  while (take(reader, 'and')) left = { node: 'and', left, right: readNot(reader) };
  return left;
}

function readNot(reader: Reader): Expression {
  return take(reader, 'not') ? { node: 'not', of: readNot(reader) } : readComparison(reader);
}

function readComparison(reader: Reader): Expression {
  const left = readSum(reader);
  if (left.node === 'name' && left.name === 'reporter' && take(reader, 'is')) {
    const actor = reader.tokens[reader.at++];
    if (actor?.kind === 'name') return { node: 'is', actor: actor.text };
    throw new Broken(`条件“${reader.text}”的 is 后面要写是谁`, `“${reader.text}” must name an actor after “is”`);
  }
  const operator = take(reader, '=', '!=', '<', '<=', '>', '>=') as Comparison | undefined;
  return operator ? { node: 'compare', operator, left, right: readSum(reader) } : left;
}

function readSum(reader: Reader): Expression {
  let left = readProduct(reader);
  for (let operator = take(reader, '+', '-'); operator; operator = take(reader, '+', '-')) {
    left = { node: 'arithmetic', operator: operator as Arithmetic, left, right: readProduct(reader) };
  }
  return left;
}

function readProduct(reader: Reader): Expression {
  let left = readSingle(reader);
  for (let operator = take(reader, '*', '/'); operator; operator = take(reader, '*', '/')) {
    left = { node: 'arithmetic', operator: operator as Arithmetic, left, right: readSingle(reader) };
  }
  return left;
}

function readSingle(reader: Reader): Expression {
  if (take(reader, '-')) return { node: 'minus', of: readSingle(reader) };
  if (take(reader, '(')) {
    const inner = readOr(reader);
    demand(reader, ')');
    return inner;
  }
  const token = reader.tokens[reader.at++];
  if (!token || token.kind === 'mark') {
    throw new Broken(`条件“${reader.text}”没有写完`, `“${reader.text}” is not finished`);
  }
  if (token.kind === 'number') {
    const value = Number.parseFloat(token.text);
    return { node: 'number', value: token.text.endsWith('%') ? value / 100 : value };
  }
  return peek(reader) === '(' ? readCall(reader, token.text) : { node: 'name', name: token.text };
}

function readCall(reader: Reader, name: string): Expression {
  demand(reader, '(');
  const of = [readOr(reader)];
  while (take(reader, ',')) of.push(readOr(reader));
  demand(reader, ')');
  if (!Object.hasOwn(functions, name)) {
    throw new Broken(
      `条件“${reader.text}”里没有“${name}”这个算法`,
      `“${reader.text}” calls the unknown function “${name}”`,
    );
  }
  if (of.length !== functions[name as FunctionName]) {
    throw new Broken(
      `条件“${reader.text}”里“${name}”的个数不对`,
      `“${name}” in “${reader.text}” has the wrong number of parts`,
    );
  }
  return { node: 'call', name: name as FunctionName, of };
}

/** Reads a condition or a computed field; answers with a sentence when it cannot be read. */
export function parseCondition(text: string): Parsed {
  try {
    const reader: Reader = { tokens: tokens(text), at: 0, text };
    const expression = readOr(reader);
    const rest = peek(reader);
    if (rest === undefined) return { expression };
    throw new Broken(`条件“${text}”里“${rest}”放错了地方`, `“${rest}” is out of place in “${text}”`);
  } catch (problem) {
    if (problem instanceof Broken) return { problem: { zh: problem.zh, en: problem.en } };
    throw problem;
  }
}

/** What a condition may look at: names to values, and what the reporter counts as. A name not found is a word. */
export type Scope = { value: (name: string) => Json | undefined; reporterIs: (actor: string) => boolean };

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function holds(value: Json): boolean {
  return !isEmpty(value) && value !== false;
}

function compare(operator: Comparison, left: Json, right: Json): boolean {
  if (isEmpty(left) || isEmpty(right)) return false;
  const many = Array.isArray(left);
  const equal = many ? left.some((item) => String(item) === String(right)) : String(left) === String(right);
  if (operator === '=') return equal;
  if (operator === '!=') return !equal;
  const sides = typeof left === 'number' && typeof right === 'number' ? [left, right] : [String(left), String(right)];
  const [a, b] = sides as [number, number];
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

function calculate(operator: Arithmetic, left: Json, right: Json): Json {
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return right === 0 ? null : left / right;
}

const listOf = (value: Json): Json[] => (Array.isArray(value) ? value : isEmpty(value) ? [] : [value]);

/** A name as far as it tells one from another: 恒 通（公司） and 恒通(公司) are the same. */
const sameName = (value: Json): string => String(value).normalize('NFKC').replace(/\s/g, '').toLowerCase();

function call(name: FunctionName, of: Expression[], scope: Scope): Json {
  const values = listOf(evaluate(of[0] as Expression, scope));
  if (name === 'sum') return values.reduce<number>((total, item) => total + (typeof item === 'number' ? item : 0), 0);
  if (name === 'count') return values.filter((item) => !isEmpty(item)).length;
  if (name === 'different') return new Set(values.filter((item) => !isEmpty(item)).map(sameName)).size;
  if (name === 'all') return values.length > 0 && values.every(holds);
  if (name === 'length') return values.reduce<number>((total, item) => total + Array.from(String(item)).length, 0);
  const column = (of[1] as { name: string }).name;
  return values.every(
    (row) => typeof row === 'object' && row !== null && holds((row as Record<string, Json>)[column] ?? null),
  );
}

/** The value of a parsed expression. Empty counts as false, and a comparison with something empty is false. */
export function evaluate(expression: Expression, scope: Scope): Json {
  switch (expression.node) {
    case 'number':
      return expression.value;
    case 'name': {
      const value = scope.value(expression.name);
      return value === undefined ? expression.name : value;
    }
    case 'not':
      return !holds(evaluate(expression.of, scope));
    case 'minus':
      return calculate('-', 0, evaluate(expression.of, scope));
    case 'and':
      return holds(evaluate(expression.left, scope)) && holds(evaluate(expression.right, scope));
    case 'or':
      return holds(evaluate(expression.left, scope)) || holds(evaluate(expression.right, scope));
    case 'compare':
      return compare(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'arithmetic':
      return calculate(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
    case 'is':
      return scope.reporterIs(expression.actor);
    case 'call':
      return call(expression.name, expression.of, scope);
  }
}

/** Whether a condition holds. A condition that cannot be read never holds; the checker has refused its file before. */
export function conditionHolds(text: string, scope: Scope): boolean {
  const parsed = parseCondition(text);
  return 'expression' in parsed && holds(evaluate(parsed.expression, scope));
}

/** The value of a computed field (`is:`), null when it cannot be computed. */
export function computeValue(text: string, scope: Scope): Json {
  const parsed = parseCondition(text);
  return 'expression' in parsed ? evaluate(parsed.expression, scope) : null;
}

/** Every name a condition mentions, with the name it is compared to, so that words can be told from names. */
export function namesIn(expression: Expression): { name: string; comparedWith?: string }[] {
  switch (expression.node) {
    case 'number':
    case 'is':
      return [];
    case 'name':
      return [{ name: expression.name }];
    case 'not':
    case 'minus':
      return namesIn(expression.of);
    case 'compare': {
      const { left, right } = expression;
      if (left.node !== 'name' || right.node !== 'name') return [...namesIn(left), ...namesIn(right)];
      return [{ name: left.name }, { name: right.name, comparedWith: left.name }];
    }
    case 'call':
      return expression.name === 'eachHas' ? namesIn(expression.of[0] as Expression) : expression.of.flatMap(namesIn);
    default:
      return [...namesIn(expression.left), ...namesIn(expression.right)];
  }
}
