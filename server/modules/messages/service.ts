import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { enqueue, type OutboxHandler } from '#platform/jobs';
import type { SmsDoor } from '#platform/sms';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import type { AreaTree } from '#modules/areas';
import type { Message, MessageList, MessageQuery } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export { openRobots, robotHandler, robotKind, tellRobots, type RobotDoors, type Robots } from './robots/service.ts';

/** Who holds which role where, with how to reach them at work; the directory of accounts is one. */
export type Roster = {
  holders(
    roles: readonly string[],
    areaIds: readonly string[],
  ): {
    userId: string;
    name: string;
    face: string | null;
    workPhone: string | null;
    dutyUntil: string | null;
    role: string;
    areaId: string;
  }[];
  /** How somebody who holds a role is told, as far as it is known without asking. */
  recipient(userId: string): store.Recipient | undefined;
};

export type MessageDoors = { tree: AreaTree; roster: Roster };

export type Telling = {
  areaId: string;
  userIds?: readonly string[];
  /** `user:<id>` or `role:<role>@<areaId>`; other keys name nobody and are passed over. */
  actorKeys?: readonly string[];
  /** Never told, such as who did it. */
  except?: readonly string[];
  kind: string;
  title: string;
  body: string;
  link?: string | null;
  subject?: string | null;
  /** Also by SMS. */
  urgent?: boolean;
};

/**
 * Tells people something: a message for each, a live signal to their open pages, and an SMS through the outbox where it is
 * urgent or they chose so. Someone named twice is told once. Answers the ids of those told. Source: DESIGN 5, F33.
 */
export async function tell(tx: Tx, doors: MessageDoors, telling: Telling): Promise<string[]> {
  const userIds = resolve(doors, telling);
  if (userIds.length === 0) return [];
  const recipients = await recipientsOf(tx, doors.roster, telling.areaId, userIds);
  for (const recipient of recipients) append(tx, telling, recipient);
  return recipients.map((recipient) => recipient.userId);
}

/** Colleagues are known without asking; of others the database knows how they want to be told, or that there are none. */
async function recipientsOf(tx: Tx, roster: Roster, areaId: string, userIds: string[]): Promise<store.Recipient[]> {
  const known = userIds.map((id) => roster.recipient(id)).filter((one) => one !== undefined);
  for (const { userId } of known) tx.appendOnce('auth.user_areas', { user_id: userId, area_id: areaId });
  if (known.length === userIds.length) return known;
  const others = userIds.filter((id) => !roster.recipient(id));
  return [...known, ...(await store.noteArea(tx, areaId, others))];
}

function resolve(doors: MessageDoors, telling: Telling): string[] {
  const named = (telling.actorKeys ?? []).flatMap((key) => {
    const read = rules.readActorKey(key);
    if (!read) return [];
    return read.kind === 'user' ? [read.userId] : holdersNear(doors, read.role, read.areaId);
  });
  const except = new Set(telling.except ?? []);
  return [...new Set([...(telling.userIds ?? []), ...named])].filter((id) => !except.has(id));
}

function holdersNear(doors: MessageDoors, role: string, areaId: string): string[] {
  const here = doors.roster.holders([role], [areaId]);
  if (here.length > 0) return here.map((one) => one.userId);
  const path = doors.tree.path(areaId);
  const near = [...path, ...doors.tree.below(areaId)];
  return rules.nearestHolders(areaId, path, doors.roster.holders([role], near));
}

function append(tx: Tx, telling: Telling, recipient: store.Recipient): void {
  const id = tx.newId();
  const bySms = telling.urgent === true || recipient.wantsSms;
  const { areaId, kind, title, body, link = null, subject = null, urgent = false } = telling;
  tx.append('messages', {
    area_id: areaId,
    id,
    user_id: recipient.userId,
    kind,
    title,
    body,
    link,
    subject,
    urgent,
    created_at: tx.now.toISOString(),
    sms_state: bySms ? 'waiting' : null,
  });
  tx.signal(liveChannel, liveMessage(`user:${recipient.userId}`, { kind: 'message' }));
  if (!bySms) return;
  const { homeAreaId, personId, userId } = recipient;
  enqueue(tx, { areaId, kind: 'messages.sms', payload: { messageId: id, userId, homeAreaId, personId } });
}

/** Notes that a user has something in an area (a consent, an enrolment), so that it is found again from their own pages. */
export async function noteUserArea(tx: Tx, input: { areaId: string; userId: string }): Promise<void> {
  tx.appendOnce('auth.user_areas', { user_id: input.userId, area_id: input.areaId });
}

/** The areas in which a user has messages, consents or enrolments, and where they live. */
export async function readUserAreas(reader: Reader, actor: Actor): Promise<string[]> {
  const noted = await store.readUserAreas(reader, actor.id);
  return [...new Set([...(actor.homeAreaId ? [actor.homeAreaId] : []), ...noted])];
}

/** The actor's messages from every area, newest first, with how many are unread. */
export async function listMessages(reader: Reader, actor: Actor, query: MessageQuery): Promise<MessageList> {
  const areaIds = await readUserAreas(reader, actor);
  const [rows, unread] = await Promise.all([
    store.readMessages(reader, areaIds, actor.id, query),
    store.countUnread(reader, areaIds, actor.id),
  ]);
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null, unread };
}

export async function countUnread(reader: Reader, actor: Actor): Promise<number> {
  return store.countUnread(reader, await readUserAreas(reader, actor), actor.id);
}

/** Marks one message read. Refused when it is not the actor's. */
export async function markRead(tx: Tx, actor: Actor, messageId: string): Promise<Message> {
  const areaIds = await readUserAreas(tx, actor);
  const message = (await store.markRead(tx, areaIds, actor.id, messageId, tx.now)) ?? refuse(rules.messageUnknown);
  audit(tx, actor, { areaId: message.areaId, act: 'message.read', subject: `message:${messageId}` });
  tellOtherPages(tx, actor);
  return message;
}

/** Marks all the actor's messages read. */
export async function markAllRead(tx: Tx, actor: Actor): Promise<void> {
  const marked = await store.markAllRead(tx, await readUserAreas(tx, actor), actor.id, tx.now);
  for (const { areaId, count } of marked) audit(tx, actor, { areaId, act: 'message.read-all', detail: { count } });
  tellOtherPages(tx, actor);
}

function tellOtherPages(tx: Tx, actor: Actor): void {
  tx.signal(liveChannel, liveMessage(`user:${actor.id}`, { kind: 'message' }));
}

export type SmsDoors = {
  tree: AreaTree;
  sms: SmsDoor;
  /** The telephone number of a user, in clear, or null. */
  findPhone(
    reader: Reader,
    user: { userId: string; homeAreaId: string | null; personId: string | null },
  ): Promise<string | null>;
};

type SmsJob = { messageId: string; userId: string; homeAreaId: string | null; personId: string | null };

/**
 * Works `messages.sms`: finds the number, sends, and notes what became of it. When sending fails it is tried again later. Someone without a number has the message in
 * the app only. A crash between sending and committing sends twice: better than never.
 */
export function smsHandler(doors: SmsDoors): OutboxHandler {
  return async (tx, job) => {
    const { messageId, ...user } = job.payload as SmsJob;
    const message = await store.readMessage(tx, job.areaId, messageId);
    if (!message || message.smsState !== 'waiting') return;
    const phone = await doors.findPhone(tx, user);
    if (phone) await doors.sms.send({ phone, text: rules.smsText(message, doors.tree.get(job.areaId)?.name ?? '') });
    await store.markSms(tx, job.areaId, messageId, phone ? 'sent' : 'no-phone', tx.now);
  };
}
