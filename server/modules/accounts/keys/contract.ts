import { z } from 'zod';
import type { Capability } from '../contract.ts';

/** What a key may be given. What asks for a person's own judgement, or hands out rights, is not among it. */
export const keyCapabilityNames = {
  'matter.read': '看事项',
  'matter.register': '登记事项',
  'people.read': '看住户（号码打码）',
  'people.write': '登记、修改住户',
  'notice.publish': '发公告',
  'activity.publish': '发活动',
  'method.read': '看工作法',
  'report.read': '看报表',
  'screen.read': '看大屏数字',
} as const satisfies Partial<Record<Capability, string>>;
export type KeyCapability = keyof typeof keyCapabilityNames;
export const keyCapabilities = Object.keys(keyCapabilityNames) as [KeyCapability, ...KeyCapability[]];

/** A key another system files with. The key itself is answered once, when it is made. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
  /** What it may do through the API; nothing: it files by the open standard. */
  can: z.array(z.string()),
  /** The same in words. */
  does: z.string(),
  madeByName: z.string(),
  createdAt: z.string(),
  /** The first instant at which it no longer opens anything. */
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const NewApiKey = z.object({
  name: z.string().trim().min(1, '请写上是给哪个系统的').max(40, '名称最多 40 个字'),
  /** The last day it is good for. */
  until: z.iso.date(),
  can: z.array(z.enum(keyCapabilities)).max(keyCapabilities.length).default([]),
});
export type NewApiKey = z.infer<typeof NewApiKey>;
export type AskedApiKey = z.input<typeof NewApiKey>;

export const MadeApiKey = ApiKey.extend({ key: z.string() });
export const ApiKeyList = z.object({
  items: z.array(ApiKey),
  /** What the one who asks may give a key here. */
  choices: z.array(z.object({ value: z.enum(keyCapabilities), label: z.string() })),
});
export type ApiKeyList = z.infer<typeof ApiKeyList>;
export const ApiKeyParams = z.object({ areaId: z.string().min(1).max(64), keyId: z.guid() });
