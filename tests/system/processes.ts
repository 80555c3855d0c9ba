import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '../..');
export const isRoot = process.getuid?.() === 0;
export const NOBODY = { uid: 65534, gid: 65534 };

const POLL_MS = 10;

/** A folder of its own for one test, gone afterwards. Everybody may pass through unless `mode` says otherwise. */
export function temporaryFolder(mode = 0o711): string {
  const folder = mkdtempSync('/tmp/liren-system-');
  chmodSync(folder, mode);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Waits until `look` gives something. Refuses after `secondsMax`. */
export async function until<T>(what: string, look: () => T | Promise<T>, secondsMax = 60): Promise<NonNullable<T>> {
  const end = Date.now() + secondsMax * 1000;
  while (Date.now() < end) {
    const value = await look();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`waited ${secondsMax} s for ${what}`);
}

export type Started = { child: ChildProcess; lines: string[]; exited: Promise<number | null> };

/** Starts Node in a process group of its own and collects what it says, line by line; killed with the test. */
export function startNode(args: string[], options: SpawnOptions = {}): Started {
  const child = spawn(process.execPath, args, {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const lines: string[] = [];
  let rest = '';
  const read = (chunk: Buffer): void => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  const exited = new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', (code) => resolve(code));
  });
  onTestFinished(() => killGroup(child));
  return { child, lines, exited };
}

/** kill -9 of the process and of every child it has not let go. */
export function killGroup(child: ChildProcess): void {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** The process number of the server of a cluster; 0 when there is none. */
export function serverPid(cluster: string): number {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
}

/** A process that ended and was not yet collected by its parent does not run. */
export function isRunning(pid: number): boolean {
  if (pid <= 0) return false;
  if (existsSync('/proc/self')) {
    const file = `/proc/${pid}/cmdline`;
    return existsSync(file) && readFileSync(file, 'utf8') !== '';
  }
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
