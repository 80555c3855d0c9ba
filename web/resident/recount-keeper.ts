/**
 * Keeps the page 自己算一遍 with its files and its record on the phone once it has counted, so that it opens and counts without
 * network. Whatever can be had from the server is taken from there. Plain script without imports.
 */
type Told = Event & { data: { keep?: string[] }; waitUntil(promise: Promise<unknown>): void };
type Fetching = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Waiting = Event & { waitUntil(promise: Promise<unknown>): void };
type Keeper = {
  addEventListener(name: 'message', react: (event: Told) => void): void;
  addEventListener(name: 'fetch', react: (event: Fetching) => void): void;
  addEventListener(name: 'activate', react: (event: Waiting) => void): void;
  clients: { claim(): Promise<void> };
};

const keeper = self as unknown as Keeper;
const shelf = 'recount';

/** Nobody's page: fetched without a session, it holds nothing of the person who counted. */
async function lay(address: string): Promise<void> {
  const answer = await fetch(new Request(address, { credentials: 'omit' }));
  if (answer.ok) await (await caches.open(shelf)).put(address, answer);
}

async function kept(request: Request): Promise<Response> {
  return (await (await caches.open(shelf)).match(request, { ignoreVary: true })) ?? Response.error();
}

keeper.addEventListener('activate', (event) => event.waitUntil(keeper.clients.claim()));
keeper.addEventListener('message', (event) => {
  const addresses = event.data.keep ?? [];
  event.waitUntil(Promise.all(addresses.map((address) => lay(address).catch(() => undefined))));
});
keeper.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(fetch(event.request).catch(() => kept(event.request)));
});
export {};
