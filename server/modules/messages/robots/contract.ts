import { z } from 'zod';

/** A robot 群机器人 of a staff group, or the mailbox of an office, told what waits or is late. */
export const robotKindNames = { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书', mail: '工作邮箱' } as const;
export type RobotKind = keyof typeof robotKindNames;
export const robotKinds = Object.keys(robotKindNames) as [RobotKind, ...RobotKind[]];

export const robotTellNames = { waits: '有事等着办', late: '逾期', supervise: '督办' } as const;
export type RobotTell = keyof typeof robotTellNames;
export const robotTells = Object.keys(robotTellNames) as [RobotTell, ...RobotTell[]];

/** Address and secret are never answered. */
export const Robot = z.object({
  id: z.string(),
  kind: z.enum(robotKinds),
  name: z.string(),
  host: z.string(),
  isSigned: z.boolean(),
  tells: z.array(z.enum(robotTells)),
  madeByName: z.string(),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  /** The last message that was given up. */
  failedAt: z.string().nullable(),
  failure: z.string().nullable(),
});
export type Robot = z.infer<typeof Robot>;

export const NewRobot = z.object({
  kind: z.enum(robotKinds),
  name: z.string().trim().min(1, '请写上是哪个群').max(40, '名称最多 40 个字'),
  address: z.string().trim().min(1, '请粘贴机器人的网址，或者写邮箱').max(500),
  secret: z.string().trim().max(200).default(''),
  tells: z.array(z.enum(robotTells)).min(1, '至少选一样'),
});
export type NewRobot = z.infer<typeof NewRobot>;
export type AskedRobot = z.input<typeof NewRobot>;

/** The robots, and what one may be and say. */
export const RobotList = z.object({
  items: z.array(Robot),
  kinds: z.array(z.object({ value: z.enum(robotKinds), label: z.string() })),
  tells: z.array(z.object({ value: z.enum(robotTells), label: z.string() })),
});
export type RobotList = z.infer<typeof RobotList>;
export const RobotParams = z.object({ areaId: z.string().min(1).max(64), robotId: z.guid() });
