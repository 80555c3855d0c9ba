import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { noteUserArea, tell } from '#modules/messages';
import { shownName, whyNotText } from '../rules.ts';
import { postOf, requireTakingPart, type DeliberationDoors } from '../scope/service.ts';
import { decideTopic } from '../topics/desk/service.ts';
import * as topicRules from '../topics/rules.ts';
import * as topicStore from '../topics/store.ts';
import type { NewReport, NewVoice, ReportDecision, VoiceDecision, VoiceQueue, VoiceState } from './contract.ts';
import { toVoice } from './reading/service.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

type Which = { areaId: string; topicId: string };
type WhichVoice = Which & { voiceId: string };

const messageDoors = ({ matters }: DeliberationDoors) => ({ tree: matters.tree, roster: matters.directory });

/**
 * Says something to a topic: for, against, or a suggestion; it is shown after the desk has looked at it. Refused when the topic
 * takes none, with five waiting already, and for text that disturbs. Answers its id. Source: C29, C91.
 */
export async function sayVoice(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { voice: NewVoice },
): Promise<string> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const { kind, body, named } = input.voice;
  refuseIf(whyNotText({ body }));
  const topic = (await topicStore.readTopic(tx, areaId, input.topicId, actor.id)) ?? refuse(topicRules.topicUnknown);
  if (topic.state !== 'open' && topic.state !== 'in-progress') refuse(topicRules.notOpen);
  refuseIf(rules.whyNotSpeak(await store.countWaiting(tx, areaId, actor.id)));
  const id = tx.newId();
  tx.append('topic_voices', {
    ...{ area_id: areaId, id, topic_id: topic.id, kind, body, said_by: actor.id, said_at: tx.now.toISOString() },
    speaker: shownName(actor.name, named ? postOf(doors, actor, areaId) : null),
    state: 'waiting',
  });
  await noteUserArea(tx, { areaId, userId: actor.id });
  await tell(tx, messageDoors(doors), {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`],
    except: [actor.id],
    kind: 'voice.said',
    title: `有意见等您看：${topic.title}`,
    body: body.slice(0, 80),
    link: '/desk/topics?tab=voices',
    subject: `topic:${topic.id}`,
  });
  audit(tx, actor, { areaId, act: 'voice.say', subject: `topic:${topic.id}`, detail: { voiceId: id, kind } });
  return id;
}

const reached: Record<VoiceDecision['decision'], { from: VoiceState[]; to: VoiceState }> = {
  show: { from: ['waiting', 'hidden'], to: 'shown' },
  decline: { from: ['waiting'], to: 'declined' },
  hide: { from: ['shown'], to: 'hidden' },
};

/** Shows a voice, does not, or hides one that was shown; its author reads why. Whoever decides first decides. */
export async function decideVoice(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: WhichVoice & { decision: VoiceDecision },
): Promise<void> {
  const { areaId, voiceId, decision } = input;
  requireOwner(doors.matters.tree, areaId);
  const voice = (await store.readVoice(tx, areaId, voiceId)) ?? refuse(rules.voiceUnknown);
  const { from, to } = reached[decision.decision];
  const reason = decision.decision === 'show' ? null : decision.reason;
  const done = await store.decideVoice(tx, { areaId, id: voiceId, when: from }, { state: to, by: actor.id, reason });
  if (!done) refuse(rules.voiceDecided);
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: [voice.saidBy],
    except: [actor.id],
    kind: `voice.${to}`,
    title: to === 'shown' ? '您说的话公开了' : '您说的话没有公开',
    body: reason ? `“${voice.body.slice(0, 40)}”：${reason}` : `“${voice.body.slice(0, 60)}”，邻居们都看得到了。`,
    link: `/topics/${areaId}/${voice.topicId}`,
    subject: `topic:${voice.topicId}`,
  });
  const detail = { voiceId, reason };
  audit(tx, actor, { areaId, act: `voice.${decision.decision}`, subject: `topic:${voice.topicId}`, detail });
}

/** The desk's reply below a voice; its author hears of it. */
export async function replyToVoice(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: WhichVoice & { reply: string },
): Promise<void> {
  const { areaId, voiceId, reply } = input;
  requireOwner(doors.matters.tree, areaId);
  const voice = (await store.readVoice(tx, areaId, voiceId)) ?? refuse(rules.voiceUnknown);
  await store.writeReply(tx, { areaId, id: voiceId }, { by: actor.id, text: reply });
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: [voice.saidBy],
    except: [actor.id],
    kind: 'voice.replied',
    title: '社区回了您的话',
    body: reply.slice(0, 120),
    link: `/topics/${areaId}/${voice.topicId}`,
    subject: `topic:${voice.topicId}`,
  });
  audit(tx, actor, { areaId, act: 'voice.reply', subject: `topic:${voice.topicId}`, detail: { voiceId } });
}

/** Reports a topic or a voice to the desk; twice by the same person is once. */
export async function reportVoice(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: Which & { report: NewReport },
): Promise<void> {
  const { id: areaId } = requireTakingPart(doors, actor, input.areaId);
  const { voiceId, reason } = input.report;
  refuseIf(whyNotText({ reason }));
  const topic = (await topicStore.readTopic(tx, areaId, input.topicId, actor.id)) ?? refuse(topicRules.topicUnknown);
  if (!topicRules.publicStates.some((state) => state === topic.state)) refuse(topicRules.topicUnknown);
  const voice = voiceId ? await store.readVoice(tx, areaId, voiceId) : null;
  if (voiceId && (voice?.topicId !== topic.id || voice.state !== 'shown')) refuse(rules.voiceUnknown);
  const row = { areaId, id: tx.newId(), topicId: topic.id, voiceId, reason, reportedBy: actor.id };
  if (!(await store.insertReport(tx, row))) return;
  await tell(tx, messageDoors(doors), {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`],
    except: [actor.id],
    kind: 'voice.reported',
    title: `有人举报：${topic.title}`,
    body: reason,
    link: '/desk/topics?tab=reports',
    subject: `topic:${topic.id}`,
  });
  audit(tx, actor, { areaId, act: 'voice.report', subject: `topic:${topic.id}`, detail: { voiceId } });
}

