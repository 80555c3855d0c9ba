import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { openFileStore } from '#platform/files';
import { createHttp, type HttpApp, type Route } from '#platform/http';
import { liveChannel, liveMessage } from '#platform/live';
import type { FileRecord } from '#modules/files';
import { readPlaceOfPerson } from '#modules/people';
import { accountRoutes, cardSignIn } from './modules/accounts/routes.ts';
import { assessmentRoutes } from './modules/assessment/routes.ts';
import { auditRoutes } from './modules/audit/routes.ts';
import { contestRoutes } from './modules/activities/contests/routes.ts';
import { readingRoutes } from './modules/activities/readings/routes.ts';
import { seriesRoutes } from './modules/activities/series/routes.ts';
import { stallRoutes } from './modules/activities/stalls/routes.ts';
import { letterRoutes } from './modules/deliberation/letters/routes.ts';
import { meetingRoutes } from './modules/deliberation/meetings/routes.ts';
import { topicRoutes } from './modules/deliberation/topics/routes.ts';
import { voiceRoutes } from './modules/deliberation/voices/routes.ts';
import { recordRoutes } from './modules/activities/records/routes.ts';
import { nearbyRoutes } from './modules/activities/nearby/routes.ts';
import { attendanceRoutes } from './modules/activities/attendance/routes.ts';
import { enrolmentRoutes } from './modules/activities/enrolment/routes.ts';
import { factRoutes } from './modules/activities/facts/routes.ts';
import { ratingRoutes } from './modules/activities/ratings/routes.ts';
import { recommendedRoutes } from './modules/activities/recommended/routes.ts';
import { activityRoutes } from './modules/activities/routes.ts';
import { sessionRoutes } from './modules/activities/sessions/routes.ts';
import { ticketRoutes } from './modules/activities/tickets/routes.ts';
import { ballotDeskRoutes } from './modules/ballots/desk/routes.ts';
import { ballotPaperRoutes } from './modules/ballots/papers/routes.ts';
import { ballotRoutes } from './modules/ballots/routes.ts';
import { boundaryRoutes } from './modules/areas/boundaries/routes.ts';
import { areaRoutes } from './modules/areas/routes.ts';
import { choiceRoutes } from './modules/brands/choice/routes.ts';
import { brandRoutes } from './modules/brands/routes.ts';
import { feedRoutes } from './modules/feeds/routes.ts';
import { fileRoutes } from './modules/files/routes.ts';
import { dutyRoutes } from './modules/duties/routes.ts';
import { registerRoutes } from './modules/registers/routes.ts';
import { clockRoutes, clockTopic, liveRoutes, probeRoutes } from './platform/routes.ts';
import { exportRoutes } from './modules/imports/exports/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { blankRoutes } from './modules/blanks/routes.ts';
import { countOpenOf } from './modules/matters/list/service.ts';
import { bindingRoutes } from './modules/matters/methods/binding/routes.ts';
import { methodRoutes } from './modules/matters/methods/routes.ts';
import { matterRoutes } from './modules/matters/routes.ts';
import { screenRoutes } from './modules/matters/screen/routes.ts';
import { traceRoutes } from './modules/matters/trace/routes.ts';
import { viewRoutes } from './modules/matters/views/routes.ts';
import { robotRoutes } from './modules/messages/robots/routes.ts';
import { messageRoutes } from './modules/messages/routes.ts';
import { noticeRoutes } from './modules/notices/routes.ts';
import { publicityRoutes } from './modules/publicity/routes.ts';
import { keyRoutes } from './modules/accounts/keys/routes.ts';
import { bundleRoutes } from './modules/funds/bundle/routes.ts';
import { disclosureRoutes } from './modules/funds/disclosures/routes.ts';
import { handoverRoutes } from './modules/funds/handovers/routes.ts';
import { lateRoutes } from './modules/funds/late/routes.ts';
import { questionRoutes } from './modules/funds/questions/routes.ts';
import { bankRoutes } from './modules/funds/bank/routes.ts';
import { fundRoutes } from './modules/funds/routes.ts';
import { voucherRoutes } from './modules/funds/vouchers/routes.ts';
import { supervisionRoutes } from './modules/funds/supervision/routes.ts';
import { open311Routes } from './modules/open311/routes.ts';
import { ownerRoutes } from './modules/organisations/owners/routes.ts';
import { bodyRoutes } from './modules/organisations/routes.ts';
import { cardRoutes } from './modules/people/cards/routes.ts';
import { contactRoutes } from './modules/people/contact/routes.ts';
import { familyRoutes } from './modules/people/family/routes.ts';
import { homeRoutes } from './modules/people/home/routes.ts';
import { householdRoutes } from './modules/people/households/routes.ts';
import { setupRoutes } from './modules/setup/routes.ts';
import { residentRoutes } from './modules/people/residents/routes.ts';
import { searchRoutes } from './modules/search/routes.ts';
import { linkRoutes } from './modules/links/routes.ts';
import { bookingRoutes } from './modules/venues/bookings/routes.ts';
import { venueRoutes } from './modules/venues/routes.ts';
import { listMyTeams } from '#modules/teams';
import { memberRoutes } from './modules/teams/members/routes.ts';
import { rehearsalRoutes } from './modules/teams/rehearsals/routes.ts';
import { shiftRoutes } from './modules/teams/shifts/routes.ts';
import { workRoutes } from './modules/teams/works/routes.ts';
import { teamRoutes } from './modules/teams/routes.ts';
import {
  assessmentContext,
  ballotDoors,
  deliberationDoors,
  disclosureDoors,
  doorKey,
  fundDoors,
  dutiesContext,
  importDoors,
  linkDoors,
  mayReadFile,
  organisationDoors,
  moveWork,
  publicAddress,
  publicityDoors,
  registersContext,
  robotDoors,
  setupDoors,
  teamDoors,
} from './doors.ts';
import { createWorker } from './handlers.ts';
import type { Parts } from './parts.ts';

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
    ...cultureRoutes(parts, addressOf),
    ...governanceRoutes(parts, addressOf),
    ...feedRoutes({ tree, addressOf }),
    ...fileRoutes(fileDoors),
    ...dutyRoutes(dutiesContext(parts)),
    ...assessmentRoutes(assessmentContext(parts)),
    ...registerRoutes(registersContext(parts)),
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

