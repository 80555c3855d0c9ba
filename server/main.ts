import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { system, type Actor } from '#shared/actor';
import { openClock, type Clock } from '#platform/clock';
import { readConfig, type Config } from '#platform/config';
import { openDatabase, type Database, type Reader } from '#platform/database';
import { openFileStore } from '#platform/files';
import { createHttp, type HttpApp, type Route } from '#platform/http';
import { startWorker, type Worker } from '#platform/jobs';
import { liveChannel, liveMessage, openLive, type Live } from '#platform/live';
import type { Log } from '#platform/log';
import { openMail } from '#platform/mail';
import { openOutbound } from '#platform/outbound';
import { registerPages } from '#platform/pages';
import { createSealer, readOrCreateKey } from '#platform/sealing';
import { readOrCreateSetupCode, readSetupCode } from '#platform/setup-code';
import { consoleSms } from '#platform/sms';
import { handOverMatters, findMatter } from '#kernel/workflow';
import { openShelf } from '#kernel/workflow/shelf';
import { openDutyShelf, type DutyShelf } from '#kernel/duties/shelf';
import {
  handOverHandler,
  handOverKind,
  openAccounts,
  openDirectory,
  listDemoAccounts,
  type Accounts,
} from '#modules/accounts';
import { openAreaTree, type AreaTree } from '#modules/areas';
import type { FileRecord } from '#modules/files';
import { openRobots, robotHandler, robotKind, smsHandler, type RobotDoors } from '#modules/messages';
import { readPhone } from '#modules/people';
import { loadDemo } from '../demo/load.ts';
import { accountRoutes, cardSignIn } from './modules/accounts/routes.ts';
import { activityRoutes } from './modules/activities/routes.ts';
import { boundaryRoutes } from './modules/areas/boundaries/routes.ts';
import { areaRoutes } from './modules/areas/routes.ts';
import { fileRoutes } from './modules/files/routes.ts';
import { adoptFor as adoptDutiesFor } from './modules/duties/adoption/service.ts';
import { dayEnded, lateKind, latenessKind, tellLate } from './modules/duties/late/service.ts';
import { dutyRoutes } from './modules/duties/routes.ts';
import type { DutiesContext } from './modules/duties/scope/service.ts';
import { clockRoutes, clockTopic, liveRoutes, probeRoutes } from './platform/routes.ts';
import { importHandler, importKind, type ImportDoors } from './modules/imports/service.ts';
import { exportRoutes } from './modules/imports/exports/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import type { Dictionary } from './modules/blanks/dictionary/contract.ts';
import { loadDictionary } from './modules/blanks/dictionary/store.ts';
import { blankRoutes } from './modules/blanks/routes.ts';
import { deadlineCame } from './modules/matters/act/service.ts';
import { countAll, countOpenOf, openMatters, type MattersContext } from './modules/matters/list/service.ts';
import { bindingRoutes } from './modules/matters/methods/binding/routes.ts';
import { methodRoutes } from './modules/matters/methods/routes.ts';
import { matterRoutes } from './modules/matters/routes.ts';
import { screenRoutes } from './modules/matters/screen/routes.ts';
import { adoptFor } from './modules/matters/methods/service.ts';
import { followChanges } from './modules/matters/screen/service.ts';
import { mayReadMatter } from './modules/matters/scope/service.ts';
import { traceRoutes } from './modules/matters/trace/routes.ts';
import { viewRoutes } from './modules/matters/views/routes.ts';
import { robotRoutes } from './modules/messages/robots/routes.ts';
import { messageRoutes } from './modules/messages/routes.ts';
import { noticeRoutes } from './modules/notices/routes.ts';
import { keyRoutes } from './modules/accounts/keys/routes.ts';
import { open311Routes } from './modules/open311/routes.ts';
import { cardRoutes } from './modules/people/cards/routes.ts';
import { contactRoutes } from './modules/people/contact/routes.ts';
import { familyRoutes } from './modules/people/family/routes.ts';
import { homeRoutes } from './modules/people/home/routes.ts';
import { householdRoutes } from './modules/people/households/routes.ts';
import { isOpen, loadPacks, type PackFile, type SetupDoors } from './modules/setup/service.ts';
import { setupRoutes } from './modules/setup/routes.ts';
import { residentRoutes } from './modules/people/residents/routes.ts';
import { backfillHandler, backfillKind, beginBackfill } from './modules/search/backfill/service.ts';
import { searchRoutes } from './modules/search/routes.ts';

const root = join(import.meta.dirname, '..');

