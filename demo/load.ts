import { hashPassword } from 'better-auth/crypto';
import { dayMs } from '#shared/time';
import { system } from '#shared/actor';
import type { Clock } from '#platform/clock';
import type { Database, Tx } from '#platform/database';
import type { Log } from '#platform/log';
import { paramProblems } from '#kernel/workflow';
import { adoptMethod } from '#kernel/workflow/shelf';
import type { Method } from '#kernel-contract/workflow';
import type { Accounts } from '#modules/accounts';
import { importAreas, type AreaTree } from '#modules/areas';
import type { BallotRules } from '#kernel-contract/ballots';
import type { DutyShelf } from '#kernel/duties/shelf';
import type { RegisterShelf } from '#kernel/registers/shelf';
import type { RegistersContext } from '#modules/registers';
import { adoptStandard, type StandardShelf } from '#kernel/standards/shelf';
import type { MattersContext } from '#modules/matters/list';
import type { DeliberationDoors } from '#modules/deliberation/scope';
import { refreshRollup } from '#modules/matters/screen';
import { importVenues, type KeptVenue } from '#modules/venues';
import { importBookings } from '#modules/venues/bookings';
import type { VenueWords } from '../server/modules/venues/words/contract.ts';
import type { BookingsData, CommunityCast, DemoData, MatterPlan } from './contract.ts';
import { planDeliberation, type DeliberationPlan } from './deliberation.ts';
import { planDuties } from './duties.ts';
import { planBallots, type BallotPlan } from './ballots.ts';
import { planFunds } from './funds.ts';
import { planBoard, type Board } from './happenings.ts';
import { beginCity, type CityPlan } from './generate.ts';
import { areaNodes, demoId } from './load/areas.ts';
import { loadBallots } from './load/ballots.ts';
import { loadBrands } from './load/brands.ts';
import { loadAssessment } from './load/assessment.ts';
import { adoptRegisters, loadRegisters } from './load/registers.ts';
import { planBookings } from './load/bookings.ts';
import { loadChildren } from './load/children.ts';
import { loadDeliberation } from './load/deliberation.ts';
import { loadDuties } from './load/duties.ts';
import { loadMoney } from './load/money.ts';
import type { Money, MoneyDoors } from './load/office.ts';
import { loadGround } from './load/ground.ts';
import { loadFigures, loadHappenings } from './load/happenings.ts';
import { loadProgrammes } from './load/programmes.ts';
import { loadPublicities } from './load/publicity.ts';
import { loadMatters } from './load/matters.ts';
import { loadBodies, loadOwners } from './load/organisations.ts';
import { loadTeams } from './load/teams.ts';
import { loadWorks, type Culture } from './load/works.ts';
import { grantsOf, loadAccounts, loadCards, loadFamilies, loadResidents, peopleOf, type Known } from './load/people.ts';
import { planVenues } from './load/venues.ts';
import { planBodies, type BodyPlan } from './bodies.ts';
import { planOwners, type EstatePlan } from './owners.ts';
import {
  readBrands,
  readDeliberation,
  readDemo,
  readFunds,
  readMoneyStories,
  readOrganisations,
  readProcedures,
  readProgrammes,
  readPublicity,
  readTeams,
  readWorks,
} from './read.ts';
import { planProcedures } from './procedures.ts';
import { planTeams, type TeamPlan } from './teams.ts';
import { planAssociations, planRegisters, type RecordPlan } from './registers.ts';
import { planCulture } from './works.ts';
import { keepSetting, readSettings } from './store.ts';

export type DemoParts = {
  database: Database;
  clock: Clock;
  log: Log;
  tree: AreaTree;
  accounts: Accounts;
  context: MattersContext;
  duties: DutyShelf;
  standards: StandardShelf;
  registers: RegisterShelf;
  venueWords: VenueWords;
  ballotRules: BallotRules;
  deliberationWords: DeliberationDoors['words'];
};

const seed = 'liren';

