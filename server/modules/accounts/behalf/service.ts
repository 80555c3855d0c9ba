import type { Actor } from '#shared/actor';
import { refuse, type Refusal } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type { Me } from '../contract.ts';
import { sessionChannel } from '../identity/service.ts';
import {
  auditArea,
  forgetUser,
  openSession,
  ownSessionOf,
  readMe,
  type Accounts,
  type SignedIn,
} from '../sessions/service.ts';
import { insertUser } from '../staff/store.ts';
import * as store from './store.ts';

export type CardHolder = {
  areaId: string;
  householdId: string;
  /** Nobody in particular when the card names the household only. */
  personId: string | null;
  cardId: string;
};
export type CardVisit = {
  device: string;
  /** The session the same browser had before. */
  replaces: string | null;
};

/**
 * Signs in whoever holds a household card that the people module has verified (issued, confirmed, not revoked). The
 * account is made at first use. The session carries no roles and ends with the card.
 */
export async function signInByCard(
  tx: Tx,
  accounts: Accounts,
  input: { holder: CardHolder; visit: CardVisit },
): Promise<SignedIn> {
  const { areaId, householdId, personId, cardId } = input.holder;
  const nameMasked = (personId && (await store.readMaskedName(tx, { areaId, personId }))) || '本户居民';
  const userId =
    (await store.findUserOf(tx, { personId, householdId })) ??
    (await insertUser(tx, {
      name: nameMasked,
      homeAreaId: areaId,
      personId,
      householdId: personId ? null : householdId,
    }));
  if (!userId) refuse(cardBusy);
  const behalf = { areaId, householdId, personId, personName: nameMasked, cardId, consentId: null };
  return openSession(tx, accounts, { userId, way: 'card', behalf, ...input.visit });
}

const cardBusy: Refusal = {
  code: 'card.busy',
  status: 409,
  zh: '这张卡正在另一台手机上第一次打开，请过几秒再扫一次。',
  en: 'This card is being opened elsewhere. Try again in a few seconds.',
};

/** Every process forgets whoever rests on a card or a consent that has just ended. */
export async function forgetResting(tx: Tx, on: { cardId?: string; consentId?: string }): Promise<void> {
  for (const userId of await store.usersResting(tx, on)) tx.notify(sessionChannel, userId);
}

const noConsent: Refusal = {
  code: 'acting.no-consent',
  status: 403,
  zh: '还没有登记老人同意您代办。请陪老人到社区，或者请网格员上门登记。',
  en: 'There is no consent on record for you to act for this person.',
};

/** Acts for an elder from now on in this session. Refused without her consent on record, and from a card. */
export async function startActing(
  tx: Tx,
  accounts: Accounts,
  input: { actor: Actor; elderId: string; areaId: string | undefined },
): Promise<Me> {
  const { actor, elderId } = input;
  const own = ownSessionOf(actor);
  const areaId = input.areaId ?? actor.homeAreaId;
  if (!areaId) refuse(noConsent);
  const consent = await store.findConsent(tx, { areaId, elderId, familyUserId: actor.id });
  if (!consent) refuse(noConsent);
  const changed = await store.updateBehalf(tx, own.sessionId, {
    areaId,
    householdId: consent.householdId,
    personId: elderId,
    personName: consent.nameMasked,
    cardId: null,
    consentId: consent.id,
  });
  if (!changed) refuse(noConsent);
  forgetUser(tx, accounts, actor.id);
  audit(tx, actor, { areaId, act: 'session.act-for', subject: elderId, detail: { consent: consent.id } });
  return readMe(tx, accounts, own);
}

/** Acts as oneself again. */
export async function stopActing(tx: Tx, accounts: Accounts, actor: Actor): Promise<Me> {
  const own = ownSessionOf(actor);
  await store.updateBehalf(tx, own.sessionId, null);
  forgetUser(tx, accounts, actor.id);
  const areaId = auditArea(accounts, actor.homeAreaId);
  audit(tx, actor, { areaId, act: 'session.act-for-end', ...(actor.personId ? { subject: actor.personId } : {}) });
  return readMe(tx, accounts, own);
}
