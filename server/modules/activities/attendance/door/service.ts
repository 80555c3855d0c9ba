import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { readDoorPass } from '#kernel/calendar';
import { requireOwner } from '#modules/areas';
import { noteUserArea } from '#modules/messages';
import { checkAge } from '../../enrolment/rules.ts';
import { readCandidates, type Candidate } from '../../enrolment/service.ts';
import { readPlaces, type PlaceRow } from '../../enrolment/store.ts';
import { activityUnknown } from '../../rules.ts';
import { passKey, type ActivityDoors } from '../../scope/service.ts';
import { sessionUnknown } from '../../sessions/rules.ts';
import { readSession, type StandingSession } from '../../sessions/store.ts';
import { readActivity, type ActivityRecord } from '../../store.ts';
import type { AtDoor } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

type Scanned = { areaId: string; pass: string };
type Standing = {
  session: StandingSession;
  activity: ActivityRecord;
  party: (Candidate & { place: PlaceRow | undefined })[];
};

/** The session whose code was scanned, and who of the household is on its list. Refused when the code is forged or old. */
async function readStanding(reader: Reader, actor: Actor, doors: ActivityDoors, input: Scanned, now: Date) {
  const { areaId } = input;
  requireOwner(doors.tree, areaId);
  const subject = readDoorPass(passKey(doors), input.pass, now)?.subject ?? refuse(rules.passWrong);
  const sessionId = rules.sessionOf(subject) ?? refuse(rules.passWrong);
  const session = (await readSession(reader, areaId, sessionId)) ?? refuse(sessionUnknown);
  const activityId = session.activityId;
  const activity = (await readActivity(reader, areaId, activityId, actor.id)) ?? refuse(activityUnknown);
  const candidates = await readCandidates(reader, actor, doors);
  const attendees = candidates.map((one) => one.attendee);
  const places = await readPlaces(reader, { areaId, activityId, userId: actor.id, attendees });
  const placeOf = (attendee: string) => places.find((one) => one.attendee === attendee && one.state !== 'cancelled');
  return { session, activity, party: candidates.map((one) => ({ ...one, place: placeOf(one.attendee) })) };
}

/** What the page behind a door's code shows: herself and those of her household who are enrolled. Refused when the code is forged or old. */
export async function readAtDoor(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  input: Scanned & { now: Date },
): Promise<AtDoor> {
  const { session, activity, party } = await readStanding(reader, actor, doors, input, input.now);
  const came = await store.readCame(
    reader,
    input.areaId,
    session.id,
    party.map((one) => one.attendee),
  );
  return {
    ...{ areaId: input.areaId, activityId: activity.id, title: activity.title, picture: activity.picture, session },
    why: rules.whyDoorClosed(session, input.now)?.zh ?? null,
    party: party
      .filter(({ isMe, place }) => isMe || place?.state === 'enrolled')
      .map(({ who, isMe, name, place, attendee }) => ({
        ...{ who, isMe, name, enrolled: place?.state === 'enrolled', came: came.has(attendee) },
        ageToCheck: place?.ageToCheck ?? false,
      })),
  };
}

/**
 * Checks in who has scanned the door's code, with those of her household who are enrolled; nobody named: all of them. Who is not
 * enrolled comes in while seats are free. Twice is once. Refused when the code is forged or older than 60 seconds, the door is
 * closed, all seats are taken, or the age is outside the limits.
 */
export async function checkIn(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Scanned & { who: readonly string[] },
): Promise<AtDoor> {
  const { areaId } = input;
  const standing: Standing = await readStanding(tx, actor, doors, input, tx.now);
  const { session, activity, party } = standing;
  refuseIf(rules.whyDoorClosed(session, tx.now));
  const listed = party.filter((one) => one.place?.state === 'enrolled');
  const all = listed.length > 0 ? listed : party.filter((one) => one.isMe);
  const chosen = input.who.length === 0 ? all : party.filter((one) => input.who.includes(one.who));
  for (const one of chosen) if (one.place?.state !== 'enrolled') await letIn(tx, actor, activity, one);
  const came = await store.insertCame(tx, {
    ...{ areaId, sessionId: session.id, activityId: activity.id, at: tx.now, way: 'qr', byId: actor.id },
    attendees: chosen.map((one) => one.attendee),
  });
  if (came.length > 0) {
    await noteUserArea(tx, { areaId, userId: actor.id });
    const detail = { sessionId: session.id, people: came.length };
    audit(tx, actor, { areaId, act: 'attendance.check-in', subject: `activity:${activity.id}`, detail });
    tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
  }
  return readAtDoor(tx, actor, doors, { ...input, now: tx.now });
}

async function letIn(tx: Tx, actor: Actor, activity: ActivityRecord, one: Candidate): Promise<void> {
  const age = checkAge(activity, one.birth, activity.startsAt);
  refuseIf(age.refusal);
  if (activity.seats === null) return;
  const { areaId, id: activityId } = activity;
  const place = { areaId, activityId, attendee: one.attendee, userId: actor.id, ageToCheck: age.toCheck };
  if (!(await store.takeSeatAtDoor(tx, place))) refuse(rules.noSeatLeft);
}
