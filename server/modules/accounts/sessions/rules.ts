import { dayMs, hourMs } from '#shared/time';

export type Way = 'password' | 'code' | 'card';

/**
 * How long a session lives at most, and how long it may lie unused: staff shortest, the card of an old person longest.
 * By the wall clock: moving the demo clock signs nobody out. Source: ASVS 7.3.1, 7.3.2.
 */
const lives = {
  staff: { longestMs: 30 * dayMs, idleMs: 72 * hourMs },
  resident: { longestMs: 90 * dayMs, idleMs: 30 * dayMs },
  card: { longestMs: 365 * dayMs, idleMs: 180 * dayMs },
};

const lifeOf = (way: Way, staff: boolean) => (way === 'card' ? lives.card : staff ? lives.staff : lives.resident);

export function expiresAt(way: Way, staff: boolean, now: Date): Date {
  return new Date(now.getTime() + lifeOf(way, staff).longestMs);
}

export function isIdle(session: { way: Way; staff: boolean; lastUsedAt: string }, now: Date): boolean {
  return now.getTime() - Date.parse(session.lastUsedAt) > lifeOf(session.way, session.staff).idleMs;
}

const phones: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/i, '鸿蒙手机'],
  [/iPad/i, '苹果平板'],
  [/iPhone/i, '苹果手机'],
  [/Android(?!.*Mobile)/i, '安卓平板'],
  [/Android/i, '安卓手机'],
  [/Windows/i, 'Windows 电脑'],
  [/Macintosh|Mac OS X/i, '苹果电脑'],
  [/UOS|Kylin|Linux/i, 'Linux 电脑'],
];
const programs: [RegExp, string][] = [
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/AlipayClient/i, '支付宝'],
  [/DingTalk/i, '钉钉'],
  [/HuaweiBrowser/i, '华为浏览器'],
  [/MiuiBrowser/i, '小米浏览器'],
  [/QQBrowser/i, 'QQ 浏览器'],
  [/UCBrowser/i, 'UC 浏览器'],
  [/Edg\//i, 'Edge 浏览器'],
  [/Firefox/i, '火狐浏览器'],
  [/Chrome|Chromium/i, 'Chrome 浏览器'],
  [/Safari/i, 'Safari 浏览器'],
];

/** A device in plain words from what a browser says of itself: 安卓手机 · 微信. */
export function deviceName(userAgent: string): string {
  const device = phones.find(([form]) => form.test(userAgent))?.[1];
  const program = programs.find(([form]) => form.test(userAgent))?.[1];
  if (!device && !program) return '其他程序';
  return [device ?? '其他设备', program].filter(Boolean).join(' · ');
}

/** The cookie that carries the session: bound to the host under TLS, plain on http://localhost. Source: ASVS 3.3. */
export function cookieName(protocol: string): string {
  return protocol === 'https' ? '__Host-liren' : 'liren';
}

export type Asking = { method: string; protocol: string; headers: Record<string, string | string[] | undefined> };

/**
 * The token a request carries: the bearer first, else the cookie. A cookie that another site's page sends along with a
 * changing request does not count. Source: ASVS 3.5.
 */
export function tokenOf(asking: Asking): { token: string; by: 'bearer' | 'cookie' } | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(String(asking.headers.authorization ?? ''))?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const reads = asking.method === 'GET' || asking.method === 'HEAD';
  if (!reads && asking.headers['sec-fetch-site'] === 'cross-site') return null;
  const name = cookieName(asking.protocol);
  for (const part of String(asking.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return { token: value, by: 'cookie' };
  }
  return null;
}
