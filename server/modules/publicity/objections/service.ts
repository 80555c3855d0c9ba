import { isSignedIn, type Actor } from '#shared/actor';
import { refuseIf, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { answerObjection, object, whyNotObject, type PublicityRow } from '#kernel/publicity';
import { readPublicity } from '#kernel/publicity';
import { requireOwner } from '#modules/areas';
import { attachFiles } from '#modules/files';
import { noteUserArea, tell } from '#modules/messages';
import { livesHere } from '#modules/people';
import type { NewObjection } from '../contract.ts';
import { settle } from '../carry/service.ts';
import * as rules from '../rules.ts';
import { changed, type PublicityDoors, type WhichPublicity } from '../scope/service.ts';

/** Whether the home of the one who asks was verified in this community: they stand in its register. */
async function isFromHere(reader: Reader, actor: Actor, areaId: string): Promise<boolean> {
  const { homeAreaId, personId } = actor;
  return homeAreaId === areaId && personId !== null && (await livesHere(reader, { areaId, personId }));
}

/** Why the one who asks cannot object to a notice now; null when they can, or once they have signed in. */
export async function whyNotObjectHere(
  reader: Reader,
  actor: Actor,
  row: PublicityRow,
  now: Date,
): Promise<Refusal | null> {
  const closed = whyNotObject(row, now);
  if (closed || !isSignedIn(actor)) return closed;
  return (await isFromHere(reader, actor, row.areaId)) ? null : rules.notFromHere;
}

/**
 * Takes a resident's objection with words and pictures; the office is told. Refused for who does not live here, outside the
 * days, and while the last one waits for its answer. Source: N54, C39.
 */
export async function objectTo(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { objection: NewObjection },
): Promise<number> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const which = { areaId, id: input.publicityId };
  const row = await readPublicity(tx, which);
  refuseIf(await whyNotObjectHere(tx, actor, row, tx.now));
  const { words, pictures } = input.objection;
  const number = await object(tx, doors, actor, { ...which, words, pictures });
  await attachFiles(tx, actor, { areaId, ids: pictures, subject: `objection:${row.id}` });
  await noteUserArea(tx, { areaId, userId: actor.id });
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`, `role:community-secretary@${areaId}`],
    except: [actor.id],
    kind: 'objection.came',
    title: `公示有人提了异议：${row.title}`,
    body: `第 ${number} 条异议，请看一看，写明理由答复。没有答复，公示不会结束。`,
    link: `/desk/publicity?open=${row.id}`,
    subject: `publicity:${row.id}`,
  });
  changed(tx, actor, { ...which, act: 'object', detail: { number } });
  return number;
}

/** Answers an objection with reasons, and tells who wrote it. Upheld, the publicity ends at once. Refused as the kernel says. */
export async function answer(
  tx: Tx,
  actor: Actor,
  doors: PublicityDoors,
  input: WhichPublicity & { number: number; upheld: boolean; answer: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.tree, input.areaId);
  const { publicityId: id, number, upheld } = input;
  const answered = { areaId, id, number, upheld, words: input.answer };
  const { row, userId, closed } = await answerObjection(tx, actor, answered);
  if (closed) await settle(tx, doors, row, closed);
  await tell(tx, doors, {
    areaId,
    userIds: [userId],
    kind: 'objection.answered',
    title: upheld ? '您提的异议成立' : '您提的异议有答复了',
    body: `《${row.title}》：${input.answer}`,
    link: `/p/${areaId}/${id}`,
    subject: `publicity:${id}`,
  });
  changed(tx, actor, { areaId, id, act: 'answer', detail: { number, upheld } });
}
