import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '#shared/refusal';

/** The operating-system user the database runs as when the app itself is root. */
export type RunAs = { uid: number; gid: number };

export type Place = {
  /** Holds the cluster, its password and half-made clusters. */
  folder: string;
  cluster: string;
  passwordFile: string;
  logFile: string;
  /** Where binaries are copied to when they cannot be used in node_modules. */
  copies: string;
  /** Set only when the app is root: PostgreSQL refuses to run as root. */
  runAs: RunAs | undefined;
};

/** Where root keeps what the database's user could not reach inside the data folder. */
const SYSTEM_FOLDER = '/var/lib/liren';
const NOBODY = 65534;

/**
 * Decides where the cluster of a data folder lives and who runs it. A cluster that exists is found where it was made,
 * also after the data folder was moved: a folder elsewhere is named in `database-place`.
 * Refuses when the cluster belongs to somebody else, or can no longer be reached by the user who owns it.
 */
export function findPlace(dataDir: string): Place {
  const isRoot = process.getuid?.() === 0;
  mkdirSync(dataDir, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  const home = realpathSync(dataDir);
  const runAs = isRoot ? databaseUser(home) : undefined;
  const folder = rememberedFolder(home) ?? (runAs && !mayEnter(home, runAs) ? claimSystemFolder(home) : home);
  const cluster = join(folder, 'pg');
  const place = {
    folder,
    cluster,
    passwordFile: join(folder, 'pg.password'),
    logFile: join(home, 'postgres.log'),
    copies: isRoot ? SYSTEM_FOLDER : folder,
  };
  if (existsSync(join(cluster, 'PG_VERSION')))
    return { ...place, runAs: ownerOfCluster(place.folder, cluster, isRoot) };
  if (runAs && folder !== home) openSystemFolder(folder);
  return { ...place, runAs };
}

/** True when that user can reach the path; the kernel decides, not our reading of the modes. */
export function mayEnter(path: string, user: RunAs): boolean {
  return spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0;
}

function databaseUser(home: string): RunAs {
  const { uid, gid } = statSync(home);
  // A folder mounted into a container may belong to a number that has no name there; initdb refuses such a user.
  return uid !== 0 && hasName(uid) ? { uid, gid } : { uid: NOBODY, gid: NOBODY };
}

function hasName(uid: number): boolean {
  return spawnSync('id', ['-nu', String(uid)], { cwd: '/' }).status === 0;
}

function ownerOfCluster(folder: string, cluster: string, isRoot: boolean): RunAs | undefined {
  const { uid, gid } = statSync(cluster);
  const mine = isRoot ? uid !== 0 && mayEnter(folder, { uid, gid }) : uid === process.getuid?.();
  if (!mine) {
    refuse({
      code: 'database.not-yours',
      status: 409,
      zh: `数据库文件夹 ${cluster} 属于系统用户 ${uid}，当前用户不能使用它。请用创建它的用户启动，或把整个数据文件夹的所有者改为现在的用户。`,
      en: `The database folder ${cluster} belongs to system user ${uid} and cannot be used now. Start as the user who made it, or give the whole data folder to the present user.`,
    });
  }
  return isRoot ? { uid, gid } : undefined;
}

function pointer(home: string): string {
  return join(home, 'database-place');
}

function rememberedFolder(home: string): string | undefined {
  return existsSync(pointer(home)) ? readFileSync(pointer(home), 'utf8').trim() : undefined;
}

/** Names a folder of our own for this data folder. Several starters at once agree on the first one written. */
function claimSystemFolder(home: string): string {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12);
  let folder = join(SYSTEM_FOLDER, name);
  // A data folder that was deleted and made anew must not meet the database of its predecessor.
  for (let next = 2; existsSync(folder); next++) folder = join(SYSTEM_FOLDER, `${name}-${next}`);
  writeOnce(pointer(home), folder);
  return rememberedFolder(home) ?? folder;
}

function openSystemFolder(folder: string): void {
  for (const path of [SYSTEM_FOLDER, folder]) {
    mkdirSync(path, { recursive: true });
    // The database's user passes through to its cluster and can read nothing else.
    chmodSync(path, path === folder ? 0o711 : 0o755);
  }
}

/** Writes a file that only its owner reads, unless it exists. Never seen half-written by another starter. */
export function writeOnce(path: string, text: string): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(beside, text, { mode: 0o600 });
  try {
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}
