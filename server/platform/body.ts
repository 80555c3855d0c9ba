import type { FastifyInstance } from 'fastify';
import { RefusalError, type Refusal } from '#shared/refusal';

const depthMax = 100;

const unstorable: Refusal = {
  code: 'input.unstorable',
  status: 400,
  zh: '里面有电脑认不得的字符，请删掉或者重新输入。',
  en: 'Null characters and halves of characters cannot be stored. Remove them.',
};

const tooDeep: Refusal = {
  code: 'body.too-deep',
  status: 400,
  zh: '提交的内容套得太深，系统读不懂。请刷新页面后再试。',
  en: `The body is nested more than ${depthMax} levels deep.`,
};

/** Reads JSON bodies, and refuses what no database can keep and what nests without end, in bodies and in addresses. */
export function refuseUnstorable(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, given, done) => {
    const text = given.toString();
    if (isDeep(text)) return done(new RefusalError(tooDeep));
    return parseJson(request, text, (error, body) => {
      // Only an escape can stand for half a character: the text itself was decoded.
      const isRefused = !error && text.includes('\\u') && !isStorable(body);
      done(isRefused ? new RefusalError(unstorable) : error, body);
    });
  });
  app.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? new RefusalError(unstorable) : undefined);
  });
}

/** Reads form-encoded bodies as texts by name; a name given several times as a list. Only for routes that ask for it. */
export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, given, done) => {
    const values = new Map<string, string | string[]>();
    for (const [name, value] of new URLSearchParams(given.toString())) {
      const before = values.get(name);
      if (Array.isArray(before)) before.push(value);
      else values.set(name, before === undefined ? value : [before, value]);
    }
    const body = Object.fromEntries(values);
    done(isStorable(body) ? null : new RefusalError(unstorable), body);
  });
}

function isDeep(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (isQuoted && sign === '\\') i += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '[' || sign === '{')) depth += 1;
    else if (!isQuoted && (sign === ']' || sign === '}')) depth -= 1;
    if (depth > depthMax) return true;
  }
  return false;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null) return Object.entries(value).every((pair) => pair.every(isStorable));
  return true;
}
