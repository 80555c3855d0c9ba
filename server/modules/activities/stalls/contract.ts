import { z } from 'zod';

/** A stall 摊位 of a market day. Source: C6. */

export const stallStates = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
export type StallState = (typeof stallStates)[number];

/** What neighbours offer one another on a market day. Source: C6 (理发 测血压 修衣服 磨刀), A14. */
export const stallServices = [
  '理发',
  '测血压',
  '修衣服',
  '磨刀',
  '修小家电',
  '配钥匙',
  '义诊',
  '法律咨询',
  '旧物交换',
  '手工',
  '小吃',
  '其他',
] as const;

export const Stall = z.object({
  id: z.string(),
  name: z.string(),
  service: z.string(),
  /** Who keeps it: 乐友健康公司, 志愿者服务队, 王师傅. */
  keeper: z.string(),
  words: z.string(),
  state: z.enum(stallStates),
  stateName: z.string(),
  /** Its number on the ground; null until it is accepted. */
  position: z.number().nullable(),
  /** How many it served, told afterwards. */
  served: z.number().nullable(),
  reason: z.string(),
  mine: z.boolean(),
});
export type Stall = z.infer<typeof Stall>;

export const StallList = z.object({
  services: z.array(z.string()),
  items: z.array(Stall),
  /** Everybody served at every stall: 人次. */
  served: z.number(),
  actions: z.array(z.enum(['ask', 'decide', 'count'])),
});
export type StallList = z.infer<typeof StallList>;

export const StallInput = z.object({
  name: z.string().trim().min(2).max(20),
  service: z.string().trim().min(1).max(20),
  keeper: z.string().trim().min(1).max(30),
  words: z.string().trim().max(200).default(''),
});
export type StallInput = z.infer<typeof StallInput>;

export const StallDecision = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept') }),
  z.object({ act: z.literal('refuse'), reason: z.string().trim().min(2).max(200) }),
]);
export type StallDecision = z.infer<typeof StallDecision>;

export const Served = z.object({ served: z.number().int().min(0).max(100_000) });

const AreaId = z.string().min(1).max(64);
export const MarketParams = z.object({ areaId: AreaId, activityId: z.guid() });
export const StallParams = MarketParams.extend({ stallId: z.guid() });
