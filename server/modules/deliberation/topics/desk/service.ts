import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner, spotLabel } from '#modules/areas';
import { publishFiles } from '#modules/files';
import { tell } from '#modules/messages';
import { beginWith, methodFor, readProgress } from '../../carrying/service.ts';
import type { DeliberationDoors } from '../../scope/service.ts';
import type { TopicDecision, TopicSettings } from '../contract.ts';
import * as rules from '../rules.ts';
import * as store from '../store.ts';
import type { TopicRow } from '../tables.ts';

type Which = { areaId: string; topicId: string };
type Told = { kind: string; title: string; body: string };

async function requireTopic(tx: Tx, doors: DeliberationDoors, which: Which, act: rules.DeskAct): Promise<TopicRow> {
  requireOwner(doors.matters.tree, which.areaId);
  const topic = (await store.lockTopic(tx, which.areaId, which.topicId)) ?? refuse(rules.topicUnknown);
  return rules.statesFor(act).some((state) => state === topic.state) ? topic : refuse(rules.topicMoved);
}

async function tellListeners(
  tx: Tx,
  doors: DeliberationDoors,
  topic: TopicRow,
  said: Told & { actor: Actor; userIds?: string[]; link?: string },
): Promise<void> {
  const { areaId, id } = topic;
  const { actor, userIds, link = `/topics/${areaId}/${id}`, ...told } = said;
  await tell(
    tx,
    { tree: doors.matters.tree, roster: doors.matters.directory },
    {
      ...told,
      areaId,
      userIds: userIds ?? (await store.readListeners(tx, areaId, id)),
      except: [actor.id],
      link,
      subject: `topic:${id}`,
    },
  );
}

/**
 * Lets a topic through, declines it with a reason its proposer reads, or merges it into another, with its supporters and voices.
 * Whoever decides first decides; the second is told so. Source: C91 (先审后发).
 */
export async function decideTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { decision: TopicDecision },
): Promise<void> {
  const { decision, areaId } = input;
  const topic = await requireTopic(tx, doors, input, decision.decision);
  const stamp = { decidedBy: actor.id, decidedAt: tx.now.toISOString() };
  const which = { areaId, id: topic.id, when: rules.statesFor(decision.decision) };
  if (decision.decision === 'approve') {
    await store.changeTopic(tx, which, { ...stamp, state: 'open' });
    await publishFiles(tx, areaId, topic.images);
    const body = '社区看过了，邻居们现在都能附议、能说两句。有进展会告诉您。';
    await tellListeners(tx, doors, topic, { actor, kind: 'topic.open', title: `公开了：${topic.title}`, body });
  } else if (decision.decision === 'decline') {
    await store.changeTopic(tx, which, { ...stamp, state: 'declined', reason: decision.reason });
    const said = { kind: 'topic.declined', title: `没有列入：${topic.title}`, body: `原因：${decision.reason}` };
    await tellListeners(tx, doors, topic, { ...said, actor });
  } else await merge(tx, actor, doors, { topic, into: decision.into, stamp });
  audit(tx, actor, {
    areaId,
    act: `topic.${decision.decision}`,
    subject: `topic:${topic.id}`,
    detail: { ...decision },
  });
}

type Merging = { topic: TopicRow; into: string; stamp: Partial<TopicRow> };

async function merge(tx: Tx, actor: Actor, doors: DeliberationDoors, { topic, into, stamp }: Merging): Promise<void> {
  const { areaId, id } = topic;
  const target = into === id ? null : await store.lockTopic(tx, areaId, into);
  if (!target || !['open', 'in-progress'].includes(target.state)) return refuse(rules.mergeWrong);
  const listeners = await store.readListeners(tx, areaId, id);
  await store.changeTopic(
    tx,
    { areaId, id, when: rules.statesFor('merge') },
    { ...stamp, state: 'merged', mergedInto: into },
  );
  await store.moveAlong(tx, areaId, id, into);
  await tellListeners(tx, doors, topic, {
    actor,
    userIds: listeners,
    kind: 'topic.merged',
    title: `并到一起议：${target.title}`,
    body: `“${topic.title}”和“${target.title}”说的是一件事，并到一起了。您的附议和意见都带过去了。`,
    link: `/topics/${areaId}/${into}`,
  });
}

/**
 * Begins the community's method for topics from one: from here on its page follows the matter. Refused while the community has
 * adopted none. Answers the number of the matter. Source: C91, F41.
 */
export async function beginTopic(tx: Tx, actor: Actor, doors: DeliberationDoors, which: Which): Promise<string> {
  const topic = await requireTopic(tx, doors, which, 'begin');
  const { areaId, id, title } = topic;
  const area = requireOwner(doors.matters.tree, areaId);
  const method = methodFor(doors, area, doors.words.topics.methods) ?? refuse(rules.noMethod);
  const place = (topic.placeId ? doors.matters.tree.get(topic.placeId) : null) ?? area;
  const placeName = spotLabel(doors.matters.tree, place);
  const known = { title, text: topic.why, placeId: place.id, placeName };
  const matter = await beginWith(tx, doors, actor, { areaId, method, known });
  const begun = { matterId: matter.id, matterNumber: matter.number, begunAt: tx.now.toISOString() };
  await store.changeTopic(tx, { areaId, id, when: rules.statesFor('begin') }, { ...begun, state: 'in-progress' });
  const body = `社区按“${method.name.zh}”开始议了，走到哪一步，议题页上看得到。`;
  await tellListeners(tx, doors, topic, { actor, kind: 'topic.begun', title: `开始议了：${title}`, body });
  const detail = { method: method.id, number: matter.number };
  audit(tx, actor, { areaId, act: 'topic.begin', subject: `topic:${id}`, detail });
  return matter.number;
}

/** The office's answer to a topic; all who support or follow it read it. */
export async function answerTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { answer: string },
): Promise<void> {
  const topic = await requireTopic(tx, doors, input, 'answer');
  const { areaId, id, title } = topic;
  const answered = { answer: input.answer, answeredAt: tx.now.toISOString(), answeredBy: actor.id };
  await store.changeTopic(tx, { areaId, id, when: rules.statesFor('answer') }, { ...answered, state: 'answered' });
  const body = input.answer.slice(0, 120);
  await tellListeners(tx, doors, topic, { actor, kind: 'topic.answered', title: `社区答复了：${title}`, body });
  audit(tx, actor, { areaId, act: 'topic.answer', subject: `topic:${id}` });
}

/** Closes a topic with its result. Refused while its matter is still open. */
export async function closeTopic(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { result: string },
): Promise<void> {
  const topic = await requireTopic(tx, doors, input, 'close');
  const { areaId, id, title, matterId } = topic;
  const progress = matterId ? await readProgress(tx, doors, { areaId, matterId, now: tx.now }) : null;
  if (progress?.open) refuse(rules.matterRuns);
  const closed = { result: input.result, closedAt: tx.now.toISOString(), state: 'closed' };
  await store.changeTopic(tx, { areaId, id, when: rules.statesFor('close') }, closed);
  const body = input.result.slice(0, 120);
  await tellListeners(tx, doors, topic, { actor, kind: 'topic.closed', title: `有结果了：${title}`, body });
  audit(tx, actor, { areaId, act: 'topic.close', subject: `topic:${id}` });
}

/** How many supporters make the office answer, and within how many days; holds for what is supported from now on. */
export async function setTopicSettings(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; settings: TopicSettings },
): Promise<void> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  await store.writeSettings(tx, id, actor.id, input.settings);
  audit(tx, actor, { areaId: id, act: 'topic.settings', subject: 'topics', detail: { ...input.settings } });
}
