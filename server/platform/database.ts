import type { Socket } from 'node:net';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { takeChance } from '#platform/chance';
import { uuidV7 } from '#shared/ids';

/** Something that reads: a pool outside a transaction, or a transaction. */
export type Reader = {
  /** Runs one statement. A `name` prepares it once per connection: for the hot ones. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: unknown[], name?: string): Promise<Row[]>;
  /** The same connection as Drizzle sees it. */
  orm: NodePgDatabase;
};

/**
 * A unit of work. Rows that are only ever added (audit, history, outbox, deadlines, keys) are collected with `append`
 * and leave in one tail statement together with the commit; so do the notifications of `notify`.
 */
export type Tx = Reader & {
  now: Date;
  /** Ids made in one unit of work sort in the order they were made. */
  newId(): string;
  append(table: string, row: Record<string, unknown>): void;
  /** The same for a row that may be there already, and then stays as it is. */
  appendOnce(table: string, row: Record<string, unknown>): void;
  /** Takes back rows appended before: what they said is no longer so. */
  takeBack(table: string, matches: (row: Record<string, unknown>) => boolean): void;
  notify(channel: string, payload: string): void;
  /**
   * Says something that may be lost, such as what open pages like to know, just after the commit. Notices inside a
   * transaction make every commit wait for the one before it.
   */
  signal(channel: string, payload: string): void;
  /** Does work that leaves nothing behind when it throws, while the rest of the transaction goes on. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
};

export type Database = Reader & {
  /** Reads outside a transaction. What is appended (who looked at what) leaves in one statement before the answer. */
  reading<T>(now: Date, work: (tx: Tx) => Promise<T>): Promise<T>;
  transaction<T>(now: Date, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same for a request: what it notified of has been followed in this process before its answer leaves. */
  answering<T>(now: Date, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Does something after each request of this process that notified on a channel. Answers how to end that. */
  follow(channel: string, act: () => Promise<void>): () => void;
  /**
   * A connection of its own that listens; `stop` closes it. When it breaks it is opened again, and `resumed` says that
   * notices may have been missed.
   */
  listen(channel: string, heard: (payload: string) => void, resumed?: () => void): Promise<() => Promise<void>>;
  pool: pg.Pool;
  /** Closes every connection, those that listen too. */
  close(): Promise<void>;
};

// Times come back as ISO text so that nothing on the way to the wire depends on a local zone.
const types = new pg.TypeOverrides();
types.setTypeParser(1184, (text: string) => (text.endsWith('infinity') ? text : new Date(text).toISOString()));
types.setTypeParser(1082, (text: string) => text);
types.setTypeParser(20, (text: string) => Number(text));
types.setTypeParser(1700, (text: string) => Number(text));

export type DatabaseOptions = { url: string; max?: number; role?: 'liren_app' | 'owner' };

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 12,
    types,
    pipeline: true,
    // Planning a named statement anew each time costs more than running it.
    ...(options.role === 'owner' ? {} : { options: '-c role=liren_app -c plan_cache_mode=force_generic_plan' }),
  } as pg.PoolConfig);
  pool.on('error', () => {
    // An idle connection that breaks is replaced by the pool; the next query reports what matters.
  });
  const orm = drizzle(pool);
  const signals = openSignals(pool);
  const listening = new Set<() => Promise<void>>();
  const following = new Set<{ channel: string; act: () => Promise<void> }>();
  let closed = false;
  return {
    pool,
    orm,
    query: (text, values, name) => run(pool, text, values, name),
    reading: (now, work) => reading(pool, now, work, signals),
    transaction: async (now, work) => (await transaction(pool, now, work, signals)).value,
    async answering(now, work) {
      const { value, notices } = await transaction(pool, now, work, signals);
      const told = new Set(notices.map(([channel]) => channel));
      const acts = [...following].filter(({ channel }) => told.has(channel)).map(({ act }) => act());
      // What fails here is tried again by whoever listens on the channel.
      await Promise.allSettled(acts);
      return value;
    },
    follow(channel, act) {
      const one = { channel, act };
      following.add(one);
      return () => void following.delete(one);
    },
    async listen(channel, heard, resumed = () => {}) {
      const end = await listen(options, channel, { heard, resumed });
      if (closed) await end();
      listening.add(end);
      return async () => {
        listening.delete(end);
        await end();
      };
    },
    async close() {
      closed = true;
      await Promise.all([...listening].map((end) => end()));
      await signals.flush();
      await pool.end();
    },
  };
}

