import { agoMs, queueKeptMs, warnAfterMs, type Reading } from './clock.ts';

/**
 * What a worker does without network, as a list of calls to be made later: which is next, and what an answer means. Pure:
 * the time, ids and answers are arguments, so that the same code runs on a phone and under the cuts of a test.
 */

/** A picture that goes before the call it belongs to; its id at the server is put into the body when it has arrived. */
export type QueuedPhoto = {
  id: string;
  /** Where its id goes in the body: `['form', 'after']`. */
  into: string[];
  name: string;
  type: string;
  fileId: string | null;
};

/** What she sees of it: which matter, what she pressed, what she typed. */
export type Told = { title: string; label: string; words: string; typed: [name: string, value: string][] };

export type Trouble = {
  kind: 'acted-first' | 'refused';
  code: string;
  sentence: string;
  /** The other side, when somebody acted first. */
  theirs: { by: string; at: string; label: string; step: string } | null;
  /** It was one of the pictures that was refused. */
  photo: boolean;
};

export type Operation = {
  /** Made when she pressed, and the `Idempotency-Key` of the call: however often it is sent, it happens once. */
  id: string;
  seq: number;
  /** What happens to one subject happens in the order she pressed. */
  subject: string;
  path: string;
  filesPath: string;
  body: Record<string, unknown>;
  /** The version of what she looked at when she pressed. */
  seen: number | null;
  photos: QueuedPhoto[];
  made: Reading;
  told: Told;
  /** Where her words may go when the step is over: an action of the matter that only adds. */
  keeper: string | null;
  /** `handed`: given to the page's own form, whose answer this page has not seen yet. `stuck`: she has to look. */
  state: 'waiting' | 'handed' | 'stuck';
  /** Went out with the page's own form under this key: an answer to other bytes means that it has arrived. */
  wasHanded: boolean;
  tries: number;
  /** Not before, by the device's clock. */
  notBefore: number;
  trouble: Trouble | null;
};

/** An answer as it arrived; null when none did. */
export type Answer = { status: number; body: unknown } | null;

/** What an answer changes: written in this order, so that a phone that dies in between sends again and loses nothing. */
export type Settled = { put: Operation[]; remove: string[]; result: 'done' | 'wait' | 'stuck' | 'ended' };

const firstPauseMs = 2_000;
const longestPauseMs = 300_000;
const faultsMax = 8;

function byOrder(a: Operation, b: Operation): number {
  return a.seq - b.seq;
}

/** The next to send: the oldest of its subject, its pause over. What is stuck holds up its own subject only. */
export function nextToSend(operations: readonly Operation[], now: Reading): Operation | null {
  const taken = new Set<string>();
  for (const one of [...operations].sort(byOrder)) {
    const free = !taken.has(one.subject);
    taken.add(one.subject);
    // A pause that lies far ahead comes from a clock that has been put back since.
    const paused = one.notBefore > now.device && one.notBefore - now.device <= longestPauseMs;
    if (free && one.state === 'waiting' && !paused) return one;
  }
  return null;
}

/** When the next pause is over, in milliseconds; null when nothing waits for one. */
export function nextPauseMs(operations: readonly Operation[], now: Reading): number | null {
  const waits = operations.filter(({ state }) => state === 'waiting').map((one) => one.notBefore - now.device);
  return waits.length > 0 ? Math.min(longestPauseMs, Math.max(0, Math.min(...waits))) : null;
}

/** The body as it goes out now: with the ids of pictures that have arrived, and how long ago she pressed. */
export function bodyOf(operation: Operation, now: Reading): Record<string, unknown> {
  const body = JSON.parse(JSON.stringify(operation.body)) as Record<string, unknown>;
  for (const { into, fileId } of operation.photos) if (fileId) addAt(body, into, fileId);
  // It is sent because the server was heard just now: what this clock has shown since is not asked, it may be put right now.
  const heard = now.heard && { ...now.heard, device: now.device };
  const madeAgoSeconds = Math.round(agoMs(operation.made, { ...now, heard }) / 1000);
  return { ...body, madeAgoSeconds };
}

function addAt(body: Record<string, unknown>, path: string[], id: string): void {
  let at = body;
  for (const part of path.slice(0, -1)) {
    if (typeof at[part] !== 'object' || at[part] === null) at[part] = {};
    at = at[part] as Record<string, unknown>;
  }
  const last = path[path.length - 1] ?? '';
  at[last] = [...((at[last] as string[] | undefined) ?? []), id];
}

