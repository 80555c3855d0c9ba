import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const broken = join(root, 'tests/broken/architecture');
const folders = ['server', 'shared', 'web', 'cli', 'demo', 'scripts', 'tests'];

type Cruise = {
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string }[] };
    totalDependenciesCruised: number;
  };
};

function cruise(folder: string): Promise<Cruise> {
  const arguments_ = [
    join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    ...folders.filter((name) => existsSync(join(folder, name))),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, arguments_, { cwd: folder });
    let output = '';
    let problems = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (problems += chunk));
    child.on('error', reject);
    child.on('close', () => (output ? resolve(JSON.parse(output)) : reject(new Error(problems))));
  });
}

/** Every file of the broken tree that says which rule it breaks. */
function announced(): string[] {
  return readdirSync(broken, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .flatMap((path) => {
      const rule = /^\/\/ breaks ([a-z-]+)$/m.exec(readFileSync(join(broken, path), 'utf8'))?.[1];
      return rule ? [`${rule}: ${path}`] : [];
    })
    .sort();
}

describe('the architecture as import rules', () => {
  test('every rule fires on the broken tree, where it is announced and nowhere else', async () => {
    const { summary } = await cruise(broken);
    const fired = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    expect(fired.sort()).toEqual(announced());
    const rules = summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect([...new Set(summary.violations.map(({ rule }) => rule.name))].sort()).toEqual(rules.sort());
  }, 60_000);
});
