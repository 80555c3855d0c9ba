import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, spotLabel } from '#modules/areas';
import { beginWith, methodFor } from '../../carrying/service.ts';
import { whyNotText } from '../../rules.ts';
import type { DeliberationDoors } from '../../scope/service.ts';
import type { NewConclusion } from '../contract.ts';
import { readMeetingWords } from '../reading/service.ts';
import * as rules from '../rules.ts';
import { requireMeeting } from '../standing/service.ts';

/**
 * Records what a meeting agreed: it becomes a matter with an owner and a date, and comes up again at the next meeting by itself.
 * Refused before the meeting has begun, for an owner nobody may be, and for a day that is over. Source: C30, C68, C87.
 */
export async function recordConclusion(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; meetingId: string; conclusion: NewConclusion },
): Promise<string> {
  const { areaId, conclusion } = input;
  const area = requireOwner(doors.matters.tree, areaId);
  const meeting = await requireMeeting(tx, doors, input, ['called', 'held']);
  if (!meeting.startsAt || Date.parse(meeting.startsAt) > tx.now.getTime()) refuse(rules.meetingMoved);
  refuseIf(whyNotText({ title: conclusion.title }));
  if (conclusion.dueOn < shanghaiDate(tx.now)) refuse(rules.dayPast);
  const { owners } = await readMeetingWords(tx, doors, { areaId, now: tx.now });
  const owner = owners.find(({ key }) => key === conclusion.owner) ?? refuse(rules.kindUnknown);
  const method = methodFor(doors, area, doors.words.meetings.methods) ?? refuse(rules.noMethod);
  const { id: placeId } = area;
  const known = {
    title: conclusion.title,
    text: `${meeting.kind}“${meeting.title}”定的`,
    placeId,
    placeName: spotLabel(doors.matters.tree, area),
  };
  const matter = await beginWith(tx, doors, actor, {
    areaId,
    method,
    known: { ...known, owner: owner.key, dueOn: conclusion.dueOn },
  });
  const id = tx.newId();
  tx.append('meeting_conclusions', {
    ...{ area_id: areaId, id, meeting_id: meeting.id, title: conclusion.title, owner_name: owner.name },
    ...{ due_on: conclusion.dueOn, matter_id: matter.id, matter_number: matter.number },
    ...{ at: tx.now.toISOString(), by_id: actor.id },
  });
  const detail = { number: matter.number };
  audit(tx, actor, { areaId, act: 'meeting.conclude', subject: `meeting:${meeting.id}`, detail });
  return id;
}
