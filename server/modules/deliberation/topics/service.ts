import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { attachFiles } from '#modules/files';
import { noteUserArea, tell } from '#modules/messages';
import { shownName, whyNotText } from '../rules.ts';
import { postOf, requireTakingPart, type DeliberationDoors } from '../scope/service.ts';
import type { NewTopic } from './contract.ts';
import { readTopicSettings } from './reading/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { TopicRow } from './tables.ts';

export { findSimilar, listTopics, readSettingsOf, readTopicPage } from './reading/service.ts';
export { answerTopic, beginTopic, closeTopic, decideTopic, setTopicSettings } from './desk/service.ts';

type Which = { areaId: string; topicId: string };

const messageDoors = ({ matters }: DeliberationDoors) => ({ tree: matters.tree, roster: matters.directory });

/**
 * Raises a topic; it waits for the desk (先审后发), and its proposer is its first supporter. Refused for who does not live or work
 * here, with three waiting already, with a place that does not fit, and for text that disturbs. Answers its id. Source: C91, D21.
 */
export async function proposeTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; topic: NewTopic },
): Promise<string> {
  const area = requireTakingPart(doors, actor, input.areaId);
  const { title, why, scope, placeId, images, named } = input.topic;
  const node = placeId ? doors.matters.tree.get(placeId) : undefined;
  const place = node && node.ownerId === area.id ? node : placeId ? { level: 'elsewhere', id: placeId } : null;
  refuseIf(whyNotText({ title, why }));
  refuseIf(rules.whyNotPlace(scope, place));
  refuseIf(rules.whyNotPropose(await store.countWaiting(tx, area.id, actor.id)));
  const id = tx.newId();
  await attachFiles(tx, actor, { areaId: area.id, ids: images, subject: `topic:${id}` });
  const at = tx.now.toISOString();
  const proposer = shownName(actor.name, named ? postOf(doors, actor, area.id) : null);
  tx.append('topics', {
    ...{ area_id: area.id, id, title, why, scope, place_id: placeId, images, proposed_by: actor.id, proposer },
    ...{ proposed_at: at, state: 'waiting' },
  });
  tx.append('topic_supports', { area_id: area.id, topic_id: id, user_id: actor.id, at });
  await noteUserArea(tx, { areaId: area.id, userId: actor.id });
  await tell(tx, messageDoors(doors), {
    areaId: area.id,
    actorKeys: [`role:community-worker@${area.id}`],
    except: [actor.id],
    kind: 'topic.proposed',
    title: `有议题等您看：${title}`,
    body: `${proposer}提了一个议题。看过再公开，不列入要写明原因。`,
    link: `/desk/topics?open=${id}`,
    subject: `topic:${id}`,
  });
  audit(tx, actor, { areaId: area.id, act: 'topic.propose', subject: `topic:${id}`, detail: { scope } });
  return id;
}

/** The topic, locked, when it takes support and voices now. */
async function requireOpen(tx: Tx, { areaId, topicId }: Which): Promise<TopicRow> {
  const topic = (await store.lockTopic(tx, areaId, topicId)) ?? refuse(rules.topicUnknown);
  return topic.state === 'open' ? topic : refuse(topic.state === 'waiting' ? rules.topicUnknown : rules.notOpen);
}

/**
 * Supports a topic, once per person whatever happens at once (the key of the table). When enough support it, the office is asked
 * to answer within the days the community has set, and the supporters hear of it.
 */
export async function supportTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  which: Which,
): Promise<{ supports: number; supported: boolean }> {
  const { id: areaId } = requireTakingPart(doors, actor, which.areaId);
  const topic = await requireOpen(tx, { ...which, areaId });
  const added = await store.insertSupport(tx, { areaId, topicId: topic.id, userId: actor.id });
  const supports = await store.countSupports(tx, areaId, topic.id);
  if (!added) return { supports, supported: true };
  await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: 'topic.support', subject: `topic:${topic.id}` });
  const settings = await readTopicSettings(tx, doors, areaId);
  if (supports >= settings.supports && topic.askedAt === null)
    await askForAnswer(tx, doors, topic, settings.answerDays);
  return { supports, supported: true };
}

