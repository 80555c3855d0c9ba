import { canonical, type Json } from '#shared/canonical';
import { sha256 } from '#shared/digest';
import type { Refusal } from '#shared/refusal';
import { addDays, daysBetween, limitName, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { ClosedAs, Draft, Period, Person, PublicityState, ShownLine } from './contract.ts';
import * as refusals from './refusals/rules.ts';

/**
 * Whole calendar days in Shanghai, counted from the day after posting: posted on 1 June at any time, 7 days are 2 to 8 June,
 * and it closes at 24:00 of the 8th. Source: N54, DESIGN 6.
 */
export function periodOf(postedAt: string | Date, days: number): Period {
  const from = addDays(shanghaiDate(postedAt), 1);
  const to = addDays(from, days - 1);
  return { from, to, closesAt: shanghaiInstant(addDays(to, 1)).toISOString() };
}

type Timed = { state: string; postedAt: string | null; closesAt: string | null; endedAt: string | null; days: number };

/** Days of the period that are not over, today among them; none once it has ended. */
export function daysLeft({ postedAt, closesAt, endedAt, days }: Timed, now: Date): number {
  if (!postedAt || !closesAt || endedAt || now.getTime() >= Date.parse(closesAt)) return 0;
  const { from, to } = periodOf(postedAt, days);
  const today = shanghaiDate(now);
  return daysBetween(today > from ? today : from, to) + 1;
}

/** Whether its days are over: once found so it stays so, whatever a clock says later. */
export function isOver({ closesAt, endedAt }: Pick<Timed, 'closesAt' | 'endedAt'>, now: Date): boolean {
  return endedAt !== null || (closesAt !== null && now.getTime() >= Date.parse(closesAt));
}

// ----------------------------------------------------------------------------------------------- drafted, checked, approved

type Drafted = { state: string; draftedBy: string; returnedReason: string };

/** Why somebody may not check a draft; null when they may. Never who drafted it. */
export function whyNotCheck(row: Drafted, by: Person): Refusal | null {
  if (row.state !== 'drafted') return refusals.notDrafted;
  if (row.draftedBy === by.id) return refusals.ownDraft;
  return row.returnedReason === '' ? null : refusals.wasReturned;
}

/** Why somebody may not approve, which posts; null when they may. `checks`: they may check too, and do it in one press. */
export function whyNotApprove(row: Drafted, by: Person, checks: boolean): Refusal | null {
  if (row.state !== 'drafted' && row.state !== 'checked') return refusals.notDrafted;
  if (row.draftedBy === by.id) return refusals.ownDraft;
  if (row.state === 'checked') return null;
  if (row.returnedReason !== '') return refusals.wasReturned;
  return checks ? null : refusals.notChecked;
}

/** Why a draft is not given back; null when it is. */
export function whyNotReturn(row: Drafted, by: Person): Refusal | null {
  if (row.state !== 'drafted' && row.state !== 'checked') return refusals.notDrafted;
  if (row.draftedBy === by.id) return refusals.ownDraft;
  return row.returnedReason === '' ? null : refusals.wasReturned;
}

type Content = Pick<Draft, 'title' | 'shown' | 'days' | 'board' | 'estateId'>;

/** Why a draft is not changed so; null when it is. What a matter has shown, and how long, stays. */
export function whyNotChange(row: Drafted & Content & { matterId: string | null }, draft: Draft): Refusal | null {
  if (row.state !== 'drafted') return refusals.notDrafted;
  if (row.matterId === null) return null;
  const kept = ({ title, shown, days, estateId }: Content): string => canonical({ title, shown, days, estateId });
  return kept(row) === kept(draft) && (draft.board || !row.board) ? null : refusals.isCarried;
}

// ---------------------------------------------------------------------------------------------------- objections, the end

type Standing = Timed & { openObjections: number };

/** Why no objection is taken now; null when one is: from posting to the last millisecond of the last day. Source: N54. */
export function whyNotObject(row: Standing, now: Date): Refusal | null {
  if (row.postedAt === null) return refusals.publicityUnknown;
  if (row.state === 'withdrawn') return refusals.withdrawnAlready;
  return row.state !== 'open' || isOver(row, now) ? refusals.periodOver : null;
}

/** Why an objection is not answered by this person; null when it is. */
export function whyNotAnswer(objection: { userId: string; answeredAt: string | null }, by: Person): Refusal | null {
  if (objection.answeredAt !== null) return refusals.answeredAlready;
  return objection.userId === by.id ? refusals.ownObjection : null;
}

/** Why it does not end clear now; null when it does: not a millisecond early, and not while an objection is open. Source: N54. */
export function whyNotClear(row: Standing, now: Date): Refusal | null {
  if (row.state !== 'open' || row.closesAt === null) return refusals.alreadyClosed;
  if (now.getTime() < Date.parse(row.closesAt)) return refusals.tooEarly(limitName(row.closesAt, now));
  return row.openObjections > 0 ? refusals.unanswered(row.openObjections) : null;
}

/** Why it is not taken down; null when it is. */
export function whyNotWithdraw(row: { state: string }): Refusal | null {
  return ['drafted', 'checked', 'open'].includes(row.state) ? null : refusals.alreadyClosed;
}

/** Whether everybody may read it: from posting on, also after it was taken down. */
export function isPublic(row: { postedAt: string | null }): boolean {
  return row.postedAt !== null;
}

export function isAlive(state: string): state is PublicityState {
  return state === 'drafted' || state === 'checked' || state === 'open';
}

// ----------------------------------------------------------------------------------------------------------- what was shown

type Posted = {
  areaId: string;
  id: string;
  title: string;
  body: string;
  shown: ShownLine[];
  days: number;
  board: boolean;
};

const content = ({ areaId, id, title, body, shown, days, board }: Posted): Record<string, Json> => ({
  ...{ area: areaId, id, title, body, days, board },
  shown: shown.map(({ label, lines }) => ({ label, lines })),
});

/** What hangs, word for word, with its days: the text its hash is taken of. `pictures`: the digests of its pictures. */
export function openingText(row: Posted, seen: { areaName: string; pictures: string[]; postedAt: string }): string {
  const { areaName, pictures, postedAt } = seen;
  const kind = 'liren.publicity.opening';
  return canonical({ ...content(row), ...periodOf(postedAt, row.days), kind, areaName, pictures, postedAt });
}

type Said = { number: number; at: string; answer: string | null; upheld: boolean | null; answeredAt: string | null };

/** How it ended, with every objection's answer and nobody's name, on what was shown at its opening. */
export function closingText(end: {
  id: string;
  openingHash: string;
  outcome: ClosedAs;
  closedAt: string;
  reason: string;
  objections: readonly Said[];
}): string {
  const objections = end.objections.map(({ number, at, answer, upheld, answeredAt }) => ({
    ...{ number, at, answer, upheld, answeredAt },
  }));
  return canonical({ ...end, objections, kind: 'liren.publicity.closing' });
}

/** Whether what stands now is what was hashed at its posting. */
export function isAsPosted(row: Posted & { openingHash: string | null }, text: string): boolean {
  if (sha256(text) !== row.openingHash) return false;
  const read = JSON.parse(text) as Record<string, Json>;
  return Object.entries(content(row)).every(([key, value]) => canonical(read[key]) === canonical(value));
}

/** The first 16 signs of a hash in fours, to be compared from paper: 3f2a 91bc 0d4e 77a1. */
export function shortHash(hash: string): string {
  return (hash.slice(0, 16).match(/.{4}/g) ?? []).join(' ');
}
