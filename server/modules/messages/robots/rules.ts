import type { Refusal } from '#shared/refusal';
import { robotKindNames, type RobotKind } from './contract.ts';

/** Where the robots of each kind live. An operator may name further origins. */
const homes: Record<Exclude<RobotKind, 'mail'>, string[]> = {
  wecom: ['https://qyapi.weixin.qq.com'],
  dingtalk: ['https://oapi.dingtalk.com'],
  feishu: ['https://open.feishu.cn', 'https://open.larksuite.com'],
};

/** Where robots and mailboxes may be: origins and domains that the operator has named. */
export type Named = { isOrigin(origin: string): boolean; domains: readonly string[] };

/** The host of a robot's address, or why it is none: only the kind's own home and what the operator has named. */
export function hostOf(kind: RobotKind, address: string, named: Named): string | Refusal {
  if (kind === 'mail') return mailDomainOf(address, named.domains);
  const url = URL.canParse(address) ? new URL(address) : null;
  const isHome = url !== null && (homes[kind].includes(url.origin) || named.isOrigin(url.origin));
  if (url && isHome && url.username === '' && url.password === '') return url.host;
  return {
    code: 'robot.address-not-allowed',
    status: 422,
    zh: `这不是${robotKindNames[kind]}群机器人的网址。请在群里点开机器人，把它的 Webhook 网址整个复制过来。`,
    en: 'This is not the address of a robot of this kind.',
  };
}

function mailDomainOf(address: string, domains: readonly string[]): string | Refusal {
  const domain = /^[\w.+-]{1,64}@([a-z0-9.-]+)$/i.exec(address)?.[1]?.toLowerCase();
  if (domain && domains.includes(domain)) return domain;
  const where = domains.map((one) => `@${one}`).join('、');
  return {
    code: 'robot.mailbox-not-allowed',
    status: 422,
    zh: where ? `只能发到这些邮箱：${where}。请写单位的一个工作邮箱。` : '这套系统还没有接邮件，请找运维设好再来。',
    en: where ? `Letters go to these domains only: ${where}.` : 'This system sends no letters yet: ask its operator.',
    fields: { address: '不能发到这个邮箱' },
  };
}

export const robotUnknown: Refusal = {
  code: 'robot.unknown',
  status: 404,
  zh: '没有这个群机器人，或者已经停用了。请刷新看看。',
  en: 'There is no such robot, or it was ended before.',
};

/** What a message says: which matter, of which class, at which step, where to open it. Nobody's words, name or door. */
export type Saying = {
  area: string;
  what: string;
  number: string;
  category: string;
  step: string;
  link: string | null;
};

export function textOf({ area, what, number, category, step, link }: Saying): string {
  const facts = [category, step].filter((one) => one !== '').join(' · ');
  return [`【里仁·${area}】${what}`, `${number}　${facts}`, link].filter(Boolean).join('\n');
}

type Sign = (key: string, text: string) => string;
type Post = { address: string; body: object };

/** The subject of a letter is its first line. */
export function letterOf(to: string, text: string): { to: string; subject: string; text: string } {
  return { to, subject: text.split('\n')[0] ?? '', text };
}

/**
 * What is posted to a robot of each kind. `sign` is HMAC-SHA256 in base64. Source: the robot pages of WeCom (text),
 * DingTalk (`timestamp` in ms and `sign` in the address) and Feishu (`timestamp` in s and `sign` in the body).
 */
export function postOf(
  robot: { kind: Exclude<RobotKind, 'mail'>; address: string; secret: string | null },
  text: string,
  signing: { now: Date; sign: Sign },
): Post {
  const { kind, address, secret } = robot;
  const { now, sign } = signing;
  if (kind === 'feishu') {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const signed = secret ? { timestamp, sign: sign(`${timestamp}\n${secret}`, '') } : {};
    return { address, body: { ...signed, msg_type: 'text', content: { text } } };
  }
  const body = { msgtype: 'text', text: { content: text } };
  if (kind === 'wecom' || !secret) return { address, body };
  const url = new URL(address);
  const timestamp = String(now.getTime());
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('sign', sign(secret, `${timestamp}\n${secret}`));
  return { address: url.href, body };
}

/** What a robot says it did not take; null when it took the message. All three answer 200 and a code of their own. */
export function refusalIn(answer: string): string | null {
  try {
    const { errcode, code, errmsg, msg } = JSON.parse(answer) as Record<string, unknown>;
    const number = errcode ?? code;
    return number === 0 ? null : `对方没有收：${String(errmsg ?? msg ?? number).slice(0, 100)}`;
  } catch {
    return '对方的回答看不懂';
  }
}

/** Tried this often, over about an hour and a half, then given up and shown to staff. */
export const attemptsMax = 5;
