import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeOnce, type Place } from './place.ts';

/** What the running server says of itself in its lock file. */
export type Postmaster = { pid: number; port: number; socketFolder: string };

export const DATABASE = 'liren';
export const OWNER = 'liren';

// A socket path may hold 107 bytes: too few for many a checkout.
const SOCKET_FOLDER = '/tmp/liren-pg-';
const LOG_BYTES_MAX = 10_000_000;
const LEFT_OVER_AGE_MS = 10 * 60_000;

/** Makes the cluster unless it exists. Of several starters at once the first to rename wins; the others throw theirs away. */
export async function createCluster(place: Place, bin: string, durable: boolean): Promise<void> {
  sweepLeftOvers(place);
  if (existsSync(place.cluster)) return;
  writeOnce(place.passwordFile, randomBytes(24).toString('base64url'));
  const fresh = join(place.folder, `new-${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordCopy = `${fresh}.password`;
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordCopy, readFileSync(place.passwordFile), { mode: 0o600 });
  if (place.runAs) for (const path of [fresh, passwordCopy]) chownSync(path, place.runAs.uid, place.runAs.gid);
  try {
    await run(place, join(bin, 'initdb'), [
      ...['-D', fresh, '-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordCopy}`, '--encoding=UTF8'],
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...['-c', 'timezone=UTC', '-c', 'log_timezone=UTC'],
      ...(durable ? [] : ['--no-sync']),
    ]);
    renameSync(fresh, place.cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(place.cluster)) throw error;
  } finally {
    rmSync(passwordCopy, { force: true });
  }
}

function sweepLeftOvers(place: Place): void {
  for (const name of readdirSync(place.folder)) {
    const pid = /^new-(\d+)-/.exec(name)?.[1];
    if (!pid) continue;
    const path = join(place.folder, name);
    const isOld = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > LEFT_OVER_AGE_MS;
    if (!isOld && isAlive(Number(pid))) continue;
    try {
      rmSync(path, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // An orphaned initdb may still be writing there; the next start sweeps again.
    }
  }
}

/**
 * Launches the server as a process that outlives this one, and returns at once. With the `wanted` socket folder of a
 * server that died, those who were connected find the new one at the same address.
 */
export function launch(place: Place, bin: string, durable: boolean, wanted?: string): ChildProcess {
  dropStaleLock(place);
  const socketFolder = wanted ?? mkdtempSync(SOCKET_FOLDER);
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  if (place.runAs) chownSync(socketFolder, place.runAs.uid, place.runAs.gid);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: '200',
    jit: 'off',
    log_checkpoints: 'off',
    // Statements and details of errors carry what people wrote.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  if ((statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES_MAX)
    renameSync(place.logFile, `${place.logFile}.1`);
  const log = openSync(place.logFile, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', place.cluster, ...options], {
    ...place.runAs,
    cwd: '/',
    env: plainEnvironment(),
    // Its own session: Ctrl-C in the terminal must reach the app first.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.on('exit', () => {
    if (readPostmaster(place)?.socketFolder !== socketFolder) rmSync(socketFolder, { recursive: true, force: true });
  });
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Reads the lock file of the cluster; undefined when there is none or it is not yet complete. */
export function readPostmaster(place: Place): Postmaster | undefined {
  try {
    const lines = readFileSync(lockFile(place), 'utf8').split('\n');
    const postmaster = { pid: Number(lines[0]), port: Number(lines[3]), socketFolder: lines[4] ?? '' };
    return postmaster.pid > 0 && postmaster.port > 0 && postmaster.socketFolder ? postmaster : undefined;
  } catch {
    return undefined;
  }
}

/** True while a server of this cluster runs, or has just begun to and not yet written its whole lock file. */
export function isServerAlive(place: Place): boolean {
  const pid = lockedPid(place);
  return pid !== undefined && isAlive(pid) && isPostgres(pid);
}

/** Asks a running server to stop and returns at once: open connections are ended, what was committed stays. */
export function signalStop(place: Place): void {
  const pid = lockedPid(place);
  if (pid !== undefined && isServerAlive(place)) process.kill(pid, 'SIGINT');
}

/** Stops the server and waits until it has written everything. */
export async function stopServer(place: Place, bin: string): Promise<void> {
  const socketFolder = readPostmaster(place)?.socketFolder;
  await run(place, join(bin, 'pg_ctl'), ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '120', '-s']);
  if (socketFolder?.startsWith(SOCKET_FOLDER)) rmSync(socketFolder, { recursive: true, force: true });
}

/** The last lines of the server's own log, for the sentence that says why it did not start. */
export function lastLogLines(place: Place): string {
  if (!existsSync(place.logFile)) return '';
  return readFileSync(place.logFile, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}

function lockFile(place: Place): string {
  return join(place.cluster, 'postmaster.pid');
}

function lockedPid(place: Place): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lockFile(place), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * After a container was killed its process numbers are given again, and PostgreSQL would take a stranger of the same
 * user for a running server. A server that was killed also leaves its socket folder.
 */
function dropStaleLock(place: Place): void {
  const left = readPostmaster(place);
  if (!left || isPostgres(left.pid)) return;
  if (left.socketFolder.startsWith(SOCKET_FOLDER)) rmSync(left.socketFolder, { recursive: true, force: true });
  if (isAlive(left.pid) && lockedPid(place) === left.pid) rmSync(lockFile(place), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isPostgres(pid: number): boolean {
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    // No /proc here: believe the lock file.
    return !existsSync('/proc/self');
  }
}

function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...place.runAs,
      cwd: '/',
      env: plainEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let problems = '';
    child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program.slice(dirname(program).length + 1)} ended with ${code}: ${problems.trim()}`));
    });
  });
}
