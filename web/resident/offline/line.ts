import type { Answer, QueuedPhoto } from '../../lib/offline/queue.ts';
import type { Line } from '../../lib/offline/send.ts';
import type { Vault } from './vault.ts';

/** How calls leave this phone. What is no answer of our server (a hotel's sign-in page, half a page) counts as none. */

const answerMs = 30_000;
const uploadMs = 120_000;
const probeMs = 4_000;

async function within<T>(ms: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  try {
    return await ask(stop.signal);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function hearFrom(vault: Vault, answer: Response): void {
  const server = Date.parse(answer.headers.get('date') ?? '');
  if (!Number.isNaN(server)) vault.hear(server);
}

async function read(vault: Vault, answer: Response): Promise<Answer> {
  if (!/json/.test(answer.headers.get('content-type') ?? '')) return null;
  hearFrom(vault, answer);
  return { status: answer.status, body: (await answer.json()) as unknown };
}

/** Whether the server is there now. */
export async function isThere(vault: Vault): Promise<boolean> {
  if (!navigator.onLine) return false;
  const answer = await within(probeMs, async (signal) => {
    const heard = await fetch('/healthz', { cache: 'no-store', signal, redirect: 'error' });
    return heard.ok ? read(vault, heard) : null;
  });
  return answer !== null;
}

export function lineOf(vault: Vault): Line {
  const send = (ms: number, path: string, init: RequestInit): Promise<Answer> =>
    within(ms, async (signal) =>
      read(
        vault,
        await fetch(path, { ...init, method: 'POST', credentials: 'same-origin', redirect: 'error', signal }),
      ),
    );
  return {
    probe: () => isThere(vault),
    post: (path, key, body) =>
      send(answerMs, path, {
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
    async upload(path, { id, name, type }: QueuedPhoto) {
      const bytes = await vault.readPhoto(id);
      if (!bytes)
        return { status: 410, body: { code: 'photo.lost', detail: '照片在这台手机里找不到了，请重新拍一张。' } };
      const form = new FormData();
      form.append('file', new File([bytes], name, { type }));
      return send(uploadMs, path, { headers: { 'idempotency-key': id }, body: form });
    },
  };
}
