import type { Reading } from '../../lib/offline/clock.ts';
import type { Operation } from '../../lib/offline/queue.ts';

/**
 * What this phone keeps, sealed: a database of the browser that holds bytes only, under a key that no script can read out and
 * that belongs to one session. When the session is over, key and bytes go together.
 */

const databaseName = 'liren-grid';
const cipher = 'AES-GCM';

/** Today as it was when the server was last there. */
export type Day = { at: Reading; clock: string; elder: boolean; stamp: string; pages: Record<string, string> };

type Sealed = { id: string; iv: Uint8Array; bytes: ArrayBuffer };
type KeyRow = { id: 'key'; key: CryptoKey; session: string };
type HeardRow = { id: 'heard'; device: number; server: number };

export type Vault = {
  session: string;
  /** How many operations of an earlier session were cleared when this one began. */
  cleared: number;
  read(): Reading;
  /** Notes what the server's clock showed just now. */
  hear(server: number): void;
  list(): Promise<Operation[]>;
  put(operation: Operation): Promise<void>;
  remove(operation: Operation): Promise<void>;
  putPhoto(id: string, bytes: ArrayBuffer): Promise<void>;
  readPhoto(id: string): Promise<ArrayBuffer | null>;
  putDay(day: Day): Promise<void>;
  readDay(): Promise<Day | null>;
  removeDay(): Promise<void>;
  wipe(): Promise<void>;
};

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('keys', { keyPath: 'id' });
    opening.result.createObjectStore('sealed', { keyPath: 'id' });
  };
  return asked(opening);
}

/** Whether this browser can keep anything: a secure address, its database, its cryptography. */
export function canKeep(): boolean {
  return typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && crypto.subtle !== undefined;
}

/** A name nobody can guess, of this phone's own making. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Rows = {
  get(store: 'keys' | 'sealed', id: string): Promise<unknown>;
  all(): Promise<Sealed[]>;
  put(store: 'keys' | 'sealed', row: object): Promise<unknown>;
  remove(ids: string[]): Promise<void>;
  clear(): Promise<void>;
};

function rowsOf(database: IDBDatabase): Rows {
  const store = (name: 'keys' | 'sealed', mode: IDBTransactionMode): IDBObjectStore =>
    database.transaction(name, mode).objectStore(name);
  return {
    get: (name, id) => asked(store(name, 'readonly').get(id)),
    all: () => asked(store('sealed', 'readonly').getAll()) as Promise<Sealed[]>,
    put: (name, row) => asked(store(name, 'readwrite').put(row)),
    async remove(ids) {
      const sealed = store('sealed', 'readwrite');
      await Promise.all(ids.map((id) => asked(sealed.delete(id))));
    },
    async clear() {
      await asked(store('sealed', 'readwrite').clear());
      await asked(store('keys', 'readwrite').clear());
    },
  };
}

const isOperation = ({ id }: { id: string }): boolean => id.startsWith('operation:');

/**
 * Opens what is kept for a session; with none named, for the session it was last opened for. Another session's things are
 * cleared first. Null when there is nothing to open, or this browser keeps nothing.
 */
export async function openVault(session: string): Promise<Vault | null> {
  if (!canKeep()) return null;
  const rows = rowsOf(await openDatabase());
  let row = (await rows.get('keys', 'key')) as KeyRow | undefined;
  let cleared = 0;
  if (row && session !== '' && row.session !== session) {
    cleared = (await rows.all()).filter(isOperation).length;
    await rows.clear();
    row = undefined;
  }
  if (!row && session === '') return null;
  if (!row) {
    const key = await crypto.subtle.generateKey({ name: cipher, length: 256 }, false, ['encrypt', 'decrypt']);
    row = { id: 'key', key, session };
    await rows.put('keys', row);
  }
  const heard = ((await rows.get('keys', 'heard')) as HeardRow | undefined) ?? null;
  return vaultOf(rows, row, { heard, cleared });
}

type Known = { heard: { device: number; server: number } | null; cleared: number };

function vaultOf(rows: Rows, { key, session }: KeyRow, { heard: known, cleared }: Known): Vault {
  let heard = known ? { device: known.device, server: known.server } : null;
  const seal = async (id: string, bytes: BufferSource): Promise<unknown> => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = new TextEncoder().encode(id);
    // Sealed first: a transaction of the database does not wait for anything else.
    const sealed = await crypto.subtle.encrypt({ name: cipher, iv, additionalData }, key, bytes);
    return rows.put('sealed', { id, iv, bytes: sealed });
  };
  const unseal = async ({ id, iv, bytes }: Sealed): Promise<ArrayBuffer> =>
    crypto.subtle.decrypt(
      { name: cipher, iv: iv as BufferSource, additionalData: new TextEncoder().encode(id) },
      key,
      bytes,
    );
  const sealWords = (id: string, value: unknown): Promise<unknown> =>
    seal(id, new TextEncoder().encode(JSON.stringify(value)));
  const words = async <T>(sealed: Sealed): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await unseal(sealed))) as T;
  const one = async (id: string): Promise<Sealed | null> =>
    ((await rows.get('sealed', id)) as Sealed | undefined) ?? null;
  return {
    session,
    cleared,
    read: () => ({ device: Date.now(), heard }),
    hear(server) {
      heard = { device: Date.now(), server };
      void rows.put('keys', { id: 'heard', ...heard });
    },
    async list() {
      const kept = (await rows.all()).filter(isOperation);
      return (await Promise.all(kept.map((sealed) => words<Operation>(sealed)))).sort((a, b) => a.seq - b.seq);
    },
    put: async (operation) => void (await sealWords(`operation:${operation.id}`, operation)),
    remove: ({ id, photos }) => rows.remove([`operation:${id}`, ...photos.map((photo) => `photo:${photo.id}`)]),
    putPhoto: async (id, bytes) => void (await seal(`photo:${id}`, bytes)),
    async readPhoto(id) {
      const sealed = await one(`photo:${id}`);
      return sealed ? unseal(sealed) : null;
    },
    putDay: async (day) => void (await sealWords('day', day)),
    async readDay() {
      const sealed = await one('day');
      return sealed ? words<Day>(sealed) : null;
    },
    removeDay: () => rows.remove(['day']),
    async wipe() {
      heard = null;
      await rows.clear();
      for (const name of Object.keys(localStorage)) if (name.startsWith('liren:draft:')) localStorage.removeItem(name);
    },
  };
}
