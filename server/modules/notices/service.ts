import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { readShortCode, shortCode } from '#shared/short-codes';
import type { Reader, Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { appendEntry, dropEntries } from '#kernel/search';
import { requireOwner, type AreaTree } from '#modules/areas';
import {
  noticeKindNames,
  type NewNotice,
  type Notice,
  type NoticeList,
  type NoticePage,
  type NoticeQuery,
} from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type NoticeDoors = { tree: AreaTree; may(actor: Actor, capability: string, areaId: string): boolean };

function toNotice(row: store.NoticeRecord): Notice {
  const kind = row.kind as Notice['kind'];
  return { ...row, kind, kindName: noticeKindNames[kind] };
}

/** Notices of a community that stand now, newest first. */
export async function listNotices(
  reader: Reader,
  doors: Pick<NoticeDoors, 'tree'>,
  input: { areaId: string; query: NoticeQuery; now: Date },
): Promise<NoticeList> {
  const { cursor, limit } = input.query;
  const { id } = requireOwner(doors.tree, input.areaId);
  const rows = await store.readNotices(reader, id, { after: cursor ?? null, limit: limit + 1, now: input.now });
  const items = rows.slice(0, limit).map(toNotice);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One notice with its text for the group. Refused when there is none or it was withdrawn. */
export async function readNotice(
  reader: Reader,
  actor: Actor,
  doors: NoticeDoors,
  input: { areaId: string; noticeId: string; address: string; now: Date },
): Promise<NoticePage> {
  const area = requireOwner(doors.tree, input.areaId);
  const row = (await store.readNotice(reader, area.id, input.noticeId)) ?? refuse(rules.noticeUnknown);
  const notice = toNotice(row);
  const shortPath = area.letters ? `/n/${shortCode(area.letters, notice.id)}` : `/notices/${area.id}/${notice.id}`;
  return {
    ...notice,
    areaName: area.name,
    shortPath,
    groupText: rules.groupText(notice, { areaName: area.name, url: input.address + shortPath }, input.now),
    actions: doors.may(actor, 'notice.publish', area.id) ? ['withdraw'] : [],
  };
}

/** The notice a short public code names. Refused when there is none. */
export async function readNoticeByCode(
  reader: Reader,
  actor: Actor,
  doors: NoticeDoors,
  input: { code: string; address: string; now: Date },
): Promise<NoticePage> {
  const named = readShortCode(input.code) ?? refuse(rules.noticeUnknown);
  const area = doors.tree.byLetters(named.area) ?? refuse(rules.noticeUnknown);
  const noticeId = (await store.findByTail(reader, area.id, named.tail)) ?? refuse(rules.noticeUnknown);
  return readNotice(reader, actor, doors, { ...input, areaId: area.id, noticeId });
}

/** Publishes a notice at once. Refused when its period is over or ends before it begins. Answers its id. */
export async function publishNotice(
  tx: Tx,
  actor: Actor,
  doors: NoticeDoors,
  input: { areaId: string; notice: NewNotice },
): Promise<string> {
  requireOwner(doors.tree, input.areaId);
  refuseIf(rules.whyNotPublish(input.notice, tx.now));
  const { areaId, notice } = input;
  const { startsAt = null, endsAt = null } = notice;
  const id = tx.newId();
  await store.insertNotice(tx, { ...notice, areaId, id, startsAt, endsAt, publishedBy: actor.id }, tx.now);
  appendEntry(tx, rules.entryOf({ ...notice, areaId, id, publishedAt: tx.now.toISOString() }));
  audit(tx, actor, { areaId, act: 'notice.publish', subject: `notice:${id}` });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'notice' }));
  return id;
}

/** Takes a notice down, with a reason that is kept. */
export async function withdrawNotice(
  tx: Tx,
  actor: Actor,
  input: { areaId: string; noticeId: string; reason: string },
): Promise<void> {
  const { areaId, noticeId, reason } = input;
  if (!(await store.markWithdrawn(tx, areaId, noticeId, tx.now))) refuse(rules.noticeUnknown);
  await dropEntries(tx, { areaId, kind: 'notice', id: noticeId });
  audit(tx, actor, { areaId, act: 'notice.withdraw', subject: `notice:${noticeId}`, detail: { reason } });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'notice' }));
}

type NewNoticeRow = Pick<store.NoticeRecord, 'title' | 'body' | 'kind' | 'icon' | 'affects' | 'startsAt' | 'endsAt'>;

export type PastNotice = NewNoticeRow & { areaId: string; id: string; publishedAt: string; publishedBy: string };

/** Adds notices of the past as they were published: for records kept elsewhere. */
export function importNotices(tx: Tx, notices: PastNotice[]): void {
  for (const one of notices) {
    const { areaId, startsAt, endsAt, publishedAt, publishedBy, ...notice } = one;
    appendEntry(tx, rules.entryOf(one));
    tx.append('notices', {
      ...notice,
      area_id: areaId,
      starts_at: startsAt,
      ends_at: endsAt,
      published_at: publishedAt,
      published_by: publishedBy,
    });
  }
}

export { findNotices, indexNotices } from './find/service.ts';
export { countNotices, readAllNotices } from './store.ts';
