import { system } from '#shared/actor';
import { startWorker, type Worker } from '#platform/jobs';
import { handOverHandler, handOverKind } from '#modules/accounts';
import { reminderCame, reminderKind } from '#modules/activities';
import { robotHandler, robotKind, smsHandler } from '#modules/messages';
import { termEnded, termKind } from '#modules/organisations';
import { readPhone } from '#modules/people';
import { sealAudit } from '#kernel/audit';
import { publicityDeadline } from '#kernel/publicity';
import { publicityCameDue } from '#modules/publicity';
import { dayEnded, lateKind, latenessKind, tellLate } from './modules/duties/late/service.ts';
import { importHandler, importKind } from './modules/imports/service.ts';
import { deadlineCame } from './modules/matters/act/service.ts';
import { followChanges } from './modules/matters/screen/service.ts';
import { backfillHandler, backfillKind } from './modules/search/backfill/service.ts';
import { ballotDeadline } from '#kernel/ballots';
import { ballotCameDue } from './modules/ballots/carry/service.ts';
import {
  tellingHandler as ballotTelling,
  tellingKind as ballotTellingKind,
} from './modules/ballots/telling/service.ts';
import {
  ballotDoors,
  dutiesContext,
  importDoors,
  moveWork,
  organisationDoors,
  publicityDoors,
  robotDoors,
} from './doors.ts';
import { bookingCameDue, bookingDeadline, tellingHandler, tellingKind } from './modules/venues/bookings/service.ts';
import type { Parts } from './parts.ts';

/** The worker: what leaves by the outbox, and what falls due. */
export function createWorker(parts: Parts, everyMs = 1000): Worker {
  const { database, clock, log, context, tree, accounts } = parts;
  return startWorker({
    database,
    clock,
    log,
    everyMs,
    rounds: { audit: sealAudit },
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
      [ballotTellingKind]: ballotTelling(ballotDoors(parts)),
      [tellingKind]: tellingHandler({ tree, roster: context.directory }),
      [handOverKind]: handOverHandler((tx, actor, input) => moveWork(parts, tx, actor, input)),
    },
    deadlines: {
      matter: (tx, job) => deadlineCame(tx, context, job, system),
      [bookingDeadline]: bookingCameDue,
      [ballotDeadline]: (tx, job) => ballotCameDue(tx, ballotDoors(parts), job),
      [publicityDeadline]: (tx, job) => publicityCameDue(tx, publicityDoors(parts), job),
      [termKind]: (tx, job) => termEnded(organisationDoors(parts))(tx, job),
      [reminderKind]: (tx, job) => reminderCame(tx, { tree, roster: context.directory }, job),
      [latenessKind]: (tx, job) => dayEnded(tx, dutiesContext(parts), job),
    },
  });
}
