import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { refuse } from '#shared/refusal';
import { findBinaries } from './binaries.ts';
import { createCluster, isServerAlive, lastLogLines, launch, signalStop, stopServer } from './cluster.ts';
import { askServer, becomeSole, leaveServer, letProcessEnd, useServer, type Answer } from './hold.ts';
import { findPlace, type Place } from './place.ts';

export type PostgresOptions = {
  /** The data folder of the app; made when missing. */
  dataDir: string;
  log: { info(message: string): void; warn(message: string): void; error(message: string): void };
  /** A server that others run. Given and not empty, nothing is started here and nothing is stopped. */
  databaseUrl?: string | null | undefined;
  /**
   * Says that this process is the one app on this data, under the name shown to a second one, which is refused. Its
   * `stop` also ends a server it found running.
   */
  soleHolder?: string;
  /** False: no fsync. For tests alone, which may lose everything. */
  durable?: boolean;
};

export type Postgres = {
  /** Connects as the owner of the database `liren`. */
  url: string;
  /** True when this call started the server, false when it was found running. */
  started: boolean;
  /** Ends our use, and the server itself when it is ours to end and nobody else uses it. Close your connections first. */
  stop(): Promise<void>;
  /** Asks the server to stop when it is ours to end, without waiting: for a process that must leave at once. */
  abandon(): void;
};

const SILENCE_MS_MAX = 60_000;
const POLL_MS = 50;
const LAUNCHES_MAX = 5;
const RELAUNCH_MS = 500;

type Server = { place: Place; bin: string; password: string; durable: boolean; label: string; socketFolder?: string };
type Ready = Answer & { state: 'ready' };

/**
 * Gives a PostgreSQL to connect to: the one at `databaseUrl`, else the embedded one on `dataDir`, which is made,
 * started, or found still running after its starter was killed. Any number of processes may call this at once on the
 * same folder; exactly one server runs.
 * Refuses when another app holds the data (`soleHolder`), when the cluster belongs to another system user, when this
 * machine has no binaries, and when the server does not come up; each with the sentence that says what to do.
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  if (options.databaseUrl) {
    return { url: options.databaseUrl, started: false, stop: async () => {}, abandon: () => {} };
  }
  const place = findPlace(options.dataDir);
  const durable = options.durable ?? true;
  const server = { place, bin: findBinaries(place), password: '', durable, label: options.soleHolder ?? 'liren' };
  await createCluster(place, server.bin, durable);
  server.password = readPassword(place);
  const { answer, started } = await ensureRunning(server);
  try {
    if (options.soleHolder !== undefined) await becomeSole(answer.client);
  } catch (error) {
    await answer.client.end();
    throw error;
  }
  options.log.info(started ? 'database started' : 'database found running');
  return held(server, answer, started, options);
}

/**
 * Keeps the declaration of use. When the server drops all connections, or dies, the app declares itself again and starts
 * the server anew at the same address; a command gives up, as its own connections are gone too.
 */
function held(server: Server, first: Ready, started: boolean, options: PostgresOptions): Postgres {
  const mayStop = started || options.soleHolder !== undefined;
  let client = first.client;
  let leaving = false;
  let regaining: Promise<void> | undefined;
  const watch = (): void => {
    client.once('end', () => {
      if (!leaving && options.soleHolder !== undefined) regaining = regain();
    });
    letProcessEnd(client, true);
  };
  const regain = async (): Promise<void> => {
    try {
      const { answer } = await ensureRunning({ ...server, socketFolder: first.socketFolder });
      await becomeSole(answer.client);
      client = answer.client;
      options.log.warn('the database dropped its connections and is back');
      watch();
    } catch (error) {
      options.log.error(`the database has stopped and does not start: ${(error as Error).message}`);
    }
  };
  watch();
  return {
    url: first.url,
    started,
    async stop() {
      await regaining;
      leaving = true;
      letProcessEnd(client, false);
      const last = mayStop && (await leaveServer(client).catch(() => false));
      if (last) await stopServer(server.place, server.bin);
      else if (mayStop) options.log.info('database left running: another process uses it');
      await client.end().catch(() => {});
    },
    abandon() {
      leaving = true;
      if (mayStop) signalStop(server.place);
    },
  };
}

async function ensureRunning(server: Server): Promise<{ answer: Ready; started: boolean }> {
  const { place, bin, password, durable, label, socketFolder } = server;
  let launched: ChildProcess | undefined;
  let launches = 0;
  let silentSince = Date.now();
  while (Date.now() - silentSince < SILENCE_MS_MAX) {
    const answer = await askServer(place, password, label);
    if (answer.state === 'ready') {
      const inUse = await useServer(answer.client).then(
        () => true,
        () => false,
      );
      if (inUse) return { answer, started: launched?.pid === answer.pid };
    }
    if (answer.state === 'starting') silentSince = Date.now();
    if (answer.state === 'absent' && hasEnded(launched) && !isServerAlive(place)) {
      if (launches === LAUNCHES_MAX) break;
      // The helpers of a server that was killed need a moment to notice and let go of its memory.
      await pause(launches * RELAUNCH_MS);
      launched = launch(place, bin, durable, socketFolder);
      launches++;
    }
    await pause(POLL_MS);
  }
  return refuse({
    code: 'database.not-starting',
    status: 409,
    zh: `数据库没有启动。请看 ${place.logFile} 的最后几行：\n${lastLogLines(place)}`,
    en: `The database did not start. See the last lines of ${place.logFile}.`,
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function hasEnded(child: ChildProcess | undefined): boolean {
  return !child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function readPassword(place: Place): string {
  if (existsSync(place.passwordFile)) return readFileSync(place.passwordFile, 'utf8');
  return refuse({
    code: 'database.password-missing',
    status: 409,
    zh: `缺少数据库密码文件 ${place.passwordFile}。请从备份恢复它。`,
    en: `The database's password file ${place.passwordFile} is missing. Bring it back from a backup.`,
  });
}