async function askForAnswer(tx: Tx, doors: DeliberationDoors, topic: TopicRow, days: number): Promise<void> {
  const { areaId, id, title } = topic;
  const due = rules.answerDue(tx.now, days);
  const asked = { askedAt: tx.now.toISOString(), answerDueAt: due.toISOString() };
  await store.changeTopic(tx, { areaId, id, when: ['open'] }, asked);
  await tell(tx, messageDoors(doors), {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`, `role:community-secretary@${areaId}`],
    kind: 'topic.asked',
    title: `附议够了，请答复：${title}`,
    body: `附议的邻居够了。请在 ${days} 天内答复，或者从它开始议事。`,
    link: `/desk/topics?open=${id}`,
    subject: `topic:${id}`,
  });
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: await store.readListeners(tx, areaId, id),
    kind: 'topic.enough',
    title: `附议够了：${title}`,
    body: `附议的邻居够了，社区 ${days} 天内答复怎么办，到时告诉您。`,
    link: `/topics/${areaId}/${id}`,
    subject: `topic:${id}`,
  });
}

/** Takes a support back; without one nothing happens. The office stays asked. */
export async function withdrawSupport(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  which: Which,
): Promise<{ supports: number; supported: boolean }> {
  const { id: areaId } = requireTakingPart(doors, actor, which.areaId);
  const topic = await requireOpen(tx, { ...which, areaId });
  if (await store.deleteSupport(tx, { areaId, topicId: topic.id, userId: actor.id }))
    audit(tx, actor, { areaId, act: 'topic.unsupport', subject: `topic:${topic.id}` });
  return { supports: await store.countSupports(tx, areaId, topic.id), supported: false };
}

/** Follows a public topic, or no longer. */
export async function followTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { follow: boolean },
): Promise<void> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const topic = (await store.readTopic(tx, areaId, input.topicId, actor.id)) ?? refuse(rules.topicUnknown);
  if (!rules.publicStates.some((state) => state === topic.state)) refuse(rules.topicUnknown);
  const line = { areaId, topicId: topic.id, userId: actor.id };
  await (input.follow ? store.insertFollow(tx, line) : store.deleteFollow(tx, line));
  await noteUserArea(tx, { areaId, userId: actor.id });
  audit(tx, actor, { areaId, act: input.follow ? 'topic.follow' : 'topic.unfollow', subject: `topic:${topic.id}` });
}

export type PastTopic = Pick<
  TopicRow,
  'areaId' | 'id' | 'title' | 'why' | 'scope' | 'proposedBy' | 'proposedAt' | 'state'
> &
  Partial<TopicRow> & {
    name: string;
    supporters: string[];
    voices: {
      id: string;
      kind: string;
      body: string;
      userId: string;
      name: string;
      at: string;
      state: string;
      reply?: string;
    }[];
  };

/** Adds topics of the past with their supporters and voices: for records kept elsewhere. */
export function importTopics(tx: Tx, topics: PastTopic[]): void {
  for (const topic of topics) {
    const { areaId: area_id, id, proposedAt } = topic;
    tx.append('topics', {
      ...{ area_id, id, title: topic.title, why: topic.why, scope: topic.scope, place_id: topic.placeId ?? null },
      ...{ picture: topic.picture ?? null, proposed_by: topic.proposedBy, proposer: shownName(topic.name, null) },
      ...{ images: [], proposed_at: proposedAt, state: topic.state, decided_by: topic.decidedBy ?? null },
      ...{ decided_at: topic.decidedAt ?? null, reason: topic.reason ?? null, merged_into: topic.mergedInto ?? null },
      ...{ asked_at: topic.askedAt ?? null, answer_due_at: topic.answerDueAt ?? null, answer: topic.answer ?? null },
      ...{ answered_at: topic.answeredAt ?? null, answered_by: topic.answeredBy ?? null },
      ...{ matter_id: topic.matterId ?? null, matter_number: topic.matterNumber ?? null },
      ...{ begun_at: topic.begunAt ?? null, result: topic.result ?? null, closed_at: topic.closedAt ?? null },
    });
    for (const user_id of new Set(topic.supporters))
      tx.append('topic_supports', { area_id, topic_id: id, user_id, at: proposedAt });
    for (const voice of topic.voices)
      tx.append('topic_voices', {
        ...{ area_id, id: voice.id, topic_id: id, kind: voice.kind, body: voice.body, said_by: voice.userId },
        ...{ speaker: shownName(voice.name, null), said_at: voice.at, state: voice.state, decided_at: voice.at },
        ...{ reply: voice.reply ?? null, replied_at: voice.reply ? voice.at : null },
      });
  }
}
