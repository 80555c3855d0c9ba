import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { attachFiles, publishFiles } from '#modules/files';
import { tell } from '#modules/messages';
import { whyNotText } from '../../rules.ts';
import type { DeliberationDoors } from '../../scope/service.ts';
import type { MeetingState, MinutesForm } from '../contract.ts';
import * as rules from '../rules.ts';
import { requireMeeting } from '../standing/service.ts';
import * as store from '../store.ts';

type Which = { areaId: string; meetingId: string };

const nobody = { checkedBy: null, checkedAt: null, approvedBy: null, approvedAt: null };

async function requireMinutes(
  tx: Tx,
  doors: DeliberationDoors,
  which: Which,
  stage: 'drafted' | 'checked',
): Promise<store.MeetingRecord> {
  const meeting = await requireMeeting(tx, doors, which, ['held']);
  const state = rules.minutesState({ ...meeting, state: meeting.state as MeetingState });
  return state === stage ? meeting : refuse(rules.meetingMoved);
}

async function tellOf(
  tx: Tx,
  doors: DeliberationDoors,
  meeting: store.MeetingRecord,
  said: { to: string[]; except: string; title: string; body: string },
): Promise<void> {
  const { areaId, id } = meeting;
  const roles = said.to.filter((one) => one.startsWith('role:'));
  await tell(
    tx,
    { tree: doors.matters.tree, roster: doors.matters.directory },
    {
      areaId,
      actorKeys: roles,
      userIds: said.to.filter((one) => !one.startsWith('role:')),
      except: [said.except],
      kind: 'meeting.minutes',
      title: said.title,
      body: said.body,
      link: `/desk/meetings/${areaId}/${id}`,
      subject: `meeting:${id}`,
    },
  );
}

/** Writes the minutes of a meeting that was held; what was checked before is to be checked anew. Refused once approved. */
export async function draftMinutes(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { form: MinutesForm },
): Promise<void> {
  const meeting = await requireMeeting(tx, doors, input, ['held']);
  const { areaId, id } = meeting;
  if (meeting.approvedAt) refuse(rules.meetingMoved);
  const { minutes, images } = input.form;
  refuseIf(whyNotText({ minutes }));
  const fresh = images.filter((image) => !meeting.images.includes(image));
  await attachFiles(tx, actor, { areaId, ids: fresh, subject: `meeting:${id}` });
  const drafted = { minutes, images, minutesBy: actor.id, minutesAt: tx.now.toISOString(), returnedReason: null };
  await store.changeMeeting(tx, { areaId, id, when: ['held'] }, { ...nobody, ...drafted });
  const to = [`role:community-worker@${areaId}`, `role:community-secretary@${areaId}`];
  const body = '写的人以外，哪位同事都可以核对。';
  await tellOf(tx, doors, meeting, { to, except: actor.id, title: `纪要等人核对：${meeting.title}`, body });
  audit(tx, actor, { areaId, act: 'minutes.draft', subject: `meeting:${id}` });
}

/** Says that the minutes are right. Refused for who drafted them. */
export async function checkMinutes(tx: Tx, actor: Actor, doors: DeliberationDoors, which: Which): Promise<void> {
  const meeting = await requireMinutes(tx, doors, which, 'drafted');
  const { areaId, id } = meeting;
  if (meeting.minutesBy === actor.id) refuse(rules.ownMinutes);
  const checked = { checkedBy: actor.id, checkedAt: tx.now.toISOString() };
  await store.changeMeeting(tx, { areaId, id, when: ['held'] }, checked);
  const to = [`role:community-secretary@${areaId}`];
  const body = '核对过了，请看过后批准公开。';
  await tellOf(tx, doors, meeting, { to, except: actor.id, title: `纪要等您批准：${meeting.title}`, body });
  audit(tx, actor, { areaId, act: 'minutes.check', subject: `meeting:${id}` });
}

/** Approves checked minutes: from now on everybody reads them. Refused for who drafted them. */
export async function approveMinutes(tx: Tx, actor: Actor, doors: DeliberationDoors, which: Which): Promise<void> {
  const meeting = await requireMinutes(tx, doors, which, 'checked');
  const { areaId, id, minutesBy } = meeting;
  if (minutesBy === actor.id) refuse(rules.ownMinutes);
  const approved = { approvedBy: actor.id, approvedAt: tx.now.toISOString() };
  await store.changeMeeting(tx, { areaId, id, when: ['held'] }, approved);
  await publishFiles(tx, areaId, meeting.images);
  const to = minutesBy ? [minutesBy] : [];
  await tellOf(tx, doors, meeting, {
    to,
    except: actor.id,
    title: `纪要公开了：${meeting.title}`,
    body: '大家都能看到了。',
  });
  audit(tx, actor, { areaId, act: 'minutes.approve', subject: `meeting:${id}` });
}

/** Gives minutes back to who drafted them, with what is to be mended. */
export async function returnMinutes(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { reason: string },
): Promise<void> {
  const meeting = await requireMeeting(tx, doors, input, ['held']);
  const { areaId, id, minutesBy } = meeting;
  if (!meeting.minutesAt || meeting.approvedAt) refuse(rules.meetingMoved);
  if (minutesBy === actor.id) refuse(rules.ownMinutes);
  await store.changeMeeting(tx, { areaId, id, when: ['held'] }, { ...nobody, returnedReason: input.reason });
  const to = minutesBy ? [minutesBy] : [];
  await tellOf(tx, doors, meeting, {
    to,
    except: actor.id,
    title: `纪要请改一改：${meeting.title}`,
    body: input.reason,
  });
  audit(tx, actor, { areaId, act: 'minutes.return', subject: `meeting:${id}`, detail: { reason: input.reason } });
}
