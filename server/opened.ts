import type { Clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database';
import type { Live } from '#platform/live';
import type { Log } from '#platform/log';
import type { DutyShelf } from '#kernel/duties/shelf';
import type { StandardShelf } from '#kernel/standards/shelf';
import type { RegisterShelf } from '#kernel/registers/shelf';
import type { Accounts } from '#modules/accounts';
import type { FestivalEntry } from './modules/activities/festivals/contract.ts';
import type { AreaTree } from '#modules/areas';
import type { PilotFile } from './modules/assessment/contract.ts';
import type { Dictionary } from './modules/blanks/dictionary/contract.ts';
import type { MattersContext } from './modules/matters/list/service.ts';
import type { VenueWords } from './modules/venues/words/contract.ts';
import type { PackFile } from './modules/setup/service.ts';
import type { TeamWords } from './modules/teams/words/contract.ts';

/** What there is once everything is open: `parts.ts` opens it, everything else beside it is handed it. */
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
  standards: StandardShelf;
  pilots: PilotFile[];
  registers: RegisterShelf;
  packs: PackFile[];
  dictionary: Dictionary;
  venueWords: VenueWords;
  teamWords: TeamWords;
  festivals: FestivalEntry[];
  close(): Promise<void>;
};
