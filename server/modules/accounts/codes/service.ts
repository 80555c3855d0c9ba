import { randomBytes, randomInt } from 'node:crypto';
import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { originOf } from '../attempts/rules.ts';
import { tryOnce } from '../attempts/service.ts';
import * as attempts from '../attempts/store.ts';
import { phoneDigits } from '../contract.ts';
import { accountDisabled, openSession, type Accounts, type SignedIn } from '../sessions/service.ts';
import * as staff from '../staff/store.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

/** The blind index under which accounts know a phone. Refused when the text is no mobile number. */
export function phoneIndex(accounts: Pick<Accounts, 'sealer'>, phone: string): string {
  return accounts.sealer.index('account-phone', phoneDigits(phone) ?? refuse(rules.phoneInvalid));
}

export type CodeSent = { ticket: string; expiresAt: string; againAt: string; demoCode: string | null };

const notSent: Refusal = {
  code: 'code.not-sent',
  status: 409,
  zh: '短信没有发出去。请过一会儿再试，或者用密码登录。',
  en: 'The message could not be sent. Try again, or sign in with a password.',
};

/**
 * Sends a one-time code. Only its keyed hash is kept, under the blind index of the number. Refused when asked for too often.
 * Known and unknown numbers are treated alike. Source: ASVS 6.5, 6.6.
 */
export async function sendCode(
  reader: Reader,
  accounts: Accounts,
  input: { phone: string; ip: string },
): Promise<CodeSent> {
  const { sealer, sms, demo } = accounts;
  const phone = phoneIndex(accounts, input.phone);
  const origin = sealer.index('sign-in-origin', originOf(input.ip));
  const now = accounts.wallClock();
  const sent = await store.countSent(reader, { phone, origin, since: new Date(now.getTime() - rules.countedMs) });
  const { pair } = await attempts.readTallies(reader, { name: phone, origin });
  const lastPairAt = sent.lastPairAt === null ? null : Date.parse(sent.lastPairAt);
  refuseIf(rules.whyNotSend({ ...sent, lastPairAt, proven: pair?.provenAt != null }, now.getTime()));
  const ticket = randomBytes(16).toString('base64url');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(now.getTime() + rules.codeLifeMs);
  await store.insertCode(reader, { id: ticket, phone, origin, code: hashCode(accounts, ticket, code), now, expiresAt });
  const text = `【里仁】验证码 ${code}，5 分钟内有效。不是您本人操作请不要理会，也不要告诉别人。`;
  await sms.send({ phone: phoneDigits(input.phone) ?? '', text }).catch(() => refuse(notSent));
  const againAt = new Date(now.getTime() + rules.againAfterMs).toISOString();
  return { ticket, expiresAt: expiresAt.toISOString(), againAt, demoCode: demo ? code : null };
}

function hashCode({ sealer }: Accounts, ticket: string, code: string): string {
  return sealer.index('sign-in-code', `${ticket}:${code}`);
}

export type CodeTrial = { phone: string; code: string; ticket: string | null; ip: string };

/** The phone whose code was entered rightly, once. Refused alike for a wrong, old, used or never sent code. */
export async function checkCode(reader: Reader, accounts: Accounts, trial: CodeTrial): Promise<string> {
  const phone = phoneIndex(accounts, trial.phone);
  const origin = accounts.sealer.index('sign-in-origin', originOf(trial.ip));
  const now = accounts.wallClock();
  const check = async (): Promise<string | null> => {
    const key = { phone, origin, ticket: trial.ticket };
    const found = await store.takeTry(reader, key, { now, triesMost: rules.triesMost });
    const right = found !== null && found.code === hashCode(accounts, found.id, trial.code.trim());
    return right && (await store.spendCode(reader, found.id, now)) ? phone : null;
  };
  return tryOnce(reader, { key: { name: phone, origin }, now, check, failure: rules.codeWrong });
}

export type CodeVisit = { phone: string; areaId: string | undefined; device: string; replaces: string | null };

/** Signs in whoever holds the phone; the first time, this makes the account. `phone` is the blind index that was proven. */
export async function signInByPhone(tx: Tx, accounts: Accounts, visit: CodeVisit): Promise<SignedIn> {
  const { phone, areaId, device, replaces } = visit;
  const found = await staff.findByPhone(tx, phone);
  if (found?.disabled) refuse(accountDisabled);
  const homeAreaId = areaId && accounts.tree.get(areaId)?.level === 'community' ? areaId : null;
  const userId = found?.userId ?? (await staff.insertUser(tx, { name: '居民', phoneIndex: phone, homeAreaId }));
  if (!userId) refuse(rules.codeWrong);
  return openSession(tx, accounts, { userId, way: 'code', device, behalf: null, replaces });
}
