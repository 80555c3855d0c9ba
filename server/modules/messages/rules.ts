import type { Refusal } from '#shared/refusal';

/** An actor key taken apart: `user:<id>`, or `role:<role>@<areaId>`. */
export type ActorKey = { kind: 'user'; userId: string } | { kind: 'role'; role: string; areaId: string };

/** Reads an actor key; null for those that name nobody who could be told (`anyone`, `system`, `device` …). */
export function readActorKey(key: string): ActorKey | null {
  const user = /^user:(.+)$/.exec(key)?.[1];
  if (user) return user === 'anonymous' || user === 'system' ? null : { kind: 'user', userId: user };
  const role = /^role:([^@]+)@(.+)$/.exec(key);
  return role?.[1] && role[2] ? { kind: 'role', role: role[1], areaId: role[2] } : null;
}

export type Holding = { userId: string; areaId: string };

/**
 * Who of the holders of a role is told about an area: those who hold it there; else those below it; else those above, the
 * nearest first. A notice must reach somebody. `holdings` are all of the role near the area; `path` is the area's own.
 */
export function nearestHolders(areaId: string, path: readonly string[], holdings: readonly Holding[]): string[] {
  const at = (id: string): string[] => holdings.filter((one) => one.areaId === id).map((one) => one.userId);
  const here = at(areaId);
  if (here.length > 0) return here;
  const below = holdings.filter((one) => !path.includes(one.areaId)).map((one) => one.userId);
  if (below.length > 0) return below;
  return (
    path
      .toReversed()
      .map(at)
      .find((ids) => ids.length > 0) ?? []
  );
}

const smsSignsMax = 200;

/** The text of a short message: signed, in one line, without signs that a carrier could take for something else. */
export function smsText(message: { title: string; body: string }, areaName: string): string {
  const line = `${message.title}：${message.body}`
    .replace(/[\p{Cc}\p{Cf}【】]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const signs = [...line];
  return `【里仁·${areaName}】${signs.length > smsSignsMax ? `${signs.slice(0, smsSignsMax - 1).join('')}…` : line}`;
}

export const messageUnknown: Refusal = {
  code: 'message.unknown',
  status: 404,
  zh: '没有这条消息。请从消息列表重新进入。',
  en: 'There is no such message of yours.',
};
