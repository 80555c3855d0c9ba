import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '#platform/config';
import type { HttpApp } from '#platform/http';
import type { Worker } from '#platform/jobs';
import type { Log } from '#platform/log';
import { registerPages } from '#platform/pages';
import { readOrCreateSetupCode } from '#platform/setup-code';
import { listDemoAccounts } from '#modules/accounts';
import { loadDemo } from '../demo/load.ts';
import { isOpen } from './modules/setup/service.ts';
import { beginBackfill } from './modules/search/backfill/service.ts';
import { ballotDoors, disclosureDoors, publicAddress, publicityDoors } from './doors.ts';
import { createWorker } from './handlers.ts';
import { createApp } from './mounts.ts';
import { openParts, root, type Parts } from './parts.ts';

export type App = {
  stop(): Promise<void>;
  accounts: { userName: string; zh: string }[];
  /** What founds a system that nobody administers yet; null afterwards. */
  setupCode: string | null;
  http: HttpApp;
  parts: Parts;
  worker: Worker;
};

/** Starts the app on a server that is listening already. `DATABASE_URL` is set and migrated by the caller. */
export async function startApp(options: {
  server?: Server;
  env: NodeJS.ProcessEnv;
  log: Log;
  demo: boolean;
}): Promise<App> {
  const config = readConfig(options.env, options.demo);
  const parts = await openParts(config, options.log);
  const http = await createApp(parts);
  await addPages(http, parts);
  await http.ready();
  await parts.database.transaction(parts.clock.now(), (tx) => beginBackfill(tx, parts.tree));
  const money = { funds: disclosureDoors(parts), ballots: ballotDoors(parts), publicity: publicityDoors(parts) };
  const loading = config.demo ? await loadDemo(parts, money) : null;
  // After the past of the demo: what fell due in it has been done in it.
  const worker = createWorker(parts);
  const setupCode = !config.demo && (await isOpen(parts.database)) ? readOrCreateSetupCode(config.dataDir) : null;
  const cards = config.demo ? (await listDemoAccounts(parts.database)).accounts : [];
  options.server?.on('request', (request, response) => http.routing(request, response));
  return {
    http,
    parts,
    worker,
    setupCode,
    accounts: cards.map(({ username, title, does }) => ({ userName: username, zh: `${title}：${does}` })),
    async stop() {
      await loading?.stop();
      await worker.stop();
      await http.close();
      await parts.close();
    },
  };
}

/** The built pages; absent when only the API is wanted (tests, API description). */
async function addPages(http: HttpApp, parts: Parts): Promise<void> {
  const phone = join(root, 'dist/phone');
  if (!existsSync(join(phone, 'server/index.js'))) return;
  await registerPages(http, {
    buildDir: join(phone, 'server'),
    pictureHosts: parts.config.tiles ? [new URL(parts.config.tiles).origin] : [],
    files: [
      { prefix: '/assets/', folder: join(phone, 'client/assets'), immutable: true },
      { prefix: '/illustrations/', folder: join(root, 'web/illustrations'), immutable: false },
      { prefix: '/app-icons/', folder: join(root, 'web/icons/app'), immutable: false },
      { prefix: '/desk-assets/', folder: join(root, 'dist/desk'), immutable: true },
    ],
    singles: [
      {
        path: '/grid-worker.js',
        file: join(phone, 'client/grid-worker.js'),
        type: 'text/javascript; charset=utf-8',
      },
      {
        path: '/recount-keeper.js',
        file: join(phone, 'client/recount-keeper.js'),
        type: 'text/javascript; charset=utf-8',
      },
      {
        path: '/grid.webmanifest',
        file: join(root, 'web/resident/grid.webmanifest'),
        type: 'application/manifest+json; charset=utf-8',
      },
    ],
    shells: [
      { path: '/desk', file: join(root, 'dist/desk/desk.html') },
      { path: '/screen', file: join(root, 'dist/desk/screen.html') },
    ],
    makeContext: (request) => ({
      now: parts.clock.now(),
      demo: parts.config.demo,
      origin: publicAddress(parts.config, request),
    }),
  });
}