/** Venues, activities, teams and brands: the culture one can walk to. */
function cultureRoutes(parts: Parts, addressOf: (request: FastifyRequest) => string): Route[] {
  const { context, tree, accounts } = parts;
  const { may } = accounts.identity;
  const roster = { tree, roster: context.directory };
  const teams = teamDoors(parts);
  const activities = {
    ...{ ...roster, sealer: context.sealer, may, addressOf },
    leadsTeam: async (reader: Reader, actor: Actor, { teamId }: { teamId: string }) =>
      (await listMyTeams(reader, actor, teams)).items.some(
        ({ id, standing }) => id === teamId && standing === 'leader',
      ),
    teamsOf: async (reader: Reader, actor: Actor) =>
      (await listMyTeams(reader, actor, teams)).items.map(({ id }) => id),
  };
  return [
    ...[activityRoutes, enrolmentRoutes, sessionRoutes, attendanceRoutes].flatMap((open) => open(activities)),
    ...[ratingRoutes, ticketRoutes, recommendedRoutes, factRoutes].flatMap((open) => open(activities)),
    ...recordRoutes({ ...activities, daysOff: context.shelf.calendar.off }),
    ...seriesRoutes({ tree, festivals: parts.festivals }),
    ...stallRoutes(activities),
    ...contestRoutes(activities),
    ...readingRoutes({ tree }),
    ...venueRoutes({ tree, may, words: parts.venueWords }),
    ...bookingRoutes({ tree, may, addressOf, key: doorKey(parts) }),
    ...nearbyRoutes({ tree, homeBuildingOf }),
    ...brandRoutes({ ...roster, may, addressOf }),
    ...choiceRoutes({ tree, may }),
    ...[teamRoutes, memberRoutes, rehearsalRoutes, workRoutes, shiftRoutes].flatMap((open) =>
      open({ ...teams, addressOf }),
    ),
  ];
}

/** Deliberation, publicity, ballots, and who decides in them. */
function governanceRoutes(parts: Parts, addressOf: (request: FastifyRequest) => string): Route[] {
  const ballots = ballotDoors(parts);
  const deliberation = { ...deliberationDoors(parts), addressOf };
  const organisations = organisationDoors(parts);
  return [
    ...[ballotRoutes, ballotDeskRoutes].flatMap((open) => open(ballots)),
    ...ballotPaperRoutes({ ...ballots, addressOf }),
    ...publicityRoutes({ ...publicityDoors(parts), addressOf }),
    ...auditRoutes({ tree: parts.tree }),
    ...[topicRoutes, voiceRoutes, meetingRoutes, letterRoutes].flatMap((open) => open(deliberation)),
    ...[bodyRoutes, ownerRoutes].flatMap((open) => open(organisations)),
    ...linkRoutes({ ...linkDoors(parts), addressOf }),
    ...[fundRoutes, voucherRoutes, bankRoutes].flatMap((open) => open(fundDoors(parts))),
    ...[lateRoutes, questionRoutes, handoverRoutes, supervisionRoutes].flatMap((open) => open(disclosureDoors(parts))),
    ...disclosureRoutes({ ...disclosureDoors(parts), addressOf }),
    ...bundleRoutes(disclosureDoors(parts)),
  ];
}

async function homeBuildingOf(reader: Reader, { homeAreaId: areaId, personId }: Actor): Promise<string | null> {
  return areaId && personId ? ((await readPlaceOfPerson(reader, { areaId, personId }))?.buildingId ?? null) : null;
}

/** After the demo clock has moved: what has become due happens, and open pages look again. */
async function catchUp(parts: Parts): Promise<void> {
  await createWorker(parts, 0).drain();
  const now = parts.clock.now();
  await parts.database.transaction(now, async (tx) =>
    tx.notify(liveChannel, liveMessage(clockTopic, { kind: 'clock' })),
  );
}
