import { hashPassword } from 'better-auth/crypto';
import type { Actor } from '#shared/actor';
import { refuse, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { phoneIndex } from '../codes/service.ts';
import type { DemoAccount, NewStaff } from '../contract.ts';
import { grantsChannel } from '../directory/service.ts';
import { requireGivable } from '../grants/service.ts';
import { grantsOf, insertGrants } from '../grants/store.ts';
import { endSessions, type Accounts } from '../sessions/service.ts';
import * as store from './store.ts';

const nameTaken: Refusal = {
  code: 'account.taken',
  status: 409,
  zh: '这个用户名或手机号已经有账号了，请换一个。',
  en: 'There is an account with this user name or phone already.',
  fields: { username: '已经有人用了' },
};

export type NewAccount = {
  username?: string;
  password?: string;
  /** A password hashed before, for many accounts with the same one. */
  passwordHash?: string;
  name: string;
  face?: string | null;
  homeAreaId?: string | null;
  personId?: string | null;
  /** The blind index of the phone, as `phoneIndex` makes it. */
  phoneIndex?: string;
  /** `workPhone` and `dutyUntil` stand on the contact card. */
  preferences?: { workPhone?: string; dutyUntil?: string; elderMode?: boolean };
  mustChangePassword?: boolean;
  grants?: { role: string; areaId: string }[];
  grantedBy?: string;
};

/** Makes an account with its roles; asks nobody's permission. Refused when the user name or the phone has one already. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<string> {
  const { password, grants = [], grantedBy = 'system', ...user } = account;
  const userId = (await store.insertUser(tx, user)) ?? refuse(nameTaken);
  const passwordHash = account.passwordHash ?? (password === undefined ? null : await hashPassword(password));
  if (passwordHash !== null) await store.insertPassword(tx, userId, passwordHash);
  if (grants.length > 0) {
    await insertGrants(tx, { userId, grants, grantedBy });
    tx.notify(grantsChannel, '');
  }
  return userId;
}

/**
 * Makes an account for a colleague with a first password, which must be changed before its roles count. Refused when a role
 * lies outside the area or is beyond the maker.
 */
export async function createStaff(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; areaId: string; staff: NewStaff; passwordHash: string },
): Promise<string> {
  const { actor, areaId, staff, passwordHash } = input;
  for (const grant of staff.roles) {
    if (!accounts.tree.covers(areaId, grant.areaId)) refuse(outside);
    requireGivable(accounts, actor, grant);
  }
  const userId = await createAccount(tx, {
    username: staff.username,
    name: staff.name,
    passwordHash,
    mustChangePassword: true,
    grants: staff.roles,
    grantedBy: actor.id,
    ...(staff.phone ? { phoneIndex: phoneIndex(accounts, staff.phone) } : {}),
  });
  const detail = { roles: staff.roles };
  audit(tx, actor, { areaId: accounts.tree.ownerOf(areaId), act: 'account.create', subject: userId, detail });
  return userId;
}

const outside: Refusal = {
  code: 'role.outside',
  status: 403,
  zh: '角色所在的辖区不在您这里，请选本辖区以内的。',
  en: 'The role lies outside this area.',
};

const notYours: Refusal = {
  code: 'account.not-yours',
  status: 403,
  zh: '这个账号在您的辖区之外还有角色，或者不是工作人员账号。请找上级管理员重置密码。',
  en: 'This account holds roles beyond your area, or is no staff account.',
};

/**
 * Gives a colleague who forgot it a new first password; every session ends. Refused unless all roles of the account lie in
 * the area and within what the actor may give, so that nobody comes into a greater account this way.
 */
export async function resetPassword(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; areaId: string; userId: string; passwordHash: string },
): Promise<void> {
  const { actor, areaId, userId, passwordHash } = input;
  const held = await grantsOf(tx, userId);
  if (held.length === 0 || held.some((grant) => !accounts.tree.covers(areaId, grant.areaId))) refuse(notYours);
  for (const grant of held) requireGivable(accounts, actor, grant);
  if (!(await store.updatePassword(tx, userId, { passwordHash, mustChange: true }))) refuse(notYours);
  await endSessions(tx, accounts, { userId, keep: null });
  audit(tx, actor, { areaId: accounts.tree.ownerOf(areaId), act: 'account.reset-password', subject: userId });
}

const demoSetting = 'demo.accounts';

export type DemoCard = NewAccount & { username: string; title: string; does: string };

/** Makes the accounts behind the role cards of the demo, all with one password. Answers user ids by user name. */
export async function createDemoAccounts(
  tx: Tx,
  demo: { password: string; passwordHash?: string; cards: DemoCard[] },
): Promise<Map<string, string>> {
  const passwordHash = demo.passwordHash ?? (await hashPassword(demo.password));
  const ids = new Map<string, string>();
  const shown: DemoAccount[] = [];
  for (const { title, does, ...account } of demo.cards) {
    ids.set(account.username, await createAccount(tx, { ...account, passwordHash }));
    shown.push({ username: account.username, name: account.name, title, face: account.face ?? null, does });
  }
  await store.writeSetting(tx, demoSetting, { password: demo.password, accounts: shown });
  return ids;
}

/** The role cards of the demo; none before it is loaded. */
export async function listDemoAccounts(reader: Reader): Promise<{ password: string; accounts: DemoAccount[] }> {
  return (await store.readSetting(reader, demoSetting)) ?? { password: '', accounts: [] };
}
