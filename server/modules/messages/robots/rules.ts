import type { Refusal } from '#shared/refusal';
import { robotKindNames, type RobotKind } from './contract.ts';

/** Where the robots of each kind live. An operator may name further origins. */
const homes: Record<RobotKind, string[]> = {
  wecom: ['https://qyapi.weixin.qq.com'],
  dingtalk: ['https://oapi.dingtalk.com'],
  feishu: ['https://open.feishu.cn', 'https://open.larksuite.com'],
};

/** The host of a robot's address, or why it is none: only the kind's own home and what the operator has named. */
export function hostOf(kind: RobotKind, address: string, isNamed: (origin: string) => boolean): string | Refusal {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isHome = url !== null && (homes[kind].includes(url.origin) || isNamed(url.origin));
  if (url && isHome && url.username === '' && url.password === '') return url.host;
  return {
    code: 'robot.address-not-allowed',
    status: 422,
    zh: `这不是${robotKindNames[kind]}群机器人的网址。请在群里点开机器人，把它的 Webhook 网址整个复制过来。`,
    en: 'This is not the address of a robot of this kind.',
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

/**
 * What is posted to a robot of each kind. `sign` is HMAC-SHA256 in base64. Source: the robot pages of WeCom (text),
 * DingTalk (`timestamp` in ms and `sign` in the address) and Feishu (`timestamp` in s and `sign` in the body).
 */
export function postOf(
  robot: { kind: RobotKind; address: string; secret: string | null },
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