export type App = {
  stop(): Promise<void>;
  accounts: { userName: string; zh: string }[];
  /** What founds a system that nobody administers yet; null afterwards. */
  setupCode: string | null;
  http: HttpApp;
  parts: Parts;
  worker: Worker;
};

export type Parts = {
  config: Config;
  log: Log;
  database: Database;
  clock: Clock;
  live: Live;
  tree: AreaTree;
  accounts: Accounts;
  context: MattersContext;
  duties: DutyShelf;
  packs: PackFile[];
  dictionary: Dictionary;
  close(): Promise<void>;
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
  const worker = createWorker(parts);
  const loading = config.demo ? await loadDemo(parts) : null;
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

/** Opens everything the routes stand on. Refused when a file of the library is broken. */
export async function openParts(config: Config, log: Log, libraryDir = join(root, 'library')): Promise<Parts> {
  if (!config.databaseUrl)
    throw new Error('DATABASE_URL is not set: npm start sets it, or run a PostgreSQL of your own');
  const database = openDatabase({ url: config.databaseUrl });
  try {
    return await openPartsOn(database, config, log, libraryDir);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function openPartsOn(database: Database, config: Config, log: Log, libraryDir: string): Promise<Parts> {
  const sealer = createSealer(readOrCreateKey(config.secretFile));
  const clock = await openClock(database);
  const [tree, live, shelf, directory, robots] = await Promise.all([
    openAreaTree(database),
    openLive(database),
    openShelf(database, libraryDir, clock.now()),
    openDirectory(database),
    openRobots(database),
  ]);
  const duties = await openDutyShelf(database, libraryDir, shelf, clock.now());
  const accounts = await openAccounts({
    database,
    tree,
    sealer,
    sms: consoleSms(log),
    libraryDir,
    demo: config.demo,
    clock: clock.now,
  });
  const may = accounts.identity.may;
  const context = openMatters({ tree, directory, shelf, sealer, robots, address: config.publicUrl, may });
  return {
    config,
    log,
    database,
    clock,
    live,
    tree,
    accounts,
    context,
    duties,
    dictionary: loadDictionary(libraryDir),
    packs: loadPacks(libraryDir, {
      method: shelf.originals().map(({ method }) => method.id),
      duties: duties.originals().map(({ set }) => set.id),
    }),
    async close() {
      await Promise.all([accounts.identity.close(), directory.close(), shelf.close(), tree.close(), live.close()]);
      await duties.close();
      await database.close();
    },
  };
}

/** Every route of every module, mounted. */
export async function createApp(parts: Parts): Promise<HttpApp> {
  const { database, clock, log, accounts } = parts;
  const options = {
    database,
    clock,
    log,
    identify: accounts.identity.identify,
    may: accounts.identity.may,
    title: 'Liren 里仁',
    version: '1',
  };
  return createHttp(options, routesOf(parts));
}

/** Every route there is, as data. */
export function routesOf(parts: Parts): Route[] {
  const { context, tree, accounts, config, live, clock, database } = parts;
  const { may } = accounts.identity;
  const { sealer, directory } = context;
  const addressOf = (request: FastifyRequest): string => publicAddress(config, request);
  const people = { tree, sealer, may };
  const roster = { tree, roster: directory };
  const fileDoors = {
    tree,
    fileStore: openFileStore(join(config.dataDir, 'files')),
    mayRead: (reader: Reader, actor: Actor, file: FileRecord) => mayReadFile(parts, reader, actor, file),
  };
  return [
    ...areaRoutes(tree),
    ...boundaryRoutes(tree, config.tiles),
    ...accountRoutes({ accounts, handOverMatters: (tx, actor, input) => moveWork(parts, tx, actor, input) }),
    ...matterRoutes(context),
    ...traceRoutes(context, addressOf),
    ...viewRoutes(context),
    ...methodRoutes(context),
    ...bindingRoutes(context),
    ...screenRoutes(context),
    ...householdRoutes(people),
    ...residentRoutes(people),
    ...familyRoutes(people),
    ...contactRoutes({ ...roster, addressOf }),
    ...cardRoutes({ ...people, ...roster, addressOf, signInByCard: cardSignIn(accounts) }),
    ...homeRoutes({ ...roster, countOpenMatters: (reader, who) => countOpenOf(reader, who) }),
    ...messageRoutes(),
    ...robotRoutes(robotDoors(parts)),
    ...noticeRoutes({ tree, may, addressOf }),
    ...activityRoutes({ ...roster, may, addressOf }),
    ...fileRoutes(fileDoors),
    ...dutyRoutes(dutiesContext(parts)),
    ...importRoutes(importDoors(parts)),
    ...exportRoutes(people, accounts),
    ...searchRoutes(context),
    ...blankRoutes({ context, dictionary: parts.dictionary }),
    ...open311Routes({ context, addressOf, demo: config.demo }),
    ...keyRoutes({ tree, may }),
    ...setupRoutes(setupDoors(parts), accounts),
    ...liveRoutes(
      live,
      (actor, areaId) =>
        may(actor, 'matter.read', areaId) ||
        actor.homeAreaId === areaId ||
        actor.grants.some((grant) => tree.covers(areaId, grant.areaId)),
    ),
    ...clockRoutes({ clock, demo: config.demo, advanced: () => catchUp(parts) }),
    ...probeRoutes(database),
  ];
}

function dutiesContext({ context, duties }: Parts): DutiesContext {
  return { duties, matters: context };
}

function robotDoors({ config, context }: Parts): RobotDoors {
  const { tree, sealer } = context;
  const mail = config.mail ? openMail(config.mail) : null;
  return { tree, sealer, mail, outbound: openOutbound({ allowed: config.robotOrigins ?? [] }) };
}

function importDoors({ context, accounts }: Parts): ImportDoors {
  const { tree, sealer } = context;
  return { tree, sealer, may: accounts.identity.may, actorOf: (id, name) => ({ ...system, id, name }) };
}

function setupDoors(parts: Parts): SetupDoors {
  const { config, context, duties, packs } = parts;
  const { tree, directory, shelf } = context;
  return {
    tree,
    directory,
    shelf,
    duties,
    packs,
    secret: () => readSetupCode(config.dataDir),
    countMatters: countAll,
    adopt: (tx, actor, { areaId, kind, id }) =>
      kind === 'method'
        ? adoptFor(tx, context, actor, { areaId, wanted: { method: id, settings: {} } })
        : adoptDutiesFor(tx, dutiesContext(parts), actor, { areaId, wanted: { set: id, settings: {} } }),
  };
}

/** After the demo clock has moved: what has become due happens, and open pages look again. */
async function catchUp(parts: Parts): Promise<void> {
  await createWorker(parts, 0).drain();
  const now = parts.clock.now();
  await parts.database.transaction(now, async (tx) =>
    tx.notify(liveChannel, liveMessage(clockTopic, { kind: 'clock' })),
  );
}

function publicAddress(config: Config, request: FastifyRequest): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`;
}

/** A picture is read by whoever may read what it belongs to. */
async function mayReadFile(parts: Parts, reader: Reader, actor: Actor, file: FileRecord): Promise<boolean> {
  if (file.subject?.startsWith('duty:')) return parts.accounts.identity.may(actor, 'duty.read', file.areaId);
  if (!file.subject?.startsWith('matter:')) return false;
  const found = await findMatter(reader, file.areaId, file.subject.slice('matter:'.length), actor.id);
  return found !== null && mayReadMatter(parts.context, actor, found);
}

function moveWork(
  parts: Parts,
  tx: Parameters<typeof handOverMatters>[0],
  actor: Actor,
  input: { areaId: string; fromUserId: string; toUserId: string },
): Promise<number> {
  const nameOf = (id: string): string => parts.context.directory.person(id)?.name ?? '同事';
  return handOverMatters(tx, actor, {
    areaId: input.areaId,
    fromUserId: input.fromUserId,
    fromName: nameOf(input.fromUserId),
    to: { id: input.toUserId, name: nameOf(input.toUserId) },
  });
}

export function createWorker(parts: Parts, everyMs = 1000): Worker {
  const { database, clock, log, context, tree, accounts } = parts;
  return startWorker({
    database,
    clock,
    log,
    everyMs,
    outbox: {
      'matters.changed': (tx, job) => followChanges(tx, job.areaId),
      'messages.sms': smsHandler({
        tree,
        sms: accounts.sms,
        findPhone: async (reader, user) =>
          user.homeAreaId && user.personId
            ? readPhone(reader, context, { areaId: user.homeAreaId, personId: user.personId })
            : null,
      }),
      [lateKind]: (tx, job) => tellLate(tx, dutiesContext(parts), job),
      [robotKind]: robotHandler({ ...robotDoors(parts), wallClock: accounts.wallClock }),
      [importKind]: importHandler(importDoors(parts)),
      [backfillKind]: backfillHandler,
      [handOverKind]: handOverHandler((tx, actor, input) => moveWork(parts, tx, actor, input)),
    },
    deadlines: {
      matter: (tx, job) => deadlineCame(tx, context, job, system),
      [latenessKind]: (tx, job) => dayEnded(tx, dutiesContext(parts), job),
    },
  });
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
