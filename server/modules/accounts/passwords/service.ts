import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Actor } from '#shared/actor';
import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { originOf } from '../attempts/rules.ts';
import { tryOnce } from '../attempts/service.ts';
import { accountDisabled, auditArea, endSessions, type Accounts } from '../sessions/service.ts';
import * as staff from '../staff/store.ts';
import { whyWeak } from './rules.ts';

// Checked when the name is unknown, so that the answer takes as long as for a wrong password.
const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

const wrongPassword: Refusal = {
  code: 'session.wrong-password',
  status: 401,
  zh: '用户名或密码不对，请检查后再试。忘记密码请找社区管理员重置。',
  en: 'The user name or the password is wrong.',
};

export type PasswordTrial = { username: string; password: string; ip: string };

/** The account behind a user name and password. Refused alike for an unknown name and a wrong password. Source: trust.md S7. */
export async function checkPassword(reader: Reader, accounts: Accounts, trial: PasswordTrial): Promise<string> {
  const username = trial.username.trim().toLowerCase();
  const found = await tryGuarded(reader, accounts, {
    ...trial,
    name: username,
    find: () => staff.findCredential(reader, username),
  });
  if (found.disabled) refuse(accountDisabled);
  return found.userId;
}

type Guarded = { name: string; password: string; ip: string; find: () => Promise<staff.Credential | null> };

async function tryGuarded(reader: Reader, accounts: Accounts, guarded: Guarded): Promise<staff.Credential> {
  const { sealer, gate } = accounts;
  const origin = sealer.index('sign-in-origin', originOf(guarded.ip));
  const check = async (): Promise<staff.Credential | null> => {
    const credential = await guarded.find();
    const hash = credential?.passwordHash ?? nobodysHash;
    const right = await verifyPassword({ hash, password: guarded.password });
    return right && credential ? credential : null;
  };
  const key = { name: sealer.index('sign-in-name', guarded.name), origin };
  return gate.run(originOf(guarded.ip), () =>
    tryOnce(reader, { key, now: accounts.wallClock(), check, failure: wrongPassword }),
  );
}

/** Makes the stored form of a new password. Refused when it is easy to guess. Slow: call it outside a transaction. */
export async function preparePassword(
  accounts: Accounts,
  input: { password: string; username: string; ip: string },
): Promise<string> {
  refuseIf(whyWeak(input.password, input.username));
  return accounts.gate.run(originOf(input.ip), () => hashPassword(input.password));
}

/** The stored form of a new password of one's own. Refused when the present one is wrong. */
export async function prepareOwnPassword(
  reader: Reader,
  accounts: Accounts,
  input: { actor: Actor; current: string; next: string; ip: string },
): Promise<string> {
  const { actor, current, next, ip } = input;
  await tryGuarded(reader, accounts, {
    name: `user:${actor.id}`,
    password: current,
    ip,
    find: () => staff.findCredentialOf(reader, actor.id),
  });
  return preparePassword(accounts, { password: next, username: '', ip });
}

/** Puts the new password in place and ends the other sessions. Source: ASVS 7.4.3. */
export async function changePassword(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; passwordHash: string },
): Promise<void> {
  const { actor, passwordHash } = input;
  await staff.updatePassword(tx, actor.id, { passwordHash, mustChange: false });
  await endSessions(tx, accounts, { userId: actor.id, keep: actor.sessionId });
  audit(tx, actor, { areaId: auditArea(accounts, actor.homeAreaId), act: 'account.change-password' });
}
