import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { countedFrom, waitMs, whyWait } from './rules.ts';
import * as store from './store.ts';

/** Lets costly checks in two at a time; a few wait, the rest are told to come back. */
export type Gate = { run<T>(origin: string, work: () => Promise<T>): Promise<T> };

const atOnce = 2;
const waitingMost = 32;
const waitingPerOrigin = 4;

const busy: Refusal = {
  code: 'session.busy',
  status: 429,
  zh: '现在登录的人多，请过几秒再点一次登录。',
  en: 'Many people are signing in. Try again in a few seconds.',
  details: { retryAfterSeconds: 2 },
};

/** A password check costs a tenth of a second of a core, so it is what an attacker would ask for most. Source: recipes 4. */
export function openGate(): Gate {
  let running = 0;
  const waiting: { origin: string; go: () => void }[] = [];
  const enter = async (origin: string): Promise<void> => {
    if (running < atOnce) return void running++;
    const ofOrigin = waiting.filter((one) => one.origin === origin).length;
    if (waiting.length >= waitingMost || ofOrigin >= waitingPerOrigin) refuse(busy);
    // Whoever leaves hands its place over, so `running` stays as it is.
    await new Promise<void>((go) => waiting.push({ origin, go }));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next.go();
    else running--;
  };
  return {
    async run(origin, work) {
      await enter(origin);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}

export type Trial<T> = {
  /** Blind indexes of the name tried and of where it is tried from. */
  key: { name: string; origin: string };
  now: Date;
  /** Finds what was proven, or null: a failure. */
  check: () => Promise<T | null>;
  failure: Refusal;
};

/**
 * Makes one trial of a name from an origin. Refused unseen while this origin must wait; a failure is counted against this
 * origin only, so that nobody can lock another out. Counts are kept whatever the request becomes.
 */
export async function tryOnce<T>(reader: Reader, trial: Trial<T>): Promise<T> {
  const { key, now } = trial;
  refuseIf(whyWait(await store.readTallies(reader, key), now.getTime()));
  const found = await trial.check();
  if (found !== null) {
    await store.prove(reader, key, now);
    return found;
  }
  const failures = await store.countFailure(reader, { ...key, now, ...countedFrom(now) });
  const wait = waitMs(failures);
  if (wait > 0) await store.block(reader, key, new Date(now.getTime() + wait));
  return refuse(trial.failure);
}
