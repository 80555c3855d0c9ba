// Are the packages of the lockfile in place? Plain JavaScript: it runs before there are any.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runQuietly } from './build.mjs';

/**
 * True when node_modules holds exactly the versions of package-lock.json. Compared by content: times of files say
 * little after a checkout or a copy.
 */
export function isInstalled(folder = root) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  const isRight = ([path, { version, optional, devOptional, peer }]) =>
    path === '' ||
    present[path]?.version === version ||
    (!(path in present) && Boolean(optional || devOptional || peer));
  return Object.entries(wanted).every(isRight) && Object.keys(present).every((path) => path in wanted);
}

/** Runs `npm ci`. Refuses with npm's own last lines. */
export async function install(signal) {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // Set when we were started by npm itself: the same npm, wherever it lives.
  const npm = process.env.npm_execpath;
  await (npm?.endsWith('.js') ? runQuietly(process.execPath, [npm, ...args], signal) : runQuietly('npm', args, signal));
}

function readPackages(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    // Half-written by an install that was killed.
    return undefined;
  }
}
