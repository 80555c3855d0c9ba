import { z } from 'zod';

/** A key another system files with. The key itself is answered once, when it is made. */
export const ApiKey = z.object({
  id: z.string(),
  name: z.string(),
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
});
export type NewApiKey = z.infer<typeof NewApiKey>;

export const MadeApiKey = ApiKey.extend({ key: z.string() });
export const ApiKeyList = z.object({ items: z.array(ApiKey) });
export const ApiKeyParams = z.object({ areaId: z.string().min(1).max(64), keyId: z.guid() });
