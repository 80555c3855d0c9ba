import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, readUserAreas, tell } from '#modules/messages';
import { readOwnMembers } from '#modules/people/births';
import type { ActivityList } from '../contract.ts';
import * as activityRules from '../rules.ts';
import { selfOf, toActivity, type ActivityDoors } from '../scope/service.ts';
import { readActivity, type ActivityRecord } from '../store.ts';
import type { PartyMember } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; activityId: string };

/** Somebody who may be enrolled: `attendee` is the account, or `person:` and the resident who has none. */
export type Candidate = { who: string; attendee: string; isMe: boolean; name: string; birth: rules.Birth };

const nothingKnown: rules.Birth = { date: null, year: null };

/** Who asks, and the members of her household. */
export async function readCandidates(reader: Reader, actor: Actor, doors: ActivityDoors): Promise<Candidate[]> {
  const members = await readOwnMembers(reader, actor, doors);
  const own = members.find((one) => one.id === actor.personId);
  const me = { who: 'me', attendee: selfOf(actor), isMe: true, name: actor.name, birth: own?.birth ?? nothingKnown };
  const others = members
    .filter((one) => one !== own && one.userId !== me.attendee)
    .map(({ id, userId, name, birth }) => ({ who: id, attendee: userId ?? `person:${id}`, isMe: false, name, birth }));
  return [me, ...others];
}

/** Only of herself: what most enrolments need, without asking the register. */
async function chosen(tx: Tx, actor: Actor, doors: ActivityDoors, who: readonly string[], aged: boolean) {
  if (!aged && who.every((one) => one === 'me')) {
    return [{ who: 'me', attendee: selfOf(actor), isMe: true, name: actor.name, birth: nothingKnown }];
  }
  const candidates = await readCandidates(tx, actor, doors);
  return [...new Set(who)].map(
    (one) => candidates.find((candidate) => candidate.who === one) ?? refuse(rules.notYourHousehold),
  );
}

/**
 * Enrols the actor or members of her household: with a seat while there is one, else at the end of the waiting list, exact under
 * any race. Twice is once. Refused when begun, over, no enrolment is needed, the age is surely outside the limits, or somebody
 * is of another household. Source: N38, C11.
 */
