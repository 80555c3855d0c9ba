import type { Grant } from '#shared/actor';
import { createAccount } from '#modules/accounts';
import { openSession } from '../server/modules/accounts/sessions/service.ts';
import { need } from './matters.ts';
import { areas, asker, type Asker, type World } from './world.ts';

/** Those whose money it is, and a fund of theirs, for tests of public money. */

/** Adds somebody who holds a role at an area of a world, or lives there, signed in. */
export async function addPerson(
  world: World,
  person: { username: string; name: string; grants: Grant[]; homeAreaId?: string },
): Promise<Asker> {
  const { database, accounts, context } = world.parts;
  const id = await database.transaction(world.clock.now(), (tx) => createAccount(tx, { homeAreaId: null, ...person }));
  const opening = { userId: id, way: 'password', behalf: null, device: '测试', replaces: null } as const;
  const session = await database.transaction(accounts.wallClock(), (tx) => openSession(tx, accounts, opening));
  await context.directory.reload();
  return asker(world.app, session.token, id);
}

/** A chair, a deputy and a member of the committee of 工盛小区, and one of its supervision group. */
export async function openCommittee(world: World) {
  const at = (role: string): Grant[] => [{ role, areaId: areas.estate }];
  const chair = { username: 'chair', name: '穆长河', grants: at('owners-committee') };
  const deputy = { username: 'deputy', name: '林素琴', grants: at('owners-committee') };
  const member = { username: 'member', name: '尤建平', grants: at('owners-committee') };
  const auditor = { username: 'auditor', name: '翟福田', grants: at('supervisors') };
  return {
    chair: await addPerson(world, chair),
    deputy: await addPerson(world, deputy),
    member: await addPerson(world, member),
    auditor: await addPerson(world, auditor),
  };
}

export const fundForm = {
  ...{ word: 'public-revenue', estateId: areas.estate, openedOn: '2026-09-01', name: '工盛小区公共收益' },
  ...{ bankName: '农商银行', bankTail: '6688', bankOpening: '10000', cashOpening: '200' },
  ...{ hotline: '0533-2345678', opinionBox: '小区值班室门口' },
};

/** Opens the fund of 工盛小区 and answers its id, its path, and its accounts by name. */
export async function openPublicRevenue(world: World, form: object = {}) {
  const page = need(await world.as('community').post('funds', { ...fundForm, ...form })).body;
  const accounts = Object.fromEntries(
    page.accounts.map(({ name, id }: { name: string; id: string }) => [name, id]),
  ) as Record<string, string>;
  return { id: page.id as string, path: `funds/${page.id as string}`, accounts };
}
