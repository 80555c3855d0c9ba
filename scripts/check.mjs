// npm run check: every gate but the tests, two at a time. `-- --test` runs the tests as well.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const inModules = (path) => join(root, 'node_modules', path);

/** Files git knows, so that notes and downloads lying about are nobody's fault; everything where there is no git. */
function trackedFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const files = list.split('\0').filter((path) => path && existsSync(join(root, path)));
    return files.length > 0 ? files : ['.'];
  } catch {
    return ['.'];
  }
}

function architecturePaths() {
  return ['server', 'shared', 'web', 'cli', 'demo', 'scripts', 'tests'].filter((folder) =>
    existsSync(join(root, folder)),
  );
}

function listSteps({ test }) {
  const types = inModules('typescript7/bin/tsc');
  return [
    { name: 'types', command: [types, '-p', 'tsconfig.json'] },
    {
      name: 'web types',
      needs: 'web/tsconfig.json',
      command: [types, '-p', 'web/tsconfig.json'],
    },
    {
      name: 'format',
      command: [
        inModules('prettier/bin/prettier.cjs'),
        '--check',
        '--ignore-unknown',
        '--cache',
        '--cache-location=node_modules/.cache/prettier/.prettier-cache',
        '--log-level',
        'warn',
        ...trackedFiles(),
      ],
    },
    { name: 'lint', command: [inModules('oxlint/bin/oxlint')] },
    {
      name: 'architecture',
      command: [inModules('dependency-cruiser/bin/dependency-cruise.mjs'), ...architecturePaths()],
    },
    { name: 'tidy', command: ['--import', 'tsx', 'scripts/tidy.ts'] },
    { name: 'generated', command: ['--import', 'tsx', 'scripts/generate.ts', '--check'] },
    ...(test ? [{ name: 'test', alone: true, command: [inModules('vitest/vitest.mjs'), 'run'] }] : []),
  ];
}

/** Runs one step; never throws: a step that cannot start has failed. */
function run(step) {
  if (step.needs && !existsSync(join(root, step.needs))) {
    return Promise.resolve({ ...step, seconds: 0, code: 0, output: '', skipped: `no ${step.needs}` });
  }
  const begun = performance.now();
  const env = { ...process.env, NO_COLOR: '1' };
  delete env.FORCE_COLOR;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, step.command, {
      cwd: root,
      env,
    });
    let output = '';
    const finish = (code) => resolve({ ...step, seconds: (performance.now() - begun) / 1000, code, output });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

function report({ name, seconds, code, output, skipped }) {
  const result = skipped ? `left out: ${skipped}` : code === 0 ? 'good' : 'FAILED';
  console.log(`${name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${result}`);
  if (code !== 0) console.log(output.trimEnd().replace(/^/gm, '    '));
}

/** Runs the steps two at a time, those marked `alone` afterwards, and says of each how it went. True when all are good. */
export async function runSteps(steps) {
  const waiting = steps.filter((step) => !step.alone);
  const failed = [];
  const runOne = async (step) => {
    const result = await run(step);
    report(result);
    if (result.code !== 0) failed.push(result.name);
  };
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await runOne(step);
  };
  await Promise.all([work(), work()]);
  for (const step of steps.filter((each) => each.alone)) await runOne(step);
  console.log(failed.length === 0 ? 'check: everything is good' : `check: failed: ${failed.join(', ')}`);
  return failed.length === 0;
}

/** All gates; with `test` the tests too. */
export function check({ test = false } = {}) {
  return runSteps(listSteps({ test }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await check({ test: process.argv.includes('--test') })) ? 0 : 1;
}