/**
 * Loads the demo city into an empty database: the first community before it answers, the others behind it, each in one
 * transaction. Started again in the middle, it goes on with what is missing. Answers how to stop it, or null when there is
 * nothing to do.
 */
export async function loadDemo(
  parts: DemoParts,
  doors: MoneyDoors,
): Promise<{ done: Promise<void>; stop(): Promise<void> } | null> {
  const { database, tree } = parts;
  const begun = tree.all().length > 0;
  if (begun && (await missing(parts)).length === 0) return null;
  const data = readDemo();
  const teamEntries = readTeams();
  const workEntries = readWorks();
  const procedures = readProcedures();
  const organisations = readOrganisations();
  const deliberations = readDeliberation();
  const now = await startOf(parts);
  const plan = beginCity({ seed, now, calendar: parts.context.shelf.calendar, data });
  if (!begun) await database.transaction(now, (tx) => loadAreas(tx, parts, data, now));
  await Promise.all([tree.reload(), parts.registers.reload(), parts.context.shelf.reload(), parts.standards.reload()]);
  const known = await knownOf(parts, plan);
  const passwordHash = await hashPassword('liren-demo');
  const loaded = await loadedCodes(parts);
  const { calendar } = parts.context.shelf;
  // One after another, also those that are loaded already: what is told in one is not told again in the next.
  const parted = plan.cast.communities.map((one, position) => (): Part => {
    const board = planBoard({ seed, now, calendar, data, one, first: position === 0 });
    const venues = planVenues({ seed, now, data: data.venues, words: parts.venueWords, one, first: position === 0 });
    const judged = position === 0 ? data.assessment : null;
    const teams = planTeams({ seed, now, one, first: position === 0, entries: teamEntries, people: data.people });
    const records = planRegisters({ seed, now, data, one, first: position === 0 });
    const street = streetOf(plan.cast, position, data);
    const bodies = planBodies({ seed, now, one, first: position === 0, street, data: organisations });
    const owners = position === 0 ? planOwners({ seed, now, one, people: data.people, data: organisations }) : [];
    const ballots = planBallots({ seed, now, one, owners, bodies });
    const { bookings } = data;
    const { series } = data.activities;
    const running = planProcedures({ seed, now, one, position, entries: procedures });
    const plans = [...plan.planNext(one, position), ...running];
    const culture = planCulture({ seed, now, one, first: position === 0, entries: workEntries, teams });
    const deliberation = planDeliberation({ seed, now, one, first: position === 0, data: deliberations });
    return {
      ...{ plan, one, board, venues, records, series, judged, teams, bodies, owners, ballots },
      ...{ culture, deliberation, bookings, known, passwordHash, now, plans },
    };
  });
  const [first, ...rest] = parted;
  if (first) {
    const part = first();
    await loadMissing(parts, part, loaded);
    await loadFirstMoney(parts, doors, part);
  }
  return loadRest(parts, rest, loaded);
}

function loadMissing(parts: DemoParts, part: Part, loaded: ReadonlySet<string>): Promise<void> {
  return loaded.has(part.one.community.code) ? Promise.resolve() : loadCommunity(parts, part);
}

type Part = {
  plan: Omit<CityPlan, 'matters'>;
  plans: MatterPlan[];
  one: CommunityCast;
  board: Board;
  venues: KeptVenue[];
  records: RecordPlan[];
  series: DemoData['activities']['series'];
  judged: DemoData['assessment'] | null;
  teams: TeamPlan[];
  bodies: BodyPlan[];
  owners: EstatePlan[];
  ballots: BallotPlan[];
  bookings: BookingsData;
  culture: Culture;
  deliberation: DeliberationPlan;
  known: Known;
  passwordHash: string;
  now: Date;
};

