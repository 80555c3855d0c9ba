import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { phoneDigits } from '#contract/accounts';
import { forgetResting, phoneIndex } from '#modules/accounts';
import { noteUserArea, readUserAreas } from '#modules/messages';
import { requirePerson } from '../residents/service.ts';
import type { PeopleDoors } from '../scope/service.ts';
import type { Consent, ConsentList, NewConsent } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

async function toConsents(reader: Reader, rows: store.ConsentRecord[]): Promise<ConsentList> {
  const names = await store.readUserNames(reader, [...new Set(rows.map((row) => row.familyUserId))]);
  const items = rows.map(
    ({ id, areaId, elderId, elderName, householdLabel, familyUserId, relation, givenHow, givenAt, revokedAt }) => ({
      id,
      areaId,
      elderId,
      elderName,
      householdLabel,
      familyUserId,
      familyName: names.get(familyUserId) ?? '家属',
      relation,
      givenHow: givenHow as Consent['givenHow'],
      givenAt,
      revokedAt,
    }),
  );
  return { items };
}

/** Consents an elder has given, also those taken back, newest first. */
export async function listConsents(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string },
): Promise<ConsentList> {
  await requirePerson(reader, actor, doors, { ...input, can: 'people.read' });
  return toConsents(reader, await store.readConsentsOfElder(reader, input.areaId, input.personId));
}

/**
 * Records that an elder lets a family member act for her, and how she said so. Refused when the family member has no
 * account, is the elder, or is on record already.
 */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string; consent: NewConsent },
): Promise<Consent> {
  const { areaId, personId, consent } = input;
  const elder = await requirePerson(tx, actor, doors, { areaId, personId, can: 'people.write' });
  const family = (await findFamily(tx, doors, consent.family)) ?? refuse(rules.familyUnknown);
  if (family.id === elder.userId) refuse(rules.familyIsElder);
  const id = tx.newId();
  const { relation, givenHow } = consent;
  const row = { areaId, id, elderId: personId, familyUserId: family.id, relation, givenHow, recordedBy: actor.id };
  if (!(await store.insertConsent(tx, row, tx.now))) refuse(rules.consentExists);
  await noteUserArea(tx, { areaId, userId: family.id });
  audit(tx, actor, {
    areaId,
    act: 'family.consent',
    subject: `person:${personId}`,
    detail: { consentId: id, familyUserId: family.id, givenHow },
  });
  return first(await toConsents(tx, await store.readConsentsOfElder(tx, areaId, personId)), id);
}

function first(list: ConsentList, id: string): Consent {
  return list.items.find((one) => one.id === id) ?? refuse(rules.consentUnknown);
}

/** The account with this user name, or this mobile number. */
function findFamily(reader: Reader, doors: PeopleDoors, name: string): Promise<{ id: string; name: string } | null> {
  const phone = phoneDigits(name);
  return store.findUser(reader, name.toLowerCase(), phone && phoneIndex(doors, phone));
}

/** Takes a consent back on the elder's word, by a worker. */
export async function revokeConsent(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; personId: string; consentId: string },
): Promise<ConsentList> {
  await requirePerson(tx, actor, doors, { ...input, can: 'people.write' });
  const consent = await store.findConsent(tx, [input.areaId], input.consentId);
  if (!consent || consent.elderId !== input.personId) refuse(rules.consentUnknown);
  await endConsent(tx, actor, consent);
  return toConsents(tx, await store.readConsentsOfElder(tx, input.areaId, input.personId));
}

/** The elder takes back her own consent, or the family member steps down. */
export async function revokeOwnConsent(tx: Tx, actor: Actor, consentId: string): Promise<void> {
  const consent =
    (await store.findConsent(tx, await readUserAreas(tx, actor), consentId)) ?? refuse(rules.consentUnknown);
  // Whoever acts for the elder counts as her in most things, but not in deciding who else may.
  const actsForElder = await store.findLiveConsent(tx, consent.areaId, consent.elderId, actor.id);
  const personId = actsForElder ? null : actor.personId;
  const who = { userId: actor.id, personId, homeAreaId: actor.homeAreaId };
  if (!rules.mayRevoke(consent, who)) refuse(rules.consentUnknown);
  await endConsent(tx, actor, consent);
}

async function endConsent(tx: Tx, actor: Actor, consent: store.ConsentRecord): Promise<void> {
  if (!(await store.revokeConsent(tx, consent.areaId, consent.id, tx.now))) refuse(rules.consentUnknown);
  await forgetResting(tx, { consentId: consent.id });
  audit(tx, actor, {
    areaId: consent.areaId,
    act: 'family.revoke',
    subject: `person:${consent.elderId}`,
    detail: { consentId: consent.id },
  });
}

/** The elders who let the actor act for them. */
export async function listMyElders(reader: Reader, actor: Actor): Promise<ConsentList> {
  return toConsents(reader, await store.readConsentsOfFamily(reader, await readUserAreas(reader, actor), actor.id));
}

/** Whom the actor lets act for them. */
export async function listMyConsents(reader: Reader, actor: Actor): Promise<ConsentList> {
  if (!actor.homeAreaId || !actor.personId) return { items: [] };
  return toConsents(reader, await store.readConsentsOfElder(reader, actor.homeAreaId, actor.personId));
}

/** The consent under which a user may act for an elder; refused when there is none that stands. */
export async function requireConsent(
  reader: Reader,
  input: { areaId: string; elderId: string; userId: string },
): Promise<{ id: string; householdId: string | null; elderName: string; relation: string }> {
  const consent = await store.findLiveConsent(reader, input.areaId, input.elderId, input.userId);
  return consent ?? refuse(rules.consentNeeded);
}
