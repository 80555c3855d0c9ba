import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import type { BodyChange, BodyForm } from '../contract.ts';
import { termDeadline } from '../members/rules.ts';
import { emptyBody } from '../members/service.ts';
import { readSittings } from '../members/store.ts';
import * as rules from '../rules.ts';
import type { OrganisationDoors } from '../scope/service.ts';
import * as store from '../store.ts';

type Which = { areaId: string; bodyId: string };

/**
 * Notes a new body. Refused at a place or level where it cannot stand, for a party group with too few party members, and when
 * its name is taken. Answers its id. Source: C26, N46, N68.
 */
export async function foundBody(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: { areaId: string; form: BodyForm },
): Promise<string> {
  const { form } = input;
  const { tree, words } = doors;
  const owner = requireOwner(tree, input.areaId);
  const areaId = owner.id;
  const within = (id: string | null) => {
    const node = id === null ? undefined : tree.get(id);
    return node && node.ownerId === areaId ? node : undefined;
  };
  const estate = within(form.estateId);
  const placeLevel = within(form.placeId)?.level ?? null;
  const kind = words.kinds[form.body];
  refuseIf(rules.whyNotThere(kind, form, { level: owner.level, estate: estate?.level === 'estate', placeLevel }));
  const parent =
    form.parentId === null ? null : ((await store.readBody(tx, areaId, form.parentId)) ?? refuse(rules.bodyUnknown));
  refuseIf(rules.whyNotHang(kind?.treeLevel ?? null, parent));
  refuseIf(rules.whyNotTerm(form));
  refuseIf(rules.whyNotComposition(words, form.composition));
  await requirePartyMembers(tx, doors, { areaId, form });
  const id = tx.newId();
  const row = { ...form, areaId, id, level: kind?.treeLevel ?? null, createdBy: actor.id };
  if (!(await store.insertBody(tx, row, tx.now))) refuse(rules.nameTaken);
  appendTermEnd(tx, { areaId, id, termTo: form.termTo });
  audit(tx, actor, { areaId, act: 'body.found', subject: `body:${id}`, detail: { body: form.body } });
  return id;
}

async function requirePartyMembers(
  tx: Tx,
  { words }: OrganisationDoors,
  input: { areaId: string; form: BodyForm },
): Promise<void> {
  const { group, of, atLeast } = words.partyGroup;
  const { areaId, form } = input;
  if (form.body !== group) return;
  const sittings = await readSittings(tx, areaId);
  const members = sittings.filter((one) => one.word === of && one.estateId === form.estateId && one.partyMember);
  refuseIf(rules.whyNotPartyGroup(members.length, atLeast));
}

function appendTermEnd(tx: Tx, body: { areaId: string; id: string; termTo: string | null }): void {
  const { termTo } = body;
  if (termTo !== null && termTo >= shanghaiDate(tx.now))
    tx.append('jobs.deadlines', termDeadline({ ...body, termTo }, tx.newId()));
}

/** Changes name, term, platform and how it is reached. A later last day keeps its members in office. Refused when someone was first. */
export async function changeBody(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { change: BodyChange },
): Promise<void> {
  const { areaId, bodyId, change } = input;
  requireOwner(doors.tree, areaId);
  const body = (await store.lockBody(tx, areaId, bodyId)) ?? refuse(rules.bodyUnknown);
  refuseIf(rules.whyNotTerm(change));
  refuseIf(rules.whyNotComposition(doors.words, change.composition));
  const outcome = await store.updateBody(tx, { areaId, id: bodyId }, change);
  if (outcome !== 'done') refuse(outcome === 'taken' ? rules.nameTaken : rules.changedFirst);
  if (change.termTo !== body.termTo) appendTermEnd(tx, { areaId, id: bodyId, termTo: change.termTo });
  audit(tx, actor, { areaId, act: 'body.change', subject: `body:${bodyId}` });
}

/** Closes a body: it and its members are kept, its roles end. Refused while bodies stand under it. */
export async function closeBody(
  tx: Tx,
  actor: Actor,
  doors: OrganisationDoors,
  input: Which & { reason: string },
): Promise<void> {
  const { areaId, bodyId, reason } = input;
  requireOwner(doors.tree, areaId);
  const body = (await store.lockBody(tx, areaId, bodyId)) ?? refuse(rules.bodyUnknown);
  if ((await store.countBelow(tx, areaId, bodyId)) > 0) refuse(rules.hasBelow);
  const day = shanghaiDate(tx.now);
  await emptyBody(tx, doors, body, { on: day, why: reason });
  await store.closeBody(tx, areaId, bodyId, day);
  audit(tx, actor, { areaId, act: 'body.close', subject: `body:${bodyId}`, detail: { reason } });
}
