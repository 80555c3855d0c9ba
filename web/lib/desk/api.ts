import { uuidV7 } from '#shared/ids';

/** An expected *no* of the API (RFC 9457), as the desk shows it. */
export type Refused = {
  status: number;
  code: string;
  detail: string;
  fields?: Record<string, string>;
  details?: Record<string, unknown>;
};

export class RefusedError extends Error {
  readonly refused: Refused;
  constructor(refused: Refused) {
    super(refused.detail);
    this.name = 'RefusedError';
    this.refused = refused;
  }
}

const unreachable: Refused = {
  status: 0,
  code: 'network.unreachable',
  detail: '网络断了，这次没有送到。写的还在，连上以后再点一次。',
};
const unreadable: Refused = {
  status: 500,
  code: 'answer.unreadable',
  detail: '服务器没有答上来，这次没有保存。请过一会儿再点一次，写的还在。',
};

export type Query = Record<string, string | number | boolean | null | undefined>;

/** `?a=1&b=2` of what is set; empty when nothing is. */
export function queryText(query: Query): string {
  const set = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  );
  return set.length > 0 ? `?${new URLSearchParams(set).toString()}` : '';
}

/** Reads `/api/v1/<path>`. Throws RefusedError; somebody signed out is led to the sign-in page and back. */
export function ask<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return answerOf<T>(path + queryText(query), { ...(signal ? { signal } : {}) });
}

export type Sending = { method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE'; body?: unknown; key?: string };

/** Changes something. `key` is made when the form is opened, so that sending twice acts once. */
export function send<T>(path: string, { method = 'POST', body, key }: Sending = {}): Promise<T> {
  const headers: Record<string, string> = {};
  if (key) headers['idempotency-key'] = key;
  if (body instanceof FormData) return answerOf<T>(path, { method, headers, body });
  if (body !== undefined) headers['content-type'] = 'application/json';
  return answerOf<T>(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function answerOf<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/${path}`, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RefusedError(unreachable);
  }
  if (answer.status === 204) return undefined as T;
  const body: unknown = await answer.json().catch(() => null);
  if (answer.ok) return body as T;
  const refused = body && typeof body === 'object' && 'detail' in body ? (body as Refused) : unreadable;
  if (answer.status === 401) leaveToSignIn();
  throw new RefusedError({ ...refused, status: answer.status });
}

/** Fetches a file that something was sent for, such as a reason or another file, and hands it to the browser to keep. */
export async function download(path: string, body: unknown): Promise<void> {
  const sent =
    body instanceof FormData
      ? { body }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const init: RequestInit = { method: 'POST', ...sent, credentials: 'same-origin' };
  const answer = await fetch(`/api/v1/${path}`, init).catch(() => {
    throw new RefusedError(unreachable);
  });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => unreadable)) as Refused;
    if (answer.status === 401) leaveToSignIn();
    throw new RefusedError({ ...problem, status: answer.status });
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named ? decodeURIComponent(named) : '表格.xlsx';
  link.click();
  URL.revokeObjectURL(address);
}

export function leaveToSignIn(): void {
  const here = location.pathname + location.search;
  location.assign(`/login?next=${encodeURIComponent(here)}`);
}

/** A key for one opened form. Works on plain http inside a building's network, where `crypto.randomUUID` does not. */
export function newKey(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export function refusedOf(error: unknown): Refused | null {
  if (error instanceof RefusedError) return error.refused;
  return error ? unreadable : null;
}
