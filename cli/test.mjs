// `npm test`: installs what is missing, builds what is stale, then every gate and every test. `npm test -- path` runs
// the tests of these paths alone; `npm test -- --postgres 15` runs what works on a database on a server of that version,
// which must be installed. Ends with `N passed, N failed` on a line of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builds, isFresh, root, runBuild, runQuietly } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { findPrograms } from './postgres-programs.mjs';

const { major, paths } = readArguments(process.argv.slice(2));
const outputDir = join(root, 'tests/output');

/** The oldest server that `DATABASE_URL` may name. */
const oldest = '15';
/** What of the suite tells soonest that a statement is too new: run on the oldest server each time. */
const onOldest = [
  'tests/schema.test.ts',
  'tests/tables.test.ts',
  'tests/system/upgrade.test.ts',
  'server/platform/migrate.test.ts',
  'server/modules/matters/loop.test.ts',
  'server/modules/venues/bookings/bookings.test.ts',
];
function readArguments(given) {
  const at = given.indexOf('--postgres');
  if (at < 0) return { major: null, paths: given };
  return { major: given[at + 1] ?? oldest, paths: given.filter((_, index) => index !== at && index !== at + 1) };
}

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

/** Runs with the terminal's own channels, or into a text that is shown when it has ended; gives the exit code. */
function run(command, { env = {}, later = false } = {}) {
  return new Promise((resolve) => {
    const stdio = later ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(process.execPath, command, { cwd: root, stdio, env: { ...process.env, ...env } });
    const said = [];
    for (const channel of [child.stdout, child.stderr]) channel?.on('data', (part) => said.push(part));
    child.on('error', () => resolve(1));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

/** `name` tells runs at the same time apart. */
async function runTests(wanted, { name = 'tests', ...how } = {}) {
  const reportFile = join(outputDir, `${name}.json`);
  rmSync(reportFile, { force: true });
  mkdirSync(outputDir, { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...wanted], how);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
  const tests = report ? count(report) : none;
  if (report) complaints.push(...complaintsOf(report));
  if (tests.skipped > 0) console.log(`${tests.skipped} skipped: their titles say why`);
  passed += tests.passed;
  // An error outside any test fails the run without failing a test.
  failed += code !== 0 && tests.failed === 0 ? 1 : tests.failed;
}

async function runGates() {
  if ((await run(['scripts/check.mjs'], { later: true })) === 0) passed++;
  else failed++;
}

/**
 * Everything. What kills and starts whole systems runs beside the gates alone; the tests in the browser wait more than they work, so the
 * others run beside them.
 */
async function runAll() {
  await Promise.all([runGates(), runTests(['--project=system'], { name: 'system' })]);
  await Promise.all([
    runTests(['--project=browser'], { name: 'browser', later: true }),
    runTests(['--project=unit'], { name: 'unit' })
      .then(runOldest)
      .then(() => runTests(['--project=browser-own'], { name: 'browser-own' })),
  ]);
}

async function runOldest() {
  if (findPrograms(oldest)) await runOn(oldest, onOldest);
  else console.log(`PostgreSQL ${oldest} is not installed here: nothing was run on it`);
}

/** The tests of these paths, or all that use a database, on a server of that version. */
async function runOn(version, wanted) {
  console.log(`\non PostgreSQL ${version}`);
  const how = { name: `postgres-${version}`, env: { LIREN_TEST_POSTGRES: version } };
  await runTests(['--project=unit', '--project=system', ...wanted], how);
}

const none = { passed: 0, failed: 1, skipped: 0 };

function count({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  // A file that cannot be loaded has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

/** What failed and how it said so, for the end of a long output. */
function complaintsOf({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.filter((one) => one.status === 'failed');
    if (status === 'failed' && assertionResults.length === 0) return [`${file}\n${message}`];
    return tests.map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${failureMessages.join('\n')}`);
  });
}

let passed = 0;
let failed = 0;
const complaints = [];
try {
  await prepare();
  if (major) await runOn(major, paths);
  else if (paths.length > 0) await runTests(paths);
  else await runAll();
} catch (error) {
  console.log(error.message);
  failed++;
}
for (const complaint of complaints) console.log(`\nFAILED ${complaint.slice(0, 2000)}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
