import type { Tx } from '#platform/database';
import type { DeadlineRow } from '#platform/jobs';
import { tell, type MessageDoors } from '#modules/messages';
import { readTold } from '../enrolment/store.ts';
import { readSession } from '../sessions/store.ts';
import * as rules from './rules.ts';
import { dropReminders } from './store.ts';

export const reminderKind = 'activity.reminder';

/** Sets the deadlines at which those enrolled are reminded of sessions. */
export function remindOf(tx: Tx, areaId: string, sessions: readonly { id: string; startsAt: string }[]): void {
  for (const { id, startsAt } of sessions)
    for (const { rule, at } of rules.remindersOf(startsAt, tx.now))
      tx.append('jobs.deadlines', {
        id: tx.newId(),
        area_id: areaId,
        subject: id,
        kind: reminderKind,
        rule,
        token: rules.tokenOf(startsAt),
        due_at: at.toISOString(),
        attempts: 0,
        last_error: null,
      });
}

/** Sets them anew for sessions that may have moved. */
export async function remindAnew(
  tx: Tx,
  areaId: string,
  sessions: readonly { id: string; startsAt: string }[],
): Promise<void> {
  await dropReminders(
    tx,
    reminderKind,
    sessions.map(({ id }) => id),
  );
  remindOf(tx, areaId, sessions);
}

/** Reminds who has a seat. Nobody is told of what was called off, has moved since, or has begun. */
export async function reminderCame(tx: Tx, doors: MessageDoors, job: DeadlineRow): Promise<void> {
  const { areaId, subject: sessionId } = job;
  const session = await readSession(tx, areaId, sessionId);
  if (!session || rules.tokenOf(session.startsAt) !== job.token) return;
  if (Date.parse(session.startsAt) <= tx.now.getTime()) return;
  const userIds = await readTold(tx, areaId, session.activityId);
  const { title, body } = rules.reminderMessage(session, tx.now);
  const link = `/activities/${areaId}/${session.activityId}`;
  const telling = { areaId, userIds, kind: 'activity.reminder', title, body, link };
  await tell(tx, doors, { ...telling, subject: `activity:${session.activityId}` });
}