export async function enrol(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { who?: readonly string[] },
): Promise<void> {
  const { areaId, activityId, who = ['me'] } = input;
  requireOwner(doors.tree, areaId);
  const activity = (await readActivity(tx, areaId, activityId, selfOf(actor))) ?? refuse(activityRules.activityUnknown);
  if (activity.myState && who.every((one) => one === 'me')) return;
  refuseIf(activityRules.whyNotEnrol(activity, tx.now));
  const candidates = await chosen(tx, actor, doors, who, activity.minAge !== null || activity.maxAge !== null);
  const checked = candidates.map((one) => ({ ...one, age: rules.checkAge(activity, one.birth, activity.startsAt) }));
  for (const { age } of checked) refuseIf(age.refusal);
  for (const { attendee, age } of checked) {
    const place = { areaId, activityId, attendee, userId: actor.id, ageToCheck: age.toCheck };
    const state = (await store.putPlace(tx, place)) ?? refuse(activityRules.activityBegun);
    if (state === 'before') continue;
    const detail = { state, ...(attendee === actor.id ? {} : { attendee }) };
    audit(tx, actor, { areaId, act: 'activity.enrol', subject: `activity:${activityId}`, detail });
  }
  await noteUserArea(tx, { areaId, userId: actor.id });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/**
 * Gives back a seat or a place of the waiting list; without one nothing happens. Whoever has waited longest gets the seat in the same
 * transaction and is told. Refused once the activity has begun, and for somebody of another household whom another enrolled.
 */
export async function cancelEnrolment(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { who?: string },
): Promise<void> {
  const { areaId, activityId, who = 'me' } = input;
  requireOwner(doors.tree, areaId);
  const attendee = who === 'me' ? selfOf(actor) : await attendeeOf(tx, actor, doors, input, who);
  const activity =
    (await store.takeActivity(tx, areaId, activityId, attendee)) ?? refuse(activityRules.activityUnknown);
  refuseIf(activityRules.whyNotCancel(activity, tx.now));
  await endPlace(tx, actor, doors, { activity, attendee });
}

/** Of the household, or one whom the actor enrolled while she still belonged to it. */
async function attendeeOf(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  { areaId, activityId }: Which,
  who: string,
): Promise<string> {
  const found = (await readCandidates(tx, actor, doors)).find((one) => one.who === who);
  if (found) return found.attendee;
  const places = await store.readPlaces(tx, { areaId, activityId, userId: actor.id, attendees: [] });
  return places.find((one) => one.attendee === `person:${who}`)?.attendee ?? refuse(rules.notYourHousehold);
}

/** Ends a place of an activity that is held, and lets the first who waits have the seat. */
export async function endPlace(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  { activity, attendee }: { activity: ActivityRecord; attendee: string },
): Promise<void> {
  const { areaId, id: activityId } = activity;
  const dropped = await store.dropPlace(tx, { areaId, activityId, attendee });
  if (!dropped) return;
  const isSeat = dropped === 'enrolled';
  const enrolled = activity.enrolled - (isSeat ? 1 : 0);
  const waiting = activity.waiting - (isSeat ? 0 : 1);
  await promote(tx, doors, { ...activity, enrolled, waiting });
  const detail = attendee === actor.id ? {} : { attendee };
  audit(tx, actor, { areaId, act: 'activity.cancel', subject: `activity:${activityId}`, detail });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
}

/** Fills the free seats of an activity that is held from its waiting list, strictly in order, and tells who got one. */
async function promote(tx: Tx, doors: ActivityDoors, activity: ActivityRecord): Promise<number> {
  const { areaId, id: activityId, seats, enrolled, waiting } = activity;
  const free = seats === null ? waiting : Math.min(waiting, seats - enrolled);
  const promoted = await store.promoteFirst(tx, areaId, activityId, free);
  const counts = { seats, enrolled: enrolled + promoted.length, waiting: waiting - promoted.length };
  await store.writeSeats(tx, areaId, activityId, counts);
  for (const { userId, attendee } of promoted) {
    const { title, body } = rules.promotedMessage(activity, tx.now);
    const userIds = [...new Set(attendee.startsWith('person:') ? [userId] : [userId, attendee])];
    const link = `/activities/${areaId}/${activityId}`;
    const telling = { areaId, userIds, kind: 'activity.promoted', title, body, link, urgent: true };
    await tell(tx, doors, { ...telling, subject: `activity:${activityId}` });
  }
  return promoted.length;
}

/**
 * Changes how many seats there are; who waits gets the new ones in order. Refused below the number of those who have one. `null`:
 * come as you like.
 */
export async function changeSeats(
  tx: Tx,
  actor: Actor,
  doors: ActivityDoors,
  input: Which & { seats: number | null },
): Promise<{ enrolled: number; waiting: number; promoted: number }> {
  const { areaId, activityId, seats } = input;
  requireOwner(doors.tree, areaId);
  const activity =
    (await store.takeActivity(tx, areaId, activityId, actor.id)) ?? refuse(activityRules.activityUnknown);
  refuseIf(rules.whyNotSeats(seats, activity.enrolled));
  const promoted = await promote(tx, doors, { ...activity, seats });
  audit(tx, actor, { areaId, act: 'activity.seats', subject: `activity:${activityId}`, detail: { seats, promoted } });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'activity' }));
  return { enrolled: activity.enrolled + promoted, waiting: activity.waiting - promoted, promoted };
}

/** What the actor is enrolled in, in every area, the next first. */
export async function listMyEnrolments(reader: Reader, actor: Actor, now: Date): Promise<ActivityList> {
  const rows = await store.readEnrolled(reader, await readUserAreas(reader, actor), selfOf(actor), now);
  return { items: rows.map((row) => toActivity(row, now)), next: null };
}

/** Whom the actor may enrol in an activity, with the place each has and why somebody cannot. */
export async function readParty(
  reader: Reader,
  actor: Actor,
  doors: ActivityDoors,
  activity: ActivityRecord,
): Promise<PartyMember[]> {
  const candidates = await readCandidates(reader, actor, doors);
  const attendees = candidates.map((one) => one.attendee);
  const key = { areaId: activity.areaId, activityId: activity.id, userId: actor.id, attendees };
  const places = await store.readPlaces(reader, key);
  return candidates.map(({ who, attendee, isMe, name, birth }) => {
    const found = places.find((one) => one.attendee === attendee);
    const ages = rules.agesOn(birth, shanghaiDate(activity.startsAt));
    const age = rules.checkAge(activity, birth, activity.startsAt);
    return {
      ...{ who, isMe, name, birthYear: birth.year },
      age: ages && ages.least === ages.greatest ? ages.greatest : null,
      state: found && found.state !== 'cancelled' ? found.state : null,
      place: found?.state === 'waiting' ? found.place : null,
      ageToCheck: found ? found.ageToCheck : age.toCheck,
      came: found?.came ?? false,
      why: age.refusal?.zh ?? null,
    };
  });
}
