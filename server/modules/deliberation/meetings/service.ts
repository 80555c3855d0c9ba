import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, type AreaNode } from '#modules/areas';
import { settleStep, type Carried, type CarriedLink } from '#modules/matters/settle';
import { tell } from '#modules/messages';
import { readVenueCards } from '#modules/venues';
import { whyNotText } from '../rules.ts';
import type { DeliberationDoors } from '../scope/service.ts';
import * as topicStore from '../topics/store.ts';
import type { MeetingForm, MeetingState } from './contract.ts';
import * as rules from './rules.ts';
import { requireMeeting } from './standing/service.ts';
import * as store from './store.ts';

export {
  listMeetings,
  listOfTopic,
  listPlaces,
  readMeetingFigures,
  readMeetingPage,
  readMeetingWords,
} from './reading/service.ts';
export { recordConclusion } from './conclusions/service.ts';
export { dropSignIn, readAtMeeting, readSignInPass, signIn, signInByList } from './door/service.ts';
export { approveMinutes, checkMinutes, draftMinutes, returnMinutes } from './minutes/service.ts';

type Which = { areaId: string; meetingId: string };

const messageDoors = ({ matters }: DeliberationDoors) => ({ tree: matters.tree, roster: matters.directory });

/** Kind, parties, estate and venue are of those that are offered here. */
async function refuseUnknown(tx: Tx, doors: DeliberationDoors, area: AreaNode, form: MeetingForm): Promise<void> {
  const { kinds, parties } = doors.words.meetings;
  const estate = form.estateId ? doors.matters.tree.get(form.estateId) : null;
  const isKnown =
    kinds.some(({ name }) => name === form.kind) &&
    form.parties.every((party) => parties.some(({ name }) => name === party)) &&
    (estate === null || (estate?.level === 'estate' && estate.ownerId === area.id)) &&
    (form.venueId === null || (await readVenueCards(tx, area.id, [form.venueId])).length === 1);
  if (!isKnown) refuse(rules.kindUnknown);
}

/** The points of a meeting: topics, then further lines. Refused for a topic that nobody may see. */
async function writeItems(tx: Tx, meeting: Which, form: Pick<MeetingForm, 'topicIds' | 'points'>): Promise<void> {
  const { areaId, meetingId } = meeting;
  const topics = await Promise.all(form.topicIds.map((id) => topicStore.readTopic(tx, areaId, id, '')));
  const titled = topics.map((topic) => topic ?? refuse(rules.kindUnknown));
  const items = [
    ...titled.map(({ id, title }) => ({ title, topicId: id as string | null })),
    ...form.points.map((title) => ({ title, topicId: null })),
  ];
  for (const [position, { title, topicId }] of items.entries())
    tx.append('meeting_items', {
      ...{ area_id: areaId, id: tx.newId(), meeting_id: meetingId, position, title, topic_id: topicId },
      matter_id: null,
    });
}

/** Plans a meeting; it is seen by who keeps meetings until it is called. Answers its id. Source: C30, C37, C87, C90. */
export async function planMeeting(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; meeting: MeetingForm },
): Promise<string> {
  const area = requireOwner(doors.matters.tree, input.areaId);
  const { meeting } = input;
  refuseIf(whyNotText({ title: meeting.title, place: meeting.place, points: meeting.points.join('\n') }));
  await refuseUnknown(tx, doors, area, meeting);
  const id = tx.newId();
  tx.append('meetings', {
    ...{ area_id: area.id, id, kind: meeting.kind, title: meeting.title, estate_id: meeting.estateId },
    ...{ venue_id: meeting.venueId, place: meeting.place, starts_at: meeting.startsAt, ends_at: meeting.endsAt },
    ...{ state: 'planned', parties: meeting.parties, headcount: 0, images: [] },
    ...{ created_by: actor.id, created_at: tx.now.toISOString() },
  });
  await writeItems(tx, { areaId: area.id, meetingId: id }, meeting);
  audit(tx, actor, { areaId: area.id, act: 'meeting.plan', subject: `meeting:${id}`, detail: { kind: meeting.kind } });
  return id;
}

