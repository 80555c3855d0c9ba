import type { Refusal } from '#shared/refusal';
import { dayMs } from '#shared/time';

const shareThirds = 2;
const rateWithinMs = 60 * dayMs;

/** A certificate is for who came to at least two thirds of the sessions of a course that is over. */
export function hasCertificate(
  course: { kind: string; endsAt: string; sessionCount: number; came: number },
  now: Date,
): boolean {
  const { kind, endsAt, sessionCount, came } = course;
  return kind === 'course' && Date.parse(endsAt) <= now.getTime() && came > 0 && came * 3 >= sessionCount * shareThirds;
}

/** Who came may rate for sixty days. */
export function mayRate(ticket: { endsAt: string; came: number }, now: Date): boolean {
  return ticket.came > 0 && now.getTime() - Date.parse(ticket.endsAt) < rateWithinMs;
}

export const noCertificate: Refusal = {
  code: 'activity.no-certificate',
  status: 409,
  zh: '课程结束后，来够三分之二的课就有结业证书。现在还没有。',
  en: 'There is a certificate for two thirds of the sessions, after the course.',
};
