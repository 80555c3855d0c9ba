import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { forgetResting, type CardHolder } from '#modules/accounts';
import { requireOwner } from '#modules/areas';
import { tell } from '#modules/messages';
import { personUnknown } from '../residents/rules.ts';
import { requireHousehold, requireHouseholds } from '../households/service.ts';
import { requirePerson } from '../residents/service.ts';
import { requireScope, type PeopleDoors } from '../scope/service.ts';
import { readContactCard, type ContactDoors } from '../contact/service.ts';
import { isWithin } from '../scope/rules.ts';
import { cardStateNames, type Card, type CardList, type CardPrint, type CardUse } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

export type CardDoors = PeopleDoors & ContactDoors;

function toCard(row: store.CardRecord): Card {
  const state = rules.stateOf(row);
  const {
    id,
    householdId,
    householdLabel,
    personId,
    personName,
    issuedAt,
    firstUsedAt,
    confirmedAt,
    lastUsedAt,
    revokedAt,
  } = row;
  return {
    id,
    householdId,
    householdLabel,
    personId,
    personName,
    state,
    stateName: cardStateNames[state],
    issuedAt,
    firstUsedAt,
    confirmedAt,
    lastUsedAt,
    revokedAt,
  };
}

type Issue = { areaId: string; random: (bytes: number) => Uint8Array; address: string };

/**
 * Issues a card for a household, or for one of its members; an earlier card of the same holder stops working. The code is
 * in the answer this once. Refused outside the actor's scope, or when the person lives elsewhere.
 */
export async function issueCard(
  tx: Tx,
  actor: Actor,
  doors: CardDoors,
  input: Issue & { householdId: string; personId?: string | undefined },
): Promise<CardPrint> {
  const { areaId, householdId } = input;
  const household = await requireHousehold(tx, actor, doors, { areaId, householdId, can: 'card.issue' });
  const personId = input.personId ?? null;
  if (personId) {
    const person = await requirePerson(tx, actor, doors, { areaId, personId, can: 'card.issue' });
    if (person.householdId !== householdId || person.leftAt !== null) refuse(personUnknown);
  }
  const [print] = await issue(tx, actor, doors, { ...input, holders: [{ household, personId }] });
  return print ?? refuse(rules.cardUnknown);
}

/**
 * Issues a card to each of these households, to be printed in one go; in order of their address. Earlier cards of a whole
 * household stop working. Refused when one of them lies outside the actor's scope.
 */
export async function issueCards(
  tx: Tx,
  actor: Actor,
  doors: CardDoors,
  input: Issue & { householdIds: string[] },
): Promise<CardPrint[]> {
  const { areaId, householdIds } = input;
  const households = await requireHouseholds(tx, actor, doors, { areaId, householdIds, can: 'card.issue' });
  return issue(tx, actor, doors, {
    ...input,
    holders: households.map((household) => ({ household, personId: null })),
  });
}

type CardFor = { household: { id: string; gridId: string | null; buildingId: string | null }; personId: string | null };

async function issue(
  tx: Tx,
  actor: Actor,
  doors: CardDoors,
  input: Issue & { holders: CardFor[] },
): Promise<CardPrint[]> {
  const { areaId, random, address } = input;
  const area = requireOwner(doors.tree, areaId);
  const letters = area.letters;
  if (!letters) throw new Error(`area ${areaId} owns records and has no letters`);
  const made = input.holders.map(({ household, personId }) => ({
    id: tx.newId(),
    householdId: household.id,
    personId,
    code: rules.codeOf(letters, rules.secretOf(random(rules.randomBytesPerCard))),
    contact: readContactCard(doors, { areaId, placeId: household.gridId ?? household.buildingId, now: tx.now }),
  }));
  const earlier = await store.revokeEarlier(tx, tx.now, { areaId, holders: made, by: actor.id });
  for (const cardId of earlier) await forgetResting(tx, { cardId });
  const rows = made.map(({ code, ...one }) => ({ ...one, tokenHash: rules.hashOf(code), issuedBy: actor.id }));
  await store.insertCards(tx, tx.now, areaId, rows);
  for (const { id, householdId } of made)
    audit(tx, actor, { areaId, act: 'card.issue', subject: `card:${id}`, detail: { householdId } });
  const byId = new Map(made.map((one) => [one.id, one]));
  return (await store.readCardsById(tx, areaId, [...byId.keys()])).flatMap((row) => {
    const one = byId.get(row.id);
    if (!one) return [];
    const card = toCard(row);
    return [
      {
        card,
        code: rules.groupedCode(one.code),
        url: `${address}/card/${one.code}`,
        areaName: area.name,
        householdLabel: card.householdLabel,
        personName: card.personName,
        contact: one.contact,
      },
    ];
  });
}