/** Changes a meeting that was not held yet. Of one that was called, the invited hear the new time and place. */
export async function changeMeeting(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { meeting: MeetingForm },
): Promise<void> {
  const area = requireOwner(doors.matters.tree, input.areaId);
  const before = await requireMeeting(tx, doors, input, ['planned', 'called']);
  const { topicIds, points, ...meeting } = input.meeting;
  refuseIf(whyNotText({ title: meeting.title, place: meeting.place, points: points.join('\n') }));
  await refuseUnknown(tx, doors, area, input.meeting);
  const { areaId, id } = before;
  if (before.state === 'called') refuseIf(rules.whyNotCall({ ...meeting, state: 'planned' }, 1, tx.now));
  await store.changeMeeting(tx, { areaId, id, when: ['planned', 'called'] }, meeting);
  await store.deleteItems(tx, areaId, id);
  await writeItems(tx, { areaId, meetingId: id }, { topicIds, points });
  if (before.state === 'called')
    await tellInvited(tx, actor, doors, { ...before, ...meeting }, { title: '会议有变动', kind: 'meeting.changed' });
  audit(tx, actor, { areaId, act: 'meeting.change', subject: `meeting:${id}` });
}

type Saying = { title: string; kind: string };

/** Who is told of a meeting: the holders of the roles its parties stand for, and who listens to its topics. */
async function tellInvited(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  meeting: store.MeetingRecord,
  said: Saying,
): Promise<void> {
  const { areaId, id, title, parties } = meeting;
  const roles = doors.words.meetings.parties.filter(({ name }) => parties.includes(name)).flatMap((one) => one.roles);
  const items = await store.readItems(tx, areaId, id);
  const topics = items.flatMap(({ topicId }) => (topicId ? [topicId] : []));
  const listeners = await Promise.all(topics.map((topicId) => topicStore.readListeners(tx, areaId, topicId)));
  const text = rules.meetingText(
    { ...meeting, place: meeting.place, items: [] },
    { areaName: doors.matters.tree.get(areaId)?.name ?? '', url: '', now: tx.now },
  );
  await tell(tx, messageDoors(doors), {
    areaId,
    actorKeys: roles.map((role) => `role:${role}@${areaId}`),
    userIds: [...new Set(listeners.flat())],
    except: [actor.id],
    kind: said.kind,
    title: `${said.title}：${title}`,
    body: text.split('\n').slice(0, 2).join('，'),
    link: `/meetings/${areaId}/${id}`,
    subject: `meeting:${id}`,
  });
}

/**
 * Calls a meeting: the invited are told, and everybody sees it. Refused without time, place or agenda; a body that is missing is
 * warned about on its page and never a reason to refuse. Source: N58.
 */
export async function callMeeting(tx: Tx, actor: Actor, doors: DeliberationDoors, which: Which): Promise<void> {
  const meeting = await requireMeeting(tx, doors, which, ['planned']);
  const { areaId, id } = meeting;
  const items = await store.readItems(tx, areaId, id);
  refuseIf(rules.whyNotCall(meeting, items.length, tx.now));
  const called = { state: 'called', calledAt: tx.now.toISOString() };
  await store.changeMeeting(tx, { areaId, id, when: ['planned'] }, called);
  await tellInvited(tx, actor, doors, meeting, { title: '请您来议事', kind: 'meeting.called' });
  audit(tx, actor, { areaId, act: 'meeting.call', subject: `meeting:${id}` });
}

