import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from './build.mjs';
import { isInstalled } from './install.mjs';

type Package = { version?: string; optional?: boolean; optionalDependencies?: Record<string, string> };

function folderWith(wanted: Record<string, Package>, present?: Record<string, Package>): string {
  const folder = mkdtempSync(join(tmpdir(), 'liren-install-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (present) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  }
  return folder;
}

const one = { 'node_modules/one': { version: '1.0.0' } };

test('packages are in place when every version of the lockfile is; an optional one may be absent', () => {
  expect(isInstalled(folderWith(one, one))).toBe(true);
  expect(isInstalled(folderWith({ ...one, 'node_modules/mac': { version: '1.0.0', optional: true } }, one))).toBe(true);
});

test('packages are not in place before an install, after an update, and when one is missing or too many', () => {
  const two = { 'node_modules/two': { version: '1.0.0' } };
  expect(isInstalled(folderWith(one))).toBe(false);
  expect(isInstalled(folderWith({ 'node_modules/one': { version: '1.0.1' } }, one))).toBe(false);
  expect(isInstalled(folderWith({ ...one, ...two }, one))).toBe(false);
  expect(isInstalled(folderWith(one, { ...one, ...two }))).toBe(false);
});

test('the lockfile names the packages of every platform, also those this machine’s registry did not serve: without them npm ci refuses', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Package>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !candidates(path, name).some((each) => each in packages)),
  );
  expect(missing).toEqual([]);
});

/** Where Node would look for a package seen from `path`. */
function candidates(path: string, name: string): string[] {
  const parts = path === '' ? [] : path.split(/\/?node_modules\//).slice(1);
  return [...parts, ''].map((_, depth) => {
    const above = parts.slice(0, parts.length - depth).map((part) => `node_modules/${part}/`);
    return `${above.join('')}node_modules/${name}`;
  });
}
