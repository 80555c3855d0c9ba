import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { Refusal } from '#shared/refusal';

/** What is known of one origin and one name, or of an origin as a whole. Times in milliseconds. */
export type Tally = { failures: number; lastAt: number; blockedUntil: number | null; provenAt: number | null };

const freeFailures = 5;
const longestWaitMs = hourMs;
const originBudget = 60;
const originWindowMs = hourMs;
const forgetAfterMs = dayMs;
const provenForMs = 90 * dayMs;

/** Nothing older counts; used for clearing the table too. */
export const attemptsKeptMs = provenForMs;

/** How long this origin waits with this name: 1, 2, 4 … minutes from the fifth failure on, an hour at most. Source: trust.md S7. */
export function waitMs(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestWaitMs, 2 ** (failures - freeFailures) * minuteMs);
}

/** From when on failures count: of a name at one origin, and of an origin as a whole. */
export function countedFrom(now: Date): { pairFrom: Date; originFrom: Date } {
  return { pairFrom: new Date(now.getTime() - forgetAfterMs), originFrom: new Date(now.getTime() - originWindowMs) };
}

/**
 * Why this origin must wait before trying this name; nothing when it may try. What others do from elsewhere never counts
 * against a name, and an origin over its budget may still try names it has signed in before.
 */
export function whyWait(tallies: { pair: Tally | null; origin: Tally | null }, nowMs: number): Refusal | null {
  const { pair, origin } = tallies;
  const pairUntil = pair?.blockedUntil ?? 0;
  if (pairUntil > nowMs) return slowDown(pairUntil - nowMs);
  const proven = pair?.provenAt != null && nowMs - pair.provenAt < provenForMs;
  const spent = origin !== null && origin.failures >= originBudget && nowMs - origin.lastAt <= originWindowMs;
  return spent && !proven ? slowDown(10 * minuteMs) : null;
}

function slowDown(leftMs: number): Refusal {
  const minutes = Math.max(1, Math.ceil(leftMs / minuteMs));
  return {
    code: 'session.too-many-failures',
    status: 429,
    zh: `试错的次数多了，请过 ${minutes} 分钟再试。忘记密码请找社区管理员重置；换一台设备或网络可以马上登录。`,
    en: `Too many failures from here. Try again in ${minutes} minutes.`,
    details: { retryAfterSeconds: Math.ceil(leftMs / 1000) },
  };
}

/** The part of an address that names one connection: all of IPv4, the /64 of IPv6. */
export function originOf(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const rest = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(missing).fill('0'), ...rest].slice(0, 4).join(':');
}