/** A wait that doubles from try to try. */
function waiting(operation: Operation, now: Reading): Settled {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(operation.tries, 10));
  const put = { ...operation, tries: operation.tries + 1, notBefore: now.device + pauseMs };
  return { put: [put], remove: [], result: 'wait' };
}

function stuck(operation: Operation, trouble: Trouble): Settled {
  return { put: [{ ...operation, state: 'stuck', trouble }], remove: [], result: 'stuck' };
}

type Problem = { code?: string; detail?: string; details?: Record<string, unknown> };

function troubleOf(answer: NonNullable<Answer>, photo: boolean): Trouble {
  const { code = '', detail, details = {} } = (answer.body ?? {}) as Problem;
  const word = (name: string): string => (typeof details[name] === 'string' ? (details[name] as string) : '');
  const first = code === 'matter.acted-first';
  return {
    kind: first ? 'acted-first' : 'refused',
    code,
    sentence: detail ?? '没有办成，请看看再决定。',
    theirs: first ? { by: word('by'), at: word('at'), label: word('label'), step: word('step') } : null,
    photo,
  };
}

/**
 * What the answer to an operation means. Done: it leaves, and what she did next on the same matter builds on the version it
 * made. No answer, a server in trouble, a race: again later. A no: kept, with everything she typed, until she decides.
 */
export function settle(
  operation: Operation,
  answer: Answer,
  others: readonly Operation[],
  now: Reading,
  photo = false,
): Settled {
  if (!answer || answer.status === 408 || answer.status === 429) return waiting(operation, now);
  const { code = '' } = (answer.body ?? {}) as Problem;
  if (answer.status < 300 && !answer.body) return waiting(operation, now);
  if (answer.status < 300) return { put: following(operation, answer, others), remove: [operation.id], result: 'done' };
  if (answer.status === 401) return { put: [], remove: [], result: 'ended' };
  if (code === 'idempotency.key-reused' && operation.wasHanded)
    return { put: [], remove: [operation.id], result: 'done' };
  const races = code === 'matter.acted-first' && operation.body.version === undefined;
  // A server that is away may stay away for long; one that breaks on this very thing will break on it again.
  const breaks = answer.status === 500 && operation.tries >= faultsMax;
  if (races || (answer.status >= 500 && !breaks)) return waiting(operation, now);
  return stuck(operation, troubleOf(answer, photo));
}

/** Nobody came in between: the server checked the version, or the new one is the very next to what she looked at. */
function following(operation: Operation, answer: NonNullable<Answer>, others: readonly Operation[]): Operation[] {
  const { version } = (answer.body ?? {}) as { version?: number };
  const { seen, subject, body } = operation;
  if (typeof version !== 'number' || seen === null) return [];
  if (body.version === undefined && version !== seen + 1) return [];
  return others
    .filter((one) => one.id !== operation.id && one.subject === subject && one.seen === seen)
    .map((one) => ({
      ...one,
      seen: version,
      body: one.body.version === undefined ? one.body : { ...one.body, version },
    }));
}

/** Whether she must be warned that it will be cleared, and whether its time is over. */
export function ageOf(operation: Operation, now: Reading): { leftMs: number; warn: boolean; over: boolean } {
  const ago = agoMs(operation.made, now);
  return { leftMs: queueKeptMs - ago, warn: ago > warnAfterMs, over: ago > queueKeptMs };
}

/** 改为补充说明: her words go to the matter as a note, under a key of their own. */
export function asNote(operation: Operation, id: string): Operation {
  const path = operation.path.replace(/[^/]+$/, operation.keeper ?? '');
  const photos = operation.photos
    .filter(({ fileId }) => fileId !== null)
    .map((one) => ({ ...one, into: ['form', 'files'] }));
  const reason = [operation.told.label, operation.told.words].filter(Boolean).join('：').slice(0, 500);
  return { ...again(operation), id, path, photos, body: { form: {}, reason }, keeper: null, wasHanded: false };
}

/** 再送一次, as it stands: the same key, because it has not happened. */
export function again(operation: Operation): Operation {
  return { ...operation, state: 'waiting', tries: 0, notBefore: 0, trouble: null };
}

/** Without its pictures, when one of them was refused. */
export function withoutPhotos(operation: Operation): Operation {
  return { ...again(operation), photos: [] };
}
