/**
 * The service worker of the pages of workers, and of no others. It keeps one page without anybody's data, with the files that
 * page names, and answers with it when there is no network. What belongs to a person is kept elsewhere, sealed.
 *
 * A new build is laid away whole beside the old one and takes over when the app is opened the next time: a page and its files
 * are always of one build. Plain script without imports: older browsers know no modules here.
 */
declare const __BUILD__: string;

type Waiting = Event & { waitUntil(promise: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(name: 'install' | 'activate', react: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', react: (event: Fetching) => void): void;
  clients: { claim(): Promise<void> };
  location: Location;
};

const worker = self as unknown as Worker;
const shelf = `grid-${__BUILD__}`;
const shell = '/grid/offline';
const patienceMs = 8_000;

/** Lays the page and its files away. Refused when the server hands out another build: then the next opening tries again. */
async function layAway(): Promise<void> {
  const page = await fetch(new Request(shell, { credentials: 'omit', cache: 'reload' }));
  const text = await page.clone().text();
  if (!page.ok || !text.includes(`data-build="${__BUILD__}"`)) throw new Error('another build');
  const kept = await caches.open(shelf);
  await keepFiles(kept, namesIn(text), new Set());
  await kept.put(shell, page);
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/"(\/(?:assets|app-icons)\/[^"\s]+)"/g), ([, name = '']) => name);
}

async function keepFiles(kept: Cache, names: string[], known: Set<string>): Promise<void> {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    const file = await fetch(name);
    if (!file.ok) throw new Error(name);
    if (name.endsWith('.js')) {
      const parts = (await file.clone().text()).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g);
      await keepFiles(
        kept,
        Array.from(parts, ([, part = '']) => `/assets/${part}`),
        known,
      );
    }
    await kept.put(name, file);
  }
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('grid-') && name !== shelf) await caches.delete(name);
  await worker.clients.claim();
}

async function keptShell(): Promise<Response> {
  return (await (await caches.open(shelf)).match(shell)) ?? Response.error();
}

/** The page from the server; where none comes in time, the one that is kept. */
async function openPage(request: Request): Promise<Response> {
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => void keptShell().then((page) => page.type !== 'error' && resolve(page)), patienceMs);
  });
  const asked = fetch(request).catch(() => keptShell());
  return Promise.race([asked, late]);
}

/** A form whose answer does not come leads back to today: what it said is in the queue already. */
function sendForm(request: Request): Promise<Response> {
  return fetch(request).catch(() => Response.redirect('/grid', 303));
}

async function fileOf(request: Request): Promise<Response> {
  const kept = await (await caches.open(shelf)).match(request.url);
  return kept ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(layAway()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.mode === 'navigate')
    return event.respondWith(request.method === 'POST' ? sendForm(request) : openPage(request));
  if (request.method === 'GET' && /^\/(assets|app-icons)\//.test(pathname)) event.respondWith(fileOf(request));
});
export {};