/** Cancels a meeting that was not held, with a reason everybody reads. */
export async function cancelMeeting(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { reason: string },
): Promise<void> {
  const meeting = await requireMeeting(tx, doors, input, ['planned', 'called']);
  const { areaId, id } = meeting;
  const cancelled = { state: 'cancelled', cancelReason: input.reason };
  await store.changeMeeting(tx, { areaId, id, when: ['planned', 'called'] }, cancelled);
  if (meeting.state === 'called')
    await tellInvited(tx, actor, doors, meeting, { title: '这次会取消了', kind: 'meeting.cancelled' });
  audit(tx, actor, { areaId, act: 'meeting.cancel', subject: `meeting:${id}`, detail: { reason: input.reason } });
}

/** Ends a meeting once it has begun: how many came is settled for the step of the matter it carries. */
export async function endMeeting(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { headcount: number },
): Promise<void> {
  const meeting = await requireMeeting(tx, doors, input, ['called']);
  const { areaId, id, matterId, step, startsAt, people } = meeting;
  if (!startsAt || Date.parse(startsAt) > tx.now.getTime()) refuse(rules.meetingMoved);
  const ended = { state: 'held', endedAt: tx.now.toISOString(), headcount: input.headcount };
  await store.changeMeeting(tx, { areaId, id, when: ['called'] }, ended);
  audit(tx, actor, { areaId, act: 'meeting.end', subject: `meeting:${id}`, detail: { people } });
  if (!matterId || !step) return;
  const result = { attended: people + input.headcount };
  await settleStep(tx, doors.matters, { areaId, matterId, step, outcome: 'attended', result });
}

/** Makes the meeting of a session step, unless one is on its way already: in preparation, with the matter on its agenda; the office sets time and place. */
export function carrySession(doors: Omit<DeliberationDoors, 'addressOf'>) {
  return async (tx: Tx, carried: Carried): Promise<void> => {
    const { areaId, matter, method, step } = carried;
    const earlier = await store.readOfMatter(tx, areaId, matter.id);
    if (earlier.some((one) => one.step === step.id && one.state !== 'held')) return;
    const { kinds } = doors.words.meetings;
    const kind = kinds.find(({ name }) => name === method.name.zh) ?? kinds[0];
    const id = tx.newId();
    const title = `${matter.title}`.slice(0, 40) || step.label.zh;
    tx.append('meetings', {
      ...{
        area_id: areaId,
        id,
        kind: kind?.name ?? '',
        title,
        estate_id: matter.estateId,
        place: '',
        state: 'planned',
      },
      ...{ parties: kind?.parties ?? [], matter_id: matter.id, step: step.id, created_by: carried.actor.id },
      ...{ created_at: tx.now.toISOString(), headcount: 0, images: [] },
    });
    tx.append('meeting_items', {
      ...{ area_id: areaId, id: tx.newId(), meeting_id: id, position: 0, title: `${step.label.zh}：${title}` },
      matter_id: matter.id,
    });
    await tell(
      tx,
      { tree: doors.matters.tree, roster: doors.matters.directory },
      {
        areaId,
        actorKeys: [`role:community-worker@${areaId}`],
        kind: 'meeting.to-plan',
        title: `要开一次会：${title}`,
        body: `“${method.name.zh}”到了“${step.label.zh}”，请定时间、地点和要请的各方。`,
        link: `/desk/meetings/${areaId}/${id}`,
        subject: `meeting:${id}`,
      },
    );
  };
}

/** The meetings that carry or carried steps of a matter, as its page links to them. */
export function meetingsOf(doors: Omit<DeliberationDoors, 'addressOf'>) {
  return async (reader: Reader, areaId: string, matterId: string): Promise<CarriedLink[]> => {
    requireOwner(doors.matters.tree, areaId);
    const rows = await store.readOfMatter(reader, areaId, matterId);
    return rows.map((row) => ({
      kind: 'meeting',
      id: row.id,
      step: row.step,
      title: `${row.kind}：${row.title}`,
      href: `/meetings/${areaId}/${row.id}`,
      deskHref: `/desk/meetings/${areaId}/${row.id}`,
      state: { planned: '在筹备', called: '已通知', held: '开过了', cancelled: '取消了' }[row.state as MeetingState],
    }));
  };
}
