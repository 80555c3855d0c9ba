import { hashPassword } from 'better-auth/crypto';
import { system } from '#shared/actor';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import type { Log } from '#platform/log';
import { adoptMethod } from '#kernel/workflow/shelf';
import type { Accounts } from '#modules/accounts';
import { importAreas, type AreaTree } from '#modules/areas';
import type { MattersContext } from '#modules/matters/list';
import { refreshRollup } from '#modules/matters/screen';
import type { CommunityCast, MatterPlan } from './contract.ts';
import { planCity, type CityPlan } from './generate.ts';
import { areaNodes, demoId } from './load/areas.ts';
import { loadHappenings } from './load/happenings.ts';
import { loadMatters } from './load/matters.ts';
import { loadAccounts, loadCards, loadFamilies, loadResidents, peopleOf, type Known } from './load/people.ts';
import { readDemo } from './read.ts';

export type DemoParts = {
  database: Database;
  clock: Clock;
  log: Log;
  tree: AreaTree;
  accounts: Accounts;
  context: MattersContext;
};

const seed = 'liren';

/**
 * Loads the demo city into an empty database: the first community before it answers, the others behind it, each in one
 * transaction. Started again in the middle, it goes on with what is missing. Answers how to stop it, or null when there is
 * nothing to do.
 */
export async function loadDemo(parts: DemoParts): Promise<{ done: Promise<void>; stop(): Promise<void> } | null> {
  const { database, tree } = parts;
  const begun = tree.all().length > 0;
  if (begun && (await missing(parts)).length === 0) return null;
  const data = readDemo();
  const now = await startOf(parts);
  const plan = planCity({ seed, now, calendar: parts.context.shelf.calendar, data });
  if (!begun) await database.transaction(now, (tx) => importAreas(tx, areaNodes(data.areas)));
  await tree.reload();
  const known = await knownOf(parts, plan);
  const passwordHash = await hashPassword('liren-demo');
  const rest = [];
  for (const [i, one] of plan.cast.communities.entries()) {
    if (!(await isMissing(parts, one))) continue;
    if (i === 0) await loadCommunity(parts, { plan, one, known, passwordHash, now });
    else rest.push(one);
  }
  return loadRest(
    parts,
    rest.map((one) => ({ plan, one, known, passwordHash, now })),
  );
}

type Part = { plan: CityPlan; one: CommunityCast; known: Known; passwordHash: string; now: Date };

function loadRest(parts: DemoParts, rest: Part[]): { done: Promise<void>; stop(): Promise<void> } {
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const part of rest) {
      if (stopped) return;
      await loadCommunity(parts, part);
      // Requests come first: the demo city fills up between them.
      await new Promise((next) => setTimeout(next, 20));
    }
  };
  const done = work().catch((error: Error) =>
    parts.log.error({ message: error.message, stack: error.stack }, 'the demo city could not be loaded'),
  );
  return {
    done,
    async stop() {
      stopped = true;
      await done;
    },
  };
}

async function loadCommunity(parts: DemoParts, part: Part): Promise<void> {
  const { plan, one, known, passwordHash, now } = part;
  const { database, tree, accounts, context } = parts;
  const areaId = demoId(one.community.code);
  const first = plan.cast.communities[0] === one;
  const doors = { tree, sealer: context.sealer, may: accounts.identity.may };
  await database.transaction(now, async (tx) => {
    await loadResidents(tx, doors, one, known);
    if (first) await loadCards(tx, plan.cast, passwordHash, known);
    await loadAccounts(tx, one, passwordHash, known);
    await loadFamilies(tx, doors, one, known);
    await adoptAll(tx, parts, areaId);
  });
  await Promise.all([context.shelf.reload(), context.directory.reload()]);
  const plans = plan.matters.filter((matter) => matter.community === one.community.code);
  await database.transaction(now, async (tx) => {
    await loadMatters(tx, { context, one, known, until: now }, plans);
    await loadHappenings(tx, {
      tree,
      areaId,
      name: one.community.name,
      first,
      now,
      publisher: known.users.get(one.secretary.key) ?? 'system',
    });
    await markLoaded(tx, one);
  });
  await refreshRollup(database, areaId, now);
}

/** Every community of the demo has adopted every method of the library. */
async function adoptAll(tx: Tx, parts: DemoParts, areaId: string): Promise<void> {
  for (const { method } of parts.context.shelf.originals()) {
    await adoptMethod(tx, parts.context.shelf, {
      areaId,
      method: method.id,
      settings: {},
      adoptedFrom: null,
      by: system.id,
    });
  }
}

const marker = 'demo.loaded';

async function markLoaded(tx: Tx, one: CommunityCast): Promise<void> {
  await tx.query(`insert into jobs.settings (name, value) values ($1, 'true') on conflict (name) do nothing`, [
    `${marker}.${one.community.code}`,
  ]);
}

async function loadedCodes(parts: DemoParts): Promise<Set<string>> {
  const rows = await parts.database.query<{ name: string }>(`select name from jobs.settings where name like $1`, [
    `${marker}.%`,
  ]);
  return new Set(rows.map((row) => row.name.slice(marker.length + 1)));
}

async function isMissing(parts: DemoParts, one: CommunityCast): Promise<boolean> {
  return !(await loadedCodes(parts)).has(one.community.code);
}

/** Codes of the demo's communities that are not loaded; none when the areas are not the demo's. */
async function missing(parts: DemoParts): Promise<string[]> {
  const loaded = await loadedCodes(parts);
  const demo = parts.tree.all().filter((node) => node.level === 'community' && node.details.codeInvented === true);
  return demo.map((node) => node.code ?? '').filter((code) => !loaded.has(code));
}

/** The moment the demo city was planned for: kept, so that a start that was cut short goes on with the same plan. */
async function startOf(parts: DemoParts): Promise<Date> {
  const rows = await parts.database.query<{ value: string }>(`select value from jobs.settings where name = 'demo.now'`);
  if (rows[0]) return new Date(rows[0].value);
  const now = parts.clock.now();
  await parts.database.query(`insert into jobs.settings (name, value) values ('demo.now', $1)`, [
    JSON.stringify(now.toISOString()),
  ]);
  return now;
}

/** What an earlier, interrupted load has left, and the names and roles of everybody. */
async function knownOf(parts: DemoParts, plan: CityPlan): Promise<Known> {
  const people = [...plan.cast.communities.flatMap(peopleOf), ...plan.cast.upper];
  const users = await parts.database.query<{ id: string; key: string }>(
    `select id, preferences->>'demoKey' as key from auth."user" where preferences ? 'demoKey'`,
  );
  return {
    users: new Map(users.map((row) => [row.key, row.id])),
    persons: new Map(),
    names: new Map(people.map((person) => [person.key, person.name])),
    grants: new Map(
      people.map((person) => [person.key, person.holds.map(({ role, at }) => ({ role, areaId: demoId(at) }))]),
    ),
  };
}

export type { MatterPlan };