/** Looks at a report: what was reported stays, or is hidden with a reason its author reads. Who reported hears either way. */
export async function decideReport(
  tx: Tx,
  actor: Actor,
  doors: DeliberationDoors,
  input: { areaId: string; reportId: string; decision: ReportDecision },
): Promise<void> {
  const { areaId, decision } = input;
  requireOwner(doors.matters.tree, areaId);
  const state = decision.decision === 'keep' ? 'kept' : 'hidden';
  const taken = await store.takeReport(tx, { areaId, id: input.reportId }, { state, by: actor.id });
  const report = taken ?? refuse(rules.reportDecided);
  const { topicId, voiceId } = report;
  if (decision.decision === 'hide') {
    const { reason } = decision;
    if (voiceId)
      await decideVoice(tx, actor, doors, { areaId, topicId, voiceId, decision: { decision: 'hide', reason } });
    else await decideTopic(tx, actor, doors, { areaId, topicId, decision: { decision: 'decline', reason } });
  }
  await tell(tx, messageDoors(doors), {
    areaId,
    userIds: [report.reportedBy],
    except: [actor.id],
    kind: 'voice.report-decided',
    title: '您举报的内容，社区看过了',
    body: state === 'hidden' ? '已经不再公开，谢谢您说一声。' : '看过了，没有不妥，照旧公开。有别的想法可以找社区。',
    link: `/topics/${areaId}/${topicId}`,
    subject: `topic:${topicId}`,
  });
  audit(tx, actor, { areaId, act: `report.${decision.decision}`, subject: `topic:${topicId}`, detail: { voiceId } });
}

/** What waits for the desk: voices to let through and reports to look at, the oldest first. */
export async function readVoiceQueue(
  reader: Reader,
  actor: Actor,
  doors: DeliberationDoors,
  areaId: string,
): Promise<VoiceQueue> {
  const { id } = requireOwner(doors.matters.tree, areaId);
  const [voices, reports] = await Promise.all([store.readQueue(reader, id), store.readReports(reader, id)]);
  return {
    voices: voices.map((row) => ({
      ...toVoice(row, { userId: actor.id, decides: true }),
      topicId: row.topicId,
      topicTitle: row.topicTitle,
    })),
    reports,
  };
}