async function run<Row extends object>(
  client: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[] = [],
  name?: string,
): Promise<Row[]> {
  const result = await client.query(name ? { name, text, values } : { text, values });
  return result.rows as Row[];
}

type Notice = [channel: string, payload: string];
type Signals = { send(notices: Notice[]): void; flush(): Promise<void> };

const gatherMs = 20;

/** Sends signals together, each once. What cannot be sent is dropped: nothing rests on it. */
function openSignals(pool: pg.Pool): Signals {
  let gathered = new Map<string, Notice>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const notices = [...gathered.values()];
    gathered = new Map();
    if (notices.length === 0) return;
    const values = [notices.map(([channel]) => channel), notices.map(([, payload]) => payload)];
    const text = 'select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as notice (channel, payload)';
    await pool.query({ name: 'signals', text, values }).catch(() => {});
  };
  return {
    flush,
    send(notices) {
      for (const notice of notices) gathered.set(notice.join(' '), notice);
      if (notices.length > 0) timer ??= setTimeout(() => void flush(), gatherMs);
    },
  };
}

async function reading<T>(pool: pg.Pool, now: Date, work: (tx: Tx) => Promise<T>, signals: Signals): Promise<T> {
  const { tx, tail, said } = unitOfWork(pool, now);
  const value = await work(tx);
  const rows = tail();
  if (rows) await pool.query(rows);
  signals.send(said());
  return value;
}

