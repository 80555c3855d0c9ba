import type { matterStatuses } from './contract.ts';
import { addDays, clockTime, dayName, daysBetween, limitName, shanghaiDate } from '#shared/time';

type MatterStatus = (typeof matterStatuses)[number];

export const statusNames: Record<MatterStatus, string> = {
  open: '在办',
  done: '办结',
  refused: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
  moved: '已转出',
};

export type Due = { state: 'late' | 'today' | 'later' | 'none' | 'paused'; text: string };

/**
 * How a limit stands, in words. Late is counted in days of the calendar; a limit at 00:00 belongs to the day before.
 * Source: look/desk section 5.
 */
export function dueOf(matter: { status: MatterStatus; dueAt: string | null; pausedAt: string | null }, now: Date): Due {
  if (matter.status !== 'open') return { state: 'none', text: statusNames[matter.status] };
  if (matter.pausedAt) return { state: 'paused', text: '已挂起' };
  if (!matter.dueAt) return { state: 'none', text: '不限时' };
  const due = new Date(matter.dueAt);
  const lastMoment = new Date(due.getTime() - 1);
  if (now.getTime() > due.getTime()) return { state: 'late', text: lateText(due, now) };
  const days = daysBetween(shanghaiDate(now), shanghaiDate(lastMoment));
  if (days <= 0) return { state: 'today', text: limitName(due, now) };
  return { state: 'later', text: days === 1 ? limitName(due, now) : `剩 ${days} 天` };
}

function lateText(due: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - due.getTime()) / 60_000);
  if (minutes < 60) return `逾期 ${Math.max(1, minutes)} 分钟`;
  const days = daysBetween(shanghaiDate(new Date(due.getTime() - 1)), shanghaiDate(now));
  return days < 1 ? `逾期 ${Math.floor(minutes / 60)} 小时` : `逾期 ${days} 天`;
}

const worthSayingMs = 5 * 60_000;

/** That something was done on a phone without network, and about when; nothing when it was just now. Source: C80. */
export function doneEarlier(madeAgoSeconds: number | undefined, now: Date): { remark?: string } {
  const agoMs = (madeAgoSeconds ?? 0) * 1000;
  if (agoMs < worthSayingMs) return {};
  const at = new Date(now.getTime() - agoMs);
  return { remark: `没有网络时办的，${dayName(at, now)} ${clockTime(at)} 前后` };
}

/** From and to of a period that ends today: this day, week (from Monday), month or year, in Shanghai. `to` is exclusive. */
export function periodOf(
  period: 'today' | 'week' | 'month' | 'year',
  now: Date,
): { from: string; to: string; before: string } {
  const today = shanghaiDate(now);
  const to = addDays(today, 1);
  if (period === 'today') return { from: today, to, before: addDays(today, -1) };
  if (period === 'week') {
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    const from = addDays(today, -weekday);
    return { from, to, before: addDays(from, -7) };
  }
  if (period === 'month') {
    const from = `${today.slice(0, 7)}-01`;
    return { from, to, before: `${addDays(from, -1).slice(0, 7)}-01` };
  }
  const from = `${today.slice(0, 4)}-01-01`;
  return { from, to, before: `${Number(today.slice(0, 4)) - 1}-01-01` };
}

/** `000412` of `370303001001-2026-000412`. */
export function shortNumber(number: string): string {
  return number.slice(number.lastIndexOf('-') + 1);
}

/** The middle of the values; null of none. */
export function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}
