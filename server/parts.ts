import { join } from 'node:path';
import { openClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { openDatabase, type Database } from '#platform/database';
import { openLive } from '#platform/live';
import type { Log } from '#platform/log';
import { createSealer, readOrCreateKey } from '#platform/sealing';
import { consoleSms } from '#platform/sms';
import { openShelf } from '#kernel/workflow/shelf';
import { openDutyShelf } from '#kernel/duties/shelf';
import { openStandardShelf } from '#kernel/standards/shelf';
import { openRegisterShelf } from '#kernel/registers/shelf';
import { loadBallotRules } from '#kernel/ballots';
import { openAccounts, openDirectory } from '#modules/accounts';
import { loadFestivals } from './modules/activities/festivals/store.ts';
import { openAreaTree } from '#modules/areas';
import { openRobots } from '#modules/messages';
import { measureSpecs } from './modules/assessment/measures/service.ts';
import { loadPilots } from './modules/assessment/pilots/service.ts';
import { loadDictionary } from './modules/blanks/dictionary/store.ts';
import { hangCarriers } from './carriers.ts';
import type { Parts } from './opened.ts';
import { loadDeliberationWords } from './modules/deliberation/words/store.ts';
import { loadFundWords } from './modules/funds/words/store.ts';
import { openMatters } from './modules/matters/list/service.ts';
import { loadBodyWords } from './modules/organisations/words/store.ts';
import { loadVenueWords } from './modules/venues/words/store.ts';
import { loadPacks } from './modules/setup/service.ts';
import { loadTeamWords } from './modules/teams/words/store.ts';

export const root = join(import.meta.dirname, '..');

export type { Parts } from './opened.ts';

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
  const standards = await openStandardShelf(database, libraryDir, measureSpecs, clock.now());
  const registers = await openRegisterShelf(database, libraryDir, shelf, clock.now());
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
  const parts: Parts = {
    config,
    log,
    database,
    clock,
    live,
    tree,
    accounts,
    context,
    duties,
    standards,
    pilots: loadPilots(libraryDir),
    registers,
    dictionary: loadDictionary(libraryDir),
    venueWords: loadVenueWords(libraryDir),
    teamWords: loadTeamWords(libraryDir),
    bodyWords: loadBodyWords(libraryDir),
    deliberationWords: loadDeliberationWords(libraryDir),
    fundWords: loadFundWords(libraryDir),
    festivals: loadFestivals(libraryDir),
    ballotRules: loadBallotRules(libraryDir),
    packs: loadPacks(libraryDir, {
      method: shelf.originals().map(({ method }) => method.id),
      duties: duties.originals().map(({ set }) => set.id),
    }),
    async close() {
      await Promise.all([accounts.identity.close(), directory.close(), shelf.close(), tree.close(), live.close()]);
      await Promise.all([duties.close(), standards.close(), registers.close()]);
      await database.close();
    },
  };
  hangCarriers(parts);
  return parts;
}
