import { z } from 'zod';

/** Everything a role can allow. A route that asks for another word is refused to everybody. */
export const capabilities = [
  'matter.read',
  'matter.register',
  'matter.office',
  'matter.assign',
  'matter.export',
  'view.share',
  'area.draw',
  'people.read',
  'people.reveal',
  'people.write',
  'card.issue',
  'card.confirm',
  'notice.publish',
  'activity.publish',
  'venue.manage',
  'booking.decide',
  'brand.read',
  'brand.manage',
  'brand.approve',
  'brand.review',
  'activity.draft',
  'activity.approve',
  'team.manage',
  'work.publish',
  'publicity.draft',
  'publicity.check',
  'publicity.approve',
  'attendance.record',
  'method.read',
  'method.adopt',
  'method.bind',
  'account.manage',
  'report.read',
  'screen.read',
  'audit.read',
  'area.manage',
  'record.import',
  'duty.read',
  'duty.arrange',
  'standard.read',
  'standard.judge',
  'register.read',
  'register.write',
  'body.manage',
  'owner.read',
  'owner.manage',
  'ballot.manage',
  'ballot.open',
  'ballot.paper',
  'blank.fill',
  'topic.moderate',
  'meeting.manage',
  'minutes.approve',
  'letter.write',
  'link.write',
  'fund.open',
  'fund.read',
  'voucher.draft',
  'voucher.approve',
  'bank.match',
  'disclosure.draft',
  'disclosure.check',
  'disclosure.approve',
  'question.moderate',
  'question.answer',
  'fund.hand-over',
] as const;
export type Capability = (typeof capabilities)[number];

const instant = z.string().meta({ description: 'ISO 8601, UTC' });
const userName = z
  .string()
  .trim()
  .min(3, '用户名至少 3 个字符')
  .max(40, '用户名最多 40 个字符')
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, '用户名只能用字母、数字、点、横线和下划线');
const newPassword = z.string().min(8, '密码至少 8 位').max(128, '密码最多 128 位');

export const startPage = z.enum(['/', '/grid', '/desk']);

export const heldRole = z.object({
  role: z.string(),
  label: z.string(),
  areaId: z.uuid(),
  areaName: z.string(),
  level: z.string(),
  path: z.array(z.string()).meta({ description: 'Names from the city down to the area' }),
});

export const me = z.object({
  id: z.string(),
  name: z.string(),
  face: z.string().nullable(),
  username: z.string().nullable(),
  homeArea: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  roles: z.array(heldRole),
  can: z.array(z.string()).meta({ description: 'Capabilities held at one area or another' }),
  elderMode: z.boolean(),
  mustChangePassword: z.boolean(),
  way: z.enum(['password', 'code', 'card']),
  actingFor: z.object({ areaId: z.uuid(), elderId: z.uuid(), name: z.string() }).nullable(),
  start: startPage,
  session: z.string().meta({ description: 'Marks this session for what a device keeps of it; opens nothing' }),
});
export type Me = z.infer<typeof me>;

export const signIn = z.object({
  username: z.string().min(1, '请填用户名').max(100),
  password: z.string().min(1, '请填密码').max(200),
});
export const signedIn = z.object({ token: z.string(), me });
export type SignedIn = z.infer<typeof signedIn>;

export const askCode = z.object({ phone: z.string().min(1, '请填手机号').max(30) });
export const codeSent = z.object({
  ticket: z.string().meta({ description: 'Names this code; the browser keeps it as a cookie' }),
  expiresAt: instant,
  againAt: instant.meta({ description: 'Earliest time for another code' }),
  demoCode: z.string().nullable().meta({ description: 'The code itself, in demo mode only' }),
});
export const signInByCode = z.object({
  phone: z.string().min(1, '请填手机号').max(30),
  code: z.string().trim().min(1, '请填验证码').max(12),
  ticket: z.string().max(60).optional(),
  areaId: z.uuid().optional().meta({ description: 'The community this person looks at, kept at the first sign-in' }),
});

export const ownSession = z.object({
  id: z.string(),
  device: z.string(),
  way: z.enum(['password', 'code', 'card']),
  since: instant,
  lastUsedAt: instant,
  current: z.boolean(),
});
export const ownSessions = z.object({ sessions: z.array(ownSession) });
export const sessionPath = z.object({ id: z.string().max(60) });
export const ended = z.object({ ended: z.number().int() });

export const actFor = z.object({ elderId: z.uuid(), areaId: z.uuid().optional() });

export const changeMe = z.object({ elderMode: z.boolean().optional(), homeAreaId: z.uuid().optional() });
export type MeChanges = z.infer<typeof changeMe>;
export const changePassword = z.object({ current: z.string().min(1).max(200), next: newPassword });

export const areaPath = z.object({ areaId: z.uuid() });
export const grantPath = z.object({ areaId: z.uuid(), grantId: z.uuid() });
export const accountPath = z.object({ areaId: z.uuid(), userId: z.string().max(60) });

export const grantItem = z.object({
  id: z.uuid(),
  userId: z.string(),
  name: z.string(),
  face: z.string().nullable(),
  username: z.string().nullable(),
  role: z.string(),
  label: z.string(),
  areaId: z.uuid(),
  areaName: z.string(),
  heldFrom: instant,
});
export const grantList = z.object({ grants: z.array(grantItem) });
export const newGrant = z.object({ userId: z.string().max(60), role: z.string().max(60) });
export type NewGrant = z.infer<typeof newGrant>;

export const newStaff = z.object({
  username: userName,
  name: z.string().trim().min(1, '请填姓名').max(40),
  password: newPassword,
  phone: z.string().max(30).optional(),
  roles: z
    .array(z.object({ role: z.string().max(60), areaId: z.uuid() }))
    .min(1, '至少给一个角色')
    .max(20),
});
export type NewStaff = z.infer<typeof newStaff>;
export const createdAccount = z.object({ userId: z.string() });
export const resetPassword = z.object({ password: newPassword });

export const handOver = z.object({ fromUserId: z.string().max(60), toUserId: z.string().max(60) });
export type HandOver = z.infer<typeof handOver>;
export const handedOver = z.object({ grantsEnded: z.number().int(), sessionsEnded: z.number().int() });

export const roleItem = z.object({ id: z.string(), label: z.string(), level: z.string(), can: z.array(z.string()) });
export const roleList = z.object({ roles: z.array(roleItem) });

export const demoAccount = z.object({
  username: z.string(),
  name: z.string(),
  title: z.string(),
  face: z.string().nullable(),
  does: z.string(),
});
export type DemoAccount = z.infer<typeof demoAccount>;
export const demoAccounts = z.object({ password: z.string(), accounts: z.array(demoAccount) });

/** The eleven digits of a mobile number in mainland China, however it was typed; null when it is none. */
export function phoneDigits(text: string): string | null {
  const digits = text.replace(/[\s()（）.·-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}
