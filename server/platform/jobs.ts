import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import type { Log } from '#platform/log';

/** What to do with one claimed row, inside one transaction. Throwing puts it back for later. */
export type OutboxHandler = (tx: Tx, job: OutboxRow) => Promise<void>;
/** `attempts`: how often it was tried before. */
export type OutboxRow = { id: string; areaId: string; payload: never; attempts: number };
export type DeadlineHandler = (tx: Tx, job: DeadlineRow) => Promise<void>;
export type DeadlineRow = {
  id: string;
  areaId: string;
  subject: string;
  kind: string;
  rule: string;
  token: number;
  dueAt: string;
};

/** Leaves work to the worker, in the transaction that makes it needed. `notBefore`: gathers what follows until then. */
export function enqueue(
  tx: Tx,
  job: { areaId: string; kind: string; payload: Record<string, unknown>; notBefore?: Date },
): void {
  tx.append('jobs.outbox', {
    id: tx.newId(),
    area_id: job.areaId,
    kind: job.kind,
    payload: job.payload,
    created_at: tx.now.toISOString(),
    available_at: (job.notBefore ?? tx.now).toISOString(),
    attempts: 0,
    last_error: null,
  });
}

export type Worker = {
  /** Works everything that is due now; answers how many rows were done. */
  drain(): Promise<number>;
  stop(): Promise<void>;
};

export type WorkerOptions = {
  database: Database;
  clock: Clock;
  log: Log;
  outbox: Record<string, OutboxHandler>;
  deadlines: Record<string, DeadlineHandler>;
  /** What is looked after besides, each in a transaction of its own; answers whether there may be more to do. */
  rounds?: Record<string, (tx: Tx) => Promise<boolean>>;
  everyMs?: number;
};

const batch = 50;
const retryMinutes = [1, 5, 15, 60, 240];

/**
 * The one small worker: deadlines that have come and outbox rows that wait. A row is claimed, worked and deleted in one
 * transaction, so a crash repeats it from the start; handlers are idempotent. Nothing is missed because it was down. Each
 * process has one; what another holds is passed over, so that they share the work.
 */
export function startWorker(options: WorkerOptions): Worker {
  let stopped = false;
  let running: Promise<number> = Promise.resolve(0);
  const drain = (): Promise<number> => {
    running = running.then(() => work(options, () => stopped));
    return running;
  };
  const timer =
    options.everyMs === 0
      ? null
      : setInterval(
          () => void drain().catch((error: Error) => options.log.error({ message: error.message }, 'worker')),
          options.everyMs ?? 1000,
        );
  timer?.unref();
  return {
    drain,
    async stop() {
      stopped = true;
      if (timer) clearInterval(timer);
      await running.catch(() => 0);
    },
  };
}

const heldMs = 100;

/** Works until nothing is due any more, and waits for what another process holds: it may have to be done again. */
async function work(options: WorkerOptions, isStopped: () => boolean): Promise<number> {
  let done = 0;
  while (!isStopped()) {
    const [deadlines, outbox] = [await workDeadlines(options), await workOutbox(options)];
    const more = await goRounds(options);
    const found = deadlines.found + outbox.found;
    if (found === 0 && !more) return done;
    const worked = deadlines.worked + outbox.worked;
    done += worked;
    if (found > 0 && worked === 0) await new Promise((resolve) => setTimeout(resolve, heldMs));
  }
  return done;
}

/** Answers whether any of them has more to do. One that fails is tried again in the next round. */
async function goRounds({ database, clock, log, rounds = {} }: WorkerOptions): Promise<boolean> {
  let more = false;
  for (const [round, body] of Object.entries(rounds))
    try {
      if (await database.transaction(clock.now(), body)) more = true;
    } catch (error) {
      log.error({ round, message: (error as Error).message }, 'round failed, will be tried again');
    }
  return more;
}

type Round = { found: number; worked: number };

async function workDeadlines(options: WorkerOptions): Promise<Round> {
  const due = await options.database.query<{ id: string }>(
    `select id from jobs.deadlines where due_at <= $1 order by due_at, id limit ${batch}`,
    [options.clock.now()],
  );
  let worked = 0;
  for (const { id } of due)
    worked += await workOne(options, 'jobs.deadlines', id, async (tx) => {
      const [row] = await tx.query<DeadlineRow>(
        `delete from jobs.deadlines where id = (select id from jobs.deadlines where id = $1 and due_at <= $2 for update skip locked)
         returning id, area_id as "areaId", subject, kind, rule, token, due_at as "dueAt"`,
        [id, tx.now],
      );
      if (row) await handler(options.deadlines, row.kind)(tx, row);
      return row !== undefined;
    });
  return { found: due.length, worked };
}

async function workOutbox(options: WorkerOptions): Promise<Round> {
  const waiting = await options.database.query<{ id: string }>(
    `select id from jobs.outbox where available_at <= $1 order by available_at, id limit ${batch}`,
    [options.clock.now()],
  );
  let worked = 0;
  for (const { id } of waiting)
    worked += await workOne(options, 'jobs.outbox', id, async (tx) => {
      const [row] = await tx.query<OutboxRow & { kind: string }>(
        `delete from jobs.outbox where id = (select id from jobs.outbox where id = $1 and available_at <= $2 for update skip locked)
         returning id, area_id as "areaId", kind, payload, attempts`,
        [id, tx.now],
      );
      if (row) await handler(options.outbox, row.kind)(tx, row);
      return row !== undefined;
    });
  return { found: waiting.length, worked };
}

function handler<T>(handlers: Record<string, T>, kind: string): T {
  const found = handlers[kind];
  if (!found) throw new Error(`no handler is registered for ${kind}`);
  return found;
}

/** A transaction that the database has given up so that another can go on: it has left nothing and may begin again at once. */
const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === '40P01';

/** Answers one when the row was worked, none when another process holds it or has done it. */
async function workOne(
  options: WorkerOptions,
  table: string,
  id: string,
  body: (tx: Tx) => Promise<boolean>,
  givenUpMost = 3,
): Promise<number> {
  try {
    return (await options.database.transaction(options.clock.now(), body)) ? 1 : 0;
  } catch (error) {
    if (isDeadlock(error) && givenUpMost > 0) return workOne(options, table, id, body, givenUpMost - 1);
    options.log.error({ job: id, table, message: (error as Error).message }, 'job failed, will be tried again');
    await postpone(options, table, id, (error as Error).message);
    return 1;
  }
}

async function postpone(options: WorkerOptions, table: string, id: string, message: string): Promise<void> {
  const column = table === 'jobs.outbox' ? 'available_at' : 'due_at';
  const rows = await options.database.query<{ attempts: number }>(`select attempts from ${table} where id = $1`, [id]);
  const attempts = rows[0]?.attempts ?? 0;
  const minutes = retryMinutes[Math.min(attempts, retryMinutes.length - 1)] ?? 240;
  const next = new Date(options.clock.now().getTime() + minutes * 60_000);
  await options.database.query(
    `update ${table} set attempts = attempts + 1, last_error = $2, ${column} = $3 where id = $1`,
    [id, message.slice(0, 500), next],
  );
}
