import createClient, { type Client } from 'openapi-fetch';
import { data, redirect, type AppLoadContext } from 'react-router';
import type { paths } from './openapi.d.ts';

/** What every page is given by `server/platform/pages.ts` and `server/main.ts`. */
export type PageContext = {
  /** Asks the API in process, as the person who asked for the page. */
  fetch: typeof fetch;
  nonce: string;
  now: Date;
  demo: boolean;
  /** `https://liren.example`, without a slash at the end: for links that leave the page on paper and in groups. */
  origin: string;
};

declare module 'react-router' {
  interface AppLoadContext extends PageContext {}
}

/** An expected *no* of the API (RFC 9457), as the page shows it. */
export type Refused = {
  status: number;
  code: string;
  detail: string;
  fields?: Record<string, string>;
  details?: Record<string, unknown>;
};

const clients = new WeakMap<AppLoadContext, Client<paths>>();

/** The API as this page's visitor. */
export function api(context: AppLoadContext): Client<paths> {
  const known = clients.get(context);
  if (known) return known;
  const made = createClient<paths>({ baseUrl: 'http://inside', fetch: (request) => context.fetch(request) });
  clients.set(context, made);
  return made;
}

type Answer<T> = { data?: T; error?: unknown };

/** The answer, or the page that helps: sign-in first for 401, else the error page with the API's own sentence. */
export async function need<T>(asked: Promise<Answer<T>>, request: Request): Promise<T> {
  const answer = await asked;
  if (answer.data !== undefined) return answer.data;
  const refused = answer.error as Refused;
  if (refused.status === 401) throw redirect(signInPath(request));
  throw data(refused, { status: refused.status });
}

/** The answer, or nothing: for parts a page can do without. */
export async function maybe<T>(asked: Promise<Answer<T>>): Promise<T | null> {
  return (await asked).data ?? null;
}

export function refusedBy(answer: Answer<unknown>): Refused | null {
  return answer.data === undefined ? (answer.error as Refused) : null;
}

export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `/login?next=${encodeURIComponent(pathname + search)}`;
}

/** A path of our own to go to afterwards; anything else leads home. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

/** `Idempotency-Key` of a form, made when the form was drawn. */
export function keyOf(form: FormData): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': String(form.get('key') ?? '') };
}
