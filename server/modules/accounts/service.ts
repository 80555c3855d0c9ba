import type { AreaTree } from '#modules/areas';
import type { Database } from '#platform/database';
import type { Sealer } from '#platform/sealing';
import type { SmsDoor } from '#platform/sms';
import { openGate } from './attempts/service.ts';
import { openIdentity } from './identity/service.ts';
import { loadRoles } from './roles/service.ts';
import type { Accounts } from './sessions/service.ts';
import { openSessionKeeper } from './sessions/store.ts';

export { forgetResting, signInByCard, type CardHolder } from './behalf/service.ts';
export { phoneIndex } from './codes/service.ts';
export { handOverHandler, handOverKind, listGrants, type HandOverMatters } from './grants/service.ts';
export { openIdentity, sessionChannel, type Identity, type IdentityOptions } from './identity/service.ts';
export { keyWrong } from './keys/rules.ts';
export { useKey } from './keys/service.ts';
export { loadRoles } from './roles/service.ts';
export type { Role, Roles } from './roles/rules.ts';
export type { Accounts } from './sessions/service.ts';
export {
  createAccount,
  createDemoAccounts,
  listDemoAccounts,
  type DemoCard,
  type NewAccount,
} from './staff/service.ts';
export { openDirectory, type Directory, type Holder } from './directory/service.ts';

export type AccountsOptions = {
  database: Database;
  tree: AreaTree;
  sealer: Sealer;
  sms: SmsDoor;
  libraryDir: string;
  demo: boolean;
  /** The wall clock; sessions, codes and waits do not follow the demo clock. */
  wallClock?: () => Date;
  /** The app's clock, which keys of other systems follow; the wall clock unless given. */
  clock?: () => Date;
};

/** Opens identity, roles and sign-in. Refuses to start when the roles of the library do not fit together. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { database, tree, sealer, sms, demo } = options;
  const wallClock = options.wallClock ?? (() => new Date());
  const roles = loadRoles(options.libraryDir);
  const identity = await openIdentity({ database, tree, roles, wallClock, clock: options.clock ?? wallClock });
  const keeper = await openSessionKeeper(database, sealer.secret('sessions'));
  return { identity, roles, tree, keeper, sealer, sms, gate: openGate(), wallClock, demo };
}
