// What is built for the browser, in which order, and whether it is still fresh. Plain JavaScript: start.mjs needs it early.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

const TAIL_LINES = 30;
const everywhere = ['shared', 'web', 'package.json', 'package-lock.json'];

/**
 * The builds, first things first: home is usable while the desk is still building.
 * `prefixes`: the pages that wait for this build.
 */
export const builds = [
  {
    id: 'phone',
    zh: '居民和网格员页面',
    en: 'pages for residents and grid workers',
    command: ['node_modules/@react-router/dev/bin.js', 'build'],
    sources: [...everywhere, 'vite.config.ts', 'react-router.config.ts'],
    without: ['web/desk', 'web/screen'],
    output: 'dist/phone/server/index.js',
    prefixes: ['/'],
  },
  {
    id: 'desk',
    zh: '工作台和大屏',
    en: 'desk and wall screen',
    command: ['node_modules/vite/bin/vite.js', 'build', '-c', 'web/desk/vite.config.ts'],
    sources: [...everywhere, 'server'],
    without: ['web/resident'],
    only: /^(web|shared)\/|\/contract\.ts$|^package/,
    output: 'dist/desk/desk.html',
    prefixes: ['/desk', '/screen'],
  },
];

/** True when the output stands and was built from exactly these sources and this lockfile. */
export function isFresh(build) {
  if (!existsSync(join(root, build.output)) || !existsSync(stampOf(build))) return false;
  return readFileSync(stampOf(build), 'utf8') === hashSources(build);
}

/**
 * Builds in a child process, so that the bundler's memory is given back and the progress page keeps answering.
 * Refuses with the last lines of the bundler. `signal` ends it early.
 */
export async function runBuild(build, signal) {
  const hash = hashSources(build);
  rmSync(stampOf(build), { force: true });
  await runQuietly(process.execPath, build.command, signal);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(build), hash);
}

/** Runs a program in the checkout, quietly; when it fails its last lines are the error's message. */
export function runQuietly(program, args, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(said.trimEnd().split('\n').slice(-TAIL_LINES).join('\n') || `ended with ${code}`));
    });
  });
}

function stampOf(build) {
  return join(root, 'dist', `${build.id}.sha256`);
}

function hashSources(build) {
  const hash = createHash('sha256');
  for (const file of build.sources.flatMap((source) => listFiles(source, build.without)).toSorted()) {
    if (/\.test\.tsx?$/.test(file) || (build.only && !build.only.test(file))) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(source, without) {
  const path = join(root, source);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [source] : [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !without.some((folder) => file.startsWith(`${folder}/`)));
}
