// `npm test`: installs what is missing, builds what is stale, then every gate and every test. `npm test -- path` runs
// the tests of these paths alone. Ends with `N passed, N failed` on a line of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builds, isFresh, root, runBuild, runQuietly } from './build.mjs';
import { install, isInstalled } from './install.mjs';

const paths = process.argv.slice(2);
const reportFile = join(root, 'tests/output/vitest.json');

async function prepare() {
  await step('packages', isInstalled(), () => install());
  await step('page types', false, () =>
    runQuietly(process.execPath, ['node_modules/@react-router/dev/bin.js', 'typegen']),
  );
  for (const build of builds) await step(build.en, isFresh(build), () => runBuild(build));
}

async function step(name, isReady, work) {
  const begun = Date.now();
  if (!isReady) await work();
  console.log(`${name}: ${isReady ? 'ready' : `done in ${((Date.now() - begun) / 1000).toFixed(0)} s`}`);
}

/** Runs with the terminal's own channels; gives the exit code. */
function run(command) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runTests() {
  rmSync(reportFile, { force: true });
  mkdirSync(join(root, 'tests/output'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...paths]);
  const { passed, failed, skipped } = existsSync(reportFile)
    ? count(JSON.parse(readFileSync(reportFile, 'utf8')))
    : none;
  if (skipped > 0) console.log(`${skipped} skipped: their titles say why`);
  // An error outside any test fails the run without failing a test.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

const none = { passed: 0, failed: 1, skipped: 0 };

function count({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  // A file that cannot be loaded has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

let passed = 0;
let failed = 0;
try {
  await prepare();
  if (paths.length === 0) {
    if ((await run(['scripts/check.mjs'])) === 0) passed++;
    else failed++;
  }
  const tests = await runTests();
  passed += tests.passed;
  failed += tests.failed;
} catch (error) {
  console.log(error.message);
  failed++;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