async function transaction<T>(
  pool: pg.Pool,
  now: Date,
  work: (tx: Tx) => Promise<T>,
  signals: Signals,
): Promise<{ value: T; notices: Notice[] }> {
  const client = await pool.connect();
  const together = sendTogether(client);
  let broken: Error | undefined;
  together();
  const begun = client.query('begin');
  begun.catch(() => {});
  try {
    const { tx, tail, said, notified } = unitOfWork(client, now, together);
    const value = await work(tx);
    const rows = tail();
    together();
    const sent = rows ? client.query(rows) : null;
    sent?.catch(() => {});
    const [, , commit] = await Promise.all([begun, sent, client.query('commit')]);
    // COMMIT of a failed transaction does not throw: it answers ROLLBACK.
    if (commit.command !== 'COMMIT') throw new Error('the transaction was rolled back by the database');
    signals.send(said());
    return { value, notices: notified() };
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Statements given before the next wait leave in one packet: each packet wakes the database once. */
function sendTogether(client: pg.PoolClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    process.nextTick(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}

type Appended = Map<string, Record<string, unknown>[]>;

const idsInOrder = 4096;
/** The twelve bits of a uuid v7 between time and chance count what one unit of work has made. */
function newId(now: Date, made: number): string {
  const random = takeChance(16);
  random.writeUInt16BE(made % idsInOrder, 6);
  return uuidV7(now.getTime(), random);
}

// Behind the name of a table: its rows may be there already.
const once = '?';

function add(appended: Appended, table: string, row: Record<string, unknown>): void {
  const rows = appended.get(table);
  if (rows) rows.push(row);
  else appended.set(table, [row]);
}

type Unit = { tx: Tx; tail(): pg.QueryConfig | null; said(): Notice[]; notified(): Notice[] };

function unitOfWork(client: pg.Pool | pg.PoolClient, now: Date, together = (): void => {}): Unit {
  let appended: Appended = new Map();
  let notices: Notice[] = [];
  let signals: Notice[] = [];
  let made = 0;
  let orm: NodePgDatabase | undefined;
  const tx: Tx = {
    now,
    newId() {
      return newId(now, made++);
    },
    query(text, values, name) {
      together();
      return run(client, text, values, name);
    },
    get orm() {
      return (orm ??= drizzle(client));
    },
    append: (table, row) => void add(appended, table, row),
    appendOnce: (table, row) => void add(appended, `${table}${once}`, row),
    takeBack(table, matches) {
      const kept = appended.get(table)?.filter((row) => !matches(row)) ?? [];
      if (kept.length > 0) appended.set(table, kept);
      else appended.delete(table);
    },
    notify(channel, payload) {
      notices.push([channel, payload]);
    },
    signal(channel, payload) {
      signals.push([channel, payload]);
    },
    async attempt(work) {
      const before = {
        appended: new Map([...appended].map(([table, rows]) => [table, [...rows]])),
        notices: [...notices],
        signals: [...signals],
      };
      return attempt(client, work, () => ({ appended, notices, signals } = before));
    },
  };
  return {
    tx,
    tail() {
      return tailStatement(appended, notices);
    },
    said() {
      return signals;
    },
    notified() {
      return notices;
    },
  };
}

async function attempt<T>(client: pg.Pool | pg.PoolClient, work: () => Promise<T>, undo: () => void): Promise<T> {
  await client.query('savepoint attempt');
  try {
    const value = await work();
    await client.query('release savepoint attempt');
    return value;
  } catch (error) {
    undo();
    await client.query('rollback to savepoint attempt; release savepoint attempt');
    throw error;
  }
}

/** One statement for all appended rows: a data-modifying CTE per table, and the notifications. */
function tailStatement(appended: Appended, notices: Notice[]): pg.QueryConfig | null {
  if (appended.size === 0 && notices.length === 0) return null;
  const values: unknown[] = [];
  const parts: string[] = [];
  for (const [key, rows] of appended) {
    const table = key.replace(once, '');
    const columns = Object.keys(rows[0] ?? {});
    values.push(JSON.stringify(rows));
    const list = columns.map((column) => `"${column}"`).join(', ');
    const name = table
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    parts.push(
      `t${parts.length} as (insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $${values.length}::json)${key === table ? '' : ' on conflict do nothing'})`,
    );
  }
  const calls = notices.map(([channel, payload]) => {
    values.push(channel, payload);
    return `pg_notify($${values.length - 1}, $${values.length})`;
  });
  const select = `select ${calls.length > 0 ? calls.join(', ') : '1'}`;
  const text = parts.length > 0 ? `with ${parts.join(', ')} ${select}` : select;
  return { name: nameOf(text), text, values };
}

const tailNames = new Map<string, string>();

/** The same tables written together make the same text, so there are few, and each is prepared once per connection. */
function nameOf(text: string): string {
  const known = tailNames.get(text) ?? `tail.${tailNames.size}`;
  tailNames.set(text, known);
  return known;
}

type Listening = { heard(payload: string): void; resumed(): void };

/** Listens on a connection of its own, and goes on when that breaks. */
async function listen(
  options: DatabaseOptions,
  channel: string,
  { heard, resumed }: Listening,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  const open = async (): Promise<void> => {
    const opening = new pg.Client({ connectionString: options.url, keepAlive: true });
    opening.on('notification', (message) => heard(message.payload ?? ''));
    // Its end follows, and says all that matters.
    opening.on('error', () => {});
    opening.once('end', () => void (client === opening && regain()));
    try {
      await opening.connect();
      await opening.query(`listen "${channel}"`);
    } catch (error) {
      await opening.end().catch(() => {});
      throw error;
    }
    if (stopped) return opening.end();
    client = opening;
  };
  const regain = async (): Promise<void> => {
    while (!stopped) {
      await new Promise((resolve) => setTimeout(resolve, regainMs).unref());
      const isOpen = !stopped && (await open().then(...yesOrNo));
      if (isOpen && !stopped) return resumed();
    }
  };
  await open();
  return async () => {
    stopped = true;
    await client?.end();
  };
}

const regainMs = 1000;
const yesOrNo = [() => true, () => false] as const;

/** The name of the constraint a database error speaks of, without the shard number Citus may add. */
export function violatedConstraint(error: unknown): string | null {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const name = (cause as { constraint?: string }).constraint;
  return name ? name.replace(/_\d+$/, '') : null;
}
