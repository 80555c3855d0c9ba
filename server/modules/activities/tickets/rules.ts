import type { Refusal } from '#shared/refusal';
import { dayMs } from '#shared/time';

const shareThirds = 2;
const rateWithinMs = 60 * dayMs;

const certifiedSessions = 2;

/** A certificate is for who came to at least two thirds of a course of two sessions or more that is over. */
export function hasCertificate(
  course: { kind: string; endsAt: string; sessionCount: number; came: number },
  now: Date,
): boolean {
  const { kind, endsAt, sessionCount, came } = course;
  const isOver = Date.parse(endsAt) <= now.getTime();
  return kind === 'course' && isOver && sessionCount >= certifiedSessions && came * 3 >= sessionCount * shareThirds;
}

/** Who came may rate for sixty days. */
export function mayRate(ticket: { endsAt: string; came: number }, now: Date): boolean {
  return ticket.came > 0 && now.getTime() - Date.parse(ticket.endsAt) < rateWithinMs;
}

export const noCertificate: Refusal = {
  code: 'activity.no-certificate',
  status: 409,
  zh: '两次课以上的课程结束后，来够三分之二的课就有结业证书。现在还没有。',
  en: 'There is a certificate for two thirds of the sessions of a course of two or more, after it is over.',
};
