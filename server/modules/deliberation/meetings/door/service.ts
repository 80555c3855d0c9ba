import type { Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { doorPass, readDoorPass } from '#kernel/calendar';
import { requireOwner } from '#modules/areas';
import { noteUserArea } from '#modules/messages';
import { requireTakingPart, type DeliberationDoors } from '../../scope/service.ts';
import type { AtMeeting, MeetingState, SignIn, SignInPass } from '../contract.ts';
import { attendanceSeal } from '../reading/service.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';

type Which = { areaId: string; meetingId: string };
type Scanned = { areaId: string; pass: string };

const passSeconds = 30;
const subjectForm = /^meeting:([0-9a-f-]{36})$/;
const keyOf = ({ matters }: DeliberationDoors): Buffer => Buffer.from(matters.sealer.secret('door'), 'hex');

/** The code the screen of the meeting shows now; it changes every 30 seconds. Refused before the meeting was called. */
export async function readSignInPass(
  reader: Reader,
  doors: DeliberationDoors,
  input: Which & { address: string; now: Date },
): Promise<SignInPass> {
  const { areaId, meetingId, now } = input;
  requireOwner(doors.matters.tree, areaId);
  const meeting = (await store.readMeeting(reader, areaId, meetingId)) ?? refuse(rules.meetingUnknown);
  if (meeting.state === 'planned' || meeting.state === 'cancelled') refuse(rules.notCalled);
  const pass = doorPass(keyOf(doors), `meeting:${meetingId}`, now);
  return {
    pass,
    address: `${input.address}/meetings/${areaId}/in/${pass}`,
    changesInSeconds: passSeconds - (Math.floor(now.getTime() / 1000) % passSeconds),
    title: meeting.title,
    place: meeting.place,
    startsAt: meeting.startsAt ?? '',
    people: meeting.people,
  };
}

async function readScanned(
  reader: Reader,
  doors: DeliberationDoors,
  input: Scanned,
  now: Date,
): Promise<store.MeetingRecord> {
  const subject = readDoorPass(keyOf(doors), input.pass, now)?.subject ?? refuse(rules.passWrong);
  const id = subjectForm.exec(subject)?.[1] ?? refuse(rules.passWrong);
  return (await store.readMeeting(reader, input.areaId, id)) ?? refuse(rules.passWrong);
}

/** As whose party somebody comes: the first whose role she holds here; else as a resident. */
function partyOf(doors: DeliberationDoors, actor: Actor, meeting: store.MeetingRecord): string {
  const { parties, residents } = doors.words.meetings;
  const { tree } = doors.matters;
  const near = actor.grants.filter(
    (grant) => tree.covers(meeting.areaId, grant.areaId) || tree.covers(grant.areaId, meeting.areaId),
  );
  const held = parties.filter(({ roles }) => near.some(({ role }) => roles.includes(role)));
  return (held.find(({ name }) => meeting.parties.includes(name)) ?? held[0])?.name ?? residents;
}

function atMeeting(meeting: store.MeetingRecord, signedIn: boolean, party: string, now: Date): AtMeeting {
  return {
    ...{ meetingId: meeting.id, title: meeting.title, place: meeting.place, startsAt: meeting.startsAt ?? '' },
    ...{ signedIn, party, why: rules.whyDoorClosed(meeting, now)?.zh ?? null },
  };
}

/** What the page behind the meeting's code shows. Refused when the code is forged or older than 60 seconds. */
export async function readAtMeeting(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  input: Scanned & { now: Date },
): Promise<AtMeeting> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const meeting = await readScanned(reader, doors, { ...input, areaId }, input.now);
  const came = await store.readAttendances(reader, areaId, meeting.id);
  const own = came.find(({ attendee }) => attendee === `user:${actor.id}`);
  return atMeeting(meeting, own !== undefined, own?.party ?? partyOf(doors, actor, meeting), input.now);
}

/** Signs in who has scanned the code of the meeting; twice is once. Refused when the code is forged or old, or the door closed. */
export async function signIn(tx: Tx, actor: Actor, doors: DeliberationDoors, input: Scanned): Promise<AtMeeting> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const meeting = await readScanned(tx, doors, { ...input, areaId }, tx.now);
  refuseIf(rules.whyDoorClosed(meeting, tx.now));
  const party = partyOf(doors, actor, meeting);
  const attendee = `user:${actor.id}`;
  const meetingId = meeting.id;
  const added = await store.insertAttendance(tx, {
    ...{ areaId, meetingId, attendee, party, way: 'qr', byId: actor.id },
    nameSealed: doors.matters.sealer.seal(attendanceSeal(meetingId, attendee), actor.name),
    nameMasked: maskName(actor.name),
  });
  if (added) {
    await noteUserArea(tx, { areaId, userId: actor.id });
    audit(tx, actor, { areaId, act: 'meeting.sign-in', subject: `meeting:${meetingId}`, detail: { way: 'qr' } });
  }
  return atMeeting(meeting, true, party, tx.now);
}

const listStates: MeetingState[] = ['called', 'held'];

/** Signs in somebody without a phone, by name; the same name is the same person. Refused before the meeting was called. */
export async function signInByList(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { who: SignIn },
): Promise<void> {
  const { areaId, meetingId, who } = input;
  requireOwner(doors.matters.tree, areaId);
  const meeting = (await store.readMeeting(tx, areaId, meetingId)) ?? refuse(rules.meetingUnknown);
  if (!listStates.some((state) => state === meeting.state)) refuse(rules.notCalled);
  const attendee = `name:${doors.matters.sealer.index('meeting', `${areaId}/${who.name}`)}`;
  const added = await store.insertAttendance(tx, {
    ...{ areaId, meetingId, attendee, party: who.party, way: 'list', byId: actor.id },
    nameSealed: doors.matters.sealer.seal(attendanceSeal(meetingId, attendee), who.name),
    nameMasked: maskName(who.name),
  });
  if (added)
    audit(tx, actor, { areaId, act: 'meeting.sign-in', subject: `meeting:${meetingId}`, detail: { way: 'list' } });
}

/** Takes back a line of the list that was a mistake. */
export async function dropSignIn(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { attendee: string },
): Promise<void> {
  const { areaId, meetingId, attendee } = input;
  requireOwner(doors.matters.tree, areaId);
  await store.deleteAttendance(tx, { areaId, meetingId, attendee });
  audit(tx, actor, { areaId, act: 'meeting.sign-out', subject: `meeting:${meetingId}` });
}
