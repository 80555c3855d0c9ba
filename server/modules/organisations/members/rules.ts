import type { Refusal } from '#shared/refusal';
import { addDays, shanghaiInstant } from '#shared/time';
import type { BodyKind } from '../words/contract.ts';

/** Where the role of a seat is held: at the grid or building of the body, at its estate, else in the whole area. */
export function seatPlace(body: { areaId: string; estateId: string | null; placeId: string | null }): string {
  return body.placeId ?? body.estateId ?? body.areaId;
}

export const termKind = 'organisations.term';

/** The row that ends a term: at 24:00 of its last day. What it says counts only while the body still says the same day. */
export function termDeadline(
  body: { areaId: string; id: string; termTo: string },
  rowId: string,
): Record<string, unknown> {
  return {
    id: rowId,
    area_id: body.areaId,
    subject: body.id,
    kind: termKind,
    rule: body.termTo,
    token: 0,
    due_at: shanghaiInstant(addDays(body.termTo, 1)),
    attempts: 0,
    last_error: null,
  };
}

export type Identity = { userId: string | null; nameIndex: string; phoneIndex: string | null };

/** Whether two lines mean one person: the same account; else the same name, and no telephone or account that says otherwise. */
export function isSame(one: Identity, other: Identity): boolean {
  if (one.userId !== null && other.userId !== null) return one.userId === other.userId;
  if (one.nameIndex !== other.nameIndex) return false;
  return one.phoneIndex === null || other.phoneIndex === null || one.phoneIndex === other.phoneIndex;
}

export type Sitting = Identity & { word: string; bodyId: string; bodyName: string; post: string };
export type Candidate = Identity & { post: string; partyMember: boolean };

/**
 * Why somebody may not take a seat: the body has no such post, the post is full, it is for party members, or for those who
 * sit in another body. The director of a 物管会 is a cadre of the 社区两委. Source: C77, C26.
 */
export function whyNotSeat(
  kind: Pick<BodyKind, 'label' | 'seats'>,
  candidate: Candidate,
  known: { holding: number; sittings: readonly Sitting[]; labels: Record<string, string> },
): Refusal | null {
  const seat = kind.seats.find(({ post }) => post === candidate.post);
  const posts = kind.seats.map(({ post }) => post).join('、');
  if (!seat) return wrongPost(`${kind.label}的职务是${posts}，请从里面选。`, 'This body has no such post.');
  if (seat.atMost !== undefined && known.holding >= seat.atMost)
    return wrongPost(
      `${kind.label}的${seat.post}只有 ${seat.atMost} 位，现在有人。请先给原来的办离任。`,
      'The post is held: note that its holder has left first.',
    );
  if (seat.party && !candidate.partyMember)
    return wrongPost(
      `${kind.label}的${seat.post}由党员担任。是党员的话，请先勾上“党员”。`,
      'This post is for party members.',
    );
  const { from } = seat;
  if (!from || known.sittings.some((one) => from.includes(one.word) && isSame(one, candidate))) return null;
  const names = from.map((word) => known.labels[word] ?? word).join('或');
  return wrongPost(
    `${kind.label}的${seat.post}由${names}的成员担任，名册里还没有这个人。请先把人登记进${names}，或者换一位。`,
    'This post is for somebody who sits in another body: note that first.',
  );
}

function wrongPost(zh: string, en: string): Refusal {
  return { code: 'body.post-not-open', status: 422, zh, en, fields: { post: zh } };
}

export const termOver: Refusal = {
  code: 'body.term-over',
  status: 409,
  zh: '这一届的任期已经满了。换届以后，请登记新的一届，或者改任期的日期。',
  en: 'The term of this body is over: note the next one, or change its dates.',
};

export const sitsAlready: Refusal = {
  code: 'body.sits-already',
  status: 409,
  zh: '这个人已经在这个职务上了，不用再登记。',
  en: 'This person holds the post already.',
  fields: { name: '已经登记过' },
};

export const colleagueUnknown: Refusal = {
  code: 'body.account-unknown',
  status: 422,
  zh: '没有找到选的这个账号，可能刚刚停用了。请重新选，或者只写姓名和电话。',
  en: 'There is no such account with a role here.',
  fields: { userId: '请重新选' },
};