function loadRest(
  parts: DemoParts,
  rest: (() => Part)[],
  loaded: ReadonlySet<string>,
): { done: Promise<void>; stop(): Promise<void> } {
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const part of rest) {
      if (stopped) return;
      await loadMissing(parts, part(), loaded);
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

/** One community whole, or nothing of it. */
async function loadCommunity(parts: DemoParts, part: Part): Promise<void> {
  const { plan, plans, one, known, passwordHash, now } = part;
  const { database, tree, accounts, context } = parts;
  const areaId = demoId(one.community.code);
  const first = plan.cast.communities[0] === one;
  const doors = { tree, sealer: context.sealer, may: accounts.identity.may };
  await database.transaction(now, async (tx) => {
    await loadResidents(tx, doors, one, known);
    if (first) await loadCards(tx, plan.cast, passwordHash, known);
    await loadAccounts(tx, one, passwordHash, known);
    await loadFamilies(tx, doors, one, known);
    await loadMatters(tx, { context, one, known, until: now }, plans);
    importVenues(tx, part.venues);
    loadTeams(tx, context.sealer, one, known, part.teams);
    loadBodies(tx, context.sealer, one, known, part.bodies);
    await loadOwners(tx, context.sealer, one, known, part.owners);
    loadBallots(tx, parts.ballotRules, one, known, part.ballots);
    importBookings(tx, planBookings({ ...part, seed, data: part.bookings }));
    loadWorks(tx, context.sealer, one, known, part.culture);
    const talk = { matters: context, words: parts.deliberationWords };
    await loadDeliberation(tx, { one, known, plan: part.deliberation, doors: talk });
    const children = await loadChildren(tx, doors, one, known, now);
    const { board, venues, series } = part;
    const keys = new Set(part.teams.map(({ key }) => key));
    await loadHappenings(tx, one, known, { board, venues, series, children, teams: keys, now });
    const programmes = { tree, sealer: context.sealer, roster: context.directory, may: accounts.identity.may };
    await loadProgrammes(tx, one, known, { data: readProgrammes(), doors: programmes, now, first });
    await loadDuties(tx, { duties: parts.duties, matters: context }, known, {
      code: one.community.code,
      plan: planDuties({ seed, now, one, first, items: patrolItems(parts) }),
    });
    const by = { id: known.users.get(one.secretary.key) ?? system.id, name: one.secretary.name };
    loadRegisters(tx, registersOf(parts), { code: one.community.code, by, plans: part.records });
    await loadPublicities(tx, one, known, { entries: readPublicity(), sealer: context.sealer, now });
    loadBrands(tx, one, { data: readBrands(), now });
    if (part.judged) await loadAssessment(tx, one, known, { data: part.judged, now });
    await markLoaded(tx, one, known);
  });
  await Promise.all([context.directory.reload(), parts.duties.reload()]);
  await refreshRollup(database, areaId, now);
}

/** The public money of the first community, whose people are there by now. */
function loadFirstMoney(parts: DemoParts, doors: MoneyDoors, { one, known, now }: Part): Promise<void> {
  const { database, context } = parts;
  const plans = planFunds({ seed, now, data: readFunds() });
  const inTurn: Money['inTurn'] = (at, work) => database.transaction(new Date(at), work);
  return loadMoney({ ...doors, inTurn, reader: database, context, one, known, now }, plans, readMoneyStories());
}

/** The code of the street whose own bodies come with this community: with the first that lies in it. */
function streetOf(cast: CityPlan['cast'], position: number, { areas }: DemoData): string | null {
  const name = cast.communities[position]?.community.street;
  if (cast.communities.findIndex(({ community }) => community.street === name) !== position) return null;
  return areas.streets.find((street) => street.name === name)?.code ?? null;
}

function registersOf({ registers, duties, tree, context, accounts }: DemoParts): RegistersContext {
  return { registers, duties, tree, sealer: context.sealer, may: accounts.identity.may };
}

/** What the library's daily patrol looks at. */
function patrolItems({ duties }: DemoParts): string[] {
  const items = duties.original('grid-patrol')?.set.asking.params['items']?.value;
  return Array.isArray(items) ? items.map(String) : [];
}

/** The areas of the demo city, and every method of the library adopted by every community. */
async function loadAreas(tx: Tx, parts: DemoParts, data: DemoData, now: Date): Promise<void> {
  const { areas } = data;
  await importAreas(tx, areaNodes(areas));
  await loadGround(tx, areas);
  loadFigures(tx, data, areas);
  const adoption = { settings: {}, adoptedFrom: null, by: system.id };
  const cityId = demoId(areas.city.code);
  for (const { standard } of parts.standards.originals())
    await adoptStandard(tx, parts.standards, { areaId: cityId, standard: standard.id, settings: {}, by: system.id });
  await loadCityRegisters(tx, parts, data, now);
  for (const { code } of areas.communities) {
    await adoptRegisters(tx, registersOf(parts), { code, level: 'community', at: yearBefore(now) });
    for (const { method } of readyMethods(parts)) {
      await adoptMethod(tx, parts.context.shelf, { ...adoption, areaId: demoId(code), method: method.id });
    }
  }
}

/** What needs nothing from the community: a method whose steps it must write itself stays in the library. */
const readyMethods = ({ context }: DemoParts): { method: Method }[] =>
  context.shelf.originals().filter(({ method }) => paramProblems(method).length === 0);

const yearBefore = (now: Date): Date => new Date(now.getTime() - 365 * dayMs);

/** What the city keeps itself. */
async function loadCityRegisters(tx: Tx, parts: DemoParts, data: DemoData, now: Date): Promise<void> {
  const { code } = data.areas.city;
  await adoptRegisters(tx, registersOf(parts), { code, level: 'city', at: yearBefore(now) });
  const plans = planAssociations({ seed, now, data });
  loadRegisters(tx, registersOf(parts), { code, by: { id: system.id, name: '文旅局办公室' }, plans });
}

const marker = 'demo.loaded.';
const startedAt = 'demo.started-at';

/** Marks a community as loaded, with the users that a load cut short must know when it goes on. */
async function markLoaded(tx: Tx, one: CommunityCast, known: Known): Promise<void> {
  const keys = new Set(peopleOf(one).map((person) => person.key));
  const users = Object.fromEntries([...known.users].filter(([key]) => keys.has(key)));
  await keepSetting(tx, `${marker}${one.community.code}`, users);
}

async function loadedCodes(parts: DemoParts): Promise<Set<string>> {
  const rows = await readSettings(parts.database, marker);
  return new Set(rows.map(({ name }) => name.slice(marker.length)));
}

/** Codes of the demo's communities that are not loaded; none when the areas are not the demo's. */
async function missing(parts: DemoParts): Promise<string[]> {
  const loaded = await loadedCodes(parts);
  const demo = parts.tree.all().filter((node) => node.level === 'community' && node.details.codeInvented === true);
  return demo.map((node) => node.code ?? '').filter((code) => !loaded.has(code));
}

/** The moment the demo city was planned for: kept, so that a start that was cut short goes on with the same plan. */
async function startOf(parts: DemoParts): Promise<Date> {
  const [kept] = await readSettings<string>(parts.database, startedAt);
  if (kept) return new Date(kept.value);
  const now = parts.clock.now();
  await keepSetting(parts.database, startedAt, now.toISOString());
  return now;
}

/** What an earlier, interrupted load has left, and the names and roles of everybody. */
async function knownOf(parts: DemoParts, plan: Omit<CityPlan, 'matters'>): Promise<Known> {
  const people = [...plan.cast.communities.flatMap(peopleOf), ...plan.cast.upper];
  const rows = await readSettings<Record<string, string>>(parts.database, marker);
  return {
    users: new Map(rows.flatMap((row) => Object.entries(row.value))),
    persons: new Map(),
    names: new Map(people.map((person) => [person.key, person.name])),
    grants: new Map(people.map((person) => [person.key, grantsOf(person)])),
  };
}
