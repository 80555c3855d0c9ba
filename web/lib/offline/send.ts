import type { Reading } from './clock.ts';
import { bodyOf, nextToSend, settle, type Answer, type Operation, type QueuedPhoto, type Settled } from './queue.ts';

/** Where operations are kept: what was put is there after a phone has died. */
export type Shelf = {
  list(): Promise<Operation[]>;
  put(operation: Operation): Promise<void>;
  remove(operation: Operation): Promise<void>;
};

/** How a call leaves the device. Null when no answer came, for whatever reason. */
export type Line = {
  /** Whether the server is there; what its clock shows is heard with it. */
  probe(): Promise<boolean>;
  post(path: string, key: string, body: Record<string, unknown>): Promise<Answer>;
  upload(path: string, photo: QueuedPhoto): Promise<Answer>;
};

export type Sending = {
  shelf: Shelf;
  line: Line;
  read(): Reading;
  /** Told after each operation that has come to an end or to a stop. */
  onSettled?(operation: Operation, result: Settled['result']): void;
};

/** How it ended: nothing left to send now, no answer, or the session is over. */
export type Sent = 'idle' | 'silent' | 'ended';

/**
 * Sends what waits, one after the other, until nothing can be sent now or no answer comes. After each answer the shelf is
 * read anew: it is the truth, also when two pages of one phone send at a time.
 */
export async function sendQueue(sending: Sending): Promise<Sent> {
  if (!(await sending.line.probe())) return 'silent';
  for (;;) {
    const operation = nextToSend(await sending.shelf.list(), sending.read());
    if (!operation) return 'idle';
    const result = await sendOne(sending, operation);
    if (result === 'silent' || result === 'ended') return result;
  }
}

async function sendOne(sending: Sending, operation: Operation): Promise<Settled['result'] | 'silent'> {
  const { shelf, line } = sending;
  const withPhotos = await sendPhotos(sending, operation);
  if ('result' in withPhotos) return withPhotos.result;
  const ready = withPhotos.operation;
  const answer = await line.post(ready.path, ready.id, bodyOf(ready, sending.read()));
  const settled = settle(ready, answer, await shelf.list(), sending.read());
  return finish(sending, ready, settled, answer);
}

type Uploaded = { operation: Operation } | { result: Settled['result'] | 'silent' };

async function sendPhotos(sending: Sending, operation: Operation): Promise<Uploaded> {
  let latest = operation;
  for (const photo of operation.photos) {
    if (photo.fileId) continue;
    const answer = await sending.line.upload(operation.filesPath, photo);
    const fileId = answer && answer.status < 300 ? (answer.body as { id: string }).id : null;
    if (fileId === null) {
      const settled = settle(latest, answer, [], sending.read(), true);
      return { result: await finish(sending, latest, settled, answer) };
    }
    latest = { ...latest, photos: latest.photos.map((one) => (one.id === photo.id ? { ...one, fileId } : one)) };
    await sending.shelf.put(latest);
  }
  return { operation: latest };
}

/** Writes what an answer changed: the followers first, so that nothing is lost when the phone dies in between. */
async function finish(
  { shelf, onSettled }: Sending,
  operation: Operation,
  settled: Settled,
  answer: Answer,
): Promise<Settled['result'] | 'silent'> {
  for (const one of settled.put) await shelf.put(one);
  for (const _id of settled.remove) await shelf.remove(operation);
  onSettled?.(operation, settled.result);
  return settled.result === 'wait' && answer === null ? 'silent' : settled.result;
}