/** The cards of a household, newest first, without their codes. */
export async function listCards(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; householdId: string },
): Promise<CardList> {
  await requireHousehold(reader, actor, doors, { ...input, can: 'people.read' });
  const rows = await store.readCards(reader, input.areaId, input.householdId);
  return { items: rows.map(toCard) };
}

/** The cards whose first use waits for a confirmation this actor may give. Refused where she may confirm none. */
export async function listWaitingCards(
  reader: Reader,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string },
): Promise<CardList> {
  const scope = requireScope(actor, doors, { areaId: input.areaId, can: 'card.confirm' });
  const rows = await store.readWaiting(reader, input.areaId);
  return { items: rows.filter((row) => isWithin(scope, row)).map(toCard) };
}

async function requireCard(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; cardId: string; can: string },
): Promise<store.CardRecord> {
  const scope = requireScope(actor, doors, input);
  const card = await store.readCard(tx, input.areaId, input.cardId);
  return card && isWithin(scope, card) ? card : refuse(rules.cardUnknown);
}

/** Stops a card at once and ends the sessions it opened. */
export async function revokeCard(
  tx: Tx,
  actor: Actor,
  doors: CardDoors,
  input: { areaId: string; cardId: string },
): Promise<Card> {
  const card = await requireCard(tx, actor, doors, { ...input, can: 'card.issue' });
  await store.markRevoked(tx, tx.now, { areaId: input.areaId, id: card.id, by: actor.id });
  await forgetResting(tx, { cardId: card.id });
  audit(tx, actor, { areaId: input.areaId, act: 'card.revoke', subject: `card:${card.id}` });
  return toCard((await store.readCard(tx, input.areaId, card.id)) ?? card);
}

/** The grid worker says that the first use was the household's own. Refused before the first use and of a revoked card. */
export async function confirmCard(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; cardId: string },
): Promise<Card> {
  const card = await requireCard(tx, actor, doors, { ...input, can: 'card.confirm' });
  refuseIf(rules.whyNotConfirm(card));
  await store.markConfirmed(tx, tx.now, { areaId: input.areaId, id: card.id, by: actor.id });
  audit(tx, actor, { areaId: input.areaId, act: 'card.confirm', subject: `card:${card.id}` });
  return toCard((await store.readCard(tx, input.areaId, card.id)) ?? card);
}

/** The card a code belongs to, found by the letters of its community; null for anything that is not the code of a card. */
export async function findCard(reader: Reader, doors: ContactDoors, code: string): Promise<store.CardRecord | null> {
  const read = rules.readCode(code);
  const area = read && doors.tree.byLetters(read.areaLetters);
  return area ? store.findCard(reader, area.id, rules.hashOf(read.code)) : null;
}

/**
 * A card is used. The first use only tells the grid worker, who confirms it; from then on it signs in. Refused when
 * revoked. `holder` is whom accounts shall sign in, null while it waits.
 */
export async function useCard(
  tx: Tx,
  actor: Actor,
  doors: CardDoors,
  card: store.CardRecord,
): Promise<{ use: Omit<CardUse, 'token'>; holder: CardHolder | null }> {
  refuseIf(rules.whyNotUse(card));
  const { areaId, householdId, personId } = card;
  const contact = readContactCard(doors, { areaId, placeId: card.gridId ?? card.buildingId, now: tx.now });
  if (rules.stateOf(card) === 'confirmed') {
    if (!(await store.markUse(tx, tx.now, areaId, card.id))) refuse(rules.cardRevoked);
    audit(tx, actor, { areaId, act: 'card.sign-in', subject: `card:${card.id}` });
    return {
      use: { state: 'signed-in', sentence: '打开了。', contact },
      holder: { areaId, householdId, personId, cardId: card.id },
    };
  }
  if (await store.markFirstUse(tx, tx.now, areaId, card.id)) await askToConfirm(tx, actor, doors, card);
  const sentence = `这张卡第一次用，要请${contact.worker ? `网格员${contact.worker.name}` : '社区'}确认一下。确认以后再扫一次就能打开。`;
  return { use: { state: 'waiting', sentence, contact }, holder: null };
}

async function askToConfirm(tx: Tx, actor: Actor, doors: CardDoors, card: store.CardRecord): Promise<void> {
  await tell(tx, doors, {
    areaId: card.areaId,
    actorKeys: [card.gridId ? `role:grid-worker@${card.gridId}` : `role:community-worker@${card.areaId}`],
    kind: 'card.waiting',
    title: '有一张一户一码卡第一次使用，等您确认',
    body: `${card.householdLabel} 的卡刚刚第一次扫码。请给住户打个电话，是本人在用就确认；不是，就停用这张卡。`,
    link: `/grid/households/${card.areaId}/${card.householdId}`,
    subject: `card:${card.id}`,
    urgent: false,
  });
  audit(tx, actor, { areaId: card.areaId, act: 'card.first-use', subject: `card:${card.id}` });
}
